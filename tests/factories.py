"""Rows for tests: one factory a model, and questions that are published with their revision."""

from collections.abc import Sequence as Texts
from datetime import UTC, datetime, timedelta
from typing import Any

import factory
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from factory import LazyAttribute, LazyFunction, SelfAttribute, Sequence, SubFactory, Trait
from factory.django import DjangoModelFactory, Password
from fsrs.scheduler import DEFAULT_PARAMETERS

from quizzes.certificate_numbers import new_number
from quizzes.challenge import this_week
from quizzes.models import (
    Attempt,
    Card,
    Certificate,
    Day,
    Document,
    ExamPlan,
    Fact,
    Favourite,
    Lesson,
    LessonRead,
    MemoryParameters,
    Mistake,
    Note,
    Option,
    Question,
    Record,
    Report,
    Response,
    Revision,
    Upload,
    User,
)
from quizzes.models.options import CHOICE
from quizzes.practice import option_order
from quizzes.revisions import frozen

PASSWORD = "干在实处-2020"
SENTENCE = "2020年4月，国务院同意设立义乌综合保税区。"


def ago(**parts: float) -> datetime:
    """The moment so many days, hours, … before now."""
    return timezone.now() - timedelta(**parts)


class UserFactory(DjangoModelFactory[User]):
    class Meta:
        model = User

    class Params:
        teacher = Trait(is_staff=True, is_superuser=True)
        guest = Trait(is_guest=True, email="", password=LazyFunction(lambda: make_password(None)))

    username = Sequence(lambda n: f"learner{n}")
    email = LazyAttribute(lambda user: f"{user.username}@example.com")
    password = Password(PASSWORD)


class DocumentFactory(DjangoModelFactory[Document]):
    class Meta:
        model = Document

    title = Sequence(lambda n: f"义乌发展经验（{n}）")
    byline = "中共义乌市委"
    source_name = "yiwu.txt"
    sha256 = Sequence(lambda n: f"{n:064x}")
    text = ""


class LessonFactory(DjangoModelFactory[Lesson]):
    """A lesson whose heading and body are added to its document's text, so that offsets hold."""

    class Meta:
        model = Lesson

    document = SubFactory(DocumentFactory)
    order = LazyAttribute(lambda lesson: lesson.document.lessons.count() + 1)
    number = LazyAttribute(lambda lesson: f"（{lesson.order}）")
    heading = LazyAttribute(lambda lesson: f"第{lesson.order}节 推进全面深化改革")
    body = f"{SENTENCE}\n目前已开通运输线路14条。"
    level = LazyAttribute(lambda lesson: lesson.parent.level + 1 if lesson.parent else 1)
    parent: Lesson | None = None

    @classmethod
    def _create(cls, model_class: type[Lesson], *args: Any, **fields: Any) -> Lesson:
        document: Document = fields["document"]
        heading = f"{fields['number']}{fields['heading']}\n"
        start = len(document.text)
        fields.setdefault("start", start)
        fields.setdefault("body_start", start + len(heading))
        fields.setdefault("end", start + len(heading) + len(fields["body"]))
        document.text += f"{heading}{fields['body']}\n"
        document.save(update_fields=["text"])
        return super()._create(model_class, *args, **fields)


class FactFactory(DjangoModelFactory[Fact]):
    class Meta:
        model = Fact

    class Params:
        retired = Trait(retired_at=LazyFunction(timezone.now))

    lesson = SubFactory(LessonFactory)
    document = SelfAttribute("lesson.document")
    kind = Fact.Kind.DATE
    answer = "2020年4月"
    value = "2020-04"
    evidence = SENTENCE
    evidence_start = LazyAttribute(lambda fact: fact.lesson.body_start)
    evidence_end = LazyAttribute(lambda fact: fact.evidence_start + len(fact.evidence))
    answer_start = LazyAttribute(lambda fact: fact.evidence_start)
    answer_end = LazyAttribute(lambda fact: fact.answer_start + len(fact.answer))
    fingerprint = Sequence(lambda n: f"fact-{n}")
    position = Sequence(int)


class QuestionFactory(DjangoModelFactory[Question]):
    """A draft single-choice question, without options or revision."""

    class Meta:
        model = Question

    fact = SubFactory(FactFactory)
    kind = Question.Kind.SINGLE_CHOICE
    stem = "国务院同意设立义乌综合保税区是在哪一年哪一月？"
    explanation = "原文：2020年4月，国务院同意设立义乌综合保税区。"
    status = Question.Status.DRAFT
    origin = Question.Origin.GENERATED


