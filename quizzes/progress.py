"""The read side: what a learner does next, and how far they are.

Every page takes a fixed number of queries, whatever its learner's history.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from quizzes.days import DayFigures, count_answer, last_days, local_day
from quizzes.mastery import (
    Counts,
    LessonProgress,
    WeakFact,
    counts,
    course,
    courses,
    weakest,
)
from quizzes.models import Attempt, Day, Document, LessonRead, User
from quizzes.practice import unfinished
from quizzes.results import Result, result
from quizzes.workload import day_holds, plan

__all__ = [
    "DayFigures",
    "LessonProgress",
    "Overview",
    "Result",
    "Today",
    "WeakFact",
    "count_answer",
    "course",
    "overview",
    "result",
    "today",
]

DAYS_SHOWN = 14


@dataclass
class Today:
    """One look at the day.

    `document` is where 开始 goes: the course with most due, else the one being read, else the first
    with something new. `due` and `new_available` are what is planned for the rest of the day, of
    all courses and of that one; `waiting` facts are due as well and come on later days. A day
    holds at most `day_holds` facts.
    """

    due: int = 0
    waiting: int = 0
    day_holds: int = 0
    new_available: int = 0
    answered_today: int = 0
    streak: int = 0
    streak_alive: bool = False
    reading: LessonRead | None = None
    unfinished: Attempt | None = None
    document: Document | None = None


def today(learner: User, now: datetime | None = None) -> Today:
    """What the page 今天 shows, in five queries at most."""
    now = now or timezone.now()
    figures = {row["document"]: row for row in counts(learner, None, "document", now)}
    reading = stopped_reading(learner)
    begin = where_to_begin(figures, reading.lesson.document_id if reading else None)
    latest = Day.objects.filter(learner=learner).order_by("-day").first()
    date_there = local_day(learner, now)
    alive = latest is not None and latest.day >= date_there - timedelta(days=1)
    steps = sum(row["steps"] for row in figures.values())
    planned = plan(
        learner,
        latest if latest and latest.day == date_there else None,
        steps=steps,
        reviews=sum(row["due"] for row in figures.values()) - steps,
        new=figures[begin]["facts"] - figures[begin]["met"] if begin else 0,
    )
    return Today(
        due=planned.steps + planned.reviews,
        waiting=planned.waiting,
        day_holds=day_holds(learner),
        new_available=planned.new,
        answered_today=latest.answers if latest and latest.day == date_there else 0,
        streak=latest.streak if latest and alive else 0,
        streak_alive=alive,
        reading=reading,
        unfinished=next(iter(unfinished(learner)), None),
        document=Document.objects.defer("text").get(pk=begin) if begin else None,
    )


def stopped_reading(learner: User) -> LessonRead | None:
    """The lesson opened last that was not read to its end."""
    reads = LessonRead.objects.filter(
        learner=learner, finished_at=None, lesson__retired_at=None
    ).select_related("lesson__document")
    reads = reads.defer("lesson__body", "lesson__document__text")
    return reads.order_by("-read_at").first()


def where_to_begin(figures: dict[int, Counts], reading: int | None) -> int | None:
    """The id of the document to practise: most due, being read, with new facts, the first."""
    ranked = sorted(
        figures,
        key=lambda pk: (
            -figures[pk]["due"],
            pk != reading,
            figures[pk]["facts"] == figures[pk]["met"],
            pk,
        ),
    )
    return ranked[0] if ranked else None


@dataclass
class Overview:
    """What the page 进度 shows; `days` are the last fourteen, the oldest first."""

    facts: int
    new: int
    learning: int
    mastered: int
    days: list[DayFigures]
    weakest: list[WeakFact]
    courses: list[tuple[Document, list[LessonProgress]]]
    streak: int
    answers_30d: int
    accuracy_30d: float | None


def overview(
    learner: User, document: Document | None = None, now: datetime | None = None
) -> Overview:
    """All courses, or one, in seven queries at most."""
    now = now or timezone.now()
    documents = [document] if document else list(Document.objects.defer("text"))
    by_course = courses(learner, documents, now)
    top = [p for _, lessons in by_course for p in lessons if p.lesson.parent_id is None]
    month, streak = last_days(learner, local_day(learner, now))
    answers, correct = sum(d.answers for d in month), sum(d.correct for d in month)
    return Overview(
        facts=sum(p.facts for p in top),
        new=sum(p.new for p in top),
        learning=sum(p.learning for p in top),
        mastered=sum(p.mastered for p in top),
        days=month[-DAYS_SHOWN:],
        weakest=weakest(learner, documents, now),
        courses=by_course,
        streak=streak,
        answers_30d=answers,
        accuracy_30d=correct / answers if answers else None,
    )
