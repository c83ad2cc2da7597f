"""What a learner keeps of questions: mistakes, favourites, notes, reports, and their best runs."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quizzes.models.bank import Fact, Question
from quizzes.models.content import Document


class Mistake(models.Model):
    """A fact in a learner's book of mistakes (错题本), or one that has left it.

    `right_on` is the learner's day of the last right answer since the last wrong one.
    """

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mistakes")
    fact = models.ForeignKey(Fact, models.CASCADE, related_name="mistakes")
    # The question missed last, to be asked again.
    question = models.ForeignKey(Question, models.SET_NULL, null=True, blank=True, related_name="+")
    missed_at = models.DateTimeField(default=timezone.now)
    right_on = models.DateField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("错题")
        verbose_name_plural = _("错题")
        constraints = (
            models.UniqueConstraint(
                fields=("learner", "fact"), name="mistake_unique_for_learner_fact"
            ),
        )
        indexes = (models.Index(fields=("learner", "left_at", "missed_at")),)

    def __str__(self) -> str:
        return f"{self.learner} · {self.fact}"


class Favourite(models.Model):
    """A question a learner wants at hand; it survives every edit of the question."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="favourites")
    question = models.ForeignKey(Question, models.CASCADE, related_name="favourites")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("收藏")
        verbose_name_plural = _("收藏")
        constraints = (
            models.UniqueConstraint(
                fields=("learner", "question"), name="favourite_unique_for_learner_question"
            ),
        )
        indexes = (models.Index(fields=("learner", "added_at")),)

    def __str__(self) -> str:
        return f"{self.learner} · {self.question}"


class Note(models.Model):
    """A learner's own words on a question, which nobody else reads."""

    LONGEST = 1000

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notes")
    question = models.ForeignKey(Question, models.CASCADE, related_name="notes")
    text = models.TextField(max_length=LONGEST)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("笔记")
        verbose_name_plural = _("笔记")
        constraints = (
            models.UniqueConstraint(
                fields=("learner", "question"), name="note_unique_for_learner_question"
            ),
        )
        indexes = (models.Index(fields=("learner", "updated_at")),)

    def __str__(self) -> str:
        return f"{self.learner} · {self.question}"


class Report(models.Model):
    """题目有误: what a learner says is wrong with a question, for instructors to look at."""

    LONGEST = 500

    class Reason(models.TextChoices):
        KEY = "key", _("答案有误")
        STEM = "stem", _("题干不清")
        OPTIONS = "options", _("选项有误")
        SPELLING = "spelling", _("错别字")
        OTHER = "other", _("其他")

    class State(models.TextChoices):
        NEW = "new", _("待处理")
        MENDED = "mended", _("已改好")
        DECLINED = "declined", _("不用改")

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="reports", verbose_name=_("学员")
    )
    question = models.ForeignKey(
        Question, models.CASCADE, related_name="reports", verbose_name=_("题目")
    )
    # The number of the wording that the learner had before them.
    revision = models.PositiveIntegerField(_("版本"))
    reason = models.CharField(_("问题"), max_length=20, choices=Reason.choices)
    words = models.TextField(_("说明"), max_length=LONGEST, blank=True)
    state = models.CharField(_("处理"), max_length=20, choices=State.choices, default=State.NEW)
    created_at = models.DateTimeField(_("反馈时间"), default=timezone.now)
    closed_at = models.DateTimeField(_("处理时间"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("处理人"),
    )

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("题目反馈")
        verbose_name_plural = _("题目反馈")
        constraints = (
            models.UniqueConstraint(
                fields=("learner", "question"),
                condition=models.Q(state="new"),
                name="one_open_report_for_learner_question",
            ),
        )
        indexes = (models.Index(fields=("state", "created_at")),)

    def __str__(self) -> str:
        return f"{self.get_reason_display()}：{self.question}"


class Record(models.Model):
    """A learner's longest runs in the challenge of a course: ever, and in the week of `week`.

    A run is as long as it has right answers; `week` is the Monday it began on, in the site's zone.
    """

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="records")
    document = models.ForeignKey(Document, models.CASCADE, related_name="records")
    best = models.PositiveIntegerField(default=0)
    week = models.DateField()
    week_best = models.PositiveIntegerField(default=0)
    reached_at = models.DateTimeField()

    class Meta:
        verbose_name = _("挑战成绩")
        verbose_name_plural = _("挑战成绩")
        constraints = (
            models.UniqueConstraint(
                fields=("learner", "document"), name="record_unique_for_learner_document"
            ),
        )
        indexes = (models.Index(fields=("document", "week", "-week_best", "reached_at")),)

    def __str__(self) -> str:
        return f"{self.learner} · {self.document} · {self.best}"
