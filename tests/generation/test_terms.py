"""What a term with a number in it is made up of."""

import pytest

from tests.generation.texts import items, keys, stems


@pytest.mark.parametrize(
    "text",
    [
        "平湖市探索农房所有权、资格权、使用权“三权分置”改革。",
        "平湖市探索农房所有权、资格权和使用权“三权分置”改革。",
    ],
)
def test_members_in_front_of_the_term_are_its_meaning(text: str) -> None:
    asked = keys(items(text))
    assert asked == {"农房“三权分置”改革中的“三权”指的是什么？": "所有权、资格权、使用权"}


def test_a_member_of_a_rival_list_is_in_no_more_options_than_another() -> None:
    [item] = [
        item
        for item in items("平湖市探索农房所有权、资格权、使用权“三权分置”改革。")
        if item.kind == "single_choice"
    ]
    members = [member for option in item.options for member in option.text.split("、")]
    assert sorted(members.count(member) for member in set(members)) == [2, 2, 2, 2, 4]


@pytest.mark.parametrize(
    "text",
    [
        "平湖市探索农房所有权、资格权“三权分置”改革。",
        "平湖市探索农房所有权、资格权等“三权分置”改革。",
        "平湖市探索道路、河流、山林“三长”制度。",
    ],
)
def test_members_that_do_not_make_up_the_number_are_not_asked(text: str) -> None:
    assert stems(items(text)) == []
