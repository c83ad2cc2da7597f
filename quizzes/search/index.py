"""The rows that a search reads. Whoever changes a document or a question calls this.

What is called here belongs into the transaction of the change. The databases' own indexes follow
the rows by themselves (see the migration `search_index`).
"""

import re
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef

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
    _save(_stem(question) for question in _published(document))
    _save(_terms(document))


@transaction.atomic
def index_question(question: Question) -> None:
    """Makes the rows of one question anew, and its document's terms where it asks for one."""
    fact = question.fact
    SearchEntry.objects.filter(question=question).delete()
    if question.status == Question.Status.PUBLISHED and fact.retired_at is None:
        _save([_stem(question)])
    index_terms(fact)


def index_terms(fact: Fact) -> None:
    """Makes the terms of the fact's document anew, if it is a term."""
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


def _published(document: Document) -> Iterator[Question]:
    questions = Question.objects.filter(
        fact__document=document, fact__retired_at=None, status=Question.Status.PUBLISHED
    )
    questions = questions.select_related("fact__document").defer("fact__document__text")
    return questions.order_by("fact__position", "pk").iterator(BATCH)


def _stem(question: Question) -> SearchEntry:
    fact = question.fact
    about = {"fact": fact, "question": question, "position": fact.position}
    return _entry(Kind.QUESTION, question.stem, fact.document, lesson_id=fact.lesson_id, **about)


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
