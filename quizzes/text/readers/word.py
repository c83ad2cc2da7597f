"""Word (.docx) → its paragraphs, with the numbers that Word counts and its tables as rows."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

from quizzes.text.errors import UnreadableFileError
from quizzes.text.readers.archive import Archive, check_no_entities, tree
from quizzes.text.readers.blocks import Block, flow, soft_lines, text_of
from quizzes.text.readers.word_numbering import Numbering
from quizzes.text.readers.word_styles import Styles, W, child, value

_RELATIONS = "_rels/.rels"
_MAIN = "officeDocument"
_LEFT_OUT = frozenset(
    f"{W}{name}"
    for name in ("txbxContent", "moveFrom", "del", "rt", "pict", "object", "instrText", "delText")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_CHARACTERS = {
    f"{W}tab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}ptab": " ",
}


def read(data: bytes) -> str:
    """The text of a .docx file, a paragraph or a row on a line; headings by style begin with #.

    Raises UnreadableFileError: "damaged", "encrypted", "too_complex".
    """
    archive = Archive(data)
    main = _main_part(archive)
    folder = main.rpartition("/")[0]
    styles = Styles(_part(archive, f"{folder}/styles.xml"))
    numbering = Numbering(_part(archive, f"{folder}/numbering.xml"))
    reader = _Reader(styles, numbering)
    return text_of(list(reader.blocks(archive.read(main))))


def _part(archive: Archive, name: str) -> etree._Element | None:
    return tree(archive.read(name)) if name in archive else None


def _main_part(archive: Archive) -> str:
    """Where the document itself is; raises "damaged" where the archive holds something else."""
    name = "word/document.xml"
    if _RELATIONS in archive:
        for relation in tree(archive.read(_RELATIONS)):
            if relation.get("Type", "").endswith(f"/{_MAIN}"):
                name = relation.get("Target", "").lstrip("/")
    if name not in archive or "[Content_Types].xml" not in archive:
        raise UnreadableFileError("damaged")
    return name


@dataclass(frozen=True, slots=True)
class _Reader:
    styles: Styles
    numbering: Numbering

    def blocks(self, data: bytes) -> Iterator[Block]:
        """The paragraphs and tables of the body, in order; the tree is freed as they are read."""
        check_no_entities(data)
        tags = (f"{W}p", f"{W}tbl", f"{W}body")
        parsing = etree.iterparse(
            io.BytesIO(data), events=("end",), tag=tags, resolve_entities=False, no_network=True
        )
        found_body = False
        try:
            for _event, element in parsing:
                found_body = found_body or element.tag == f"{W}body"
                if element.tag == f"{W}body" or _is_inner(element):
                    continue
                yield from (
                    self._table(element) if element.tag == f"{W}tbl" else (self._paragraph(element))
                )
                element.clear()
        except etree.XMLSyntaxError:
            raise UnreadableFileError("damaged") from None
        if not found_body:
            raise UnreadableFileError("damaged")

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        style = self.styles.of(paragraph)
        if style.is_contents:
            return
        words = _words(paragraph)
        if not words.strip():
            return
        number = self.numbering.next(style.numbered) if style.numbered else ""
        first, *rest = soft_lines(words)
        yield Block(number + first, style.level, is_title=style.is_title)
        yield from (Block(line) for line in rest)

    def _table(self, table: etree._Element) -> Iterator[Block]:
        rows = [
            [
                list(self._in_cell(cell))
                for cell in row.iterdescendants(f"{W}tc")
                if _owner(cell) is row
            ]
            for row in table.iterdescendants(f"{W}tr")
            if _owner(row) is table
        ]
        yield from flow(rows)

    def _in_cell(self, cell: etree._Element) -> Iterator[Block]:
        for paragraph in cell.iterdescendants(f"{W}p"):
            yield from self._paragraph(paragraph)


def _is_inner(element: etree._Element) -> bool:
    """Whether `element` stands in a paragraph or a table, which is read as a whole."""
    return any(above.tag in (f"{W}p", f"{W}tbl") for above in element.iterancestors())


def _owner(element: etree._Element) -> etree._Element:
    """The table of a row, the row of a cell: what stands around content controls."""
    return next(element.iterancestors(f"{W}tbl" if element.tag == f"{W}tr" else f"{W}tr"))


def _words(paragraph: etree._Element) -> str:
    """The text of a paragraph as it is shown, line breaks as \\n."""
    words: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag in (f"{W}t", _MATH_TEXT):
            words.append(element.text or "")
        elif tag in _CHARACTERS:
            is_page = tag == f"{W}br" and element.get(f"{W}type") in ("page", "column")
            words.append("" if is_page else _CHARACTERS[tag])
        elif tag not in _LEFT_OUT and not _is_hidden(element):
            waiting.extend(reversed(element))
    return "".join(words)


def _is_hidden(run: etree._Element) -> bool:
    if run.tag != f"{W}r":
        return False
    mark = child(child(run, "rPr"), "vanish")
    return mark is not None and value(mark) not in ("0", "false", "off")
