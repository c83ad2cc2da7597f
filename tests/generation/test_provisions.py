"""What rules list under numbers, over several paragraphs."""

from quizzes.generation.types import Item
from tests.generation.texts import items

TITLE = "平湖市港口管理办法"
OPENING = f"《{TITLE}》规定，"


def lists(text: str) -> list[Item]:
    found = items(f"第五条　{text}", title=TITLE)
    return [i for i in found if i.kind == "multiple_choice" and i.fact.kind == "list"]


ACTS = (
    "拖轮公司有下列行为之一的，由市交通运输主管部门责令限期改正，处4万元以下的罚款：\n"
    "（一）雇用未经培训的船员；\n（二）隐瞒碰撞事故；\n（三）拒绝救助遇险船舶。"
)
OTHER_ACTS = (
    "\n第六条　引航员有下列行为之一的，由市交通运输主管部门给予警告：\n"
    "（一）酒后登轮引航；\n（二）泄露客户货运资料；\n（三）转借引航证书。"
)


def test_numbered_acts_are_asked_beside_those_of_another_list() -> None:
    (first, second) = lists(ACTS + OTHER_ACTS)
    assert first.stem == f"{OPENING}拖轮公司有哪些行为之一的，由市交通运输主管部门责令限期改正？"
    assert first.answer == ("雇用未经培训的船员", "隐瞒碰撞事故", "拒绝救助遇险船舶")
    wrong = {option.text for option in first.options if not option.is_key}
    assert wrong <= {"酒后登轮引航", "泄露客户货运资料", "转借引航证书"}
    assert len(wrong) >= 1
    assert second.stem.startswith(f"{OPENING}引航员有哪些行为之一的")


def test_the_explanation_gives_the_entries_in_one_line() -> None:
    first = lists(ACTS + OTHER_ACTS)[0]
    assert "雇用未经培训的船员；隐瞒碰撞事故；拒绝救助遇险船舶" in first.explanation
    assert "\n" not in first.explanation


def test_conditions_are_asked_beside_conditions_that_others_set() -> None:
    text = (
        "从事拖轮业务应当具备下列条件：\n（一）有两艘以上的拖轮；\n"
        "（二）有固定的停泊码头；\n（三）有持证的船长和轮机长。"
    )
    (found,) = lists(text)
    assert found.stem == f"{OPENING}从事拖轮业务应当具备哪些条件？"
    assert all(o.text.startswith("有") for o in found.options)


def test_a_list_left_open_gets_only_what_it_plainly_allows() -> None:
    text = (
        "在港区内，禁止下列行为：\n（一）擅自下锚捕捞；\n（二）倾倒压载泥沙；\n"
        "（三）燃放烟花爆竹；\n（四）法律、法规禁止的其他行为。"
    )
    (found,) = lists(text)
    assert found.stem == f"{OPENING}在港区内，禁止下列哪些行为？"
    assert set(found.answer) == {"擅自下锚捕捞", "倾倒压载泥沙", "燃放烟花爆竹"}
    assert {o.text for o in found.options if not o.is_key} == {"经依法批准下锚捕捞"}


def test_an_open_list_of_cases_is_not_asked() -> None:
    text = (
        "船舶有下列情形之一的，可以优先进港：\n（一）载有伤病员的；\n（二）载运鲜活货物的；\n"
        "（三）其他需要优先的情形。"
    )
    assert not [item for item in lists(text + OTHER_ACTS) if "优先进港" in item.stem]


def test_what_each_entry_ends_in_is_no_part_of_the_case() -> None:
    text = (
        "船员有下列情形之一的，可以申请离船：\n（一）患有急病的，批准两周；\n"
        "（二）家中遇有变故的，批准三周；\n（三）应征入伍的，保留职位。"
        + OTHER_ACTS.replace("行为", "情形")
    )
    found = lists(text)[0]
    assert set(found.answer) == {"患有急病", "家中遇有变故", "应征入伍"}


def test_a_list_that_needs_another_article_is_not_asked() -> None:
    text = "依照前款申请的，应当提交下列材料：\n（一）申请书；\n（二）航海日志；\n（三）检验证书。"
    assert lists(text) == []
