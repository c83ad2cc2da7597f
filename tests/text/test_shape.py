import pytest

from quizzes.text.shape import first_word


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("道路要平", "道"),
        ("路，要平", "路，"),
        ("“路”要平", "“路”"),
        ("12.5%的路", "12.5%"),
        ("——路要平", "——"),
        ("路”“桥”和渡口", "路”“桥”"),
        ("”", "”"),
    ],
)
def test_what_no_line_break_parts_is_a_word(line: str, word: str) -> None:
    assert first_word(line) == word
