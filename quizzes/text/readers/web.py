"""A web page (.html) → the text it is about, without what is around it."""

import codecs
import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from quizzes.text.errors import UnreadableFileError
from quizzes.text.readers.blocks import Block, flow, soft_lines, text_of, without_line_breaks
from quizzes.text.readers.plain import SIGNATURES, decoded, encoding_of
from quizzes.text.readers.web_content import content, title_of

_META = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,30})", re.IGNORECASE
)
_CHINESE = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030"}
_CUT_SHORT = frozenset(("ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY"))  # what follows is not read
_HEAD = 4096
_HEAD_BLOCKS = 12
_SENTENCE_END = re.compile("[。！？]")
_FEW = 0.001  # share of characters that may be broken

_HEADING = re.compile("h([1-6])")
_COUNT = re.compile("[0-9]{1,4}")
_BLOCKS = frozenset(
    (
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div",
        "dl", "dt", "fieldset", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li",
        "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul",
    )
)  # fmt: skip


def read(data: bytes) -> str:
    """The text of a web page, a paragraph or a row on a line; headings begin with #.

    Raises UnreadableFileError: "damaged", "encoding", "empty", "too_complex".
    """
    if data.startswith(SIGNATURES):
        raise UnreadableFileError("damaged")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = etree.fromstring(_decoded(data).encode(errors="replace"), parser)
    except etree.XMLSyntaxError:
        raise UnreadableFileError("too_complex") from None
    if any(error.type_name in _CUT_SHORT for error in parser.error_log):
        raise UnreadableFileError("too_complex")
    if root is None:
        raise UnreadableFileError("empty")
    title = title_of(root)
    blocks = list(_Walk().blocks(content(root)))
    return text_of(_with_title(blocks, title))


def _decoded(data: bytes) -> str:
    """The source of the page, in the encoding that its mark, its head or its bytes tell."""
    declared = _META.search(data[:_HEAD])
    if declared and encoding_of(data) is None:
        name = declared[1].decode().lower()
        try:
            codec = codecs.lookup(_CHINESE.get(name, name)).name
            text = data.decode(codec, errors="replace")
        except (LookupError, ValueError):
            return decoded(data)
        if text.count("\ufffd") <= _FEW * len(text):
            return text
    return decoded(data)


def _with_title(blocks: list[Block], title: str) -> list[Block]:
    """The blocks with the title that the head of the page gives, where no heading is one."""
    outermost = [i for i, block in enumerate(blocks) if block.level == 1]
    if len(outermost) == 1:
        return _from(blocks, outermost[0])
    if not title:
        return blocks
    for i, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if block.text == title:
            return _from([*blocks[:i], Block(title, is_title=True), *blocks[i + 1 :]], i)
    return [Block(title, is_title=True), *blocks]


def _from(blocks: list[Block], title: int) -> list[Block]:
    """The blocks from the title on, where what stands above it is no text."""
    above = blocks[:title]
    if title < _HEAD_BLOCKS and not any(_SENTENCE_END.search(block.text) for block in above):
        return blocks[title:]
    return blocks


class _Walk:
    """A walk over a page that gathers the words of a block and gives it out where it ends."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._level = 0
        self._pre = 0
        self._number = ""
        self._lists: list[tuple[bool, int]] = []

    def blocks(self, root: etree._Element) -> Iterator[Block]:
        """The blocks of `root`, in order."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if event == "start" and tag == "table":
                yield from self._end()
                yield from _table(element)
                walk.skip_subtree()
            elif event == "start":
                if tag in _BLOCKS:
                    yield from self._end()
                self._open(element, tag)
                self._say(element.text)
            else:
                if tag in _BLOCKS and tag != "table":
                    yield from self._end()
                self._close(tag)
            if event == "end" and element is not root:
                self._say(element.tail)
        yield from self._end()

    def _open(self, element: etree._Element, tag: str) -> None:
        if heading := _HEADING.fullmatch(tag):
            self._level = int(heading[1])
        elif tag == "pre":
            self._pre += 1
        elif tag == "br":
            self._words.append("\v")
        elif tag in ("ol", "ul"):
            start = _COUNT.fullmatch(element.get("start", "1"))
            self._lists.append((tag == "ol", int(start[0]) if start else 1))
        elif tag == "li" and self._lists:
            ordered, count = self._lists[-1]
            self._number = f"{count}. " if ordered else ""
            self._lists[-1] = ordered, count + 1

    def _close(self, tag: str) -> None:
        if _HEADING.fullmatch(tag):
            self._level = 0
        elif tag == "pre":
            self._pre -= 1
        elif tag in ("ol", "ul") and self._lists:
            self._lists.pop()

    def _say(self, words: str | None) -> None:
        if words:
            self._words.append(words.replace("\n", "\v") if self._pre else words)

    def _end(self) -> Iterator[Block]:
        """The block that ends here, if it holds anything."""
        text, self._words = "".join(self._words), []
        if not text.strip():
            return
        text = without_line_breaks(text.replace("\r", "")).replace("\v", "\n")
        if self._level:
            yield Block("".join(soft_lines(text)), self._level)
            return
        for line in soft_lines(text):
            yield Block(self._number + line)
            self._number = ""


def _table(table: etree._Element) -> Iterator[Block]:
    caption = table.find("caption")
    rows = [
        [list(_Walk().blocks(cell)) for cell in row.iterchildren("td", "th")]
        for row in table.iterdescendants("tr")
        if next(row.iterancestors("table")) is table
    ]
    found = list(flow([cells for cells in rows if cells]))
    if caption is not None and found:
        yield Block(" ".join("".join(caption.itertext()).split()))
    yield from found
