"""What a stem leaves unsaid that only the text around its sentence says: whose, of what, and then?

Each form was met by readers who had the item alone before them.
"""

import re

_OPENS = (
    r"^(?:据课文，|据?《[^》]*》(?:提出|规定)?，)?"
    r"(?:(?:到|截至)?(?:_+|\d{4}年)[^，]{0,8}，)*"
)
_PLACE = r"(?:[\u4e00-\u9fff]{1,16}?(?:[省市县区镇乡村州国]|公司|集团|医院|学校|大学|学院))?"
_SLOT = r"(?:_|多少|百分之|千分之|几|\d)"
_MEASURE = (
    "(?:综合产值|总产值|种植面积|养殖面积|种养面积|播种面积|日?处理能力|损耗率|利用率|覆盖面|存栏|出栏|投入资金"
    "|项均[\u4e00-\u9fff]{2}|均价|单价)"
)

UNSAID: dict[str, re.Pattern[str]] = {
    # 某镇种植面积2.8万亩: of which crop?
    "a measure of nothing": re.compile(
        rf"{_OPENS}{_PLACE}{_MEASURE}"
        rf"(?:就|已|可|将|约|达到?|突破|超过?|为|增长|下降|减少|增加|是|有怎样|从|由)*{_SLOT}"
        rf"|{_OPENS}{_PLACE}{_MEASURE}有"
    ),
    # 蒸发量却高达2130毫米: beside what?
    "a contrast with what is cut": re.compile(rf"{_OPENS}[^，。]*却(?!说)"),
    # 两地行车里程: between which?
    "two that are not named": re.compile("^(?!.*[与和、至到].*两[地县]).*两[地县]"),
    # 镇党委走访村干部: of which town?
    "a body of some place": re.compile(
        rf"{_OPENS}(?:由|经)?(?:镇|乡|街道|村)(?:党委|党工委|党支部|党总支|两委|政府|里)(?!员)"
    ),
    # 年末出生率: it is a rate of the whole year.
    "a rate at the end of a year": re.compile(r"年[末底][^。]{0,12}(?:出生率|死亡率|自然增长率)"),
    # 到2030年，某国到基本形成: 到 of the date that was taken out.
    "what a date left behind": re.compile(r"[\u4e00-\u9fff]到(?:基本|全面|初步|力争)"),
    # 《某规划》提出，尚有渠道412公里未衬砌: a plan states it, and does not propose it.
    "a state put forward": re.compile(
        r"》提出，[^。]*(?:尚有|仍有|还有[^，]*未|高达|仅为|仅有|约为全国|不足(?=[\d_]))"
    ),
    # 本通知所称: behind the notice's own name.
    "a paper that calls itself so": re.compile(
        r"》(?:规定|提出)?，本(?:通知|公告|办法|方案|意见|指南)所称"
    ),
    # 以“某某”为抓手。 · 对弄虚作假的，一经查实。: and then?
    "over before it is done": re.compile(
        r"(?:^|，)[^，。]*以[^，。]*为(?:抓手|契机|载体|牵引|引领|导向|切入点|突破口)。(?:（|$)"
        r"|一经(?:查实|发现|核实|查出)。|自_+零?时?起。|(?:多少|几|_)[^，。？]{0,8}者[？。]$"
    ),
    # 据《公告》，现有职工1036人; 首次停车30分钟内免费: whose, and where?
    "nobody to say it of": re.compile(
        r"^据《[^》]*》，(?:现有|共有|拥有|设有|建有|主要面向|面向|首次|自驾|公交|地铁"
        r"|(?:群众|居民|公众|百姓)?(?:满意[度率]))"
    ),
    # 将在5个工作日内予以答复: to what?
    "an answer to nothing": re.compile(
        "^(?!.*(?:就|对|收到|接到|意见|投诉|申请|咨询|举报|之日)).*予以答复"
    ),
    # 接到报告后，30分钟内到达现场: who?
    "a duty of nobody": re.compile(
        r"规定，(?:接到|收到|发现)[^，]*后，(?!.*(?:部门|机关|单位|人|者|机构|企业|政府|委员会|组织|学校|医院|公司))"
    ),
    # 40余个省份: there are 34.
    "more provinces than there are": re.compile(
        r"(?:3[5-9]|[4-9]\d|\d{3})余?多?个(?:省份|省区市|省（区、市）)"
    ),
}
