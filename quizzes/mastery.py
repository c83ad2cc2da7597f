"""What a learner knows of each lesson.

A fact is new until its first answer, mastered while its card is in review and not yet due (of
such facts the desired retention is recalled on average), and being learnt otherwise. Facts that
cannot be asked count nowhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NotRequired, TypedDict, cast

from django.db.models import Count, FilteredRelation, Q
from django.db.models.functions import Length
from django.utils import timezone

from quizzes.models import Card, Document, Fact, Lesson, LessonRead, User
from quizzes.scheduling import retrievability

ReadState = Literal["unread", "reading", "read"]
WEAKEST_SHOWN = 10


@dataclass
class LessonProgress:
    """How many facts of a lesson, and of those under it, are new, being learnt and mastered."""

    lesson: Lesson
    facts: int = 0
    new: int = 0
    learning: int = 0
    mastered: int = 0
    read: ReadState = "unread"

    @property
    def mastered_share(self) -> float:
        """From 0 to 1."""
        return share(self.mastered, self.facts)


def share(part: int, whole: int) -> float:
    """From 0 to 1; 0 of nothing."""
    return part / whole if whole else 0.0


def mastered(now: datetime, card: str = "") -> Q:
    """Cards whose fact is mastered at `now`; `card` is the way to them, as "cards__"."""
    return Q(**{f"{card}state": Card.State.REVIEW, f"{card}due__gt": now})


def course(
    learner: User | None, document: Document, now: datetime | None = None
) -> list[LessonProgress]:
    """The lessons of a document in the order of its outline; three queries, two for a visitor."""
    return courses(learner, [document], now or timezone.now())[0][1]


def courses(
    learner: User | None, documents: list[Document], now: datetime
) -> list[tuple[Document, list[LessonProgress]]]:
    """The lessons of several documents, in as many queries as those of one."""
    lessons = Lesson.objects.filter(document__in=documents, retired_at=None).defer("body")
    figures = {row["lesson"]: row for row in counts(learner, documents, "lesson", now)}
    reads = read_states(learner, documents)
    by_document: dict[int, list[LessonProgress]] = {document.pk: [] for document in documents}
    silent = set()
    for lesson in lessons.annotate(length=Length("body")).order_by("document", "order"):
        if not lesson.length:
            silent.add(lesson.pk)
        own = LessonProgress(lesson, read=reads.get(lesson.pk, "unread"))
        if row := figures.get(lesson.pk):
            own.facts, own.mastered = row["facts"], row["mastered"]
            own.learning, own.new = row["met"] - row["mastered"], row["facts"] - row["met"]
        by_document[lesson.document_id].append(own)
    return [(document, gathered(by_document[document.pk], silent)) for document in documents]


class Counts(TypedDict):
    """One row of `counts`; one of `lesson` and `document` is there, the id it is about.

    `steps` are those of the due that were missed and are not back in review.
    """

    lesson: NotRequired[int]
    document: NotRequired[int]
    facts: int
    met: int
    mastered: int
    due: int
    steps: int


def counts(
    learner: User | None, documents: list[Document] | None, by: str, now: datetime
) -> Iterable[Counts]:
    """Askable facts by lesson or document, and what the learner's cards say of them; one query."""
    facts = Fact.objects.askable().order_by()
    if documents is not None:
        facts = facts.filter(document__in=documents)
    mine = FilteredRelation("cards", condition=Q(cards__learner=learner))
    met = Q(mine__reps__gt=0)
    due = met & Q(mine__due__lte=now)
    rows = (
        facts.annotate(mine=mine)
        .values(by)
        .annotate(
            facts=Count("pk"),
            met=Count("pk", filter=met),
            mastered=Count("pk", filter=mastered(now, "mine__")),
            due=Count("pk", filter=due),
            steps=Count("pk", filter=due & ~Q(mine__state=Card.State.REVIEW)),
        )
    )
    return cast(Iterable[Counts], rows)


def read_states(learner: User | None, documents: list[Document]) -> dict[int, ReadState]:
    """The lessons that were opened, by id."""
    if learner is None:
        return {}
    reads = LessonRead.objects.filter(learner=learner, lesson__document__in=documents)
    finished = reads.values_list("lesson_id", "finished_at")
    return {lesson: "read" if at else "reading" for lesson, at in finished}


def gathered(lessons: list[LessonProgress], silent: set[int]) -> list[LessonProgress]:
    """Adds to each parent, in place, what is under it.

    A parent is read when all of it is; `silent` are the lessons without a text of their own.
    """
    by_id = {progress.lesson.pk: progress for progress in lessons}
    states = {pk: set() if pk in silent else {own.read} for pk, own in by_id.items()}
    for progress in reversed(lessons):  # children come after their parent
        below = states[progress.lesson.pk]
        if len(below) == 1:
            progress.read = next(iter(below))
        elif below:
            progress.read = "reading"
        parent = by_id.get(progress.lesson.parent_id or 0)
        if parent:
            parent.facts += progress.facts
            parent.new += progress.new
            parent.learning += progress.learning
            parent.mastered += progress.mastered
            states[parent.lesson.pk] |= below or {progress.read}
    return lessons


@dataclass(frozen=True)
class WeakFact:
    """A fact not mastered; `recall` is the predicted chance, 0 to 1, that it is known in a day.

    Right after an answer, wrong or not, the fact is known: tomorrow tells the weak from the strong.
    """

    fact: Fact
    lesson: Lesson
    recall: float
    lapses: int


def weakest(learner: User, documents: list[Document], now: datetime) -> list[WeakFact]:
    """At most ten facts that were met and are not mastered, the least likely recalled first."""
    facts = Fact.objects.askable().order_by().filter(document__in=documents)
    met = Card.objects.filter(learner=learner, reps__gt=0, fact__in=facts)
    weak = met.exclude(mastered(now))
    tomorrow = now + timedelta(days=1)
    recall = {card.pk: (retrievability(card, tomorrow), card.stability or 0) for card in weak}
    shown = sorted(recall, key=lambda pk: recall[pk])[:WEAKEST_SHOWN]
    cards = Card.objects.select_related("fact__lesson").defer("fact__lesson__body").in_bulk(shown)
    return [
        WeakFact(cards[pk].fact, cards[pk].fact.lesson, recall[pk][0], cards[pk].lapses)
        for pk in shown
    ]
