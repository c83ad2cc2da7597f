"""Who is in charge of a measure, and where it holds: what a plan notes in brackets behind it."""

import re
from collections.abc import Iterator
from functools import lru_cache

import rjieba

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.lots import shuffled
from quizzes.generation.options.bodies import accepted
from quizzes.generation.options.body_rivals import mixed
from quizzes.generation.options.offices import field_of
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.pointing import leans
from quizzes.generation.reading.sentences import LABEL, Sentence
from quizzes.text.types import Span

NOTE = re.compile(
    r"[（(](?P<role>负责部门|责任单位|责任部门|牵头单位|牵头部门|主办单位|负责单位|牵头责任单位)"
    r"[：:](?P<who>[^：:，,；;。）)]+)(?P<rest>[^）)]*)[）)]"
)
SCOPE = re.compile(r"适用范围[：:](?P<where>[^，；。）)]+)")
BODY = re.compile(r"[\u4e00-\u9fff]{2,16}")
EVERYONE = re.compile(r"^各|有关|相关|所有|等")
LONGEST_MEASURE = 60
MOST = 5
WANTED, FEWEST = 3, 2
OUTSIDERS = 6


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """A draft for who is in charge, and one for where the measure holds."""
    note = NOTE.fullmatch(sentence.span.of(context.text).strip("。"))
    measure = _measure(sentence, context) if note else ""
    if note is None or not measure:
        return
    start = sentence.span.start
    bodies = tuple(note["who"].split("、"))
    if _are_bodies(bodies):
        place = Span(start + note.start("who"), start + note.end("who"))
        yield _in_charge(sentence, measure, note["role"], bodies, place, context)
    where = SCOPE.search(note[0])
    if where is not None and BODY.fullmatch(where["where"]) and not EVERYONE.search(where["where"]):
        place = Span(start + where.start("where"), start + where.end("where"))
        if where["where"][:2] in measure.removeprefix(context.name):
            return  # 福建省药监部门: the measure tells where
        yield _where(sentence, measure, place, context)


def _measure(sentence: Sentence, context: Context) -> str:
    """What the note belongs to: the first sentence of its paragraph; empty where it leans."""
    if not sentence.before or not context.name:
        return ""
    said = sentence.before[0].of(context.text)
    label = LABEL.match(said)
    said = (said[label.end() :] if label else said).rstrip("。；;")
    if not 6 <= len(said) <= LONGEST_MEASURE or "（" in said or leans(said):
        return ""
    inner = said.translate(str.maketrans("“”", "‘’"))
    return f"{context.name}提出“{inner}”"


def _are_bodies(bodies: tuple[str, ...]) -> bool:
    whole = all(BODY.fullmatch(body) and not EVERYONE.search(body) for body in bodies)
    return whole and len(bodies) <= MOST and len(set(bodies)) == len(bodies)


def _in_charge(
    sentence: Sentence,
    measure: str,
    role: str,
    bodies: tuple[str, ...],
    place: Span,
    context: Context,
) -> Draft:
    alone = len(bodies) == 1
    others = _others(bodies, context.text, measure)
    asked = f"{'哪个' if alone else '哪些'}{role[-2:]}"
    text = f"{measure}，这项任务由{SLOT}{'牵头' if '牵头' in role else '负责'}"
    key = "、".join(bodies)
    return Draft(
        kind="actor",
        sentence=sentence,
        answer=key if alone else bodies,
        value=key,
        evidence=Span(sentence.before[0].start, sentence.span.end),
        place=place,
        statement=text,
        stem=text.replace(SLOT, asked) + "？",
        blank=f"{text.replace(SLOT, BLANK)}。" if alone else "",
        accepted=accepted(key, context.text) if alone else (key,),
        key=key,
        certainty=0.7 if alone and _is_named(key, measure) else 0.88,
        importance=2,
        rivals=mixed(others, key) if alone and len(others) >= WANTED else (),
        members=() if alone else bodies,
        outsiders=others if not alone and len(others) >= FEWEST else (),
    )


def _where(sentence: Sentence, measure: str, place: Span, context: Context) -> Draft:
    name = place.of(context.text)
    text = f"{measure}，这项措施的适用范围是{SLOT}"
    others = [one for one in _scopes(context.text) if one != name and name not in one]
    return Draft(
        kind="place",
        sentence=sentence,
        answer=name,
        value=name,
        evidence=Span(sentence.before[0].start, sentence.span.end),
        place=place,
        statement=text,
        stem=text.replace(SLOT, "哪里") + "？",
        blank=text.replace(SLOT, BLANK) + "。",
        accepted=(name,),
        key=name,
        certainty=0.7 if _is_placed(measure) else 0.88,
        importance=3,
        rivals=tuple(shuffled(measure, others)[:WANTED]) if len(others) >= WANTED else (),
    )


def _is_named(body: str, measure: str) -> bool:
    """The measure itself speaks of the body's field: 税收 and 税务总局."""
    field = field_of(body)
    if field is None:
        return body[:2] in measure
    return any(spelling[:2] in measure for spelling in field.spellings)


def _is_placed(measure: str) -> bool:
    """A town that it names tells in whose province it is."""
    return any(tag == "ns" and word != "中国" for word, tag in rjieba.tag(measure))


def _others(bodies: tuple[str, ...], text: str, seed: str) -> tuple[str, ...]:
    """Bodies of the same cluster that are in charge of something else.

    None that the measure may belong to as well, or that is another name of one in charge.
    """
    held = [field for body in bodies if (field := field_of(body)) is not None]
    clusters = frozenset(name for field in held for name in field.clusters)
    fit = [
        other
        for other in _in_notes(text)
        if (field := field_of(other)) is not None
        and field not in held
        and field.clusters & clusters
        and not _is_named(other, seed)
    ]
    return tuple(shuffled(seed, fit)[:OUTSIDERS])


@lru_cache(maxsize=4)
def _in_notes(text: str) -> tuple[str, ...]:
    found = (one for note in NOTE.finditer(text) for one in note["who"].split("、"))
    return tuple(dict.fromkeys(one for one in found if _are_bodies((one,))))


@lru_cache(maxsize=4)
def _scopes(text: str) -> tuple[str, ...]:
    found = (m["where"] for m in SCOPE.finditer(text) if BODY.fullmatch(m["where"]))
    return tuple(dict.fromkeys(one for one in found if not EVERYONE.search(one)))
