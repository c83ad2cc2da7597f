"""A learner who knows the answer is right however it is typed; one who does not is wrong."""

import time

import cn2an
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizzes.answers import same_answer
from quizzes.normalising import normalise
from quizzes.numerals import number

HOW_MANY = "“义新欧”中欧班列目前已开通运输线路多少条？"
BLANK = "“义新欧”中欧班列目前已开通运输线路____条。"
WHEN = "国务院同意设立义乌综合保税区，时间是____。"


@pytest.mark.parametrize("stem", [HOW_MANY, BLANK])
@pytest.mark.parametrize(
    "typed", ["14", "14条", "十四", "十四条", "１４", "14 条", "14条。", "14条线路"]
)
def test_a_number_is_right_in_any_script_with_or_without_the_unit_shown(
    typed: str, stem: str
) -> None:
    assert same_answer(typed, ["14条"], stem)


def test_where_the_stem_says_that_order_does_not_matter_it_does_not() -> None:
    stem = "平湖市合理规划________空间。（填三项，次序不限）"
    assert same_answer("生产、生态、生活", ["生态、生活、生产"], stem)
    assert not same_answer("生产、生态、生活", ["生态、生活、生产"], "请按顺序填写____。")


def test_the_unit_may_be_typed_though_only_the_number_is_missing() -> None:
    assert same_answer("14条", ["14"], BLANK)
    assert same_answer("28万户", ["28"], "电商主体猛增到____万户。")
    assert same_answer("28万", ["28"], "电商主体猛增到____万户。")


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("1373户", "一千三百七十三户"),
        ("1,373户", "1373户"),
        ("1，373户", "1373户"),
        ("28万户", "二十八万户"),
        ("280000户", "28万户"),
        ("28万 户", "28 万户"),
        ("一点五万", "15000"),
        ("一亿二千万", "1.2亿"),
        ("一万亿二千万", "1000020000000"),
        ("百分之百", "100%"),
        ("1亿2000万", "1.2亿"),
        ("一万二", "12000"),
        ("一万零二", "10002"),
        ("六点五四份", "6.54份"),
        ("两个", "2个"),
        ("负十四", "-14"),
        ("−14", "-14"),
        ("第2", "第二"),
        ("二", "第二"),
        ("2", "第二位"),
        ("第六代市场", "第6代市场"),
    ],
)
def test_one_number_written_in_two_ways(typed: str, accepted: str) -> None:
    assert same_answer(typed, [accepted])


@pytest.mark.parametrize(
    "typed",
    [
        "2020年4月",
        "2020 年 4 月",
        "2020年04月",
        "2020年4月份",
        "2020.4",
        "2020.04",
        "2020-04",
        "2020/4",
        "二〇二〇年四月",
        "二零二零年4月",
        "２０２０年４月。",
    ],
)
def test_one_date_written_in_many_ways(typed: str) -> None:
    assert same_answer(typed, ["2020年4月"], WHEN)


def test_a_date_to_the_day_and_a_date_that_the_stem_begins() -> None:
    assert same_answer("2015.1.6", ["2015年1月6日"])
    assert same_answer("2015-01-06", ["二〇一五年一月六日"])
    assert same_answer("4", ["4月"], "2020年____月，国务院同意设立义乌综合保税区。")
    assert same_answer("2020", ["2020年"], "义乌是在哪一年获批的？")


@pytest.mark.parametrize("typed", ["63.5%", "63.5％", "63.50 %", "百分之六十三点五", "百分之63.5"])
def test_a_percentage_in_signs_or_words(typed: str) -> None:
    assert same_answer(typed, ["63.5%"], "削减办事材料的比例是多少？")
    assert same_answer(typed, ["百分之六十三点五"])


def test_a_percentage_whose_sign_the_stem_shows() -> None:
    assert same_answer("63.5", ["63.5%"], "削减办事材料____%。")
    assert same_answer("63.5", ["63.5%"], "削减办事材料百分之几？")
    assert not same_answer("63.5", ["63.5%"], "削减办事材料的比例是多少？")


@pytest.mark.parametrize("typed", ["1/12", "十二分之一", "１／１２", "12分之1", "约1/12"])
def test_a_fraction(typed: str) -> None:
    assert same_answer(typed, ["1/12"])


@pytest.mark.parametrize("typed", ["千分之五", "0.5%", "5‰", "百分之零点五", "5/1000"])
def test_a_share_in_thousandths(typed: str) -> None:
    assert same_answer(typed, ["千分之五"])


@pytest.mark.parametrize(
    "typed", ["30多项", "30余项", "30项", "三十多项", "30项以上", "超30项", "约30项"]
)
def test_a_qualifier_may_be_left_out_or_changed(typed: str) -> None:
    assert same_answer(typed, ["30多项"], "先后承接了国家级改革多少项？")
    assert same_answer("30", ["30多项"], "先后承接了国家级改革多少项？")


def test_a_qualifier_before_the_large_unit() -> None:
    assert same_answer("超70亿件", ["70多亿件"])
    assert same_answer("70亿", ["超70亿件"], "快递业务量超过多少亿件？")
    assert not same_answer("近70亿件", ["超70亿件"]), "the text says more, the learner less"


