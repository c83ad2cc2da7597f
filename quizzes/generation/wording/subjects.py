"""Who or what a clause speaks of, and whether that can be said with certainty."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizzes.generation.lexicon import (
    AMOUNTS,
    BODIES,
    GENERIC,
    MEASURING,
    OPERATING,
    OWN_PLACE,
    POINTING,
    UNDERTAKINGS,
)
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import (
    acts,
    is_named,
    is_subordinate,
    nominal,
    words,
)
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.reading.tokens import Token
from quizzes.generation.reading.verbs import carrier_of
from quizzes.text.types import Span

# Measures of the thing just spoken of, which the clause does not name again.
ATTRIBUTES = (
    "省市县",
    "市县",
    "省市",
    "人均费",
    "户均",
    "平均",
    "总投资",
    "总长",
    "总面积",
    "总造价",
    "全长",
    "造价",
    "时速",
    "设计",
    "费用",
    "单价",
    "占地",
    "建筑面积",
    "年产",
    "注册资",
    "员工",
    "资金",
)
# What follows from what was just said, and has its subject there.
EFFECTS = (
    "带动",
    "拉动",
    "使",
    "令",
    "促使",
    "撬动",
    "助推",
    "确保",
    "推动全",
    "惠及",
    "涉及",
    "总投资",
    "其中",
)
SHARES = ("占比", "比重", "比例", "占有率")
OTHERS = ("企业", "公司", "集团", "学校", "医院", "港", "机场", "园区", "开发区")
INDEFINITE = ("一批", "一大批", "多数", "大多数", "部分", "一些", "许多", "不少", "大批", "各")
LONGEST_DONOR = 40
# What grows so is measured in the clauses that follow.
THRIVES = re.compile(
    r"(?:蓬勃|迅猛|快速|加快|高速|稳步|持续|不断|飞速)(?:发展|壮大|增长|攀升|扩大)$"
)
MOST_BARE = 2
PERSONS = re.compile("(?:[生员者人民师工]|户|妇女|青年|党员|干部)$")
BECOMING = ("成为", "是", "获评", "入选", "跻身", "被评", "被认定", "被列", "荣获", "获得")
SITES = (
    "码头",
    "工厂",
    "大桥",
    "水库",
    "电站",
    "公园",
    "车站",
    "机场",
    "馆",
    "园",
    "基地",
    "工程",
    "厂",
)
# 某省考古队进驻，发掘出_: theirs, not the hero's.
TEAMS = ("考古队", "勘探队", "工作队", "调查队", "专家组", "研究所", "研究院", "设计院")
# 市委 is the city's.
SEATED = re.compile("([省市县区])(?:委|政府|人大|政协)$")
# 县里: of which county, only the text says.
INSIDE = re.compile("[省市县区镇乡村院校馆队]里")
MODALS = ("应当", "不得", "可以", "必须", "应")
STANDS_FOR_A_NAME = frozenset((*OWN_PLACE, *GENERIC, "省", "市", "县", "区"))
WIDE = {"全国", "全球", "世界", "我国", "国际", "中国"}


@dataclass(frozen=True, slots=True)
class Subject:
    """Words to put before a clause so that it stands alone, and how certain they are (0 to 1).

    `words` is empty where the clause has its own subject; `instead` is the place in the clause
    that they replace (全市, 本法), empty where they are put before it. `donor` is the clause that
    has to be said first, as in 投资9亿元、增长5.6%; `words` then belong to it.
    """

    words: str
    certainty: float
    instead: Span | None = None
    donor: Clause | None = None


def resolve(sentence: Sentence, clause: Clause, context: Context) -> Subject | None:
    """What makes `clause` stand alone, or None where that cannot be said with certainty."""
    own = clause.own
    if own is not None:
        if clause.figures and _belongs_to_another(sentence, clause, own, context):
            return None
        return _own(sentence, clause, own, context)
    return _from_before(sentence, clause, context)


def _belongs_to_another(
    sentence: Sentence, clause: Clause, own: tuple[int, int], context: Context
) -> bool:
    """A measure without a name, behind a clause on somebody who is not the hero.

    省属企业利润增长3%，研发投入增长9%: whose is the second? And a share behind any clause (占比)
    is a share of what was just said.
    """
    said = clause.tokens[own[0] : own[1]]
    if _has_name(said, context) or clause is sentence.clauses[0] or said[0].tag == "number":
        return False
    if any(token.tag == "number" for token in clause.tokens[own[1] - 1 : own[1]]):
        return True
    before = [other for other in sentence.earlier(clause) if other.own]
    if words(said).endswith(SHARES) and any(other.figures for other in before):
        return True
    return any(_is_of_another(other, context) for other in before)


def _is_of_another(other: Clause, context: Context) -> bool:
    own = other.own or (0, 0)
    said = other.tokens[own[0] : own[1]]
    text = words(said)
    if context.hero and context.hero[:2] in text:
        return False
    names = is_named([token for token in said if token.tag not in {"nz", "quote"}])
    return names or text.endswith(OTHERS)


def _own(
    sentence: Sentence,
    clause: Clause,
    own: tuple[int, int],
    context: Context,
    *,
    measured: bool = False,
) -> Subject | None:
    said = clause.tokens[own[0] : own[1]]
    first = said[0]
    if first.text in STANDS_FOR_A_NAME:
        name = context.place(first.text)
        return Subject(name, 0.9, first.span) if name else None
    if named := _named_instead(said, context):
        return named
    if first.text == "本" or first.text.startswith(("本法", "本条例", "本办法")):
        return None
    if first.text.startswith(POINTING) and first.text not in {"其他", "其余", "同比"}:
        return None
    if _has_name(said, context):
        return Subject("", 0.95)
    if _is_nobodys(clause, words(said), context):
        return None
    if not (clause.figures or measured) and not context.is_law:
        return Subject("", 0.88)
    return _owner(sentence, clause, context)


def _named_instead(said: Sequence[Token], context: Context) -> Subject | None:
    """本法 and 市委, by the name of the law, of the city."""
    first = said[0]
    if (seat := SEATED.match(first.text)) and (place := context.places.get(seat[1])):
        return Subject(f"{place}{first.text[1:]}", 0.88, first.span)
    if name := context.this_law(words(said)):
        return Subject(name, 0.95, Span(first.span.start, said[-1].span.end))
    return None


def _is_nobodys(clause: Clause, said: str, context: Context) -> bool:
    """一些企业, 县里, 其中大学生, 总投资: of which, of whom, of what?"""
    few = len(said) <= 2 or (PERSONS.search(said) and not context.is_periodic)
    partial = _is_partial(clause) and few
    return bool(INSIDE.match(said) or said.startswith((*INDEFINITE, *ATTRIBUTES)) or partial)


def _has_name(said: Sequence[Token], context: Context) -> bool:
    """A name of its own opens the subject, or the hero's name stands in it.

    The tagger calls many common things a name (nz), and finds towns inside words (新兴): a place
    counts where it comes first. A quoted name is one only where there is no hero to own it.
    """
    if context.hero:
        inside = any(token.tag in {"nt", "nr"} for token in said)
        return said[0].tag == "ns" or inside or context.hero in words(said)
    return is_named([token for token in said if token.tag != "nz"])


def _is_partial(clause: Clause) -> bool:
    return clause.tokens[0].text == "其中"


def _owner(sentence: Sentence, clause: Clause, context: Context) -> Subject | None:
    """A measured thing without a name (民生支出) belongs to the one the document is about."""
    wide = any(token.text in WIDE for token in clause.tokens)
    if wide:
        return Subject("", 0.88)
    if context.hero:
        if context.hero[:2] in clause.said:
            return Subject("", 0.88)
        theme = context.theme(sentence)
        frame = f"在{theme}中，" if theme and theme.endswith(UNDERTAKINGS) else ""
        return Subject(f"{frame}{context.hero}", 0.88)
    if context.is_plan and context.name:
        return Subject(f"{context.name}提出，", 0.86)
    if context.is_law:
        return Subject(f"{context.name}规定，" if context.name else "", 0.88)
    return None


def _from_before(sentence: Sentence, clause: Clause, context: Context) -> Subject | None:
    if context.is_law:
        return _ruled(sentence, clause, context)
    if _continues_measure(clause):
        return _measured(sentence, clause, context)
    return _acting(sentence, clause, context) if acts(clause.tokens) else None


def _speakers(sentence: Sentence, clause: Clause) -> Iterator[Clause]:
    """The clauses before that may lend their subject, the nearest first."""
    for other in sentence.earlier(clause):
        if carrier_of(sentence, other) is other and not is_subordinate(other.tokens):
            yield other


def _measured(sentence: Sentence, clause: Clause, context: Context) -> Subject | None:
    """The subject of 增长5.6%: what was measured just before."""
    for other in _speakers(sentence, clause):
        own = other.own
        if own is not None:
            return _continued(sentence, clause, other, own, context)
        if _may_have_subject(other):
            return None
        if other.figures and acts(other.tokens):
            return _donated(sentence, other, context)
    return None


def _acting(sentence: Sentence, clause: Clause, context: Context) -> Subject | None:
    """The subject of a clause that opens with a deed: who acted before, or the hero."""
    passed = False
    for other in _speakers(sentence, clause):
        own = other.own
        if own is not None and _does_itself(clause, other, own):
            return _inherited(sentence, clause, other, own, context)
        if own is None and _may_have_subject(other):
            return None
        if own is not None and (team := _team(other, own, context)) is not None:
            return _inherited(sentence, clause, other, own, context) if team else None
        if own is not None and _is_agent(other.tokens[own[0] : own[1]], context):
            return _inherited(sentence, clause, other, own, context)
        passed = passed or own is not None
    if clause.said.startswith(EFFECTS):
        return None
    framed = _framed(sentence, clause, context)
    return replace(framed, certainty=framed.certainty - 0.02) if framed and passed else framed


def _team(other: Clause, own: tuple[int, int], context: Context) -> bool | None:
    """Somebody else who acts: a team with a name (True), without one (False); None for no team."""
    said = other.tokens[own[0] : own[1]]
    text = words(said)
    if context.hero and context.hero[:2] in text:
        return None
    if not text.endswith(TEAMS) or other.figures:
        return None
    return said[0].tag in {"ns", "nt"}


def _does_itself(clause: Clause, other: Clause, own: tuple[int, int]) -> bool:
    """“蓝鲸号”班列…，辐射9省 · 某码头开港，成为_: what was just named does it, not the hero."""
    said = clause.said
    thing = other.tokens[own[0] : own[1]]
    runs = thing[0].tag == "quote" and said.startswith(
        ("辐射", "覆盖", "通达", "途经", "联通", "停靠")
    )
    becomes = said.startswith(BECOMING) and words(thing).endswith(SITES) and other.stop == "，"
    return runs or becomes


def _ruled(sentence: Sentence, clause: Clause, context: Context) -> Subject | None:
    """专利师首次执业，应当…: in a statute the clause before says who, and in which case."""
    earlier = sentence.earlier(clause)
    if not earlier or not clause.said.startswith(MODALS):
        return None
    donor = earlier[0]
    if donor.own is None or len(donor.said) > LONGEST_DONOR:
        return None
    return _donated(sentence, donor, context)


def _continues_measure(clause: Clause) -> bool:
    """增长5.6% · 占全国8.5%: the clause says how much of what was just said."""
    at = clause.lead
    while at < len(clause.tokens) and clause.tokens[at].tag in {"d", "ad", "j"}:
        at += 1
    if at < len(clause.tokens) and clause.tokens[at].text in {"较", "比"}:
        return any(word in clause.said for word in ("提高", "增长", "下降", "减少", "增加", "降低"))
    said = words(clause.tokens[at : at + 2])
    return said.startswith(MEASURING)


def _is_agent(said: Sequence[Token], context: Context) -> bool:
    """Someone who acts: the hero, a body, a person, a place."""
    text = words(said)
    if text == context.hero or said[-1].tag in {"ns", "nt", "nr", "nz"}:
        return True
    if said[0].tag == "quote" and context.hero_is_body:
        return True  # “暖心基金”: what the company runs
    return text.endswith(BODIES) and not text.endswith(GENERIC) and not context.is_plan


def _may_have_subject(clause: Clause) -> bool:
    """The clause opens with a noun that could not be made out as its subject."""
    first = clause.lead
    return first < len(clause.tokens) and nominal(clause.tokens[first]) and not acts(clause.tokens)


def _donated(sentence: Sentence, donor: Clause, context: Context) -> Subject | None:
    subject = resolve(sentence, donor, context)
    if subject is None:
        return None
    said = f"{subject.words}{subject.donor.said}，" if subject.donor else subject.words
    return replace(subject, words=said, certainty=subject.certainty - 0.02, donor=donor)


def _continued(
    sentence: Sentence, clause: Clause, other: Clause, own: tuple[int, int], context: Context
) -> Subject | None:
    """投资9亿元、增长5.6%: the whole clause before is said first, if it is a short one."""
    amount = words(other.tokens[own[0] : own[1]]).endswith(AMOUNTS)
    thrives = not amount and _is_bare(clause) and bool(THRIVES.search(other.said))
    if not (other.figures or thrives) or len(other.said) > LONGEST_DONOR:
        return _inherited(sentence, clause, other, own, context)
    subject = _own(sentence, other, own, context, measured=thrives)
    return replace(subject, certainty=subject.certainty - 0.02, donor=other) if subject else None


def measures_growth(sentence: Sentence, clause: Clause) -> bool:
    """快递业蓬勃发展，2020年超9亿件: the figure is of what the clause before says grows."""
    before = sentence.earlier_in_part(clause)[:1]
    return bool(before and THRIVES.search(before[0].said) and before[0].own) and _is_bare(clause)


def _is_bare(clause: Clause) -> bool:
    """2020年超70亿件: a date, a word that measures and the figure, or a place among others."""
    rest = [token for token in clause.tokens if token.tag not in {"date", "number", "d"}]
    return len(rest) <= MOST_BARE and _continues_measure(clause)


def _inherited(
    sentence: Sentence, clause: Clause, other: Clause, own: tuple[int, int], context: Context
) -> Subject | None:
    subject = _own(sentence, other, own, context, measured=bool(clause.figures))
    if subject is None:
        return None
    said = words(other.tokens[own[0] : own[1]])
    if "、" in said and "与" in said:
        return None
    if subject.instead is not None:
        said = said[subject.instead.end - subject.instead.start :]
    said = subject.words + said
    if said.endswith(UNDERTAKINGS) or len(said) > 24:
        return None
    return Subject(said, subject.certainty - 0.03)


def _framed(sentence: Sentence, clause: Clause, context: Context) -> Subject | None:
    """The subject of a clause that has none in its sentence: the paragraph's theme, or the hero."""
    theme = context.theme(sentence)
    verbs = words(clause.tokens[clause.lead :])[:6]
    if theme and not theme.endswith(UNDERTAKINGS) and any(verb in verbs for verb in OPERATING):
        return Subject(theme, 0.86)
    if context.hero and context.hero[:2] in verbs:
        return Subject("", 0.85)
    if context.hero:
        if theme.endswith(UNDERTAKINGS) and theme:
            return Subject(f"在{theme}中，{context.hero}", 0.86)
        return Subject(context.hero, 0.83)
    if context.is_plan and context.name:
        return Subject(f"{context.name}提出，", 0.85)
    return None
