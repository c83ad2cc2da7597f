"""Figures that need their time, their owner or their verb, and dates that are not theirs."""

import pytest

from quizzes.generation.generate import generate
from quizzes.generation.types import Item
from quizzes.text import parse
from tests.generation.texts import items, keys

SURE = 0.8
REPORT = "青川县人民政府工作报告\n\n——2024年1月9日在青川县人民代表大会上\n\n一、2023年工作回顾\n\n"
FIGURES = {"date", "number", "share", "change", "rank"}


def asked(text: str) -> dict[str, str]:
    """The sure figures of a whole document, title and all."""
    made = generate(parse("document.txt", text.encode()))
    return keys(i for i in made if i.confidence >= SURE and i.fact.kind in FIGURES)


def sure(found: tuple[Item, ...]) -> dict[str, str]:
    return keys(item for item in found if item.confidence >= SURE)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # A measure of the thing just spoken of is asked behind it.
        (
            "安排重点项目96个，年度计划投资72亿元。",
            {"2023年，青川县安排重点项目96个，年度计划投资为多少亿元？": "72亿元"},
        ),
        # A whole is said without 共有.
        (
            "年末全县共有公园42个，其中4A级公园13个。",
            {"2023年末，青川县公园中，4A级公园有多少个？": "13个"},
        ),
        # What is done with an amount wants no 为; an amount alone does.
        ("发放小额贷款6430万元。", {"2023年，青川县发放小额贷款多少万元？": "6430万元"}),
        ("国内旅游收入23.5亿元。", {"2023年，青川县国内旅游收入为多少亿元？": "23.5亿元"}),
    ],
)
def test_a_report_figure_keeps_its_owner_and_its_verb(said: str, expected: dict[str, str]) -> None:
    found = asked(f"{REPORT}{said}\n")
    assert expected.items() <= found.items()


def test_an_amount_that_a_row_names_once_is_said_of_all() -> None:
    text = (
        "大川电器有限公司2024年度报告\n\n一、2024年经营情况\n\n2024年，公司经营平稳。"
        "电机产品实现收入12,184.20万元，增长18.62%；水泵产品6,291.48万元，增长1.85%。\n"
    )
    found = asked(text)
    assert found["2024年，大川电器有限公司水泵产品收入为多少万元？"] == "6,291.48万元"
    assert not any("水泵产品6,291" in stem for stem in found)


def test_five_years_looked_back_on_are_said() -> None:
    text = "青川县2022年政府工作报告\n\n一、过去五年工作回顾\n\n全县经济平稳。新增学位8600个。\n"
    stem = "据《青川县2022年政府工作报告》，报告回顾的五年间，青川县新增学位多少个？"
    assert asked(text)[stem] == "8600个"


def test_now_is_the_month_that_the_document_bears() -> None:
    text = (
        "青川县旅游发展情况报告\n\n一、发展\n\n目前，青川县建成露营基地18个。\n\n"
        "青川县文化和旅游局\n2024年6月3日\n"
    )
    assert "截至2024年6月，青川县建成露营基地多少个？" in asked(text)


@pytest.mark.parametrize(
    "said",
    [
        "1958年，农机社试制成功第一套滚珠轴承。",  # before the name
        "1984年，企业投资120万元从上海购入磨床4台。",
        "上年同期，公司营业收入为9,306.18万元。",
        "2020年，公司收购剩余20%的股权。",
        "1998年，工业资产经营公司持股34%。",
    ],
)
def test_nothing_is_said_of_a_name_before_it_was_borne(said: str) -> None:
    text = (
        "大川电器股份有限公司发展简史\n\n一、创业（1958—1998年）\n\n"
        f"{said}\n\n二、转型（2009年至今）\n\n2009年12月，公司整体变更为股份有限公司。\n"
    )
    assert not asked(text)


@pytest.mark.parametrize(
    "said",
    [
        "每月开展一次考评。",
        "涉水案件数量由57起下降到19起。",
        "办理总人数38人。",
        "第三展厅“水韵”以一条38米长的街巷再现旧貌。",
    ],
)
def test_a_story_asks_nothing_of_nobody(said: str) -> None:
    assert not asked(f"护好一江水\n\n清晨，巡护艇出发。{said}\n")


def test_a_cycle_is_no_part_of_an_end_of_term() -> None:
    text = "图书室由教导处负责管理，每学期末清点一次图书。"
    assert not any("学期末" in stem for stem in sure(items(text, title="小学图书室制度")))


def test_a_date_is_not_that_of_a_deed_inside() -> None:
    text = "第一条 本办法自2024年3月1日起施行。2009年8月15日市政府发布的《暂行办法》同时废止。"
    assert "2009年8月15日" not in sure(items(text, title="平湖市公园管理办法")).values()


def test_options_that_differ_in_numerals_ascend_and_are_not_turned_digits() -> None:
    [item] = [i for i in items("平湖市进出口额居全国第5位。") if i.kind == "single_choice"]
    places = [int(option.text[1:-1]) for option in item.options]
    assert places == sorted(places)
    for single in items("平湖市建成公园57个。"):
        assert "75个" not in [option.text for option in single.options]


def test_a_round_figure_stands_among_near_ones() -> None:
    [item] = [i for i in items("平湖市新增床位200张。") if i.kind == "single_choice"]
    values = [int(option.text[:-1]) for option in item.options]
    assert all(100 <= value <= 340 for value in values)
