"""What was learnt from reviews about how fast somebody forgets."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.content import Document


class MemoryParameters(models.Model):
    """The parameters of FSRS-6 fitted to one learner, or to all learners of one course.

    `parameters` is the list of 21 numbers that py-fsrs takes. The log losses, in nats a review, are
    those of the parameters before and of these, on `reviews` reviews that the fit had not seen.
    """

    learner = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="memory",
        verbose_name=_("学员"),
    )
    document = models.OneToOneField(
        Document,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="memory",
        verbose_name=_("文档"),
    )
    parameters = models.JSONField(_("参数"))
    reviews = models.PositiveIntegerField(_("检验用的复习次数"))
    log_loss_before = models.FloatField(_("原来的对数损失"))
    log_loss = models.FloatField(_("对数损失"))
    fitted_at = models.DateTimeField(_("校准时间"), auto_now=True)

    class Meta:
        verbose_name = _("记忆参数")
        verbose_name_plural = _("记忆参数")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(learner=None, document__isnull=False)
                | models.Q(learner__isnull=False, document=None),
                name="memory_of_a_learner_or_a_course",
            ),
        )

    def __str__(self) -> str:
        return f"{self.learner or self.document} · {self.reviews}"
