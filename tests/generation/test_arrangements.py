"""Whom a plan supports, what goes where, what replaces what; what turns into what."""

import pytest

from quizzes.generation.generate import generate
from quizzes.text import parse
from tests.generation.texts import items

PLAN = "平湖市职业培训实施方案"
PRAISE = "关于对典型做法给予表扬的通报"


def blanks(text: str, title: str = PLAN) -> dict[str, str]:
    found = items(text, title)
    return {i.stem: i.answer[0] for i in found if i.kind == "fill_blank" and i.confidence >= 0.8}


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "支持符合条件的渔业保险机构在保税区内设立转运站点。",
            "支持符合条件的________在保税区内设立转运站点。（填“……机构”）",
            "渔业保险机构",
        ),
        (
            "把渔民相关的安全教育纳入国家终身教育大体系，共同做好渔港培训。",
            "把________纳入国家终身教育大体系，共同做好渔港培训。（填“……教育”）",
            "渔民相关的安全教育",
        ),
        (
            "将远洋渔船的登记管理权限下放至东湖区渔业管理部门。",
            "将远洋渔船的登记管理权限下放至________。（填“……部门”）",
            "东湖区渔业管理部门",
        ),
        (
            "允许企业将港口出具的电子提货凭证替代双方纸质合同。",
            "允许企业将港口出具的________替代双方纸质合同。（填“……凭证”）",
            "电子提货凭证",
        ),
        (
            "探索双班制培养远洋船员。",
            "探索________培养远洋船员。",
            "双班制",
        ),
        (
            "进一步加大对东湖渔港建设的支持力度，完善补贴办法。",
            "进一步加大对________的支持力度，完善补贴办法。",
            "东湖渔港建设",
        ),
        (
            "在渔业学校实行高技能人才以现场演示的方式公开招聘。",
            "在渔业学校实行高技能人才以________的方式公开招聘。",
            "现场演示",
        ),
        (
            "2024年起基本不再从应届毕业生中招聘专业教师。",
            "2024年起基本不再从________中招聘专业教师。（填“……毕业生”）",
            "应届毕业生",
        ),
        (
            "对参加安全考试的学员，在参加渔船驾驶考试时，可免试部分科目。",
            "对参加安全考试的学员，在参加渔船驾驶考试时，可________。（填“……科目”）",
            "免试部分科目",
        ),
    ],
)
def test_a_plan_is_asked_for_what_it_arranges(text: str, stem: str, answer: str) -> None:
    assert blanks(text)[f"《{PLAN}》提出，{stem}"] == answer


def test_who_has_to_do_it_is_asked_with_the_short_forms_of_its_name() -> None:
    text = "国务院渔业行政部门组织制定渔船安全标准。"
    assert blanks(text)[f"《{PLAN}》提出，________组织制定渔船安全标准。（填“……部门”）"] == (
        "国务院渔业行政部门"
    )


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "江北省东湖市推行渔港综合执法，实现“一个港区一本账”。",
            "江北省东湖市推行渔港综合执法，实现“________”。",
            "一个港区一本账",
        ),
        (
            "江北省东湖市以“掌上办理”提升渔船登记服务水平。",
            "江北省东湖市以“________”提升渔船登记服务水平。",
            "掌上办理",
        ),
    ],
)
def test_a_deed_of_a_named_place_is_asked_whole(text: str, stem: str, answer: str) -> None:
    assert blanks(text, PRAISE)[f"据《{PRAISE}》，{stem}"] == answer


def test_what_points_elsewhere_or_says_nothing_of_its_own_is_not_asked() -> None:
    text = "支持其在保税区内设立站点。支持有关部门在保税区内设立站点。"
    assert not blanks(text)


def test_what_turns_into_what_is_asked_and_matched() -> None:
    text = (
        "经过5年左右时间，渔业基本完成由追求产量向提高品质转变，由近海捕捞为主向远洋生产转变，"
        "由粗放加工向精深加工转变。"
    )
    found = items(text, PLAN)
    pairs = [i for i in found if i.kind == "matching"]
    assert [i.stem for i in pairs] == [
        f"《{PLAN}》提出，经过5年左右时间，渔业基本完成多项转变，请将转变前后的内容对应起来。"
    ]
    assert pairs[0].pairs[1] == ("由近海捕捞为主", "向远洋生产")
    assert blanks(text)[f"《{PLAN}》提出，渔业基本完成由近海捕捞为主向________转变。"] == "远洋生产"


def test_what_was_opened_in_a_reports_year_is_asked_by_its_kind() -> None:
    text = "平湖市港口运行平稳。东湖远洋集装箱航线成功首航。平湖市渔港有序开放。"
    report = f"# 平湖市政府工作报告\n一、2024年工作回顾\n{text}\n"
    found = generate(parse("document.txt", report.encode(), title="平湖市政府工作报告"))
    asked = {i.stem: i.answer[0] for i in found if i.kind == "fill_blank"}
    assert asked["2024年，平湖市________成功首航。（填“……航线”）"] == "东湖远洋集装箱航线"


def test_two_of_a_kind_opened_alike_are_not_asked() -> None:
    text = "东湖远洋集装箱航线成功首航。白沙近海集装箱航线成功首航。平湖市渔港有序开放。"
    assert not [stem for stem in blanks(text, "2024年平湖市政府工作报告") if "首航" in stem]
