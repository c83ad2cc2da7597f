"""What something is called: the quoted name of a strategy, a reform, a programme."""

import pytest

from tests.generation.texts import items

TITLE = "平湖市发展情况"


def asked(text: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """The answers of the published items on terms, by kind and stem."""
    return {
        (i.kind, i.stem): i.answer
        for i in items(text)
        if i.fact.kind == "term" and i.confidence >= 0.8 and i.kind != "true_false"
    }


def options(text: str) -> set[str]:
    [choice] = [i for i in items(text) if i.kind == "single_choice" and i.fact.kind == "term"]
    return {option.text for option in choice.options}


def test_a_name_before_its_noun_is_asked_by_the_noun() -> None:
    found = asked("平湖市坚持“港口强市”战略不动摇。")
    assert found["single_choice", "平湖市坚持什么战略不动摇？"] == ("“港口强市”",)
    assert found["fill_blank", "平湖市坚持“________”战略不动摇。"][0] == "港口强市"


@pytest.mark.parametrize(
    "text",
    [
        "平湖市建立“海鲜直播”制度，完善渔货销售办法。",
        "“丰收牌”渔网被授予“最美渔具”称号，远销海外。",
        "2021年，平湖市率先开展“一张网”改革试点，统筹渔港布局。",
    ],
)
def test_a_name_without_others_of_its_world_is_only_filled_in(text: str) -> None:
    assert {kind for kind, _ in asked(text)} <= {"fill_blank"}


def test_typed_names_of_government_services_need_a_sentence_on_them() -> None:
    found = asked("2021年，平湖市推行“码上批”改革，压缩企业登记时间。")
    assert {kind for kind, _ in found} == {"single_choice", "fill_blank"}


def test_other_strategies_of_the_same_town_are_no_rivals() -> None:
    text = "平湖市坚持“港口强市”战略，实施“渔港倍增”计划。平湖市始终咬定“渔业兴市”战略。"
    found = [i for i in items(text) if i.kind == "single_choice" and "倍增" in i.stem]
    assert all("“渔业兴市”" not in {o.text for o in i.options} for i in found)


def test_a_name_may_be_written_with_or_without_the_noun_it_ends_in() -> None:
    found = asked("平湖市推行压缩渔船检验时间“315模式”，全面优化口岸通关环境。")
    [accepted] = found.values()
    assert "315" in accepted


def test_the_answer_of_a_fact_holds_the_noun_behind_the_name() -> None:
    found = [
        i for i in items("平湖市建立“渔民代表”制度，完善渔港管理办法。") if i.fact.kind == "term"
    ]
    assert {i.fact.answer for i in found} == {"“渔民代表”制度"}


def test_the_name_of_a_version_and_of_a_row_are_asked() -> None:
    assert ("fill_blank", "平湖市全面打造“________”2.0版，深化渔港治理。") in asked(
        "平湖市全面打造“渔服务”2.0版，深化渔港治理。"
    )
    stem = "平湖市打造“阳光码头”“阳光渔市”等“________”，推动渔港治理到底到边。"
    assert ("fill_blank", stem) in asked(
        "平湖市打造“阳光码头”“阳光渔市”等“港湾样本”，推动渔港治理到底到边。"
    )


def test_two_names_side_by_side_are_filled_in_together() -> None:
    found = [
        i for i in items("平湖市在全国率先建成了“无废渔港”“无噪码头”。") if "次序不限" in i.stem
    ]
    assert [(i.stem, i.answer[0]) for i in found] == [
        ("平湖市在全国率先建成了________。（填两项，次序不限）", "无废渔港、无噪码头")
    ]


def test_rivals_are_names_of_the_same_class_and_end_alike() -> None:
    texts = options("平湖市坚持“港口强市”战略不动摇。讲好“莫名惊喜”的故事。")
    assert "“莫名惊喜”" not in texts
    assert all(text.endswith("市”") for text in texts)


def test_a_name_that_the_document_gives_the_same_noun_is_no_rival() -> None:
    text = "平湖市坚持“港口强市”战略不动摇。\n平湖市实施“湖泊美市”战略多年。"
    found = [i for i in items(text) if i.kind == "single_choice" and "不动摇" in i.stem]
    assert all("“湖泊美市”" not in {o.text for o in i.options} for i in found)


def test_names_with_figures_stand_beside_names_with_figures() -> None:
    texts = options("2021年，平湖市建立健全“7+1”工作机制。")
    assert all("+" in text for text in texts)


def test_a_deed_that_follows_makes_a_short_question_say_more() -> None:
    found = asked("平湖市实施“新苗成长”计划，培养青年工匠队伍。")
    assert found == {
        ("fill_blank", "平湖市实施“________”计划，培养青年工匠队伍。"): (
            "新苗成长",
            "“新苗成长”",
            "新苗成长计划",
            "“新苗成长”计划",
        )
    }


def test_a_name_without_a_noun_is_only_filled_in() -> None:
    found = asked("平湖市委、市政府甘当企业成长路上的“服务员”。")
    assert {kind for kind, stem in found if "甘当" in stem} == {"fill_blank"}


def test_what_something_is_called_is_filled_in() -> None:
    found = asked("平湖市东湖码头被当地居民称为“小外滩”。")
    assert ("fill_blank", "平湖市东湖码头被当地居民称为“________”。") in found


def test_a_name_that_opens_a_clause_is_the_towns() -> None:
    found = asked("“2+6”帮扶机制覆盖沿海渔村。平湖市渔港运行平稳。")
    assert ("fill_blank", "平湖市“________”帮扶机制覆盖沿海渔村。") in found


@pytest.mark.parametrize(
    "text",
    [
        "该市坚持“港口强市”战略。",
        "平湖市推进“一号工程”“二号工程”建设。",
        "平湖市坚持“港口强市”战略，港口强市是必由之路，港口强市“港口强市”。",
        "村民老李表示“不愿意再出远门打工”。",
        "平湖市统筹推进“五位一体”总体布局。",
        "平湖市当好经济发展的“顶梁柱”。",
        "平湖市实施“四大工程”。",
        "平湖市将进一步坚持和深化“平湖经验”。",
        "平湖市扛起“海洋大市挑大梁”的责任担当。",
    ],
)
def test_rows_speeches_figures_of_speech_and_what_all_know_are_refused(text: str) -> None:
    assert asked(text) == {}


def test_a_name_that_comes_again_is_asked_once() -> None:
    text = "平湖市坚持“港口强市”战略不动摇。平湖市始终坚持“港口强市”战略。"
    assert len([key for key in asked(text) if key[0] == "fill_blank"]) == 1
