"""What a question is answered with, and the wording each learner was shown."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.bank import Question

# One option of theirs is the key.
ONE_KEY = (Question.Kind.SINGLE_CHOICE, Question.Kind.TRUE_FALSE)
# Theirs are chosen among; those of the other kinds all belong to the answer.
CHOICE = (*ONE_KEY, Question.Kind.MULTIPLE_CHOICE)
TRUE, FALSE = "正确", "错误"


def new_code() -> str:
    """What a browser calls an option: chance, so that it says nothing about the answer."""
    return secrets.token_hex(4)


class Option(models.Model):
    """A row of a question: what it is to be answered with.

    A choice, an accepted answer of a fill-in question, the left side of a pair with its `partner`,
    or a thing to be put in order, whose place is its `position`.
    """

    question = models.ForeignKey(Question, models.CASCADE, related_name="options")
    # Kept equal to the question's kind by `save`, so that the database can hold the rules below.
    question_kind = models.CharField(max_length=20, editable=False)
    text = models.CharField(_("选项"), max_length=500)
    partner = models.CharField(_("配对的内容"), max_length=500, blank=True)
    is_key = models.BooleanField(_("是答案"), default=False)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)
    code = models.CharField(max_length=8, default=new_code, editable=False)
    partner_code = models.CharField(max_length=8, default=new_code, editable=False)

    class Meta:
        ordering = ("question", "position", "pk")
        verbose_name = _("选项")
        verbose_name_plural = _("选项")
        constraints = (
            models.UniqueConstraint(
                fields=("question",),
                condition=models.Q(is_key=True, question_kind__in=ONE_KEY),
                name="one_key_where_one_is_chosen",
            ),
            models.CheckConstraint(
                condition=models.Q(is_key=True) | models.Q(question_kind__in=CHOICE),
                name="all_are_keys_where_none_is_chosen",
            ),
            models.CheckConstraint(
                condition=models.Q(question_kind="matching") & ~models.Q(partner="")
                | ~models.Q(question_kind="matching") & models.Q(partner=""),
                name="partner_in_matching_only",
            ),
            models.UniqueConstraint(
                fields=("question", "position"),
                condition=models.Q(question_kind="ordering"),
                name="one_thing_a_place_in_ordering",
            ),
        )

    def __str__(self) -> str:
        return self.text

    def save(self, *args: object, **kwargs: object) -> None:
        self.question_kind = self.question.kind
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class Revision(models.Model):
    """The wording of a question at one time, never changed: what papers show and grades go by.

    `options` is a list of {"id", "text", "is_key"} in the order of the question's options, in a
    matching question with "partner" and "partner_id" too; the ids are codes, not primary keys.
    `answer` is the key in words.
    """

    question = models.ForeignKey(Question, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("版本"))
    kind = models.CharField(_("题型"), max_length=20, choices=Question.Kind.choices)
    stem = models.TextField(_("题干"))
    options = models.JSONField(_("选项"), default=list)
    answer = models.TextField(_("答案"))
    explanation = models.TextField(_("解析"), blank=True)
    evidence = models.TextField(_("原文依据"), blank=True)
    # Where in `evidence` the answer stands; both empty when it is not marked.
    mark_start = models.PositiveIntegerField(null=True, blank=True)
    mark_end = models.PositiveIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("题目版本")
        verbose_name_plural = _("题目版本")
        constraints = (
            models.UniqueConstraint(
                fields=("question", "number"), name="revision_number_unique_in_question"
            ),
        )

    def __str__(self) -> str:
        return f"{self.stem} (v{self.number})"
