"""Figures of communiqués and reports: what was measured, when, whose, and as a part of what."""

import pytest

from quizzes.generation.generate import generate
from quizzes.text import parse
from tests.generation.texts import items, keys

PAPER = "前三季度全市经济运行情况"


def figures(text: str, title: str) -> dict[str, str]:
    """The questions on figures and their keys."""
    kinds = {"number", "share", "change", "rank"}
    return keys(item for item in items(text, title) if item.fact.kind in kinds)


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "第一产业实现增加值31.5亿元，同比增长3.2%，增速比同期提高1.7个百分点。",
            "第一产业增加值同比增长百分之多少",
            "3.2%",
        ),
        (
            "第一产业实现增加值31.5亿元，同比增长3.2%，增速比同期提高1.7个百分点。",
            "第一产业增加值增速同比提高多少个百分点",
            "1.7个百分点",
        ),
        # The sign stays in the stem.
        ("民间投资完成64.8亿元，同比下降7.4%。", "民间投资同比下降百分之多少", "7.4%"),
        # Who pulls is not what was measured.
        (
            "林业实现增加值31.5亿元，同比增长3.2%，拉动第一产业增长1.4个百分点。",
            "林业拉动第一产业增长多少个百分点",
            "1.4个百分点",
        ),
        ("三次产业比为5.2：51.3：43.5。", "三次产业比为多少", "5.2：51.3：43.5"),
        # The kinds of goods are a part of what stands before the colon.
        (
            "六大类商品价格有升有降：粮油类上涨2.3%，家电类下降4.1%。",
            "六大类商品价格中，家电类下降百分之多少",
            "4.1%",
        ),
    ],
)
def test_a_paper_without_a_year_is_named(text: str, stem: str, key: str) -> None:
    assert figures(text, PAPER)[f"据《{PAPER}》，{stem}？"] == key


def test_a_communique_gives_its_year_and_its_place() -> None:
    asked = figures(
        "全年粮食产量83.6万吨，比上年增长1.9%。年末全市常住人口64.2万人。",
        "平湖市2024年国民经济和社会发展统计公报",
    )
    assert asked["2024年，平湖市粮食产量为多少万吨？"] == "83.6万吨"
    assert asked["2024年，平湖市粮食产量比2023年增长百分之多少？"] == "1.9%"
    assert asked["2024年末，平湖市常住人口为多少万人？"] == "64.2万人"


def test_points_are_counted_of_a_share_and_not_of_the_thing() -> None:
    asked = figures(
        "全年城镇常住人口42.6万人，占常住人口的比重为66.4%，比上年提高0.7个百分点。",
        "平湖市2024年国民经济和社会发展统计公报",
    )
    stem = "2024年，平湖市城镇常住人口占常住人口的比重比2023年提高多少个百分点？"
    assert asked[stem] == "0.7个百分点"


def test_a_part_is_asked_with_its_whole() -> None:
    asked = figures(
        "年末公路通车里程2310公里，其中高速公路176公里。",
        "平湖市2024年国民经济和社会发展统计公报",
    )
    assert asked["2024年末，平湖市公路通车里程中，高速公路有多少公里？"] == "176公里"


@pytest.mark.parametrize(
    "text",
    [
        "建成公园18个，惠及居民4300户。",  # of the park, and not of the place
        "商品房销售面积64.3万平方米，下降12.4%；销售额38.6亿元。",  # of what?
        "督查反馈的15项问题，已整改销号13项。",
        "改造提升2.1万亩。",
    ],
)
def test_what_hangs_on_the_clause_before_is_not_asked(text: str) -> None:
    asked = figures(f"2024年，{text}", "平湖市2024年国民经济和社会发展统计公报")
    assert not {stem for stem in asked if any(lost in stem for lost in LOST)}


LOST = ("惠及", "市销售额", "反馈的", "销号", "改造提升多少")


def test_a_history_in_a_report_is_not_of_the_year_of_the_report() -> None:
    text = (
        "平湖轴承股份有限公司2024年度报告\n一、历史\n（一）创业（1953—1978年）\n"
        "公司前身是1953年4月组建的农具修配厂，当时仅有职工137人、车床9台。\n"
        "二、经营\n2024年，公司营业收入31.6亿元，比上年增长4.2%。公司研发投入1.6亿元。"
    )
    found = [item.stem for item in generate(parse("report.txt", text.encode()))]
    assert not [stem for stem in found if "车床" in stem or "职工" in stem]
    assert [stem for stem in found if "研发投入" in stem]
