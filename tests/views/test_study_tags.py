"""How things are written on a page."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from django.utils.safestring import mark_safe

from quizzes.models import Fact, Revision
from quizzes.progress import DayFigures
from quizzes.templatetags import charts
from quizzes.templatetags.study import (
    day_chart,
    duration,
    evidence,
    explanation,
    fact_evidence,
    keep,
    language_tag,
    letter,
    percent,
    sentences,
    stem,
)


def test_languages_as_browsers_know_them() -> None:
    assert [language_tag(code) for code in ("zh-hans", "en")] == ["zh-Hans", "en"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("开通14条", ["14条"]),
        ("2020年超70亿件", ["2020年", "70亿件"]),
        ("28.5万户，占8.5%", ["28.5万户", "8.5%"]),
        ("从1/75上升", ["1/75上"]),
        ("三权分置", []),
    ],
)
def test_a_number_stays_with_its_measure_word(text: str, kept: list[str]) -> None:
    assert [
        part.partition("</span>")[0] for part in keep(text).split('<span class="n">')[1:]
    ] == kept


def test_text_is_escaped_and_its_entities_left_whole() -> None:
    assert keep("<b>'3'</b>") == '&lt;b&gt;&#x27;<span class="n">3</span>&#x27;&lt;/b&gt;'


def test_a_blank_is_a_line_to_fill() -> None:
    assert stem("线路____条。").startswith("线路<span")
    assert "_" not in stem("线路____条。")


def test_the_answer_is_marked_in_its_evidence() -> None:
    revision = Revision(evidence="已开通线路十四条。", mark_start=5, mark_end=8)

    assert evidence(revision) == "已开通线路<mark>十四条</mark>。"


def test_evidence_without_a_mark() -> None:
    assert evidence(Revision(evidence="已开通线路。")) == "已开通线路。"


def test_a_fact_stands_in_its_sentence() -> None:
    fact = Fact(
        evidence="已开通十四条。",
        evidence_start=50,
        evidence_end=57,
        answer_start=53,
        answer_end=56,
    )

    assert fact_evidence(fact) == "已开通<mark>十四条</mark>。"
    assert fact_evidence(Fact(answer="甲")) == "甲"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("答案：十四条。见第一段：已开通十四条。", "答案：十四条。见第一段。"),
        ("已开通十四条。", ""),
        ("不是四十条。", "不是四十条。"),
        ("", ""),
    ],
)
def test_an_explanation_does_not_say_the_evidence_twice(text: str, shown: str) -> None:
    assert explanation(Revision(explanation=text, evidence="已开通十四条。")) == shown


def test_small_things() -> None:
    assert [letter(0), letter(3)] == ["A", "D"]
    assert [percent(None), percent(0), percent(0.755)] == ["–", "0%", "76%"]


def test_a_day_is_a_bar_inside_the_chart() -> None:
    days = [DayFigures(date(2026, 1, day), answers=day, correct=day // 2) for day in range(1, 15)]
    bars = day_chart(days)["bars"]

    assert bars[-1].all_y == 8
    assert all(0 <= bar.good <= bar.all <= 84 for bar in bars)
    assert bars[1].label == "1/2"


def test_days_without_answers_have_no_height() -> None:
    assert day_chart([DayFigures(date(2026, 1, 1))])["bars"][0].all == 0


@pytest.mark.parametrize(
    ("seconds", "chinese", "english"),
    [
        (0, "–", "–"),
        (20, "不到 1 分钟", "under 1 min"),
        (60, "1 分钟", "1 min"),
        (3599, "1 小时", "1 h"),
        (3900, "1 小时 5 分钟", "1 h 5 min"),
        (360_000, "100 小时", "100 h"),
    ],
)
def test_time_spent_is_told_to_the_minute(seconds: int, chinese: str, english: str) -> None:
    assert duration(seconds) == chinese
    with translation.override("en"):
        assert duration(seconds) == english


@pytest.mark.parametrize(
    ("answers", "level"),
    [(0, 0), (1, 1), (4, 1), (5, 2), (9, 2), (10, 3), (19, 3), (20, 4), (999, 4)],
)
def test_more_answers_are_more_ink(answers: int, level: int) -> None:
    assert charts.level(answers) == level


def test_the_legend_says_what_each_ink_stands_for() -> None:
    assert charts.level_labels() == ["没有答题", "1–4 题", "5–9 题", "10–19 题", "20 题以上"]


def test_a_month_without_room_keeps_its_name_for_those_who_hear_it() -> None:
    mondays = [DayFigures(date(2024, 1, 29) + timedelta(weeks=week)) for week in range(6)]
    assert [(month.label, month.weeks, month.narrow) for month in charts.months(mondays)] == [
        ("一月", 1, True),
        ("二月", 4, False),
        ("三月", 1, True),
    ]


def test_sentences_stand_together_in_chinese_and_apart_in_english() -> None:
    text = mark_safe("一句。\n  <b>两句！</b>")
    assert sentences(text) == "一句。<b>两句！</b>"
    with translation.override("en"):
        assert sentences(text) == text
