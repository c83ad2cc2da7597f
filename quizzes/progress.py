"""The read side: what a learner does next, and how far they are.

Every page takes a fixed number of queries, whatever its learner's history.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from quizzes.days import DayFigures, count_answer, local_day, recent, streak_alive
from quizzes.exams import still_open
from quizzes.forecast import DueDay, forecast
from quizzes.goals import Goal
from quizzes.mastery import (
    Counts,
    LessonProgress,
    WeakFact,
    counts,
    course,
    courses,
    share,
    weakest,
)
from quizzes.models import Attempt, Card, Day, Document, Fact, LessonRead, User
from quizzes.practice import unfinished
from quizzes.results import Result, result
from quizzes.workload import day_holds, plan
from quizzes.year import Year, year

__all__ = [
    "DayFigures",
    "DueDay",
    "LessonProgress",
    "Overview",
    "Result",
    "Today",
    "WeakFact",
    "Year",
    "count_answer",
    "course",
    "overview",
    "result",
    "today",
]

DAYS_SHOWN = 14
# Who was away longer is welcomed back, and begins with a short practice.
AWAY_DAYS = 7
SHORT = 5


@dataclass
class Today:
    """One look at the day.

    `document` is where 开始 goes: the course with most due, else the one being read, else the first
    with something new. `due` and `new_available` are what is planned for the rest of the day, of
    all courses and of that one; `waiting` facts are due as well and come on later days. A day
    holds at most `day_holds` facts. `away` is how many days ago the
    learner last answered, None who never did. `next_due` is known while nothing is due. `exams` are
    those begun and not handed in.
    """

    goal: Goal

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
    away: int | None = None
    next_due: datetime | None = None
    exams: list[Attempt] = field(default_factory=list)

    @property
    def returning(self) -> bool:
        return self.away is not None and self.away > AWAY_DAYS

    @property
    def paper(self) -> int:
        """How many questions 开始 asks."""
        return SHORT if self.returning else self.goal.paper


def today(learner: User, now: datetime | None = None) -> Today:
    """What the page 今天 shows, in six queries at most, and one more while nothing is due."""
    now = now or timezone.now()
    figures = {row["document"]: row for row in counts(learner, None, "document", now)}
    reading = stopped_reading(learner)
    begin = where_to_begin(figures, reading.lesson.document_id if reading else None)
    date_there = local_day(learner, now)
    days = recent(learner, date_there)
    streak = streak_alive(date_there, days)
    facts_today = days[date_there].facts if date_there in days else 0
    steps = sum(row["steps"] for row in figures.values())
    planned = plan(
        learner,
        days.get(date_there),
        steps=steps,
        reviews=sum(row["due"] for row in figures.values()) - steps,
        new=figures[begin]["facts"] - figures[begin]["met"] if begin else 0,
    )
    due = planned.steps + planned.reviews
    return Today(
        goal=Goal(done=facts_today, size=learner.daily_goal),
        due=due,
        waiting=planned.waiting,
        day_holds=day_holds(learner),
        new_available=planned.new,
        answered_today=days[date_there].answers if date_there in days else 0,
        streak=streak,
        streak_alive=streak > 0,
        reading=reading,
        unfinished=next(iter(unfinished(learner)), None),
        document=Document.objects.defer("text").get(pk=begin) if begin else None,
        away=days_away(learner, date_there, days),
        next_due=None if due else next_due(learner, now),
        exams=still_open(learner),
    )


def next_due(learner: User, now: datetime) -> datetime | None:
    """When the next fact falls due, none being due at `now`."""
    later = Card.objects.filter(learner=learner, reps__gt=0, due__gt=now)
    askable = later.filter(fact__in=Fact.objects.askable().order_by())
    return askable.order_by("due").values_list("due", flat=True).first()


def days_away(learner: User, today: date, days: Mapping[date, Day]) -> int | None:
    """How many days ago something was answered last; None where nothing ever was."""
    last = max(days, default=None)
    if last is None:
        latest = Day.objects.filter(learner=learner).order_by("-day").first()
        last = latest.day if latest else None
    return None if last is None else max((today - last).days, 0)


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


@dataclass(frozen=True)
class CourseProgress:
    """A course with its sections, and what they come to."""

    document: Document
    sections: list[LessonProgress]

    @property
    def top(self) -> list[LessonProgress]:
        """Its chapters; each holds what is under it."""
        return [section for section in self.sections if section.lesson.parent_id is None]

    @property
    def facts(self) -> int:
        return sum(section.facts for section in self.top)

    @property
    def mastered(self) -> int:
        return sum(section.mastered for section in self.top)

    @property
    def mastered_share(self) -> float:
        """From 0 to 1."""
        return share(self.mastered, self.facts)


@dataclass
class Overview:
    """What the page 进度 shows."""

    facts: int
    new: int
    learning: int
    mastered: int
    year: Year
    forecast: list[DueDay]
    weakest: list[WeakFact]
    courses: list[CourseProgress]

    @property
    def mastered_share(self) -> float:
        """From 0 to 1."""
        return share(self.mastered, self.facts)

    @property
    def retention(self) -> float:
        """The predicted recall, from 0 to 1, of mastered facts on average."""
        return float(settings.DESIRED_RETENTION)

    @property
    def days(self) -> list[DayFigures]:
        """The last fourteen, the oldest first."""
        return self.year.days[-DAYS_SHOWN:]


def overview(
    learner: User, document: Document | None = None, now: datetime | None = None
) -> Overview:
    """All courses, or one, in eight queries at most."""
    now = now or timezone.now()
    documents = [document] if document else list(Document.objects.defer("text"))
    by_course = [CourseProgress(*found) for found in courses(learner, documents, now)]
    top = [section for course in by_course for section in course.top]
    return Overview(
        facts=sum(p.facts for p in top),
        new=sum(p.new for p in top),
        learning=sum(p.learning for p in top),
        mastered=sum(p.mastered for p in top),
        year=year(learner, local_day(learner, now)),
        forecast=forecast(learner, documents, now),
        weakest=weakest(learner, documents, now),
        courses=by_course,
    )
