"""An instructor adds a question in the admin, and a learner meets it."""

from playwright.sync_api import expect

from quizzes.models import Document, Question
from tests.browser.conftest import Visit
from tests.browser.steps import answer, sign_in, sign_up
from tests.factories import UserFactory

STEM = "“义新欧”中欧班列的名字里，“义”指哪座城市？"


def test_a_question_from_admin_to_learner(visit: Visit, course: Document) -> None:
    lesson = course.lessons.get(number="一（二）")
    UserFactory(username="laoshi", teacher=True)
    teacher = visit(path=None)
    sign_in(teacher, "laoshi")
    teacher.goto("/me/")
    teacher.click("text=管理后台")
    teacher.goto("/admin/quizzes/question/add/")
    teacher.select_option("[name=lesson]", str(lesson.pk))
    teacher.select_option("[name=kind]", "single_choice")
    teacher.fill("[name=stem]", STEM)
    for number, city in enumerate(("义乌", "金华", "杭州", "宁波")):
        teacher.fill(f"[name=options-{number}-text]", city)
    teacher.check("[name=options-0-is_key]")
    teacher.click("text=保存并预览")
    expect(teacher.locator("text=学员看到的样子")).to_be_visible()
    teacher.get_by_role("button", name="发布", exact=True).click()
    expect(teacher.locator("text=已发布").first).to_be_visible()
    assert Question.objects.get(stem=STEM).status == Question.Status.PUBLISHED

    learner = visit(path=None)
    sign_up(learner)
    learner.goto(lesson.get_absolute_url())
    learner.click("text=练习本节")
    while not learner.locator("#stem", has_text=STEM).count():
        answer(learner)
        learner.click("#answer .actions a")
        expect(learner.locator(".feedback")).to_have_count(0)
    answer(learner, "义乌")

    expect(learner.locator(".verdict-line")).to_have_text("✓ 答对了")
