import pytest

from quizzes.text.markers import count, marker


@pytest.mark.parametrize(
    ("line", "kind", "number", "words"),
    [
        ("一、总体要求", "一", "一", "总体要求"),
        ("（十二）修路", "（一）", "（十二）", "修路"),
        ("(三)修路", "（一）", "(三)", "修路"),
        ("1.修路", "1", "1", "修路"),
        ("12、修路", "1", "12", "修路"),
        ("3．修路", "1", "3", "修路"),
        ("2. 2020年修路", "1", "2", "2020年修路"),
        ("2.2020年修路", "1", "2", "2020年修路"),
        ("（4）修路", "（1）", "（4）", "修路"),
        ("第一编　总则", "编", "第一编", "总则"),
        ("第二章 职责", "章", "第二章", "职责"),
        ("第 3 节 经费", "节", "第3节", "经费"),
        ("第十条　道路应当平整。", "条", "第十条", "道路应当平整。"),
        ("第十条之一 桥梁", "条", "第十条之一", "桥梁"),
        ("第四部分 附录", "部分", "第四部分", "附录"),
        ("## 修路", "#", "", "修路"),
    ],
)
def test_numbers_that_open_a_heading(line: str, kind: str, number: str, words: str) -> None:
    found = marker(line)
    assert found is not None
    assert (found.kind, found.number, line[found.end :]) == (kind, number, words)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "修路",
        "3.7万个",
        "3.14",
        "一、二两项任务",
        "1、2月份的数据",
        "第十条规定了期限",
        "第三章的规定",
        "第一、第二",
        "十年树木",
        "#标签",
        "2020年",
        "（见附表）",
    ],
)
def test_words_that_only_look_like_numbers(line: str) -> None:
    assert marker(line) is None


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("五十三", 53),
        ("一百零五", 105),
        ("7", 7),
    ],
)
def test_numerals_count(numeral: str, value: int) -> None:
    assert count(numeral) == value
