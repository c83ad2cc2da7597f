"""A query → what it finds, in three groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Literal, get_args

from django.db.models import Case, Q, Value, When
from django.db.models.functions import Length

from quizzes.models import Document, SearchEntry, User
from quizzes.search.labels import of_document, of_kind
from quizzes.search.matching import holding, is_one_token, saying
from quizzes.search.queries import Query
from quizzes.search.snippets import Part, snippet

GroupName = Literal["terms", "lessons", "questions"]
GROUPS: tuple[GroupName, ...] = get_args(GroupName)
ALL = Q(pk__isnull=False)
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
)
MOST = 10_000  # more hits of a kind than this are not looked at


@dataclass(frozen=True)
class Hit:
    """A thing found, with the words marked in `parts`; `sentence` is where a term is said."""

    entry: SearchEntry
    parts: list[Part]
    sentence: list[Part]


@dataclass(frozen=True)
class Group:
    """The hits of one kind on this page, out of `count`.

    `is_capped` says that there are more than MOST, which were not looked at.
    """

    name: GroupName
    hits: list[Hit]
    count: int
    page: int
    size: int
    is_capped: bool

    @property
    def pages(self) -> int:
        return pages(self.count, self.size)

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

    @property
    def is_capped(self) -> bool:
        return any(group.is_capped for group in self.groups)


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
    last where there are fewer pages. A query that is too short finds nothing.
    """
    if query.is_too_short:
        return Found([])
    names = [only] if only else GROUPS
    groups = []
    for name in names:
        if learner or name != "questions":
            size = PAGE if only else FIRST[name]
            groups.append(_group(query, name, document, page if only else 1, size))
    return Found(groups)


def pages(count: int, size: int) -> int:
    return -(-count // size) or 1


def _group(query: Query, name: GroupName, document: Document | None, page: int, size: int) -> Group:
    candidates = _candidates(query, name, document)
    keys = [pk for pk, says in candidates if says][:MOST]
    page = max(1, min(page, pages(len(keys), size)))
    shown = keys[(page - 1) * size : page * size]
    return Group(
        name=name,
        hits=_hits(shown, query),
        count=len(keys),
        page=page,
        size=size,
        is_capped=len(candidates) > MOST,
    )


def _candidates(query: Query, name: GroupName, document: Document | None) -> list[tuple[int, int]]:
    """The rows of the group that have the query's tokens, in order, and whether its words too."""
    tokens = [*query.tokens, *([of_document(document.pk)] if document else [])]
    labels = [of_kind(kind) for kind in KINDS[name]]
    words = (Q(saying(word)) for word in query.words if not is_one_token(word))
    says = Case(When(reduce(and_, words, ALL), then=Value(1)), default=Value(0))
    entries = SearchEntry.objects.filter(holding(labels, tokens, MOST + 1)).annotate(says=says)
    ordered = entries.order_by(_rank(query), "document_id", "position", "pk")
    return list(ordered.values_list("pk", "says")[: MOST + 1])


def _rank(query: Query) -> Case:
    phrase = [When(saying(query.phrase), then=Value(2))] if len(query.words) > 1 else []
    return Case(
        When(kind=SearchEntry.Kind.TITLE, then=Value(0)),
        When(kind=SearchEntry.Kind.HEADING, then=Value(1)),
        *phrase,
        default=Value(3),
    )


def _hits(keys: Sequence[int], query: Query) -> list[Hit]:
    entries = SearchEntry.objects.select_related("document", "lesson", "fact").only(*SHOWN)
    rows = entries.in_bulk(keys) if keys else {}
    return [_hit(rows[pk], query) for pk in keys if pk in rows]


def _hit(entry: SearchEntry, query: Query) -> Hit:
    sentence: list[Part] = []
    if entry.kind == SearchEntry.Kind.TERM and entry.fact:
        sentence = snippet(entry.fact.evidence, query.words)
    return Hit(entry, snippet(entry.text, query.words), sentence)


def suggestions(document: Document | None = None) -> list[str]:
    """A few terms that a search finds, short enough to be typed."""
    terms = SearchEntry.objects.annotate(length=Length("text"))
    terms = terms.filter(kind=SearchEntry.Kind.TERM, length__lte=10)
    if document:
        terms = terms.filter(document=document)
    return list(terms.order_by("document", "position").values_list("text", flat=True)[:SUGGESTED])
