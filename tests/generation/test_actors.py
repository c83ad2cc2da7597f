"""Who has to do it: the body that a rule charges, and others that could be taken for it."""

from quizzes.generation.types import Item
from tests.generation.texts import items, keys

TITLE = "平湖市港口管理办法"
NAME = f"《{TITLE}》"


def asked(text: str) -> dict[str, str]:
    return {s: k for s, k in keys(actors(text)).items() if s.startswith(NAME)}


def actors(text: str) -> list[Item]:
    return [i for i in items(f"第三条　{text}", title=TITLE) if i.fact.kind == "actor"]


def options(text: str) -> list[str]:
    return [o.text for i in actors(text) if i.kind == "single_choice" for o in i.options]


def test_who_is_in_charge_is_asked_by_the_kind_of_body() -> None:
    assert asked("国务院港口主管部门负责全国的引航工作。") == {
        f"{NAME}规定，哪个部门负责全国的引航工作？": "国务院港口主管部门"
    }


def test_every_way_of_charging_a_body_is_read() -> None:
    stem = f"{NAME}规定，从事拖轮业务，应当向哪个部门提出申请？"
    assert asked("从事拖轮业务，应当向市交通运输主管部门提出申请。") == {stem: "市交通运输主管部门"}
    stem = f"{NAME}规定，港口作业收费标准由哪个部门会同财政部门制定？"
    found = asked("港口作业收费标准由市商务主管部门会同财政部门制定。")
    assert found[stem] == "市商务主管部门"
    stem = f"{NAME}规定，外国船舶进入内港，须经哪个机构批准？"
    assert list(asked("外国船舶进入内港，须经海事管理机构批准。")) in ([], [stem])


def test_two_bodies_that_draw_up_a_rule_together_are_asked_one_by_one() -> None:
    text = "引航员考核办法由国务院交通运输主管部门商国务院教育行政部门另行制定。"
    found = asked(text)
    assert found[f"{NAME}规定，引航员考核办法由哪个部门商国务院教育行政部门另行制定？"] == (
        "国务院交通运输主管部门"
    )
    assert found[f"{NAME}规定，引航员考核办法由国务院交通运输主管部门商哪个部门另行制定？"] == (
        "国务院教育行政部门"
    )


def test_where_the_question_names_the_field_the_levels_differ() -> None:
    found = options("省、自治区、直辖市人民政府引航主管部门负责引航员登记工作。")
    assert found
    assert all(one.endswith("引航主管部门") for one in found)


def test_a_level_that_includes_the_true_one_is_no_wrong_option() -> None:
    text = (
        "县级以上人民政府水行政主管部门负责航道疏浚工作。\n"
        "第四条　码头改建须经国务院水行政主管部门批准。"
    )
    found = [i for i in actors(text) if i.kind == "single_choice" and "疏浚" in i.stem]
    assert found
    assert all("国务院水行政" not in option.text for item in found for option in item.options)


def test_bodies_left_open_and_bodies_joined_are_not_asked() -> None:
    assert actors("有关部门负责港区的治安管理工作。") == []
    assert actors("市教育行政部门和市民政部门负责港区子弟的入学工作。") == []


def test_a_condition_of_the_clause_before_comes_with_the_question() -> None:
    text = "擅自占用岸线的，由市交通运输主管部门责令限期改正。"
    assert f"{NAME}规定，擅自占用岸线的，由哪个部门责令限期改正？" in asked(text)


def test_the_rule_itself_is_named_once() -> None:
    found = asked("本办法由市交通运输主管部门负责解释。")
    assert found == {f"{NAME}由哪个部门负责解释？": "市交通运输主管部门"}
