"""What of a document is not what it says: file numbers, signatures, captions, footnotes, tables."""

import pytest

from quizzes.text import Outline, Paragraph, outline, parse

BODY = "这里的路修得很好，来往的人都说方便。村里还修了桥，过河不用再绕远路了。"


def paragraphs(document: Outline) -> list[Paragraph]:
    return [paragraph for section in document.walk() for paragraph in section.body]


def body(text: str) -> list[str]:
    document = outline(text)
    return [paragraph.span.of(document.text) for paragraph in paragraphs(document)]


# What is in no body

NOTICE = (
    "某县人民政府关于修好乡村道路的通知\n某政发〔2020〕7号\n各乡镇人民政府，县政府各部门：\n"
    f"{BODY}\n一、修路\n{BODY}\n附件：1.修路办法\n2.修路名单\n某县人民政府\n2020年5月6日\n"
    "（此件公开发布）\n抄送：县委各部门。\n某县人民政府办公室　2020年5月7日印发"
)


def test_a_notice_is_what_stands_between_addressees_and_attachments() -> None:
    document = outline(NOTICE)
    assert document.title == "某县人民政府关于修好乡村道路的通知"
    assert document.byline == "某县人民政府"
    assert body(NOTICE) == [BODY, BODY]


@pytest.mark.parametrize(
    "head",
    [
        "某县人民政府文件",
        "特急\n某县交通运输局文件",
        "000017\n机密★1年\n中共某县委员会文件\n签发人：王小路",
    ],
)
def test_what_is_printed_above_a_notice_is_no_title(head: str) -> None:
    document = outline(f"{head}\n{NOTICE}")
    assert document.title == "某县人民政府关于修好乡村道路的通知"
    assert document.byline == "某县人民政府"


@pytest.mark.parametrize(
    "line",
    [
        "图1　全村道路",
        "表2-1：2016—2020年道路里程及增长速度",
        "单位：公里",
        "图为村民在修路。",
        "（图片由某村提供）",
        "数据来源：某县统计局",
        "6月18日，村民在修路。本报记者 张小山 摄",
        "注：里程为年末数。",
        "版权所有：某某网",
        "责任编辑：张小山",
        "（责任编辑：张小山）",
        "原标题：修路的人",
        "主题词：交通　道路　通知",
        "您现在的位置：首页 > 新闻",
        "【纠错】责任编辑：张小山",
    ],
)
def test_captions_and_what_a_publisher_adds_are_no_text(line: str) -> None:
    assert body(f"村志\n{BODY}\n{line}\n{BODY}") == [BODY, BODY]


@pytest.mark.parametrize(
    "line",
    [
        "图书馆每天开放。",
        "表1显示，里程逐年增加。",
        "注意安全。",
        "下一步，继续修路。",
        "单位和个人都可以参加。",
        "声明如下。",
    ],
)
def test_what_only_looks_like_one_is_text(line: str) -> None:
    assert line in body(f"村志\n{BODY}\n{line}\n{BODY}")


@pytest.mark.parametrize("dots", ["", "…………3", " 12"])
def test_a_table_of_contents_is_no_text(dots: str) -> None:
    text = (
        f"某县古树保护\n（2025年6月）\n目　录\n前言{dots}\n一、古树的状况{dots}\n二、保护{dots}\n"
        f"前言\n{BODY}\n一、古树的状况\n{BODY}\n二、保护\n{BODY}"
    )
    document = outline(text)
    assert document.title == "某县古树保护"
    assert [section.heading for section in document.walk()] == ["前言", "古树的状况", "保护"]
    assert body(text) == [BODY] * 3


def test_where_it_was_printed_is_no_title() -> None:
    document = outline(f"某桥今日通车\n《某县日报》2024年11月29日　第01版：要闻\n{BODY}")
    assert document.title == "某桥今日通车"


def test_what_a_report_begins_with_is_a_heading() -> None:
    document = outline(f"某公司2024年度报告\n证券简称：某股份\n重要提示\n{BODY}\n一、概况\n{BODY}")
    assert document.title == "某公司2024年度报告"
    assert [section.heading for section in document.walk()] == ["重要提示", "概况"]


def test_notes_at_the_end_are_no_text() -> None:
    notes = "注释：\n[1]本文数据为初步统计数。\n[2]里程按年末计算。\n不含在建道路。\n[3]座。"
    assert body(f"村志\n{BODY}[1]\n{BODY}[2]\n{notes}") == [f"{BODY}[1]", f"{BODY}[2]"]


def test_a_mark_of_a_note_is_no_part_of_the_title() -> None:
    assert outline(f"修路公报[1]\n某县统计局\n{BODY}\n[1]初步统计数。").title == "修路公报"


def test_whoever_publishes_may_stand_under_the_title() -> None:
    document = outline(f"修路公报\n某县统计局\n2020年5月6日\n{BODY}")
    assert (document.title, document.byline) == ("修路公报", "某县统计局")


def test_two_bodies_may_publish_together() -> None:
    document = outline(
        f"某市2024年统计公报[1]\n某市统计局　国家统计局某市调查队\n2025年3月21日\n{BODY}"
    )
    assert document.title == "某市2024年统计公报"
    assert document.byline == "某市统计局 国家统计局某市调查队"


