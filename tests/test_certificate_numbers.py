"""A certificate's number cannot be guessed, and a slip in copying it is found."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizzes.certificate_numbers import LENGTH, SYMBOLS, grouped, new_number, normalised

numbers = st.builds(new_number)
places = st.integers(0, LENGTH - 1)


def test_it_holds_at_least_eighty_bits_of_chance() -> None:
    assert 5 * (LENGTH - 1) >= 80
    assert len({new_number() for _ in range(1000)}) == 1000


def test_its_chance_is_that_of_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secrets.choice", lambda symbols: symbols[0])
    assert new_number() == "0" * LENGTH


@given(numbers)
def test_it_is_read_as_it_is_printed(number: str) -> None:
    assert normalised(grouped(number)) == number
    assert [len(group) for group in grouped(number).split("-")] == [5] * 4


@given(numbers)
def test_it_is_read_as_people_type_it(number: str) -> None:
    typed = grouped(number).lower().replace("0", "o").replace("1", "l").replace("-", " ")
    assert normalised(f" {typed} ") == number


@given(numbers, places, st.sampled_from(SYMBOLS))
def test_one_wrong_character_is_found(number: str, at: int, symbol: str) -> None:
    assume(number[at] != symbol)
    assert normalised(number[:at] + symbol + number[at + 1 :]) is None


@given(numbers, st.integers(0, LENGTH - 3))
def test_two_neighbours_that_changed_places_are_found(number: str, at: int) -> None:
    assume(number[at] != number[at + 1])
    swapped = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    assert normalised(swapped) is None


@given(st.text(max_size=30))
def test_whatever_else_is_typed_is_no_number(typed: str) -> None:
    number = normalised(typed)
    assert number is None or (len(number) == LENGTH and set(number) <= set(SYMBOLS))
