import random
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.text import unwrap
from quizzes.text.characters import essence, width
from quizzes.text.unwrap import dissect

ARTICLE = unwrap(Path("content/yiwu.txt").read_text(encoding="utf-8"))

CLEAN = """关于加强公园管理的通知
各区人民政府：
公园是城市的客厅，管理得好不好，市民最有发言权。为了让每一座公园都整洁、安全、好玩，现就有关事项通知如下。
一、明确责任
各区要把公园管理列入年度工作，明确一名负责人，每季度检查一次，并把结果向社会公布，接受市民监督。
（一）每天清扫两次；
（二）每周修剪一次；
（三）每月检查设施。
二、保障经费
所需经费列入区财政预算，不足部分由市财政补助，补助比例不超过三成。
市园林局
2021年3月5日"""

LONG = [
    "城南的老街建于1912年，长1.2公里，两旁的店铺多是木楼，门前挂着红灯笼，夜里远远望去像一条发光的河，来往的游人走得很慢。",
    "街上的人起得早，天还没亮，豆腐坊的灯就亮了，石磨转起来，热气从门缝里冒出来，过路的人闻到豆香，脚步就慢了下来，再也不想走。",
    "到了中午，茶馆里坐满了人，说书先生把醒木一拍，满堂的人都静下来，只听得见窗外的雨声和“滴答滴答”的钟声，谁也不愿先开口。",
]


def wrap(paragraph: str, columns: int) -> list[str]:
    """The paragraph in lines of so many columns, broken anywhere."""
    lines, line = [], ""
    for character in paragraph:
        if width(line + character) > columns:
            lines.append(line)
            line = ""
        line += character
    return [*lines, line]


# What clean text is left alone


def test_clean_text_comes_out_unchanged() -> None:
    assert unwrap(CLEAN) == CLEAN


def test_the_article_once_clean_stays_as_it_is() -> None:
    assert unwrap(ARTICLE) == ARTICLE


@pytest.mark.parametrize(
    "text",
    [
        "2020年\n第一名\n张小山\n100分",
        "编号\n坐标\n1\n15172.500\n2\n14829.000\n3\n13787.489",
        "水果价格\n苹果\n3\n梨\n4\n桃\n5",
        "# 标题\n## 一节\n正文在这里，很短。\n- 条目一\n- 条目二",
    ],
)
def test_short_lines_stay_apart(text: str) -> None:
    assert unwrap(text) == text


def test_blank_lines_and_indents_between_paragraphs_go() -> None:
    assert unwrap("　　甲来了。\n\n　　乙走了。\n\n\n") == "甲来了。\n乙走了。"


# Wrapped text


def test_wrapped_lines_become_paragraphs() -> None:
    wrapped = "\n\n".join("\n".join(wrap(p, 36)) for p in LONG)
    assert unwrap(wrapped).split("\n") == LONG


def test_without_blank_lines_the_short_last_line_ends_a_paragraph() -> None:
    wrapped = "\n".join("\n".join(wrap(p, 38)) for p in LONG)
    assert all(width(wrap(p, 38)[-1]) < 30 for p in LONG)
    assert unwrap(wrapped).split("\n") == LONG


def test_indents_begin_paragraphs() -> None:
    wrapped = "\n".join("\n".join(wrap("　　" + p, 40)) for p in LONG)
    assert unwrap(wrapped).split("\n") == LONG


def test_blank_lines_in_the_middle_of_a_sentence_do_not_break_it() -> None:
    lines = wrap(LONG[0], 36)
    wrapped = "\n".join(
        [*lines[:2], "", *lines[2:], "", *wrap(LONG[1], 36), "", *wrap(LONG[2], 36)]
    )
    assert unwrap(wrapped).split("\n") == LONG


def test_wrapped_headings_are_whole_and_stand_alone() -> None:
    heading = "（二）让老街留住老手艺，让年轻人愿意回来，也让游人走得慢一些"
    blocks = [wrap(LONG[0], 36), wrap(heading, 34), wrap(LONG[1], 36), wrap(LONG[2], 36)]
    wrapped = "\n\n".join("\n".join(block) for block in blocks)
    assert unwrap(wrapped).split("\n") == [LONG[0], heading, LONG[1], LONG[2]]


def test_entries_of_a_list_stay_apart() -> None:
    entries = ["（一）每天清扫两次，不留死角；", "（二）每周修剪一次；"]
    body = LONG[0][:-1] + "，具体要求如下："
    wrapped = "\n".join([*wrap(LONG[1], 36), *wrap(body, 36), *entries, *wrap(LONG[2], 36)])
    assert unwrap(wrapped).split("\n") == [LONG[1], body, *entries, LONG[2]]


