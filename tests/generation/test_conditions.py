"""What rules limit and threaten: terms, amounts, ranges, tiers, exceptions."""

import pytest

from quizzes.generation.statutes.limits import Limit, near, ranges, singles
from quizzes.generation.types import Item
from tests.generation.texts import items, keys

TITLE = "平湖市港口管理办法"
OPENING = f"《{TITLE}》规定，"


def rules(text: str) -> list[Item]:
    return list(items(f"第五条　{text}", title=TITLE))


def asked(text: str) -> dict[str, str]:
    found = keys(rules(text))
    return {stem.removeprefix(OPENING): key for stem, key in found.items()}


def choices(text: str, about: str) -> list[str]:
    return [
        option.text
        for item in rules(text)
        if item.kind == "single_choice" and about in item.stem
        for option in item.options
    ]


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "擅自占用岸线的，处三万元以上九万元以下的罚款。",
            "擅自占用岸线的，处多少罚款？",
            "三万元以上九万元以下",
        ),
        (
            "伪造单据的，没收违法所得，并处违法所得2倍以上6倍以下的罚款。",
            "伪造单据的，没收违法所得，并处违法所得多少倍的罚款？",
            "2倍以上6倍以下",
        ),
        (
            "拖轮公司应当自收到报告之日起25日内进入现场。",
            "拖轮公司应当自收到报告之日起多少日内进入现场？",
            "25日",
        ),
        (
            "引航员应当在同一港口实习满１年。",
            "引航员应当在同一港口实习满多少年？",
            "1年",
        ),
        (
            "港口企业每四年组织开展一次应急演练。",
            "港口企业每几年组织开展一次应急演练？",
            "四年",
        ),
        (
            "船员一年内累计缺勤达到十二次的，应当参加培训。",
            "船员一年内累计缺勤达到多少次的，应当参加培训？",
            "十二次",
        ),
        (
            "具有航海专业专科以上学历的中国公民可以参加引航员考试。",
            "具有什么学历的中国公民可以参加引航员考试？",
            "航海专业专科以上学历",
        ),
    ],
)
def test_a_limit_is_asked_behind_its_case(text: str, stem: str, key: str) -> None:
    assert asked(text)[stem] == key


def test_the_second_tier_says_the_act_of_the_first() -> None:
    text = "擅自占用岸线的，给予警告；逾期不拆除的，处一千元以上三千元以下的罚款。"
    assert asked(text)["擅自占用岸线，逾期不拆除的，处多少罚款？"] == "一千元以上三千元以下"


def test_a_tier_in_a_sentence_of_its_own_finds_its_act_in_the_one_before() -> None:
    text = "擅自占用岸线的，给予警告。情节严重的，处一千元以上三千元以下的罚款。"
    found = asked(text)
    assert found["擅自占用岸线，情节严重的，处多少罚款？"] == "一千元以上三千元以下"
    assert found["擅自占用岸线，在什么情形下，处一千元以上三千元以下的罚款？"] == "情节严重"


def test_of_numbered_acts_one_is_named() -> None:
    text = (
        "拖轮公司有下列行为之一的，处4万元以下的罚款：\n"
        "（一）雇用未经培训的船员；\n（二）隐瞒碰撞事故，造成严重后果；\n（三）拒绝救助遇险船舶。"
    )
    assert asked(text)["拖轮公司雇用未经培训的船员的，处多少罚款？"] == "4万元以下"


def test_an_entry_of_a_list_is_asked_with_what_the_list_is_for() -> None:
    text = (
        "船员有下列情形之一的，取消上岗资格：\n"
        "（一）连续缺勤12日的；\n（二）酒后上岗的；\n（三）伪造证书的。"
    )
    assert asked(text)["船员连续缺勤多少日的，取消上岗资格？"] == "12日"


def test_a_single_penalty_is_asked_and_several_are_listed() -> None:
    one = "伪造引航记录的，由市交通运输主管部门吊销上岗证书。"
    assert asked(one)["伪造引航记录的，应当怎样处理？"] == "吊销上岗证书"
    found = rules("伪造引航记录的，责令停止作业，没收违法所得，处二万元以上六万元以下的罚款。")
    several = [i for i in found if i.kind == "multiple_choice"]
    assert [(i.stem, i.answer) for i in several] == [
        (
            f"{OPENING}伪造引航记录的，可以作出哪些处理？",
            ("责令停止作业", "没收违法所得", "处以罚款"),
        )
    ]


def test_what_every_statute_says_is_not_asked() -> None:
    assert "构成犯罪" not in asked("滥用职权的，给予处分；构成犯罪的，依法追究刑事责任。").values()


def test_an_exception_is_asked() -> None:
    text = "引航员对船舶的载货情况，除船长已经公开的以外，负有保密的义务。"
    stem = "引航员对船舶的载货情况，除什么情形以外，负有保密的义务？"
    assert asked(text)[stem] == "船长已经公开"
    assert "除" not in "".join(asked("除依照前款规定处理外，还应当赔偿船舶所有人的损失。"))


def test_of_at_most_only_less_is_wrong_and_of_a_case_only_what_falls_short() -> None:
    assert "7人" not in choices("每艘拖轮的船员不得超过6人。", "船员")
    found = choices("船员酒后上岗6次以上的，取消上岗资格。", "多少次")
    assert not [one for one in found if one in {"7次", "8次", "9次"}]
    assert "24分" not in choices("成绩所占分值不低于27分，不高于80分。", "不高于多少")


@pytest.mark.parametrize(
    "text",
    [
        "依照前款规定处三万元以上九万元以下的罚款。",
        "课程绩点＝（成绩－50）÷10，成绩低于60分的，绩点为0。",
        "上班时间为上午8时30分。",
        "甲、乙、丙三港的岸线分别为2公里、3公里和5公里。",
    ],
)
def test_what_leans_on_other_places_or_is_no_limit_is_not_asked(text: str) -> None:
    kinds = {"number", "share"}
    assert not [i for i in rules(text) if i.fact.kind in kinds and i.kind == "single_choice"]


def test_near_ranges_make_no_end_commoner_than_another() -> None:
    limit = next(ranges("处三万元以上九万元以下的罚款", 0))
    found = [limit.text, *near(limit, "")]
    ends = [part for text in found for part in text.split("以上")]
    assert sorted(ends.count(end) for end in set(ends)) == [2, 2, 2, 2]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二十日", "20日"),
        ("２年", "2年"),
        ("三分之二", "0.6666666666666666666666666667fraction"),
        ("百分之十五", "15%"),
        ("3万元", "30000元"),
    ],
)
def test_a_limit_has_one_value_however_it_is_written(text: str, value: str) -> None:
    limit: Limit = next(singles(text, 0))
    assert limit.value == value


def test_a_plain_figure_gives_way_to_the_limit() -> None:
    found = rules(
        "港口企业每四年组织开展一次应急演练。拖轮公司应当自收到报告之日起25日内进入现场。"
    )
    choices_made = [i for i in found if i.kind == "single_choice"]
    assert sum("应急演练" in item.stem for item in choices_made) == 1
    assert sum("进入现场" in item.stem for item in choices_made) <= 2
