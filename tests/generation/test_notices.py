"""Calls and announcements: who may apply, until when, with what, how much, and what is left out."""

import pytest

from quizzes.generation.generate import generate
from quizzes.generation.types import Item
from quizzes.text import parse
from tests.generation.texts import items

NAME = "《澄江市少年宫2024年秋季招生公告》"
PUBLISHED = 0.8


def published(text: str, title: str = NAME.strip("《》")) -> dict[str, str]:
    """The answer of each published item but true or false, by its stem without 据《…》."""
    return {
        item.stem.removeprefix(f"据《{title}》，"): item.answer[0]
        for item in items(text, title)
        if item.confidence >= PUBLISHED and item.kind != "true_false"
    }


def wrong(text: str, stem: str) -> list[str]:
    found = [i for i in items(text, NAME.strip("《》")) if i.stem.endswith(stem) and i.options]
    return [option.text for item in found for option in item.options if not option.is_key]


def test_an_announcement_is_asked_behind_its_name() -> None:
    stems = {item.stem for item in items("报名费每人80元。", NAME.strip("《》"))}
    assert f"据{NAME}，报名费每人多少元？" in stems


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "申请人填写报名表，于9月12日前报所在街道办事处。",
            "申请人填写报名表，于哪一天前报所在街道办事处？",
            "9月12日",
        ),
        (
            "面试定于8月20日下午2:00在少年宫三楼举行。",
            "面试定于哪一天下午2:00在少年宫三楼举行？",
            "8月20日",
        ),
        (
            "学员应当于9月1日至3日持录取通知书到校报到。",
            "学员应当于什么时间持录取通知书到校报到？",
            "9月1日至3日",
        ),
        (
            "各社团应当于每年11月20日前向少年宫提交年度总结。",
            "各社团应当于每年哪一天前向少年宫提交年度总结？",
            "11月20日",
        ),
        (
            "报名时间为2024年8月1日至8月15日。",
            "报名时间为哪一天至哪一天？",
            "2024年8月1日至8月15日",
        ),
    ],
)
def test_until_when_is_asked_without_a_year_too(text: str, stem: str, answer: str) -> None:
    assert published(text)[stem] == answer
    assert len(wrong(text, stem)) == 3


def test_a_day_that_another_paper_was_made_on_is_not_asked() -> None:
    assert not [s for s in published("依照5月6日印发的办法，报名费每人80元。") if "哪一天" in s]


def test_an_entry_of_a_list_of_conditions_is_said_with_what_it_is_a_condition_for() -> None:
    text = (
        "应聘人员应当同时具备下列条件：\n（一）年龄在40周岁以下；\n"
        "（二）从教不少于3年；\n（三）身体健康。"
    )
    found = published(text)
    assert found["应聘人员应当同时具备的条件之一是年龄在多少周岁以下？"] == "40周岁"
    assert found["应聘人员应当同时具备的条件之一是从教不少于多少年？"] == "3年"


def test_an_entry_that_says_itself_who_must_needs_no_opening() -> None:
    text = "应聘人员应当具备下列条件：\n（一）舞蹈教师须具有大专以上学历；\n（二）身体健康。"
    assert published(text)["舞蹈教师须具有什么学历？"] == "大专以上学历"
    assert "专科以上学历" not in wrong(text, "舞蹈教师须具有什么学历？")


def test_a_caption_says_what_a_figure_is_of() -> None:
    text = (
        "（一）新建训练馆。面积不低于200平方米的，每平方米补贴300元。\n"
        "（二）改造训练馆。每馆补贴2万元。"
    )
    assert any(stem.startswith("新建训练馆，面积不低于") for stem in published(text))


def test_a_captioned_paragraph_is_no_entry_of_a_list() -> None:
    text = "（一）笔试。满分为150分。\n（二）面试。每人不超过15分钟。"
    found = items(f"笔试和面试如下。\n{text}", NAME.strip("《》"))
    assert any("多少" in item.stem for item in found)


