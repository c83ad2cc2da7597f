"""Questions that a careful reader sent back, each with the shape of its fault."""

import pytest

from quizzes.generation.generate import generate
from quizzes.text import parse
from tests.generation.texts import items, keys, stems

REPORT = "平湖市2023年国民经济和社会发展统计公报"
NOTICE = "关于2022年部分节假日安排的通知"


def test_a_round_figure_and_more_stands_among_round_figures() -> None:
    made = items("平湖市先后承接了省级改革试点40余项。")
    asked = keys(made)
    options = {option.text for item in made for option in item.options}
    assert "40余项" in asked.values()
    assert not [text for text in options if "5余" in text]


def test_a_figure_behind_another_things_figure_is_not_asked() -> None:
    text = "2023年，平湖市15所职业院校21个专业入选省级名单。"
    assert not [stem for stem in stems(items(text)) if "院校多少" in stem or "院校_" in stem]


def test_a_thing_that_shares_its_deed_with_the_one_before_is_not_had() -> None:
    text = "2023年，平湖市盘活土地1260亩、厂房48万平方米。"
    assert not [stem for stem in stems(items(text)) if "厂房有" in stem]
    assert [stem for stem in stems(items(text)) if "盘活土地" in stem]


def test_a_holiday_holds_the_day_it_is_named_for() -> None:
    text = "现将安排通知如下。\n1．劳动节：2022年4月30日至5月4日放假调休，共5天。"
    ranges = {option.text for item in items(text, NOTICE) for option in item.options}
    assert "2022年4月30日至5月4日" in ranges
    for text in ranges:
        if "至" in text:
            last = text.partition("至")[2]
            assert last.startswith("5月"), text


def test_a_line_with_the_year_dates_the_part_below_it() -> None:
    text = (
        "各位代表：\n现在报告工作，请予审议。\n2023年工作回顾\n"
        "一、服务大局\n平湖市法院审结破产案件137件，化解债务84.3亿元。"
    )
    found = stems(items(text, "平湖市人民法院工作报告"))
    assert [stem for stem in found if "2023年" in stem and "破产案件" in stem]


def test_trailing_zeros_need_not_be_typed() -> None:
    text = "平湖市青河站警戒水位为28.50米。"
    blanks = [item for item in items(text) if item.kind == "fill_blank"]
    assert all("28.5" in item.answer for item in blanks)
    assert blanks


def test_what_is_left_out_is_more_than_all() -> None:
    text = "平湖市企业展出的加工中心可一次完成叶盘的全部加工工序。"
    assert not [item for item in items(text) if item.kind == "fill_blank" and "工序" in item.stem]


def test_offices_names_are_no_lists() -> None:
    text = "市指挥部副总指挥由分管水利、住房城乡建设工作的副市长和军分区副司令员担任。"
    found = items(text, "平湖市防汛应急预案")
    assert not [item for item in found if "哪些城乡建设" in item.stem]


def test_the_members_of_a_term_may_be_typed_in_any_order() -> None:
    text = "平湖市完善农房所有权、资格权、使用权“三权分置”改革。"
    (blank,) = (
        item.stem
        for item in items(text)
        if item.kind == "fill_blank" and item.fact.kind == "term" and "指的是" in item.stem
    )
    assert blank.endswith("（填三项，次序不限）")


@pytest.mark.parametrize(
    ("title", "text", "lost"),
    [
        # What is to be done stands behind the comma.
        (
            "平湖市渔港管理条例",
            "第一条 市海洋主管部门应当结合主要渔船种类和停泊习惯等，制定停泊方案。",
            "停泊习惯等。",
        ),
        # Whose money it is, the sentence before has said.
        (
            "平湖市渔业发展若干意见",
            "对新建深水网箱的企业给予奖励。奖励金额不超过网箱投资的40%。",
            "奖励金额",
        ),
        # A case without what follows from it.
        (
            "平湖市渔业协会章程",
            "第一条 会员无正当理由连续两年不缴纳会费，经催告仍不缴纳的，视为退会。",
            "不缴纳会费。",
        ),
        # Duties in a list are somebody's.
        (
            "平湖市渔业协会章程",
            "第一条 协会的职责如下：\n（一）依照规定编印会刊，建设渔业信息服务平台；\n（二）调解。",
            "建设________",
        ),
    ],
)
def test_half_a_sentence_is_not_asked(title: str, text: str, lost: str) -> None:
    assert not [item.stem for item in items(text, title) if lost in item.stem]


