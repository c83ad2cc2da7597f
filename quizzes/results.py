"""How a sitting went."""

from dataclasses import dataclass

from django.utils import timezone

from quizzes.models import Attempt, Lesson, Response
from quizzes.practice import SIZES, paper, with_descendants


@dataclass
class Result:
    """How an attempt went, the one before it on the same scope, and the lesson that comes next."""

    attempt: Attempt
    total: int
    correct: int
    missed: list[Response]
    right: list[Response]
    previous: Attempt | None
    next_lesson: Lesson | None

    @property
    def again(self) -> int:
        """How many questions another paper has: as many, where that can be chosen."""
        return self.attempt.size if self.attempt.size in SIZES else SIZES[1]


def result(attempt: Attempt) -> Result:
    """An attempt's result; of one that is not finished, so far."""
    responses = paper(attempt)
    return Result(
        attempt=attempt,
        total=len(responses),
        correct=sum(r.is_correct is True for r in responses),
        missed=[r for r in responses if r.is_correct is False],
        right=[r for r in responses if r.is_correct],
        previous=previous_attempt(attempt) if attempt.size > 1 else None,
        next_lesson=next_lesson(attempt.lesson) if attempt.lesson else None,
    )


def previous_attempt(attempt: Attempt) -> Attempt | None:
    finished = Attempt.objects.filter(
        learner=attempt.learner_id,
        document=attempt.document_id,
        lesson=attempt.lesson_id,
        mode=attempt.mode,
        topic=attempt.topic,
        submitted_at__lt=attempt.submitted_at or timezone.now(),
        size__gt=1,
    )
    return finished.exclude(pk=attempt.pk).order_by("-submitted_at").first()


def next_lesson(lesson: Lesson) -> Lesson | None:
    """The first lesson with a text of its own after this one and all that is under it."""
    after = Lesson.objects.filter(
        document=lesson.document_id, order__gt=lesson.order, retired_at=None
    )
    below = with_descendants(lesson)
    return after.exclude(pk__in=below).exclude(body="").defer("body").order_by("order").first()
