"""What a course gives to those who know it."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quizzes.models.content import Document

PERCENT = (MaxValueValidator(100),)


class CertificateRule(models.Model):
    """What a course asks for its certificate, where that is not the default.

    Both are in percent: the best mock exam, and the share of facts mastered. 0 asks nothing.
    """

    document = models.OneToOneField(
        Document, models.CASCADE, related_name="certificate_rule", verbose_name=_("文档")
    )
    exam = models.PositiveSmallIntegerField(
        _("模拟考试至少（%）"), default=80, validators=PERCENT, help_text=_("0 表示不要求。")
    )
    mastery = models.PositiveSmallIntegerField(
        _("掌握的知识点至少（%）"), default=80, validators=PERCENT, help_text=_("0 表示不要求。")
    )

    class Meta:
        verbose_name = _("证书要求")
        verbose_name_plural = _("证书要求")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(exam__lte=100, mastery__lte=100),
                name="certificate_rule_is_in_percent",
            ),
        )

    def __str__(self) -> str:
        return str(self.document)


class Certificate(models.Model):
    """One learner's certificate for one course, worded as it was when it was issued.

    The shares, from 0 to 1, are what the learner had reached then.
    """

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="certificates",
        verbose_name=_("学员"),
    )
    document = models.ForeignKey(
        Document, models.CASCADE, related_name="certificates", verbose_name=_("文档")
    )
    number = models.CharField(_("证书编号"), max_length=20, unique=True, editable=False)
    name = models.CharField(_("证书上的姓名"), max_length=60)
    course = models.CharField(_("证书上的课程"), max_length=200)
    exam_share = models.FloatField(_("考试成绩"), null=True, blank=True)
    mastery_share = models.FloatField(_("掌握比例"))
    issued_at = models.DateTimeField(_("颁发时间"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)
    withdrawal_reason = models.CharField(_("撤销原因"), max_length=200, blank=True)

    class Meta:
        ordering = ("-issued_at", "-pk")
        verbose_name = _("证书")
        verbose_name_plural = _("证书")
        constraints = (
            models.UniqueConstraint(
                fields=("learner", "document"), name="certificate_unique_for_learner_document"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} · {self.course}"
