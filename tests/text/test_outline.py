from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.text import Outline, Section, outline, parse

BODY = "这里的路修得很好，来往的人都说方便。村里还修了桥，过河不用再绕远路了。"
LONG = BODY * 8


def flat(document: Outline) -> list[tuple[str, str]]:
    return [(section.number, section.heading) for section in document.walk()]


def body(section: Section, document: Outline) -> list[str]:
    return [paragraph.span.of(document.text) for paragraph in section.body]


# Headings


def test_it_works() -> None:
    document = outline(f"村志\n{BODY}\n一、修路\n{BODY}\n（一）修桥\n{BODY}\n二、办学\n{BODY}")
    assert document.title == "村志"
    assert flat(document) == [("", "引言"), ("一", "修路"), ("一（一）", "修桥"), ("二", "办学")]
    assert [section.level for section in document.walk()] == [1, 1, 2, 1]
    assert all(body(section, document) == [BODY] for section in document.walk())


def test_numbers_are_paths_of_all_levels() -> None:
    document = outline(f"一、路\n（一）桥\n1.梁\n（1）柱\n{BODY}\n2.墩\n{BODY}\n（二）渡\n{BODY}")
    assert [number for number, _ in flat(document)] == [
        "一", "一（一）", "一（一）1", "一（一）1（1）", "一（一）2", "一（二）",
    ]  # fmt: skip


def test_a_number_may_run_through_all_sections() -> None:
    document = outline(f"一、路\n（一）桥\n{BODY}\n二、校\n（二）教室\n{BODY}\n（三）操场\n{BODY}")
    assert [number for number, _ in flat(document)] == [
        "一",
        "一（一）",
        "二",
        "二（二）",
        "二（三）",
    ]


def test_a_number_that_comes_twice_stands_twice() -> None:
    document = outline(f"一、路\n{BODY}\n一、桥\n{BODY}")
    assert flat(document) == [("一", "路"), ("一", "桥")]


def test_headings_may_end_with_a_full_stop() -> None:
    document = outline(f"一、总则\n（一）修好路。\n{BODY}\n（二）建好桥。\n{BODY}")
    assert flat(document)[1:] == [("一（一）", "修好路"), ("一（二）", "建好桥")]


def test_chapters_and_articles() -> None:
    document = outline(
        "村规\n第一章　总　则\n第一条　为了修路，制定本规定。\n村里的路归大家用。\n"
        "第二章　修路\n第二条　修路的人应当具备下列条件：\n（一）身体好；\n（二）肯出力。\n"
    )
    assert flat(document) == [
        ("第一章", "总　则"),
        ("第一章第一条", ""),
        ("第二章", "修路"),
        ("第二章第二条", ""),
    ]
    first, second = document.sections
    assert body(first.children[0], document) == ["为了修路，制定本规定。", "村里的路归大家用。"]
    assert body(second.children[0], document) == [
        "修路的人应当具备下列条件：",
        "（一）身体好；",
        "（二）肯出力。",
    ]


def test_articles_with_a_name_in_brackets() -> None:
    document = outline("第一条 【目的】为了修路，制定本规定。\n第二条 【范围】适用于全村。")
    assert flat(document) == [("第一条", "目的"), ("第二条", "范围")]
    assert body(document.sections[0], document) == ["为了修路，制定本规定。"]


def test_articles_follow_each_other_though_no_space_parts_number_and_words() -> None:
    articles = [
        "为了修路，制定本规定。",
        "路归大家用。",
        "路要平。",
        "桥要稳。",
        "本规定即日起施行。",
    ]
    lines = [f"第{number}条{words}" for number, words in zip("一二三四五", articles, strict=True)]
    lines[3:3] = ["第四条规定的桥，是指村里的桥。", "第九条路还没有修。"]
    document = outline("\n".join(["修路规定", *lines]))
    assert [number for number, _ in flat(document)] == [f"第{n}条" for n in "一二三四五"]
    assert body(document.sections[2], document) == ["路要平。", *lines[3:5]]


def test_a_few_things_that_are_counted_are_no_articles() -> None:
    roads = [f"第{number}条路通到县城，走的人很多。" for number in "一二三"]
    assert flat(outline("\n".join(["修路的事", BODY, *roads]))) == [("", "修路的事")]


def test_markdown_headings() -> None:
    document = outline(f"# 村志\n\n{BODY}\n## 一、修路\n{BODY}\n### 桥\n{BODY}\n## 办学\n{BODY}")
    assert document.title == "村志"
    assert flat(document) == [("", "引言"), ("一", "修路"), ("一", "桥"), ("", "办学")]
    assert [section.level for section in document.walk()] == [1, 1, 2, 1]


