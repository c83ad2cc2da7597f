"""What a learner reached: the best exam and the last, kept as they are handed in."""

from dataclasses import dataclass
from datetime import timedelta

from quizzes.exams.plans import offered
from quizzes.models import Attempt, Document, ExamRecord, Response, User
from quizzes.practice import paper
from quizzes.results import previous_attempt

EARLIER_SHOWN = 5


def keep_record(attempt: Attempt) -> None:
    """Counts an exam that was handed in; the caller holds the lock on its learner."""
    records = ExamRecord.objects.select_related("best")
    record = records.filter(learner=attempt.learner, document=attempt.document_id).first()
    if record is None:
        record = ExamRecord(learner=attempt.learner, document_id=attempt.document_id, best=attempt)
    record.taken += 1
    record.last = attempt
    if share(attempt) > share(record.best):
        record.best = attempt
    record.save()


def share(attempt: Attempt) -> float:
    """The share, 0 to 1, of an exam's questions that were answered right."""
    return (attempt.correct or 0) / attempt.size if attempt.size else 0.0


def record_of(learner: User, document: Document) -> ExamRecord | None:
    """The learner's exams on a document; None before the first was handed in."""
    records = ExamRecord.objects.select_related("best", "last")
    return records.filter(learner=learner, document=document).first()


def best_score(learner: User, document: Document) -> float | None:
    """The best share, 0 to 1, of an exam on `document`; None before one was handed in."""
    record = record_of(learner, document)
    return share(record.best) if record else None


def earlier(learner: User, document: Document) -> list[Attempt]:
    """The last five exams that were handed in, the latest first."""
    handed_in = Attempt.objects.filter(
        learner=learner,
        document=document,
        mode=Attempt.Mode.EXAM,
        submitted_at__isnull=False,
    )
    return list(handed_in.order_by("-submitted_at", "-pk")[:EARLIER_SHOWN])


@dataclass
class ExamResult:
    """How an exam went, beside the one before it and the best so far."""

    attempt: Attempt
    responses: list[Response]
    previous: Attempt | None
    best: Attempt | None

    @property
    def correct(self) -> int:
        return self.attempt.correct or 0

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return share(self.attempt)

    @property
    def open(self) -> int:
        """How many questions were left without an answer."""
        return sum(response.given is None for response in self.responses)

    @property
    def missed(self) -> list[Response]:
        return [response for response in self.responses if not response.is_correct]

    @property
    def right(self) -> list[Response]:
        return [response for response in self.responses if response.is_correct]

    @property
    def took(self) -> timedelta:
        return (self.attempt.submitted_at or self.attempt.opened_at) - self.attempt.opened_at

    @property
    def by_itself(self) -> bool:
        """Whether the clock handed it in."""
        return self.attempt.submitted_at == self.attempt.deadline

    @property
    def is_best(self) -> bool:
        return self.best is None or self.best.pk == self.attempt.pk


def exam_result(attempt: Attempt) -> ExamResult:
    """The result of an exam that was handed in; three queries."""
    record = record_of(attempt.learner, attempt.document)
    return ExamResult(
        attempt=attempt,
        responses=paper(attempt),
        previous=previous_attempt(attempt),
        best=record.best if record else None,
    )


@dataclass
class Course:
    """A course in the list of exams; `best` is the best share, 0 to 1, `open` an exam begun."""

    document: Document
    best: float | None
    open: Attempt | None


def still_open(learner: User) -> list[Attempt]:
    """The exams begun and not handed in, what ends first first; one query.

    There is one a course at most. The time of one may be over: it is handed in when it is opened.
    """
    begun = Attempt.objects.filter(learner=learner, mode=Attempt.Mode.EXAM, submitted_at=None)
    with_course = begun.select_related("document").defer("document__text")
    return list(with_course.order_by("deadline", "pk"))


def courses(learner: User) -> list[Course]:
    """The courses with what the learner reached in their exams; three queries."""
    records = ExamRecord.objects.filter(learner=learner).select_related("best")
    best = {record.document_id: share(record.best) for record in records}
    begun = {attempt.document_id: attempt for attempt in still_open(learner)}
    documents = Document.objects.defer("text")
    return [Course(each, best.get(each.pk), begun.get(each.pk)) for each in documents]


@dataclass
class Offer:
    """What an exam on a document is like, the one that is open, and those handed in."""

    size: int
    minutes: int
    begun: Attempt | None
    record: ExamRecord | None
    earlier: list[Attempt]

    @property
    def best(self) -> float | None:
        return share(self.record.best) if self.record else None


def offer(learner: User, document: Document) -> Offer:
    """Ten queries at most, whatever the learner's history."""
    size, minutes = offered(document)
    begun = Attempt.objects.filter(
        learner=learner, document=document, mode=Attempt.Mode.EXAM, submitted_at=None
    )
    return Offer(
        size, minutes, begun.first(), record_of(learner, document), earlier(learner, document)
    )
