"""What was set up, issued, joined: things with a name of their own."""

from tests.generation.texts import items

TEXT = (
    "2013年6月，国务院同意设立平湖综合保税区。2015年3月，平湖市获批国家跨境贸易综合试验区。"
    "2018年5月，平湖市成为全国12个物流创新示范区之一。2019年8月，平湖市建成滨海科技园区。"
)


def objects(text: str) -> list[tuple[str, str, str]]:
    return [(i.kind, i.stem, i.answer[0]) for i in items(text) if i.fact.kind == "object"]


def test_a_dated_thing_is_asked_among_others_that_end_as_it_does() -> None:
    found = objects(TEXT)
    assert ("single_choice", "2013年6月，国务院同意设立什么？", "平湖综合保税区") in found
    assert ("fill_blank", "2018年5月，平湖市成为全国12个________之一。", "物流创新示范区") in found


def test_a_title_is_filled_in_between_its_marks() -> None:
    found = objects("2019年1月，平湖市政府印发《平湖市港口发展规划》。")
    assert found == [
        ("fill_blank", "2019年1月，平湖市政府印发《________》。", "平湖市港口发展规划")
    ]


def test_what_has_no_name_of_its_own_is_not_asked() -> None:
    assert objects("2019年8月，平湖市成立了许多新的便民服务小组。") == []
