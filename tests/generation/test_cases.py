"""What experiences, cases, white papers and histories say, and how it is asked."""

import pytest

from tests.generation.texts import items, keys, stems

TITLE = "平湖市发展情况"


def blanks(text: str, title: str = TITLE) -> dict[str, tuple[str, ...]]:
    """The accepted answers of each published blank."""
    return {
        item.stem: item.answer
        for item in items(text, title)
        if item.kind == "fill_blank" and item.confidence >= 0.8
    }


def test_an_idea_is_asked_with_the_deed_that_it_guides() -> None:
    text = (
        "平湖市坚持“规范化、品牌化、可持续”发展思路，依托深水岸线，通过优化服务等，"
        "持续推动“蓝海”班列增点、扩线、提速。"
    )
    found = blanks(text)
    stem = "平湖市坚持“________”发展思路，持续推动“蓝海”班列增点、扩线、提速。（填三项，次序不限）"
    assert found[stem][0] == "规范化、品牌化、可持续"


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "平湖市与西班牙毕尔巴鄂等9个国家和地区的21座城市结成“姐妹城市”。",
            "平湖市与西班牙________等9个国家和地区的21座城市结成“姐妹城市”。",
            "毕尔巴鄂",
        ),
        (
            "平湖市不断完善养老保障体系，在全国率先实施渔民参保登记，覆盖全部渔村。",
            "平湖市不断完善养老保障体系，在全国率先实施________。（填“……登记”）",
            "渔民参保登记",
        ),
        (
            "平湖市推进以“先照后证”为特征的渔业登记制度改革，不断优化办事流程。",
            "平湖市推进以“先照后证”为特征的________，不断优化办事流程。",
            "渔业登记制度改革",
        ),
        (
            "平湖市大力推进治气、治水、治土、治废，全市环境质量持续向好。",
            "平湖市大力推进________，平湖市环境质量持续向好。（填四项，次序不限）",
            "治气、治水、治土、治废",
        ),
        (
            "平湖市设立海员服务中心，集涉海行政审批、涉海公共服务、涉海中介服务于一体。",
            "平湖市设立海员服务中心，集涉海________于一体。（填三项，次序不限）",
            "行政审批、公共服务、中介服务",
        ),
        (
            "平湖市实施“名师倍增”计划，争创浙江省文明城市、全国义务教育均衡城市。",
            "平湖市实施“名师倍增”计划，争创________。（填两项，次序不限）",
            "浙江省文明城市、全国义务教育均衡城市",
        ),
    ],
)
def test_what_a_report_tells_is_asked_whole(text: str, stem: str, answer: str) -> None:
    assert blanks(f"平湖市渔港运行平稳。{text}平湖市口岸开放有序。")[stem][0] == answer


def test_what_thrives_owns_the_bare_figures_behind_it() -> None:
    text = (
        "平湖市渔港运行平稳。伴随渔港经济的兴起，快递物流业蓬勃发展，"
        "2021年超9亿件，位居全国第3、占全国6.5%。"
    )
    found = keys(items(text))
    assert found["平湖市快递物流业蓬勃发展，2021年超过多少亿件？"] == "9亿件"
    assert any("位居" in stem and stem.endswith("第几？") for stem in found)


def test_a_growth_from_year_to_year_dates_nothing_behind_it() -> None:
    text = (
        "平湖市渔港运行平稳。其中，渔业主体从2011年的1200户猛增到2021年的3万户，"
        "内外贸网商密度分列全国第三、第四。"
    )
    found = [item for item in items(text) if "网商密度" in item.stem]
    assert found
    assert min(item.confidence for item in found) >= 0.8


def test_a_deed_said_of_several_names_is_asked_behind_the_one_before() -> None:
    text = (
        "平湖市渔港运行平稳。当下，平湖市正全面打造“海服务”2.0版，深化“三问大走访”，"
        "持续深化“少跑腿”改革。平湖市深化“蓝海”建设，守护渔场。"
    )
    asked = [stem for stem, answer in blanks(text).items() if "三问大走访" in answer]
    assert all("海服务" in stem for stem in asked)


def test_a_name_may_be_typed_as_the_text_has_it_elsewhere() -> None:
    text = (
        "平湖市提出打造“干部办事不收礼、渔民办事不求人”的行动宣言。"
        "平湖市持续深化“办事不收礼、办事不求人”改革，推进作风建设。"
    )
    found = [answer for stem, answer in blanks(text).items() if "推进作风建设" in stem]
    assert found
    assert "干部办事不收礼、渔民办事不求人" in found[0]


