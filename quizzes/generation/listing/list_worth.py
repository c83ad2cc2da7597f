"""Whether a list is worth asking for: no phrase of every document, no two words that always go
together, nothing cut amiss."""

import re
from collections.abc import Sequence
from functools import lru_cache

from quizzes.generation.lexicon import CLASSES, GOVERNING, LIST_OPENERS, WEIGHED
from quizzes.generation.listing.enumerations import Enumeration
from quizzes.generation.listing.list_questions import kind_of, names_trait
from quizzes.generation.listing.list_statements import TITLES, word_before
from quizzes.generation.listing.members import BY_LAW, MODALS, OPEN, end_of
from quizzes.generation.listing.outsiders import kin
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause
from quizzes.generation.reading.tokens import Token

FRAME = re.compile("为(?:主体|基础|补充|核心|重点|主|辅|支撑|引领|导向)$")
MOST = 8
MOST_OFTEN = 3
SHORTEST_NAME = 3
LED = GOVERNING & LIST_OPENERS | {"鼓励", "支持", "引导", "要求", "禁止", "允许", "组织", "指导"}
BOUNDS = {"以上", "以下", "以内", "不超过", "不低于"}
OPENING_DEEDS = {"开展", "从事", "提供", "进行", "接受", "参加", "参与", "承担", "实施", "给予"}
NOUNS_TOO = {"使用", "经营", "管理", "服务"}


def is_worth(clause: Clause, listed: Enumeration, context: Context) -> bool:
    """A list that somebody would want to know: no phrase of every document, no slogan."""
    return _may_be(clause, listed, context) and not _is_everywhere(
        listed.span.of(context.text), context.text
    )


@lru_cache(maxsize=1024)
def _is_everywhere(said: str, text: str) -> bool:
    return text.count(said) > MOST_OFTEN


def _may_be(clause: Clause, listed: Enumeration, context: Context) -> bool:
    members = [member.strip("“”") for member in listed.members]
    if not 1 < len(members) <= MOST or BOUNDS & set(members):
        return False
    if members[0].startswith("最") or any(one.startswith(("其他", "其")) for one in members):
        return False
    if _closes_with_deed(clause, listed) or _is_cut(clause, listed, members):
        return False
    text = listed.span.of(context.text)
    if "。" in text or _runs_on(clause, listed) or _cuts_quotation(listed):
        return False
    if not listed.is_bounded and _swallows(clause, listed):
        return False
    if listed.counted or (len(members) > 2 and not _are_verbs(clause, listed)):
        return True
    if len(members) != 2:
        return False
    if listed.is_bounded or are_named_subjects(clause, listed):
        return True
    return listed.is_plain and _is_worthy_pair(clause, listed, context)


def _is_cut(clause: Clause, listed: Enumeration, members: Sequence[str]) -> bool:
    """What stands between the marks is no list of like things, or only a part of one."""
    return (
        listed.after.startswith("同步")
        or _is_one_title(clause, listed, members)
        or all("更" in one for one in members)
        or _is_one_of_phrases(clause, listed)
        or _is_frame(members)
        or _goes_on(clause, listed)
        or (len(members[0]) == 1 < min(map(len, members[1:])))
    )


def _is_one_of_phrases(clause: Clause, listed: Enumeration) -> bool:
    """有序的甲体系、低碳的乙体系、并举的丙体系: the phrases are the list, not what 的 parts."""
    if listed.after != "的":
        return False
    behind = "".join(t.text for t in clause.tokens if t.span.start >= listed.span.end)[1:]
    noun, mark, _ = behind.partition("、")
    return bool(mark) and any(one[-2:] == noun[-2:] for one in listed.members)


def _goes_on(clause: Clause, listed: Enumeration) -> bool:
    """飞线充电、楼道堆物、管网 | 改造等: the word before 等 is the last member's."""
    behind = [t for t in clause.tokens if t.span.start >= listed.span.end]
    return (
        not listed.is_open
        and not listed.is_quoted
        and len(behind) > 1
        and behind[0].tag in {"vn", "v", "n"}
        and behind[1].text in OPEN
    )


def _is_frame(members: Sequence[str]) -> bool:
    """以甲为主体、乙为基础: halves of a frame."""
    framed = [FRAME.search(one) is not None for one in members]
    return any(framed) and not all(framed)


