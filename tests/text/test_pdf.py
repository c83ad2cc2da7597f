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


def test_figures_in_a_font_of_their_own_are_part_of_the_text() -> None:
    paper = Print(figures="Courier")
    rows = [
        f"{2000 + i}年修的路又平又宽，两边种了树，走的人多，坐车的人也多，都说好" for i in range(9)
    ]
    paper.column(
        ["　　从前没有路，出门要走半天，遇到下雨下雪就走不了，大家都盼着修路", *rows], 70, 80
    )
    paper.column(["　　路修好了。", "　　1条路通到了县城。"], 70, 80 + 16.5 * 10)
    first, *rest = lines(paper.saved())
    assert first.endswith("".join(rows))
    assert rest == ["路修好了。", "1条路通到了县城。"]


def test_a_full_width_space_is_a_gap() -> None:
    paper = Print()
    paper.centred("某县道路条例", 70, 20)
    paper.centred("县长　王小山", 100)
    paper.column(
        [
            "　　第一章　总则",
            *("　　第一条　为了修好道路，制定本条例。", "　　第二条　道路应当平整。"),
            "　　第二章　　附则",
            *wrapped("第三条　第二条规定的道路，是指" + THIRD, 40),
        ],
        70,
        130,
    )
    outline = parse("甲.pdf", paper.saved())
    assert (outline.title, outline.byline) == ("某县道路条例", "县长 王小山")
    assert [(s.number, s.heading) for s in outline.walk()] == [
        ("第一章", "总则"),
        ("第一章第一条", ""),
        ("第一章第二条", ""),
        ("第二章", "附则"),
        ("第二章第三条", ""),
    ]


def test_print_that_is_spaced_out_has_no_spaces() -> None:
    paper = Print()
    paper.write("修好2020年的道路", 150, 70, 20, tracking=12)
    paper.column(wrapped(FIRST, 40), 70, 110)
    assert lines(paper.saved()) == ["修好2020年的道路", FIRST]


def test_notes_under_the_title_stand_apart() -> None:
    paper = Print()
    note = (
        "（二〇二三年十月六日某县人民代表大会第二次会议通过　二〇二三年十一月三日市人民政府批准）"
    )
    paper.centred("某县道路条例", 70, 20)
    paper.column([*wrapped(note, 40), *wrapped(FIRST, 40)], 70, 110)
    outline = parse("甲.pdf", paper.saved())
    assert outline.text.split("\n") == ["某县道路条例", note, FIRST]
    assert (outline.title, outline.date) == ("某县道路条例", "2023-11-03")


def test_a_date_may_end_what_stands_in_brackets() -> None:
    paper = Print()
    text = "（这里的路修得很好，来往的人都说方便，以上说的是村里的情况，截至"
    paper.column([f"　　{text}", "2023年10月26日）", *wrapped(FIRST, len(text) + 2)], 70, 80)
    assert lines(paper.saved()) == [f"{text}2023年10月26日）", FIRST]


def test_a_title_goes_on_on_its_second_line() -> None:
    paper = Print()
    paper.centred("某县人民政府关于修好全县乡村道路、方便群众来往", 70, 20)
    paper.centred("的若干意见", 100, 20)
    paper.centred("县长　王小山", 130)
    paper.column([*wrapped(FIRST, 42), *wrapped(SECOND, 42)], 66, 160)
    title, *rest = lines(paper.saved())
    assert title == "某县人民政府关于修好全县乡村道路、方便群众来往的若干意见"
    assert rest == ["县长　王小山", FIRST, SECOND]


def test_paragraphs_may_be_set_apart_instead_of_indented() -> None:
    paper = Print()
    paragraphs = [f"第{i}条　道路应当平整，桥梁应当坚固。" for i in "一二三四五六"]
    paragraphs += [FIRST, "第七条　道路归大家用。（负责部门：交通局）", SECOND]
    top = 80.0
    for paragraph in paragraphs:
        rows = [paragraph[i : i + 40] for i in range(0, len(paragraph), 40)]
        paper.column(rows, 70, top)
        top += 16.5 * len(rows) + 11
    assert lines(paper.saved()) == paragraphs


