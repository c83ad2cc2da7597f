"""How many, how much, what share: what is asked, and what is refused."""

import pytest

from tests.generation.texts import items, keys, stems

FIGURES = {"date", "number", "share", "change", "rank"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Which number belongs to what.
        (
            "平湖市精简审批事项120项，取消盖章材料86项。",
            {"平湖市精简审批事项多少项？": "120项", "平湖市取消盖章材料多少项？": "86项"},
        ),
        # One verb for two figures.
        (
            "平湖市组建巡查小队120个、志愿队伍86支。",
            {"平湖市组建巡查小队多少个？": "120个", "平湖市组建志愿队伍多少支？": "86支"},
        ),
        # Of a change, both ends are asked at once, and neither again by itself.
        (
            "平湖市办事大厅窗口从96个减至28个。",
            {"平湖市办事大厅窗口有怎样的变化？": "从96个减至28个"},
        ),
        # Several things, several values: each its own, by position.
        (
            "平湖市粮食产量、蔬菜产量分别增长3.1%、4.2%。",
            {
                "平湖市粮食产量增长百分之多少？": "3.1%",
                "平湖市蔬菜产量增长百分之多少？": "4.2%",
            },
        ),
        (
            "平湖市汽车、电池、机器人产量分别增长49.8%、11.9%、36.4%。",
            {
                "平湖市汽车产量增长百分之多少？": "49.8%",
                "平湖市电池产量增长百分之多少？": "11.9%",
                "平湖市机器人产量增长百分之多少？": "36.4%",
            },
        ),
        # The subject is in the clause before, with its figure.
        (
            "平湖港集装箱吞吐量320万标箱、增长9.4%。",
            {
                "平湖港集装箱吞吐量为多少万标箱？": "320万标箱",
                "平湖港集装箱吞吐量增长百分之多少？": "9.4%",
            },
        ),
        # 约, 超, 余 stay with their figure.
        ("平湖市商贸企业超6.2万户。", {"平湖市商贸企业超过多少万户？": "6.2万户"}),
        ("平湖市承接了省级改革40余项。", {"平湖市承接了省级改革多少项？": "40余项"}),
        # 年均 is no matter of one year.
        (
            "2020年，平湖市民生支出占比达到72.5%，平湖市民生支出年均增长8.1%。",
            {
                "2020年，平湖市民生支出占比达到百分之多少？": "72.5%",
                "平湖市民生支出年均增长百分之多少？": "8.1%",  # a draft: which years?
            },
        ),
        # 以来 dates nothing but itself.
        (
            "2013年6月，国务院批复同意平湖市城乡规划以来，平湖市先后建成公园18个。",
            {
                "国务院批复同意平湖市城乡规划是在哪年哪月？": "2013年6月",
                "平湖市先后建成公园多少个？": "18个",
            },
        ),
    ],
)
def test_a_figure_is_asked_with_what_it_measures(text: str, expected: dict[str, str]) -> None:
    asked = (item for item in items(text) if item.fact.kind in FIGURES)
    assert keys(asked) == expected


def test_a_lost_subject_is_the_theme_of_its_paragraph() -> None:
    text = (
        "建设运营“平海线”货运班列，搭建通海桥梁。平湖市持续推动“平海线”货运班列提速。"
        "目前已开通线路14条，联通23个港口。"
    )
    asked = keys(items(text))
    assert asked["“平海线”货运班列已开通线路多少条？"] == "14条"
    assert asked["“平海线”货运班列联通多少个港口？"] == "23个"


def test_a_reform_frames_the_figures_of_its_paragraph() -> None:
    text = (
        "发挥“一窗通办”改革的作用，优化环境。2016年，平湖市率先推出“一窗通办”改革。"
        "精简审批事项120项。"
    )
    assert keys(items(text))["在“一窗通办”改革中，平湖市精简审批事项多少项？"] == "120项"


@pytest.mark.parametrize(
    "text",
    [
        "平湖市粮食、蔬菜、水果产量分别增长3.1%、4.2%。",
        "该项目投资3.5亿元。",
        "他们完成了住房120套。",
        "去年平湖市建成公园18个。",
        "15年来，平湖市不断发展。",
        "平湖市实施“八八工程”和“120行动”。",
        "平湖市发布第14条规定。",
        "平湖市有公园、书房、球场3个去处。",
        "快递物流业蓬勃发展，2020年超70亿件。",
    ],
)
def test_what_cannot_stand_alone_is_not_asked(text: str) -> None:
    assert stems(items(text, title="")) == []


@pytest.mark.parametrize(
    "text", ["平湖市建成公园18个。", "平湖市出口额增长9.4%。", "平湖市企业超6.2万户。"]
)
def test_distractors_have_the_shape_of_the_key(text: str) -> None:
    [item] = [item for item in items(text) if item.kind == "single_choice"]
    key = item.answer[0]
    for option in item.options:
        assert option.text.partition(".")[1] == key.partition(".")[1]
        assert option.text[-1] == key[-1]


def test_no_distractor_is_near_enough_to_be_true() -> None:
    [item] = [i for i in items("平湖市企业约62万户。") if i.kind == "single_choice"]
    values = [float(option.text.removesuffix("万户")) for option in item.options]
    assert all(value == 62 or abs(value - 62) >= 6.2 for value in values)


def test_a_blank_keeps_the_measure_and_accepts_the_figure_with_and_without_it() -> None:
    [item] = [i for i in items("平湖市承接了省级改革40余项。") if i.kind == "fill_blank"]
    assert item.stem == "据课文，平湖市承接了省级改革________余项。"
    assert set(item.answer) == {"40", "40余", "40余项"}
    [item] = [i for i in items("平湖市建成厂房1.8万平方米。") if i.kind == "fill_blank"]
    assert item.stem == "据课文，平湖市建成厂房________万平方米。"
    assert set(item.answer) == {"1.8", "1.8万", "1.8万平方米"}


def test_a_fraction_is_accepted_in_figures_and_in_words() -> None:
    text = "平湖市商贸企业6.2万户，约占全国的1/15。"
    [item] = [i for i in items(text) if i.kind == "fill_blank" and i.fact.kind == "share"]
    assert set(item.answer) == {"1/15", "十五分之一"}


def test_from_how_many_countries_is_asked_within_the_number_there_are() -> None:
    found = keys(items("这里有来自100多个国家和地区的3.2万名客商常驻平湖市。"))
    assert found["来自多少个国家和地区的3.2万名客商常驻平湖市？"] == "100多个"
    options = [
        option.text
        for item in items("这里有来自100多个国家和地区的3.2万名客商常驻平湖市。")
        if item.kind == "single_choice" and item.stem.startswith("来自多少个")
        for option in item.options
    ]
    assert all(int(text.removesuffix("多个")) <= 190 for text in options)
