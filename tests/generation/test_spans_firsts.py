"""Stretches of time, cycles and halves; what was the first of its kind; places among others."""

import pytest

from tests.generation.texts import items, keys

PLAN = "平湖市养老服务实施方案"


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "经过3—8年时间，社区食堂基本完成由政府举办为主向多方参与的转变。",
            "经过多长时间，社区食堂基本完成由政府举办为主向多方参与的转变",
            "3—8年",
        ),
        (
            "食堂管理人员名录原则上每4年修订1次食谱目录。",
            "食堂管理人员名录原则上多长时间修订1次食谱目录",
            "每4年",
        ),
        (
            "护理课程的实践课时原则上占总课时一半以上。",
            "护理课程的实践课时原则上占总课时多大比例",
            "一半以上",
        ),
    ],
)
def test_a_stretch_a_cycle_a_half_is_asked(text: str, stem: str, key: str) -> None:
    assert keys(items(text, PLAN))[f"《{PLAN}》提出，{stem}？"] == key


def test_of_what_is_over_a_half_only_more_is_wrong() -> None:
    text = "护理课程的实践课时原则上占总课时一半以上。"
    [item] = [i for i in items(text, PLAN) if i.answer == ("一半以上",) and len(i.options) == 4]
    wrong = {option.text for option in item.options if not option.is_key}
    assert wrong == {"三分之二以上", "四分之三以上", "五分之四以上"}


def test_one_end_of_a_stretch_is_not_asked() -> None:
    stems = [item.stem for item in items("平湖市给予线索举报人400元至2500元奖励。")]
    assert not [stem for stem in stems if "多少元至" in stem or "至多少元" in stem]


def test_what_was_the_first_is_filled_in() -> None:
    found = items("平湖市设立全国首个省级冰雪装备产业园。")
    [item] = [i for i in found if i.kind == "fill_blank" and i.answer == ("冰雪装备",)]
    assert item.stem == "平湖市设立全国首个省级________产业园。"


def test_the_first_of_nothing_named_is_not_filled_in() -> None:
    found = items("平湖市组建首批队员名单。")
    assert not [item for item in found if item.fact.kind == "object" and "首批" in item.stem]


def test_which_of_its_kind_something_is() -> None:
    asked = keys(items("平湖市藕塘系统成为全国第4个湿地农业遗产。"))
    assert asked["平湖市藕塘系统成为全国第几个湿地农业遗产？"] == "第4个"
