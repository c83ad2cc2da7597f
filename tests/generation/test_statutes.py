"""What a rule sets up, aims at, grounds itself on, forbids in pairs, and takes away."""

import pytest

from quizzes.generation.generate import generate
from quizzes.generation.statutes.limits import singles
from quizzes.generation.statutes.numerals import accepted
from quizzes.generation.types import Item
from quizzes.text import parse
from tests.generation.texts import items

TITLE = "平湖市渔港条例"
NAME = f"《{TITLE}》"
SURE = 0.8


def rules(text: str) -> list[Item]:
    return list(items(f"第五条　{text}", title=TITLE))


def blanks(text: str) -> dict[str, tuple[str, ...]]:
    opening = f"{NAME}规定，"
    found = (i for i in rules(text) if i.kind == "fill_blank" and i.confidence >= SURE)
    return {item.stem.removeprefix(opening): item.answer for item in found}


def test_a_system_is_asked_by_what_it_does_without_what_that_tells() -> None:
    found = blanks("国家建立渔船事故调解机制，及时处理渔船作业中的问题。")
    answer = found["国家建立渔船________机制，及时处理渔船作业中的问题。"]
    assert {"事故调解", "渔船事故调解机制"} <= set(answer)
    assert blanks("国家建立渔船安全检查制度，对渔船进行安全检查。") == {}


def test_a_ground_and_a_principle_are_blanks() -> None:
    found = blanks("在特殊情况下，渔港为了公共安全的需要，可以依照规定暂停作业。")
    stem = "在特殊情况下，渔港为了________的需要，可以依照规定暂停作业。"
    assert found[stem] == ("公共安全",)
    found = blanks("国家对渔民自用的小船不实行登记。渔船检查不得收取任何费用。")
    assert found["国家对渔民自用的小船不实行________。"] == ("登记",)


def test_two_things_in_one_breath_are_a_list() -> None:
    found = blanks("渔港经营人不得以自己的名义申请捕捞许可或者转让渔船指标。")
    stem = "渔港经营人不得以自己的名义________。（填两项，次序不限）"
    assert found[stem] == ("申请捕捞许可、转让渔船指标",)


def test_a_list_keeps_whose_deeds_it_holds() -> None:
    text = "渔港管理部门的工作人员违反本条例规定，滥用职权、玩忽职守、徇私舞弊的，依法给予处分。"
    found = [stem for stem in blanks(text) if "次序不限" in stem]
    assert found
    assert all("工作人员" in stem for stem in found)


def test_what_is_done_to_a_licence_is_one_of_four_deeds() -> None:
    text = "以欺骗手段取得捕捞许可证、船员证书的，由市农业农村主管部门撤销捕捞许可证、船员证书。"
    [choice] = [i for i in rules(text) if i.kind == "single_choice" and "作何处理" in i.stem]
    assert choice.answer == ("撤销",)
    assert {option.text for option in choice.options} == {"撤销", "吊销", "注销", "暂扣"}


def test_aims_stand_among_what_the_rule_does_elsewhere() -> None:
    text = (
        "平湖市渔港条例\n第一章 总则\n第一条 为了加强渔港管理，保护渔业资源，促进渔区发展，"
        "根据《中华人民共和国渔业法》，制定本条例。\n"
        "第二条 市人民政府应当增加投入，改善停泊条件，优化办证流程，提高救助能力。\n"
    )
    found = generate(parse("rule.txt", text.encode()))
    [choice] = [i for i in found if i.kind == "multiple_choice"]
    assert choice.stem == f"{NAME}第一条写明的制定目的有哪些？"
    assert set(choice.answer) == {"加强渔港管理", "保护渔业资源", "促进渔区发展"}
    wrong = {option.text for option in choice.options} - set(choice.answer)
    assert wrong <= {"改善停泊条件", "优化办证流程", "提高救助能力"}


def test_an_attribute_comes_with_the_sentence_that_names_its_thing() -> None:
    text = "困难渔民更换船具的，可以申请更新补贴。补贴金额不超过船具价款的百分之三十。"
    stem = "困难渔民更换船具的，可以申请更新补贴，补贴金额不超过船具价款的百分之________。"
    assert stem in blanks(text)


def test_an_attribute_that_nothing_names_is_not_published() -> None:
    found = rules("补贴金额不超过船具价款的百分之三十。")
    assert all(item.confidence < SURE for item in found if "补贴金额" in item.stem)


def test_figures_joined_by_a_comma_keep_the_noun_behind_them() -> None:
    found = [i.stem for i in rules("渔港实行每日值守6小时、每周值守30小时的轮班制度。")]
    assert all("轮班制度" in stem for stem in found if "值守" in stem)


def test_options_stay_on_the_side_of_the_other_figure() -> None:
    text = "船具补贴不超过百分之五十；属于低保渔民的，不超过百分之八十。"
    for item in rules(text):
        if item.kind == "single_choice" and "百分之五十；" in item.stem:
            assert "百分之四十" not in {option.text for option in item.options}


@pytest.mark.parametrize(
    ("text", "fair"),
    [
        ("六十日内", {"60", "60日", "六十天"}),
        ("两周", {"2", "2周", "两周"}),
        ("十万元", {"10万", "100000元"}),
        ("三分之二", {"2/3", "三分之二"}),
        ("百分之五十", {"50", "50%", "五十"}),
    ],
)
def test_a_limit_may_be_written_in_every_fair_way(text: str, fair: set[str]) -> None:
    assert fair <= set(accepted(next(singles(text, 0))))


def test_a_draft_is_called_one() -> None:
    text = (
        "平湖市渔港条例\n（草案征求意见稿）\n第一条 为了加强管理，制定本条例。\n"
        "第二条 市水行政主管部门负责航道疏浚工作。\n"
    )
    found = generate(parse("draft.txt", text.encode()))
    assert found
    assert all(item.stem.count("（草案）》") for item in found if TITLE in item.stem)


def test_notes_under_a_table_and_annexes_define_nothing() -> None:
    text = (
        "平湖市渔港条例\n第一条 为了加强管理，制定本条例。\n附件1.\n坐标表\n"
        "注：1、坐标为平面坐标。\n2、蓝线是指渔港水域的外缘边界线。\n"
    )
    found = generate(parse("annex.txt", text.encode()))
    assert not [item for item in found if item.fact.kind == "term"]


def test_numbers_days_and_authors_of_small_papers_wait_as_drafts() -> None:
    text = (
        "平湖中学关于开展体检的通知\n平中发〔2021〕17号\n各班级：\n体检于2021年4月8日开始。\n"
        "平湖中学\n2021年3月8日\n"
    )
    found = generate(parse("paper.txt", text.encode()))
    formal = [i for i in found if "发文字号" in i.stem or "落款日期" in i.stem]
    assert all(item.confidence < SURE for item in formal)
    assert not [item for item in formal if item.kind == "true_false"]
