"""Which place did it: in a document that tells of many."""

from tests.generation.texts import items

TITLE = "关于推广部分地方典型做法的通报"
DEEDS = (
    "湖南省岳阳市推行湖长负责制，改善湖泊水质。\n\n"
    "湖北省荆州市建立长江禁渔巡护队伍，保护江豚。\n\n"
    "四川省绵阳市打造科技金融超市，服务小微企业。\n\n"
    "山东省烟台市开展海上粮仓建设，发展深远海养殖。\n\n"
    "广东省惠州市推行湖长负责制度，改善湖泊水体。\n\n"
    "江西省赣州市探索柑橘保险试点，稳定果农收入。"
)


def places(text: str = DEEDS, title: str = TITLE) -> dict[str, tuple[str, set[str]]]:
    return {
        item.stem: (item.answer[0], {option.text for option in item.options})
        for item in items(text, title)
        if item.fact.kind == "place" and item.kind == "single_choice"
    }


def test_the_place_is_asked_among_places_of_its_kind() -> None:
    stem = f"据《{TITLE}》，哪个市建立长江禁渔巡护队伍，保护江豚？"
    key, options = places()[stem]
    assert key == "湖北省荆州市"
    assert all(option.endswith("市") for option in options)


def test_what_two_places_did_alike_is_not_asked() -> None:
    asked = places()
    assert not [stem for stem in asked if "湖长负责制" in stem]
    assert len(asked) > 2


def test_where_only_one_place_acts_it_is_not_asked_for() -> None:
    assert places("湖北省荆州市建立长江禁渔巡护队伍，保护江豚。") == {}
