"""Stories: whose a figure is, which meeting this one is, and figures that are half of one."""

from tests.generation.texts import items

PUBLISHED = 0.8
TITLE = "湖湾市法院审结一起合同纠纷案"
OPENING = "本报湖湾5月3日讯（记者 林一鸣）"


def published(text: str, title: str = TITLE) -> set[str]:
    found = items(f"{OPENING}{text}", title)
    return {item.stem for item in found if item.confidence >= PUBLISHED}


def test_a_story_lends_its_headlines_body_to_no_figure() -> None:
    stems = published("货物受损造成直接损失82万元。")
    assert not [stem for stem in stems if "直接损失" in stem and "法院直接" in stem]


def test_two_figures_that_are_one_are_not_asked_apart() -> None:
    stems = published("湖湾市到南浦市的列车最快需要2小时35分钟。")
    assert not [stem for stem in stems if "2小时" in stem and "分钟" in stem]


def test_how_many_of_what_stands_in_front_is_not_asked() -> None:
    stems = published("像这样转型的企业，湖湾市共有120多家。")
    assert not [stem for stem in stems if "共有" in stem]


def test_a_relative_clause_takes_no_subject_from_the_clause_before() -> None:
    stems = published("湖湾港码头灯火未熄，满载600吨钢材的“海丰6”轮驶离码头。")
    assert not [stem for stem in stems if "湖湾港码头灯火满载" in stem]
