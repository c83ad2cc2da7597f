"""Several things and several values: pairs by position, with what they share on either side."""

import pytest

from quizzes.generation.figures.rows import members
from tests.generation.texts import items, keys


@pytest.mark.parametrize(
    ("said", "count", "things"),
    [
        ("国际航线旅客和货物运输量", 2, ["国际航线旅客运输量", "国际航线货物运输量"]),
        ("城镇和农村居民人均消费支出", 2, ["城镇居民人均消费支出", "农村居民人均消费支出"]),
        ("过夜游客人数、旅游总收入", 2, ["过夜游客人数", "旅游总收入"]),
        ("内外贸总额", 2, ["内贸总额", "外贸总额"]),
        ("一三产业比重", 2, ["第一产业比重", "第三产业比重"]),
        ("满意和基本满意率", 2, None),
        ("粮食、蔬菜、水果产量", 2, None),
    ],
)
def test_members_are_told_apart(said: str, count: int, things: list[str] | None) -> None:
    assert members(said, count) == things


def test_a_measure_may_stand_behind_the_last_value_only() -> None:
    asked = keys(items("平湖市一三产业比重分别提高0.8、4.9个百分点。"))
    assert asked["平湖市第一产业比重提高多少个百分点？"] == "0.8个百分点"
    assert asked["平湖市第三产业比重提高多少个百分点？"] == "4.9个百分点"


def test_ranks_in_a_row_belong_each_to_its_own() -> None:
    asked = keys(items("平湖市内外贸总额分列全国第三、第五。"))
    assert asked["平湖市内贸总额列全国第几？"] == "第三"
    assert asked["平湖市外贸总额列全国第几？"] == "第五"


def test_changes_in_a_row_keep_their_start_and_their_end() -> None:
    asked = keys(items("平湖市粮食产量、蔬菜产量分别从12万吨、31万吨增加到18万吨、47万吨。"))
    assert asked["平湖市粮食产量有怎样的变化？"] == "从12万吨增加到18万吨"
    assert asked["平湖市蔬菜产量有怎样的变化？"] == "从31万吨增加到47万吨"
