"""Parts of the police, and what is brought to them with papers in hand."""

from quizzes.generation.options.bodies import accepted
from tests.generation.texts import items

TITLE = "湖湾市电动车管理条例"
RULE = (
    "第一条 电动车所有人应当自购车之日起二十日内，持身份证明和来历凭证，"
    "向公安机关交通管理部门申请登记。\n"
    "第二条 驾驶无号牌电动车的，由公安机关交通管理部门处警告或者五十元罚款。"
)


def test_the_police_are_no_transport_department() -> None:
    found = accepted("公安机关交通管理部门", RULE)
    assert "公安交通管理部门" in found
    assert not [one for one in found if not one.startswith("公安")]


def test_a_rule_goes_on_behind_the_papers_up_to_what_is_done_with_them() -> None:
    stems = [item.stem for item in items(RULE, TITLE) if "多少日内" in item.stem]
    assert stems
    assert all(stem.endswith("申请登记？") for stem in stems)


def test_the_verb_of_a_penalty_is_no_part_of_the_body() -> None:
    answers = [item.fact.answer for item in items(RULE, TITLE) if item.fact.kind == "actor"]
    assert "公安机关交通管理部门" in answers
    assert "公安机关交通管理部门处" not in answers
