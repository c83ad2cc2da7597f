"""What is read: documents, their lessons, and files that wait for their import."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Document(models.Model):
    """A document as imported last; `text` is the clean text that all offsets point into."""

    title = models.CharField(_("标题"), max_length=200)
    byline = models.CharField(_("作者"), max_length=200, blank=True)
    source_name = models.CharField(_("文件名"), max_length=200)
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    text = models.TextField(_("正文"))
    revision = models.PositiveIntegerField(_("版本"), default=1)
    imported_at = models.DateTimeField(_("导入时间"), auto_now_add=True)
    updated_at = models.DateTimeField(_("更新时间"), auto_now=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("文档")
        verbose_name_plural = _("文档")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("course", args=[self.pk])


class Lesson(models.Model):
    """A section of a document that is read in one go.

    `start` and `end` are offsets into the document's text; `body` is the text between them
    without the lesson's own heading, and `body_start` the offset of its first character.
    `level` is the depth in the outline, from 1.
    """

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="lessons", verbose_name=_("文档")
    )
    parent = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("上级"),
    )
    number = models.CharField(_("序号"), max_length=60, blank=True)
    heading = models.CharField(_("标题"), max_length=200)
    level = models.PositiveSmallIntegerField(_("层级"), default=1)
    order = models.PositiveIntegerField(_("次序"))
    body = models.TextField(_("正文"), blank=True)
    body_start = models.PositiveIntegerField(_("正文起点"))
    start = models.PositiveIntegerField(_("起点"))
    end = models.PositiveIntegerField(_("终点"))
    fact_count = models.PositiveIntegerField(_("知识点数"), default=0)
    retired_at = models.DateTimeField(_("停用时间"), null=True, blank=True)

    class Meta:
        ordering = ("document", "order")
        verbose_name = _("课文")
        verbose_name_plural = _("课文")
        constraints = (
            models.UniqueConstraint(
                fields=("document", "order"),
                condition=models.Q(retired_at=None),
                name="lesson_order_unique_in_document",
            ),
            models.CheckConstraint(
                condition=models.Q(end__gte=models.F("start")), name="lesson_ends_after_start"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.heading}".strip()

    def get_absolute_url(self) -> str:
        return reverse("lesson", args=[self.pk])


class Upload(models.Model):
    """A file between its dry run and the instructor's word to import it."""

    name = models.CharField(_("文件名"), max_length=200)
    data = models.BinaryField()
    # Empty values leave it to the import, as on the command line.
    title = models.CharField(_("标题"), max_length=200, blank=True)
    byline = models.CharField(_("作者"), max_length=200, blank=True)
    as_new = models.BooleanField(default=False)
    revises = models.ForeignKey(Document, models.CASCADE, null=True, blank=True, related_name="+")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name
