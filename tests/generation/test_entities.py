"""The one thing that a frame points to; honours; what somebody said; what a clause is called."""

import pytest

from tests.generation.texts import items, keys

TOWN = "平湖市发展情况"


def filled(text: str) -> dict[str, tuple[str, ...]]:
    """The answers of the published blanks, by stem."""
    return {i.stem: i.answer for i in items(text) if i.kind == "fill_blank" and i.confidence >= 0.8}


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "平湖市对标荷兰鹿特丹港打造配套齐、效率高、服务优的东海港区。",
            "平湖市对标________打造配套齐、效率高、服务优的东海港区。",
            "荷兰鹿特丹港",
        ),
        (
            "2018年5月，王建国主席会见法国总理时提出，开行平湖至里昂班列的倡议。",
            "2018年5月，王建国主席会见法国总理时提出，开行平湖至________班列的倡议。",
            "里昂",
        ),
        (
            "外籍船员凭借渔港通行卡，便能享受与平湖市民同等的公交服务。",
            "外籍船员凭借________，便能享受与平湖市民同等的公交服务。",
            "渔港通行卡",
        ),
        (
            "平湖市设立海洋贸易服务中心，集渔业审批、渔业中介、渔业信息于一体。",
            "平湖市设立________，集渔业审批、渔业中介、渔业信息于一体。（填“……中心”）",
            "海洋贸易服务中心",
        ),
        (
            "直播电商的兴起催生出东湖下塘等特色渔村，吸引了许多青年。",
            "直播电商的兴起催生出________等特色渔村，吸引了许多青年。",
            "东湖下塘",
        ),
        (
            "全国首创邀请渔民代表旁听“港务会”。平湖市渔港运行平稳。",
            "平湖市在全国首创邀请渔民代表旁听“________”。",
            "港务会",
        ),
    ],
)
def test_a_frame_asks_for_the_thing_it_names(text: str, stem: str, answer: str) -> None:
    assert filled(f"平湖市渔港运行平稳。{text}平湖市口岸开放有序。")[stem][0] == answer


def test_what_was_approved_is_asked_both_ways_and_what_follows_is_not_the_towns() -> None:
    text = "由平湖市建设的“蓝海”汉堡站获批省级公共海外仓，列入省商务厅《海外仓建设名单》。"
    found = filled(text)
    whole = "由平湖市建设的“蓝海”"
    assert found[f"{whole}________获批省级公共海外仓。"][0] == "汉堡站"
    assert found[f"{whole}汉堡站获批________。"][0] == "省级公共海外仓"
    assert found[f"{whole}汉堡站列入省商务厅《________》。"][0] == "海外仓建设名单"
    assert found[f"{whole}汉堡站列入________《海外仓建设名单》。"][0] == "省商务厅"
    assert not any(stem.startswith("平湖市列入") for stem in found)


def test_an_honour_without_a_known_bearer_is_refused() -> None:
    assert not [stem for stem in filled("该做法入选2024年度十大渔业创新案例。") if "入选" in stem]


def test_when_somebody_said_what_of_the_place_is_asked() -> None:
    said = "东海新闻联播点评：“不靠铁路的平湖市，凭借渔港优势，正在崛起为东海的一个新枢纽”"
    text = f"2016年3月8日，{said}。"
    asked = said.replace("点评", "在哪年哪月哪日点评", 1)
    assert keys(items(text))[f"{asked}？"] == "2016年3月8日"
    assert any(answer[0] == "东海新闻联播" for answer in filled(text).values())


def test_what_a_clause_is_called_stands_beside_other_deeds_of_the_document() -> None:
    text = (
        "平湖市把“渔港优先”作为发展方向，这是“平湖经验”鲜明的发展品格。\n"
        "平湖市把渔民放在最突出位置。\n平湖市始终把全域作为一个港来谋划。\n"
        "平湖市坚持把渔业优势转化为发展优势。"
    )
    assert keys(items(text))["“平湖经验”鲜明的发展品格是什么？"] == "把“渔港优先”作为发展方向"


def test_a_half_of_both_and_is_refused() -> None:
    assert not [i for i in items("平湖市既有条件成为东海的战略支点，码头众多。") if "既" in i.stem]
