"""What something is called: the quoted name of a strategy, a reform, a programme."""

import pytest

from tests.generation.texts import items

OTHERS = (
    "推进“智慧社区”工程、“绿色工厂”计划、“城市书房”行动，讲好“莫名惊喜”的故事，发展“青年公寓”规划。"
)


def asked(text: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """The answers of the items on terms, by kind and stem."""
    return {(i.kind, i.stem): i.answer for i in items(text) if i.fact.kind == "term"}


def test_a_name_before_its_noun_is_asked_by_the_noun() -> None:
    found = asked(f"平湖市坚持“港口强市”战略不动摇。\n{OTHERS}")
    assert found["single_choice", "平湖市坚持什么战略不动摇？"] == ("“港口强市”",)
    assert "港口强市" in found["fill_blank", "平湖市坚持“________”战略不动摇。"]


def test_rivals_are_names_of_things_not_idioms() -> None:
    [choice] = [
        item
        for item in items(f"平湖市坚持“港口强市”战略不动摇。\n{OTHERS}")
        if item.kind == "single_choice" and "战略" in item.stem
    ]
    texts = {option.text for option in choice.options}
    assert "“莫名惊喜”" not in texts
    assert len(texts) == 4


def test_a_name_without_a_noun_is_only_filled_in() -> None:
    found = asked(f"平湖市委、市政府甘当企业成长路上的“服务员”。\n{OTHERS}")
    kinds = {kind for kind, stem in found if "甘当" in stem}
    assert kinds == {"fill_blank"}


@pytest.mark.parametrize(
    "text",
    [
        "该市坚持“港口强市”战略。",
        "平湖市推进“一号工程”“二号工程”建设。",
        "平湖市坚持“港口强市”战略，港口强市是必由之路，港口强市“港口强市”。",
    ],
)
def test_rows_of_names_and_lost_subjects_are_refused(text: str) -> None:
    assert not [key for key in asked(text) if "该" in key[1] or "”“" in key[1]]


def test_a_name_that_comes_again_is_asked_once() -> None:
    text = "平湖市坚持“港口强市”战略不动摇。平湖市始终坚持“港口强市”战略。"
    assert len([key for key in asked(text) if key[0] == "fill_blank"]) == 1