def test_papers_in_one_line_are_a_list() -> None:
    text = "申请人应当提交下列材料：报名申请书；学籍证明；健康证明复印件；监护人承诺书。"
    [item] = [i for i in items(text, NAME.strip("《》")) if i.kind == "multiple_choice"]
    assert item.stem.endswith("申请人应当提交哪些材料？")
    assert "学籍证明" in item.answer


@pytest.mark.parametrize(
    "text",
    [
        "少年宫开设8个班，每班20人，共160人。",
        "考核结果分为达标、基本达标、未达标三个等次。",
        "请拨打24小时服务热线96123。",
        "申请人编制三年建设方案，报市教育局。",
        "申报材料包括：申报书；方案（不超过3000字）；承诺书。",
    ],
)
def test_figures_that_the_question_tells_or_that_are_none_are_not_asked(text: str) -> None:
    told = ("160", "三个", "24小时", "三年", "3000")
    assert not [a for a in published(text).values() if a.startswith(told)]


def test_a_hotline_is_asked_and_how_marks_are_weighed() -> None:
    found = published("综合成绩按笔试占30%、面试占70%计算。如有疑问，请拨打服务热线96123。")
    assert found["综合成绩按怎样的比例计算？"] == "笔试占30%、面试占70%"
    assert found["服务热线是多少？"] == "96123"


def test_the_body_that_gives_the_notice_is_named() -> None:
    title = "澄江市教育局关于开展2024年校园戏剧节作品征集的通知"
    text = (
        "一、报送\n各学校应当于10月9日前将作品报送我局基础教育科。\n\n澄江市教育局\n2024年9月2日\n"
    )
    found: tuple[Item, ...] = generate(parse("document.txt", f"{title}\n{text}".encode()))
    stems = [item.stem for item in found if "哪一天前" in item.stem]
    assert stems
    assert all("澄江市教育局基础教育科" in stem for stem in stems)


def test_a_notice_that_lays_down_measures_stays_a_plan() -> None:
    found = items("支持企业建设中试平台。", "关于促进中试平台发展若干措施的通知")
    assert all("提出" in item.stem for item in found if item.confidence >= PUBLISHED)


def test_what_is_under_a_heading_that_names_a_time() -> None:
    text = "一、报名时间\n7月1日至7月12日。\n"
    found = generate(parse("d.txt", text.encode(), title=NAME.strip("《》")))
    assert f"据{NAME}，报名时间是从哪一天到哪一天？" in {item.stem for item in found}


def test_what_is_done_in_a_case_stands_beside_what_notices_do() -> None:
    text = "提供虚假材料的，取消报名资格。"
    found = wrong(text, "提供虚假材料的，应当怎样处理？")
    assert len(found) == 3
    assert not [one for one in found if "罚款" in one or "责令" in one]


def test_a_heading_says_whom_an_age_is_asked_of() -> None:
    text = "一、培训对象\n社区及以下文化站在岗人员，年龄不超过50周岁。\n"
    found = generate(parse("d.txt", text.encode(), title=NAME.strip("《》")))
    asked = [item.stem for item in found if "多少周岁" in item.stem]
    assert asked == [f"据{NAME}，培训对象为社区及以下文化站在岗人员，年龄不超过多少周岁？"]


def test_periods_under_labels_are_asked_by_their_label() -> None:
    text = "夏令营分两期举办。第一期：2024年7月8日至7月14日，接收小学生。"
    assert published(text)["第一期的时间是哪一天至哪一天？"] == "2024年7月8日至7月14日"


def test_ways_that_are_joined_are_listed_without_the_joining() -> None:
    found = items("培训采取集中授课、小组研修和现场观摩相结合的方式。", NAME.strip("《》"))
    assert not [item for item in found if any("相结合" in one for one in item.answer)]
