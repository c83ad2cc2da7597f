"""The ways to practise: what each asks of a course, how much there is, and how a sitting opens."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quizzes import challenge
from quizzes.errors import StudyError
from quizzes.models import (
    Attempt,
    Card,
    Document,
    Fact,
    Favourite,
    Lesson,
    Mistake,
    Question,
    Response,
    User,
)
from quizzes.practice import freeze, lay_out, resumable
from quizzes.scheduling import due_filter

Mode = Attempt.Mode
SIZE = 10
STRETCH = 20  # questions of 顺序练习 in one sitting


class UnknownTopic(StudyError):  # noqa: N818
    """A kind of fact or of question that is not there."""


def open_way(
    learner: User,
    document: Document,
    mode: str,
    topic: str = "",
    now: datetime | None = None,
) -> Attempt:
    """Goes on with the learner's open sitting of this way, course and topic, or opens one.

    `topic` is that of an `Attempt` and belongs to 专项练习 alone.

    Raises NothingToPractise when there is nothing to ask, UnknownTopic for a topic that is none.
    """
    now = now or timezone.now()
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=learner.pk)
        going = going_on(learner, document, mode, topic, now)
        if going:
            return going
        attempt = Attempt(
            learner=learner, document=document, mode=mode, topic=topic, size=SIZE, opened_at=now
        )
        return OPENERS[mode](attempt, now)


def going_on(
    learner: User, document: Document, mode: str, topic: str = "", now: datetime | None = None
) -> Attempt | None:
    """The open sitting to go on with, with `answered`; a challenge only while its clock runs."""
    attempts = resumable(learner).filter(document=document, mode=mode, topic=topic, lesson=None)
    attempt = attempts.first()
    if attempt is None or mode != Mode.CHALLENGE:
        return attempt
    waiting = attempt.responses.filter(answered_at=None).first()
    out_of_time = waiting is None or challenge.seconds_left(waiting, now) == 0
    return None if out_of_time else attempt


def open_smart(attempt: Attempt, now: datetime) -> Attempt:
    """What is due, what is new, what is weakest."""
    return freeze(attempt, facts_of(attempt.document), now)


def open_sequence(attempt: Attempt, now: datetime) -> Attempt:  # noqa: ARG001
    """The next stretch in the order of the text; after the last fact, the first again."""
    order = in_order(attempt.document)
    start = stopped_at(attempt.learner, attempt.document, order)
    asked = [place[-1] for place in order[start : start + STRETCH]]
    attempt.size = len(asked)
    cards = Card.objects.filter(learner=attempt.learner, fact__in=asked)
    return lay_out(attempt, asked, {card.fact_id: card for card in cards})


def open_topic(attempt: Attempt, now: datetime) -> Attempt:
    """Facts of one kind, or all that have a question of one kind, asked by these."""
    by, _hyphen, kind = attempt.topic.partition("-")
    facts = facts_of(attempt.document)
    if by == "fact" and kind in Fact.Kind.values:
        return freeze(attempt, facts.filter(kind=kind), now)
    if by == "item" and kind in Question.Kind.values:
        return freeze_with(attempt, facts, Question.objects.filter(kind=kind), now)
    raise UnknownTopic(_("请选一类知识点或一种题型，再开始。"))


def open_mistakes(attempt: Attempt, now: datetime) -> Attempt:
    """What stands in the book of mistakes, asked by the question that was missed."""
    book = Mistake.objects.filter(
        learner=attempt.learner, fact__document=attempt.document, left_at=None
    )
    facts = facts_of(attempt.document).filter(pk__in=book.values("fact"))
    missed = set(book.exclude(question=None).values_list("question", flat=True))
    return freeze(attempt, facts, now, missed)


def open_favourites(attempt: Attempt, now: datetime) -> Attempt:
    questions = Question.objects.filter(favourites__learner=attempt.learner)
    return freeze_with(attempt, facts_of(attempt.document), questions, now)


def open_cards(attempt: Attempt, now: datetime) -> Attempt:
    return freeze(attempt, facts_of(attempt.document).filter(HAS_CARD), now)


def open_challenge(attempt: Attempt, now: datetime) -> Attempt:  # noqa: ARG001
    return challenge.open_run(attempt)


OPENERS: dict[str, Callable[[Attempt, datetime], Attempt]] = {
    Mode.PRACTICE: open_smart,
    Mode.SEQUENCE: open_sequence,
    Mode.TOPIC: open_topic,
    Mode.MISTAKES: open_mistakes,
    Mode.FAVOURITES: open_favourites,
    Mode.CHALLENGE: open_challenge,
    Mode.CARDS: open_cards,
}
HAS_CARD = Q(kind=Fact.Kind.TERM) & ~Q(evidence="")


def facts_of(document: Document) -> QuerySet[Fact]:
    return Fact.objects.askable().filter(document=document)


def freeze_with(
    attempt: Attempt, facts: QuerySet[Fact], questions: QuerySet[Question], now: datetime
) -> Attempt:
    """A paper of those facts that one of `questions` is on, asked by these."""
    published = questions.filter(
        fact__document=attempt.document, status=Question.Status.PUBLISHED, revision__gte=1
    )
    rows = list(published.values_list("pk", "fact"))
    on_them = facts.filter(pk__in=published.values("fact"))
    return freeze(attempt, on_them, now, {pk for pk, _fact in rows})


Place = tuple[int, int, int]
"""Where a fact stands in its document: order of its lesson, position, id."""


def in_order(document: Document) -> list[Place]:
    """The facts of a course in the order of the text."""
    return list(facts_of(document).values_list("lesson__order", "position", "pk"))


def stopped_at(learner: User, document: Document, order: list[Place]) -> int:
    """How many facts lie behind the learner in the order of the text; 0 at the start or the end.

    Read from the latest sitting alone, so that it costs the same on any day.
    """
    sittings = Attempt.objects.filter(learner=learner, mode=Mode.SEQUENCE, document=document)
    latest = sittings.order_by("-opened_at", "-pk").values("pk")[:1]
    answered = Response.objects.filter(attempt__in=list(latest.values_list("pk", flat=True)))
    last = answered.filter(answered_at__isnull=False).order_by("-position").first()
    if last is None:
        return 0
    fact = Fact.objects.values_list("lesson__order", "position", "pk").get(pk=last.fact_id)
    behind = sum(place <= fact for place in order)
    return behind if behind < len(order) else 0


@dataclass(frozen=True)
class Amounts:
    """How much of each way a course holds for a learner, in facts; `best` is a run's length."""

    facts: int
    due: int
    terms: int
    mistakes: int
    favourites: int
    sections: int
    best: int


