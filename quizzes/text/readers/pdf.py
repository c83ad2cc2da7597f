"""PDF with a text layer → its paragraphs."""

import ctypes

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from quizzes.text.errors import UnreadableFileError
from quizzes.text.readers.pdf_characters import characters
from quizzes.text.readers.pdf_columns import lines_of
from quizzes.text.readers.pdf_furniture import without_footnotes, without_furniture
from quizzes.text.readers.pdf_paragraphs import paragraphs
from quizzes.text.readers.pdf_rows import Row, rows_of

_HEADER_WITHIN = 1024  # bytes
_MANY_PAGES = 100
_MOST_PAGES = 2_000
_MOST_CHARACTERS = 2_000_000
_UNREADABLE = frozenset("\0\ufffd\ufffe\uffff")
_MOST_UNREADABLE = 0.3
_LEAST_ON_PAGE = 5  # characters on a page, on average; a scan has none, or those of a stamp


def read(data: bytes) -> str:
    """The text of a PDF, a paragraph or a row on a line, without running heads, page numbers and
    footnotes.

    Raises UnreadableFileError: "damaged", "encrypted", "scanned", "too_complex".
    """
    if b"%PDF" not in data[:_HEADER_WITHIN]:
        raise UnreadableFileError("damaged")
    try:
        pages = _pages(_opened(data))
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        raise UnreadableFileError("encrypted" if locked else "damaged") from None
    rows = without_furniture(pages)
    return "\n".join(paragraphs(without_footnotes(lines_of(rows))))


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    """The document; where it is long, without the fonts of the system.

    To read these takes ten times as long as all the rest. A document that holds its fonts needs
    none; of one that does not, letters that are drawn one by one may be lost without them.
    """
    document = pypdfium2.PdfDocument(data)
    if len(document) <= _MANY_PAGES:
        return document
    document.close()
    folder = ctypes.create_string_buffer(b"/nonexistent")
    folders = (ctypes.POINTER(ctypes.c_char) * 2)()  # the last stays null
    folders[0] = ctypes.cast(folder, ctypes.POINTER(ctypes.c_char))
    pdfium.FPDF_DestroyLibrary()
    pdfium.FPDF_InitLibraryWithConfig(
        pdfium.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=folders)
    )
    return pypdfium2.PdfDocument(data)


def _pages(document: pypdfium2.PdfDocument) -> list[list[Row]]:
    """The rows of every page; raises "scanned" where there is no text, or none that says what its
    characters are."""
    if not len(document):
        raise UnreadableFileError("damaged")
    if len(document) > _MOST_PAGES:
        raise UnreadableFileError("too_complex")
    pages: list[list[Row]] = []
    count = unreadable = 0
    for page in document:
        found = characters(page)
        page.close()
        count += len(found)
        unreadable += sum(each.text in _UNREADABLE for each in found)
        if count > _MOST_CHARACTERS:
            raise UnreadableFileError("too_complex")
        pages.append(rows_of(found))
    if count < _LEAST_ON_PAGE * len(pages) or unreadable > _MOST_UNREADABLE * count:
        raise UnreadableFileError("scanned")
    return pages