def test_a_slogan_of_traits_is_no_true_or_false() -> None:
    text = "平湖市坚持以开放、包容、平等的理念，注重各类社会成员的和谐共处。"
    assert not [item for item in items(text) if item.kind == "true_false"]
    assert stems(items(text)) == []


CASE = "一把钥匙解开停车难——平湖市东港街道错时停车的实践"


def case(text: str) -> list[str]:
    """The published stems of a case about a street."""
    told = (
        "东港街道地处平湖市老城，东港街道辖区面积3.6平方公里。东港街道探索错时停车。"
        f"东港街道居民较多。{text}"
    )
    return [item.stem for item in items(told, CASE) if item.confidence >= 0.8]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("开发费用46万元，由区财政承担60%，其余自筹。", "由区财政"),
        ("所得收入的50%归共享单位用于维护，30%用于购买保险。", "用于"),
        ("各社区依托议事会，组织居民讨论，前后召开会议53场，参与居民2100人次。", "召开"),
        ("辖区内有机关、学校等单位96家，拥有自备泊位5300个。", "自备泊位"),
        ("据街道办2021年统计，与部门签订责任状46份，承担事项527项。", "据街道办"),
        ("村干部老吴手机里“置顶”的就有19个。", "置顶"),
        ("2021年6月，镇里发现一家作坊违规使用液化气。", "镇里"),
        ("干部的眼睛自然就从“往上看”转为“往下看”。", "往上看"),
    ],
)
def test_what_only_the_neighbour_names_is_not_asked(text: str, lost: str) -> None:
    assert not [stem for stem in case(text) if lost in stem]


def test_a_case_of_a_town_is_the_towns_and_not_its_countys() -> None:
    text = (
        "青石镇位于平湖县南部，常住人口6.8万人。2023年，青石镇热线工单量为2146件。"
        "青石镇减负明显。青石镇推行清单。平湖县推广。青石镇干部下村。"
        "2023年，全镇一般公共预算收入达到1.92亿元。"
    )
    found = items(text, "一张清单破解难题——平湖县青石镇基层减负的实践与启示")
    asked = [item.stem for item in found if "预算收入" in item.stem]
    assert asked
    assert all("青石镇" in stem and "平湖县" not in stem for stem in asked)


WHITE_PAPER = "新时代的中国水利（节选）"


def paper(text: str) -> list[str]:
    """The published stems of a paper on a country."""
    told = f"中国加强水利建设。中国保护江河。中国节约用水。中国修建水库。中国治理水土。{text}"
    return [item.stem for item in items(told, WHITE_PAPER) if item.confidence >= 0.8]


def test_what_a_paper_says_of_a_country_is_asked_behind_its_name() -> None:
    found = paper("中国坚持生态惠民、生态利民、生态为民，大力推行节水生活方式。")
    assert found
    assert all(stem.startswith("据《新时代的中国水利》，") for stem in found)


def test_what_is_added_up_over_years_keeps_them() -> None:
    found = paper("2012—2021年，中国累计完成造林9.6亿亩，防沙治沙2.78亿亩。")
    assert [stem for stem in found if "累计完成造林" in stem]
    assert all("2012—2021年" in stem for stem in found if "造林" in stem)
    assert not [stem for stem in found if "防沙治沙有" in stem]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("为落实可持续发展议程，共同构建江河生命共同体，共建清洁世界贡献了中国力量。", "构建"),
        ("为介绍中国治水理念、实践与成效，分享中国经验，特发布本白皮书。", "治水"),
        ("中国构建有序的水网布局体系、低碳的用水管理体系、并举的节水制度体系。", "有序"),
        ("中国努力构建以国家水网为主体、省级水网为基础、各类渠系为补充的水网体系。", "为基础、"),
    ],
)
def test_a_purpose_or_a_row_of_phrases_is_not_cut(text: str, lost: str) -> None:
    made = items(f"中国加强水利建设。中国保护江河。中国节约用水。{text}", WHITE_PAPER)
    lists = [item for item in made if item.fact.kind in {"list", "object"}]
    assert not [item for item in lists if lost in item.stem]


