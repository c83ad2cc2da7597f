"""Mock exams: the plan of a document's papers, and what a learner reached in them."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.bank import Question
from quizzes.models.content import Document, Lesson
from quizzes.models.study import Attempt

SHARE = (MinValueValidator(1), MaxValueValidator(100))


class ExamPlan(models.Model):
    """The blueprint of a document's exam papers; a document without one has these defaults.

    Without sections of its own a plan gives each part of the document its share of the facts;
    without kinds it mixes them.
    """

    document = models.OneToOneField(
        Document, models.CASCADE, related_name="exam_plan", verbose_name=_("文档")
    )
    size = models.PositiveSmallIntegerField(
        _("题数"), default=20, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    minutes = models.PositiveSmallIntegerField(
        _("分钟"), default=30, validators=[MinValueValidator(1), MaxValueValidator(240)]
    )
    important_share = models.PositiveSmallIntegerField(
        _("重点题占比（%）"),
        default=80,
        validators=[MaxValueValidator(100)],
        help_text=_("重要程度最高的知识点占多少；不够时用其他知识点补足。"),
    )

    class Meta:
        verbose_name = _("考试方案")
        verbose_name_plural = _("考试方案")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(
                    size__range=(1, 100), minutes__range=(1, 240), important_share__lte=100
                ),
                name="exam_plan_is_in_bounds",
            ),
        )

    def __str__(self) -> str:
        return str(self.document)


class ExamSection(models.Model):
    """The share of a section, with all that is under it, in a plan's papers; in percent."""

    plan = models.ForeignKey(ExamPlan, models.CASCADE, related_name="sections")
    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="+", verbose_name=_("课文"))
    share = models.PositiveSmallIntegerField(_("占比（%）"), validators=SHARE)

    class Meta:
        verbose_name = _("各节占比")
        verbose_name_plural = _("各节占比")
        constraints = (
            models.UniqueConstraint(fields=("plan", "lesson"), name="exam_section_unique_in_plan"),
        )

    def __str__(self) -> str:
        return f"{self.lesson} {self.share}%"


class ExamKind(models.Model):
    """The share of a kind of question in a plan's papers; in percent."""

    plan = models.ForeignKey(ExamPlan, models.CASCADE, related_name="kinds")
    kind = models.CharField(_("题型"), max_length=20, choices=Question.Kind.choices)
    share = models.PositiveSmallIntegerField(_("占比（%）"), validators=SHARE)

    class Meta:
        verbose_name = _("题型占比")
        verbose_name_plural = _("题型占比")
        constraints = (
            models.UniqueConstraint(fields=("plan", "kind"), name="exam_kind_unique_in_plan"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.share}%"


class ExamRecord(models.Model):
    """A learner's exams on one document: how many were handed in, the best and the last."""

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="exam_records"
    )
    document = models.ForeignKey(Document, models.CASCADE, related_name="+")
    taken = models.PositiveIntegerField(default=0)
    best = models.ForeignKey(Attempt, models.CASCADE, related_name="+")
    last = models.ForeignKey(Attempt, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("考试成绩")
        verbose_name_plural = _("考试成绩")
        constraints = (
            models.UniqueConstraint(
                fields=("learner", "document"), name="exam_record_unique_for_learner_document"
            ),
        )

    def __str__(self) -> str:
        return f"{self.learner} · {self.document_id}"
