"""What can be asked: facts and the questions on them."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.content import Document, Lesson


class FactQuerySet(models.QuerySet["Fact"]):
    def askable(self) -> Self:
        """Facts that are not retired and have a published question, in the order of the text."""
        published = Question.objects.filter(
            fact=models.OuterRef("pk"), status=Question.Status.PUBLISHED, revision__gte=1
        )
        facts = self.filter(models.Exists(published), retired_at=None)
        return facts.order_by("document", "lesson__order", "position", "pk")


class Fact(models.Model):
    """Something the document says that can be asked.

    Offsets point into the document's text as of its latest revision. `answer` is what the
    document says, `value` its normalised form. `position` orders facts as the text does.
    """

    class Kind(models.TextChoices):
        DATE = "date", _("时间")
        NUMBER = "number", _("数字")
        TERM = "term", _("术语")
        SHARE = "share", _("比重")
        CHANGE = "change", _("变化")
        RANK = "rank", _("名次")
        LIST = "list", _("列举")
        PAIR = "pair", _("对应")
        ACTOR = "actor", _("主体")
        OBJECT = "object", _("对象")
        PLACE = "place", _("地点")
        ORDER = "order", _("次序")
        CONDITION = "condition", _("条件")
        PURPOSE = "purpose", _("定位")
        AUTHORED = "authored", _("自拟")

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="facts", verbose_name=_("文档")
    )
    # Restricted, not protected: a document may go, with its lessons and facts, if nobody met it.
    lesson = models.ForeignKey(
        Lesson, models.RESTRICT, related_name="facts", verbose_name=_("课文")
    )
    kind = models.CharField(_("类别"), max_length=20, choices=Kind.choices)
    answer = models.CharField(_("答案"), max_length=500)
    value = models.CharField(_("规范值"), max_length=500, blank=True)
    evidence = models.TextField(_("原文依据"), blank=True)
    evidence_start = models.PositiveIntegerField(_("依据起点"), null=True, blank=True)
    evidence_end = models.PositiveIntegerField(_("依据终点"), null=True, blank=True)
    answer_start = models.PositiveIntegerField(_("答案起点"), null=True, blank=True)
    answer_end = models.PositiveIntegerField(_("答案终点"), null=True, blank=True)
    fingerprint = models.CharField(_("指纹"), max_length=64)
    importance = models.PositiveSmallIntegerField(_("重要程度"), default=2)
    position = models.PositiveIntegerField(_("次序"), default=0)
    retired_at = models.DateTimeField(_("停用时间"), null=True, blank=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        ordering = ("document", "position", "pk")
        verbose_name = _("知识点")
        verbose_name_plural = _("知识点")
        constraints = (
            models.UniqueConstraint(
                fields=("document", "fingerprint"), name="fact_fingerprint_unique_in_document"
            ),
        )
        indexes = (models.Index(fields=("lesson", "position")),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.answer}"


class Question(models.Model):
    """A question as an instructor sees it; learners are shown its latest `Revision`."""

    class Kind(models.TextChoices):
        # In the order in which a learner meets them: to recognise comes before to recall.
        SINGLE_CHOICE = "single_choice", _("单选题")
        TRUE_FALSE = "true_false", _("判断题")
        MULTIPLE_CHOICE = "multiple_choice", _("多选题")
        MATCHING = "matching", _("配对题")
        ORDERING = "ordering", _("排序题")
        FILL_BLANK = "fill_blank", _("填空题")

    class Status(models.TextChoices):
        DRAFT = "draft", _("草稿")
        PUBLISHED = "published", _("已发布")
        RETIRED = "retired", _("已停用")

    class Origin(models.TextChoices):
        GENERATED = "generated", _("自动生成")
        AUTHORED = "authored", _("教师编写")
        IMPORTED = "imported", _("导入")

    fact = models.ForeignKey(
        Fact, models.CASCADE, related_name="questions", verbose_name=_("知识点")
    )
    kind = models.CharField(_("题型"), max_length=20, choices=Kind.choices)
    stem = models.TextField(_("题干"))
    explanation = models.TextField(_("解析"), blank=True)
    status = models.CharField(
        _("状态"), max_length=20, choices=Status.choices, default=Status.DRAFT
    )
    origin = models.CharField(
        _("来源"), max_length=20, choices=Origin.choices, default=Origin.AUTHORED
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name=_("作者"),
    )
    confidence = models.FloatField(_("把握"), default=1.0)
    revision = models.PositiveIntegerField(_("版本"), default=0)
    # Its status before its fact left the text; given back when the fact returns.
    shelved_status = models.CharField(max_length=20, blank=True, editable=False)
    edited_at = models.DateTimeField(_("教师修改时间"), null=True, blank=True)
    created_at = models.DateTimeField(_("创建时间"), auto_now_add=True)
    updated_at = models.DateTimeField(_("更新时间"), auto_now=True)

    class Meta:
        ordering = ("fact__document", "fact__position", "kind", "pk")
        verbose_name = _("题目")
        verbose_name_plural = _("题目")
        constraints = (
            # One generated question of a kind on a fact: importing again finds it.
            models.UniqueConstraint(
                fields=("fact", "kind"),
                condition=models.Q(origin="generated"),
                name="generated_question_unique_by_kind",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="published") | models.Q(revision__gte=1),
                name="published_question_has_revision",
            ),
        )
        indexes = (models.Index(fields=("status", "kind")),)

    def __str__(self) -> str:
        return self.stem