def test_notes_in_the_middle_are_text() -> None:
    assert body(f"村志\n[1]修路。\n[2]修桥。\n{BODY}\n{BODY}\n{BODY}")[0] == "[1]修路。"


# News


@pytest.mark.parametrize(
    "dateline",
    [
        "新华社南京6月18日电（记者张小山、李小河）",
        "新华社北京6月18日电 ",
        "本报讯（记者 张小山）",
        "本报南京6月18日讯　",
        "某某日报南京6月18日电 ",
        "中新网6月18日电 ",
    ],
)
def test_a_dateline_is_no_text(dateline: str) -> None:
    assert body(f"修路的人\n{dateline}{BODY}\n{BODY}") == [BODY, BODY]


def test_the_source_and_time_of_a_page_are_no_text() -> None:
    text = f"修路的人\n2020-06-18 10:20　来源：某某网　字号：大 中 小\n{BODY}"
    document = outline(text)
    assert (document.title, document.date) == ("修路的人", "2020-06-18")
    assert body(text) == [BODY]


# Dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (NOTICE, "2020-05-06"),
        (f"通知\n{BODY}\n某局\n二〇〇六年十二月三十日", "2006-12-30"),
        (f"报告\n（2019年3月）\n{BODY}", "2019-03"),
        (
            f"办法\n（2015年1月2日公布　2019年3月4日修订　自2019年6月1日起施行）\n{BODY}",
            "2019-03-04",
        ),
        (f"修路的人\n2020年6月19日 09:00\n新华社南京6月18日电 {BODY}", "2020-06-18"),
        (f"修路的人\n新华社南京2020年6月18日电 {BODY}", "2020-06-18"),
        (f"修路的人\n新华社南京6月18日电 {BODY}", ""),
        (f"村志\n{BODY}\n2020年5月6日，路通了。", ""),
        (f"村志\n{BODY}", ""),
        (f"村志\n（2020年13月40日）\n{BODY}", ""),
    ],
)
def test_a_document_bears_its_date(text: str, date: str) -> None:
    assert outline(text).date == date


# Tables


def test_rows_are_paragraphs_of_a_table() -> None:
    document = outline(f"村志\n一、修路\n{BODY}\n年份 | 公里\n2020年 | 12\n{BODY}")
    assert [p.is_table for p in paragraphs(document)] == [False, True, True, False]
    assert [p.sentences for p in paragraphs(document)[1:3]] == [(), ()]


def test_numbers_in_rows_open_no_section() -> None:
    rows = "\n".join(f"{n}、路 | 12 | 好" for n in "一二三")
    document = outline(f"村志\n一、修路\n{BODY}\n{rows}\n二、办学\n{BODY}")
    assert [section.heading for section in document.walk()] == ["修路", "办学"]


def test_a_headline_with_a_bar_is_no_row() -> None:
    document = outline(f"深度 | 路是怎样修好的\n{BODY}\n{BODY}")
    assert document.title == "深度 | 路是怎样修好的"
    assert not any(p.is_table for p in paragraphs(document))


def test_markdown_tables_are_rows() -> None:
    text = f"# 村志\n\n{BODY}\n\n| 年份 | 公里 |\n|:---|---:|\n| 2020 | 12 |\n| 2021 | |\n\n{BODY}"
    document = parse("甲.md", text.encode())
    assert document.text.split("\n")[2:5] == ["年份 | 公里", "2020 | 12", "2021 |"]
    assert [p.is_table for p in paragraphs(document)] == [False, True, True, True, False]


def test_cells_on_a_line_each_are_a_table() -> None:
    cells = "年份\n公里\n座\n2019\n10.5\n3\n2020\n12\n4"
    document = outline(f"村志\n一、修路\n{BODY}\n{cells}\n二、办学\n{BODY}")
    assert [p.is_table for p in paragraphs(document)] == [False, *[True] * 9, False]
    assert [section.heading for section in document.walk()] == ["修路", "办学"]


def test_a_list_of_names_is_a_table() -> None:
    names = "\n".join(["张小山", "李小河", "王小川"] * 5)
    document = outline(f"名单\n{BODY}\n{names}\n{BODY}")
    assert sum(p.is_table for p in paragraphs(document)) == 15


def test_short_headings_are_no_table() -> None:
    headings = "\n".join(f"{n}、路\n（一）桥\n{BODY}" for n in "一二三四五六七八")
    document = outline(f"村志\n{headings}")
    assert not any(p.is_table for p in paragraphs(document))


def test_verses_are_no_table() -> None:
    verses = "\n".join(["床前明月光，", "疑是地上霜。"] * 8)
    assert not any(p.is_table for p in paragraphs(outline(f"静夜思\n{verses}")))


# Parts of laws


def test_parts_chapters_and_sections_of_a_law() -> None:
    document = outline(
        f"村法\n第一编　总则\n第一章　路\n第一节　修路\n第一条　{BODY}\n"
        "第二条　有下列情形之一的：\n"
        f"（一）路坏的；\n（二）桥断的。\n第二编　分则\n第二章　校\n第三条　{BODY}"
    )
    assert [section.number for section in document.walk()] == [
        "第一编", "第一编第一章", "第一编第一章第一节", "第一编第一章第一节第一条",
        "第一编第一章第一节第二条", "第二编", "第二编第二章", "第二编第二章第三条",
    ]  # fmt: skip
