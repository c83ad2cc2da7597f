import pytest

from quizzes.text import UnreadableFileError, parse, read
from tests.text.documents import Print, wrapped

FIRST = "这里的路修得很好，来往的人都说方便。村里还修了桥，过河不用再绕远路了。" * 6
SECOND = "学校也办起来了，孩子们在家门口就能上学，老师都是从县城里来的年轻人。" * 7
THIRD = "到了冬天，大家坐在一起商量来年的事，谁家有什么难处也一起想办法解决。" * 8


def lines(data: bytes) -> list[str]:
    return read("甲.pdf", data).split("\n")


def code(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read("甲.pdf", data)
    return caught.value.code


def test_lines_become_paragraphs() -> None:
    page = Print()
    page.column([*wrapped(FIRST, 40), *wrapped(SECOND, 40)], 70, 80)
    assert lines(page.saved()) == [FIRST, SECOND]


def test_sentences_go_on_from_page_to_page() -> None:
    paper = Print()
    text = [*wrapped(FIRST, 40), *wrapped(SECOND, 40), *wrapped(THIRD, 40)]
    for number, start in enumerate(range(0, len(text), 8), start=1):
        paper.centred("某某学报", 40, 9)
        paper.column(text[start : start + 8], 70, 80)
        paper.centred(f"— {number} —", 810, 9)
        paper.turn()
    assert lines(paper.saved()) == [FIRST, SECOND, THIRD]


def test_the_left_column_is_read_before_the_right() -> None:
    paper = Print()
    text = [*wrapped(FIRST, 20), *wrapped(SECOND, 20), *wrapped(THIRD, 20)]
    half = len(text) // 2
    for number, part in enumerate((text[:half], text[half:]), start=1):
        middle = len(part) // 2
        paper.write(f"某某学报　2020年第5期　{number}", 60, 40, 9)
        if number == 1:
            paper.centred("修好乡村道路的办法", 90, 18)
            paper.centred("张小山", 115, 10)
        paper.column(part[:middle], 60, 150)
        paper.column(part[middle:], 315, 150)
        paper.centred(str(number), 810, 9)
        paper.turn()
    assert lines(paper.saved()) == ["修好乡村道路的办法", "张小山", FIRST, SECOND, THIRD]


def test_footnotes_and_their_marks_are_taken_out() -> None:
    paper = Print()
    text = wrapped(FIRST, 40)
    paper.column(text, 70, 80)
    paper.write("①", 70 + 11 * len(text[-1]), 80 + 16.5 * (len(text) - 1) - 4, 6)
    paper.column(["①参见《村志》，某某出版社2019年版，", "第12页。"], 70, 760, 8)
    paper.centred("1", 815, 9)
    assert lines(paper.saved()) == [FIRST]


def test_headings_stand_alone() -> None:
    paper = Print()
    paper.centred("某县关于修好乡村道路的意见", 70, 20)
    paper.column(
        ["　　一、修路", *wrapped(FIRST, 40), "　　二、办学", *wrapped(SECOND, 40)], 70, 110
    )
    outline = parse("甲.pdf", paper.saved())
    assert outline.title == "某县关于修好乡村道路的意见"
    assert [(s.number, s.heading) for s in outline.walk()] == [("一", "修路"), ("二", "办学")]
    assert outline.sections[1].body[0].span.of(outline.text) == SECOND


def test_words_broken_by_a_hyphen_are_joined() -> None:
    paper = Print()
    paper.column(["The road is good and all the peo-", "ple like it."], 70, 80)
    assert lines(paper.saved()) == ["The road is good and all the people like it."]


def test_cells_in_columns_are_a_table() -> None:
    paper = Print()
    paper.column(wrapped(FIRST, 40), 70, 80)
    for row, cells in enumerate(
        (("年份", "公里", "座数"), ("2019", "10", "3"), ("2020", "12", "4"))
    ):
        for column, cell in enumerate(cells):
            paper.write(cell, 80 + 150 * column, 300 + 18 * row)
    outline = parse("甲.pdf", paper.saved())
    assert outline.text.split("\n")[1:] == ["年份 | 公里 | 座数", "2019 | 10 | 3", "2020 | 12 | 4"]
    assert [p.is_table for p in outline.sections[0].body] == [False, True, True, True]


def test_a_long_document_is_read() -> None:
    paper = Print()
    for _ in range(120):
        paper.column(wrapped(FIRST, 40), 70, 80)
        paper.turn()
    assert lines(paper.saved()) == [FIRST] * 120


def test_a_watermark_is_no_text() -> None:
    paper = Print()
    paper.column(wrapped(FIRST, 40), 70, 80)
    paper.askew("内部资料")
    assert lines(paper.saved()) == [FIRST]


def test_a_scan_has_no_text() -> None:
    paper = Print()
    paper.box()
    assert code(paper.saved()) == "scanned"


def test_a_password_is_told() -> None:
    paper = Print(password="秘密")
    paper.column(wrapped(FIRST, 40), 70, 80)
    assert code(paper.saved()) == "encrypted"


def test_a_password_for_changes_only_does_not_matter() -> None:
    paper = Print(password="")
    paper.column(wrapped(FIRST, 40), 70, 80)
    assert lines(paper.saved()) == [FIRST]


@pytest.mark.parametrize("data", [b"hello", b"%PDF-1.7\n", Print().saved()[:200]])
def test_what_is_no_pdf_is_damaged(data: bytes) -> None:
    assert code(data) == "damaged"
