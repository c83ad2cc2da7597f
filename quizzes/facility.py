"""How hard a question turns out to be: the share of answers that were right (facility)."""

from dataclasses import dataclass

from django.db.models import Count, Q

from quizzes.models import Question, Response, Tally


@dataclass(frozen=True)
class Facility:
    answers: int
    correct: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; None before the first answer."""
        return self.correct / self.answers if self.answers else None


def facility(question: Question) -> Facility:
    """All answers to a question in any wording, those of accounts that are gone included."""
    answered = Response.objects.filter(
        revision__question=question, answered_at__isnull=False
    ).aggregate(answers=Count("pk"), correct=Count("pk", filter=Q(is_correct=True)))
    gone = Tally.objects.filter(question=question).first() or Tally()
    return Facility(answered["answers"] + gone.answers, answered["correct"] + gone.correct)
