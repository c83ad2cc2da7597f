import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.text import UnreadableFileError, read

TEXT = "第一章　总则\r\n全市共有图书馆12座，藏书3.5万册。\n“读书好”是这里的老话。\n"
MARKED = {
    "utf-8-sig": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
}
common = st.sampled_from("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会")
chinese = st.text(common, min_size=12).map("这是中文，{}。".format)


def code(name: str, data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read(name, data)
    return caught.value.code


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16-le", "utf-16-be", "gb18030", "gbk", "gb2312"]
)
def test_text_is_read_in_the_encodings_of_chinese_files(encoding: str) -> None:
    assert read("甲.txt", TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", MARKED)
def test_a_byte_order_mark_names_the_encoding_and_is_no_text(encoding: str) -> None:
    data = TEXT.encode(encoding)
    mark = MARKED[encoding]
    assert read("甲.txt", data if data.startswith(mark) else mark + data) == TEXT


@given(chinese)
def test_the_encoding_changes_nothing(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030", "utf-16-le", "utf-16-be"):
        assert read("甲.txt", text.encode(encoding)) == text


def test_bytes_that_happen_to_be_utf8_are_read_as_what_they_mean() -> None:
    assert read("甲.txt", "联通".encode("gb18030")) == "联通"


@pytest.mark.parametrize("text", ["Élève à l'école", "Это русский текст", "😀😀", "ÄÖÜ", "café"])
def test_utf8_of_other_scripts_stays_utf8(text: str) -> None:
    assert read("甲.txt", text.encode()) == text


def test_traditional_characters_in_gb18030_are_read() -> None:
    text = "圖書館開放時間為每週二至週日，讀者憑證入館，請愛護書籍。"
    assert read("甲.txt", text.encode("gb18030")) == text


def test_rare_characters_in_gb18030_are_read() -> None:
    text = "他姓㑇，住在𠮷镇，这个村子里的人都认识他。"
    assert read("甲.txt", text.encode("gb18030")) == text


@pytest.mark.parametrize("name", ["甲.txt", "甲.TXT", "甲.text", "甲.md", "甲", "方案2.0版"])
def test_plain_text_by_any_of_its_names(name: str) -> None:
    assert read(name, "你好，世界。".encode()) == "你好，世界。"


@pytest.mark.parametrize("name", ["甲.doc", "甲.xlsx", "甲.rtf", "甲.exe"])
def test_other_formats_are_refused_by_name(name: str) -> None:
    assert code(name, b"whatever") == "format"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", codecs.BOM_UTF8, "　\u200b\n".encode()])
def test_nothing_to_read_is_empty(data: bytes) -> None:
    assert code("甲.txt", data) == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3",
        b"PK\x03\x04\x14\0",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0\0\x10JFIF",
        b"abc\0def",
        b"\x01\x02\x03\x04abc",
        bytes(range(256)) * 4,
    ],
)
def test_files_that_are_no_text_are_binary(data: bytes) -> None:
    assert code("甲.txt", data) == "binary"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("shift_jis", "これは日本語の文章です。"),
        ("big5", "這是繁體中文的文章，請看。"),
        ("latin-1", "Élève français, déjà vu à l’école".replace("’", "'")),
        ("koi8-r", "Это русский текст, который не читается."),
    ],
)
def test_other_encodings_are_not_taken_for_gb18030(encoding: str, text: str) -> None:
    assert code("甲.txt", (text * 5).encode(encoding)) == "encoding"


def test_utf8_with_a_broken_byte_is_not_read_as_nonsense() -> None:
    data = ("今天的会议讨论了三个问题。" * 5).encode()
    assert code("甲.txt", data[:40] + b"\xff" + data[41:]) == "encoding"


def test_a_mark_that_lies_is_told() -> None:
    assert code("甲.txt", codecs.BOM_UTF8 + b"\xff\xfe\xfd") == "encoding"


@given(st.binary(min_size=60, max_size=400))
def test_random_bytes_are_refused_or_hold_real_characters(data: bytes) -> None:
    try:
        text = read("甲.txt", data)
    except UnreadableFileError:
        return
    assert text.strip()
    assert "\0" not in text


def test_one_stray_control_character_does_not_spoil_a_document() -> None:
    assert read("甲.txt", ("好" * 200 + "\x08" + "文" * 200).encode()).startswith("好好")