def test_paragraphs_that_are_set_in_are_whole() -> None:
    paper = Print()
    quoted = [FIRST[i : i + 36] for i in range(0, len(FIRST), 36)]
    entry = "（一）" + SECOND
    rows = [entry[:38], *(entry[i : i + 36] for i in range(38, len(entry), 36))]
    top = 80.0
    for block, left in (
        (wrapped(THIRD, 40), 70),
        (quoted, 114),
        (rows[:1], 92),
        (rows[1:], 114),
        (["• 路要平", "• 桥要稳"], 92),
        (wrapped(THIRD, 40), 70),
    ):
        paper.column(block, left, top)
        top += 16.5 * len(block)
    assert lines(paper.saved()) == [THIRD, FIRST, entry, "•路要平", "•桥要稳", THIRD]


def test_margins_that_change_sides_do_not_matter() -> None:
    paper = Print()
    text = [*wrapped(FIRST, 38), *wrapped(SECOND, 38), *wrapped(THIRD, 38)]
    for page, start in enumerate(range(0, len(text), 7)):
        paper.column(text[start : start + 7], 60 if page % 2 else 110, 80)
        paper.turn()
    assert lines(paper.saved()) == [FIRST, SECOND, THIRD]


def test_short_lines_alone_on_a_page_stay_apart() -> None:
    paper = Print()
    paper.column(wrapped(FIRST, 40), 70, 80)
    names = [f"　　{name}" for name in ("修路队", "护桥队，共12人", "绿化队", "保洁队，共30人")]
    for _ in range(2):
        paper.turn()
        paper.column(names, 70, 80)
    assert lines(paper.saved()) == [FIRST, *(name.strip("　") for name in 2 * names)]


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


def test_numbered_lines_are_no_table() -> None:
    paper = Print()
    paper.column(["第一章　　修路", "第二章　　办学", "第三章　　附则"], 92, 80)
    paper.column(wrapped(FIRST, 40), 70, 140)
    assert lines(paper.saved())[:3] == ["第一章　修路", "第二章　办学", "第三章　附则"]


def test_wide_running_heads_are_no_text() -> None:
    paper = Print()
    text = [*wrapped(FIRST, 40), *wrapped(SECOND, 40)]
    for number, part in enumerate((text[:8], text[8:]), start=1):
        paper.write("某县人民政府关于修好全县乡村道路、方便群众来往的若干意见", 60, 30, 8)
        paper.write("内部学习资料", 480, 30, 8)
        paper.column(part, 70, 80)
        paper.centred(str(number), 815, 8)
        paper.turn()
    assert lines(paper.saved()) == [FIRST, SECOND]


def test_what_browsers_print_around_a_page_is_no_text() -> None:
    paper = Print()
    paper.write("2024/5/1 10:20", 30, 30, 8)
    paper.write("修好道路的办法", 280, 30, 8)
    paper.column(wrapped(FIRST, 40), 70, 80)
    paper.write("https://example.org/road", 30, 815, 8)
    paper.write("1/1", 550, 815, 8)
    assert lines(paper.saved()) == [FIRST]


def test_figures_at_the_edge_of_a_page_are_text() -> None:
    paper = Print()
    paper.column(wrapped(FIRST, 40), 70, 80)
    figures = [[f"{page}{i}.{i}" for i in range(20)] for page in range(3)]
    for page, column in enumerate(figures, start=2):
        paper.turn()
        paper.column(column, 70, 80)
        paper.centred(f"— {page} —", 815, 9)
    assert lines(paper.saved()) == [FIRST, *(each for column in figures for each in column)]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_pages_may_lie_on_their_side(quarters: int) -> None:
    paper = Print(quarters=quarters)
    paper.column([*wrapped(FIRST, 40), *wrapped(SECOND, 40)], 70, 80)
    assert lines(paper.saved()) == [FIRST, SECOND]


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
