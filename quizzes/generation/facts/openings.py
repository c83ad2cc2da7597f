"""What came into being in a report's year: 某航道建成投运, 某遗址获评国家考古遗址公园."""

import re
from collections.abc import Iterator

from quizzes.generation.drafts import BLANK, SLOT, YEAR, Draft
from quizzes.generation.facts.arrangements import head_of
from quizzes.generation.facts.entities import spellings
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.pointing import leans
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.tails import with_year
from quizzes.text.types import Span

HAN = r"[\u4e00-\u9fff]"
HOW = "(?:成功|正式|顺利|全面|全线|率先)?"
EVENTS = (
    "建成投运|建成投用|建成投产|建成使用|建成试用|建成通车|建成开放|建成运营|封关运作|扩区|首航|首飞|落地|揭牌|"
    "开业运营|建校招生|开馆|开园|投产|投运|通车|启用|上线运行|签约落地|挂牌成立|获批设立"
)
CAME = re.compile(rf"^(?P<what>{HAN}{{4,24}}?)(?P<event>{HOW}(?:{EVENTS}))$")
CHOSEN = re.compile(
    rf"^(?P<what>{HAN}{{4,20}}?)(?P<event>(?:获评|入选|成为|获批|跻身)(?:[^，；、]{{5,30}}))$"
)
SIZED = re.compile(r"^(?:首期)?(?:\d[\d.]*[万亿]?[吨米兆千]\S?级?|规模\S{2,8}的)")
UNFIT = re.compile(
    r"[该此这其各等、]|先后|分别|多[个家项]|一批|全部|部分|所有|首[个批家]|项目$|^(?:全省|全市|全县|全国)|是|和|与"
)
WANTED_TAGS = ("n", "j", "vn", "s", "f", "b", "l", "a")
LONGEST = 70


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each thing that a report says was opened, launched or chosen, by its name."""
    if not context.hero or not context.is_periodic:
        return
    for clause in sentence.clauses:
        said = clause.said
        sized = SIZED.match(said)
        start = sized.end() if sized else 0
        m = CAME.match(said[start:]) or CHOSEN.match(said[start:])
        if m is not None and _is_name(clause, start, m, context):
            draft = _draft(sentence, clause, start, m, context)
            if draft is not None:
                yield draft


def _is_name(clause: Clause, start: int, m: re.Match[str], context: Context) -> bool:
    """Whole words, the last a noun, that say which one it is."""
    place = Span(clause.span.start + start, clause.span.start + start + m.end("what"))
    inside = [token for token in clause.tokens if token.span in place]
    if not inside or inside[0].span.start != place.start or inside[-1].span.end != place.end:
        return False
    named = start or len(m["what"]) > 8 or any(t.tag in {"ns", "nr", "nz", "nt"} for t in inside)
    nouns = inside[-1].tag.startswith(WANTED_TAGS)
    known = context.text.count(m["what"]) < 3
    return bool(named and nouns and known and not UNFIT.search(m["what"]))


def _draft(
    sentence: Sentence, clause: Clause, start: int, m: re.Match[str], context: Context
) -> Draft | None:
    what = m["what"]
    place = Span(clause.span.start + start, clause.span.start + start + len(what))
    head = head_of(clause, place) or _last(clause, place)
    event = re.sub("[我全][省市县]", context.hero, m["event"])
    if _is_twice(head or what[-2:], event, context) or leans(event):
        return None
    hint = f"（填“……{head}”）" if head and head not in event else ""
    owner = "" if context.hero in event else context.hero
    text = with_year(sentence, f"{owner}{clause.said[:start]}{SLOT}{event}", context)
    if len(text) > LONGEST or what in text or not (hint or m.re is CHOSEN):
        return None
    return Draft(
        kind="object",
        sentence=sentence,
        answer=what,
        value=f"{what}{m['event']}",
        evidence=clause.span,
        place=place,
        statement=text,
        stem=text.replace(SLOT, f"什么{head}") + "？",
        blank=f"{text.replace(SLOT, BLANK)}。{hint}",
        accepted=tuple(dict.fromkeys((*spellings(what, context.hero), what.removesuffix(head)))),
        key=what,
        certainty=0.85 if YEAR.search(text) else 0.76,
        importance=3,
    )


def _last(clause: Clause, place: Span) -> str:
    last = next(token.text for token in clause.tokens if token.span.end == place.end)
    return last if 2 <= len(last) <= place.end - place.start - 2 else ""


def _is_twice(head: str, event: str, context: Context) -> bool:
    """Another of the kind came into being likewise: the question would have two answers."""
    deed = re.sub(f"^{HOW}", "", event)[:4]
    return len(re.findall(f"{head}[^，。；、]{{0,8}}{deed}", context.text)) > 1
