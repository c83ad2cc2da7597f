import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.text import Span, sentences
from quizzes.text.sentences import LEAD_LENGTH, lead


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


def name(text: str) -> str:
    return lead(text, sentences(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("天亮了。鸟叫了！谁来了？", ["天亮了。", "鸟叫了！", "谁来了？"]),
        ("先种树；再修路。", ["先种树；再修路。"]),
        ("增长3.5%，达1.2万户。很好。", ["增长3.5%，达1.2万户。", "很好。"]),
        ("真的？！当然。", ["真的？！", "当然。"]),
        ("没有句号", ["没有句号"]),
        ("等等……后来好了。", ["等等……后来好了。"]),
        ("甲。 乙。", ["甲。", "乙。"]),
        ("", []),
    ],
)
def test_sentences_end_at_full_stops(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“行百里者半九十。”这句话有道理。", ["“行百里者半九十。”", "这句话有道理。"]),
        ("他说：“走吧。快走。”大家走了。", ["他说：“走吧。快走。”", "大家走了。"]),
        ("“怎么办？”的问题解决了。", ["“怎么办？”的问题解决了。"]),
        ("“好！”，他说。", ["“好！”，他说。"]),
        ("读了《怎么办？》一书。", ["读了《怎么办？》一书。"]),
        ("他来了（真的。）吗？", ["他来了（真的。）吗？"]),
        ("支持试点。（负责单位：某局）", ["支持试点。", "（负责单位：某局）"]),
        ("（一）开门。二门。", ["（一）开门。", "二门。"]),
        ('他说"走。"然后走了。', ['他说"走。"', "然后走了。"]),
    ],
)
def test_quotations_and_brackets_hold_together(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“没有关上。第二句。", ["“没有关上。", "第二句。"]),
        ("规范“两制“，防止乱象。再用“三制”管。", ["规范“两制“，防止乱象。", "再用“三制”管。"]),
        ("多了一个。”第二句。", ["多了一个。”", "第二句。"]),
    ],
)
def test_mistyped_quotation_marks_do_not_swallow_the_paragraph(
    text: str, expected: list[str]
) -> None:
    assert split(text) == expected


def test_only_the_paragraph_is_split() -> None:
    text = "前。\n甲。乙。\n后。"
    assert [s.of(text) for s in sentences(text, Span(3, 7))] == ["甲。", "乙。"]


@given(st.text(st.sampled_from('甲乙丙 。！？，；“”‘’（）《》"…1.a'), max_size=60))
def test_sentences_tile_the_paragraph(text: str) -> None:
    spans = sentences(text, Span(0, len(text)))
    place = 0
    for span in spans:
        assert not text[place : span.start].strip()
        assert span.start < span.end
        assert span.of(text) == span.of(text).strip()
        place = span.end
    assert not text[place:].strip()


@pytest.mark.parametrize("unit", ["甲，乙。", "“甲。", "（。", "甲。）", "“甲。”", "甲，"])
def test_long_paragraphs_take_no_longer_than_short_ones(unit: str) -> None:
    text = unit * 20_000
    assert sentences(text, Span(0, len(text)))[-1].end == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("修好一条路。再修桥。", "修好一条路"),
        ("谁来修路？大家。", "谁来修路？"),
        (
            f"先把路修好，{'再把桥修好' * 9}。",
            "先把路修好，再把桥修好再把桥修好再把桥修好再把桥修好再把桥修好再把桥修好再把桥…",
        ),
        (f"先把这一条路修好，{'再把桥修好' * 9}。", "先把这一条路修好"),
        (f"营造“人人参与，{'人人尽责' * 9}”的局面。", None),
    ],
)
def test_the_lead_is_the_first_sentence_cut_at_a_fair_place(
    text: str, expected: str | None
) -> None:
    assert len(name(text)) <= LEAD_LENGTH
    assert text.startswith(name(text).rstrip("…"))
    if expected is not None:
        assert name(text) == expected
