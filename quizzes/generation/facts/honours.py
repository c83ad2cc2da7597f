"""What was entered, approved, chosen as what: 甲站获批乙仓, 列入丙《…》, “丁茶”入选戊名录."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.generation.drafts import BLANK, SLOT, YEAR, Draft
from quizzes.generation.facts.entities import spellings
from quizzes.generation.lexicon import GENERIC
from quizzes.generation.options.offices import ministry_of
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.tails import with_year
from quizzes.text.types import Span

GOT = (
    r"(?:成功|正式|先后|双双)?(?:获批|入选|获评|跻身|被(?:评为|列为|认定为|确定为|授予|命名为|纳入|列入)|"
    r"列入|纳入|荣获|获得)(?:为|成为)?"
)
# 由小镇建设的“蓝海”物流站获批省级海外仓
OF_ITS_OWN = re.compile(
    rf"^(?P<who>[\u4e00-\u9fff“”·]{{2,30}}?)(?P<got>{GOT})(?P<what>[\u4e00-\u9fff“”·]{{4,24}})$"
)
# …，列入省发改委《合作清单》
ENTERED = re.compile(
    rf"^(?:并|还)?(?P<got>{GOT})(?P<by>[\u4e00-\u9fff]{{2,10}})?《(?P<what>[^》]{{4,30}})》$"
)
# …；次年11月，又入选丁名录
AGAIN = re.compile(rf"^(?:又|还|再次)?(?P<got>{GOT})(?P<what>[\u4e00-\u9fff·]{{4,24}})$")
BUILT = re.compile(
    r"^由[\u4e00-\u9fff]{2,8}(?:建设|打造|运营|创办|开发|研发|发起)的(?:“[^”]+”)?"
    r"(?P<name>[\u4e00-\u9fff]{2,10})$"
)
QUOTED = re.compile(r"^“(?P<name>[^”]{2,10})”(?P<noun>[\u4e00-\u9fff]{0,6})$")
VAGUE = re.compile(
    r"先后|[和与]|该|此|这|其|我|全[省市县区]|分别|等|部分|多[个项]|[一二两三四五六七八九十\d]+[个项家人]|之一"
)
LONGEST, OFTEN = 70, 4


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of the sentence that is asked for: its place, how it is asked and spelt."""

    place: Span
    text: str
    blank: str
    accepted: tuple[str, ...]


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """Drafts both ways, what it got and who got it; and what it was entered in, by whom."""
    if context.is_law or context.is_plan:
        return
    who, since = "", 0
    for clause in sentence.clauses:
        said = clause.span.of(context.text)
        time = _time(sentence, clause)
        if VAGUE.search(said):
            continue
        if m := AGAIN.match(said):
            if who and time:
                yield _got(sentence, clause, m, f"{time}{who}{m['got']}{SLOT}", context, since)
        elif m := OF_ITS_OWN.match(said):
            yield from _both(sentence, clause, m, time, context)
            who, since = _named(m["who"], context), clause.span.start
        elif who and (m := ENTERED.match(said)):
            yield from _entered(sentence, clause, m, (f"{time}{who}", since), context)


def _both(
    sentence: Sentence, clause: Clause, m: re.Match[str], time: str, context: Context
) -> Iterator[Draft]:
    named = BUILT.match(m["who"]) or QUOTED.match(m["who"])
    who = m["who"] if named else _named(m["who"], context)
    if not who or who.count("“") != who.count("”"):
        return
    at = clause.span.start
    if "“" not in m["what"]:
        yield _got(sentence, clause, m, f"{time}{who}{m['got']}{SLOT}", context)
    if named is None:
        return
    start = at + m.start("who") + named.start("name")
    who = f"{m['who'][: named.start('name')]}{SLOT}{m['who'][named.end('name') :]}"
    text = f"{time}{who}{m['got']}{m['what']}"
    name = named["name"]
    accepted = (name, f"“{name}”") if named.re is QUOTED else spellings_of_site(name)
    gap = Gap(Span(start, start + len(name)), name, BLANK, accepted)
    yield _draft(sentence, clause, gap, text, context)


def _entered(
    sentence: Sentence,
    clause: Clause,
    m: re.Match[str],
    before: tuple[str, int],
    context: Context,
) -> Iterator[Draft]:
    """The list, and whose it is, with the one who was spoken of in the clause before."""
    who, since = before
    by, at, title = m["by"] or "", clause.span.start, m["what"]
    whole = f"{who}{m['got']}{by}《{title}》"
    gap = Gap(Span(at + m.start("what"), at + m.end("what")), title, BLANK, (title, f"《{title}》"))
    yield _draft(sentence, clause, gap, whole.replace(title, SLOT), context, since)
    if by:
        place = Span(at + m.start("by"), at + m.end("by"))
        accepted = spellings_of_board(by)
        text = f"{who}{m['got']}{SLOT}《{title}》"
        yield _draft(sentence, clause, Gap(place, by, BLANK, accepted), text, context, since)


def _got(
    sentence: Sentence,
    clause: Clause,
    m: re.Match[str],
    text: str,
    context: Context,
    since: int | None = None,
) -> Draft:
    place = Span(clause.span.start + m.start("what"), clause.span.start + m.end("what"))
    gap = Gap(place, m["what"], BLANK, spellings(m["what"]))
    return _draft(sentence, clause, gap, text, context, since)


def _named(who: str, context: Context) -> str:
    """The hero's name for 公司; a name that the document keeps coming back to; else nothing."""
    if who in GENERIC:
        return context.place(who)
    known = len(who) > 2 and context.text.count(who) >= OFTEN
    return who if known or who == context.hero or BUILT.match(who) or QUOTED.match(who) else ""


def spellings_of_site(name: str) -> tuple[str, ...]:
    """法国站 is also written without its 站."""
    return (name, name[:-1]) if name[-1] in "站仓店馆" and len(name) > 2 else (name,)


def spellings_of_board(name: str) -> tuple[str, ...]:
    """国家发改委 is also 发改委, and has its full name."""
    held = ministry_of(name)
    short = (name.removeprefix("国家"),) if len(name) > 4 else ()
    return tuple(dict.fromkeys((name, *short, *(held.called(name) if held else ()))))


def _time(sentence: Sentence, clause: Clause) -> str:
    """The date that the clause before is, with its comma."""
    before = sentence.earlier(clause)[:1]
    dated = before and len(before[0].tokens) == 1 and before[0].tokens[0].tag == "date"
    return f"{before[0].said}，" if dated else ""


def _draft(
    sentence: Sentence,
    clause: Clause,
    gap: Gap,
    text: str,
    context: Context,
    since: int | None = None,
) -> Draft:
    owned = context.hero and context.hero[:2] not in text and text.startswith(("“", SLOT))
    told = with_year(sentence, f"{context.hero if owned else ''}{text}", context)
    told = told if told.startswith(context.frame) else context.frame + told
    clear = YEAR.search(told) or len(told.removeprefix(context.frame)) >= 16
    return Draft(
        kind="object",
        sentence=sentence,
        answer=gap.text,
        value=gap.text,
        evidence=Span(clause.span.start if since is None else since, clause.span.end),
        place=gap.place,
        statement=told,
        stem=told.replace(SLOT, "什么") + "？",
        blank=told.replace(SLOT, gap.blank) + "。",
        accepted=gap.accepted,
        key=gap.text,
        certainty=0.86 if clear and len(told) <= LONGEST else 0.7,
        importance=3,
    )
