"""The rules on questions, and a question's life from draft to retired."""

import pytest
from django.utils import timezone

from quizzes import authoring, publishing
from quizzes.models import Fact, Lesson, Question
from quizzes.publishing import AnsweredQuestionError, UnfitQuestionError, validate
from quizzes.question_rules import Choice, Errors, normalised
from quizzes.verbatim import Verbatim
from tests.factories import (
    FactFactory,
    LessonFactory,
    OptionFactory,
    PublishedBlankFactory,
    PublishedQuestionFactory,
    ResponseFactory,
    UserFactory,
)
from tests.kinds import KINDS, published

STEM = "目前已开通运输线路多少条？"
CHOICES = [Choice(text, text == "14条") for text in ("14条", "12条", "16条", "18条")]

Draft, Published, Retired = (
    Question.Status.DRAFT,
    Question.Status.PUBLISHED,
    Question.Status.RETIRED,
)


def choice(stem: str = STEM, options: list[Choice] = CHOICES, **more: str) -> Errors:
    return validate(kind="single_choice", stem=stem, options=options, **more)


def blank(stem: str, *answers: str) -> Errors:
    return validate(kind="fill_blank", stem=stem, options=[Choice(answer) for answer in answers])


class TestValidate:
    def test_it_works(self) -> None:
        assert choice() == {}
        assert blank("目前已开通运输线路____条。", "14", "十四") == {}

    @pytest.mark.parametrize("stem", ["", " \n", "长" * 301])
    def test_a_stem_says_something_in_300_characters(self, stem: str) -> None:
        assert list(choice(stem)) == ["stem"]

    @pytest.mark.parametrize("keys", [0, 2])
    def test_a_single_choice_has_one_key(self, keys: int) -> None:
        options = [Choice(row.text, place < keys) for place, row in enumerate(CHOICES)]
        assert list(choice(options=options)) == ["options"]

    @pytest.mark.parametrize("count", [0, 1, 7])
    def test_a_single_choice_has_two_to_six_options(self, count: int) -> None:
        options = [Choice(f"第{n}年", n == 0) for n in range(count)]
        assert "options" in choice(options=options)

    @pytest.mark.parametrize("twin", ["14条", "１４条", "14 条", "14条。", "“14条”"])
    def test_options_differ_in_more_than_their_signs(self, twin: str) -> None:
        assert list(choice(options=[Choice("14条"), Choice(twin, is_key=False)])) == ["options"]

    @pytest.mark.parametrize(
        ("one", "other"), [("3.5", "35"), ("1/8", "18"), ("5%", "5"), ("5%", "5‰")]
    )
    def test_signs_that_tell_values_apart_count(self, one: str, other: str) -> None:
        assert normalised(one) != normalised(other)

    def test_options_are_not_empty(self) -> None:
        assert list(choice(options=[*CHOICES, Choice(" ", is_key=False)])) == ["options"]

    @pytest.mark.parametrize("stem", ["已开通14条线路，是多少？", "已开通１４ 条线路，是多少？"])
    def test_the_stem_does_not_give_the_key_away(self, stem: str) -> None:
        assert list(choice(stem)) == ["stem"]

    def test_a_number_inside_another_gives_nothing_away(self) -> None:
        assert blank("15年来新增了____条？", "5") == {}

    def test_a_blank_has_an_answer(self) -> None:
        assert list(blank("有____条。")) == ["options"]

    def test_its_answers_may_mean_the_same(self) -> None:
        assert blank("简称为____的改革。", "“三权分置”", "三权分置") == {}
        assert list(blank("简称为____的改革。", "三权分置", "三权分置")) == ["options"]

    @pytest.mark.parametrize("gap", ["____", "＿＿", "（ ）", "()", "？", "?"])
    def test_a_blank_has_a_gap_or_asks(self, gap: str) -> None:
        assert blank(f"运输线路的条数是{gap}", "14") == {}
        assert list(blank("运输线路的条数", "14")) == ["stem"]

    def test_no_other_kind_is_known(self) -> None:
        assert list(validate(kind="essay", stem=STEM, options=[])) == ["kind"]

    def test_evidence_stands_in_the_lesson(self) -> None:
        text = "目前已开通\n运输线路 14 条。"
        assert choice(evidence="已开通运输线路14条", lesson_text=text) == {}
        assert list(choice(evidence="已开通线路14条", lesson_text=text)) == ["evidence"]


