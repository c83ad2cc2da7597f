"""Files in every format, written for the tests that read them."""

import io
import re
import zipfile
from collections.abc import Iterable

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

pdfmetrics.registerFont(UnicodeCIDFont(FONT))


# Word


def saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def number_list(document: Document, *levels: tuple[str, str]) -> int:
    """A list of the document; each level is a form (decimal) and a pattern (第%1章)."""
    numbering = document.part.numbering_part.element
    name = 100 + len(numbering.findall(".//w:num", numbering.nsmap))
    written = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for i, (form, pattern) in enumerate(levels)
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {WORD} w:abstractNumId="{name}">{written}</w:abstractNum>')
    )
    numbering.append(
        parse_xml(f'<w:num {WORD} w:numId="{name}"><w:abstractNumId w:val="{name}"/></w:num>')
    )
    return name


def numbered(paragraph: Paragraph, name: int, level: int = 0) -> None:
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {WORD}><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>')
    )


def into(paragraph: Paragraph, xml: str) -> None:
    """Puts a piece of WordprocessingML at the end of a paragraph."""
    paragraph._p.append(parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))


def new_document() -> Document:
    return docx.Document()


def archive(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return file.getvalue()


def word(body: str, before: str = "") -> bytes:
    """A .docx whose body is the XML `body`."""
    document = f"{before}<w:document {WORD}><w:body>{body}</w:body></w:document>"
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


# PDF


class Print:
    """A PDF as it is written, in points from the upper left corner of an A4 page.

    As in the files of browsers, a full-width space is no more than a gap, and figures stand in a
    font of their own, `figures`.
    """

    def __init__(self, password: str | None = None, figures: str = FONT, quarters: int = 0) -> None:
        self._file = io.BytesIO()
        locked = None if password is None else StandardEncryption(password, ownerPassword="owner")
        self._canvas = Canvas(self._file, pagesize=(595, 842), encrypt=locked)
        self._figures = figures
        self._quarters = quarters

    def write(
        self, words: str, left: float, top: float, size: float = 11, tracking: float = 0
    ) -> None:
        self._canvas.saveState()
        self._canvas.translate(297, 421)
        self._canvas.rotate(90 * self._quarters)
        for run in re.findall("　|[0-9]+|[^　0-9]+", words):
            font = self._figures if run.isdigit() else FONT
            self._canvas.setFont(font, size)
            self._canvas.drawString(left - 297, 421 - top, run.strip("　"), charSpace=tracking)
            left += self._canvas.stringWidth(run, font, size) + tracking * len(run)
        self._canvas.restoreState()

    def centred(self, words: str, top: float, size: float = 11) -> None:
        self.write(words, 297 - self._canvas.stringWidth(words, FONT, size) / 2, top, size)

    def column(self, lines: Iterable[str], left: float, top: float, size: float = 11) -> None:
        for i, line in enumerate(lines):
            indent = 2 * size if line.startswith("　　") else 0
            self.write(line.strip("　"), left + indent, top + 1.5 * size * i, size)

    def askew(self, words: str) -> None:
        self._canvas.saveState()
        self._canvas.rotate(40)
        self.write(words, 400, 600, 40)
        self._canvas.restoreState()

    def box(self) -> None:
        self._canvas.rect(100, 100, 300, 300, fill=1)

    def turn(self) -> None:
        self._canvas.showPage()

    def saved(self) -> bytes:
        self._canvas.save()
        return self._file.getvalue()


def wrapped(text: str, columns: int) -> list[str]:
    """The lines of a paragraph of full-width characters, its first line indented."""
    text = f"　　{text}"
    return [text[i : i + columns] for i in range(0, len(text), columns)]


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF of objects as they are; the first is its catalog."""
    file = b"%PDF-1.4\n"
    places = []
    for number, written in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        file
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (count, len(file))
    )


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def pages_of(contents: bytes, *more: bytes, resources: bytes = b"") -> bytes:
    """A PDF of one page with these contents; further objects count from 5."""
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << %s >> >>" % resources,
        contents,
        *more,
    )