@pytest.mark.parametrize(
    "typed",
    [
        "“一次不跑”",
        '"一次不跑"',
        "「一次不跑」",
        "一次不跑。",
        "《一次不跑》",
        " 一次 不跑 ",
        "一次的不跑",
    ],
)
def test_marks_and_spaces_do_not_count(typed: str) -> None:
    assert same_answer(typed, ["“一次不跑”"])


@pytest.mark.parametrize(
    "typed",
    [
        "所有权、资格权、使用权",
        "使用权、所有权、资格权",
        "使用权，所有权,资格权",
        "使用权; 所有权；资格权",
        "使用权 所有权 资格权",
        "使用权、所有权和资格权",
        "“使用权”“所有权”“资格权”",
    ],
)
def test_the_members_of_a_list_in_any_order(typed: str) -> None:
    assert same_answer(typed, ["所有权、资格权、使用权"], "“三权”指宅基地的哪三权？")


def test_a_list_lacks_no_member_and_has_none_too_many() -> None:
    accepted = ["所有权、资格权、使用权"]
    assert not same_answer("所有权、资格权", accepted)
    assert not same_answer("所有权、资格权、使用权、经营权", accepted)
    assert not same_answer("所有权、资格权、资格权", accepted)
    assert not same_answer("11、2", ["1、12"])


def test_order_counts_where_the_stem_says_so() -> None:
    stem = "义乌内贸、外贸网商密度分列全国第几？"
    assert same_answer("第1、第2", ["第一、第二"], stem)
    assert not same_answer("第二、第一", ["第一、第二"], stem)


def test_any_accepted_answer_will_do() -> None:
    assert same_answer("综保区", ["义乌综合保税区", "综保区"])


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("1.4", "14"),
        ("-14", "14"),
        ("十四万", "14"),
        ("14", "14万"),
        ("140", "14"),
        ("14个", "14条"),
        ("14公里", "14米"),
        ("14", "14公里"),
        ("3", "30多项"),
        ("3项", "30多项"),
        ("2020年8月", "2020年4月"),
        ("2020年", "2020年4月"),
        ("4月", "2020年4月"),
        ("2020年4月1日", "2020年4月"),
        ("2019.4", "2020年4月"),
        ("2020.04", "2020.4"),
        ("2020年13月", "2020年4月"),
        ("63.5", "63.5%"),
        ("6.35%", "63.5%"),
        ("1/21", "1/12"),
        ("千分之五", "百分之五"),
        ("第三", "第二"),
        ("第二", "2条"),
        ("28户", "28万户"),
        ("下降5%", "5%"),
        ("5%", "5个百分点"),
        ("八十八", "“八八战略”"),
        ("2", "“两个维护”"),
        ("二三十", "230"),
        ("一次不跑", "一号响应"),
        ("", "14"),
        ("。", "14"),
    ],
)
def test_wrong_stays_wrong(typed: str, accepted: str) -> None:
    assert not same_answer(typed, [accepted])


@pytest.mark.parametrize(
    ("typed", "accepted", "stem"),
    [
        ("增长5%", "5%", "进出口总额增长____。"),
        ("全国第二", "第二", "义乌快递业务量位居全国第几？"),
        ("“三权分置”改革", "“三权分置”", "义乌首创宅基地____改革。"),
        ("2020年4月", "4月", "2020年____，国务院同意设立义乌综合保税区。"),
    ],
)
def test_words_of_the_stem_may_be_typed_again(typed: str, accepted: str, stem: str) -> None:
    assert same_answer(typed, [accepted], stem)


@pytest.mark.parametrize("typed", ["2006—2020年", "2006年至2020年", "2006~2020年", "2006到2020年"])
def test_a_range_with_any_dash(typed: str) -> None:
    assert same_answer(typed, ["2006-2020年"])
    assert not same_answer("2006-2021年", ["2006-2020年"])


@pytest.mark.parametrize(
    "typed", ["5到10年", "五至十年", "5年到10年", "从5年至10年", "５～１０年", "五到10年"]
)
def test_a_range_of_amounts_in_any_script(typed: str) -> None:
    assert same_answer(typed, ["5—10年"])
    assert not same_answer(typed, ["5—11年"])
    assert not same_answer(typed, ["5—10月"])


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("5万至10万元", "5—10万元"),
        ("50000—100000元", "5—10万元"),
        ("30%至40%", "三成到四成"),
        ("30到40%", "30%—40%"),
        ("2020.4-2021.5", "2020年4月至2021年5月"),
    ],
)
def test_the_two_ends_of_a_range_are_compared_as_values(typed: str, accepted: str) -> None:
    assert same_answer(typed, [accepted])


@pytest.mark.parametrize("typed", ["5年", "10年", "10—5年", "5—10", "5和10年"])
def test_half_a_range_or_one_turned_round_is_wrong(typed: str) -> None:
    assert not same_answer(typed, ["5—10年"])


def test_a_range_whose_unit_the_stem_shows() -> None:
    assert same_answer("五到十", ["5—10年"], "保护期为____年。")


