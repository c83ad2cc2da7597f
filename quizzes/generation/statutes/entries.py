"""Entries of numbered lists: which of them leave a list open, and which stand in no other."""

import re
from collections.abc import Sequence
from functools import lru_cache

from quizzes.generation.lexicon import TYPED_RULES
from quizzes.generation.likeness import bigrams
from quizzes.generation.lots import shuffled
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Sentence
from quizzes.generation.statutes.rules import LABEL, PLACES, bare, plain

KINDS = (
    "行为|情形|情况|条件|材料|文件|资料|证件|职责|职能|权利|义务|措施|内容|事项|规定|要求|任务|权限|活动|范围|原则|费用|待遇|对象|"
    "人员|标准|程序|步骤|方式|资格|因素|信息|制度|工作|处罚|处分"
)
# 有下列行为之一的 · 应当具备下列条件 · 主要职责是： · 包括：
OPENING = re.compile(
    rf"(?:下列|以下|如下)(?P<kind>[\u4e00-\u9fff、]{{0,8}}?(?:{KINDS}))(?P<one>之一)?|"
    rf"(?P<kind2>{KINDS})(?P<is>是|为|如下|包括|有)?：$|(?P<whole>包括|分为)：$"
)
# 其他…的行为, 法律、法规规定的其他条件: the list is left open.
CATCH_ALL = re.compile(
    rf"^(?:其他|其它)|(?:法律|法规|规定|认为)[^，；]*(?:的其他|其他的)|的其他(?:{KINDS}|方式)|其他[^，；]*(?:{KINDS})$"
)
PERSON = re.compile(r"(?:人|者|师|员|生|公民|代表|民)$")
UNFIT = re.compile(rf"{CATCH_ALL.pattern}|的，|本(?:法|条例|办法|规定)")
# Pairs of characters that tell nothing of what an entry is about.
COMMON = frozenset(
    ["有不", "不少", "少于", "以上", "年以", "上的", "的专", "的行", "有健", "有质", "复印", "印件"]
)
WANTED, NEAR = 4, 0.5
TWIN, RARE = 4, 3


def outsiders(
    sentence: Sentence, said: str, entries: Sequence[str], m: re.Match[str], context: Context
) -> tuple[str, ...]:
    """Entries of the document's other lists of this kind, or what such lists hold elsewhere.

    A list that is left open has only what it plainly does not mean: the same act with leave.
    """
    kind = (m["kind"] or m["kind2"] or "")[-2:]
    here = sentence.section.span.of(context.text)
    lawful = [f"经依法批准{entry[2:]}" for entry in entries if entry.startswith("擅自")]
    if any(CATCH_ALL.search(entry) for entry in entries):
        allowed = TYPED_RULES["lawful"] if "禁止" in said or "不得" in said else ()
        apart = [one for one in allowed if _is_apart(one, entries, here)]
        return tuple((lawful or apart)[:WANTED])
    own = [
        entry
        for other, frame, entry in _entries_of(sentence.text)
        if other == kind and frame != _frame(said, m) and not _is_twin(entry, entries, context)
    ]
    typed = [
        one
        for one in _typed(kind, said, entries, context)
        if not any(pair in "，".join(entries) for pair in bigrams(one) if pair not in COMMON)
    ]
    return tuple(
        one
        for one in dict.fromkeys((*shuffled(said, own), *shuffled(said, list(typed))))
        if _is_apart(one, entries, here) and not UNFIT.search(one)
    )[:WANTED]


def _typed(kind: str, said: str, entries: Sequence[str], context: Context) -> tuple[str, ...]:
    if kind in {"材料", "文件", "资料", "证件"}:
        return TYPED_RULES["materials"]
    if kind == "内容" and "规划" in said:
        return TYPED_RULES["contents"]
    if kind in {"措施", "职权"} and "有权" in said:
        return TYPED_RULES["powers"]
    if kind in {"情形", "行为"}:
        of = next((name for name, words in PLACES.items() if words.search(context.name)), "")
        return TYPED_RULES.get(f"acts_{of}", ())
    if kind != "条件":
        return ()
    subject = re.split(r"应当|应|须|必须|从事|申请|参加|具备|符合", said)[0]
    person = PERSON.search(subject) is not None
    texts = TYPED_RULES["conditions_person" if person else "conditions"]
    return texts if person or sum(entry.startswith("有") for entry in entries) > 1 else ()


def _is_twin(one: str, entries: Sequence[str], context: Context) -> bool:
    """It holds four characters of an entry that are no common word of the document."""
    said = "，".join(entries)
    runs = (one[at : at + TWIN] for at in range(len(one) - TWIN + 1))
    return any(run in said and context.text.count(run) <= RARE for run in runs)


def _frame(said: str, m: re.Match[str]) -> str:
    """Who is meant and what follows: lists of one frame hold one another's entries."""
    subject = re.sub(r"^.*条\s*", "", said[: m.start()])
    return f"{subject.strip()}…{shortened(said[m.end() :])}".rstrip("：:")


@lru_cache(maxsize=8)
def _entries_of(text: str) -> tuple[tuple[str, str, str], ...]:
    """Every entry of the document's numbered lists: what the list holds, and for what it is."""
    found: list[tuple[str, str, str]] = []
    kind = frame = ""
    for line in text.split("\n"):
        m = OPENING.search(line) if line.rstrip().endswith(("：", ":")) else None
        if m is not None:
            kind, frame = (m["kind"] or m["kind2"] or "")[-2:], _frame(line, m)
        elif LABEL.match(line) and kind:
            found.append((kind, frame, plain(bare(line))))
        else:
            kind = ""
    return tuple(found)


def _is_apart(one: str, entries: Sequence[str], here: str) -> bool:
    """Of about their length, and nothing like an entry or the rest of the section."""
    pairs = set(bigrams(one))
    shared = sum(pair in here for pair in pairs)
    lengths = [len(entry) for entry in entries]
    near = min(lengths) - 8 <= len(one) <= max(lengths) + 8
    return near and shared < NEAR * len(pairs)


def shortened(rest: str) -> str:
    """What follows the list's name, up to the first thing that is to be done."""
    pieces = re.split(r"(?<=[，；])", rest)
    return "".join(pieces[:2]).rstrip("，；")