def _is_one_title(clause: Clause, listed: Enumeration, members: Sequence[str]) -> bool:
    """获评国家级夜间文化和旅游消费集聚区: one name, with 和 in it."""
    joined = "、" not in "".join(t.text for t in clause.tokens if t.span in listed.span)
    alike = members[0][-2 + (not joined) :] == members[-1][-2 + (not joined) :]
    return len(members) == 2 and word_before(clause, listed) in TITLES and not alike


def _closes_with_deed(clause: Clause, listed: Enumeration) -> bool:
    """求职、招聘和开展服务: the last of them is a verb that has its own object."""
    inside = [token for token in clause.tokens if token.span in listed.span]
    last = inside[-1] if inside else None
    return last is not None and last.text in OPENING_DEEDS and listed.after not in {"", "的"}


def _cuts_quotation(listed: Enumeration) -> bool:
    """Something quoted hangs on the list, or the list is a quoted name of two halves."""
    if listed.after.startswith("“") and not (listed.is_open or _heads_quotation(listed)):
        return True
    if not listed.is_quoted:
        return False
    hangs = listed.after and not (listed.head or listed.after == "的")
    return bool(hangs) or len(listed.members) == 2


def _swallows(clause: Clause, listed: Enumeration) -> bool:
    """鼓励甲地区与乙地区: the first member has a verb that governs them both."""
    at = next((i for i, t in enumerate(clause.tokens) if t.span.start == listed.span.start), None)
    if at is None or len(listed.members) > 2 or kin(listed.members):
        return False
    opening = clause.tokens[at]
    second = listed.span.end - len(listed.members[1])
    deed = any(t.span.start == second and _acts(t) for t in clause.tokens)
    alone = len(opening.text) == len(listed.members[0])
    return not alone and (opening.text in LED or (opening.tag == "v" and not deed))


def _acts(token: Token) -> bool:
    return token.tag[0] == "v" and token.text not in NOUNS_TOO


def _heads_quotation(listed: Enumeration) -> bool:
    """登记、交易、税务“一厅式”受理: three words of one length that the quotation is said of."""
    return len(listed.members) > 2 and {len(one) for one in listed.members} == {2}


def are_named_subjects(clause: Clause, listed: Enumeration) -> bool:
    """甲机场、乙机场建成投运: two names of one kind that the clause opens with."""
    opens = clause.tokens[clause.lead : clause.lead + 1]
    starts = bool(opens) and opens[0].span.start == listed.span.start
    named = min(len(one) for one in listed.members) > SHORTEST_NAME
    place = any(t.tag in {"ns", "nr", "nz"} for t in clause.tokens if t.span in listed.span)
    return starts and named and place and bool(kind_of(listed.members)) and listed.after != "的"


def _is_worthy_pair(clause: Clause, listed: Enumeration, context: Context) -> bool:
    """Two things of one make, each with a name: not two words that always go together."""
    one, other = sorted((member.strip("“”") for member in listed.members), key=len)
    if len(one) < 2 and listed.after != "的":
        return len(other) < 2 and listed.head.endswith(tuple(CLASSES))
    if listed.is_quoted or names_trait(clause, listed) or kin((one, other)):
        return len(one) > 1
    if len(other) < 4 and len(one) <= len(end_of((one, other))) + 1:
        return False
    word = word_before(clause, listed)
    if word in TITLES and len(one) > 3:
        return True
    if context.is_law and word in MODALS | BY_LAW and listed.after in {"", "的"}:
        return True
    ends = len(end_of((one, other)))
    alike = ends > 1 or (ends and len(one) > 1 and len(other) > 2 and len(other) - len(one) < 2)
    if alike and (context.frame or word != "的"):
        return True
    return len(one) > 3 and word in WEIGHED


def _runs_on(clause: Clause, listed: Enumeration) -> bool:
    """以工哺农、以商强农，以城带乡、…: the list goes on behind the comma."""
    ends = listed.span.end == clause.span.end and clause.stop == "，"
    return ends and listed.members[0][0] in "以从由"


def _are_verbs(clause: Clause, listed: Enumeration) -> bool:
    """审查、审理或者处理过的案件: verbs that share what follows them."""
    if listed.after in {"", "的"} or listed.head:
        return False
    inside = [token for token in clause.tokens if token.span in listed.span]
    single = [token for token in inside if token.text in listed.members]
    return len(single) == len(listed.members) and all(t.tag in {"v", "vn"} for t in single)
