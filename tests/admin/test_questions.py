"""Writing, previewing, publishing and retiring questions."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.test import Client
from django.urls import reverse

from quizzes import practice, publishing
from quizzes.models import Fact, Lesson, Question, Tally, User
from tests.factories import (
    FactFactory,
    LessonFactory,
    PublishedBlankFactory,
    PublishedQuestionFactory,
    ResponseFactory,
)
from tests.kinds import KINDS, published

ADD = "admin:quizzes_question_add"
CHANGE = "admin:quizzes_question_change"
LIST = "admin:quizzes_question_changelist"
PREVIEW = "admin:quizzes_question_preview"
KEY, *WRONG = "14条", "12条", "16条", "18条"

Published, Draft, Retired = (
    Question.Status.PUBLISHED,
    Question.Status.DRAFT,
    Question.Status.RETIRED,
)


def posted(
    options: Mapping[str, bool], ids: Mapping[str, int] | None = None, **fields: Any
) -> dict[str, Any]:
    """What the browser sends: the fields, and the options with which of them is the key."""
    ids = ids or {}
    data = {
        "kind": "single_choice",
        "stem": "目前已开通运输线路多少条？",
        "explanation": "",
        "evidence": "",
        "fact": "",
        "options-TOTAL_FORMS": len(options),
        "options-INITIAL_FORMS": len(ids),
        **fields,
    }
    for row, (text, is_key) in enumerate(options.items()):
        left, _bar, right = text.partition("|")
        data[f"options-{row}-text"], data[f"options-{row}-partner"] = left, right
        data[f"options-{row}-id"] = ids.get(text, "")
        if is_key:
            data[f"options-{row}-is_key"] = "on"
    return data


def choice(**fields: Any) -> dict[str, Any]:
    return posted({KEY: True, **dict.fromkeys(WRONG, False)}, **fields)


def changed(question: Question, key: str | None = None, **fields: Any) -> dict[str, Any]:
    """The change form of a question as it stands, with some fields changed."""
    options = list(question.options.all())
    key = key or next(option.text for option in options if option.is_key)
    fields = {
        "stem": question.stem,
        "explanation": question.explanation,
        "lesson": question.fact.lesson_id,
        "evidence": question.fact.evidence,
        **fields,
    }
    return posted(
        {option.text: option.text == key for option in options},
        ids={option.text: option.pk for option in options},
        **fields,
    ) | {f"options-{row}-question": question.pk for row in range(len(options))}


def error_of(page: Any, field: str) -> list[str]:
    """What the page says is wrong with a field of the form."""
    return list(page.context["adminform"].form.errors.get(field, []))


def option_errors(page: Any) -> list[str]:
    return list(page.context["inline_admin_formsets"][0].formset.non_form_errors())


@pytest.fixture
def lesson(db: None) -> Lesson:
    return LessonFactory()


class TestWriting:
    def test_it_works(self, office: Client, instructor: User, lesson: Lesson) -> None:
        answer = office.post(
            reverse(ADD), choice(lesson=lesson.pk, evidence="目前已开通运输线路14 条。")
        )
        assert answer.status_code == 302
        question = Question.objects.get()
        fact = question.fact
        assert (question.status, question.origin, question.author) == (
            Draft,
            "authored",
            instructor,
        )
        assert [option.is_key for option in question.options.all()] == [True, False, False, False]
        assert (fact.kind, fact.lesson, fact.answer) == (Fact.Kind.AUTHORED, lesson, KEY)
        text = fact.document.text
        assert text[fact.evidence_start : fact.evidence_end] == "目前已开通运输线路14条。"
        assert text[fact.answer_start : fact.answer_end] == KEY
        assert fact.fingerprint.startswith("authored:")

    def test_a_blank_needs_one_answer(self, office: Client, lesson: Lesson) -> None:
        data = posted(
            {KEY: False, "14": False}, lesson=lesson.pk, kind="fill_blank", stem="线路有____。"
        )
        office.post(reverse(ADD), data)
        assert [option.is_key for option in Question.objects.get().options.all()] == [True, True]

    def test_it_can_join_a_fact(self, office: Client) -> None:
        fact = FactFactory()
        office.post(reverse(ADD), choice(fact=fact.pk))
        assert Question.objects.get().fact == fact

    def test_it_can_be_previewed_at_once(self, office: Client, lesson: Lesson) -> None:
        answer = office.post(reverse(ADD), choice(lesson=lesson.pk, _preview="1"))
        assert answer.headers["location"] == reverse(PREVIEW, args=[Question.objects.get().pk])

    def test_lessons_are_grouped_by_document(self, office: Client, lesson: Lesson) -> None:
        page = office.get(reverse(ADD)).content.decode()
        assert f'<optgroup label="{lesson.document.title}">' in page

    def test_the_form_knows_the_fact_or_lesson_it_came_from(self, office: Client) -> None:
        fact = FactFactory()
        page = office.get(
            reverse(ADD), {"fact": fact.pk, "lesson": fact.lesson_id}
        ).content.decode()
        assert f'value="{fact.pk}"' in page
        assert f'value="{fact.lesson_id}" selected' in page


class TestRefused:
    """Each broken rule is said beside its field, and nothing is saved."""

    @pytest.fixture(autouse=True)
    def nothing_is_saved(self, db: None) -> Iterator[None]:  # noqa: ARG002
        yield
        assert not Question.objects.exists()
        assert not Fact.objects.exists()

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("stem", ""),
            ("stem", "已开通运输线路14条，是多少条？"),
            ("stem", "长" * 301),
            ("evidence", "课文里没有这句话。"),
            ("kind", "essay"),
            ("kind", ""),
            ("lesson", ""),
            ("lesson", "99999"),
            ("lesson", "abc"),
            ("fact", "99999"),
        ],
    )
    def test_a_field(self, office: Client, lesson: Lesson, field: str, value: str) -> None:
        page = office.post(reverse(ADD), choice(**{"lesson": lesson.pk, field: value}))
        assert page.status_code == 200
        assert error_of(page, field)

    @pytest.mark.parametrize(
        "options",
        [
            {KEY: False, "12条": False},
            {KEY: True, "12条": True},
            {KEY: True},
            {KEY: True, "１４ 条": False},
            {str(n): n == 1 for n in range(7)},
            {},
        ],
    )
    def test_the_options(self, office: Client, lesson: Lesson, options: dict[str, bool]) -> None:
        page = office.post(reverse(ADD), posted(options, lesson=lesson.pk))
        assert page.status_code == 200
        assert option_errors(page)

    def test_a_blank_without_a_gap(self, office: Client, lesson: Lesson) -> None:
        data = posted({KEY: True}, lesson=lesson.pk, kind="fill_blank", stem="线路的数目。")
        assert error_of(office.post(reverse(ADD), data), "stem")

    def test_options_that_are_no_form(self, office: Client, lesson: Lesson) -> None:
        data = {**choice(lesson=lesson.pk), "options-TOTAL_FORMS": "many"}
        assert office.post(reverse(ADD), data).status_code == 200


STATEMENT = {"kind": "true_false", "stem": "已开通的运输线路超过十条。"}
SEVERAL = {"kind": "multiple_choice", "stem": "“三权分置”分的是哪几种权？"}
MATCHING = {"kind": "matching", "stem": "把部门和它负责的事配成对。"}
ORDERING = {"kind": "ordering", "stem": "办一张执照要走哪几步？"}
PAIRS = ("海关|查验货物", "商务局|审核资质", "税务局|办理退税")
STEPS = ("提交材料", "窗口受理", "领取执照")


def ticked(*texts: str, keys: tuple[str, ...] = ()) -> dict[str, bool]:
    return {text: text in keys for text in texts}


class TestEveryKind:
    @pytest.mark.parametrize(
        ("said", "options", "answer"),
        [
            (STATEMENT, ticked("正确", "错误", keys=("正确",)), "正确"),
            (SEVERAL, ticked("甲", "乙", "丙", "丁", keys=("甲", "丙")), "甲、丙"),
            (
                MATCHING,
                ticked(*PAIRS),
                "海关 — 查验货物；商务局 — 审核资质；税务局 — 办理退税",
            ),
            (ORDERING, ticked(*STEPS), "提交材料 → 窗口受理 → 领取执照"),
        ],
    )
    def test_it_is_written_previewed_and_published(
        self,
        office: Client,
        lesson: Lesson,
        said: dict[str, str],
        options: dict[str, bool],
        answer: str,
    ) -> None:
        data = posted(options, lesson=lesson.pk, _preview="1", **said)
        page = office.post(reverse(ADD), data, follow=True)
        question = Question.objects.get()
        office.post(reverse(PREVIEW, args=[question.pk]), {"act": "publish"})
        question.refresh_from_db()
        assert page.redirect_chain[-1][0] == reverse(PREVIEW, args=[question.pk])
        assert (question.status, question.kind) == (Published, said["kind"])
        assert question.revisions.get().answer == question.fact.answer == answer

    @pytest.mark.parametrize(
        ("said", "options"),
        [
            (STATEMENT, ticked("对", "错", keys=("对",))),
            (STATEMENT, ticked("正确", "错误", keys=("正确", "错误"))),
            (SEVERAL, ticked("甲", "乙", "丙", "丁", keys=("甲",))),
            (SEVERAL, ticked("甲", "乙", "丙", keys=("甲", "乙"))),
            (MATCHING, ticked(*PAIRS[:2])),
            (MATCHING, ticked(*PAIRS, "海事局|查验货物")),
            (ORDERING, ticked(*STEPS[:2])),
            (ORDERING, ticked("1. 受理", "2. 核查", "3. 发证")),
        ],
    )
    def test_what_is_wrong_with_the_rows_is_said_beside_them(
        self, office: Client, lesson: Lesson, said: dict[str, str], options: dict[str, bool]
    ) -> None:
        page = office.post(reverse(ADD), posted(options, lesson=lesson.pk, **said))
        assert option_errors(page)
        assert not Question.objects.exists()

    @pytest.mark.parametrize(
        ("said", "row"),
        [(MATCHING, "海事局"), (MATCHING, "海事局|海事局"), (ORDERING, "公示|存档")],
    )
    def test_what_is_wrong_with_a_partner_is_said_beside_it(
        self, office: Client, lesson: Lesson, said: dict[str, str], row: str
    ) -> None:
        rows = (*(PAIRS if said is MATCHING else STEPS), row)
        page = office.post(reverse(ADD), posted(ticked(*rows), lesson=lesson.pk, **said))
        forms = page.context["inline_admin_formsets"][0].formset.forms
        assert [bool(form.errors.get("partner")) for form in forms] == [False, False, False, True]
        assert not Question.objects.exists()

    @pytest.mark.parametrize("stem", ["线路有几条？", "线路有____条。"])
    def test_a_statement_asks_nothing(self, office: Client, lesson: Lesson, stem: str) -> None:
        options = ticked("正确", "错误", keys=("正确",))
        data = posted(options, lesson=lesson.pk, kind="true_false", stem=stem)
        assert error_of(office.post(reverse(ADD), data), "stem")

    @pytest.mark.parametrize("kind", KINDS)
    def test_it_is_shown_before_and_after_the_answer(self, office: Client, kind: str) -> None:
        question = published(kind)
        page = office.get(reverse(PREVIEW, args=[question.pk])).content.decode()
        before, _heading, after = page.partition("答题以后")
        assert "is-key" not in before
        assert "is-key" in after
        assert "is-wrong" not in after

    @pytest.mark.parametrize("kind", KINDS)
    def test_a_broken_one_can_still_be_looked_at(self, office: Client, kind: str) -> None:
        question = published(kind)
        question.options.all().delete()
        assert office.get(reverse(PREVIEW, args=[question.pk])).status_code == 200

    def test_an_order_can_be_changed(self, office: Client) -> None:
        question = published("ordering", texts=["受理", "核查", "发证"])
        options = list(question.options.all())
        data = changed(question)
        for row, text in enumerate(("核查", "受理", "发证")):
            data[f"options-{row}-text"] = text
        assert office.post(reverse(CHANGE, args=[question.pk]), data).status_code == 302
        latest = question.revisions.latest("number")
        assert (latest.number, latest.answer) == (2, "核查 → 受理 → 发证")
        assert {o["id"] for o in latest.options} == {option.code for option in options}

    def test_a_partner_can_be_changed(self, office: Client) -> None:
        question = published("matching")
        data = {**changed(question), "options-0-partner": "查验行李"}
        for row, option in enumerate(question.options.all()):
            data.setdefault(f"options-{row}-partner", option.partner)
            data[f"options-{row}-partner"] = data[f"options-{row}-partner"] or option.partner
        assert office.post(reverse(CHANGE, args=[question.pk]), data).status_code == 302
        assert question.revisions.latest("number").answer.startswith("海关 — 查验行李；")


class TestEditing:
    def test_a_published_question_is_frozen_anew(self, office: Client, instructor: User) -> None:
        question = PublishedQuestionFactory()
        met = ResponseFactory(revision=question.revisions.get(), right=True)
        answer = office.post(
            reverse(CHANGE, args=[question.pk]), changed(question, stem="哪一年设立的？")
        )
        assert answer.status_code == 302
        question.refresh_from_db()
        assert (question.revision, question.author) == (2, instructor)
        assert question.edited_at is not None
        assert question.revisions.get(number=2).stem == "哪一年设立的？"
        met.refresh_from_db()
        assert met.revision.number == 1

    def test_saving_without_a_change_changes_nothing(self, office: Client) -> None:
        question = PublishedQuestionFactory()
        office.post(reverse(CHANGE, args=[question.pk]), changed(question))
        question.refresh_from_db()
        assert (question.revision, question.edited_at) == (1, None)

    def test_the_key_can_move(self, office: Client) -> None:
        question = PublishedQuestionFactory(texts=["甲", "乙", "丙"])
        office.post(reverse(CHANGE, args=[question.pk]), changed(question, key="乙"))
        latest = question.revisions.latest("number")
        assert (latest.number, latest.answer) == (2, "乙")
        assert [option["is_key"] for option in latest.options] == [False, True, False]
        first = question.revisions.get(number=1)
        assert [option["id"] for option in latest.options] == [o["id"] for o in first.options]

    def test_an_option_can_go(self, office: Client) -> None:
        question = PublishedQuestionFactory(texts=["甲", "乙", "丙"])
        data = {**changed(question), "options-2-DELETE": "on"}
        office.post(reverse(CHANGE, args=[question.pk]), data)
        assert [option.text for option in question.options.all()] == ["甲", "乙"]

    def test_the_kind_of_a_generated_question_stays(self, office: Client) -> None:
        question = PublishedQuestionFactory()
        office.post(reverse(CHANGE, args=[question.pk]), changed(question, kind="fill_blank"))
        question.refresh_from_db()
        assert question.kind == "single_choice"

    def test_an_own_question_can_change_its_lesson_and_evidence(
        self, office: Client, lesson: Lesson
    ) -> None:
        office.post(reverse(ADD), choice(lesson=lesson.pk))
        question = Question.objects.get()
        publishing.publish(question)
        other = LessonFactory(document=lesson.document)
        data = changed(question, lesson=other.pk, evidence="目前已开通运输线路14条。")
        assert office.post(reverse(CHANGE, args=[question.pk]), data).status_code == 302
        question.refresh_from_db()
        assert question.fact.lesson == other
        latest = question.revisions.latest("number")
        assert (latest.number, question.revision) == (2, 2)
        assert latest.evidence == "目前已开通运输线路14条。"
        assert (
            Lesson.objects.get(pk=lesson.pk).fact_count,
            Lesson.objects.get(pk=other.pk).fact_count,
        ) == (0, 1)


class TestPreview:
    def test_it_looks_as_learners_will_see_it(self, office: Client) -> None:
        question = PublishedQuestionFactory(status=Draft)
        page = office.get(reverse(PREVIEW, args=[question.pk])).content.decode()
        assert question.stem.split("年")[-1] in page
        for option in question.options.all():
            assert option.text[:4] in page
        assert "css/site.css" in page
        assert "<mark>" in page

    def test_a_blank_shows_its_gap(self, office: Client) -> None:
        page = office.get(reverse(PREVIEW, args=[PublishedBlankFactory().pk])).content.decode()
        assert 'name="given"' in page

    def test_it_publishes_and_retires(self, office: Client) -> None:
        question = PublishedQuestionFactory(status=Draft)
        for act, status in (("publish", Published), ("to_draft", Draft), ("retire", Retired)):
            office.post(reverse(PREVIEW, args=[question.pk]), {"act": act})
            question.refresh_from_db()
            assert question.status == status

    def test_a_broken_question_is_not_published(self, office: Client) -> None:
        question = PublishedQuestionFactory(status=Draft, texts=["甲", "甲"])
        page = office.post(reverse(PREVIEW, args=[question.pk]), {"act": "publish"}, follow=True)
        assert "同一个意思" in page.content.decode()
        question.refresh_from_db()
        assert question.status == Draft

    @pytest.mark.parametrize("act", ["", "delete", "__class__"])
    def test_a_forged_act_is_not_found(self, office: Client, act: str) -> None:
        question = PublishedQuestionFactory()
        assert office.post(reverse(PREVIEW, args=[question.pk]), {"act": act}).status_code == 404

    def test_a_question_that_is_not_there_is_not_found(self, office: Client) -> None:
        assert office.get(reverse(PREVIEW, args=[99])).status_code == 404


class TestActions:
    def act(self, office: Client, act: str, *questions: Question) -> str:
        data = {"action": act, ACTION_CHECKBOX_NAME: [question.pk for question in questions]}
        return office.post(reverse(LIST), data, follow=True).content.decode()

    def test_publish_and_retire(self, office: Client) -> None:
        question = PublishedQuestionFactory(status=Draft)
        assert "发布：1 道题" in self.act(office, "publish", question)
        question.refresh_from_db()
        assert (question.status, question.fact.lesson.fact_count) == (Published, 1)
        self.act(office, "retire", question)
        question.refresh_from_db()
        assert question.status == Retired

    def test_what_breaks_a_rule_is_refused_and_named(self, office: Client) -> None:
        fine, broken = (
            PublishedQuestionFactory(status=Draft),
            PublishedQuestionFactory(status=Draft, stem=" "),
        )
        page = self.act(office, "publish", fine, broken)
        assert "发布：1 道题" in page
        assert "题干不能为空" in page

    def test_there_is_no_bulk_delete(self, office: Client) -> None:
        PublishedQuestionFactory()
        assert "delete_selected" not in office.get(reverse(LIST)).content.decode()


class TestDeleting:
    def test_a_question_that_was_met_is_kept(self, office: Client) -> None:
        question = PublishedQuestionFactory()
        ResponseFactory(revision=question.revisions.get())
        url = reverse("admin:quizzes_question_delete", args=[question.pk])
        for page in (office.get(url, follow=True), office.post(url, {"post": "yes"}, follow=True)):
            assert "请改为停用" in page.content.decode()
        assert Question.objects.filter(pk=question.pk).exists()

    def test_one_that_nobody_met_goes_with_its_own_fact(
        self, office: Client, lesson: Lesson
    ) -> None:
        office.post(reverse(ADD), choice(lesson=lesson.pk))
        url = reverse("admin:quizzes_question_delete", args=[Question.objects.get().pk])
        assert office.post(url, {"post": "yes"}).status_code == 302
        assert not Fact.objects.exists()


def test_learners_meet_a_new_question_at_once(
    office: Client, learner: User, lesson: Lesson
) -> None:
    with pytest.raises(practice.NothingToPractise):
        practice.open_attempt(learner, lesson.document)
    office.post(reverse(ADD), choice(lesson=lesson.pk))
    office.post(reverse(PREVIEW, args=[Question.objects.get().pk]), {"act": "publish"})
    paper = practice.paper(practice.open_attempt(learner, lesson.document))
    assert [response.revision.stem for response in paper] == ["目前已开通运输线路多少条？"]


def test_rows_left_empty_are_no_options(office: Client, lesson: Lesson) -> None:
    data = posted({KEY: True}, lesson=lesson.pk, kind="fill_blank", stem="线路有____。")
    page = office.get(reverse(ADD))
    for row in range(1, page.context["inline_admin_formsets"][0].formset.total_form_count()):
        data |= {f"options-{row}-text": "", f"options-{row}-id": ""}
    data["options-TOTAL_FORMS"] = 4
    assert office.post(reverse(ADD), data).status_code == 302
    assert Question.objects.get().options.count() == 1


def test_it_says_how_hard_a_question_turned_out(office: Client) -> None:
    question = PublishedQuestionFactory()
    page = reverse(CHANGE, args=[question.pk])
    assert "还没有人答过" in office.get(page).content.decode()

    for right in (True, True, False):
        ResponseFactory(question=question, right=right, wrong=not right)
    ResponseFactory(question=question)
    Tally.objects.create(question=question, answers=1, correct=0)

    assert "4 次，答对 50%" in office.get(page).content.decode()
