"""Single characters: what they are worth, how wide they are, which are not text at all."""

import re
import unicodedata

LINE_BREAKS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
PAGE_BREAK = "\f"

# Soft hyphens, zero-width marks, directional marks; controls are told by their category.
INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_DROPPED = re.compile(f"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f{INVISIBLE}]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_NARROW = re.compile("[\x20-\x7e]")

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


def fold(text: str) -> str:
    """`text` with the invisible gone and every character in its ordinary form."""
    return _SPACES.sub(" ", _DROPPED.sub("", text)).translate(_FOLDING)


def essence(text: str) -> str:
    """What may not be lost: the characters of `text`, folded, without white space."""
    return "".join(fold(text).split())


def width(text: str) -> int:
    """Columns `text` takes in print: two for a full-width character, one for an ASCII one."""
    return 2 * len(text) - len(_NARROW.findall(text))