def test_a_date_that_closes_a_bracket_belongs_to_its_line() -> None:
    text = "（" + LONG[0][:-1] + "，截至"
    lines = [*wrap(LONG[1], 36), *wrap(LONG[2], 36), *wrap(text, width(text) // 3 + 1)]
    assert unwrap("\n".join([*lines, "2021年3月5日）"])).split("\n")[-1] == f"{text}2021年3月5日）"


def test_signature_and_date_stay_apart() -> None:
    wrapped = "\n".join([*wrap(LONG[0], 36), *wrap(LONG[1], 36), "市园林局", "2021年3月5日"])
    assert unwrap(wrapped).split("\n") == [LONG[0], LONG[1], "市园林局", "2021年3月5日"]


@given(
    st.lists(
        st.lists(
            st.text(st.sampled_from("春夏秋冬山水花鸟人城路桥0123456789"), min_size=3, max_size=14),
            min_size=12,
            max_size=30,
        ),
        min_size=2,
        max_size=6,
    ),
    st.integers(24, 40),
    st.booleans(),
    st.randoms(use_true_random=False),
)
@settings(max_examples=60)
def test_what_was_wrapped_comes_back(
    clauses: list[list[str]],
    columns: int,
    spaced: bool,
    rng: random.Random,
) -> None:
    paragraphs = [with_a_short_last_line("春天，" + "，".join(c), columns) for c in clauses]
    wrapped: list[str] = []
    for paragraph in paragraphs:
        lines = wrap(paragraph, columns)
        cut = rng.randrange(2, max(3, len(lines)))
        if cut < len(lines) and lines[cut - 1][-1] != "，":
            lines.insert(cut, "")
        wrapped += [*lines, *([""] if spaced else [])]
    assert unwrap("\n".join(wrapped)).split("\n") == paragraphs


def with_a_short_last_line(paragraph: str, columns: int) -> str:
    return "".join(wrap(paragraph, columns)[:-1]) + "好看。"


# Spaces, digits, invisible characters


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("2010 年有 1373 户。", "2010年有1373户。"),
        ("第 6 代市场，15 年来，2.0 版。", "第6代市场，15年来，2.0版。"),
        ("增长 8.4 %，共 30 万人。", "增长8.4%，共30万人。"),
        ("用 Open Source 软件。", "用 Open Source 软件。"),
        ("执笔人：赵小明 钱大海", "执笔人：赵小明 钱大海"),
        ("第一章　总　　则", "第一章　总则"),
        ("总理　　赵大海", "总理　　赵大海"),
        ("办 公 室 主 任", "办公室主任"),
        ("公布于县志　2018年修订", "公布于县志　2018年修订"),
        ("上年 100 120 130", "上年 100 120 130"),
        ("２０２０年增长３倍。", "2020年增长3倍。"),
        ("软\u00ad连字、零\u200b宽、控\x07制。", "软连字、零宽、控制。"),
        ("\ufeff开头。\r\n结尾。\r\n", "开头。\n结尾。"),
        ("⼀⾯⻓城，⻛景好。", "一面长城，风景好。"),
        ("半角,标点:不动;真的?", "半角,标点:不动;真的?"),
    ],
)
def test_stray_characters_go_and_the_rest_stays(text: str, clean: str) -> None:
    assert unwrap(text) == clean


def test_latin_words_keep_their_space_at_a_line_break() -> None:
    lines = [
        *wrap(LONG[0], 36),
        "",
        "这里的人用手机软件点菜，名叫 Good",
        "Food，听说很好用，连老人也学会了，",
        "一天能点上百单。",
    ]
    assert "Good Food" in unwrap("\n".join([*lines, "", *wrap(LONG[1], 36)]))


# Page furniture


def paged(numbers: list[str], head: str = "") -> str:
    lines = [line for p in LONG for line in wrap(p, 36)]
    pages = []
    for start, number in zip(range(0, len(lines), 4), numbers, strict=False):
        pages.append("\n".join(filter(None, [head, *lines[start : start + 4]])) + f"\n\n{number}\n")
    rest = lines[4 * len(numbers) :]
    return "\n".join([*pages, *filter(None, [head, *rest])])


@pytest.mark.parametrize(
    "style", ["{}", "— {} —", "- {} -", "第{}页", "第 {} 页  共 9 页", "{}/9", "·{}·", "Page {}"]
)
def test_page_numbers_are_removed(style: str) -> None:
    text = paged([style.format(n) for n in (3, 4, 5)])
    assert unwrap(text).split("\n") == LONG


@pytest.mark.parametrize("head", ["老街文史 第{}期", "老街文史资料"])
def test_running_heads_are_removed(head: str) -> None:
    pages = paged(["{}"] * 3, head)
    numbered = pages
    for n in (1, 2, 3):
        numbered = numbered.replace("{}\n", f"{n}\n", 1) if "{}" not in head else numbered
    if "{}" in head:
        numbered = paged(["1", "2", "3"], "老街文史 第7期")
    clean = unwrap("序\n" + numbered)
    assert "老街文史" not in clean


