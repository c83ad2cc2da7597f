import pytest

from quizzes.text import UnreadableFileError, parse, read

BODY = "这里的路修得很好，来往的人都说方便。村里还修了桥，过河不用再绕远路了。"


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def lines(body: str, head: str = "") -> list[str]:
    return read("甲.html", page(body, head)).split("\n")


def test_it_works() -> None:
    assert lines(f"<h1>村志</h1><p>{BODY}</p><p>{BODY}</p>") == ["# 村志", BODY, BODY]


@pytest.mark.parametrize(
    "around",
    [
        "<nav>首页 新闻 关于</nav>",
        "<header><h1>某某网</h1></header>",
        "<footer>版权所有</footer>",
        "<aside>热门文章</aside>",
        "<script>var 甲 = 1;</script><style>p {color: red}</style>",
        '<div class="breadcrumb">首页 &gt; 新闻</div>',
        '<div id="cookie-consent">我们使用 Cookie。<button>接受</button></div>',
        "<div>本网站使用Cookie改善体验，继续浏览即表示同意。</div>",
        '<div style="display: none">看不见</div><p hidden>看不见</p>',
        '<div role="navigation">首页</div>',
        '<ul><li><a href="#">甲新闻</a></li><li><a href="#">乙新闻</a></li><li><a>丙</a></li></ul>',
        "<form>搜索<input></form>",
        "<!-- 注释 -->",
    ],
)
def test_what_is_around_the_text_is_left_out(around: str) -> None:
    text = f"<div><h1>村志</h1><p>{BODY}</p><p>{BODY}</p></div>"
    assert lines(around + text + around) == ["# 村志", BODY, BODY]


def test_an_article_is_what_the_page_says_it_is() -> None:
    article = f"<article><header><h1>村志</h1></header><p>{BODY}</p></article>"
    assert lines(f"<div>欢迎来到这里。</div>{article}") == ["# 村志", BODY]


def test_what_stands_above_the_title_is_left_out() -> None:
    above = "<div>您现在的位置：首页 &gt; 文件</div><table><tr><td>索引号：<td>12</tr></table>"
    assert lines(f"<div>{above}<h1>村志</h1><p>{BODY}</p></div>") == ["# 村志", BODY]


def test_text_above_the_title_stays() -> None:
    assert lines(f"<p>{BODY}</p><h1>村志</h1><p>{BODY}</p>") == [BODY, "# 村志", BODY]


def test_headings_are_the_outline() -> None:
    outline = parse(
        "甲.html",
        page(f"<h1>村志</h1><h2>一、修路</h2><p>{BODY}</p><h3>桥</h3><p>{BODY}</p><h2>办学</h2>"
             f"<p>{BODY}</p>"),
    )  # fmt: skip
    assert outline.title == "村志"
    assert [(s.number, s.heading, s.level) for s in outline.walk()] == [
        ("一", "修路", 1), ("一", "桥", 2), ("", "办学", 1),
    ]  # fmt: skip


def test_the_title_may_stand_in_the_head() -> None:
    assert lines(f"<p>{BODY}</p>", "<title>村志 - 某某网</title>") == ["# 村志", BODY]
    assert lines(f"<p>村志</p><p>{BODY}</p>", "<title>村志_某某网</title>") == ["# 村志", BODY]


def test_lists_keep_their_numbers() -> None:
    lists = "<ol start=3><li>路</li><li><p>桥</p></li></ol><ul><li>校</li></ul>"
    assert lines(f"<p>{BODY}</p>{lists}") == [
        BODY, "3. 路", "4. 桥", "校",
    ]  # fmt: skip


def test_tables_are_rows() -> None:
    rows = "<tr><th>年份<th>公里</tr><tr><td>2020<td>12</tr>"
    outline = parse("甲.html", page(f"<p>{BODY}</p><table>{rows}</table><p>{BODY}</p>"))
    assert outline.text.split("\n") == [BODY, "年份 | 公里", "2020 | 12", BODY]
    assert [p.is_table for p in outline.sections[0].body] == [False, True, True, False]


def test_a_table_that_lays_out_the_page_is_none() -> None:
    menu = "<td><a>甲</a></td>"
    assert lines(f"<table><tr>{menu}<td><p>{BODY * 6}</p><p>{BODY * 6}</p></td></tr></table>")[
        -2:
    ] == [BODY * 6, BODY * 6]


def test_lines_of_the_source_are_no_lines() -> None:
    assert lines("<p>这里的路\n  修得<b>很\n好</b>。</p>") == ["这里的路修得很好。"]
    assert lines("<p>a good\nroad</p>") == ["a good road"]


def test_line_breaks_part_paragraphs_where_sentences_end() -> None:
    assert lines(f"　　{BODY}<br>　　{BODY}<br><br>村里的路<br>很好。") == [
        BODY, BODY, "村里的路很好。",
    ]  # fmt: skip


def test_references_are_no_text() -> None:
    assert lines("<p>路很好<sup>[1]</sup>，桥长12m<sup>2</sup>。</p>") == ["路很好，桥长12m2。"]


@pytest.mark.parametrize(
    ("encoding", "meta"),
    [
        ("gb18030", '<meta charset="gb2312">'),
        ("gbk", '<meta http-equiv="Content-Type" content="text/html; charset=GBK">'),
        ("big5", "<meta charset=big5>"),
        ("utf-8", "<meta charset=utf-8>"),
        ("utf-8-sig", '<meta charset="gbk">'),
        ("utf-16", ""),
        ("gb18030", ""),
        ("utf-8", ""),
        ("utf-8", '<meta charset="none-such">'),
    ],
)
def test_the_encoding_is_that_of_mark_or_head_or_bytes(encoding: str, meta: str) -> None:
    text = "路很好，人很多。"
    assert read("甲.htm", page(f"<p>{text * 9}</p>", meta).decode().encode(encoding)) == text * 9


def test_xhtml_is_read() -> None:
    declared = b'<?xml version="1.0" encoding="utf-8"?>'
    assert read("甲.html", declared + page(f"<p>{BODY}</p>")) == BODY


def test_traditional_characters_and_entities_are_read() -> None:
    assert lines("<p>圖書館&ldquo;開放&rdquo;&#x3002;</p>") == ["圖書館“開放”。"]


@pytest.mark.parametrize(("data", "code"), [(b"%PDF-1.4", "damaged"), (b"<p> </p>", "empty")])
def test_what_is_no_page_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read("甲.html", data)
    assert caught.value.code == code
