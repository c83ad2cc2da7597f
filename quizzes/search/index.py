"""The rows that a search reads. Whoever changes a document or a question calls this.

What is called here belongs into the transaction of the change. The databases' own indexes follow
the rows by themselves (see the migration `search_index`).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from quizzes.models import Document, Fact, Lesson, Question, SearchEntry
from quizzes.search.folding import fold, tokens
from quizzes.search.labels import of_document, of_kind
from quizzes.text.sentences import sentences
from quizzes.text.types import Span

Kind = SearchEntry.Kind
BATCH = 500
LINE = re.compile(r"[^\n]*\S[^\n]*")


@transaction.atomic
def index_document(document: Document) -> None:
    """Makes the document's rows anew: what is not retired, and its published questions."""
    SearchEntry.objects.filter(document=document).delete()
    lessons = document.lessons.filter(retired_at=None).order_by("order")
    _save([_entry(Kind.TITLE, document.title, document), *_of_lessons(document, lessons)])
    _save(_stems(_published().filter(fact__document=document)))
    _save(_terms(document))


@transaction.atomic
def index_fact(fact: Fact) -> None:
    """Makes the row of the fact's questions anew, and its document's terms where it is one."""
    SearchEntry.objects.filter(fact=fact, kind=Kind.QUESTION).delete()
    _save(_stems(_published().filter(fact=fact)))
    if fact.kind == Fact.Kind.TERM:
        SearchEntry.objects.filter(document=fact.document_id, kind=Kind.TERM).delete()
        _save(_terms(fact.document))


def is_missing() -> bool:
    """Whether there is a document that no search finds."""
    entries = SearchEntry.objects.filter(document=OuterRef("pk"))
    return Document.objects.exclude(Exists(entries)).exists()


def _of_lessons(document: Document, lessons: Iterable[Lesson]) -> Iterator[SearchEntry]:
    for lesson in lessons:
        yield _entry(Kind.HEADING, str(lesson), document, lesson=lesson, position=lesson.start)
        for span in _sentences(lesson.body):
            start, end = lesson.body_start + span.start, lesson.body_start + span.end
            place = {"position": start, "start": start, "end": end}
            yield _entry(Kind.SENTENCE, span.of(lesson.body), document, lesson=lesson, **place)


def _sentences(body: str) -> Iterator[Span]:
    for line in LINE.finditer(body):
        yield from sentences(body, Span(line.start(), line.end()))


def _published() -> QuerySet[Question]:
    questions = Question.objects.filter(
        fact__retired_at=None,
        fact__lesson__retired_at=None,
        status=Question.Status.PUBLISHED,
        revision__gte=1,
    )
    return questions.select_related("fact__document").defer("fact__document__text")


def _stems(questions: QuerySet[Question]) -> Iterator[SearchEntry]:
    """One stem for each fact: beside one another, two would give the key away.

    A statement to be judged says what its fact's other questions ask, and stands only where there
    are no others.
    """
    for _fact, asked in groupby(questions.order_by("fact__position", "fact"), _fact_of):
        question = min(asked, key=_preference)
        fact = question.fact
        about = {"fact": fact, "question": question, "position": fact.position}
        yield _entry(Kind.QUESTION, question.stem, fact.document, lesson_id=fact.lesson_id, **about)


def _fact_of(question: Question) -> int:
    return question.fact_id


def _preference(question: Question) -> tuple[bool, int, int]:
    is_statement = question.kind == Question.Kind.TRUE_FALSE
    return is_statement, Question.Kind.values.index(question.kind), question.pk


def _terms(document: Document) -> Iterator[SearchEntry]:
    """Each term once, where the document says it first."""
    seen: set[str] = set()
    facts = Fact.objects.askable().filter(document=document, kind=Fact.Kind.TERM)
    for fact in facts.filter(lesson__retired_at=None):
        entry = _entry(
            Kind.TERM,
            fact.answer,
            document,
            lesson_id=fact.lesson_id,
            fact=fact,
            position=fact.position,
            start=fact.evidence_start,
            end=fact.evidence_end,
        )
        if entry.folded not in seen:
            seen.add(entry.folded)
            yield entry


def _entry(kind: Kind, text: str, document: Document, **about: object) -> SearchEntry:
    folded = fold(text).text
    return SearchEntry(
        kind=kind,
        document=document,
        text=text,
        folded=folded,
        tokens=" ".join((of_kind(kind), of_document(document.pk), *tokens(folded))),
        **about,
    )


def _save(entries: Iterable[SearchEntry]) -> None:
    SearchEntry.objects.bulk_create(entries, batch_size=BATCH)
