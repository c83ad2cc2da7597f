import pytest

from quizzes.text import UnreadableFileError, parse, read
from tests.text.documents import archive, into, new_document, number_list, numbered, saved, word

BODY = "这里的路修得很好，来往的人都说方便。"


def lines(data: bytes) -> list[str]:
    return read("甲.docx", data).split("\n")


def test_it_works() -> None:
    document = new_document()
    document.add_paragraph(BODY)
    document.add_paragraph("")
    document.add_paragraph("村里还修了桥，")
    assert lines(saved(document)) == [BODY, "村里还修了桥，"]


def test_headings_by_style_are_the_outline() -> None:
    document = new_document()
    document.add_heading("村志", 0)
    document.add_heading("修路", 1)
    document.add_paragraph(BODY)
    document.add_heading("（一）桥", 2)
    document.add_paragraph(BODY)
    document.add_heading("办学", 1)
    document.add_paragraph(BODY)
    outline = parse("甲.docx", saved(document))
    assert outline.title == "村志"
    assert [(s.number, s.heading, s.level) for s in outline.walk()] == [
        ("", "修路", 1),
        ("（一）", "桥", 2),
        ("", "办学", 1),
    ]


def test_the_first_of_several_chapters_is_not_the_title() -> None:
    document = new_document()
    for name in ("修路", "办学"):
        document.add_heading(name, 1)
        document.add_paragraph(BODY)
    outline = parse("甲.docx", saved(document))
    assert outline.title == ""
    assert [section.heading for section in outline.walk()] == ["修路", "办学"]


def test_a_paragraph_that_is_styled_as_a_heading_is_a_paragraph() -> None:
    document = new_document()
    document.add_heading(BODY * 5, 1)
    assert lines(saved(document)) == [BODY * 5]


def test_automatic_numbers_are_written_as_word_counts_them() -> None:
    document = new_document()
    name = number_list(
        document, ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")
    )
    for level in (0, 1, 2, 2, 1, 0, 1):
        numbered(document.add_paragraph("路"), name, level)
    assert lines(saved(document)) == [
        "一、路", "（一）路", "1.路", "2.路", "（二）路", "二、路", "（一）路",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "pattern", "eleventh"),
    [
        ("chineseCountingThousand", "第%1条", "第十一条 路"),
        ("decimal", "%1", "11 路"),
        ("upperLetter", "%1.", "K.路"),
        ("lowerRoman", "(%1)", "(xi)路"),
        ("decimalEnclosedCircle", "%1", "⑪ 路"),
        ("ideographTraditional", "%1、", "甲、路"),
        ("bullet", "●", "路"),
    ],
)
def test_numbers_have_many_forms(form: str, pattern: str, eleventh: str) -> None:
    document = new_document()
    name = number_list(document, (form, pattern))
    for _ in range(11):
        numbered(document.add_paragraph("路"), name)
    assert lines(saved(document))[-1] == eleventh


def test_numbers_of_chapters_stand_in_those_of_their_sections() -> None:
    document = new_document()
    name = number_list(document, ("decimal", "%1."), ("decimal", "%1.%2"))
    for level in (0, 1, 1):
        numbered(document.add_paragraph("路"), name, level)
    assert lines(saved(document)) == ["1.路", "1.1 路", "1.2 路"]


def test_articles_numbered_by_word_are_articles() -> None:
    document = new_document()
    name = number_list(document, ("chineseCounting", "第%1条"))
    for _ in range(3):
        numbered(document.add_paragraph(BODY), name)
    outline = parse("甲.docx", saved(document))
    assert [section.number for section in outline.walk()] == ["第一条", "第二条", "第三条"]


def test_tables_are_rows() -> None:
    document = new_document()
    document.add_paragraph(BODY)
    table = document.add_table(rows=2, cols=3)
    for row, words in zip(
        table.rows, (("年份", "公里", "备注"), ("2020年", "12", "")), strict=True
    ):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    document.add_paragraph(BODY)
    outline = parse("甲.docx", saved(document))
    assert outline.text.split("\n") == [BODY, "年份 | 公里 | 备注", "2020年 | 12 |", BODY]
    assert [p.is_table for p in outline.sections[0].body] == [False, True, True, False]


def test_a_table_that_frames_the_text_is_none() -> None:
    document = new_document()
    document.add_table(rows=1, cols=1).cell(0, 0).text = BODY
    assert lines(saved(document)) == [BODY]


def test_a_line_break_within_a_sentence_is_none() -> None:
    document = new_document()
    document.add_paragraph("某县关于修好\n乡村道路的意见")
    document.add_paragraph("某县人民政府\n2020年5月6日")
    assert lines(saved(document)) == ["某县关于修好乡村道路的意见", "某县人民政府", "2020年5月6日"]


def test_what_is_not_shown_is_not_read() -> None:
    document = new_document()
    paragraph = document.add_paragraph("路")
    paragraph.add_run("暗").font.hidden = True
    into(paragraph, "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>")
    into(paragraph, "<w:ins><w:r><w:t>增</w:t></w:r></w:ins>")
    into(paragraph, "<w:r><w:instrText>PAGE</w:instrText></w:r>")
    document.add_paragraph("目录行", style=document.styles.add_style("toc 1", 1))
    document.sections[0].header.paragraphs[0].text = "页眉"
    assert lines(saved(document)) == ["路增"]


def test_traditional_characters_stay() -> None:
    document = new_document()
    document.add_paragraph("圖書館開放時間為每週二至週日。")
    assert lines(saved(document)) == ["圖書館開放時間為每週二至週日。"]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and no more",
        archive({"notes.txt": "没有文档"}),
        word("<w:p>"),
        word("<w:p/>", before="<!DOCTYPE w [<!ENTITY a 'b'>]>"),
        saved(new_document())[:1500],
        b"text",
    ],
)
def test_what_is_no_document_is_damaged(data: bytes) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read("甲.docx", data)
    assert caught.value.code == "damaged"


def test_a_document_under_a_password_says_so() -> None:
    data = b"\xd0\xcf\x11\xe0" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UnreadableFileError) as caught:
        read("甲.docx", data)
    assert caught.value.code == "encrypted"


def test_an_empty_document_is_empty() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read("甲.docx", saved(new_document()))
    assert caught.value.code == "empty"
