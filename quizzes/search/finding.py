"""A query → what it finds, in three groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from django.db.models import Case, QuerySet, Value, When
from django.db.models.functions import Length

from quizzes.models import Document, SearchEntry, User
from quizzes.search.matching import holding, is_one_token, saying
from quizzes.search.queries import Query
from quizzes.search.snippets import Part, snippet

GroupName = Literal["terms", "lessons", "questions"]
GROUPS: tuple[GroupName, ...] = get_args(GroupName)
KINDS: Mapping[GroupName, Sequence[str]] = {
    "terms": ["term"],
    "lessons": ["title", "heading", "sentence"],
    "questions": ["question"],
}
# How many of each stand on the first page, where all three are shown.
FIRST: Mapping[GroupName, int] = {"terms": 3, "lessons": 10, "questions": 5}
PAGE = 20
SUGGESTED = 5
SHOWN = (
    "kind",
    "text",
    "start",
    "end",
    "document",
    "document__title",
    "lesson",
    "lesson__number",
    "lesson__heading",
    "fact",
    "fact__evidence",
    "question",
    "question__kind",
)
MOST = 10_000  # more hits than this are neither counted nor put in order


@dataclass(frozen=True)
class Hit:
    """A thing found, with the words marked in `parts`; `sentence` is where a term is said."""

    entry: SearchEntry
    parts: list[Part]
    sentence: list[Part]


@dataclass(frozen=True)
class Group:
    """The hits of one kind on this page, out of `count`; no more than MOST are counted."""

    name: GroupName
    hits: list[Hit]
    count: int
    page: int = 1
    size: int = PAGE

    @property
    def pages(self) -> int:
        return -(-min(self.count, MOST) // self.size) or 1

    @property
    def is_capped(self) -> bool:
        return self.count > MOST

    @property
    def has_more(self) -> bool:
        return self.count > len(self.hits)

    @property
    def previous_page(self) -> int:
        return self.page - 1

    @property
    def next_page(self) -> int:
        return self.page + 1

    @property
    def first(self) -> int:
        return (self.page - 1) * self.size + 1

    @property
    def last(self) -> int:
        return self.first + len(self.hits) - 1


@dataclass(frozen=True)
class Found:
    groups: list[Group]

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)


def find(
    query: Query,
    learner: User | None,
    *,
    only: GroupName | None = None,
    document: Document | None = None,
    page: int = 1,
) -> Found:
    """What has all the words: titles and headings first, then the phrase, then the words.

    Visitors find no questions, as they practise none. With `only` the page `page` of one group, the
    last where there are fewer pages.
    """
    names = [only] if only else GROUPS
    names = [name for name in names if learner or name != "questions"]
    return Found([_group(query, name, document, page if only else None) for name in names])


def _group(query: Query, name: GroupName, document: Document | None, page: int | None) -> Group:
    hits = _hits(query, name, document)
    count = hits[: MOST + 1].count()
    size = FIRST[name] if page is None else PAGE
    page = max(1, min(page or 1, -(-min(count, MOST) // size)))
    start = (page - 1) * size
    chosen = SearchEntry.objects.filter(pk__in=hits[:MOST]) if count > MOST else hits
    ordered = _ranked(chosen, query)[start : min(start + size, MOST)]
    entries = ordered.select_related("document", "lesson", "fact", "question").only(*SHOWN)
    return Group(name, [_hit(entry, query) for entry in entries], count, page, size)


def _hits(query: Query, name: GroupName, document: Document | None) -> QuerySet[SearchEntry]:
    """The rows of the group that the query finds, at most one more than MOST, in any order."""
    hits = SearchEntry.objects.filter(holding(query.tokens), kind__in=KINDS[name])
    if document:
        hits = hits.filter(document=document)
    for word in query.words:
        if not is_one_token(word):
            hits = hits.filter(saying(word))
    return hits.order_by()


def _ranked(entries: QuerySet[SearchEntry], query: Query) -> QuerySet[SearchEntry]:
    phrase = [When(saying(query.phrase), then=Value(2))] if len(query.words) > 1 else []
    rank = Case(
        When(kind=SearchEntry.Kind.TITLE, then=Value(0)),
        When(kind=SearchEntry.Kind.HEADING, then=Value(1)),
        *phrase,
        default=Value(3),
    )
    return entries.order_by(rank, "document", "position", "pk")


def _hit(entry: SearchEntry, query: Query) -> Hit:
    sentence: list[Part] = []
    if entry.kind == SearchEntry.Kind.TERM and entry.fact:
        sentence = snippet(entry.fact.evidence, query.words)
    return Hit(entry, snippet(entry.text, query.words), sentence)


def suggestions(document: Document | None = None) -> list[str]:
    """A few terms that a search finds, short enough to be typed."""
    terms = SearchEntry.objects.annotate(length=Length("text"))
    terms = terms.filter(kind=SearchEntry.Kind.TERM, length__range=(2, 10))
    if document:
        terms = terms.filter(document=document)
    return list(terms.order_by("document", "position").values_list("text", flat=True)[:SUGGESTED])
