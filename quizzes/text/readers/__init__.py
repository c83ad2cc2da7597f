"""Bytes of a file → its text. A format is a module with one function and one line in `FORMATS`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from quizzes.text.characters import fold
from quizzes.text.errors import UnreadableFileError
from quizzes.text.readers.confined import confined
from quizzes.text.readers.markdown import read_markdown
from quizzes.text.readers.plain import read_plain
from quizzes.text.spacing import tidy
from quizzes.text.unwrap import unwrap


@dataclass(frozen=True, slots=True)
class Format:
    """How files of a format are read; `wrapped` where their lines may be broken for print."""

    read: Callable[[bytes], str]
    wrapped: bool


_PLAIN = Format(read_plain, wrapped=True)
_MARKDOWN = Format(read_markdown, wrapped=True)
_WEB = Format(confined("web"), wrapped=False)

FORMATS: dict[str, Format] = {
    "": _PLAIN,
    ".txt": _PLAIN,
    ".text": _PLAIN,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".htm": _WEB,
    ".html": _WEB,
    ".docx": Format(confined("word"), wrapped=False),
    ".pdf": Format(confined("pdf"), wrapped=False),
}
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}")


def read(name: str, data: bytes) -> str:
    """The text of a file called `name`; of plain text as it stands there, line breaks and all,
    of other formats with one paragraph, heading or row of a table on a line.

    Raises `UnreadableFileError` with one of the codes of `quizzes.text.errors`: "format" (no
    reader for this suffix), "empty" (nothing but white space), and so on.
    """
    return _read(_format(name), data)


def read_clean(name: str, data: bytes) -> str:
    """The text of a file with whole paragraphs, one on a line, whatever its format."""
    chosen = _format(name)
    text = _read(chosen, data)
    return unwrap(text) if chosen.wrapped else _tidied(text)


def _format(name: str) -> Format:
    chosen = FORMATS.get(_suffix(name))
    if chosen is None:
        raise UnreadableFileError("format")
    return chosen


def _read(chosen: Format, data: bytes) -> str:
    if not data:
        raise UnreadableFileError("empty")
    text = chosen.read(data)
    if not text or text.isspace():
        raise UnreadableFileError("empty")
    return text


def _suffix(name: str) -> str:
    """The suffix that names a format; the “.0版” of a version number is none."""
    suffix = PurePath(name).suffix
    return suffix.lower() if _SUFFIX.fullmatch(suffix) else ""


def _tidied(text: str) -> str:
    return "\n".join(filter(None, map(tidy, fold(text).splitlines())))
