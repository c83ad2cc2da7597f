"""What something is built on, aimed at, held for; and what one thing is said to be."""

import pytest

from quizzes.generation.generate import generate
from quizzes.generation.types import Item
from quizzes.text import parse
from tests.generation.texts import items

PLAN = "平湖市渔业振兴实施方案\n一、任务\n{}\n"


def plan(said: str) -> tuple[Item, ...]:
    return generate(parse("plan.txt", PLAN.format(said).encode()))


def asked(found: tuple[Item, ...]) -> dict[str, str]:
    """The key of each published choice or blank on a purpose, by its stem."""
    return {
        i.stem: i.answer[0]
        for i in found
        if i.fact.kind == "purpose" and i.kind != "true_false" and i.confidence >= 0.8
    }


def test_a_frame_that_opens_a_sentence_is_said_with_the_deed_behind_it() -> None:
    found = asked(items("以户籍管理改革为突破口，破解农民进城难题。"))
    assert found["平湖市以________为突破口，破解农民进城难题。"] == "户籍管理改革"


def test_frames_inside_a_clause_are_asked_where_they_stand() -> None:
    found = asked(plan("发展以市场需求为导向、以技能培养为重点的渔业培训模式。"))
    stem = "《平湖市渔业振兴实施方案》提出，发展以{}为导向、以{}为重点的渔业培训模式。"
    assert found[stem.format("________", "技能培养")] == "市场需求"
    assert found[stem.format("市场需求", "________")] == "技能培养"


def test_what_is_taken_as_something_is_asked() -> None:
    found = asked(plan("将标准化建设作为推进渔业现代化的突破口。"))
    stem = "《平湖市渔业振兴实施方案》提出，将________作为推进渔业现代化的突破口。"
    assert found[stem] == "标准化建设"


def test_a_principle_is_asked_by_its_noun() -> None:
    found = asked(plan("渔业补贴资金的发放范围按照确有困难的原则确定。"))
    stem = "《平湖市渔业振兴实施方案》提出，渔业补贴资金的发放范围按照________的原则确定。"
    assert found[stem] == "确有困难"


def test_the_part_that_something_plays_is_asked() -> None:
    found = asked(items("平湖市发挥国际贸易综合改革的统领作用，提升口岸能级。"))
    assert found["平湖市发挥________的统领作用，提升口岸能级。"] == "国际贸易综合改革"


REFORMS = (
    "平湖市推进渔港管理体制改革。\n平湖市深化海域使用权改革。\n平湖市实施水产品流通改革。\n"
    "以户籍管理改革为突破口，破解农民进城难题。"
)


def test_options_are_the_reforms_that_the_document_speaks_of() -> None:
    [choice] = [
        i
        for i in items(REFORMS)
        if i.kind == "single_choice" and i.stem == "平湖市以什么为突破口，破解农民进城难题？"
    ]
    assert {option.text for option in choice.options} == {
        "户籍管理改革",
        "渔港管理体制改革",
        "海域使用权改革",
        "水产品流通改革",
    }


def test_an_aim_is_asked_with_the_deed_further_on() -> None:
    text = "以高水平建成东海渔业之城为总目标，以实干求实效，统筹推进渔港建设。"
    found = [i for i in items(text) if i.fact.kind == "purpose" and i.kind == "fill_blank"]
    assert any("东海渔业之城" in i.answer for i in found)


def test_a_thing_is_asked_by_what_it_alone_is_also_in_the_next_clause() -> None:
    found = asked(items("开放是平湖市最大的特色，也是平湖市最大的优势。"))
    assert found["平湖市最大的特色是________。"] == "开放"
    assert found["平湖市最大的优势是________。"] == "开放"


def test_values_of_another_sort_are_no_options() -> None:
    found = items("开放是平湖市最大的特色，也是平湖市最大的优势。")
    assert {i.kind for i in found if i.fact.kind == "purpose"} == {"fill_blank"}


def test_a_thing_said_before_the_comma_is_asked_by_its_name() -> None:
    found = asked(items("“渔业兴市”的确立与坚守，是尊重渔民首创精神的集中体现。"))
    assert found["据课文，“________”的确立与坚守，是尊重渔民首创精神的集中体现。"] == "渔业兴市"


def test_a_role_that_comes_first_asks_for_the_thing() -> None:
    found = asked(items("平湖市港口经济的最大优势是深水岸线。"))
    assert found["平湖市港口经济的最大优势是________。"] == "深水岸线"


@pytest.mark.parametrize(
    "text",
    [
        "坚持以人民为中心的发展思想，增进民生福祉。",
        "这是平湖市最大的特色。",
        "旅游业是平湖市的重要支柱产业之一。",
        "其以渔业为重点，推动产业升级。",
        "平湖市各部门要将落实各项措施作为重点工作。",
    ],
)
def test_commonplaces_lost_subjects_and_one_of_many_are_refused(text: str) -> None:
    assert asked(items(text)) == {}
