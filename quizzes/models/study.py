"""What learners do: read, practise, remember."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quizzes.models.bank import Fact
from quizzes.models.content import Document, Lesson
from quizzes.models.options import Revision


class Attempt(models.Model):
    """One sitting of one learner. Its paper is frozen as its responses, one a position."""

    class Mode(models.TextChoices):
        PRACTICE = "practice", _("智能练习")
        SEQUENCE = "sequence", _("顺序练习")
        TOPIC = "topic", _("专项练习")
        MISTAKES = "mistakes", _("错题本")
        FAVOURITES = "favourites", _("收藏")
        CHALLENGE = "challenge", _("挑战")
        CARDS = "cards", _("快速背诵")
        EXAM = "exam", _("模拟考试")

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="attempts", verbose_name=_("学员")
    )
    document = models.ForeignKey(Document, models.CASCADE, related_name="+", verbose_name=_("文档"))
    # The section practised; empty for the whole course.
    lesson = models.ForeignKey(
        Lesson, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("课文")
    )
    mode = models.CharField(_("方式"), max_length=20, choices=Mode.choices, default=Mode.PRACTICE)
    # What a 专项练习 is narrowed to: "fact-" and a kind of fact, or "item-" and a kind of question.
    topic = models.CharField(_("专项"), max_length=40, blank=True)
    size = models.PositiveSmallIntegerField(_("题数"))
    opened_at = models.DateTimeField(_("开始时间"), default=timezone.now)
    submitted_at = models.DateTimeField(_("完成时间"), null=True, blank=True)
    deadline = models.DateTimeField(_("截止时间"), null=True, blank=True)
    correct = models.PositiveSmallIntegerField(_("答对"), null=True, blank=True)

    class Meta:
        ordering = ("-opened_at", "-pk")
        verbose_name = _("作答")
        verbose_name_plural = _("作答")
        constraints = (
            models.UniqueConstraint(
                fields=("learner", "document"),
                condition=models.Q(mode="exam", submitted_at=None),
                name="one_open_exam_for_learner_document",
            ),
        )
        indexes = (
            models.Index(fields=("learner", "submitted_at", "opened_at")),
            # Where 顺序练习 stopped is read from its latest sitting.
            models.Index(fields=("learner", "mode", "document", "opened_at")),
            # The exams whose time may be up: few, among all attempts ever made.
            models.Index(
                fields=("deadline",),
                condition=models.Q(mode="exam", submitted_at=None),
                name="open_exams_by_deadline",
            ),
        )

    def __str__(self) -> str:
        return f"{self.learner} · {self.opened_at:%Y-%m-%d %H:%M}"


class Card(models.Model):
    """What the memory model knows of one learner and one fact (FSRS).

    `stability` is in days, `difficulty` from 1 to 10; both are empty, and `reps` is 0, until the
    first answer. `due` is empty until then too. `stability` is what FSRS foretells; `lasting` is,
    in days too, what that came to with this learner at the last answer (see `pace`), empty where
    that was before it was kept. `decay` is how flat the curve of forgetting is that both go with:
    that of the parameters the last answer was counted by.
    """

    class State(models.IntegerChoices):
        NEW = 0, _("新")
        LEARNING = 1, _("学习中")
        REVIEW = 2, _("复习")
        RELEARNING = 3, _("重学")

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="cards")
    fact = models.ForeignKey(Fact, models.CASCADE, related_name="cards")
    state = models.PositiveSmallIntegerField(choices=State.choices, default=State.NEW)
    step = models.PositiveSmallIntegerField(null=True, blank=True)
    stability = models.FloatField(null=True, blank=True)
    difficulty = models.FloatField(null=True, blank=True)
    lasting = models.FloatField(null=True, blank=True)
    decay = models.FloatField(default=0.1542)
    due = models.DateTimeField(null=True, blank=True)
    last_review = models.DateTimeField(null=True, blank=True)
    reps = models.PositiveIntegerField(default=0)
    lapses = models.PositiveIntegerField(default=0)
    # When it came into review for the first time; it stays when the fact is forgotten later.
    mastered_at = models.DateTimeField(null=True, blank=True)
    # The question asked last, so that the kinds on one fact take turns.
    last_question = models.ForeignKey(
        "Question", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("记忆卡")
        verbose_name_plural = _("记忆卡")
        constraints = (
            models.UniqueConstraint(
                fields=("learner", "fact"), name="card_unique_for_learner_fact"
            ),
        )
        indexes = (
            models.Index(fields=("learner", "due")),
            models.Index(fields=("learner", "mastered_at")),
        )

    def __str__(self) -> str:
        return f"{self.learner} · {self.fact}"


class Response(models.Model):
    """A position of an attempt's paper and what was answered there; empty until it is.

    `option_order` holds the ids of a revision's options in the order shown; of a matching question
    those of the left sides, then those of their partners. `given` is a JSON value: the id chosen,
    the ids chosen, {left id: partner id}, the ids as they were put in order, or the text typed.
    In an exam it is there before the response is graded, and an order is {id: its place} until
    it is whole.
    """

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="responses")
    position = models.PositiveSmallIntegerField()
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="responses")
    fact = models.ForeignKey(Fact, models.CASCADE, related_name="responses")
    card = models.ForeignKey(Card, models.CASCADE, related_name="responses")
    option_order = models.JSONField(default=list)
    given = models.JSONField(null=True, blank=True)
    is_correct = models.BooleanField(null=True, blank=True)
    # Marked by the learner to come back to, in an exam.
    flagged = models.BooleanField(default=False)
    seconds = models.PositiveIntegerField(null=True, blank=True)
    shown_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("attempt", "position")
        verbose_name = _("答题")
        verbose_name_plural = _("答题")
        constraints = (
            models.UniqueConstraint(
                fields=("attempt", "position"), name="response_unique_for_attempt_position"
            ),
            models.UniqueConstraint(
                fields=("attempt", "fact"), name="response_unique_for_attempt_fact"
            ),
            models.CheckConstraint(
                condition=models.Q(answered_at=None, is_correct=None)
                | models.Q(answered_at__isnull=False, is_correct__isnull=False),
                name="response_answered_is_graded",
            ),
        )

    def __str__(self) -> str:
        return f"{self.attempt} · {self.position}"


class LessonRead(models.Model):
    """How far a learner has read a lesson: `offset` is where, in the document's text."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reads")
    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="reads")
    offset = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(auto_now=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("阅读记录")
        verbose_name_plural = _("阅读记录")
        constraints = (
            models.UniqueConstraint(
                fields=("learner", "lesson"), name="read_unique_for_learner_lesson"
            ),
        )
        indexes = (models.Index(fields=("learner", "read_at")),)

    def __str__(self) -> str:
        return f"{self.learner} · {self.lesson}"


class Day(models.Model):
    """A learner's counters for one day in their time zone.

    `streak` is how many days were learnt on in a row, free days not counted (see `days`). `met` and
    `mastered` are facts that were answered, or came into review, for the first time, `facts` the
    different facts answered; `reviewed` those that were in review and due. `kinds` is
    {"item.<kind of question>" or "fact.<kind of fact>": [answers, right ones]}.
    """

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="days")
    day = models.DateField()
    answers = models.PositiveIntegerField(default=0)
    correct = models.PositiveIntegerField(default=0)
    seconds = models.PositiveIntegerField(default=0)
    facts = models.PositiveIntegerField(default=0)
    reviewed = models.PositiveIntegerField(default=0)
    streak = models.PositiveIntegerField(default=1)
    met = models.PositiveIntegerField(default=0)
    mastered = models.PositiveIntegerField(default=0)
    kinds = models.JSONField(default=dict)

    class Meta:
        ordering = ("learner", "-day")
        verbose_name = _("每天的学习")
        verbose_name_plural = _("每天的学习")
        constraints = (
            models.UniqueConstraint(fields=("learner", "day"), name="day_unique_for_learner"),
        )

    def __str__(self) -> str:
        return f"{self.learner} · {self.day}"
