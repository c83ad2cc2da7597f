"""What came first: dated events of a paragraph, steps of a procedure."""

import pytest

from tests.generation.texts import items


def orders(text: str, title: str = "平湖市发展情况") -> dict[str, tuple[str, ...]]:
    return {item.stem: item.answer for item in items(text, title) if item.kind == "ordering"}


def test_dated_events_of_one_paragraph() -> None:
    [(stem, events)] = orders(
        "1998年3月，平湖市成立港务公司。2003年，平湖市建成集装箱码头。2010年9月，平湖市获批综合保税区。"
    ).items()
    assert stem.endswith("“发展”部分提到的下列事件，按发生的先后应怎样排列？")
    assert events == ("平湖市成立港务公司", "平湖市建成集装箱码头", "平湖市获批综合保税区")


@pytest.mark.parametrize(
    "text",
    [
        # Two events are too few; two of one year cannot be told apart.
        "1998年，平湖市成立港务公司。2003年，平湖市建成集装箱码头。",
        "1998年，平湖市成立港务公司。2003年，平湖市建成集装箱码头。2003年，平湖市获批综合保税区。",
    ],
)
def test_no_order_where_it_is_not_certain(text: str) -> None:
    assert orders(text) == {}


def test_numbered_steps_of_a_procedure() -> None:
    found = orders(
        "评选先进班组按照下列程序进行：\n（一）班组自评并填写申请表；\n（二）车间审核并公示；\n（三）工会投票表决。",
        "先进班组评选办法",
    )
    assert list(found.values()) == [("班组自评并填写申请表", "车间审核并公示", "工会投票表决")]


def test_first_then_last() -> None:
    found = orders("平湖市办理落户，首先核对本人材料，然后录入登记系统，最后打印户口簿。")
    assert found == {
        "平湖市办理落户，先后顺序是什么？请排序。": ("核对本人材料", "录入登记系统", "打印户口簿")
    }