def amounts(learner: User, document: Document, now: datetime | None = None) -> Amounts:
    """In two queries."""
    mine = {"learner": learner, "fact": OuterRef("pk")}
    due = Card.objects.filter(due_filter(now or timezone.now()), **mine)
    missed = Mistake.objects.filter(left_at=None, **mine)
    liked = Favourite.objects.filter(
        learner=learner,
        question__fact=OuterRef("pk"),
        question__status=Question.Status.PUBLISHED,
    )
    counts = (
        facts_of(document)
        .order_by()
        .aggregate(
            facts=Count("pk"),
            due=Count("pk", filter=Exists(due)),
            terms=Count("pk", filter=HAS_CARD),
            mistakes=Count("pk", filter=Exists(missed)),
            favourites=Count("pk", filter=Exists(liked)),
            sections=Count("lesson", distinct=True),
        )
    )
    return Amounts(**counts, best=challenge.best(learner, document))


def courses(learner: User, wanted: str = "") -> tuple[Document | None, list[Document]]:
    """The course to practise, and all that have a question, in two queries at most.

    It is the one `wanted` by its id, else the one practised last, else the first.
    """
    facts = Fact.objects.askable().order_by().filter(document=OuterRef("pk"))
    documents = list(Document.objects.defer("text").filter(Exists(facts)))
    by_id = {str(document.pk): document for document in documents}
    if wanted in by_id or len(documents) < 2:
        return by_id.get(wanted) or next(iter(documents), None), documents
    latest = Attempt.objects.filter(learner=learner).order_by("-opened_at").first()
    return by_id.get(str(latest.document_id) if latest else "", documents[0]), documents


@dataclass(frozen=True)
class Topic:
    """A kind of fact or of question in a course; `code` is what an attempt calls it."""

    code: str
    name: str
    count: int


def topics(document: Document) -> tuple[list[Topic], list[Topic]]:
    """Kinds of fact and kinds of question, each with how many facts it has; two queries."""
    facts = facts_of(document).order_by()
    by_fact = facts.values_list("kind").annotate(n=Count("pk"))
    published = Question.objects.filter(
        fact__in=facts, status=Question.Status.PUBLISHED, revision__gte=1
    ).order_by()
    by_item = published.values_list("kind").annotate(n=Count("fact", distinct=True))
    return (
        _topics("fact", Fact.Kind, dict(by_fact)),
        _topics("item", Question.Kind, dict(by_item)),
    )


def _topics(by: str, kinds: type[TextChoices], counts: dict[str, int]) -> list[Topic]:
    return [
        Topic(f"{by}-{kind}", str(kind.label), counts[kind]) for kind in kinds if counts.get(kind)
    ]


def topic_name(topic: str) -> str:
    """时间 for "fact-date"; empty for what is no topic."""
    by, _hyphen, kind = topic.partition("-")
    kinds: dict[str, type[TextChoices]] = {"fact": Fact.Kind, "item": Question.Kind}
    if by not in kinds or kind not in kinds[by].values:
        return ""
    return str(kinds[by](kind).label)


@dataclass(frozen=True)
class Stretch:
    """Where 顺序练习 stands: facts behind, all of them, and the lesson that comes next."""

    behind: int
    facts: int
    lesson: Lesson | None


def stretch(learner: User, document: Document) -> Stretch:
    """In four queries."""
    order = in_order(document)
    behind = stopped_at(learner, document, order)
    lesson = None
    if order:
        lesson = Lesson.objects.defer("body").filter(facts=order[behind][-1]).first()
    return Stretch(behind, len(order), lesson)