ANNUAL = "平湖重工股份有限公司2024年年度报告"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("利润变动不一致，主要系上年同期公司处置厂区土地，取得处置收益0.49亿元所致。", "处置收益"),
        (
            "“海星”奖学金自2016年设立以来，累计资助学生1.18万名。",
            "2024年，平湖重工股份有限公司累计资助",
        ),
        ("收入下降的主要原因：一是公司主要产品的均价下降9.2%。", "收入中"),
        ("公司拥有客户900家，使单台成本降低约11%。", "使单台"),
        ("公司实施改造项目207个，节电1.47亿千瓦时，相当于节约标准煤1.81万吨。", "公司相当于"),
        ("公司发布“岳光”超充电池，实现续航400公里。", "实现续航"),
        ("对412家供应商开展审核，发现不符合项1037项。", "公司发现"),
    ],
)
def test_a_companys_report_gives_it_nothing_that_is_anothers(text: str, lost: str) -> None:
    told = f"公司实现营业收入38.64亿元，同比增长7.92%。{text}"
    published = [item.stem for item in items(told, ANNUAL) if item.confidence >= 0.8]
    assert not [stem for stem in published if lost in stem]


def test_a_row_keeps_both_its_verbs() -> None:
    text = "公司主持或者参与制定国家标准2项、行业标准5项。"
    found = [stem for stem in stems(items(text, ANNUAL)) if "行业标准" in stem]
    assert all("主持或者参与制定行业标准" in stem for stem in found)


POVERTY = "从输血到造血——平湖县石坎乡产业帮扶的实践与启示"


def told(text: str, title: str = POVERTY) -> list[str]:
    """The published stems of a case about a township."""
    case_text = (
        f"石坎乡地处山区。石坎乡发展产业。石坎乡种植刺梨。石坎乡推广品牌。石坎乡脱贫。{text}"
    )
    return [item.stem for item in items(case_text, title) if item.confidence >= 0.8]


def test_the_time_of_a_count_is_said_with_it() -> None:
    found = told("2014年建档立卡时，全乡有贫困户1874户，贫困发生率为31.4%。")
    asked = [stem for stem in found if "贫困发生率" in stem]
    assert asked
    assert all("2014年建档立卡时" in stem for stem in asked)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("2015年，县里曾发放种羊2600只。", "县里"),
        ("2018年10月，刺梨加工厂建成投产，年加工能力1.5万吨。", "石坎乡年加工能力"),
        ("返乡青年龙晓霞创办的“梨小姐”网店，2023年销售额达到760万元。", "“________”网店。"),
        ("2018年以来，先后有412名青年返乡创业，其中大学生67名。", "石坎乡大学生"),
        ("产业兴旺要靠农户，把“要我干”变成“我要干”。", "要我干"),
        ("石坎乡将占地1.8公顷的煤场改造成滨江公园，每年接待游客46万人次。", "1.8公顷的_"),
    ],
)
def test_a_case_gives_its_place_nothing_that_is_anothers(text: str, lost: str) -> None:
    assert not [stem for stem in told(text) if lost in stem]


PORT = "平湖市建设航运枢纽的实践与探索"


def test_a_named_train_reaches_what_it_reaches() -> None:
    text = "平湖市发展海铁联运。截至目前，“蓝鲸号”班列累计开行1.2万列，辐射内陆16个省区市。"
    found = [stem for stem in stems(items(text, PORT)) if "辐射" in stem]
    assert all("“蓝鲸号”班列辐射" in stem for stem in found)


def test_what_is_more_than_elsewhere_is_the_same_measure() -> None:
    text = "平湖市建成码头。岸桥作业效率达到每小时39.7箱，较传统码头提高32%。"
    assert not [stem for stem in stems(items(text, PORT)) if "平湖市较传统码头" in stem]


def test_a_number_of_bodies_is_not_asked_twice() -> None:
    text = "2021年11月，在交通运输部、商务部、国家铁路局等五部门支持下，平湖市获批枢纽城市。"
    found = [item.stem for item in items(text, PORT) if item.kind == "multiple_choice"]
    assert all("哪些五" not in stem for stem in found)


def test_the_office_of_the_city_is_named_with_it() -> None:
    text = "平湖市发展港口。平湖市开放口岸。市委创新实施党员“四先锋”行动，锤炼作风。"
    found = [item.stem for item in items(text, PORT) if "四先锋" in str(item.answer)]
    assert all(stem.startswith("平湖市委") for stem in found)