class OptionFactory(DjangoModelFactory[Option]):
    class Meta:
        model = Option

    question = SubFactory(QuestionFactory)
    text = Sequence(lambda n: f"选项{n}")
    is_key = False
    position = Sequence(int)


class RevisionFactory(DjangoModelFactory[Revision]):
    """The latest wording of a question; its options are those of the question, if it has any."""

    class Meta:
        model = Revision

    question = SubFactory(QuestionFactory)
    number = LazyAttribute(lambda revision: max(revision.question.revision, 1))
    kind = SelfAttribute("question.kind")
    stem = SelfAttribute("question.stem")
    options = LazyAttribute(lambda revision: wording(revision.question).options)
    answer = LazyAttribute(
        lambda revision: wording(revision.question).answer or revision.question.fact.answer
    )
    explanation = SelfAttribute("question.explanation")
    evidence = SelfAttribute("question.fact.evidence")
    mark_start = 0
    mark_end = LazyAttribute(lambda revision: len(revision.question.fact.answer))


def wording(question: Question) -> Revision:
    return frozen(question, list(question.options.all()), question.fact)


class PublishedQuestionFactory(QuestionFactory):
    """A published single-choice question: four options, the first is the key, and a revision."""

    class Meta:
        model = Question
        skip_postgeneration_save = True

    class Params:
        true_false = Trait(
            kind=Question.Kind.TRUE_FALSE, stem="国务院同意设立义乌综合保税区，是在2020年。"
        )
        several = Trait(kind=Question.Kind.MULTIPLE_CHOICE, stem="宅基地“三权分置”分的是哪几种权？")
        matching = Trait(kind=Question.Kind.MATCHING, stem="把每个部门和它负责的事配成对。")
        ordering = Trait(kind=Question.Kind.ORDERING, stem="办一张执照要走哪几步？按先后排好。")

    status = Question.Status.PUBLISHED
    revision = 1

    @factory.post_generation  # type: ignore[untyped-decorator]
    def texts(self: Question, create: bool, texts: Texts[str] | None, **_: Any) -> None:
        """`texts`: the options, the key first; the accepted answers of a fill-in question; left
        and right sides with | between them; things in their order. Several keys end with *.
        """
        if not create:
            return
        for position, text in enumerate(texts or default_texts(self)):
            left, _bar, right = text.rstrip("*").partition("|")
            OptionFactory(
                question=self,
                text=left,
                partner=right,
                is_key=self.kind not in CHOICE
                or (text.endswith("*") if self.kind == "multiple_choice" else position == 0),
                position=position,
            )
        RevisionFactory(question=self)


class PublishedBlankFactory(PublishedQuestionFactory):
    """A published fill-in question and its revision; its accepted answer is that of its fact."""

    class Meta:
        model = Question
        skip_postgeneration_save = True

    kind = Question.Kind.FILL_BLANK
    stem = "国务院同意设立义乌综合保税区，时间是____。"


def default_texts(question: Question) -> list[str]:
    match question.kind:
        case Question.Kind.FILL_BLANK:
            return [question.fact.answer]
        case Question.Kind.TRUE_FALSE:
            return ["正确", "错误"]
        case Question.Kind.MULTIPLE_CHOICE:
            return ["所有权*", "资格权*", "使用权*", "经营权"]
        case Question.Kind.MATCHING:
            return ["海关|查验货物", "商务局|审核资质", "税务局|办理退税"]
        case Question.Kind.ORDERING:
            return ["提交材料", "窗口受理", "现场核查", "领取执照"]
    return [question.fact.answer, "2020年8月", "2020年11月", "2019年1月"]


class AttemptFactory(DjangoModelFactory[Attempt]):
    class Meta:
        model = Attempt

    class Params:
        finished = Trait(submitted_at=LazyFunction(timezone.now), correct=0)

    learner = SubFactory(UserFactory)
    document = SubFactory(DocumentFactory)
    size = 10


class CardFactory(DjangoModelFactory[Card]):
    """A card that is new; or `learning`, `due` (since yesterday), `mastered` (for ten days)."""

    class Meta:
        model = Card

    class Params:
        learning = Trait(
            state=Card.State.LEARNING,
            step=0,
            stability=0.2,
            difficulty=6.4,
            reps=1,
            last_review=LazyFunction(timezone.now),
            due=LazyFunction(lambda: ago(minutes=-10)),
        )
        due_now = Trait(
            state=Card.State.REVIEW,
            stability=3.0,
            difficulty=5.0,
            reps=2,
            last_review=LazyFunction(lambda: ago(days=4)),
            due=LazyFunction(lambda: ago(days=1)),
        )
        mastered = Trait(
            state=Card.State.REVIEW,
            stability=12.0,
            difficulty=5.0,
            reps=3,
            last_review=LazyFunction(lambda: ago(days=2)),
            due=LazyFunction(lambda: ago(days=-10)),
        )

    learner = SubFactory(UserFactory)
    fact = SubFactory(FactFactory)


