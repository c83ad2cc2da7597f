"""An item that breaks a rule of item writing is seen."""

from dataclasses import replace

import pytest

from quizzes.generation.checks import RULES, faults
from quizzes.generation.types import Fact, Item, Option
from quizzes.text.types import Span

GOOD = Item(
    id="1",
    kind="single_choice",
    stem="平湖市精简审批事项多少项？",
    options=tuple(Option(text, text == "120项") for text in ("86项", "120项", "140项", "160项")),
    answer=("120项",),
    explanation="答案：120项。",
    confidence=0.9,
    fact=Fact("number", "一", "120项", "120项", Span(0, 9), Span(4, 8), 2, "f" * 32),
)


def test_a_good_item_breaks_none() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    ("stem", "fault"),
    [
        ("平湖市精简审批事项120项是多少项？", "the key stands in the stem"),
        ("平湖市精简“审批事项多少项？", "half a pair of marks"),
        ("该市精简审批事项一共多少项？", "opens with a word that needs the sentence before"),
        ("目前平湖市精简审批事项多少项？", "a word that means nothing outside the document"),
        ("平湖市平湖市精简审批事项多少项？", "words doubled"),
        ("平湖市精简，、审批事项多少项？", "broken punctuation"),
        ("平湖市精简审批事项多少项" + "，并且继续努力" * 15 + "？", "stem too long"),
        ("精简多少项？", "stem too short to stand alone"),
    ],
)
def test_a_bad_stem_is_named(stem: str, fault: str) -> None:
    assert fault in RULES
    assert fault in faults(replace(GOOD, stem=stem))


def test_two_equal_options_are_seen_through_their_spelling() -> None:
    options = (*GOOD.options[:3], Option("“120”项", is_key=False))
    assert "two equal options" in faults(replace(GOOD, options=options))


def test_a_second_key_is_seen() -> None:
    options = (*GOOD.options[:3], Option("160项", is_key=True))
    assert "not one key among four" in faults(replace(GOOD, options=options))


def test_a_name_that_holds_a_pointing_word_is_no_fault() -> None:
    assert faults(replace(GOOD, stem="平湖市在“目前最好”行动中精简审批事项多少项？")) == []
