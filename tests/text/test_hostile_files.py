"""Files made to harm: refused, or read, soon and in little memory."""

import json
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.text.documents import archive, pages_of, raw_pdf, stream, word

SECONDS = 8  # the readers take five at most; starting Python on a busy machine takes some more
MEMORY = 300  # MB, of the largest process

ENTITIES = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>{}]>".format(
    "".join(
        f"<!ENTITY {below} '{f'&{above};' * 10}'>"
        for above, below in zip("abcdefgh", "bcdefghi", strict=True)
    )
)
TEXT = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"

FLATE = b"/Filter /FlateDecode"

REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "an archive that unpacks to 200 MB": ("docx", lambda: word(" " * 200_000_000)),
    "paragraphs without end": ("docx", lambda: word("<w:p/>" * 8_000_000)),
    "a table without end": ("docx", lambda: word(f"<w:tbl>{'<w:tr/>' * 5_000_000}</w:tbl>")),
    "entities in a document": ("docx", lambda: word(TEXT.format("&i;"), before=ENTITIES)),
    "10,000 nested elements": ("docx", lambda: word("<w:p>" * 10_000 + "</w:p>" * 10_000)),
    "an archive of something else": ("docx", lambda: archive({"word/notes.txt": "x"})),
    "styles that unpack to 100 MB": (
        "docx",
        lambda: archive(
            {
                "[Content_Types].xml": "<Types/>",
                "word/document.xml": "<a/>",
                "word/styles.xml": b"<a>" + b" " * 100_000_000,
            }
        ),
    ),
    "10,000 nested tags": ("html", lambda: b"<div>" * 10_000 + "路".encode()),
    "10,000 nested tables": ("html", lambda: b"<table><tr><td>" * 10_000 + "路".encode()),
    "paragraphs of a page without end": ("html", lambda: b"<p>x" * 2_500_000),
    "links without end": ("html", lambda: b"<div><a>x</a>" * 700_000),
    "comments without end": ("html", lambda: b"<!--" * 2_500_000),
    "pages that hold themselves": (
        "pdf",
        lambda: raw_pdf(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000 >>",
        ),
    ),
    "an object that is itself": (
        "pdf",
        lambda: raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"2 0 R"),
    ),
    "a form that draws itself": (
        "pdf",
        lambda: pages_of(
            stream(b"/X Do"),
            stream(b"/X Do " * 10, FORM),
            resources=b"/XObject << /X 5 0 R >>",
        ),
    ),
    "a stream that unpacks to 200 MB": (
        "pdf",
        lambda: pages_of(
            stream(zlib.compress(b"BT /F 9 Tf (abcdefgh) Tj ET\n" * 7_000_000, 1), FLATE),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            resources=b"/Font << /F 5 0 R >>",
        ),
    ),
    "a stream packed twice": (
        "pdf",
        lambda: pages_of(
            stream(
                zlib.compress(zlib.compress(b" " * 300_000_000, 1)),
                b"/Filter [/FlateDecode /FlateDecode]",
            )
        ),
    ),
    "100,000 pages": (
        "pdf",
        lambda: raw_pdf(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count 100000 >>" % (b"3 0 R " * 100_000),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        ),
    ),
}  # fmt: skip

MEASURE = """
import json, re, resource, sys, time
from pathlib import Path
from quizzes.text import UnreadableFileError, parse
file, start, code = Path(sys.argv[1]), time.monotonic(), ""
try:
    parse(file.name, file.read_bytes())
except UnreadableFileError as error:
    code = error.code
seconds = time.monotonic() - start
own = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
reader = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([code, seconds, max(own, reader) / 1024]))
"""


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_soon_and_in_little_memory(case: str, tmp_path: Path) -> None:
    suffix, data = REFUSED[case]
    file = tmp_path / f"a.{suffix}"
    file.write_bytes(data())
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(file)], capture_output=True, check=True, text=True
    )
    code, seconds, memory = json.loads(done.stdout)
    assert code in ("damaged", "too_complex", "empty", "scanned")
    assert seconds < SECONDS
    assert memory < MEMORY
