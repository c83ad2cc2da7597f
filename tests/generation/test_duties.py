"""Who is in charge of a measure, as plans note it in brackets."""

from quizzes.generation.types import Item
from tests.generation.texts import items

TITLE = "平湖市渔业发展行动方案"
TEXT = (
    "支持渔船更新改造，淘汰老旧渔船。（责任单位：市农业农村局，适用范围：海滨片区）\n\n"
    "开展休渔期巡查，严查违规捕捞。（责任单位：市公安局、市交通运输局）\n\n"
    "建设水产品检测站，每月抽检一次。（责任单位：市市场监管局）\n\n"
    "举办渔民夜校，教授养殖技术。（责任单位：市教育局）\n\n"
    "为其发放补贴。（责任单位：市财政局）\n\n"
    "推广深水网箱，扩大养殖面积。（责任单位：市自然资源局）\n\n"
    "整治岸线，种植红树。（责任单位：市生态环境局、市林业局）\n\n"
    "建立渔船定位服务平台。（责任单位：市农业农村局）\n\n"
    "做好渔港清淤，改善停泊条件。（责任单位：各有关部门）"
)


def duties() -> list[Item]:
    return [item for item in items(TEXT, TITLE) if item.fact.kind in {"actor", "place"}]


def test_who_is_in_charge_is_asked_with_the_measure() -> None:
    stem = f"《{TITLE}》提出“举办渔民夜校，教授养殖技术”，这项任务由________负责。"
    asked = next(item for item in duties() if item.stem == stem)
    assert asked.answer[0] == "市教育局"


def test_bodies_of_another_cluster_are_no_options() -> None:
    found = [item for item in duties() if "举办渔民夜校" in item.stem]
    assert {item.kind for item in found} == {"fill_blank"}
    [choice] = [i for i in duties() if "深水网箱" in i.stem and i.kind == "single_choice"]
    assert not {"市教育局", "市公安局"} & {option.text for option in choice.options}


def test_several_bodies_are_chosen_not_typed() -> None:
    asked = {item.kind: item for item in duties() if "休渔期" in item.stem}
    assert set(asked["multiple_choice"].answer) == {"市公安局", "市交通运输局"}
    assert "fill_blank" not in asked


def test_what_is_to_be_set_up_is_asked_by_who_sets_it_up() -> None:
    stem = f"《{TITLE}》提出，建立________（由市农业农村局负责）。（填“……平台”）"
    found = {item.stem: item.answer for item in items(TEXT, TITLE)}
    assert found[stem] == ("渔船定位服务平台", "渔船定位服务")


def test_where_a_measure_holds_is_asked() -> None:
    stem = f"《{TITLE}》提出“支持渔船更新改造，淘汰老旧渔船”，这项措施的适用范围是________。"
    assert next(item for item in duties() if item.stem == stem).answer == ("海滨片区",)


def test_a_measure_that_leans_and_everybody_are_not_asked() -> None:
    assert not [item for item in duties() if "补贴" in item.stem or "清淤" in item.stem]