class TestVerbatim:
    def test_a_quote_is_found_as_the_text_writes_it(self) -> None:
        text = "前文。目前已开通\n运输线路 14 条。"
        start, end = Verbatim(text).find("已开通 运输线路14条") or (0, 0)
        assert text[start:end] == "已开通\n运输线路 14 条"

    def test_of_two_places_the_nearer_one(self) -> None:
        text = Verbatim("十四条。" * 3)
        assert text.find("十四条", near=7) == (8, 11)
        assert text.find("十四条") == (0, 3)

    @pytest.mark.parametrize("quote", ["", " \n", "十五条"])
    def test_what_is_not_there_is_not_found(self, quote: str) -> None:
        assert Verbatim("十四条。").find(quote) is None


@pytest.mark.django_db
class TestLife:
    def draft(self, **fields: object) -> Question:
        question = PublishedQuestionFactory(status=Draft, revision=0, **fields)
        question.revisions.all().delete()
        return question

    def test_publishing_freezes_the_wording(self) -> None:
        question = self.draft()
        publishing.publish(question)
        question.refresh_from_db()
        wording = question.revisions.get()
        assert (question.status, question.revision, wording.number) == (Published, 1, 1)
        assert (wording.stem, wording.answer) == (question.stem, question.fact.answer)
        assert wording.evidence[wording.mark_start : wording.mark_end] == question.fact.answer
        assert Lesson.objects.get().fact_count == 1

    def test_publishing_again_makes_no_new_revision(self) -> None:
        question = self.draft()
        publishing.publish(question)
        publishing.to_draft(question)
        publishing.publish(question)
        assert question.revisions.count() == 1

    def test_a_broken_question_is_refused(self) -> None:
        question = self.draft(texts=["甲"])
        with pytest.raises(UnfitQuestionError, match="2 到 6 个选项"):
            publishing.publish(question)
        question.refresh_from_db()
        assert (question.status, question.revision) == (Draft, 0)

    def test_a_question_whose_sentence_is_gone_is_refused(self) -> None:
        question = self.draft(fact__retired=True)
        with pytest.raises(UnfitQuestionError, match="停用"):
            publishing.publish(question)

    def test_an_edit_of_a_published_question_is_frozen_at_once(self) -> None:
        question = PublishedQuestionFactory()
        question.stem = "哪一年设立的？"
        question.save()
        teacher = UserFactory()
        publishing.record_edit(question, teacher)
        question.refresh_from_db()
        assert (question.revision, question.author) == (2, teacher)
        publishing.record_edit(question, UserFactory())
        question.refresh_from_db()
        assert (question.revision, question.author) == (2, teacher)

    def test_an_edit_of_a_draft_is_not_frozen(self) -> None:
        question = self.draft()
        publishing.record_edit(question, UserFactory())
        assert not question.revisions.exists()

    def test_retiring_keeps_what_was_answered(self) -> None:
        met = ResponseFactory(right=True)
        question = met.revision.question
        publishing.retire(question)
        met.refresh_from_db()
        assert question.status == Retired
        assert met.revision.stem == question.stem
        assert Lesson.objects.get().fact_count == 0

    def test_a_retired_fact_counts_nowhere(self) -> None:
        question = PublishedQuestionFactory()
        Fact.objects.update(retired_at=timezone.now())
        publishing.recount(Lesson.objects.all())
        assert Lesson.objects.get(pk=question.fact.lesson_id).fact_count == 0

    def test_a_question_that_was_met_is_not_deleted(self) -> None:
        question = ResponseFactory().revision.question
        with pytest.raises(AnsweredQuestionError, match="停用"):
            publishing.delete(question)
        assert Question.objects.filter(pk=question.pk).exists()

    def test_a_question_that_nobody_met_is_deleted_alone(self) -> None:
        question = PublishedQuestionFactory()
        publishing.delete(question)
        assert not Question.objects.exists()
        assert Fact.objects.exists()

    def test_an_authored_fact_goes_with_its_last_question(self) -> None:
        fact = authoring.new_fact(LessonFactory(), "14条")
        first, last = (PublishedBlankFactory(fact=fact, origin="authored") for _ in range(2))
        publishing.delete(first)
        assert Fact.objects.exists()
        publishing.delete(last)
        assert not Fact.objects.exists()


