"""Plain text: which encoding the bytes are in."""

import codecs
import re
from collections.abc import Iterable

from quizzes.text.characters import INVISIBLE
from quizzes.text.errors import UnreadableFileError

SIGNATURES = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!",
    b"\x1f\x8b",
    b"{\\rtf",
)
_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_BLANK = re.compile(f"[\\s\x00-\x20{INVISIBLE}]*")
_ASCII = re.compile("[\x00-\x7f]+")
_LATIN = re.compile("[A-Za-z]")
_NEVER_TEXT = re.compile("[\x80-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]")

# Bytes that are no text in an encoding decode to common characters in a third of the cases.
_COMMON_SHARE = 0.6
_ANY_SHARE = 0.1
_UNMISTAKABLE_SHARE = 0.9
_SAMPLE = 20_000
_GLANCE = 2_000


def _cells(encoding: str, rows: range, cells: Iterable[int]) -> frozenset[str]:
    """The characters in some rows of a double-byte encoding."""
    table = b"".join(bytes((row, cell)) for row in rows for cell in cells)
    return frozenset(table.decode(encoding, errors="ignore"))


# The first levels of GB 2312 and of Big5: what print commonly uses, simplified or traditional.
_COMMON = (
    _cells("gb2312", range(0xA1, 0xA4), range(0xA1, 0xFF))
    | _cells("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF))
    | _cells("big5", range(0xA4, 0xC6), (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    | frozenset("—·–•€①②③④⑤⑥⑦⑧⑨⑩")
) - frozenset(map(chr, range(128)))


def _common_share(text: str) -> float:
    """How much of what is not ASCII is common in Chinese print, from 0 to 1."""
    foreign = _ASCII.sub("", text[:_SAMPLE])
    return sum(map(_COMMON.__contains__, foreign)) / len(foreign) if foreign else 1.0


def _is_surely_chinese(text: str) -> bool:
    """Whether the beginning alone shows that `_ANY_SHARE` of the sample is common."""
    beginning = sum(map(_COMMON.__contains__, text[:_GLANCE]))
    return beginning > _ANY_SHARE * len(text[:_SAMPLE])


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def encoding_of(data: bytes) -> str | None:
    """The encoding that the first bytes of a file name, or None."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def decoded(data: bytes) -> str:
    """The text of a file, in the encoding that it names or makes most sense in.

    Raises UnreadableFileError: "encoding", "binary".
    """
    encoding = encoding_of(data)
    if encoding is None:
        return _guessed(data)
    text = _try(data, encoding)
    if text is None:
        raise UnreadableFileError("encoding")
    return text


def _plausibility(text: str | None) -> float:
    """How much a decoded text looks like Chinese, from 0 to 1."""
    if text is None or _NEVER_TEXT.search(text) or _CONTROLS.search(text):
        return 0.0
    return _common_share(text)


def _guessed(data: bytes) -> str:
    """The text of a file without a mark, in the encoding it makes most sense in."""
    least = {"utf-16-le": _UNMISTAKABLE_SHARE, "utf-16-be": _UNMISTAKABLE_SHARE}
    if b"\0" not in data:
        text = _try(data, "utf-8")
        if text is not None and not _is_rather_gb(text, data):
            return text
        least = {"gb18030": _COMMON_SHARE} | least
    decoded = {encoding: _try(data, encoding) for encoding in least}
    shares = {encoding: _plausibility(text) for encoding, text in decoded.items()}
    best = max(shares, key=lambda encoding: shares[encoding])
    text = decoded[best]
    if text is None or shares[best] < least[best]:
        raise UnreadableFileError("binary" if _looks_binary(data) else "encoding")
    return text


def _is_rather_gb(text: str, data: bytes) -> bool:
    """Whether bytes that happen to be UTF-8 make sense in GB 18030 alone, as those of 联通 do."""
    if _is_surely_chinese(text) or _common_share(text) > _ANY_SHARE or _LATIN.search(text):
        return False
    return _plausibility(_try(data, "gb18030")) >= _UNMISTAKABLE_SHARE


def _looks_binary(data: bytes) -> bool:
    """NUL or more than one control character in a hundred."""
    return b"\0" in data or _too_many_controls(data.decode("latin-1"))


def _too_many_controls(text: str) -> bool:
    return _CONTROLS.search(text) is not None and 100 * len(_CONTROLS.findall(text)) > len(text)


def read_plain(data: bytes) -> str:
    """Plain text in UTF-8, UTF-16 or GB 18030 (which holds GBK and GB 2312)."""
    if data.startswith(SIGNATURES):
        raise UnreadableFileError("binary")
    text = decoded(data).rstrip("\x1a")  # the end-of-file mark of DOS
    if _BLANK.fullmatch(text):
        raise UnreadableFileError("binary" if _CONTROLS.search(text) else "empty")
    if "\0" in text or _too_many_controls(text):
        raise UnreadableFileError("binary")
    return text.removeprefix("\ufeff")