def test_a_running_head_that_opens_the_document_stays_once_as_its_title() -> None:
    clean = unwrap(paged(["1", "2", "3"], "老街的故事")).split("\n")
    assert clean == ["老街的故事", *LONG]


def test_a_lone_page_number_between_blank_lines_is_removed() -> None:
    lines = wrap(LONG[0], 36)
    text = "\n".join([*lines[:2], "", "3", "", *lines[2:], "", *wrap(LONG[1], 36)])
    assert unwrap(text).split("\n") == LONG[:2]


def test_a_wrapped_number_is_no_page_number() -> None:
    text = "\n".join(
        [*wrap(LONG[0], 36), "", "全镇去年修好的道路，一共有", "", "17", "", "条，今年还要再修"]
    )
    assert "17" in unwrap(text)


def test_lines_of_a_text_that_are_alike_are_no_running_heads() -> None:
    again = "各村的修路队、护桥队和绿化队在每个月的头一天都要派人到镇上来参加碰头会并且如实讲明，"
    tails = ["修了几段路。", "护了几座桥。", "种了几棵树。", "还缺多少人。"]
    paragraphs = [again + tail for tail in tails]
    text = "\n".join(line for p in paragraphs for line in wrap(p, 40))
    assert essence(unwrap(text)) == essence(text)


def test_numbers_of_chapters_are_no_page_numbers() -> None:
    text = "\n\n".join(["老街的故事", "1", LONG[0], "2", LONG[1], "3", LONG[2]])
    assert unwrap(text).split("\n") == ["老街的故事", "1", LONG[0], "2", LONG[1], "3", LONG[2]]


# For any text at all

written = st.text(
    st.sampled_from("甲乙丙人民2015 　，。；：“”（）、！？—…一（）\n\n\n第章条页a-"), max_size=200
)


def accounted_for(text: str) -> None:
    result = dissect(text)
    kept = Counter(essence(result.text))
    removed = Counter(essence("".join(result.furniture)))
    assert kept + removed == Counter(essence(text))


@given(written)
@settings(max_examples=300)
def test_unwrapping_twice_changes_nothing(text: str) -> None:
    assert unwrap(unwrap(text)) == unwrap(text)


@given(st.text(max_size=120))
@settings(max_examples=200)
def test_unwrapping_any_characters_twice_changes_nothing(text: str) -> None:
    assert unwrap(unwrap(text)) == unwrap(text)


@given(written)
@settings(max_examples=300)
def test_nothing_but_furniture_is_lost(text: str) -> None:
    accounted_for(text)


@given(st.text(max_size=120))
@settings(max_examples=200)
def test_nothing_but_furniture_is_lost_of_any_characters(text: str) -> None:
    accounted_for(text)


@given(written)
def test_there_are_no_blank_lines_and_no_margins(text: str) -> None:
    clean = unwrap(text)
    assert clean == "" or all(line and line == line.strip() for line in clean.split("\n"))


def test_a_million_characters_take_seconds() -> None:
    text = "\n".join(line for p in LONG for line in wrap(p, 36)) + "\n"
    text *= 1_000_000 // len(text)
    begun = time.perf_counter()
    unwrap(text)
    assert time.perf_counter() - begun < 15


@pytest.mark.parametrize("unit", ["甲", "1 ", "甲 ", " ", "（", "。（", "一、", "第", "\n", "——"])
def test_monotonous_text_takes_no_longer(unit: str) -> None:
    begun = time.perf_counter()
    unwrap(unit * 100_000)
    assert time.perf_counter() - begun < 5


def test_one_very_long_sentence_is_one_paragraph() -> None:
    sentence = "春去，夏来，秋收，冬藏" * 1_800 + "。"
    assert unwrap("\n".join(wrap(sentence, 40))) == sentence


# The article that ships with the site


@pytest.mark.parametrize(
    "piece",
    [
        "15年来，义乌牢记",
        "需要在“知”上下功夫，在“行”上见成效",
        "在根本性问题上保持清醒头脑",
        "形成创新案例200余项",
        "电商主体从2010年的1373户猛增到2020年的28万户",
        "加快建设第6代市场",
        "组建作战单元3.7万个、党群突击队3647支",
        "“三服务”2.0版",
        "最长的铁路班列——“义新欧”中欧班列",
        "\n大力发展数字经济，全面推进实体贸易链数字化，开辟“网上”丝绸之路。\n",
        "\n（二）以开放发展为引领，发挥义乌在全球开放型经济体系中的独特作用，着力打造现代丝路",
        "丝路新起点和链接“双循环”的战略节点\n",
        "\n中共义乌市委党校课题组\n执笔人：何小庆 金战新 徐应红\n",
    ],
)
def test_the_article_is_whole(piece: str) -> None:
    assert piece in ARTICLE


def test_the_article_has_its_paragraphs() -> None:
    assert len(ARTICLE.split("\n")) == 34
    assert not any(line.startswith(("，", "。", "、", "”")) for line in ARTICLE.split("\n"))
