"""What was set up, issued, joined, granted: things with a noun that says their kind."""

import pytest

from tests.generation.texts import items

TEXT = (
    "2013年6月，国务院同意设立平湖综合保税区。2015年3月，平湖市获批国家跨境贸易综合试验区。"
    "2018年5月，平湖市成为全国12个物流创新示范区之一。2019年8月，平湖市建成滨海科技园区。"
)
PLAN = "平湖市职业培训实施方案"
LAW = "平湖市家政服务条例"


def objects(text: str, title: str = "平湖市发展情况") -> list[tuple[str, str, str]]:
    found = items(text, title)
    return [(i.kind, i.stem, i.answer[0]) for i in found if i.fact.kind == "object"]


def blanks(text: str, title: str) -> dict[str, str]:
    return {stem: answer for kind, stem, answer in objects(text, title) if kind == "fill_blank"}


def test_a_dated_thing_is_asked_with_its_kind() -> None:
    found = objects(TEXT)
    assert ("fill_blank", "2019年8月，平湖市建成________。（填“……园区”）", "滨海科技园区") in found


def test_a_title_is_filled_in_between_its_marks() -> None:
    found = objects("2019年1月，平湖市政府印发《平湖市港口发展规划》。")
    assert found == [
        ("fill_blank", "2019年1月，平湖市政府印发《________》。", "平湖市港口发展规划")
    ]


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "推行企业新型学徒制度，鼓励技工院校与企业合作办学。",
            f"《{PLAN}》提出，推行________，鼓励技工院校与企业合作办学。（填“……制度”）",
            "企业新型学徒制度",
        ),
        (
            "支持符合条件的民办技工院校开展线上教学。",
            f"《{PLAN}》提出，支持符合条件的________开展线上教学。（填“……院校”）",
            "民办技工院校",
        ),
        (
            "将符合要求的实训课程纳入学分管理体系。",
            f"《{PLAN}》提出，将符合要求的实训课程纳入________。（填“……体系”）",
            "学分管理体系",
        ),
    ],
)
def test_a_plan_is_asked_behind_its_name(text: str, stem: str, answer: str) -> None:
    assert blanks(text, PLAN)[stem] == answer


def test_a_rule_is_asked_with_its_subject_and_the_law_it_stands_in() -> None:
    found = blanks("第一条　家政服务机构应当与消费者订立书面服务合同。", LAW)
    assert found == {
        f"《{LAW}》规定，家政服务机构应当与消费者订立________。（填“……合同”）": "书面服务合同"
    }


@pytest.mark.parametrize(
    "text",
    [
        "2019年8月，平湖市成立了许多新的便民服务小组。",
        "平湖市取得重大成果，完成重要任务。",
        "平湖市责令停止经营活动。",
    ],
)
def test_what_says_nothing_of_its_kind_is_not_asked(text: str) -> None:
    assert objects(text) == []


def test_two_deeds_in_a_row_are_asked_one_by_one() -> None:
    found = blanks("建立技能人才评价制度、完善企业用工调查机制，促进培训与就业衔接。", PLAN)
    assert set(found.values()) == {"技能人才评价制度", "企业用工调查机制"}


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "赋予试验区更大渔业自主权，简化渔港审批流程。",
            "赋予试验区________，简化渔港审批流程。（填“……自主权”）",
            "更大渔业自主权",
        ),
        (
            "鼓励支持设立退役船员培训学院（分院），推动就业衔接。",
            "鼓励支持设立________，推动就业衔接。（填“……学院”）",
            "退役船员培训学院（分院）",
        ),
        (
            "完善招生机制，建立渔业学校和普通高中统一报名平台。",
            "完善招生机制，建立________。（填“……报名平台”）",
            "渔业学校和普通高中统一报名平台",
        ),
    ],
)
def test_a_thing_is_left_out_whole_and_without_whom_it_is_given_to(
    text: str, stem: str, answer: str
) -> None:
    assert blanks(text, PLAN)[f"《{PLAN}》提出，{stem}"] == answer


def test_two_things_done_alike_in_one_sentence_are_not_asked() -> None:
    text = "自觉接受港务委员会法律监督，接受渔民代表民主监督。"
    assert not [stem for stem in blanks(text, PLAN) if stem.endswith("（填“……监督”）")]


def test_a_title_may_be_typed_without_its_trial() -> None:
    found = items("2019年1月，平湖市政府印发《港口管理办法（试行）》。")
    titles = [item.answer for item in found if item.fact.kind == "object"]
    assert titles
    assert all("港口管理办法" in answer for answer in titles)
