"""Whose a figure is, in texts that tell of several places and bodies."""

from quizzes.generation.generate import generate
from quizzes.generation.types import Item
from quizzes.text import parse

PUBLISHED = 0.8
CASE = (
    "小积分管好大码头\n——平湖县“渔港积分”治理的实践\n\n"
    "平湖县位于东海之滨，辖8个镇。近年来，平湖县围绕渔港治理，探索推行“渔港积分”制度。\n\n"
    "平湖县建成渔港积分超市46个。\n\n"
    "金沙镇码头村曾经垃圾成堆。2022年，村里成立了护港队，先后清理垃圾320吨，新增停车位150个。"
    "海星渔业公司捐赠垃圾桶90个，累计投入资金35万元。\n\n"
    "平湖县还组织渔民培训27场。" + "积分让渔民成了渔港的主人，海风里不再有异味。" * 14
)


def published(text: str) -> list[Item]:
    made = generate(parse("case.txt", text.encode()))
    return [item for item in made if item.confidence >= PUBLISHED]


def test_what_a_village_or_a_firm_did_is_not_the_countys() -> None:
    stems = [item.stem for item in published(CASE)]
    assert any("渔港积分超市" in stem for stem in stems)
    for lost in ("停车位", "清理垃圾", "投入资金"):
        assert not any(lost in stem and "平湖县" in stem for stem in stems), lost


def test_several_towns_are_no_hero() -> None:
    text = "四市携手护江\n\n" + "四市建成码头。" * 8 + "四市新增泊位26个。荆溪有渔船310艘。"
    assert not any(item.stem.startswith("四市") for item in published(text))


def test_a_charter_tells_of_its_house_and_does_not_rule_it() -> None:
    text = (
        "平湖渔业博物馆章程\n\n平湖渔业博物馆现有藏品2.3万件，建筑面积8600平方米。\n\n"
        "第一章 总则\n第一条 本馆实行理事会领导下的馆长负责制。\n"
        "第二条 理事会由9名理事组成，每年至少召开2次会议。\n"
    )
    stems = [item.stem for item in generate(parse("charter.txt", text.encode()))]
    assert not any("规定，" in stem and ("藏品" in stem or "面积" in stem) for stem in stems)
    assert any(stem.startswith("《平湖渔业博物馆章程》规定，") for stem in stems)


def test_the_place_that_a_subtitle_tells_of_is_the_smaller_one() -> None:
    text = (
        "减负的秤砣\n——清溪县柳林镇基层减负的实践与启示\n\n"
        + "柳林镇清理挂牌。柳林镇梳理事项。" * 4
        + "\n\n2023年，柳林镇受理诉求2146件，比2021年下降38.7%。"
    )
    stems = [item.stem for item in published(text)]
    assert stems
    assert not any("清溪县受理" in stem for stem in stems)


def test_a_stem_does_not_point_at_the_only_option_that_echoes_it() -> None:
    text = "第一条 渔业资源主管部门负责渔业资源市场的管理工作，教育主管部门、商务主管部门予以配合。"
    made = generate(parse("law.txt", f"平湖市渔业资源市场管理条例\n\n{text}".encode()))
    choices = [item for item in made if item.kind == "single_choice" and "哪个部门" in item.stem]
    for item in choices:
        echoes = [option.text[:4] in item.stem for option in item.options]
        assert sum(echoes) != 1
