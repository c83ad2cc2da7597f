"""Bodies that decide, issue, supervise: what is one, what asks for it, how else it is called."""

import re
from collections.abc import Iterator

from quizzes.generation.options.offices import KIND, Office, ministry_of, office_of

ENDS = (
    r"(?:国务院|人民政府|政府|部门|机关|机构|法院|检察院|委员会|常委会|组织|协会|商会|学会|联合会|"
    r"[\u4e00-\u9fff]{2}(?:部|委|局|厅|署)|办公室|办公厅|[\u4e00-\u9fff](?:处|科|室)|中心|团委|工会|小组|银行|各方|"
    r"校长|班主任|辅导员|总经理|董事会|监事会|股东会|职工代表大会|人民代表大会|办公会议?|学院|负责人|经理|主任|院长)"
)
WHOLE = re.compile(rf"[\u4e00-\u9fff、（）]{{0,30}}{ENDS}")
# 有关部门, 其主管部门: which body is left open.
VAGUE = re.compile(
    r"^(?:对(?!外)|由|经|再|先|后|有关|相关|其|该|各|本|上级|上一级|下级|同级|任何|其他|(?:主管)?部门$|机关$|机构$|组织$|小组$|中心$)|"
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
QUESTIONS = (
    (("人民政府",), "哪级人民政府"),
    (("部门", "局", "厅", "处", "科", "室", "部", "署"), "哪个部门"),
    (("组织", "协会", "商会", "学会", "联合会", "工会", "团委", "小组"), "哪个组织"),
    (("机关", "国务院", "法院", "检察院", "人民代表大会"), "哪个机关"),
    (("机构", "委员会", "中心", "委", "银行", "常委会", "会议", "办公会", "学院"), "哪个机构"),
)
SITED = re.compile(r"^(?P<whose>.{0,12}?)所在(?P<where>地的?)?(?=.)")
OPEN = re.compile(r"^(?:本|有关|相关|同级|该)(?=.{2})")
SAME = (
    ("县级以上地方人民政府", "县级以上人民政府"),
    ("县级以上地方各级人民政府", "县级以上人民政府"),
    ("省、自治区、直辖市人民政府", "省级人民政府"),
    ("和旅游", "旅游"),
    ("和城乡建设", "城乡建设"),
    ("和社会保障", "社会保障"),
)
# 省、自治区、直辖市人民政府管理专利工作的部门.
MANAGING = re.compile(
    rf"(?P<seat>{PROVINCES}|设区的市级?|县级以上地方?|县级)?(?:人民政府)管理(?P<what>[^的]{{2,6}})工作的部门"
)
# A part of the police: no 交通运输部门.
POLICE = re.compile(r"^公安(?:机关|部门)?(?=[\u4e00-\u9fff]{2,6}部门$)")
DEPARTMENT = ("主管部门", "行政主管部门", "部门")
SEATED = r"(?P<seat>国务院|[\u4e00-\u9fff]人民政府|[省市县区各]级|[省市县区）])?"


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


def accepted(name: str, text: str) -> tuple[str, ...]:
    """What a fair learner could write for the body, the document's own name for it first."""
    if POLICE.match(name):
        return tuple(dict.fromkeys((name, POLICE.sub("公安机关", name), POLICE.sub("公安", name))))
    found = [name]
    sited = SITED.match(name)
    if sited:
        bare = name[sited.end() :]
        found += [f"所在{sited['where'] or ''}{bare}", bare]
    found += [OPEN.sub("", one) for one in tuple(found)]
    for one in tuple(found):
        found += _respelled(one, text)
    found += _managing(name)
    for long, short in SAME:
        found += [one.replace(long, short) for one in tuple(found) if long in one]
    found += [re.sub(r"（(.)）", r"\1", one) for one in tuple(found)]
    found += [re.sub(r"（(.)）", r"、\1", one) for one in tuple(found)]
    return tuple(dict.fromkeys(found))


def _managing(name: str) -> Iterator[str]:
    """省级专利行政部门 for 省、自治区、直辖市人民政府管理专利工作的部门."""
    m = MANAGING.fullmatch(name)
    if m is None:
        return
    seat, what = (m["seat"] or "").replace(PROVINCES, "省级"), m["what"]
    for at in (seat, f"{seat}人民政府"):
        yield from (f"{at}{what}行政部门", f"{at}{what}管理部门", f"{at}管理{what}工作的部门")


def _respelled(name: str, text: str) -> Iterator[str]:
    """卫生健康委 → 国家卫生健康委员会; 市民政部门 → 民政部门, 市民政主管部门."""
    held = ministry_of(name)
    if held is not None:
        yield from held.called(name)
    office = office_of(name)
    if office is None or held is not None:
        return
    if office.seat == "国务院" and office.field.ministry:
        yield from (office.field.ministry, office.field.short)
    seats = (office.seat, "") if _is_only(office, text) else (office.seat,)
    kinds = DEPARTMENT if office.kind.endswith("部门") else (office.kind,)
    for seat in seats:
        for spelling in dict.fromkeys((office.spelling, office.field.name)):
            yield from (f"{seat}{spelling}{kind}".replace("行政行政", "行政") for kind in kinds)


def _is_only(office: Office, text: str) -> bool:
    """The document names offices of the field at one seat only: the seat need not be said."""
    names = re.finditer(f"{SEATED}(?:{'|'.join(office.field.spellings)}){KIND}", text)
    return len({m["seat"] for m in names if m["seat"]}) < 2