class ResponseFactory(DjangoModelFactory[Response]):
    """An open position of a paper; give it the question's revision, or it makes its own."""

    class Meta:
        model = Response

    class Params:
        question = SubFactory(PublishedQuestionFactory)
        right = Trait(is_correct=True, seconds=8, answered_at=LazyFunction(timezone.now))
        wrong = Trait(is_correct=False, seconds=8, answered_at=LazyFunction(timezone.now))

    revision = LazyAttribute(lambda response: response.question.revisions.latest("number"))
    fact = SelfAttribute("revision.question.fact")
    attempt = LazyAttribute(lambda response: AttemptFactory(document=response.fact.document))
    card = LazyAttribute(
        lambda response: Card.objects.get_or_create(
            learner=response.attempt.learner, fact=response.fact
        )[0]
    )
    position = LazyAttribute(lambda response: response.attempt.responses.count() + 1)
    option_order = LazyAttribute(
        lambda response: option_order(response.revision, response.attempt.pk, response.position)
    )


class LessonReadFactory(DjangoModelFactory[LessonRead]):
    class Meta:
        model = LessonRead

    class Params:
        finished = Trait(finished_at=LazyFunction(timezone.now))

    learner = SubFactory(UserFactory)
    lesson = SubFactory(LessonFactory)
    offset = SelfAttribute("lesson.body_start")


class DayFactory(DjangoModelFactory[Day]):
    class Meta:
        model = Day

    learner = SubFactory(UserFactory)
    day = LazyFunction(lambda: timezone.localdate())
    answers = 10
    correct = 8
    seconds = 120


class CertificateFactory(DjangoModelFactory[Certificate]):
    class Meta:
        model = Certificate

    class Params:
        withdrawn = Trait(
            withdrawn_at=LazyFunction(timezone.now), withdrawal_reason="考试由他人代做。"
        )

    learner = SubFactory(UserFactory)
    document = SubFactory(DocumentFactory)
    number = LazyFunction(new_number)
    name = "王小义"
    course = SelfAttribute("document.title")
    exam_share = 0.9
    mastery_share = 0.85


class MistakeFactory(DjangoModelFactory[Mistake]):
    class Meta:
        model = Mistake

    class Params:
        gone = Trait(left_at=LazyFunction(timezone.now))

    learner = SubFactory(UserFactory)
    question = SubFactory(PublishedQuestionFactory)
    fact = SelfAttribute("question.fact")


class FavouriteFactory(DjangoModelFactory[Favourite]):
    class Meta:
        model = Favourite

    learner = SubFactory(UserFactory)
    question = SubFactory(PublishedQuestionFactory)


class NoteFactory(DjangoModelFactory[Note]):
    class Meta:
        model = Note

    learner = SubFactory(UserFactory)
    question = SubFactory(PublishedQuestionFactory)
    text = "四月，不是八月。"


class ReportFactory(DjangoModelFactory[Report]):
    class Meta:
        model = Report

    learner = SubFactory(UserFactory)
    question = SubFactory(PublishedQuestionFactory)
    revision = 1
    reason = Report.Reason.SPELLING
    words = "“综保区”写错了。"


class RecordFactory(DjangoModelFactory[Record]):
    """A run of this week."""

    class Meta:
        model = Record

    learner = SubFactory(UserFactory)
    document = SubFactory(DocumentFactory)
    best = 7
    week = LazyFunction(lambda: this_week(timezone.now()))
    week_best = 7
    reached_at = LazyFunction(timezone.now)


class MemoryParametersFactory(DjangoModelFactory[MemoryParameters]):
    """The library's own parameters; give it a learner or a document."""

    class Meta:
        model = MemoryParameters

    parameters = LazyFunction(lambda: list(DEFAULT_PARAMETERS))
    reviews = 600
    log_loss_before = 0.4
    log_loss = 0.3


class UploadFactory(DjangoModelFactory[Upload]):
    class Meta:
        model = Upload

    name = "yiwu.txt"
    data = f"一、开头\n{SENTENCE}\n".encode()
    uploaded_by = SubFactory(UserFactory, teacher=True)


def noon(day: int = 1, *, month: int = 6) -> datetime:
    """Noon in China on a day of 2024, for tests that turn on the date."""
    return datetime(2024, month, day, 4, tzinfo=UTC)


class ExamPlanFactory(DjangoModelFactory[ExamPlan]):
    class Meta:
        model = ExamPlan

    document = SubFactory(DocumentFactory)
