"""Which things a document lists: where a list begins and ends, and what stands beside it."""

import pytest

from quizzes.generation.generate import generate
from quizzes.generation.types import Item
from quizzes.text import parse
from tests.generation.texts import items

RULES = "平湖市停车场管理办法"


def of_kind(text: str, kind: str, title: str = "平湖市发展情况") -> list[Item]:
    return [i for i in items(text, title) if i.fact.kind == "list" and i.kind == kind]


def lists(text: str, title: str = "平湖市发展情况") -> dict[str, tuple[str, ...]]:
    """The members that the fill-in items on lists ask for, by their stem."""
    return {
        item.stem.split("。（")[0]: tuple(item.answer[0].split("、"))
        for item in of_kind(text, "fill_blank", title)
    }


def asked(text: str, title: str = "平湖市发展情况") -> dict[str, tuple[str, ...]]:
    return {item.stem: item.answer for item in of_kind(text, "multiple_choice", title)}


@pytest.mark.parametrize(
    ("text", "stem", "members"),
    [
        ("平湖市坚持共商、共建、共管的理念。", "平湖市坚持________的理念", "共商 共建 共管"),
        ("平湖市合理规划生态、生活、生产空间。", "平湖市合理规划________空间", "生态 生活 生产"),
        (
            "平湖市严把入学标准和毕业学生质量标准两个关口。",
            "平湖市严把________两个关口",
            "入学标准 毕业学生质量标准",
        ),
        (
            "平湖市坚持“规模化、专业化、可持续”发展思路。",
            "平湖市坚持“________”发展思路",
            "规模化 专业化 可持续",
        ),
        (
            "平湖市坚持共建、协调和绿色的理念。",
            "平湖市坚持________的理念",
            "共建 协调 绿色",
        ),
        (
            "平湖市围绕登记、监管两个关键环节，全力推进数字化改革。",
            "平湖市围绕________两个关键环节，全力推进数字化改革",
            "登记 监管",
        ),
        (
            "平湖市按照岗位与产业对接、课程与标准对接、教学与生产对接的要求，修订培养方案。",
            "平湖市按照________的要求，修订培养方案",
            "岗位与产业对接 课程与标准对接 教学与生产对接",
        ),
        (
            "平湖市大力推进治山、治水、治林、治田，建设美丽乡村。",
            "平湖市大力推进________，建设美丽乡村",
            "治山 治水 治林 治田",
        ),
        (
            "平湖市建成一座集展示交易、仓储配送、技能培训和电商直播于一体的产业中心。",
            "平湖市建成一座集________于一体的产业中心",
            "展示交易 仓储配送 技能培训 电商直播",
        ),
        (
            "平湖市开展登记、评估、抵押“一站式”办理。",
            "平湖市开展________“一站式”办理",
            "登记 评估 抵押",
        ),
        (
            "平湖市围绕登记、监管两个环节，推进以办事“一次好”、监管“一网清”为主要内容的“两个一”工程。",
            "平湖市围绕________两个环节，推进“两个一”工程",
            "登记 监管",
        ),
    ],
)
def test_a_list_is_asked_whole(text: str, stem: str, members: str) -> None:
    assert lists(text) == {stem: tuple(members.split())}


def test_a_pair_of_one_make_in_a_rule() -> None:
    text = "第一条 停车场收费应当兼顾经济效益和社会效益。"
    [(stem, members)] = lists(text, RULES).items()
    assert stem.endswith("停车场收费应当兼顾________")
    assert members == ("经济效益", "社会效益")
    [(question, keys)] = asked(text, RULES).items()
    assert question.endswith("停车场收费应当兼顾哪些效益？")
    assert set(keys) == {"经济效益", "社会效益"}


def test_a_pair_may_be_typed_in_either_order() -> None:
    [item] = of_kind("平湖市严把入学标准和毕业标准两个关口。", "fill_blank")
    assert item.stem.endswith("（填两项，次序不限）")
    assert item.answer == ("入学标准、毕业标准",)