def test_a_closing_section_needs_no_number() -> None:
    document = outline(f"一、修路\n{BODY}\n（一）桥\n{BODY}\n结语\n{BODY}")
    assert flat(document)[-1] == ("", "结语")
    assert document.sections[-1].level == 1


# What only looks like a heading


def test_short_entries_belong_to_the_text_above() -> None:
    document = outline(f"一、修路\n要求如下：\n（一）路要平；\n（二）桥要牢。\n{BODY}")
    assert flat(document) == [("一", "修路")]
    assert len(document.sections[0].body) == 4


def test_short_numbered_measures_are_read_together() -> None:
    measures = "\n".join(f"（{n}）修好第{n}段路，方便来往。（负责人：某人）" for n in "一二三四五")
    document = outline(f"一、修路\n{measures}\n二、办学\n{BODY}")
    assert flat(document) == [("一", "修路"), ("二", "办学")]
    assert len(document.sections[0].body) == 5


def test_long_numbered_paragraphs_are_sections_of_their_own() -> None:
    document = outline(f"一、成绩\n{BODY}\n（一）修路成效明显。{LONG}\n（二）办学有了起色。{LONG}")
    assert flat(document)[1:] == [("一（一）", "修路成效明显"), ("一（二）", "办学有了起色")]
    assert body(document.sections[0].children[0], document) == [LONG]


def test_a_document_without_headings_is_one_section() -> None:
    assert flat(outline(BODY)) == [("", "引言")]
    assert flat(outline(f"村里的路\n{BODY}")) == [("", "村里的路")]


@pytest.mark.parametrize("text", ["", "\n\n", "只有一行", "一、", "第一条", "#", "附件"])
def test_scraps_do_not_crash(text: str) -> None:
    assert outline(text).text == text


# Titles and signatures


def test_a_title_may_have_two_lines_and_matter_under_it() -> None:
    document = outline(
        "某县关于修好乡村道路的\n若干意见\n某政发〔2020〕7号\n各乡镇人民政府：\n"
        f"{BODY}\n一、修路\n{BODY}\n某县人民政府\n2020年5月6日\n（此件公开发布）"
    )
    assert document.title == "某县关于修好乡村道路的若干意见"
    assert document.byline == "某县人民政府"
    assert flat(document) == [("", "引言"), ("一", "修路")]
    assert all(body(section, document) == [BODY] for section in document.walk())


@pytest.mark.parametrize(
    "byline", ["作者：张小山", "本报记者 李小河", "某村课题组", "某镇镇长 王小川", "张小山"]
)
def test_the_writer_may_stand_under_the_title(byline: str) -> None:
    document = outline(f"修路的人\n——写在通车之时\n{byline}\n{BODY}")
    assert (document.title, document.byline) == ("修路的人", byline)
    assert body(document.sections[0], document) == [BODY]


def test_the_title_may_stand_under_the_signature() -> None:
    document = outline(
        f"{BODY}\n一、修路\n{BODY}\n某村课题组\n执笔人：张小山\n修好一条路\n走出一片天"
    )
    assert document.title == "修好一条路 走出一片天"
    assert document.byline == "某村课题组 执笔人：张小山"
    assert body(document.sections[-1], document) == [BODY]


def test_what_is_given_goes_before_what_is_found() -> None:
    document = outline(f"村志\n{BODY}", title="我的村", byline="某人")
    assert (document.title, document.byline) == ("我的村", "某人")
    assert body(document.sections[0], document) == [BODY]


def test_what_is_attached_is_a_section() -> None:
    document = outline(
        f"关于修路的通知\n{BODY}\n附件：修路办法\n某局\n2020年5月6日\n附件\n修路办法\n"
        f"{BODY}\n一、路\n{BODY}"
    )
    assert flat(document) == [("", "引言"), ("附件", "修路办法"), ("附件一", "路")]
    assert body(document.sections[0], document) == [BODY]


def test_an_order_has_the_title_of_what_it_promulgates() -> None:
    document = outline(
        f"某市人民政府令\n第12号\n《修路条例》已经通过，现予公布。\n市长　　王小川\n2020年5月6日\n"
        f"修路条例\n（2020年5月1日通过）\n第一章　总则\n第一条　{BODY}"
    )
    assert document.title == "修路条例"
    assert document.byline == "市长 王小川"
    assert [heading for _, heading in flat(document)] == ["引言", "总则", ""]


