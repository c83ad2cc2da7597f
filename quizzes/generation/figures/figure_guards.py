"""Which figures of a clause are facts by themselves: not in names, ranges, changes."""

import re

from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import Number
from quizzes.generation.reading.grammar import has_verb, is_verb
from quizzes.generation.reading.sentences import Clause, Sentence, numbers

# 2分15秒, 5小时20分钟: two figures that are one.
SPLIT_BEFORE = re.compile(r"\d(?:小时|分钟?|天|元|角|米)$")
COUNTERS = frozenset(("家", "个", "项", "人", "户", "名", "件", "种", "处", "座"))
HAVING = re.compile(r"^[^，]{0,8}(?:共|现|已|仅|还|就)有(?:超过|近|约)?$")
STRETCH = re.compile(r"^(?:后|来|间|起|以来|多年|期|左右时间)")
LIMITED = re.compile(r"^(?:以?内|之内|以上|以下)")
# Within which time, without what has to be done in it.
WITHIN = re.compile(r"^(?:以|之)?内$")
MEASURED = re.compile(r"(?:满|少于|低于|超过|至少|最多|最长)$")
SCENE_END = re.compile(r"(?:中|时|下|后|的)$")
# 以3万股为基数, …: what is done on this ground stands further on.
GROUND = re.compile(r"^.{0,6}为(?:基数|基准|前提|依据|基础|标准)$")
MODIFIES = re.compile(r"^(?:[长宽高厚深]|左右|以上|以下)?的")
# 来自9个镇、90个村的900户1900人
OF_SOME, PAIRED = re.compile(r"的\d"), re.compile(r"^\d")
# 来自9个国家和地区的90名客商: from how many is as good a question as how many.
FROM = re.compile(r"(?:来自(?:全国|全球|世界)?|等)$")
LANDS = re.compile(r"^(?:国家|地区|省份?|省区市|省市|城市)(?:[和及、与](?:地区|城市))?的\d")
PAIRED_BEFORE = re.compile(r"\d[户人个名家村件起]$")
AGED = re.compile(r"^及以[上下]|^以上[\u4e00-\u9fff]{0,4}(?:、|老年|低保|特困|户籍)")
RANGE_AFTER = re.compile(r"^[至到—\-–～~]+[\d一二三四五六七八九十]")
RANGE_BEFORE = re.compile(r"\d[\u4e00-\u9fff]{0,4}[至到—\-–～~]+$")
CHANGED = re.compile(r"(?:从|由)[^，]*\d[^，]*[至到为]$")
NAMING = re.compile(r"^(?:级|型|强|届|系|路|线|[\u4e00-\u9fff]{1,6}中(?:仅有|唯一))")
# 900件（套）: what is counted, in pieces or in sets.
PIECES = re.compile(r"^（[套组个件]）")
DESCRIBED = re.compile(r"(?:（[套组个件]）)?(?:左右|以上)?的[\u4e00-\u9fff]{2,}$")
PAIR = 2
IDIOM = re.compile(r"(?:第|每|前|头|近|过去|未来|这|那|几|“|‘)$")


def may_be_asked(sentence: Sentence, clause: Clause, number: Number, context: Context) -> bool:
    """The quantity stands by itself: not in a name or bracket, no span of years, not 从…."""
    if not any(token.tag == "number" and token.span == number.span for token in clause.tokens):
        return False
    before = context.text[clause.span.start : number.span.start]
    after = PIECES.sub("", context.text[number.span.end : clause.span.end])
    if number.value <= 0 or _is_stretch(number, before, after):
        return False
    if NAMING.match(after) or GROUND.match(after) or _hangs(clause, number, before):
        return False
    if SPLIT_BEFORE.search(before) or _of_what(number, before, after):
        return False
    if not before and _leads_figure(clause, number):
        return False
    if _is_in_a_description(sentence, clause, context):
        return False
    if PAIRED_BEFORE.search(before) or (
        _modifies(sentence, clause, after) and not (FROM.search(before) and LANDS.match(after))
    ):
        return False
    if _counts_list(before, number) or _stands_beside(clause, number):
        return False
    if _shares_deed(sentence, clause, number):
        return False
    return not _is_of_two(clause, before, after)


