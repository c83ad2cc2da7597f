"""Facts of a file → rows: kept, added, revived, retired, found again."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from quizzes.authoring import mark_answer, place_evidence
from quizzes.generation import types
from quizzes.importing.comparison import Comparison
from quizzes.importing.source import Source
from quizzes.importing.upsert import update_rows
from quizzes.models import Document, Fact, Lesson
from quizzes.text.types import Span
from quizzes.verbatim import Verbatim

FIELDS = (
    "lesson",
    "kind",
    "answer",
    "value",
    "evidence",
    "evidence_start",
    "evidence_end",
    "answer_start",
    "answer_end",
    "importance",
    "position",
    "retired_at",
)


def save_facts(
    document: Document,
    source: Source,
    comparison: Comparison,
    lessons: Sequence[Lesson],
    now: datetime,
) -> Mapping[str, Fact]:
    """The row of every fact of the file, by fingerprint."""
    matched = comparison.matched
    rows = {mark: matched.get(mark) or Fact(document=document) for mark in source.facts}
    for mark, fact in source.facts.items():
        _fill(rows[mark], fact, source, lessons)
    _save_fingerprints(matched)
    Fact.objects.bulk_create([row for row in rows.values() if row.pk is None])
    _find_again(comparison.staying, source, lessons)
    for row in comparison.gone:
        row.retired_at = now
    changed = [*matched.values(), *comparison.staying, *comparison.gone]
    update_rows(Fact.objects, changed, FIELDS)
    return rows


def _fill(row: Fact, fact: types.Fact, source: Source, lessons: Sequence[Lesson]) -> None:
    answer = fact.answer if isinstance(fact.answer, str) else "、".join(fact.answer)
    row.lesson = lessons[source.index.at(fact.evidence)]
    row.kind = fact.kind
    row.answer = answer[:500]
    row.value = fact.value[:500]
    row.evidence = fact.evidence.of(source.text)
    row.evidence_start, row.evidence_end = fact.evidence.start, fact.evidence.end
    row.answer_start, row.answer_end = fact.place.start, fact.place.end
    row.importance = fact.importance
    row.position = fact.place.start
    row.retired_at = None
    row.fingerprint = row.fingerprint or fact.fingerprint


def _save_fingerprints(matched: Mapping[str, Fact]) -> None:
    """Gives facts that were found by their sentence the fingerprint they have now.

    These are few, and apart from the other fields because changing a unique column locks a row
    against learners whose cards point at it.
    """
    changed = [row for mark, row in matched.items() if row.fingerprint != mark]
    for mark, row in matched.items():
        row.fingerprint = mark
    update_rows(Fact.objects, changed, ("fingerprint",))


def _find_again(staying: Sequence[Fact], source: Source, lessons: Sequence[Lesson]) -> None:
    """Looks for the evidence of instructors' own facts in the new text.

    Where it is gone, the fact keeps it as a text without a place, and stays in practice: the
    instructor decides about it.
    """
    text = Verbatim(source.text)
    current = {lesson.pk for lesson in lessons}
    for fact in staying:
        near = fact.evidence_start if fact.evidence_start is not None else fact.position
        found = text.find(fact.evidence, near=near)
        span = Span(*found) if found else Span(near, near)
        if fact.lesson_id not in current or (found and span not in _span(fact.lesson)):
            fact.lesson = lessons[source.index.at(span)]
        place_evidence(fact, found)
        if found:
            fact.evidence = span.of(source.text)
            mark_answer(fact)


def _span(lesson: Lesson) -> Span:
    return Span(lesson.start, lesson.end)