@pytest.mark.parametrize("typed", ["一半", "50%", "二分之一", "1/2", "百分之五十", "五成", "半数"])
def test_half(typed: str) -> None:
    for accepted in ("一半", "50%", "二分之一"):
        assert same_answer(typed, [accepted])
    assert not same_answer(typed, ["60%"])
    assert not same_answer("50", ["一半"])


def test_more_than_half_is_not_nearly_half() -> None:
    assert same_answer("过半", ["一半以上"])
    assert same_answer("超过50%", ["一半以上"])
    assert not same_answer("近一半", ["超过一半"])


@pytest.mark.parametrize("typed", ["二0二0年", "二O二O年", "二o二〇年", "2○20年", "２〇２〇年"])
def test_a_year_that_mixes_its_digits(typed: str) -> None:
    assert same_answer(typed, ["2020年"])
    assert not same_answer(typed, ["2002年"])


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [("國務院", "国务院"), ("義烏綜合保稅區", "义乌综合保税区"), ("發改委", "发改委")],
)
def test_traditional_characters_are_simplified_ones(typed: str, accepted: str) -> None:
    assert same_answer(typed, [accepted])
    assert same_answer(accepted, [typed])


@pytest.mark.parametrize("typed", ["几" * 199 + "1", "14条", "第几" * 200, "一二三四" * 100])
@pytest.mark.parametrize("stem", ["几" * 300, "第几哪何" * 75, "____第几" * 50, "（）" * 150])
def test_a_stem_of_question_words_takes_no_time(typed: str, stem: str) -> None:
    started = time.process_time()
    same_answer(typed, ["几" * 29 + "1", "14条", "第几" * 100, "一二三四" * 90], stem)
    assert time.process_time() - started < 0.2


def test_the_general_measure_word_may_stand_before_another_measure_word() -> None:
    assert same_answer("9个部门", ["九部门"])
    assert not same_answer("9个", ["9份"])


def test_a_smaller_unit_than_the_stem_shows_is_wrong() -> None:
    assert not same_answer("28户", ["28万户"], "电商主体猛增到____万户。")
    assert not same_answer("28", ["28万户"], "电商主体猛增到____户。")


def test_a_word_of_the_stem_does_not_shorten_the_answer() -> None:
    assert not same_answer("宅基", ["宅基地"], "改革的是____地方。")


@pytest.mark.parametrize(
    "text",
    [
        "百百",
        "亿亿",
        "万",
        "二三十",
        "九" * 50,
        "9" * 5000,
        "点五",
        "1.2.3",
        "十零",
        "a",
        "二三十点五",
        "",
    ],
)
def test_what_is_no_numeral_is_not_made_one(text: str) -> None:
    assert number(text) is None


numbers = st.integers(0, 10**12)


def renderings(value: int) -> list[str]:
    arabic, spoken = str(value), cn2an.an2cn(value)
    return [
        arabic,
        spoken,
        f"{value:,}",
        arabic.translate({ord(str(d)): chr(0xFF10 + d) for d in range(10)}),
        f"{arabic}条",
        f"{spoken}条",
        f"{value / 10**4:.4f}万",
    ]


@given(numbers)
def test_every_rendering_of_a_number_is_that_number(value: int) -> None:
    for typed in renderings(value):
        assert same_answer(typed, [f"{value}条"], HOW_MANY), typed


@given(numbers, numbers)
def test_no_rendering_of_a_number_is_another(value: int, other: int) -> None:
    assume(value != other)
    for typed in renderings(value):
        for accepted in renderings(other):
            assert not same_answer(typed, [accepted], HOW_MANY), (typed, accepted)


@given(st.integers(1000, 2999), st.integers(1, 12), st.integers(1, 12))
def test_a_month_is_itself_and_no_other(year: int, month: int, other: int) -> None:
    forms = ["{y}年{m}月", "{y}.{m}", "{y}-{m:02}", "{y}/{m}"]
    for form in forms:
        typed = form.format(y=year, m=month)
        assert same_answer(typed, [f"{year}年{other}月"]) == (month == other), typed


@given(st.decimals(0, 10**6, places=3))
def test_a_decimal_number_in_words(value: object) -> None:
    plain = f"{value}"
    assert same_answer(cn2an.an2cn(plain), [plain])


@given(st.text())
def test_normalising_again_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize("plane", range(4))
def test_every_character_is_normalised_for_good(plane: int) -> None:
    for code in range(plane << 16, (plane + 1) << 16):
        if not 0xD800 <= code < 0xE000:
            level = normalise(chr(code))
            assert normalise(level) == level


awkward = st.text(
    alphabet="0123456789.,/-%‰点零一二两十百千万亿年月日第分之约超多余条个、和 _（）“”"
)


@given(st.text() | awkward, st.text() | awkward, st.text() | awkward)
def test_no_text_is_an_error(typed: str, accepted: str, stem: str) -> None:
    assert same_answer(typed, [accepted], stem) in (True, False)


@given(st.text() | awkward)
def test_every_text_is_an_answer_to_itself(text: str) -> None:
    assert same_answer(text, [text]) == bool(normalise(text))
