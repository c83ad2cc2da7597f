"""What is known of questions without knowing who answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.bank import Question


class Tally(models.Model):
    """How often accounts that are gone answered a question, and how often rightly."""

    question = models.OneToOneField(Question, models.CASCADE, related_name="tally")
    answers = models.PositiveIntegerField(default=0)
    correct = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("已注销账号的作答")
        verbose_name_plural = _("已注销账号的作答")

    def __str__(self) -> str:
        return f"{self.question} · {self.correct}/{self.answers}"
