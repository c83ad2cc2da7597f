"""The styles of a Word document: which paragraphs are headings, which are numbered and how."""

import re
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_HEADING = re.compile(r"(?:heading|标题|標題) ?([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题|標題", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录|目錄) ?(?:[1-9]|heading|标题)|table of figures", re.IGNORECASE)
_NUMBER = re.compile("[0-9]{1,6}")
_DEEPEST = 20  # styles that rest on one another


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph is: the level of its heading (0: none), its list and level in the list
    (None: not numbered), whether it is the title, or a line of the table of contents."""

    level: int = 0
    numbered: tuple[str, int] | None = None
    is_title: bool = False
    is_contents: bool = False


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    found: etree._Element | None = None if element is None else element.find(W + name)
    return found


def value(element: etree._Element | None) -> str:
    """The attribute w:val, empty where there is none."""
    return "" if element is None else str(element.get(f"{W}val", ""))


def number(element: etree._Element | None, default: int, attribute: str = "val") -> int:
    """An attribute as a number, `default` where it is none."""
    said = "" if element is None else element.get(W + attribute, "")
    return int(said) if _NUMBER.fullmatch(said) else default


class Styles:
    """The styles by their identifier."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = [] if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId"): style for style in styles}
        self._default = next(
            (
                style.get(f"{W}styleId")
                for style in styles
                if style.get(f"{W}default") in ("1", "true")
                and style.get(f"{W}type") == "paragraph"
            ),
            "",
        )

    def of(self, paragraph: etree._Element) -> Style:
        own = child(paragraph, "pPr")
        name = value(child(own, "pStyle")) or self._default
        chain = self._chain(name)
        names = [value(child(style, "name")) or name for style in chain[:1]] or [name]
        sources = [
            source for source in (own, *(child(s, "pPr") for s in chain)) if source is not None
        ]
        return Style(
            level=_level(names[0], sources),
            numbered=_numbered(sources),
            is_title=_TITLE.fullmatch(names[0]) is not None,
            is_contents=_CONTENTS.match(names[0]) is not None,
        )

    def _chain(self, name: str) -> list[etree._Element]:
        """The style and those it rests on, nearest first."""
        chain: list[etree._Element] = []
        style = self._styles.get(name)
        while style is not None and len(chain) < _DEEPEST:
            chain.append(style)
            style = self._styles.get(value(child(style, "basedOn")))
        return chain


def _level(name: str, sources: list[etree._Element]) -> int:
    for source in sources:
        outlined = child(source, "outlineLvl")
        if outlined is not None:
            level = number(outlined, 9) + 1
            return level if level <= 9 else 0
    named = _HEADING.fullmatch(name)
    return int(named[1]) if named else 0


def _numbered(sources: list[etree._Element]) -> tuple[str, int] | None:
    """The list and the level; what stands nearer to the paragraph goes first."""
    properties = [p for source in sources if (p := child(source, "numPr")) is not None]
    lists = [value(found) for p in properties if (found := child(p, "numId")) is not None]
    levels = [number(found, 0) for p in properties if (found := child(p, "ilvl")) is not None]
    if not lists or lists[0] == "0":
        return None
    return lists[0], levels[0] if levels else 0
