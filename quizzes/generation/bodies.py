"""Bodies that decide, issue, supervise: of what kind they are, and which others there are."""

import re
from collections.abc import Iterable, Iterator

from quizzes.generation.lexicon import TYPED_BODIES
from quizzes.generation.lots import shuffled

ENDS = (
    r"(?:国务院|人民政府|政府|部门|机关|机构|法院|检察院|委员会|常委会|组织|协会|商会|学会|联合会|"
    r"[\u4e00-\u9fff]{2}(?:部|委|局|厅|署)|办公室|办公厅|[\u4e00-\u9fff](?:处|科|室)|中心|团委|工会|小组|银行|各方|"
    r"校长|班主任|辅导员|总经理|董事会|监事会|股东会|职工代表大会|人民代表大会|办公会议?|学院|负责人|经理|主任|院长)"
)
WHOLE = re.compile(rf"[\u4e00-\u9fff、（）]{{0,30}}{ENDS}")
# 有关部门, 其主管部门: which body is left open.
VAGUE = re.compile(
    r"^(?:再|先|后|有关|相关|其|该|各|本|上级|上一级|下级|同级|任何|其他|(?:主管)?部门$|机关$|机构$|组织$|小组$|中心$)|"
    r"其他|有关|相关|其所在|签字|后[交报]|.(?<!自)[由向经](?!理)|"
    r"^(?!.*(?:管理|主管)[^的]+的部门$).*的(?:部门|机关|机构|组织)$"
)
SEVERAL = re.compile(r"[和与或及、]|会同|组织协调")
# Names of one office that hold 和 or 会.
OF_ONE = re.compile(
    r"住房和城乡建设|人力资源和社会保障|文化和旅游|林业和草原|规划和自然资源|"
    r"工业和信息化|发展和改革"
)
PROVINCES = "省、自治区、直辖市"
LEVELS = ("国务院", "省级人民政府", "设区的市级人民政府", "县级人民政府", "乡镇人民政府")
LEVEL = re.compile(
    r"^(?P<seat>.{0,12}所在地的?)?(?P<level>国务院|(?:省、自治区、直辖市|省级)人民政府|设区的市级?人民政府|"
    r"县级人民政府)(?P<office>(?:.{2,12}的)?[^的]{0,10}(?:部门|机关|机构)?)$"
)
OFFICE = re.compile(
    r"^(?P<seat>国务院|.{2,24}人民政府|[省县]级?|市级?(?!场)|县（[区市]）)?(?P<field>(?:(?!的)[\u4e00-\u9fff]){2,10}?)"
    r"(?P<kind>行政主管部门|监督管理部门|主管部门|行政部门|管理部门|部门)$"
)
COUNCIL = re.compile(r"^(?:[省市县区镇]|县（[市区]）|省级|市级|设区的市级|县级|乡镇|镇)人民政府$")
# Who approves in a firm and in a school.
PERSONS = (
    ("部门负责人", "分管副总经理", "总经理", "董事长", "人事主管"),
    ("班主任", "年级主任", "辅导员", "学院院长", "校长"),
)
COURTS = ("公安机关", "检察机关", "监察机关", "税务机关", "审计机关", "人民法院")
SECONDARY = ("教务处", "政教处", "总务处", "德育处", "教科室", "保卫处", "校长办公室", "校团委")
QUESTIONS = (
    (("人民政府",), "哪级人民政府"),
    (("部门", "局", "厅", "处", "科", "室", "部", "署"), "哪个部门"),
    (("组织", "协会", "商会", "学会", "联合会", "工会", "团委", "小组"), "哪个组织"),
    (("机关", "国务院", "法院", "检察院", "人民代表大会"), "哪个机关"),
    (("机构", "委员会", "中心", "委", "银行", "常委会", "会议", "办公会", "学院"), "哪个机构"),
)
LEAST_APART = 7
LONG_NAME = 9
IN_CHARGE = re.compile(r"管理|主管|行政|监督|工作|的|部门|机关|机构")
# The offices that rules of every field name.
COMMON = (
    "财政",
    "市场",
    "教育",
    "民政",
    "自然",
    "交通",
    "农业",
    "商务",
    "文化",
    "生态",
    "住房",
    "水行",
    "人力",
)
WANTED = 3