def _of_what(number: Number, before: str, after: str) -> bool:
    """像这样的作坊，全乡共有70多家: what is counted stands in front, and not in the clause."""
    return not after and number.unit in COUNTERS and HAVING.search(before) is not None


def _is_in_a_description(sentence: Sentence, clause: Clause, context: Context) -> bool:
    """成为占地9亩、馆藏900件的博物馆: the figures of the row only describe what it became."""
    row = sentence.chained(clause)
    last = row[-1].figures[-1:] if row[-1].figures else ()
    if len(row) < PAIR or not last or not any("成为" in one.said for one in row):
        return False
    return DESCRIBED.match(context.text[last[0].span.end : row[-1].span.end]) is not None


def _stands_beside(clause: Clause, number: Number) -> bool:
    """15所高职院校21个专业群: nothing but a noun between it and another quantity."""
    here = next(at for at, one in enumerate(clause.tokens) if one.span == number.span)
    before = next((at for at in range(here - 1, -1, -1) if clause.tokens[at].tag == "number"), here)
    between = clause.tokens[before + 1 : here]
    return bool(between) and all(one.tag.startswith("n") for one in between)


def _shares_deed(sentence: Sentence, clause: Clause, number: Number) -> bool:
    """盘活土地1260亩、厂房48万平方米: the deed, which the tagger takes for a noun, is shared."""
    here = sentence.clauses.index(clause)
    if not here or sentence.clauses[here - 1].stop != "、" or number.measure != "count":
        return False
    before = sentence.clauses[here - 1]
    is_deed = any(one.tag == "vn" for one in before.tokens) and bool(numbers(before))
    return is_deed and not any(has_verb(one.tokens) for one in (before, clause))


def _is_stretch(number: Number, before: str, after: str) -> bool:
    """3年来 · 过去5年 · 3天: a time, not an amount of anything."""
    bound = LIMITED.match(after) or MEASURED.search(before)
    if (number.unit == "年" and not bound) or IDIOM.search(before) or WITHIN.match(after):
        return True
    return bool(STRETCH.match(after)) or (number.unit in {"天", "个月", "小时"} and not before)


def _modifies(sentence: Sentence, clause: Clause, after: str) -> bool:
    """38米长的街巷 · 每日8小时、每周40小时的工时制: it belongs to a noun further on."""
    if MODIFIES.match(after) or SCENE_END.search(after):
        return True
    if AGED.match(after) and not clause.said.startswith(("年满", "须满")):
        return True
    last = sentence.chained(clause)[-1]
    of_some = last is not clause and "占" not in last.said and OF_SOME.search(last.said)
    if of_some or OF_SOME.search(after) or PAIRED.match(after):
        return True
    if last is clause or not numbers(last):
        return False
    rest = last.tokens[-1].span.end - numbers(last)[-1].span.end
    return rest > 0 and last.said[-rest:].startswith("的")


def _is_of_two(clause: Clause, before: str, after: str) -> bool:
    """One end of a range or of a change."""
    if RANGE_AFTER.match(after) or RANGE_BEFORE.search(before):
        return True
    if CHANGED.search(before) and len({n.unit for n in numbers(clause)}) == 1:
        return True
    return bool(re.search(r"(?:从|由)[^，]{0,12}$", before) and re.search(r"[到至为]", after))


def _hangs(clause: Clause, number: Number, before: str) -> bool:
    """督察反馈的5项问题: the noun phrase waits for what the next clause says of it."""
    if number.measure != "count" or not before.endswith("的"):
        return False
    behind = [at for at, t in enumerate(clause.tokens) if t.span.start >= number.span.end]
    return not any(is_verb(clause.tokens, at) for at in behind)


def _leads_figure(clause: Clause, number: Number) -> bool:
    """17个产业增长5% · 15所学校21个班入选: the count only says of how many the other is told."""
    others = [other for other in numbers(clause) if other.span != number.span]
    if not others:
        return False
    between = [
        at
        for at, token in enumerate(clause.tokens)
        if number.span.end <= token.span.start < others[0].span.start
    ]
    verbs = any(is_verb(clause.tokens, at) for at in between)
    return len(others) > 1 or others[0].measure != "count" or not verbs


def _counts_list(before: str, number: Number) -> bool:
    """甲、乙、丙3个: the list before the figure gives it away."""
    listed = re.search(r"[^，；：]+$", before)
    return listed is not None and listed[0].count("、") + 1 == number.value
