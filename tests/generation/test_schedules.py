"""What a notice fixes under a label: from which day to which, and for how many days."""

from tests.generation.texts import items

TITLE = "平湖市关于2023年灯会期间安排的通知"
TEXT = (
    "（一）赏灯节：2月4日至10日闭市，共7天。\n\n（二）报名时间：2023年1月5日至2023年1月18日。\n\n"
    "（三）闭幕日：2月12日举行仪式，与周末连休。\n\n（四）联系人：会务组3月1日起值班。"
)


def asked(kind: str) -> dict[str, str]:
    return {item.stem: item.answer[0] for item in items(TEXT, TITLE) if item.kind == kind}


def test_the_days_of_an_entry_are_asked() -> None:
    name = "《平湖市关于2023年灯会期间安排的通知》"
    choices = asked("single_choice")
    assert choices[f"据{name}，赏灯节闭市的时间是从哪一天到哪一天？"] == "2月4日至10日"
    assert choices[f"据{name}，报名时间是从哪一天到哪一天？"].startswith("2023年1月5日")


def test_wrong_days_are_written_as_the_entry_is_and_stand_nowhere_in_it() -> None:
    found = [i for i in items(TEXT, TITLE) if i.kind == "single_choice" and "闭市的" in i.stem]
    [item] = found
    wrong = [option.text for option in item.options if not option.is_key]
    assert len(wrong) == 3
    assert all("至" in text and "年" not in text for text in wrong)


def test_how_many_days_is_asked_without_the_days_that_would_tell() -> None:
    stem = "据《平湖市关于2023年灯会期间安排的通知》，赏灯节闭市共________天。"
    assert asked("fill_blank")[stem] == "7"


def test_what_is_no_time_is_not_asked() -> None:
    assert not [stem for stem in asked("fill_blank") if "联系人" in stem]


def test_the_days_that_are_worked_for_a_holiday_are_asked_by_whole_weeks() -> None:
    text = (
        "（一）劳动节：2023年4月29日至5月3日放假调休，共5天。"
        "4月23日（星期日）、5月6日（星期六）上班。"
    )
    found = [i for i in items(text, TITLE) if "上班" in i.stem and i.kind == "single_choice"]
    [item] = found
    assert item.stem.endswith("因劳动节放假调休，哪几天上班？")
    assert item.answer == ("4月23日、5月6日",)
    assert all("4月29日" not in option.text for option in item.options)
