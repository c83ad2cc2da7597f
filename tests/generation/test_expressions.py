"""Dates and quantities are read as the values they are."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.generation.reading.expressions import Date, Number, chinese_number, expressions
from quizzes.text.types import Span


def found(text: str) -> list[Date | Number]:
    return expressions(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "precision"),
    [("2013年建成", "year"), ("2013年6月建成", "month"), ("2013年6月1日建成", "day")],
)
def test_a_date_is_as_precise_as_the_text(text: str, precision: str) -> None:
    [date] = found(text)
    assert isinstance(date, Date)
    assert date.precision == precision
    assert date.text == text.removesuffix("建成")


@pytest.mark.parametrize(
    "text",
    [
        "20世纪90年代",
        "2013年底建成",
        "2006-2020年增长",
        "2013—2015年",
        "从2013年度起",
        "2013年上半年",
    ],
)
def test_what_is_no_single_date_is_left_alone(text: str) -> None:
    assert not [one for one in found(text) if isinstance(one, Date)]


@pytest.mark.parametrize(
    ("text", "digits", "unit", "value"),
    [
        ("120项", "120", "项", "120"),
        ("30多项", "30", "项", "30"),
        ("50余万人次", "50", "人次", "500000"),
        ("3.7万个", "3.7", "个", "37000"),
        ("1,373户", "1,373", "户", "1373"),
        ("96亿元", "96", "元", "9600000000"),
        ("0.9个百分点", "0.9", "个百分点", "0.9"),
        ("63.5%", "63.5", "%", "63.5"),
    ],
)
def test_a_quantity_keeps_its_measure(text: str, digits: str, unit: str, value: str) -> None:
    [number] = found(text)
    assert isinstance(number, Number)
    assert (number.digits, number.unit, number.value) == (digits, unit, Decimal(value))
    assert number.span == Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("百分之八十", "percent", "80"),
        ("千分之五", "permille", "5"),
        ("1/8", "fraction", "0.125"),
        ("四分之三", "fraction", "0.75"),
    ],
)
def test_a_share_is_read_in_words_and_figures(text: str, measure: str, value: str) -> None:
    [number] = found(text)
    assert isinstance(number, Number)
    assert number.measure == measure
    assert number.value == Decimal(value)


@pytest.mark.parametrize(
    "text", ["第14条", "国发〔2019〕4号", "2.0版", "5—10年", "A4纸", "13800000000"]
)
def test_a_number_in_a_name_is_no_quantity(text: str) -> None:
    assert not [one for one in found(text) if isinstance(one, Number)]


def test_a_numeral_that_is_none_is_worth_nothing() -> None:
    assert chinese_number("点点") == 0


@given(st.text(alphabet="0123456789年月日万亿项个%/.,百分之几三五余多的，。", max_size=60))
def test_any_text_is_read_without_an_error_and_in_order(text: str) -> None:
    spans = [one.span for one in found(text)]
    assert spans == sorted(spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
