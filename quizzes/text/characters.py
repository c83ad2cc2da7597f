"""Single characters: what they are worth, how wide they are, which are not text at all."""

import re
import unicodedata

PAGE_BREAK = "\f"

# Soft hyphens, zero-width marks, directional marks; controls are told by their category.
INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_DROPPED = f"\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f{INVISIBLE}"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f"

CJK = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
CJK_MARKS = "\u3001-\u3004\u3008-\u3020\uff01-\uff60‘-”—…·"

TERMINATORS = "。！？!?"
CLOSERS = "”’）》」』】〉〕)]\"'"
OPENERS = "“‘（《「『【〈〔([{"

# Parts of ideographs that PDF files put in place of the ideograph, where Unicode itself
# gives no equivalent (the Kangxi radicals have one).
_RADICALS = dict(
    zip(
        "⺠⻓⻔⻋⻢⻅⻚⻛⻝⻥⻦⻩⻬⻰⻄⻆⻘⻨⻤⻜⻮⻉⻣⻁⻙⻪⻐⻌⺟⻳",
        "民长门车马见页风食鱼鸟黄齐龙西角青麦鬼飞齿贝骨虎韦黾钅辶母龟",
        strict=True,
    )
)


def _folding() -> dict[int, str]:
    """Full-width digits, radicals and compatibility ideographs to the ordinary characters."""
    table = {ord("０") + i: str(i) for i in range(10)}
    ranges = ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0x2F800, 0x2FA20))
    for start, end in ranges:
        for code in range(start, end):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code):
                table[code] = plain
    table.update({ord(part): whole for part, whole in _RADICALS.items()})
    return table


_FOLDING = _folding()
# Two classes, because one that holds characters beyond U+FFFF is slow.
_UNUSUAL = (
    re.compile(f"[{_DROPPED}{_SPACES}{''.join(chr(c) for c in _FOLDING if c <= 0xFFFF)}]"),
    re.compile("[\U0002f800-\U0002fa1f]"),
)
_SPACE = re.compile(f"[{_SPACES}]")


def fold(text: str) -> str:
    """`text` with the invisible gone and every character in its ordinary form."""
    for unusual in _UNUSUAL:
        if unusual.search(text):
            text = unusual.sub(_usual, text)
    return text


def _usual(character: re.Match[str]) -> str:
    if _SPACE.match(character[0]):
        return " "
    code = ord(character[0])
    return _FOLDING.get(code, "" if code <= 0xFFFF else character[0])


def essence(text: str) -> str:
    """What may not be lost: the characters of `text`, folded, without white space."""
    return "".join(fold(text).split())


def width(text: str) -> int:
    """Columns `text` takes in print: two for a full-width character, one for an ASCII one."""
    columns = 2 * len(text) - len(text.encode("ascii", "ignore"))
    return columns + text.count("\t") if "\t" in text else columns