@pytest.mark.parametrize(
    "text",
    [
        "平湖市坚持共商、共建。",
        # Nothing but the list says what it is about.
        "平湖市大力推进治山、治水、治林、治田。",
        "平湖市粮食、蔬菜产量分别增长3%、4%。",
        "平湖市不断坚持和深化改革开放。",
        "平湖市为企业提供服务和便利。",
        # 等 leaves the list open: nobody can be asked to fill it.
        "平湖市推动生产制造、仓储物流、售后服务等环节数字化。",
        "平湖市保护山水林田湖草、空气、城乡居民饮用水水源地安全。",
        "省、自治区、直辖市人民政府负责管理平湖市。",
        "平湖市明确保护范围、禁止和允许改变的内容。",
        # Two verbs that share the objects behind them.
        "任何人不得擅自移动、损毁界标和保护标志。",
    ],
)
def test_what_is_no_plain_list_is_refused(text: str) -> None:
    assert lists(text) == {}


def test_several_keys_only_beside_things_of_one_family() -> None:
    [item] = of_kind("平湖市不断增强群众的获得感、幸福感、安全感。", "multiple_choice")
    assert set(item.answer) == {"获得感", "幸福感", "安全感"}
    assert all(option.text.endswith("感") for option in item.options)
    assert not all(option.is_key for option in item.options)


def test_an_open_list_asks_only_for_what_the_text_names() -> None:
    found = of_kind("平湖市推动生产制造、仓储物流、售后服务等环节数字化。", "multiple_choice")
    assert [item.stem for item in found] == ["平湖市推动哪些环节数字化？（只选原文列举的）"]
    assert not of_kind("平湖市推动生产制造、仓储物流、售后服务等环节数字化。", "true_false")


def test_a_statement_has_one_member_swapped_or_none() -> None:
    text = "第一条 停车场收费应当兼顾经济效益和社会效益。"
    [item] = of_kind(text, "true_false", RULES)
    said = item.stem.split("兼顾")[1].rstrip("。")
    assert (said == "经济效益和社会效益") == (item.answer == ("正确",))
    assert len({"经济效益", "社会效益"} & set(said.split("和"))) >= 1


def test_a_noun_that_may_be_said_of_all_need_not_be_typed() -> None:
    text = "第一条 社区应当协助做好停车场的日常巡查、隐患报告和宣传工作。"
    [item] = of_kind(text, "fill_blank", RULES)
    assert item.answer == ("日常巡查、隐患报告、宣传工作", "日常巡查、隐患报告、宣传")


def test_six_of_a_named_number_are_not_shortened() -> None:
    text = "平湖市有增值税、房产税、印花税、契税、车船税、资源税6个税种实现增长。"
    assert of_kind(text, "multiple_choice") == []


PLAN = "职业培训提升实施方案"


@pytest.mark.parametrize(
    ("text", "gap", "members"),
    [
        (
            "把发展社区教育作为普及终身学习和建设学习型城市的重要途径。",
            "把发展社区教育作为________的重要途径",
            "普及终身学习 建设学习型城市",
        ),
        (
            "把发展夜校作为优化教育结构和培养能工巧匠的重要方式。",
            "把发展夜校作为________的重要方式",
            "优化教育结构 培养能工巧匠",
        ),
        (
            "自2021年开始，围绕现代农业、先进制造业、现代服务业，推动学校在8个领域开展培训。",
            "自2021年开始，围绕________，推动学校在8个领域开展培训",
            "现代农业 先进制造业 现代服务业",
        ),
    ],
)
def test_a_plan_lists_behind_its_name(text: str, gap: str, members: str) -> None:
    [(stem, found)] = lists(text, PLAN).items()
    assert stem == f"《{PLAN}》提出，{gap}"
    assert "、".join(found) == "、".join(members.split())


