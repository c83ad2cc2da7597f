"""Lessons as planned → rows."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from django.db.models import Case, F, IntegerField, Value, When
from django.db.models.functions import Greatest

from quizzes.importing.lessons import LessonDraft
from quizzes.importing.matching import match_lessons
from quizzes.importing.upsert import update_rows
from quizzes.models import Document, Lesson, LessonRead

FIELDS = (
    "parent",
    "number",
    "heading",
    "level",
    "order",
    "body",
    "body_start",
    "start",
    "end",
    "retired_at",
)


def save_lessons(document: Document, drafts: Sequence[LessonDraft], now: datetime) -> list[Lesson]:
    """The row of each lesson, in their order: those that were there, moved, and new ones.

    Lessons that are no longer in the text are retired.
    """
    old = list(document.lessons.all())
    moved = {lesson.pk: lesson.start for lesson in old}
    rows = [row or Lesson(document=document) for row in match_lessons(old, drafts)]
    # All retired for a moment, so that no two lessons ever share their place in the order.
    document.lessons.filter(retired_at=None).update(retired_at=now)
    for order, (row, draft) in enumerate(zip(rows, drafts, strict=True), start=1):
        _fill(row, draft, order)
    _create(rows, drafts)
    update_rows(Lesson.objects, [row for row in rows if row.pk in moved], FIELDS)
    _move_places({row.pk: row.start - moved[row.pk] for row in rows if row.pk in moved})
    return rows


def _fill(row: Lesson, draft: LessonDraft, order: int) -> None:
    row.order = order
    row.number = draft.number
    row.heading = draft.heading
    row.level = draft.level
    row.body = draft.body
    row.body_start = draft.body_start
    row.start = draft.start
    row.end = draft.end
    row.retired_at = None


def _create(rows: Sequence[Lesson], drafts: Sequence[LessonDraft]) -> None:
    """Inserts the new rows, one depth at a time, so that every parent has its key."""
    depths: list[int] = []
    for draft in drafts:
        depths.append(0 if draft.parent is None else depths[draft.parent] + 1)
    places = sorted(range(len(rows)), key=depths.__getitem__)
    for _depth, group in groupby(places, key=depths.__getitem__):
        fresh = []
        for place in group:
            parent = drafts[place].parent
            rows[place].parent = None if parent is None else rows[parent]
            if rows[place].pk is None:
                fresh.append(rows[place])
        Lesson.objects.bulk_create(fresh)


def _move_places(shifts: dict[int, int]) -> None:
    """Moves the place where each learner stopped reading along with its lesson."""
    moves = [When(lesson=pk, then=Value(by)) for pk, by in shifts.items() if by]
    if moves:
        LessonRead.objects.filter(lesson__in=[pk for pk, by in shifts.items() if by]).update(
            offset=Greatest(F("offset") + Case(*moves, output_field=IntegerField()), Value(0))
        )
