import pytest

from quizzes.text.characters import essence, fold, width


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１２０％", "120％"),
        ("⼭⻢\uf9fe", "山马茶"),
        ("a\u00a0b", "a b"),
        ("软\u00ad硬\u200d\ufeff\x00", "软硬"),
        ("，、；：？！", "，、；：？！"),
    ],
)
def test_characters_take_their_ordinary_form(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


def test_the_essence_is_what_is_printed() -> None:
    assert essence(" 第１\n章\u200b　总\t则 ") == "第1章总则"


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("ab1", 3), ("甲乙", 4), ("“甲”1", 7)])
def test_chinese_is_two_columns_wide(text: str, columns: int) -> None:
    assert width(text) == columns
