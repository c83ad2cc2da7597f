"""Lists whose two ends are sure: 集甲、乙于一体, 以甲和乙为导向, 营造甲、乙和丙的环境."""

import re
from collections.abc import Iterator

from quizzes.generation.lexicon import CLASSES, GOVERNING, POINTING
from quizzes.text.types import Span

CHARS = "[\u4e00-\u9fff]"
LINK = "(?:、|以及|和(?![谐平睦解])|(?<!参)与(?!会)|或者)"
# 高等, 平等 are words; another 等 ends the list.
PART = rf"(?:(?!{LINK}|的|(?<![高中初同平均对])等){CHARS}){{2,14}}"
ROW = rf"{PART}(?:{LINK}{PART})+"
LONG_ROW = rf"{PART}(?:、{PART})+{LINK}{PART}"
FOUR = f"{CHARS}{{4}}、{CHARS}{{4}}"
DEED = "|".join(sorted((word for word in GOVERNING if len(word) > 1), key=len, reverse=True))
ROLES = "导向|目标|重点|核心|主线|支撑|基础|抓手|引领|牵引|载体|根本|纽带|依托"
PURPOSES = "基础|方式|途径|手段|举措|内容|载体|抓手|标志|平台|依据|条件|保障"
BONDS = "签订|提交|出具|递交|颁发|缴纳|应缴|取得"
KINDS = "|".join(sorted(CLASSES, key=len, reverse=True))
FRAMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"集(?P<all>{ROW})(?=于一体)",
        rf"(?:可以|应当)(?:依法)?以(?P<all>{ROW})(?=自由|支付|结算|缴纳|计价)",
        rf"不得(?:与|同)(?P<all>{ROW})(?=相(?:抵触|违背|冲突)$)",
        rf"(?:{DEED})(?P<all>{PART}(?:与|和){PART})(?=(?:并重|并举|相结合|相统一)的)",
        rf"(?:采取|采用|实行)(?P<all>{PART}(?:{LINK}{PART})+)(?=相结合的?(?:方式|办法|形式|模式))",
        rf"^国务院(?P<all>{PART}主管部门(?:{LINK}{PART}主管部门)+)(?=按照|负责|在各自|共同)",
        r"(?P<all>滥用职权、玩忽职守、徇私舞弊)(?=的)",
        rf"以(?P<all>{ROW})(?=为(?:{ROLES}))",
        rf"作为(?P<all>{ROW})(?=的(?:重要|主要|基本|根本|关键)?(?:{PURPOSES})$)",
        rf"(?:{DEED})(?:更加)?(?P<all>{LONG_ROW}|{FOUR})(?=的{CHARS}{{0,6}}(?:{KINDS})$)",
    )
)
# 签订以完成工作为期限的合同、固定期限合同: what both end in tells where they begin.
BOOKS = re.compile(r"(?P<all>《[^《》]+》(?:、《[^《》]+》){1,3})(?=[下中]$)")
LIKE = re.compile(rf"(?:{BONDS})(?P<all>(?P<one>{CHARS}{{4,24}})、(?P<other>{CHARS}{{4,24}}))$")
JOINT = re.compile(LINK)
LED = re.compile(rf"{DEED}|应当|可以|不得|必须")
NESTED = re.compile(rf"^以|为(?:{ROLES})|应当|不得|可以|必须")
SAME_END = 3
MOST = 6


def bounded(said: str) -> Iterator[tuple[tuple[str, ...], Span]]:
    """The members and the place in `said` of each list between such ends."""
    for frame in FRAMES:
        for m in frame.finditer(said):
            row = _behind_deeds(m["all"]) if m[0][0] not in "集以作" else m["all"]
            members = _members(row)
            if _are_fit(members):
                yield members, Span(m.end("all") - len(row), m.end("all"))
    like = LIKE.search(said)
    if like is not None and like["one"][-SAME_END:] == like["other"][-SAME_END:]:
        yield (like["one"], like["other"]), Span(*like.span("all"))
    books = BOOKS.search(said)
    if books is not None:
        yield tuple(books["all"].split("、")), Span(*books.span("all"))


def _behind_deeds(row: str) -> str:
    """遵循甲、乙: without the verbs and modals that belong to what stands before the list."""
    first, *rest = JOINT.split(row)
    others = [len(one) for one in rest]
    usual = sorted(others)[len(others) // 2] if others else 0
    for m in reversed(list(LED.finditer(first))):
        bare = first[m.end() :]
        if rest and len(bare) > 1 and abs(len(bare) - usual) < abs(len(first) - usual):
            return row[m.end() :]
    return row


def _members(row: str) -> tuple[str, ...]:
    """甲、乙和丙; behind 和 a 、 belongs to the last member: 优化结构和培养甲、乙."""
    linked = [m for m in JOINT.finditer(row) if m[0] != "、"]
    if len(linked) == 1 and "、" in row[linked[0].end() :] and "、" not in row[: linked[0].start()]:
        return row[: linked[0].start()], row[linked[0].end() :]
    return tuple(JOINT.split(row)) if len(linked) < 2 else ()


def _are_fit(members: tuple[str, ...]) -> bool:
    if not 1 < len(members) <= MOST or len(set(members)) < len(members):
        return False
    if any(one.startswith((*POINTING, "其", "各")) or NESTED.search(one) for one in members):
        return False
    return max(map(len, members)) <= 3 * min(map(len, members))
