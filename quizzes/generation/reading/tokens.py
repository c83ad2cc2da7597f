"""Words of a sentence with their tags; a quotation, a title, a figure is one word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import rjieba

from quizzes.generation.lexicon import ALWAYS_ADVERBS, ALWAYS_NOUNS, ALWAYS_VERBS, EFFORTS
from quizzes.generation.reading.expressions import Date, Expression
from quizzes.text.types import Span

GROUP = re.compile(r"“[^“”]*”|《[^《》]*》|（[^（）]*）|〔[^〔〕]*〕|\([^()]*\)|‘[^‘’]*’")
GROUP_TAGS = {
    "“": "quote",
    "‘": "quote",
    "《": "book",
    "（": "bracket",
    "(": "bracket",
    "〔": "bracket",
}
COMPOUNDS = {
    "占比": "n",
    "营收": "n",
    "网商": "n",
    "外贸额": "n",
    "第一时间": "d",
    "住房城乡建设": "n",
    "住房和城乡建设": "n",
    "人力资源社会保障": "n",
}
COMPOUND_STARTS = frozenset(word[0] for word in COMPOUNDS)
MOST_PARTS = 4
SETTLEMENTS = frozenset("村镇乡")
# What a document calls itself by, behind 本.
SELVES = frozenset(
    (
        *("法", "条例", "办法", "规定", "细则", "规则", "规程", "章程", "通知", "意见", "方案"),
        *("决定", "公告", "报告", "规划", "计划", "实施方案", "实施意见", "准则", "公约", "制度"),
    )
)
NOUN_TAGS = ("n", "j", "l", "i", "eng", "vn", "an", "s", "quote", "book", "r", "f", "g", "b")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its text, its place, and its tag.

    Tags are jieba's parts of speech, or quote, book, bracket, date, number for a merged word.
    """

    text: str
    tag: str
    span: Span

    @property
    def is_noun(self) -> bool:
        return self.tag in NOUN_TAGS or (self.tag[0] == "n" and self.tag != "number")

    @property
    def is_verb(self) -> bool:
        return self.tag in {"v", "vd", "vi", "vq", "vg", "zg"}


def tokens(text: str, span: Span, figures: Sequence[Expression]) -> tuple[Token, ...]:
    """The words of `text` in `span`, groups and figures merged into one word each."""
    groups = list(_groups(text, span))
    merged = sorted([*groups, *_outside(text, figures, groups)], key=lambda token: token.span)
    found: list[Token] = []
    at = span.start
    for token in merged:
        found += _words(text, Span(at, token.span.start))
        found.append(token)
        at = token.span.end
    return tuple(_compounds([*found, *_words(text, Span(at, span.end))]))


def _compounds(words: list[Token]) -> Iterator[Token]:
    """The words with those put together that the tagger takes apart (占比)."""
    at = 0
    while at < len(words):
        size = _size(words, at)
        if size > 1:
            parts = words[at : at + size]
            whole = "".join(token.text for token in parts)
            tag = "ns" if _is_place(words, at) else COMPOUNDS.get(whole, "r")
            yield Token(whole, tag, Span(parts[0].span.start, parts[-1].span.end))
        else:
            yield words[at]
        at += size


def _size(words: list[Token], at: int) -> int:
    """How many words from `at` on are one: 占 比, 住房 城乡 建设, 本 院."""
    if at + 1 < len(words) and words[at].text == "本" and words[at + 1].text in SELVES:
        return 2
    if _is_place(words, at):
        return 2
    if words[at].text[0] not in COMPOUND_STARTS:
        return 1
    for size in range(MOST_PARTS, 1, -1):
        if "".join(token.text for token in words[at : at + size]) in COMPOUNDS:
            return size
    return 1


def _is_place(words: list[Token], at: int) -> bool:
    """竹溪 村: a village that no dictionary has, whose name the tagger takes for another's."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or behind.text not in SETTLEMENTS or len(words[at].text) != 2:
        return False
    return words[at].tag in {"nz", "ns", "nr"} and words[at].text[-1] not in "省市县区镇乡村"


def _words(text: str, span: Span) -> Iterator[Token]:
    start = span.start
    for word, tag in rjieba.tag(span.of(text)):
        for part, its in _parted(word, tag):
            yield Token(part, _mended(part, its), Span(start, start + len(part)))
            start += len(part)


def _parted(word: str, tag: str) -> Iterator[tuple[str, str]]:
    """及时处理 → 及时 处理: what the tagger takes for one word is an adverb and its verb."""
    for size in (2, 3):
        if len(word) == size + 2 and word[:size] in ALWAYS_ADVERBS and tag[0] in "ilnv":
            yield word[:size], "d"
            yield word[size:], "v"
            return
    if len(word) == 4 and word[:2] in EFFORTS and tag[0] in "nlj":
        yield word[:2], "v"
        yield word[2:], "n"
        return
    yield word, tag


def _mended(word: str, tag: str) -> str:
    if word in ALWAYS_VERBS:
        return "v"
    if word in ALWAYS_NOUNS:
        return "n"
    return "d" if word in ALWAYS_ADVERBS else tag


def _groups(text: str, span: Span) -> Iterator[Token]:
    for m in GROUP.finditer(text, span.start, span.end):
        yield Token(m[0], GROUP_TAGS[m[0][0]], Span(m.start(), m.end()))


def _outside(text: str, figures: Sequence[Expression], groups: Sequence[Token]) -> Iterator[Token]:
    for figure in figures:
        if not any(figure.span in group.span for group in groups):
            tag = "date" if isinstance(figure, Date) else "number"
            yield Token(figure.span.of(text), tag, figure.span)
