"""What a term is defined as, and how the thing so defined is called."""

import pytest

from quizzes.generation.generate import generate
from quizzes.generation.types import Item
from quizzes.text import parse
from tests.generation.texts import items, keys

LAW = """停车场管理条例
第一章 总则
第一条 为了规范停车秩序，制定本条例。
第二条 {}
第三条 本条例自2021年5月1日起施行。
"""


def law(said: str) -> tuple[Item, ...]:
    return generate(parse("law.txt", LAW.format(said).encode()))


def blanks(found: tuple[Item, ...]) -> dict[str, str]:
    return {i.stem: i.answer[0] for i in found if i.kind == "fill_blank" and i.fact.kind == "term"}


def test_a_defined_term_is_asked_by_its_meaning() -> None:
    found = blanks(items("所谓海绵城市，是指下雨时能够吸水蓄水的城区。"))
    assert found == {"据课文，所谓________，是指下雨时能够吸水蓄水的城区。": "海绵城市"}


def test_a_law_is_named_as_what_defines_the_term() -> None:
    found = blanks(law("本条例所称泊位，是指供机动车停放的划线区域。"))
    assert found == {"《停车场管理条例》所称的________，是指供机动车停放的划线区域。": "泊位"}


def test_what_a_definition_goes_on_to_list_is_no_part_of_it() -> None:
    found = blanks(law("本条例所称泊位，是指供机动车停放的划线区域，包括下列情形：（一）路内。"))
    assert list(found) == ["《停车场管理条例》所称的________，是指供机动车停放的划线区域。"]


def test_a_comment_on_a_definition_is_no_part_of_it() -> None:
    found = blanks(items("所谓海绵城市，是指下雨时能够吸水蓄水的城区，这些城区越来越多。"))
    assert list(found) == ["据课文，所谓________，是指下雨时能够吸水蓄水的城区。"]


def test_a_definition_inside_a_definition_is_left_out() -> None:
    found = keys(law("本条例所称泊位，是指供车辆（以下称机动车）长期停放的固定区域。"))
    assert found["《停车场管理条例》所称的泊位，是指什么？"] == "供车辆长期停放的固定区域"


def test_wrong_meanings_turn_two_words_so_that_no_wording_is_rarer() -> None:
    found = law("本条例所称泊位，是指供车辆长期停放的固定区域。")
    [choice] = [i for i in found if i.kind == "single_choice" and "是指什么" in i.stem]
    assert {option.text for option in choice.options} == {
        "供车辆长期停放的固定区域",
        "供车辆短期停放的固定区域",
        "供车辆长期停放的临时区域",
        "供车辆短期停放的临时区域",
    }


def test_a_gloss_in_brackets_defines_the_quoted_kind() -> None:
    found = items("平湖市培养“双能型”教师（同时具备理论教学和实践教学能力的教师）80名。")
    assert keys(found)["所谓“双能型”教师，是指怎样的教师？"] == (
        "同时具备理论教学和实践教学能力的教师"
    )


@pytest.mark.parametrize(
    "said",
    [
        "本条例所称泊位，是指符合前款规定的区域。",
        "本条例所称泊位，是指其划定的区域范围。",
        "本条例所称“以上”“以下”均包含本数。",
    ],
)
def test_a_meaning_that_leans_on_something_is_refused(said: str) -> None:
    assert not [item for item in law(said) if item.fact.kind == "term"]


def test_a_term_that_its_meaning_uses_is_not_asked() -> None:
    text = "所谓智慧停车，是指用智慧停车平台管理车位的办法。"
    assert blanks(items(text)) == {}
