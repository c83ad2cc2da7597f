"""What stands alone behind the name of a plan, a law, a notice."""

import pytest

from quizzes.generation.generate import generate
from quizzes.text import parse
from tests.generation.texts import items

PLAN = "平湖市职业培训实施方案"
LAW = "平湖市家政服务条例"


def stems(text: str, title: str) -> list[str]:
    return [item.stem for item in items(text, title) if item.kind == "fill_blank"]


def test_a_rule_is_asked_from_its_condition_on() -> None:
    text = "第一条　从事高空清洗的，应当取得高空作业许可证。"
    assert stems(text, LAW) == [
        f"《{LAW}》规定，从事高空清洗的，应当取得________。（填“……许可证”）"
    ]


def test_a_law_that_speaks_of_itself_is_not_named_twice() -> None:
    text = "第一条　违反本条例规定从事高空清洗的，应当取得高空作业许可证。"
    assert stems(text, LAW) == [
        f"《{LAW}》规定，违反该条例规定从事高空清洗的，应当取得________。（填“……许可证”）"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "第一条　依照前款规定，家政服务机构应当取得高空作业许可证。",
        "第一条　其从业人员应当取得高空作业许可证。",
        "第一条　应当取得高空作业许可证。",
    ],
)
def test_what_leans_on_other_rules_is_not_asked(text: str) -> None:
    assert stems(text, LAW) == []


def test_the_subject_of_an_earlier_deed_is_said_again() -> None:
    text = "职业院校完善教学管理办法，开展紧缺工种订单培训，提高学生就业能力。"
    assert f"《{PLAN}》提出，职业院校开展________，提高学生就业能力。（填“……培训”）" in stems(
        text, PLAN
    )


def test_what_others_are_moved_to_do_keeps_the_mover() -> None:
    text = "市属企业支持职工参加学历教育，完善内部技能评价制度，落实技能津贴。"
    assert not [stem for stem in stems(text, PLAN) if "市属企业完善" in stem]


def test_this_year_is_the_year_that_the_document_bears() -> None:
    text = f"{PLAN}\n2023年5月8日\n\n一、培训\n\n今年内建成全市统一技能培训平台，方便职工报名。\n"
    found = generate(parse("document.txt", text.encode(), title=PLAN))
    assert [item for item in found if "2023年内建成" in item.stem]
