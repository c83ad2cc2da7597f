"""Which things a document lists: where a list begins and ends, and what stands beside it."""

import pytest

from quizzes.generation.types import Item
from tests.generation.texts import items

RULES = "平湖市停车场管理办法"


def of_kind(text: str, kind: str, title: str = "平湖市发展情况") -> list[Item]:
    return [i for i in items(text, title) if i.fact.kind == "list" and i.kind == kind]


def lists(text: str, title: str = "平湖市发展情况") -> dict[str, tuple[str, ...]]:
    """The members that the fill-in items on lists ask for, by their stem."""
    return {
        item.stem.split("。（")[0]: tuple(item.answer[0].split("、"))
        for item in of_kind(text, "fill_blank", title)
    }


def asked(text: str, title: str = "平湖市发展情况") -> dict[str, tuple[str, ...]]:
    return {item.stem: item.answer for item in of_kind(text, "multiple_choice", title)}


@pytest.mark.parametrize(
    ("text", "stem", "members"),
    [
        ("平湖市坚持共商、共建、共管的理念。", "平湖市坚持________的理念", "共商 共建 共管"),
        ("平湖市合理规划生态、生活、生产空间。", "平湖市合理规划________空间", "生态 生活 生产"),
        (
            "平湖市严把入学标准和毕业学生质量标准两个关口。",
            "平湖市严把________两个关口",
            "入学标准 毕业学生质量标准",
        ),
        (
            "平湖市坚持“规模化、专业化、可持续”发展思路。",
            "平湖市坚持“________”发展思路",
            "规模化 专业化 可持续",
        ),
        (
            "平湖市坚持共建、协调和绿色的理念。",
            "平湖市坚持________的理念",
            "共建 协调 绿色",
        ),
        (
            "平湖市围绕登记、监管两个关键环节，全力推进数字化改革。",
            "平湖市围绕________两个关键环节，全力推进数字化改革",
            "登记 监管",
        ),
        (
            "平湖市按照岗位与产业对接、课程与标准对接、教学与生产对接的要求，修订培养方案。",
            "平湖市按照________的要求，修订培养方案",
            "岗位与产业对接 课程与标准对接 教学与生产对接",
        ),
        (
            "平湖市大力推进治山、治水、治林、治田。",
            "平湖市大力推进________",
            "治山 治水 治林 治田",
        ),
    ],
)
def test_a_list_is_asked_whole(text: str, stem: str, members: str) -> None:
    assert lists(text) == {stem: tuple(members.split())}


def test_a_pair_of_one_make_in_a_rule() -> None:
    text = "第一条 停车场收费应当兼顾经济效益和社会效益。"
    [(stem, members)] = lists(text, RULES).items()
    assert stem.endswith("停车场收费应当兼顾________")
    assert members == ("经济效益", "社会效益")
    [(question, keys)] = asked(text, RULES).items()
    assert question.endswith("停车场收费应当兼顾哪些效益？")
    assert set(keys) == {"经济效益", "社会效益"}


def test_a_pair_may_be_typed_in_either_order() -> None:
    [item] = of_kind("平湖市严把入学标准和毕业标准两个关口。", "fill_blank")
    assert item.stem.endswith("（填两项，次序不限）")
    assert item.answer == ("入学标准、毕业标准",)


@pytest.mark.parametrize(
    "text",
    [
        "平湖市坚持共商、共建。",
        "平湖市不断坚持和深化改革开放。",
        "平湖市为企业提供服务和便利。",
        # 等 leaves the list open: nobody can be asked to fill it.
        "平湖市推动生产制造、仓储物流、售后服务等环节数字化。",
        "平湖市保护山水林田湖草、空气、城乡居民饮用水水源地安全。",
        "省、自治区、直辖市人民政府负责管理平湖市。",
        "平湖市明确保护范围、禁止和允许改变的内容。",
        # Two verbs that share the objects behind them.
        "任何人不得擅自移动、损毁界标和保护标志。",
    ],
)
def test_what_is_no_plain_list_is_refused(text: str) -> None:
    assert lists(text) == {}


def test_several_keys_only_beside_things_of_one_family() -> None:
    [item] = of_kind("平湖市不断增强群众的获得感、幸福感、安全感。", "multiple_choice")
    assert set(item.answer) == {"获得感", "幸福感", "安全感"}
    assert all(option.text.endswith("感") for option in item.options)
    assert not all(option.is_key for option in item.options)


def test_an_open_list_asks_only_for_what_the_text_names() -> None:
    found = of_kind("平湖市推动生产制造、仓储物流、售后服务等环节数字化。", "multiple_choice")
    assert [item.stem for item in found] == ["平湖市推动哪些环节数字化？（只选原文列举的）"]
    assert not of_kind("平湖市推动生产制造、仓储物流、售后服务等环节数字化。", "true_false")


def test_a_statement_has_one_member_swapped_or_none() -> None:
    text = "第一条 停车场收费应当兼顾经济效益和社会效益。"
    [item] = of_kind(text, "true_false", RULES)
    said = item.stem.split("兼顾")[1].rstrip("。")
    assert (said == "经济效益和社会效益") == (item.answer == ("正确",))
    assert len({"经济效益", "社会效益"} & set(said.split("和"))) >= 1


def test_a_noun_that_may_be_said_of_all_need_not_be_typed() -> None:
    text = "第一条 社区应当协助做好停车场的日常巡查、隐患报告和宣传工作。"
    [item] = of_kind(text, "fill_blank", RULES)
    assert item.answer == ("日常巡查、隐患报告、宣传工作", "日常巡查、隐患报告、宣传")


def test_six_of_a_named_number_are_not_shortened() -> None:
    text = "平湖市有增值税、房产税、印花税、契税、车船税、资源税6个税种实现增长。"
    assert of_kind(text, "multiple_choice") == []