def test_a_village_owns_the_measures_behind_its_deed() -> None:
    text = (
        "竹溪村有人制伞。竹溪村山水秀丽。竹溪村靠江。竹溪村人好客。"
        "2023年，竹溪村卖出油纸伞28.6万把，销售收入3900万元，接待游客52万人次。"
    )
    found = keys(items(text, "一把竹伞撑起一个村"))
    assert found["据《一把竹伞撑起一个村》，2023年，竹溪村销售收入为多少万元？"] == "3900万元"
    assert found["据《一把竹伞撑起一个村》，2023年，竹溪村接待游客多少万人次？"] == "52万人次"


def test_a_countrys_measure_is_its_own_where_nobody_else_is_named() -> None:
    text = "\n推进工业节水减排。2023年，万元工业增加值用水量降至24.3立方米。"
    assert [stem for stem in paper(text) if "中国万元工业增加值用水量" in stem]


MUSEUM = "临溪瓷博物馆四十年"


def test_what_the_house_holds_is_the_houses() -> None:
    text = (
        "临溪瓷博物馆坐落于临溪县。临溪瓷博物馆建在窑址上。博物馆免费开放。博物馆创办课程。"
        "截至2024年6月，馆藏一级文物37件、二级文物212件。"
    )
    found = [stem for stem in stems(items(text, MUSEUM)) if "一级文物" in stem]
    assert found
    assert all("临溪瓷博物馆馆藏一级文物" in stem for stem in found)


def test_what_only_describes_the_house_is_no_figure() -> None:
    text = (
        "临溪瓷博物馆坐落于临溪县。博物馆免费开放。博物馆创办课程。博物馆收藏瓷器。"
        "临溪瓷博物馆由3间厂房起步，发展成为占地86亩、馆藏文物1.9万件（套）的国家一级博物馆。"
    )
    assert not [s for s in stems(items(text, MUSEUM)) if "占地多少" in s or "文物多少" in s]


def test_two_sayings_are_asked_with_what_is_done_by_them() -> None:
    text = "平湖市坚持“放苗养海”“让利于渔”，绝不竭泽而渔，让渔场休养生息。"
    found = blanks(f"平湖市渔港运行平稳。{text}")
    assert (
        found["平湖市坚持________，绝不竭泽而渔。（填两项，次序不限）"][0] == "放苗养海、让利于渔"
    )


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("平湖市推动解决飞线充电、楼道堆物、老旧管网改造等实事6815件。", "改造等"),
        ("平湖市省内外70余批次考察团前来观摩交流。", "省内外"),
        ("问需于民才能变“干部干、群众看”为“大家事大家办”，提升获得感。", "才能"),
    ],
)
def test_what_is_cut_amiss_or_a_moral_is_not_asked(text: str, cut: str) -> None:
    told_of = items(f"平湖市渔港运行平稳。{text}平湖市口岸开放有序。")
    found = [item for item in told_of if item.confidence >= 0.8 and item.fact.kind != "number"]
    assert not [item for item in found if cut in item.stem]
    assert not [i for i in told_of if "省内外多少" in i.stem or "省内外_" in i.stem]


def test_what_counts_the_row_is_no_part_of_its_last_member() -> None:
    text = "平湖市正式设立东湖、西山、南岛首批3个自然公园。"
    for item in items(f"平湖市保护湿地。{text}"):
        assert "南岛首批" not in str(item.answer)


SOCIAL = "平湖水务集团有限公司2023年度社会责任报告"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        (
            "集团成立于1998年，总部位于平湖市青桥区，注册资本18.6亿元。",
            "总部位于平湖市青桥区，注册资本",
        ),
        ("集团向学校捐赠净水设备68套，受益师生2.1万人。", "公司受益师生"),
        ("2023年8月，集团派出队员76名、车辆19辆驰援东桥县。", "车辆多少辆驰援"),
    ],
)
def test_a_groups_report_asks_no_part_for_the_whole(text: str, lost: str) -> None:
    found = stems(items(f"集团实现营业收入42.8亿元，同比增长6.3%。{text}", SOCIAL))
    assert not [stem for stem in found if lost in stem]


def test_what_a_report_plans_for_the_year_to_come_it_puts_forward() -> None:
    text = "2024年，集团计划实现营业收入45亿元以上，新建管网210公里。"
    found = [stem for stem in stems(items(text, SOCIAL)) if "2024年" in stem]
    assert found
    assert all(stem.startswith(f"《{SOCIAL}》提出，") for stem in found)
