"""How a list is asked: which word stands in its place."""

import re
from collections.abc import Sequence

from quizzes.generation.drafts import SLOT
from quizzes.generation.lexicon import CLASSES, known_head
from quizzes.generation.listing.enumerations import Enumeration
from quizzes.generation.listing.list_statements import SUBJECT, TITLES, word_before
from quizzes.generation.listing.members import MODALS, SLIGHT, before, end_of, opens_with_verb
from quizzes.generation.listing.outsiders import are_people
from quizzes.generation.reading.sentences import Clause

# What the members are, where their last character says it.
KINDS = dict.fromkeys("局委", "部门") | {
    "税": "税种",
    "市": "市",
    "县": "县",
    "站": "站点",
    "法": "法律",
    "费": "费用",
    "校": "学校",
}
PLACES = "省市县区镇乡村"
DEGREES = re.compile(f"(?:更加|更为|最为|更){SLOT}")
COUNTED = re.compile(f"{SLOT}”?等?(?=[两三四五六七八九十\\d])")
FIGURE = re.compile(r"哪些[\u4e00-\u9fff]*\d")
EACH = re.compile(f"{SLOT}(?:等(?:各个|各类|各项|各)?)?")
NOUN_BEHIND = re.compile(
    f"{SLOT}等[\u4e00-\u9fff]{{0,4}}(?:力量|队伍|部门|机构|人员|环节|领域|活动|项目|措施|设施|单位)"
)
PARTED = re.compile("分为(?:什么|哪些)(?=[，？])")
NUMBERED = re.compile("哪些(?:[两三四五六七八九十]|\\d)+(?:多|余)?(?:个|家|种|项|类|大)?")
ONLY = "（只选原文列举的）"


def asked(text: str, clause: Clause, listed: Enumeration) -> str:
    """The statement as a question: 合理规划哪些空间？; empty where nothing fits the slot."""
    text = DEGREES.sub(SLOT, text)
    if text.partition(SLOT)[2].count("，") > 1 or listed.is_joined:
        return ""
    if listed.counted and COUNTED.search(text):
        return COUNTED.sub("哪", text) + "？"
    word = _question_word(clause, listed, text)
    if not word or FIGURE.search(f"{word}{text.partition(SLOT)[2][:9]}"):
        return ""
    if word == "怎样的":
        return re.sub(f"{SLOT}的?", word, text) + "？"
    question = EACH.sub(word, text) + "？" + (ONLY if listed.is_open else "")
    question = NUMBERED.sub("哪些", question)
    levels = all(member.endswith("级") for member in listed.members)
    return PARTED.sub("分为哪几级" if levels else "分为哪几类", question)


def kind_of(members: Sequence[str]) -> str:
    """The noun that all members end in: 平台, 机场, 部门."""
    bare = [member.strip("“”") for member in members]
    back = end_of(bare)
    if len(back) > 1 and min(map(len, bare)) > len(back):
        known = known_head(back)
        return known or (back if len(back) == 2 else "")
    if all(len(one) > 2 and one[-1] in PLACES for one in bare):
        return "地方"
    return KINDS.get(back, "") if min(map(len, bare)) > 1 else ""


def names_trait(clause: Clause, listed: Enumeration) -> bool:
    """甲、乙的原则: 的 and a noun of which one asks what it is like."""
    if listed.after != "的":
        return False
    noun = ""
    behind = [token for token in clause.tokens if token.span.start >= listed.span.end]
    for token in behind[1:]:
        if not token.is_noun and token.tag != "v":
            break
        noun += token.text
    return noun.endswith(tuple(CLASSES)) or noun.startswith(tuple(CLASSES))


def _question_word(clause: Clause, listed: Enumeration, text: str) -> str:
    if listed.after.startswith("“") and not listed.is_open:
        return ""
    if all(member.startswith("《") for member in listed.members):
        laws = all(member.endswith("法》") for member in listed.members)
        return "哪些" if listed.head else "哪些法律" if laws else "哪些文件"
    if word_before(clause, listed) in TITLES and not listed.head:
        return "哪些称号"
    kind = kind_of(listed.members) or ("人员" if are_people(listed.members) else "")
    if listed.after == "的":
        return "怎样的" if names_trait(clause, listed) else f"哪些{kind}" if kind else ""
    if listed.after == "行为":
        return "哪些"
    if listed.head and listed.head != "一体":
        return "怎样的" if listed.is_quoted and not listed.is_open else "哪些"
    if kind:
        return f"哪些{kind}"
    if listed.is_open and NOUN_BEHIND.search(text):
        return "哪些"
    return "" if SUBJECT.search(text) or not _is_object(clause, listed) else "什么"


def _is_object(clause: Clause, listed: Enumeration) -> bool:
    """什么 can stand where the list stood: a verb or preposition opens it, nothing follows."""
    tokens = clause.tokens
    at = next(i for i, token in enumerate(tokens) if token.span.start >= listed.span.start)
    end = next((i for i, token in enumerate(tokens) if token.span.start >= listed.span.end), None)
    deed = not end_of(listed.members) and opens_with_verb(tokens, (at, at + 2))
    if not at or tokens[at - 1].text in MODALS or deed:
        return False
    closes = end is None or tokens[end].tag in {"v", "p"} or tokens[end].text == "等"
    return before(tokens, at) <= SLIGHT and closes
