import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ARTICLE = Path("content/yiwu.txt")


def read_document(*arguments: object) -> dict:
    out = StringIO()
    call_command("read_document", *map(str, arguments), stdout=out)
    return json.loads(out.getvalue())


def test_it_works_without_a_database() -> None:
    document = read_document(ARTICLE)
    assert list(document) == ["title", "byline", "date", "text", "sections"]
    assert [section["number"] for section in document["sections"]] == [
        "", "一", "二", "二（一）", "二（二）", "三", "四",
    ]  # fmt: skip


def test_offsets_point_into_the_text() -> None:
    document = read_document(ARTICLE)
    text = document["text"]
    for section in document["sections"][1:]:
        assert section["heading"] in text[section["start"] : section["end"]]
        for paragraph in section["paragraphs"]:
            piece = text[paragraph["start"] : paragraph["end"]]
            assert "\n" not in piece
            assert piece.startswith(paragraph["lead"].rstrip("…"))


def test_title_and_byline_can_be_given() -> None:
    document = read_document(ARTICLE, "--title", "另一个标题", "--byline", "某人")
    assert (document["title"], document["byline"]) == ("另一个标题", "某人")


def test_chinese_is_printed_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "甲.txt"
    file.write_text("今天下雨。", encoding="gb18030")
    out = StringIO()
    call_command("read_document", str(file), stdout=out)
    assert '  "text": "今天下雨。"' in out.getvalue()


def test_the_date_and_tables_are_told(tmp_path: Path) -> None:
    file = tmp_path / "甲.md"
    file.write_text("# 村志\n2020年5月6日\n\n村里有路。\n\n|年|公里|\n|--|--|\n|2020|12|\n")
    document = read_document(file)
    assert document["date"] == "2020-05-06"
    assert [each["is_table"] for each in document["sections"][0]["paragraphs"]] == [
        False, True, True,
    ]  # fmt: skip


def test_missing_file_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="找不到文件"):
        read_document(tmp_path / "没有.txt")


@pytest.mark.parametrize(
    ("name", "data"),
    [("空.txt", b" \n"), ("图.txt", b"\x89PNG\r\n\x1a\n\0\0"), ("表.xlsx", b"PK\x03\x04")],
)
def test_unreadable_file_is_said_in_one_line(tmp_path: Path, name: str, data: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(CommandError, match=name) as caught:
        read_document(file)
    assert "\n" not in str(caught.value)
