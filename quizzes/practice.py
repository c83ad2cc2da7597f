"""Which questions come next; opens attempts and finds those left open."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quizzes.errors import StudyError
from quizzes.models import Attempt, Card, Document, Fact, Lesson, Question, Response, Revision, User
from quizzes.models.options import TRUE
from quizzes.normalising import normalise
from quizzes.quantities import ascending
from quizzes.selection import Candidate, chosen

SIZES = (5, 10, 20)
UNFINISHED_SHOWN = 5
# A second click on 开始 finds the paper of the first; later, other facts may be due.
SAME_CLICK = timedelta(minutes=30)
KINDS = Question.Kind.values  # to recognise the answer comes before recalling it


class NothingToPractise(StudyError):  # noqa: N818
    """No published question in the lesson or course."""


class UnknownSize(StudyError):  # noqa: N818
    """A number of questions that is not offered."""


def open_attempt(
    learner: User,
    document: Document,
    lesson: Lesson | None = None,
    size: int = 10,
    now: datetime | None = None,
) -> Attempt:
    """Opens a paper of `size` questions, or fewer when there are fewer facts, and freezes it.

    `lesson` narrows it to a lesson and those under it. The same learner asking again for the same
    paper within half an hour, with nothing answered yet, gets the same attempt.

    Raises NothingToPractise when there is no published question, UnknownSize for a size that is
    not one of SIZES.
    """
    now = now or timezone.now()
    if size not in SIZES:
        raise UnknownSize(_("请选择 5 题、10 题或 20 题。"))
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=learner.pk)
        untouched = untouched_attempt(learner, document, lesson, size, now)
        if untouched:
            return untouched
        facts = Fact.objects.askable().filter(document=document)
        if lesson:
            facts = facts.filter(lesson__in=with_descendants(lesson))
        attempt = Attempt(
            learner=learner, document=document, lesson=lesson, size=size, opened_at=now
        )
        return freeze(attempt, facts, now)


def untouched_attempt(
    learner: User, document: Document, lesson: Lesson | None, size: int, now: datetime
) -> Attempt | None:
    """The paper that a click just before this one opened, as long as all of it can be asked."""
    changed = Q(answered_at__isnull=False) | Q(fact__retired_at__isnull=False)
    same = Attempt.objects.filter(
        ~Exists(Response.objects.filter(changed, attempt=OuterRef("pk"))),
        learner=learner,
        document=document,
        lesson=lesson,
        size=size,
        mode=Attempt.Mode.PRACTICE,
        submitted_at=None,
        opened_at__gt=now - SAME_CLICK,
    )
    return same.first()


def with_descendants(lesson: Lesson) -> set[int]:
    """The ids of a lesson and of all lessons under it."""
    children: dict[int | None, list[int]] = defaultdict(list)
    pairs = Lesson.objects.filter(document=lesson.document_id).values_list("pk", "parent_id")
    for pk, parent in pairs:
        children[parent].append(pk)
    found: set[int] = set()
    waiting = [lesson.pk]
    while waiting:
        pk = waiting.pop()
        found.add(pk)
        waiting += [child for child in children[pk] if child not in found]
    return found


def freeze(
    attempt: Attempt,
    facts: QuerySet[Fact],
    now: datetime,
    preferred: Collection[int] = (),
) -> Attempt:
    """Saves `attempt` with its paper, chosen from `facts` (see `lay_out`)."""
    candidates = Candidate.among(facts)
    known = Card.objects.filter(learner=attempt.learner, fact__in=facts.order_by())
    known = known.select_related("last_question")
    cards = {card.fact_id: card for card in known}
    return lay_out(attempt, chosen(candidates, cards, attempt.size, now), cards, preferred)


def lay_out(
    attempt: Attempt,
    asked: Sequence[int],
    cards: dict[int, Card],
    preferred: Collection[int] = (),
) -> Attempt:
    """Saves `attempt` with these facts as its paper, and the cards that its learner lacked.

    `preferred` are ids of questions that are asked wherever they are on a fact; a fact without
    one has its questions take turns.
    """
    if not asked:
        raise NothingToPractise(_("这里还没有可以练习的题目。请先换一节，或练习整门课程。"))
    wordings = latest_wordings(asked)
    missing = [Card(learner=attempt.learner, fact_id=pk) for pk in asked if pk not in cards]
    cards |= {card.fact_id: card for card in Card.objects.bulk_create(missing)}
    attempt.save()
    responses = []
    for position, pk in enumerate(asked, start=1):
        first = [wording for wording in wordings[pk] if wording.question_id in preferred]
        revision = take_turns(first or wordings[pk], cards[pk])
        cards[pk].last_question = revision.question
        responses.append(new_position(attempt, position, revision, cards[pk]))
    Response.objects.bulk_create(responses)
    # The turn is taken by asking: a second paper opened beside this one asks in another way.
    Card.objects.bulk_update([response.card for response in responses], ["last_question"])
    return attempt


def new_position(attempt: Attempt, position: int, revision: Revision, card: Card) -> Response:
    """An open position of the paper of `attempt`, which is saved already; this is not."""
    return Response(
        attempt=attempt,
        position=position,
        revision=revision,
        fact_id=card.fact_id,
        card=card,
        option_order=option_order(revision, attempt.pk, position),
    )


def latest_wordings(facts: Iterable[int]) -> dict[int, list[Revision]]:
    """The latest revision of each published question, by fact."""
    latest = Revision.objects.filter(
        number=F("question__revision"),
        question__status=Question.Status.PUBLISHED,
        question__fact__in=facts,
    )
    by_fact: dict[int, list[Revision]] = defaultdict(list)
    for revision in latest.select_related("question").order_by("question_id"):
        by_fact[revision.question.fact_id].append(revision)
    return by_fact


def take_turns(wordings: list[Revision], card: Card) -> Revision:
    """The kind after the one asked last, and within a kind its questions in turn.

    The question asked last may be gone; its kind is not asked twice running all the same.
    """
    kinds = sorted({wording.kind for wording in wordings}, key=KINDS.index)
    last = KINDS.index(card.last_question.kind) if card.last_question else -1
    kind = next((kind for kind in kinds if KINDS.index(kind) > last), kinds[0])
    same_kind = [wording for wording in wordings if wording.kind == kind]
    return same_kind[card.reps // len(kinds) % len(same_kind)]


def option_order(revision: Revision, attempt: int, position: int) -> list[str]:
    """The ids of what is shown, in its order (see `Response`).

    Choices and partners that are amounts or dates stand as they ascend, 正确 before 错误, all else
    shuffled, and so are things whose order is asked for. The shuffle is a fixed function of
    attempt and position, so that a page shows the same order whenever it is opened.
    """

    seed = f"{attempt}/{position}"
    options = revision.options
    match revision.kind:
        case Question.Kind.SINGLE_CHOICE | Question.Kind.MULTIPLE_CHOICE:
            return arranged(options, "id", "text", seed)
        case Question.Kind.TRUE_FALSE:
            return [option["id"] for option in sorted(options, key=lambda o: o["text"] != TRUE)]
        case Question.Kind.ORDERING:
            return shuffled([option["id"] for option in options], seed)
        case Question.Kind.MATCHING:
            lefts = shuffled([option["id"] for option in options], seed)
            return [*lefts, *arranged(options, "partner_id", "partner", seed)]
    return []


def arranged(options: Sequence[dict[str, str]], name: str, text: str, seed: str) -> list[str]:
    """The ids under `name` as they stand where the texts ascend, shuffled where they do not."""
    ids = [option[name] for option in options]
    if ascending([normalise(option[text]) for option in options]):
        return ids
    return shuffled(ids, seed)


def shuffled(ids: Iterable[str], seed: str) -> list[str]:
    return sorted(ids, key=lambda one: sha256(f"{seed}/{one}".encode()).digest())


def unfinished(learner: User) -> list[Attempt]:
    """At most five attempts to go on with, the newest first, each with `answered`, a count."""
    # An exam and a challenge have a clock of their own, and a page that says so.
    attempts = resumable(learner).exclude(mode__in=(Attempt.Mode.EXAM, Attempt.Mode.CHALLENGE))
    return list(attempts[:UNFINISHED_SHOWN])


def resumable(learner: User) -> QuerySet[Attempt]:
    """Attempts with a question that can still be answered, the newest first.

    Each has `answered`, a count.
    """
    still_open = Response.objects.filter(
        attempt=OuterRef("pk"), answered_at=None, fact__retired_at=None
    )
    attempts = Attempt.objects.filter(Exists(still_open), learner=learner, submitted_at=None)
    counted = attempts.annotate(
        answered=Count("responses", filter=Q(responses__answered_at__isnull=False))
    )
    related = counted.select_related("document", "lesson").defer("document__text", "lesson__body")
    # Said here: the order of the model is left out where rows are counted.
    return related.order_by("-opened_at", "-pk")


def paper(attempt: Attempt) -> list[Response]:
    """The positions of an attempt, in order, with what their pages show."""
    responses = attempt.responses.order_by("position")
    return list(responses.select_related("revision", "fact__lesson").defer("fact__lesson__body"))


def next_position(responses: list[Response]) -> int | None:
    """The first position not answered yet; None when all are."""
    return next((r.position for r in responses if r.answered_at is None), None)