@pytest.mark.django_db
class TestOptions:
    def test_the_key_moves_and_ids_stay(self) -> None:
        question = PublishedQuestionFactory(texts=["甲", "乙", "丙"])
        ids = {option.text: option.pk for option in question.options.all()}
        publishing.set_options(
            question,
            [Choice("乙", is_key=True), Choice("甲", is_key=False), Choice("丁", is_key=False)],
        )
        options = list(question.options.all())
        assert [(option.text, option.is_key) for option in options] == [
            ("乙", True),
            ("甲", False),
            ("丁", False),
        ]
        assert [options[0].pk, options[1].pk] == [ids["乙"], ids["甲"]]

    def test_a_blank_becomes_a_choice_and_back(self) -> None:
        question = PublishedBlankFactory(texts=["甲", "乙"])
        question.kind = Question.Kind.SINGLE_CHOICE
        question.save()
        publishing.set_options(question, [Choice("甲", is_key=False), Choice("乙", is_key=True)])
        assert [option.is_key for option in question.options.all()] == [False, True]
        question.kind = Question.Kind.FILL_BLANK
        question.save()
        publishing.set_options(question, [Choice("甲", is_key=False), Choice("乙", is_key=True)])
        assert [option.is_key for option in question.options.all()] == [True, True]

    def test_things_change_places(self) -> None:
        question = published("ordering")
        codes = {option.text: option.code for option in question.options.all()}
        order = ["领取执照", "现场核查", "窗口受理", "提交材料"]
        publishing.set_options(question, [Choice(text) for text in order])
        options = question.options.all()
        assert [option.text for option in options] == order
        assert [option.code for option in options] == [codes[text] for text in order]

    def test_partners_change_places(self) -> None:
        question = published("matching")
        turned = [Choice("海关", partner="审核资质"), Choice("商务局", partner="查验货物")]
        publishing.set_options(question, turned)
        assert [(o.text, o.partner) for o in question.options.all()] == [
            ("海关", "审核资质"),
            ("商务局", "查验货物"),
        ]

    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("other", KINDS)
    def test_any_kind_becomes_any_other(self, kind: str, other: str) -> None:
        question = published(kind)
        question.kind = other
        rows = published(other).options.all()
        choices = [Choice(row.text, row.is_key, row.partner) for row in rows]
        publishing.set_options(question, choices)
        kept = question.options.all()
        assert [Choice(row.text, row.is_key, row.partner) for row in kept] == choices


@pytest.mark.django_db
class TestAuthoring:
    def test_evidence_is_kept_as_the_lesson_writes_it(self) -> None:
        lesson = LessonFactory(body="引子。\n目前已开通运输线路 14条。")
        fact = authoring.new_fact(lesson, "14条", "已开通运输线路14条。")
        text = lesson.document.text
        assert text[fact.evidence_start : fact.evidence_end] == "已开通运输线路 14条。"
        assert text[fact.answer_start : fact.answer_end] == "14条"
        assert fact.position == fact.evidence_start

    def test_without_evidence_it_comes_last_in_its_lesson(self) -> None:
        lesson = LessonFactory()
        fact = authoring.new_fact(lesson, "14条")
        assert (fact.evidence, fact.evidence_start, fact.position) == ("", None, lesson.end)

    def test_what_an_answer_without_a_place_marks(self) -> None:
        fact = FactFactory(
            evidence_start=None, evidence_end=None, answer_start=None, answer_end=None
        )
        question = PublishedQuestionFactory(fact=fact)
        OptionFactory(question=question)
        wording = publishing.frozen(question, [], fact)
        assert (wording.mark_start, wording.mark_end) == (0, len(fact.answer))
