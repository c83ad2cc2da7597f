"""Instructors say what an exam is made of; shares that make no sense are refused."""

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.models import Document, ExamPlan, Lesson
from tests.exams.helpers import course
from tests.factories import ExamPlanFactory, LessonFactory

Rows = list[tuple[object, int]]


def form(plan: ExamPlan, sections: Rows, kinds: Rows, **fields: object) -> dict[str, object]:
    data: dict[str, object] = {"size": 10, "minutes": 20, "important_share": 80, **fields}
    for prefix, name, rows in (("sections", "lesson", sections), ("kinds", "kind", kinds)):
        data |= {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
        for at, (value, share) in enumerate(rows):
            data |= {f"{prefix}-{at}-{name}": value, f"{prefix}-{at}-share": share}
            data |= {f"{prefix}-{at}-plan": plan.pk or ""}
    return data


@pytest.fixture
def plan(document: Document) -> ExamPlan:
    return ExamPlanFactory(document=course(document, sections=2, facts=6))


@pytest.fixture
def sections(plan: ExamPlan) -> list[Lesson]:
    return list(plan.document.lessons.order_by("order"))


def post(office: Client, plan: ExamPlan, sections: Rows, kinds: Rows, **fields: object) -> str:
    url = reverse("admin:quizzes_examplan_change", args=[plan.pk])
    page = office.post(url, form(plan, sections, kinds, **fields), follow=True)
    return page.content.decode()


def test_a_plan_is_made_for_a_document(office: Client, document: Document) -> None:
    data = form(ExamPlan(), [], [("single_choice", 100)], document=document.pk)
    office.post(reverse("admin:quizzes_examplan_add"), data)

    plan = ExamPlan.objects.get()
    assert (plan.document, plan.size, plan.minutes) == (document, 10, 20)
    assert plan.kinds.get().share == 100


def test_shares_are_saved(office: Client, plan: ExamPlan, sections: list[Lesson]) -> None:
    page = post(office, plan, [(sections[0].pk, 70), (sections[1].pk, 30)], [])

    assert sorted(plan.sections.values_list("share", flat=True)) == [30, 70]
    assert "只能抽出" not in page


def test_shares_that_are_no_whole_are_refused(
    office: Client, plan: ExamPlan, sections: list[Lesson]
) -> None:
    page = post(office, plan, [(sections[0].pk, 60), (sections[1].pk, 30)], [("fill_blank", 50)])

    assert "现在是 90%" in page
    assert "现在是 50%" in page
    assert not plan.sections.exists()
    assert not plan.kinds.exists()


def test_a_section_of_another_document_is_refused(office: Client, plan: ExamPlan) -> None:
    post(office, plan, [(LessonFactory().pk, 100)], [])

    assert not plan.sections.exists()


def test_a_section_in_another_is_refused(
    office: Client, plan: ExamPlan, sections: list[Lesson]
) -> None:
    under = LessonFactory(document=plan.document, parent=sections[0])
    page = post(office, plan, [(sections[0].pk, 50), (under.pk, 50)], [])

    assert "已经算在另一节里" in page
    assert not plan.sections.exists()


@pytest.mark.parametrize("fields", [{"size": 0}, {"size": 101}, {"minutes": 0}, {"minutes": 999}])
def test_a_size_that_no_exam_has_is_refused(
    office: Client, plan: ExamPlan, fields: dict[str, int]
) -> None:
    before = (plan.size, plan.minutes)
    post(office, plan, [], [], **fields)

    plan.refresh_from_db()
    assert (plan.size, plan.minutes) == before


def test_a_plan_that_asks_for_too_much_says_what_it_gives(office: Client, plan: ExamPlan) -> None:
    page = post(office, plan, [], [], size=50)

    assert "只能抽出 12 题" in page
