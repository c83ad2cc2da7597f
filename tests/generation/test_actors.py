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
    assert asked("国务院交通运输主管部门负责全国的引航工作。") == {
        f"{NAME}规定，哪个部门负责全国的引航工作？": "国务院交通运输主管部门"
    }


def test_of_an_office_in_an_unknown_field_only_the_blank_is_asked() -> None:
    found = actors("国务院引航主管部门负责全国的引航工作。")
    assert [item.kind for item in found] == ["fill_blank"]


def test_wrong_offices_have_the_seat_of_the_true_one_and_its_cluster() -> None:
    found = options("擅自取水的，由县级以上人民政府水行政主管部门责令限期改正。")
    assert len(found) == 4
    assert all(one.startswith("县级以上人民政府") for one in found)
    assert not any("教育" in one or "公安" in one or "商务" in one for one in found)


def test_the_offices_of_the_document_come_first() -> None:
    text = (
        "擅自取水的，由市水行政主管部门责令限期改正。\n第四条　生态环境、自然资源、林业草原等部门"
        "按照职责分工做好相关工作。"
    )
    found = [i for i in actors(text) if i.kind == "single_choice" and "取水" in i.stem]
    assert {option.text for item in found for option in item.options} == {
        "市水行政主管部门",
        "市生态环境主管部门",
        "市自然资源主管部门",
        "市林业草原主管部门",
    }


def test_who_does_the_same_elsewhere_is_no_wrong_option() -> None:
    text = (
        "擅自倾倒渣土的，由市城市管理主管部门责令清除渣土。\n"
        "第四条　擅自倾倒渣土的，市自然资源主管部门也可以责令清除渣土。"
    )
    assert "市自然资源主管部门" not in options(text)


def test_a_blank_takes_every_fair_name_of_a_body() -> None:
    [blank] = [
        i
        for i in actors("从事拖轮业务，应当向所在地县级人民政府水行政主管部门提出申请。")
        if i.kind == "fill_blank"
    ]
    assert {
        "所在地县级人民政府水行政主管部门",
        "县级人民政府水行政主管部门",
        "水行政主管部门",
    } <= set(blank.answer)


def test_who_approves_instead_of_the_state_council_could_do_so() -> None:
    found = items("2013年6月，国务院批复同意设立平湖综合保税区。")
    [choice] = [i for i in found if i.kind == "single_choice" and i.answer == ("国务院",)]
    assert {o.text for o in choice.options} == {
        "国务院",
        "国家发展和改革委员会",
        "海关总署",
        "商务部",
    }


def test_another_rule_behind_it_is_left_out() -> None:
    found = asked("学生处负责宿舍的日常管理工作，总务处负责宿舍的维修工作。")
    assert f"{NAME}规定，哪个部门负责宿舍的日常管理工作？" in found


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
    found = options("引航员登记由国务院引航主管部门办理。")
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