def is_body(name: str) -> bool:
    """One body by its own name: not 有关部门, not two bodies joined by 和."""
    plain = OF_ONE.sub("", name.replace(PROVINCES, ""))
    return (
        WHOLE.fullmatch(name) is not None
        and VAGUE.search(name) is None
        and SEVERAL.search(plain) is None
        and 3 <= len(name) <= 36
    )


def question(name: str) -> str:
    """哪个部门, 哪个组织, 谁: what asks for a body of this kind."""
    return next((asked for ends, asked in QUESTIONS if name.endswith(ends)), "谁")


def rivals(name: str, stem: str, own: Iterable[str]) -> tuple[str, ...]:
    """Three others of its kind or none: the document's `own`, other fields, other levels.

    Where the question names the office's field, only other levels of it leave the answer open.
    """
    seed = f"{name} {stem}"
    asked, level = question(name), _seat(name)
    others = [one for one in shuffled(seed, list(own)) if question(one) == asked]
    others.sort(key=lambda one: _seat(one) != level)
    of_school = name.endswith("处") and ("中学" in stem or "小学" in stem)
    typed = SECONDARY if of_school else tuple(_typed(name))
    fields, levels = shuffled(seed, typed), list(_levels(name))
    named = any(pair in stem for pair in _pairs(_field(name)))
    chosen: list[str] = []
    for other in (*others, *levels, *fields) if named else (*others, *fields, *levels):
        if _fits(other, name, stem) and not any(_overlap(other, one) for one in chosen):
            chosen.append(other)
    return tuple(chosen[:WANTED]) if len(chosen) >= WANTED else ()


def _fits(other: str, name: str, stem: str) -> bool:
    near = abs(len(other) - len(name)) <= max(LEAST_APART, len(name) // 2)
    above = "级以上" in name + other and _field(name) == _field(other)
    return near and not above and not _overlap(other, name) and other not in stem


def _seat(name: str) -> str:
    m = OFFICE.match(name)
    return (m["seat"] or "") if m else ""


def _field(name: str) -> str:
    """专利 of 国务院专利行政部门: what the office is in charge of."""
    m = OFFICE.match(name)
    if m is not None:
        return m["field"]
    other = LEVEL.match(name)
    return IN_CHARGE.sub("", other["office"]) if other else ""


def _pairs(text: str) -> Iterator[str]:
    return (text[at : at + 2] for at in range(len(text) - 1))


def _overlap(one: str, other: str) -> bool:
    """One names the other: 国务院 beside 国务院商务主管部门."""
    return one in other or other in one


def _levels(name: str) -> Iterator[str]:
    """The same office a level higher or lower."""
    m = LEVEL.match(name)
    if m is None or not m["office"]:
        return
    for level in LEVELS:
        if level[:1] != m["level"][:1]:
            yield f"{m['seat'] or ''}{level}{m['office']}"


def _typed(name: str) -> Iterator[str]:
    """The lexicon's bodies of the table that the name is of, or its office in another field."""
    m = OFFICE.match(name)
    if m is not None:
        for office in TYPED_BODIES.get("local_departments", ()):
            if office.startswith(COMMON) and office[:2] != m["field"][:2]:
                yield f"{m['seat'] or ''}{office}"
        return
    yield from _table(name)


def _table(name: str) -> tuple[str, ...]:
    if COUNCIL.match(name):
        formal = name.startswith(("省级", "设区", "市级", "县级", "乡镇"))
        seats = ("省级", "设区的市级", "县级", "乡镇") if formal else ("省", "市", "县", "乡", "镇")
        return tuple(f"{seat}人民政府" for seat in seats if seat[0] != name[0])
    if name == "国务院":
        return tuple(b for b in TYPED_BODIES.get("national", ()) if len(b) <= LONG_NAME)
    if name in COURTS:
        return COURTS
    for persons in PERSONS:
        if name.endswith(persons):
            return persons
    for table in ("national", "school_bodies", "company_bodies"):
        if name in TYPED_BODIES.get(table, ()):
            return TYPED_BODIES[table]
    if name.endswith(("部门", "机关")):
        return tuple(b for b in TYPED_BODIES.get("local_departments", ()) if b[-2:] == name[-2:])
    if name.endswith(("处", "学院")):
        return TYPED_BODIES.get("school_bodies", ())
    of_firm = re.fullmatch(r"[^省市县区国委]*(?:部|董事会|监事会)", name) is not None
    return TYPED_BODIES.get("company_bodies", ()) if of_firm else ()
