"""The weekly summary, and the year on the progress page."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from quizzes.models import Question, User
from quizzes.weeks import name_of
from tests.factories import CardFactory, DayFactory


def this_week() -> str:
    return f"/progress/week/{name_of(timezone.localdate())}/"


def test_it_needs_an_account(visitor: Client) -> None:
    url = this_week()
    assert visitor.get(url).headers["Location"] == f"/accounts/login/?next={url}"


def test_progress_leads_there(browser: Client, question: Question) -> None:
    assert f'href="{this_week()}"' in browser.get("/progress/").content.decode()


def test_the_first_week_says_what_will_stand_there(browser: Client) -> None:
    assert "答过以后，学了什么会列在这里" in browser.get(this_week()).content.decode()


def test_it_says_what_was_learnt(browser: Client, learner: User, question: Question) -> None:
    CardFactory(learner=learner, fact=question.fact, mastered=True, mastered_at=timezone.now())
    DayFactory(
        learner=learner, answers=12, correct=9, seconds=3900, met=5, mastered=4,
        kinds={"item.single_choice": [12, 9]},
    )  # fmt: skip
    DayFactory(learner=learner, day=timezone.localdate() - timedelta(days=7), answers=33)

    page = browser.get(this_week()).content.decode()

    for shown in ("12 题", "33 题", "75%", "1 小时 5 分钟", "5 个", "4 个", "单选题"):
        assert shown in page
    assert "还有 3 个知识点" in page
    assert f"?from={question.fact.evidence_start}" in page
    before = name_of(timezone.localdate() - timedelta(days=7))
    assert f'rel="prev" href="/progress/week/{before}/"' in page
    assert 'rel="next"' not in page


@pytest.mark.parametrize("name", ["2024-W60", "x", "9999-W01", "1000-W01", "2024-W%31"])
def test_what_is_no_week_of_mine_is_not_found(browser: Client, name: str) -> None:
    assert browser.get(f"/progress/week/{name}/").status_code == 404


def test_a_year_is_a_table_that_can_be_read_aloud(
    browser: Client, learner: User, question: Question
) -> None:
    today = timezone.localdate()
    for back, answers in enumerate((1, 5, 10, 20)):
        DayFactory(learner=learner, day=today - timedelta(days=back), answers=answers)

    page = browser.get("/progress/").content.decode()

    cells = re.findall(r'<td class="ink-(\d)"\s+title="([^"]+)"><span>([^<]+)</span></td>', page)
    assert len(cells) == 52 * 7 + today.isoweekday()
    assert all(title == said for _level, title, said in cells)
    assert sorted(level for level, *_ in cells if level != "0") == ["1", "2", "3", "4"]
    assert f"{today.month}月{today.day}日：1 题" in page
    assert "学了 4 天，答了 36 题，答题用时：8 分钟。" in page


def test_the_shortest_time_reads_well(browser: Client, learner: User, question: Question) -> None:
    DayFactory(learner=learner, answers=1, correct=1, seconds=9)

    assert "答题用时：不到 1 分钟。" in browser.get("/progress/").content.decode()


def test_what_falls_due_is_drawn_and_told(
    browser: Client, learner: User, question: Question, blank: Question
) -> None:
    CardFactory(learner=learner, fact=question.fact, due_now=True)
    CardFactory(learner=learner, fact=blank.fact, mastered=True)

    page = browser.get("/progress/").content.decode()

    assert page.count('<rect class="due"') == 14
    assert "接下来 14 天每天到期的知识点，一共 2 个" in page
