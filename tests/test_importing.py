"""A document → rows: once, again, revised."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import get_args

import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from quizzes import importing, publishing, text
from quizzes.generation.types import FactKind
from quizzes.models import Card, Document, Fact, Lesson, LessonRead, Option, Question, Revision
from quizzes.question_rules import Choice
from tests import toy_generator
from tests.factories import CardFactory, ResponseFactory, UserFactory
from tests.toy_generator import FILLER, TEXT

pytestmark = pytest.mark.django_db

Published = Question.Status.PUBLISHED
Retired = Question.Status.RETIRED
LINES = "运输线路共14条。"


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizzes.importing.source.generate", toy_generator.generate)


def load(content: str = TEXT, name: str = "open.txt", **wishes: object) -> Document:
    return importing.carry_out(importing.plan(name, content.encode(), **wishes))  # type: ignore[arg-type]


def fact(evidence: str = LINES) -> Fact:
    return Fact.objects.get(evidence=evidence)


def question(evidence: str = LINES, kind: str = "single_choice") -> Question:
    return Question.objects.get(fact__evidence=evidence, kind=kind)


def author(document: Document, evidence: str) -> Question:
    """A published question that an instructor wrote, on a fact of its own."""
    lesson = document.lessons.get(heading="开放")
    start = document.text.find(evidence)
    made = Fact.objects.create(
        document=document,
        lesson=lesson,
        kind=Fact.Kind.AUTHORED,
        answer="9个",
        evidence=evidence,
        evidence_start=start,
        evidence_end=start + len(evidence),
        fingerprint="authored:1",
    )
    own = Question.objects.create(fact=made, kind="fill_blank", stem="海外仓有____？")
    publishing.set_options(own, [Choice("9个")])
    publishing.publish(own)
    return own


class TestPlan:
    def test_it_works(self) -> None:
        found = importing.plan("open.txt", TEXT.encode(), title="开放", byline="义乌")
        assert (found.outcome, found.title, found.byline) == ("new", "开放", "义乌")
        assert [(one.number, one.facts, one.published) for one in found.lessons] == [
            ("一", 2, 4),
            ("二", 1, 2),
        ]
        assert (found.published, found.drafts, found.added, found.kept) == (6, 0, 3, 0)
        assert len(found.samples(2)) == 2

    def test_writes_nothing(self) -> None:
        load()
        before = list(Fact.objects.values()), list(Question.objects.values())
        importing.plan("open.txt", TEXT.replace("14条", "15条").encode())
        assert before == (list(Fact.objects.values()), list(Question.objects.values()))

    def test_counts_what_a_revision_changes(self) -> None:
        document = load()
        found = importing.plan("open.txt", TEXT.replace("海外仓共9个", "展会共3个").encode())
        assert found.document == document
        assert (found.outcome, found.added, found.kept, found.retired) == ("revised", 1, 2, 1)

    def test_the_same_file_is_not_even_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        load()
        monkeypatch.delattr("quizzes.text.parse")
        assert importing.plan("another name.txt", TEXT.encode()).outcome == "unchanged"

    def test_a_document_is_known_by_its_title_too(self) -> None:
        document = load(title="开放之路")
        found = importing.plan("renamed.txt", f"{TEXT}\n".encode(), title="开放之路")
        assert found.document == document

    def test_a_file_can_be_a_course_of_its_own(self) -> None:
        load()
        assert importing.plan("open.txt", f"{TEXT}\n".encode(), as_new=True).outcome == "new"

    def test_a_revision_can_be_named(self) -> None:
        document = load()
        found = importing.plan("renamed.txt", f"{TEXT}\n".encode(), revises=document)
        assert (found.outcome, found.document, found.retired) == ("revised", document, 0)


class TestFirstImport:
    def test_lessons_hold_their_text(self) -> None:
        document = load()
        first, second = document.lessons.all()
        assert (first.number, first.heading, first.order) == ("一", "开放", 1)
        assert first.body == document.text[first.body_start : first.body_start + len(first.body)]
        assert first.body.startswith(LINES)
        assert (first.fact_count, second.fact_count) == (2, 1)

    def test_facts_keep_their_place(self) -> None:
        document = load()
        row = fact()
        assert document.text[row.evidence_start : row.evidence_end] == row.evidence
        assert document.text[row.answer_start : row.answer_end] == row.answer == "14条"
        assert (row.lesson.heading, row.kind, row.retired_at) == ("开放", "number", None)

    def test_questions_are_published_with_a_revision(self) -> None:
        load()
        asked = question()
        wording = asked.revisions.get()
        assert (asked.status, asked.revision, wording.number) == (Published, 1, 1)
        assert wording.stem == asked.stem
        assert wording.answer == "14条"
        assert [option["id"] for option in wording.options] == [o.code for o in asked.options.all()]
        assert wording.evidence[wording.mark_start : wording.mark_end] == "14条"

    def test_every_answer_of_a_blank_is_a_key(self) -> None:
        load()
        options = question(kind="fill_blank").options.all()
        assert [(option.text, option.is_key) for option in options] == [
            ("14条", True),
            ("14", True),
        ]

    def test_doubtful_items_wait_as_drafts(self) -> None:
        load(TEXT.replace("海外仓共9个", "海外仓大约共9个"))
        doubtful = question("海外仓大约共9个。")
        assert (doubtful.status, doubtful.revision) == (Question.Status.DRAFT, 0)
        assert Lesson.objects.get(heading="开放").fact_count == 1

    def test_items_that_break_a_rule_wait_as_drafts(self, settings: Settings) -> None:
        settings.PUBLISH_CONFIDENCE = 0.0
        load(TEXT.replace("运输线路共14条", "运输线路14条共14条"))
        assert question("运输线路14条共14条。").status == Question.Status.DRAFT

    def test_a_document_without_a_heading_is_one_lesson(self) -> None:
        document = load(f"{LINES}\n{FILLER}\n", title="没有标题")
        assert [lesson.heading for lesson in document.lessons.all()] == ["没有标题"]

    def test_a_document_without_a_fact_has_lessons_only(self) -> None:
        found = importing.plan("plain.txt", f"一、开放\n{FILLER}\n".encode())
        document = importing.carry_out(found)
        assert (found.facts, found.published) == (0, 0)
        assert document.lessons.count() == 1
        assert not document.facts.exists()

    def test_a_document_without_a_title_is_called_as_its_file(self) -> None:
        assert load(name="folder/open.txt").title == "open"

    def test_progress_is_told(self) -> None:
        told: list[float] = []
        importing.carry_out(importing.plan("open.txt", TEXT.encode()), progress=told.append)
        assert told == sorted(told)
        assert told[-1] == 1.0


class TestEveryKind:
    @pytest.fixture(autouse=True)
    def toy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        generate = toy_generator.generate_every_kind
        monkeypatch.setattr("quizzes.importing.source.generate", generate)

    def test_a_fact_has_a_question_of_each_kind(self) -> None:
        load()
        asked = Question.objects.filter(fact=fact())
        assert {one.kind for one in asked} == set(Question.Kind.values)
        assert {one.status for one in asked} == {Published}
        for one in asked:
            assert one.revisions.get().answer == publishing.answer_text(one)

    @pytest.mark.parametrize(
        ("kind", "rows"),
        [
            ("true_false", [("正确", "", False), ("错误", "", True)]),
            (
                "matching",
                [
                    ("海关", "查验货物", True),
                    ("商务局", "审核资质", True),
                    ("税务局", "办理退税", True),
                ],
            ),
            ("ordering", [("提交材料", "", True), ("窗口受理", "", True), ("领取执照", "", True)]),
        ],
    )
    def test_the_rows_of_a_kind(self, kind: str, rows: list[tuple[str, str, bool]]) -> None:
        load()
        options = question(kind=kind).options.all()
        assert [(one.text, one.partner, one.is_key) for one in options] == rows
        assert [one.position for one in options] == list(range(len(rows)))

    def test_nothing_changes_when_it_is_imported_again(self) -> None:
        load()
        before = list(Option.objects.values()), list(Revision.objects.values())
        load(TEXT + "\n")
        assert (list(Option.objects.values()), list(Revision.objects.values())) == before

    def test_an_order_said_anew_is_worded_anew(self, monkeypatch: pytest.MonkeyPatch) -> None:
        load()
        turned = [
            replace(item, answer=item.answer[::-1]) if item.kind == "ordering" else item
            for item in toy_generator.generate_every_kind(text.parse("a.txt", TEXT.encode()))
        ]
        monkeypatch.setattr("quizzes.importing.source.generate", lambda _outline: turned)
        load(TEXT + "\n")
        asked = question(kind="ordering")
        assert (asked.revision, publishing.answer_text(asked)) == (
            2,
            "领取执照 → 窗口受理 → 提交材料",
        )

    def test_a_fact_with_drafts_only_is_not_asked(self) -> None:
        load(TEXT.replace(LINES, "运输线路大约共14条。"))
        doubtful = fact("运输线路大约共14条。")
        assert doubtful.questions.count() == 6
        assert not Fact.objects.askable().filter(pk=doubtful.pk).exists()

    @pytest.mark.parametrize("kind", get_args(FactKind))
    def test_every_kind_of_fact_has_its_name(self, kind: str) -> None:
        assert kind in Fact.Kind.values


class TestAgain:
    def test_nothing_changes(self) -> None:
        load()
        tables = (Document, Lesson, Fact, Question, Option, Revision)
        before = [list(table.objects.values()) for table in tables]
        load()
        assert [list(table.objects.values()) for table in tables] == before

    def test_what_changed_meanwhile_counts(self) -> None:
        first, second = (importing.plan("open.txt", TEXT.encode()) for _ in range(2))
        assert importing.carry_out(first) == importing.carry_out(second)
        assert Document.objects.get().revision == 1

    def test_all_or_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("quizzes.importing.carrying_out.recount", lambda _lessons: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            load()
        assert not Document.objects.exists()


class TestRevision:
    def test_what_stays_keeps_its_row_and_moves(self) -> None:
        load()
        before = fact()
        document = load(TEXT.replace("一、开放\n", "一、开放\n先说一句。\n"))
        after = fact()
        assert after.pk == before.pk
        assert before.evidence_start is not None
        assert after.evidence_start == before.evidence_start + 6
        assert document.text[after.answer_start : after.answer_end] == "14条"
        assert question().revision == 1

    def test_a_title_that_was_given_stays(self) -> None:
        load(title="开放之路", byline="义乌")
        document = load(f"{TEXT}\n")
        assert (document.title, document.byline) == ("开放之路", "义乌")

    def test_a_title_of_the_text_follows_the_text(self) -> None:
        assert load(f"开放之路\n\n{TEXT}").title == "开放之路"
        assert load(f"改革之路\n\n{TEXT}").title == "改革之路"

    def test_a_sentence_said_a_little_differently_is_the_same_fact(self) -> None:
        load(TEXT.replace(LINES, "目前义乌开通的国际运输线路共14条。"))
        card = CardFactory(fact=fact("目前义乌开通的国际运输线路共14条。"))
        load(TEXT.replace(LINES, "目前义乌已开通的国际运输线路共14条。"))
        kept = Card.objects.get(pk=card.pk).fact
        assert kept.evidence == "目前义乌已开通的国际运输线路共14条。"
        asked = kept.questions.get(kind="single_choice")
        assert asked.stem == "目前义乌已开通的国际运输线路共多少条？"
        assert asked.revision == 2
        load(TEXT.replace(LINES, "目前义乌已开通的国际运输线路共14条。") + "\n")
        assert Fact.objects.filter(pk=kept.pk, retired_at=None).exists()

    def test_what_is_gone_is_retired_and_comes_back(self) -> None:
        load()
        old = fact()
        load(TEXT.replace(LINES, ""))
        old.refresh_from_db()
        assert old.retired_at is not None
        assert question().status == Retired
        assert old.lesson.fact_count == 1
        load()
        old.refresh_from_db()
        assert old.retired_at is None
        assert question().status == Published
        assert Lesson.objects.get(heading="开放").fact_count == 2

    def test_an_answer_given_keeps_its_wording(self) -> None:
        load()
        response = ResponseFactory(revision=question().revisions.get(), right=True)
        load(TEXT.replace(LINES, "运输线路共14条之多。"))
        response.refresh_from_db()
        assert response.revision.stem == "运输线路共多少条？"
        assert response.revision.evidence == LINES

    def test_an_edited_question_is_never_overwritten(self, monkeypatch: pytest.MonkeyPatch) -> None:
        load()
        edited = question()
        edited.stem = "线路一共有多少条？"
        edited.save()
        publishing.record_edit(edited, UserFactory())
        monkeypatch.setattr(toy_generator, "TEXT", TEXT)
        load(TEXT.replace(LINES, ""))
        edited.refresh_from_db()
        assert edited.status == Retired
        load(TEXT + "\n")
        edited.refresh_from_db()
        assert (edited.stem, edited.status, edited.revision) == ("线路一共有多少条？", Published, 2)

    def test_a_question_retired_by_hand_stays_retired(self) -> None:
        load()
        publishing.retire(question())
        load(TEXT.replace(LINES, ""))
        load()
        assert question().status == Retired
        assert question(kind="fill_blank").status == Published

    def test_a_question_that_is_not_asked_any_more_is_retired(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        load()
        monkeypatch.setattr(
            "quizzes.importing.source.generate",
            lambda outline: [i for i in toy_generator.generate(outline) if i.kind != "fill_blank"],
        )
        load(TEXT + "\n")
        assert question(kind="fill_blank").status == Retired
        assert question().status == Published

    def test_an_instructors_question_finds_its_evidence_again(self) -> None:
        own = author(load(), "海外仓共9个。")
        document = load(TEXT.replace("一、开放\n", "一、开放\n先说一句。\n"))
        own.fact.refresh_from_db()
        start, end = own.fact.evidence_start, own.fact.evidence_end
        assert document.text[start:end] == "海外仓共9个。"
        assert document.text[own.fact.answer_start : own.fact.answer_end] == "9个"

    def test_an_instructors_question_outlives_its_evidence(self) -> None:
        own = author(load(), "海外仓共9个。")
        load(TEXT.replace("海外仓共9个。", ""))
        own.refresh_from_db()
        own.fact.refresh_from_db()
        assert (own.status, own.fact.evidence) == (Published, "海外仓共9个。")
        assert (own.fact.evidence_start, own.fact.retired_at) == (None, None)

    def test_a_fact_with_an_instructors_question_stays(self) -> None:
        load()
        own = Question.objects.create(fact=fact(), kind="fill_blank", stem="有多少条线路？")
        publishing.set_options(own, [Choice("14条")])
        publishing.publish(own)
        load(TEXT.replace(LINES, ""))
        assert fact().retired_at is None
        own.refresh_from_db()
        assert own.status == Published
        assert question().status == Retired


class TestRevisedLessons:
    def test_a_lesson_is_known_by_its_heading(self) -> None:
        old = load().lessons.get(heading="改革")
        new = load(f"引子。\n{TEXT.replace(FILLER, FILLER[::-1])}").lessons.get(heading="改革")
        assert (new.pk, new.order) == (old.pk, 3)

    def test_a_lesson_is_known_by_its_text(self) -> None:
        old = load().lessons.get(heading="改革")
        document = load(TEXT.replace("二、改革", "二、深化改革"))
        assert document.lessons.get(heading="深化改革").pk == old.pk

    def test_a_lesson_that_is_gone_is_retired_and_comes_back(self) -> None:
        old = load().lessons.get(heading="改革")
        load(TEXT[: TEXT.index("二、")])
        old.refresh_from_db()
        assert old.retired_at is not None
        load()
        old.refresh_from_db()
        assert old.retired_at is None

    def test_lessons_may_change_places(self) -> None:
        document = load()
        pks = {lesson.heading: lesson.pk for lesson in document.lessons.all()}
        first, second = TEXT.split("二、改革\n")
        load(f"一、改革\n{second}{first.replace('一、', '二、')}")
        rows = document.lessons.filter(retired_at=None)
        assert [(row.heading, row.order) for row in rows] == [("改革", 1), ("开放", 2)]
        assert {row.heading: row.pk for row in rows} == pks

    def test_a_learner_finds_the_place_again(self) -> None:
        lesson = load().lessons.get(heading="改革")
        read = LessonRead.objects.create(
            learner=UserFactory(), lesson=lesson, offset=lesson.body_start + 5
        )
        load(TEXT.replace("一、开放\n", "一、开放\n先说一句。\n"))
        lesson.refresh_from_db()
        read.refresh_from_db()
        assert read.offset == lesson.body_start + 5


class TestSize:
    def test_the_number_of_queries_grows_by_the_thousand(self) -> None:
        def queries(sentences: int, name: str) -> int:
            lines = "".join(f"第{n}类商品共{n}个。\n" for n in range(2, sentences + 2))
            found = importing.plan(name, f"一、开放\n{lines}{FILLER}\n".encode())
            with CaptureQueriesContext(connection) as captured:
                importing.carry_out(found)
            return len(captured)

        small = queries(10, "small.txt")
        assert small < 40
        assert queries(1000, "large.txt") < small + 150


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_make_one_document() -> None:
    def run(_: int) -> int:
        try:
            return load().pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(run, range(4)))) == 1
    assert Document.objects.get().revision == 1
    assert Question.objects.count() == 6
    with transaction.atomic():
        assert not Fact.objects.filter(retired_at__lte=timezone.now()).exists()
