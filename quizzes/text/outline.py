"""Clean text → a tree of sections, each knowing its place in the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quizzes.text.dating import date_of, dateline_end
from quizzes.text.headings import Heading, headings
from quizzes.text.markers import marker
from quizzes.text.matter import (
    Role,
    attachment,
    attachment_title,
    is_date,
    is_standing,
    joined,
    roles,
)
from quizzes.text.sentences import LEAD_LENGTH, lead, sentences
from quizzes.text.types import Outline, Paragraph, Section, Span

PREFACE = "引言"

_ATTACHED_RANK = 0  # outside of every numbered heading
_REFERENCE = re.compile(r"(?<=\S)[\[［〔][0-9]{1,3}[\]］〕]$")
_LEAF_RANK = 100  # inside of every one: 前言 and 结语 hold no sections


def outline(text: str, title: str | None = None, byline: str | None = None) -> Outline:
    """The outline of `text`, which has one paragraph on a line, as `unwrap` gives it.

    A `title` or `byline` that is given stands in for the one found in the text. Titles,
    signatures, dates, file numbers and addressees belong to no section's body.

    A numbered paragraph that is a section of its own (第十条　…, or a long （一）…。…) has its body
    on the line of its number: its heading is the first sentence where that is short, and is empty
    for articles and where it is not; the first paragraph of the body begins behind it.
    """
    lines = _lines(text)
    words = [line.of(text) for line in lines]
    found = roles(words)
    top = _sections(text, lines, found)
    title = _title(words, found) if title is None else title
    if len(top) == 1 and top[0].is_preface and title:
        top[0].heading = title
    byline = _byline(words, found) if byline is None else byline
    sections = tuple(section.build(text) for section in top)
    return Outline(title, byline, text, sections, _date(words, found))


def _lines(text: str) -> list[Span]:
    """The lines of `text` that hold something, without the white space around them."""
    lines: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if stripped := line.strip():
            first = start + line.index(stripped[0])
            lines.append(Span(first, first + len(stripped)))
        start += len(line) + 1
    return lines


def _title(lines: Sequence[str], found: Sequence[Role]) -> str:
    titles = [line for line, role in zip(lines, found, strict=True) if role == "title"]
    return joined([_REFERENCE.sub("", line.removeprefix("# ")) for line in titles])


def _byline(lines: Sequence[str], found: Sequence[Role]) -> str:
    """The first signature: lines that stand together, or apart by notes only."""
    names: list[str] = []
    for line, role in zip(lines, found, strict=True):
        if role == "byline":
            names.append(line)
        elif names and role != "note":
            break
    return " ".join(" ".join(names).split())


def _date(lines: Sequence[str], found: Sequence[Role]) -> str:
    """The document's own date."""
    body = next((i for i, role in enumerate(found) if role == "body"), len(lines))
    notes = [i for i, role in enumerate(found) if role == "note"]
    front = [lines[i] for i in notes if i < body]
    signed = [lines[i] for i in notes if i > body and is_date(lines[i])]
    return date_of(signed, lines[body] if body < len(lines) else "", front)


@dataclass(slots=True)
class _Draft:
    """A section as it grows."""

    rank: int
    level: int
    number: str
    heading: str
    span: Span
    is_preface: bool = False
    body: list[tuple[Span, bool]] = field(default_factory=list)
    children: "list[_Draft]" = field(default_factory=list)

    def build(self, text: str) -> Section:
        children = tuple(child.build(text) for child in self.children)
        ends = [
            self.span.end,
            *(span.end for span, _ in self.body),
            *(c.span.end for c in children),
        ]
        return Section(
            number=self.number,
            heading=self.heading,
            level=self.level,
            span=Span(self.span.start, max(ends)),
            body=tuple(_paragraph(text, span, is_table) for span, is_table in self.body),
            children=children,
        )


def _paragraph(text: str, span: Span, is_table: bool) -> Paragraph:
    if is_table:
        return Paragraph(span, (), span.of(text)[:LEAD_LENGTH], is_table=True)
    found = sentences(text, span)
    return Paragraph(span, found, lead(text, found))


def _path(above: str, number: str) -> str:
    """The numbers from the outermost section inwards; a decimal number (1.2.3) is a path itself."""
    return number if above and number.startswith(f"{above}.") else above + number


class _Tree:
    """The sections found so far and those that are still open."""

    def __init__(self) -> None:
        self.top: list[_Draft] = []
        self._open: list[_Draft] = []

    def add(self, rank: int, number: str, heading: str, span: Span) -> None:
        """Open a section inside the innermost open one that stands further out."""
        limit = _ATTACHED_RANK + 1 if rank == _LEAF_RANK else rank
        while self._open and self._open[-1].rank >= limit:
            self._open.pop()
        above = self._open[-1] if self._open else None
        path = _path(above.number if above else "", number)
        section = _Draft(rank, len(self._open) + 1, path, heading, span)
        (above.children if above else self.top).append(section)
        self._open.append(section)

    def write(self, paragraph: Span, *, is_table: bool = False) -> None:
        """Put a paragraph of body into the innermost open section, or into the preface."""
        if not self._open:
            place = Span(paragraph.start, paragraph.start)
            self._open = [_Draft(_LEAF_RANK, 1, "", PREFACE, place, is_preface=True)]
            self.top += self._open
        self._open[-1].body.append((paragraph, is_table))


def _sections(text: str, lines: Sequence[Span], found: Sequence[Role]) -> list[_Draft]:
    """The outermost sections, with all that is in them."""
    words = [line.of(text) for line in lines]
    numbered = headings(words, found)
    unnumbered = {group.start: group for group in _unnumbered(words, found)}
    tree = _Tree()
    opening = found.index("body") if "body" in found else len(found)
    for i, line in enumerate(lines):
        if i in numbered:
            _add_numbered(tree, numbered[i], line)
        elif i in unnumbered:
            group = unnumbered[i]
            _add_unnumbered(
                tree, words[group.start : group.stop], Span(line.start, lines[group[-1]].end)
            )
        elif found[i] in ("body", "table"):
            begin = line.start + (dateline_end(words[i]) if i == opening else 0)
            if begin < line.end:
                tree.write(Span(begin, line.end), is_table=found[i] == "table")
    return tree.top


def _add_numbered(tree: _Tree, heading: Heading, line: Span) -> None:
    number, words = heading.marker.number, heading.words
    inner = marker(words) if heading.marker.kind == "#" else None
    if inner:  # ## 一、总则
        number, words = inner.number, words[inner.end :]
    body = None if heading.body is None else line.start + heading.body
    tree.add(heading.marker.rank, number, words, Span(line.start, body or line.end))
    if body is not None:
        tree.write(Span(body, line.end))


def _unnumbered(lines: Sequence[str], found: Sequence[Role]) -> Iterator[range]:
    """Headings without a number, each as the range of its lines."""
    start = None
    for i, line in enumerate([*lines, ""]):
        goes_on = i < len(lines) and found[i] == "heading"
        if start is not None and not (
            goes_on and attachment(line) is None and not is_standing(line)
        ):
            yield range(start, i)
            start = None
        if goes_on and start is None:
            start = i


def _add_unnumbered(tree: _Tree, lines: Sequence[str], span: Span) -> None:
    number = attachment(lines[0])
    first = lines[0] if number is None else attachment_title(lines[0])
    rank = _LEAF_RANK if is_standing(lines[0]) else _ATTACHED_RANK
    tree.add(rank, number or "", joined([line for line in (first, *lines[1:]) if line]), span)