@pytest.mark.parametrize(
    ("text", "end", "members"),
    [
        (
            "第六条 停车费可以依法以现金或者电子券支付。",
            "停车费可以依法以________支付",
            "现金 电子券",
        ),
        (
            "第六条 车主不服处罚的，除依照前款规定申请复核外，还可以申请行政复议、提起行政诉讼。",
            "车主不服处罚的，除申请复核外，还可以________",
            "申请行政复议 提起行政诉讼",
        ),
        (
            "第六条 停车场考核按优秀、良好、中等、及格、不及格记载。",
            "停车场考核按________记载",
            "优秀 良好 中等 及格 不及格",
        ),
    ],
)
def test_a_rule_lists_behind_its_case(text: str, end: str, members: str) -> None:
    [(stem, found)] = lists(text, RULES).items()
    assert stem.endswith(end)
    assert found == tuple(members.split())


def test_two_named_things_at_the_head_of_a_report() -> None:
    text = "一、2024年工作\n平湖市交通加快发展。杭州东河机场、宁波南山机场建成投用。\n"
    outline = parse("document.txt", text.encode(), title="平湖市2024年政府工作报告")
    found = [i for i in generate(outline) if i.fact.kind == "list" and i.kind == "fill_blank"]
    assert [item.stem for item in found] == ["2024年，平湖市________建成投用。（填两项，次序不限）"]
    assert found[0].answer == ("杭州东河机场、宁波南山机场",)


COUNTS = "全市水产养殖面积“一减两增”（“一减”：减少鲢鱼养殖面积；“两增”：增加鲈鱼和青蟹养殖面积）。"


def test_what_a_name_counts_is_asked_from_its_bracket() -> None:
    title = "平湖市上半年渔业运行情况分析"
    found = lists(
        COUNTS.replace("养殖面积；", "种植面积；").replace("养殖面积）", "种植面积）"), title
    )
    [(stem, members)] = found.items()
    assert stem.endswith("水产养殖面积“一减两增”中的“两增”，是指增加________种植面积")
    assert members == ("鲈鱼", "青蟹")


def test_another_number_of_members_than_the_name_says_is_refused() -> None:
    assert not lists(COUNTS.replace("两增", "三增"), "平湖市上半年渔业运行情况分析")


BANS = (
    "第六条 停车场管理单位应当公示收费标准；没有公示的，不得收取停车费用，不得拒绝车辆入场，"
    "不得扣留车辆证件。\n第七条 车主不得占用消防通道。"
)


def test_what_one_article_forbids_beside_what_another_does() -> None:
    [(stem, keys)] = asked(BANS, RULES).items()
    assert stem.endswith("没有公示的，不得有哪些行为？（只选该条列举的）")
    assert "第六条规定，" in stem
    assert set(keys) == {"收取停车费用", "拒绝车辆入场", "扣留车辆证件"}


def test_papers_stand_beside_papers_of_the_same_text() -> None:
    text = (
        "第六条 停车场的设计和施工，适用《建筑法》、《消防法》等法律的规定。\n"
        "第七条 停车费的价格争议，依照《价格法》处理。\n第八条 车主依照《保险法》投保。"
    )
    [item] = of_kind(text, "multiple_choice", RULES)
    assert set(item.answer) == {"《建筑法》", "《消防法》"}
    assert {o.text for o in item.options if not o.is_key} == {"《价格法》", "《保险法》"}


def test_the_verb_of_a_pair_is_no_part_of_its_first_member() -> None:
    text = "第六条 车主增设车棚或者改变结构、使用性质的，应当向停车场申请。"
    assert not lists(text, RULES)


def test_what_came_one_by_one_is_asked_behind_the_event_it_all_came_after() -> None:
    text = (
        "2012年11月，海洋局批复同意平湖市渔港改革专项方案以来，"
        "平湖市先后获批国家现代渔港综合试点和省级海洋牧场示范试点。"
    )
    stem = (
        "2012年11月海洋局批复同意平湖市渔港改革专项方案以来，"
        "平湖市先后获批________。（填两项，次序不限）"
    )
    assert stem in [item.stem for item in items(text) if item.kind == "fill_blank"]
