"""Which year, month or day: what is asked, and what is refused."""

import pytest

from tests.generation.texts import items, keys, stems


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "2013年6月，国务院批复同意平湖市城乡规划。",
            "国务院批复同意平湖市城乡规划是在哪年哪月？",
            "2013年6月",
        ),
        (
            "2016年，平湖市率先推出“一窗通办”改革。",
            "平湖市率先推出“一窗通办”改革是在哪一年？",
            "2016年",
        ),
        # 以来 is no part of the event.
        (
            "2013年6月，国务院批复同意平湖市城乡规划以来，平湖市先后建成公园。",
            "国务院批复同意平湖市城乡规划是在哪年哪月？",
            "2013年6月",
        ),
        # What helped is cut; who and what stay.
        (
            "2018年，在国家发展改革委的支持下，平湖市成为全国30个试点城市之一。",
            "平湖市成为全国30个试点城市之一是在哪一年？",
            "2018年",
        ),
        # 提出 goes on behind its comma.
        (
            "2014年9月，平湖市政府在会上提出，建设通往海港的专用铁路。",
            "平湖市政府在会上提出建设通往海港的专用铁路是在哪年哪月？",
            "2014年9月",
        ),
        # 又 belongs to the flow of the text.
        (
            "2019年2月，平湖市又提出“零跑腿”目标。",
            "平湖市提出“零跑腿”目标是在哪年哪月？",
            "2019年2月",
        ),
    ],
)
def test_the_event_is_asked_for_its_date(text: str, stem: str, key: str) -> None:
    assert keys(items(text))[stem] == key


def test_this_regulation_is_called_by_its_name() -> None:
    asked = keys(items("本办法自2021年7月1日起施行。", title="平湖市停车管理办法"))
    assert asked == {"《平湖市停车管理办法》自哪一天起施行？": "2021年7月1日"}


@pytest.mark.parametrize(
    "text",
    [
        "2016年，天气晴好。",
        "2016年，该市推出“一窗通办”改革。",
        "2006-2020年，平湖市建成公园。",
        "去年，平湖市建成公园。",
        "本办法自2021年7月1日起施行。",
    ],
)
def test_no_event_no_subject_no_single_date_no_question(text: str) -> None:
    assert stems(items(text)) == []


def test_distractors_have_the_precision_of_the_key() -> None:
    found = items("2016年5月，平湖市推出“一窗通办”改革。2018年，平湖市成立行政审批局。")
    for item in found:
        for option in item.options if item.fact.kind == "date" and item.answer[0][0] == "2" else ():
            assert option.text.endswith(item.answer[0][-1])


def test_a_blank_says_how_precise_the_answer_should_be() -> None:
    found = items("2016年5月，平湖市推出“一窗通办”改革。")
    blanks = [i.stem for i in found if i.kind == "fill_blank" and i.fact.kind == "date"]
    assert blanks == ["________，平湖市推出“一窗通办”改革。（填年月）"]