def test_what_came_of_a_proposal_is_not_dated_by_it() -> None:
    text = (
        "2014年9月，省领导在考察时提出，建设平湖至海口的货运班列，"
        "平湖市仅用56天就开行了首趟货运班列。"
    )
    assert not [item.stem for item in items(text) if "2014年9月" in item.stem and "天" in item.stem]


def test_a_name_that_a_reader_could_count_is_asked_without_its_contents() -> None:
    text = (
        "2019年，平湖市围绕审批、监管两个环节，全力推进以办事“一次办好”、监管“一网统管”、"
        "服务“一生相随”为主要内容的“三个一”工程。"
    )
    stem = "2019年，平湖市围绕审批、监管两个环节，全力推进“________”工程。"
    blanks = [item.stem for item in items(text) if item.answer[:1] == ("三个一",)]
    assert blanks == [stem]


def test_a_false_statement_keeps_the_measure_of_a_numeral_in_words() -> None:
    text = "第一条 监测单位应当保存监测记录，监测记录保存期限不得少于五年。"
    false = [
        item.stem
        for item in items(text, "平湖市渔港管理条例")
        if item.kind == "true_false" and item.answer[0] == "错误"
    ]
    assert all(stem.endswith("年。") for stem in false)


def test_a_report_whose_title_names_no_place_is_of_the_congress_that_heard_it() -> None:
    text = (
        "政府工作报告\n——2024年1月16日在平湖市第六届人民代表大会第四次会议上\n平湖市市长 某某\n\n"
        "一、2023年工作回顾\n全市渔业总产值增长7.9%。新增渔港泊位12个。\n"
    )
    found = [item.stem for item in generate(parse("report.txt", text.encode()))]
    assert any(stem.startswith("2023年，平湖市") for stem in found)
    assert not any(stem.startswith("据《政府工作报告》") for stem in found)


def test_the_number_of_a_point_is_no_part_of_what_it_says() -> None:
    text = "办好民生实事。一是新增公办学位1.8万个；四是建设普惠托位2400个。"
    found = [item.stem for item in items(text, "平湖市2024年政府工作报告")]
    assert not any("四是" in stem or "一是" in stem for stem in found)


@pytest.mark.parametrize(
    ("title", "text", "lost"),
    [
        ("平湖市充电设施工作措施", "西部等地广人稀地区可放宽至100公里。", "放宽"),
        ("平湖市充电设施工作措施", "到2025年底，东部地区率先达到90%以上。", "90"),
        ("平湖市渔港管理条例", "第一条 通过渔港求职、招聘和开展渔业服务，应当诚信。", "次序不限"),
        (
            "平湖市渔港管理条例",
            "第一条 渔港管理机构违反本条例规定的，由上级机关责令改正。",
            "机构规定的",
        ),
    ],
)
def test_what_is_left_of_a_cut_sentence_is_not_asked(title: str, text: str, lost: str) -> None:
    assert not [item.stem for item in items(text, title) if lost in item.stem]


def test_hours_of_a_rule_stand_among_hours_that_rules_use() -> None:
    text = "对故障设施，运营企业应当在接到报告后24小时内响应。"
    options = {
        option.text
        for item in items(text, "平湖市充电设施工作措施")
        if item.kind == "single_choice" and "小时" in item.stem
        for option in item.options
    }
    assert options
    assert options <= {f"{n}小时" for n in (6, 8, 12, 24, 36, 48, 72)}
