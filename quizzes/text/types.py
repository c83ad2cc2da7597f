"""What the text package hands on: a clean text and the places in it, all as offsets."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in the clean text: characters `start` (included) to `end` (excluded)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text, its sentences, and its lead: the name it has in the outline.

    A row of a table is a paragraph too (`is_table`), of which there are no sentences: its cells
    are parted by " | ", or it is one cell of a table that lost its form.
    """

    span: Span
    sentences: tuple[Span, ...]
    lead: str
    is_table: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the outline.

    `span` runs from the first character of the heading to the last of everything under it,
    subsections included; `body` holds only the paragraphs that stand directly under the heading.
    `number` is the full path of numbers that names it, e.g. "二（一）", "第三章第十条"; it is empty
    where the document does not number it. `level` is 1 for the outermost. The text before the
    first heading is a section of its own with the heading 引言 and no number.
    """

    number: str
    heading: str
    level: int
    span: Span
    body: tuple[Paragraph, ...]
    children: tuple["Section", ...] = ()

    def walk(self) -> Iterator["Section"]:
        """This section and all under it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Outline:
    """A document read: what it is called, who signed it, its clean text and its sections.

    `date` is the document's own, yyyy-mm-dd or yyyy-mm, empty where it bears none.
    """

    title: str
    byline: str
    text: str
    sections: tuple[Section, ...]
    date: str = ""

    def walk(self) -> Iterator[Section]:
        """Every section, in the order of the text."""
        for section in self.sections:
            yield from section.walk()
