"""Figures of tables: asked where the heads of row and column tell what a cell is."""

import pytest

from quizzes.generation.generate import generate
from quizzes.generation.types import Item
from quizzes.text import parse

TITLE = "平湖市2023年经济统计公报"
INTRO = "2023年，平湖市经济运行总体平稳，各项指标处于合理区间，居民收入稳步提高，市场销售持续恢复。"
TABLE = (
    "| 指标 | 总量（亿元） | 比上年增长（%） |\n| --- | --- | --- |\n"
    "| 工业增加值 | 512.6 | 6.1 |\n| 固定资产投资 | 380.2 | -2.4 |\n"
    "| 社会消费品零售总额 | 298.7 | 7.3 |\n| 财政收入 | 88.5 | 4.0 |"
)
COORDINATES = (
    "| 编号 | X坐标 | Y坐标 |\n| --- | --- | --- |\n| 甲点 | 512.6 | 6.1 |\n"
    "| 乙点 | 380.2 | 2.4 |\n| 丙点 | 298.7 | 7.3 |"
)


def cells(table: str, title: str = TITLE) -> list[Item]:
    text = f"# {title}\n\n## 一、综合\n\n{INTRO}\n\n{table}\n\n{INTRO}\n"
    found = generate(parse("document.md", text.encode(), title=title))
    return [item for item in found if "为多少" in item.stem or "增长百分之" in item.stem]


def test_a_cell_is_asked_with_the_heads_of_its_row_and_column() -> None:
    asked = {item.stem: item.answer[0] for item in cells(TABLE) if item.kind == "single_choice"}
    assert asked[f"据《{TITLE}》，工业增加值的总量为多少亿元？"] == "512.6亿元"
    assert asked[f"据《{TITLE}》，工业增加值比2022年增长百分之多少？"] == "6.1%"


def test_a_fall_is_not_asked_as_a_growth() -> None:
    assert not [item for item in cells(TABLE) if "固定资产投资比" in item.stem]


def test_the_row_proves_it() -> None:
    text = parse("document.md", f"# {TITLE}\n\n{INTRO}\n\n{TABLE}\n".encode(), title=TITLE).text
    item = next(i for i in cells(TABLE) if i.answer == ("512.6亿元",))
    assert "工业增加值 | 512.6 | 6.1" in text
    assert item.explanation.count("512.6") >= 1


@pytest.mark.parametrize(
    "table", [COORDINATES, TABLE.replace("| 财政收入 | 88.5 | 4.0 |", "| 财政收入 | 88.5 |")]
)
def test_cells_without_a_measure_or_a_form_are_not_asked(table: str) -> None:
    assert cells(table) == []


def test_last_year_is_asked_only_where_the_document_says_which_year_it_is() -> None:
    assert not [i for i in cells(TABLE, "平湖市经济统计公报") if "增长" in i.stem]