# Places in the text

lines = st.lists(
    st.sampled_from(
        [
            "一、修路", "二、办学", "（一）桥", "（二）渡", "1.梁", "（1）柱", "第一章 总则",
            "第二条　路要平。", "# 村志", "## 乡", "附件", "附件1", "前言", "某局", "2020年5月6日",
            "（一）路要平；", "作者：张小山", "各村：", BODY, LONG, "路", "12", "",
        ]
    ),
    max_size=14,
)  # fmt: skip


@given(lines)
@settings(max_examples=200)
def test_every_place_is_where_it_says(drawn: list[str]) -> None:
    text = "\n".join(drawn)
    document = outline(text)
    end = 0
    for section in document.sections:
        assert end <= section.span.start <= section.span.end <= len(text)
        end = section.span.end
    for section in document.walk():
        check(section, text)


def check(section: Section, text: str) -> None:
    inside = [paragraph.span for paragraph in section.body]
    inside += [child.span for child in section.children]
    assert inside == sorted(inside)
    assert all(span in section.span for span in inside)
    assert all(child.level == section.level + 1 for child in section.children)
    for paragraph in section.body:
        words = paragraph.span.of(text)
        assert words == words.strip() != ""
        assert "\n" not in words
        assert all(sentence in paragraph.span for sentence in paragraph.sentences)
        assert words.startswith(paragraph.lead.rstrip("…"))


@given(lines)
def test_no_line_is_told_twice(drawn: list[str]) -> None:
    document = outline("\n".join(drawn))
    told = [paragraph.span for section in document.walk() for paragraph in section.body]
    assert told == sorted(told)
    assert all(a.end <= b.start for a, b in pairwise(told))


@pytest.mark.parametrize(
    "line", ["一、路\n", "（一）路。桥。\n", "第一条　路\n", "附件\n", "路\n", "# 路\n"]
)
def test_many_lines_take_no_longer(line: str) -> None:
    assert outline(line * 5_000).text


# The article that ships with the site

ARTICLE = parse("yiwu.txt", Path("content/yiwu.txt").read_bytes())


def test_the_article_has_its_outline() -> None:
    assert flat(ARTICLE) == [
        ("", "引言"),
        ("一", "自觉践行“两个维护”，创造性贯彻中央精神、落实省委决策部署"),
        ("二", "胸怀“国之大者”意识，在全省和全国战略大局中谋划义乌发展"),
        ("二（一）", "以制度创新为核心，推进全面深化改革向纵深发展，着力打造系统集成改革的试验田"),
        (
            "二（二）",
            "以开放发展为引领，发挥义乌在全球开放型经济体系中的独特作用，着力打造现代丝路新起点和链接“双循环”的战略节点",
        ),
        ("三", "以人民为中心，切实将党的宗旨转化为人民群众的真实获得感"),
        ("四", "强化党建引领，将党建工作的优势转化为地方治理效能"),
    ]
    assert [len(section.body) for section in ARTICLE.walk()] == [1, 3, 1, 4, 5, 5, 5]


def test_the_article_has_its_title_and_writers() -> None:
    assert ARTICLE.title == "贯彻中央精神、落实省委决策部署 同本地实际紧密结合"
    assert ARTICLE.byline == "中共义乌市委党校课题组 执笔人：何小庆 金战新 徐应红"


def test_the_article_ends_with_its_last_sentence() -> None:
    assert body(ARTICLE.sections[-1], ARTICLE)[-1].endswith("世界小商品之都的目标！")


def test_the_paragraphs_of_the_article_have_names() -> None:
    leads = [paragraph.lead for paragraph in ARTICLE.sections[2].children[1].body]
    assert leads[3] == "大力发展数字经济，全面推进实体贸易链数字化，开辟“网上”丝绸之路"


def test_decimal_numbers_are_sections_and_measures_are_none() -> None:
    text = (
        "平湖市防汛预案\n1 总则\n1.1 目的\n为了防汛，制定本预案。\n1.2 范围\n本预案适用于全市，"
        "共有\n3 个片区。\n2 响应\n2.1　Ⅳ级响应\n雨量达到五十毫米时启动。\n"
    )
    numbers = [(section.number, section.heading) for section in outline(text).walk()]
    assert numbers == [
        ("1", "总则"),
        ("1.1", "目的"),
        ("1.2", "范围"),
        ("2", "响应"),
        ("2.1", "Ⅳ级响应"),
    ]
