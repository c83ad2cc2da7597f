"""Places among others, changes, and who did it."""

import pytest

from tests.generation.texts import items


def test_a_rank_is_asked_among_ranks() -> None:
    text = "2019年，平湖市港口吞吐量位居全国第3。"
    [item] = [i for i in items(text) if i.fact.kind == "rank" and i.kind == "single_choice"]
    assert item.stem == "2019年，平湖市港口吞吐量位居全国第几？"
    assert item.answer == ("第3",)
    assert all(option.text.startswith("第") for option in item.options)


def test_a_change_stands_among_changes_in_the_same_direction() -> None:
    text = "平湖市办事大厅窗口从96个减至28个。"
    [item] = [i for i in items(text) if i.fact.kind == "change" and i.kind == "single_choice"]
    assert item.stem == "据课文，平湖市办事大厅窗口有怎样的变化？"
    assert item.answer == ("从96个减至28个",)
    for option in item.options:
        before, after = option.text.removeprefix("从").split("个减至")
        assert int(before) > int(after.removesuffix("个"))


def test_who_approved_is_filled_in() -> None:
    found = items("2013年6月，国务院批复同意平湖市城乡规划。")
    [item] = [i for i in found if i.fact.kind == "actor" and i.kind == "fill_blank"]
    assert item.stem == "2013年6月，________批复同意平湖市城乡规划。"
    assert item.answer == ("国务院",)


@pytest.mark.parametrize("text", ["企业批准了方案。", "该部门同意平湖市的申请报告。"])
def test_a_body_without_a_name_is_not_asked(text: str) -> None:
    assert not [item for item in items(text) if item.fact.kind == "actor"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("平湖市企业超过62万户。", "smaller"), ("平湖市每班不得超过45人。", "larger")],
)
def test_no_wrong_option_follows_from_the_right_one(text: str, wrong: str) -> None:
    """Who has more than 62万 has more than 40万 too."""
    for item in items(text):
        if item.kind == "single_choice" and item.fact.kind == "number":
            key = [option.is_key for option in item.options].index(True)
            assert key == (0 if wrong == "smaller" else 3)
