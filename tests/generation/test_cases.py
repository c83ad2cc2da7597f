"""What experiences, cases, white papers and histories say, and how it is asked."""

import pytest

from tests.generation.texts import items, keys, stems

TITLE = "平湖市发展情况"


def blanks(text: str, title: str = TITLE) -> dict[str, tuple[str, ...]]:
    """The accepted answers of each published blank."""
    return {
        item.stem: item.answer
        for item in items(text, title)
        if item.kind == "fill_blank" and item.confidence >= 0.8
    }


def test_an_idea_is_asked_with_the_deed_that_it_guides() -> None:
    text = (
        "平湖市坚持“规范化、品牌化、可持续”发展思路，依托深水岸线，通过优化服务等，"
        "持续推动“蓝海”班列增点、扩线、提速。"
    )
    found = blanks(text)
    stem = "平湖市坚持“________”发展思路，持续推动“蓝海”班列增点、扩线、提速。（填三项，次序不限）"
    assert found[stem][0] == "规范化、品牌化、可持续"


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "平湖市与西班牙毕尔巴鄂等9个国家和地区的21座城市结成“姐妹城市”。",
            "平湖市与西班牙________等9个国家和地区的21座城市结成“姐妹城市”。",
            "毕尔巴鄂",
        ),
        (
            "平湖市不断完善养老保障体系，在全国率先实施渔民参保登记，覆盖全部渔村。",
            "平湖市不断完善养老保障体系，在全国率先实施________。（填“……登记”）",
            "渔民参保登记",
        ),
        (
            "平湖市推进以“先照后证”为特征的渔业登记制度改革，不断优化办事流程。",
            "平湖市推进以“先照后证”为特征的________，不断优化办事流程。",
            "渔业登记制度改革",
        ),
        (
            "平湖市大力推进治气、治水、治土、治废，全市环境质量持续向好。",
            "平湖市大力推进________，平湖市环境质量持续向好。（填四项，次序不限）",
            "治气、治水、治土、治废",
        ),
        (
            "平湖市设立海员服务中心，集涉海行政审批、涉海公共服务、涉海中介服务于一体。",
            "平湖市设立海员服务中心，集涉海________于一体。（填三项，次序不限）",
            "行政审批、公共服务、中介服务",
        ),
        (
            "平湖市实施“名师倍增”计划，争创浙江省文明城市、全国义务教育均衡城市。",
            "平湖市实施“名师倍增”计划，争创________。（填两项，次序不限）",
            "浙江省文明城市、全国义务教育均衡城市",
        ),
    ],
)
def test_what_a_report_tells_is_asked_whole(text: str, stem: str, answer: str) -> None:
    assert blanks(f"平湖市渔港运行平稳。{text}平湖市口岸开放有序。")[stem][0] == answer


def test_what_thrives_owns_the_bare_figures_behind_it() -> None:
    text = (
        "平湖市渔港运行平稳。伴随渔港经济的兴起，快递物流业蓬勃发展，"
        "2021年超9亿件，位居全国第3、占全国6.5%。"
    )
    found = keys(items(text))
    assert found["平湖市快递物流业蓬勃发展，2021年超过多少亿件？"] == "9亿件"
    assert any("位居" in stem and stem.endswith("第几？") for stem in found)


def test_a_growth_from_year_to_year_dates_nothing_behind_it() -> None:
    text = (
        "平湖市渔港运行平稳。其中，渔业主体从2011年的1200户猛增到2021年的3万户，"
        "内外贸网商密度分列全国第三、第四。"
    )
    found = [item for item in items(text) if "网商密度" in item.stem]
    assert found
    assert min(item.confidence for item in found) >= 0.8


def test_a_deed_said_of_several_names_is_asked_behind_the_one_before() -> None:
    text = (
        "平湖市渔港运行平稳。当下，平湖市正全面打造“海服务”2.0版，深化“三问大走访”，"
        "持续深化“少跑腿”改革。平湖市深化“蓝海”建设，守护渔场。"
    )
    asked = [stem for stem, answer in blanks(text).items() if "三问大走访" in answer]
    assert all("海服务" in stem for stem in asked)


def test_a_name_may_be_typed_as_the_text_has_it_elsewhere() -> None:
    text = (
        "平湖市提出打造“干部办事不收礼、渔民办事不求人”的行动宣言。"
        "平湖市持续深化“办事不收礼、办事不求人”改革，推进作风建设。"
    )
    found = [answer for stem, answer in blanks(text).items() if "推进作风建设" in stem]
    assert found
    assert "干部办事不收礼、渔民办事不求人" in found[0]


def test_a_slogan_of_traits_is_no_true_or_false() -> None:
    text = "平湖市坚持以开放、包容、平等的理念，注重各类社会成员的和谐共处。"
    assert not [item for item in items(text) if item.kind == "true_false"]
    assert stems(items(text)) == []
