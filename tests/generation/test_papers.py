"""What is said of a document itself: its issuer, number, date, meeting, basis, and predecessor."""

from quizzes.generation.generate import generate
from quizzes.generation.types import Item
from quizzes.text import parse

NOTICE = """平湖市人民政府办公室关于印发《平湖市渔港管理方案》的通知
平政办发〔2021〕17号
各镇人民政府，市政府各部门：
《平湖市渔港管理方案》已经七届市政府第9次常务会议研究同意，现印发给你们，请认真执行。
平湖市人民政府办公室
2021年3月8日
平湖市渔港管理方案
一、目标
到2023年，全市渔港全部完成改造。
"""
RULE = """平湖市渔港条例
（2020年6月4日平湖市第八届人民代表大会第五次会议通过　2020年7月30日海东省人大常委会第八次会议批准）
第一章 总则
第一条 为了加强渔港管理，根据《中华人民共和国海上交通安全法》，结合本市实际，制定本条例。
第二条 本条例自2020年10月1日起施行。2011年5月3日发布的《平湖市渔船停泊暂行办法》同时废止。
"""
ORDER = """平湖市人民政府令
第58号
《平湖市渔船办法》已经2019年2月11日市人民政府第31次常务会议审议通过，现予公布，自2019年5月1日起施行。
市长　　周海生
2019年2月20日
平湖市渔船办法
第一条 为了规范渔船停泊，根据宪法，制定本办法。
第二条 《平湖市渔船停泊规定》、《平湖市渔船检验规定》、《平湖市渔民登记规定》同时废止。
第三条 《平湖市渔业规定》《平湖市港口规定》另行修改。
"""
REPORT = """平湖市政府工作报告
——2022年1月12日在平湖市第九届人民代表大会第二次会议上
市长　周海生
一、工作回顾
全市经济稳步发展。
"""


def found(text: str) -> tuple[Item, ...]:
    return generate(parse("paper.txt", text.encode()))


def keys(items: tuple[Item, ...], kind: str = "single_choice") -> dict[str, str]:
    return {i.stem: i.answer[0] for i in items if i.kind == kind}


def test_a_paper_is_asked_for_its_number_its_issuer_and_its_date() -> None:
    asked = keys(found(NOTICE))
    about = "印发《平湖市渔港管理方案》的通知"
    assert asked[f"{about}的发文字号是什么？"] == "平政办发〔2021〕17号"
    assert asked["《平湖市渔港管理方案》由哪个机关印发？"] == "平湖市人民政府办公室"
    assert asked[f"{about}的落款日期是哪一天？"] == "2021年3月8日"


def test_numbers_differ_by_year_by_number_and_by_both() -> None:
    [item] = [i for i in found(NOTICE) if i.kind == "single_choice" and "发文字号" in i.stem]
    years = [option.text[5:9] for option in item.options]
    numbers = [option.text[10:] for option in item.options]
    assert sorted(map(years.count, set(years))) == [2, 2]
    assert sorted(map(numbers.count, set(numbers))) == [2, 2]


def test_the_meeting_that_agreed_is_asked() -> None:
    asked = keys(found(NOTICE))
    stem = "《平湖市渔港管理方案》由哪次会议研究同意？"
    assert asked[stem] == "七届市政府第9次常务会议"


def test_a_note_under_the_title_tells_two_events() -> None:
    asked = keys(found(RULE))
    first = "平湖市第八届人民代表大会第五次会议"
    second = "海东省人大常委会第八次会议"
    assert asked["2020年6月4日，《平湖市渔港条例》由哪次会议通过？"] == first
    assert asked["2020年7月30日，《平湖市渔港条例》由哪次会议批准？"] == second
    assert asked[f"《平湖市渔港条例》于哪一天由{first}通过？"] == "2020年6月4日"


def test_a_rule_is_asked_for_its_basis_and_for_what_it_repealed() -> None:
    asked = keys(found(RULE), "fill_blank")
    assert asked["制定《平湖市渔港条例》的根据是________。"] == "《中华人民共和国海上交通安全法》"
    stem = "自《平湖市渔港条例》施行之日起，《________》同时废止。"
    assert asked[stem] == "平湖市渔船停泊暂行办法"


def test_an_order_is_asked_for_its_number_its_day_and_who_signed_it() -> None:
    asked = keys(found(ORDER))
    assert asked["2019年2月20日，《平湖市渔船办法》由平湖市人民政府令第几号公布？"] == "第58号"
    assert asked["公布《平湖市渔船办法》的平湖市人民政府令第58号于哪一天签署？"] == "2019年2月20日"
    signed = "2019年2月20日，签署平湖市人民政府令公布《平湖市渔船办法》的市长是________。"
    assert keys(found(ORDER), "fill_blank")[signed] == "周海生"


def test_several_rules_repealed_are_all_keys() -> None:
    [item] = [i for i in found(ORDER) if i.kind == "multiple_choice" and "废止" in i.stem]
    assert item.stem == "自《平湖市渔船办法》施行之日起，哪些文件同时废止？"
    assert len(item.answer) == 3
    assert len(item.options) == 5


def test_a_report_is_asked_for_its_day_its_meeting_and_its_speaker() -> None:
    items = found(REPORT)
    where = "平湖市第九届人民代表大会第二次会议"
    assert keys(items)[f"《平湖市政府工作报告》于哪一天在{where}上作出？"] == "2022年1月12日"
    assert keys(items)["2022年1月12日，《平湖市政府工作报告》在哪次会议上作出？"] == where
    stem = f"2022年1月12日在{where}上作《平湖市政府工作报告》的市长是________。"
    assert keys(items, "fill_blank")[stem] == "周海生"


def test_what_proves_a_fact_stands_in_the_text() -> None:
    for text in (NOTICE, RULE, ORDER, REPORT):
        outline = parse("paper.txt", text.encode())
        for item in generate(outline):
            proof = item.fact.evidence.of(outline.text)
            assert item.fact.place.of(outline.text) in proof or isinstance(item.fact.answer, tuple)
