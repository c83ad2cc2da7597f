"""Bodies that could be taken for another: of its level and its field's cluster, or none."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quizzes.generation.drafts import SLOT
from quizzes.generation.likeness import bigrams
from quizzes.generation.lots import shuffled
from quizzes.generation.options.bodies import POLICE, is_body, question
from quizzes.generation.options.offices import (
    FIELDS,
    HOUSES,
    KIND,
    Field,
    approvers,
    ministry,
    ministry_of,
    office_of,
    topic,
    written,
)
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Sentence

LEVELS = ("国务院", "省级人民政府", "设区的市级人民政府", "县级人民政府")
LEVEL = re.compile(
    r"^(?P<seat>.{0,12}所在地的?)?(?P<level>国务院|(?:省、自治区、直辖市|省级)人民政府|设区的市级?人民政府|"
    r"县级人民政府)(?P<office>(?:.{2,12}的)?[^的]{0,10}(?:部门|机关|机构))$"
)
COUNCIL = re.compile(r"^(?:[省市县区镇]|县（[区市]）|省级|市级|设区的市级|县级|乡镇|镇)人民政府$")
FORMAL = ("省级", "设区的市级", "县级", "乡镇")
PLAIN = ("省", "市", "县", "乡", "镇")
STATE = "国务院"
REFORM, CONGRESS = "国家发展和改革委员会", "全国人民代表大会常务委员会"
YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
WANTED = 3
# Offices of money and order have nothing to do with most matters.
APART = frozenset(("order", "finance"))
SAME_DEED = 0.5
CLOSE = 7


def rivals(
    name: str, statement: str, sentence: Sentence, context: Context, charged: Sequence[str]
) -> tuple[str, ...]:
    """Three others of its level and cluster, the document's first; empty where there are fewer.

    `charged` are the bodies that the document charges with something, here or elsewhere.
    """
    told = statement.removeprefix(context.frame).replace(SLOT, "")
    chosen: list[str] = []
    for other, spellings in _candidates(name, told, context, charged):
        apart = other not in (name, *chosen) and not _overlap(other, name)
        if apart and not _does_too(spellings, told, sentence, context):
            chosen.append(other)
    return mixed(chosen, name) if len(chosen) >= WANTED else ()


def mixed(chosen: Sequence[str], name: str) -> tuple[str, ...]:
    """The first three, so that no ending of theirs sets the key apart: 总署 among 局, 局, 部."""
    best = tuple(chosen[:WANTED])
    if len({other[-1] for other in best} | {name[-1]}) != 2 or any(
        other[-1] == name[-1] for other in best
    ):
        return best
    another = next((other for other in chosen[WANTED:] if other[-1] != best[0][-1]), best[-1])
    return (*best[:-1], another)


def _candidates(
    name: str, told: str, context: Context, charged: Sequence[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each rival with what it would be known by in the text."""
    office, held = office_of(name), ministry_of(name)
    if POLICE.match(name):
        yield from ((one, (one,)) for one in _others(name, told, context, charged))
    elif name == STATE:
        yield from _of_state(told, context)
    elif held is not None:
        year = YEAR.search(told)
        for field in _ordered(held, told, context):
            if title := ministry(field, name, int(year[0]) if year else 0):
                yield title, (title, *field.ministries)
    elif office is not None and name not in HOUSES["justice"]:
        for field in _ordered(office.field, told, context):
            if title := written(office, field, context.text):
                yield title, field.spellings
    else:
        yield from ((one, (one,)) for one in _others(name, told, context, charged))


def _ordered(field: Field, told: str, context: Context) -> list[Field]:
    """The fields near it that the document speaks of, its other fields, then all that lie near."""
    fields = shuffled(f"{field.name} {told}", list(FIELDS))
    close = [one for one in fields if one is not field and one.clusters & field.clusters]
    named = [one for one in fields if one is not field and _is_told(one, context.text)]
    other = [one for one in named if not one.clusters & APART]
    common = [one for one in close if not one.is_rare]
    return list(dict.fromkeys((*(one for one in close if one in named), *other, *common)))


@lru_cache(maxsize=1024)
def _is_told(field: Field, text: str) -> bool:
    """The document names an office of the field, by itself or in a row (生态环境、水行政等部门)."""
    if any(name in text for name in field.ministries):
        return True
    behind = KIND if field.is_rare else f"(?:{KIND}|[、等])"
    return re.search(f"(?:{'|'.join(field.spellings)}){behind}", text) is not None


def _of_state(told: str, context: Context) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Who else could approve what the State Council did: in a statute its departments."""
    cluster = topic(told) or topic(context.name)
    fields = [
        field
        for field in FIELDS
        if cluster in field.clusters and field.ministry and not field.is_rare
    ]
    fields.sort(key=lambda one: not _is_told(one, context.text))
    year = YEAR.search(told)
    if context.is_law:
        yield CONGRESS, (CONGRESS,)
        for field in fields[:2]:
            if field.office:
                yield f"{STATE}{field.office}", field.spellings
        yield "省级人民政府", ("省、自治区、直辖市人民政府", "省级人民政府")
        return
    yield REFORM, (REFORM, "国家发展改革委", "发展改革委")
    for field in (*approvers(told), *fields):
        if field.ministry != REFORM:
            yield ministry(field, STATE, int(year[0]) if year else 0), field.ministries


def _others(name: str, told: str, context: Context, charged: Sequence[str]) -> list[str]:
    """Other levels of a council or an office of no known field; others of the same house."""
    level = LEVEL.match(name)
    if COUNCIL.match(name):
        seats = FORMAL if name.startswith(FORMAL) else PLAIN
        return [f"{seat}人民政府" for seat in seats if seat[0] != name[0]]
    if level is not None:
        return list(_levels(level, told, charged))
    own = [one for one in charged if _is_alike(one, name)]
    houses = [h for h in HOUSES.values() if name in h]
    house = max(houses, key=lambda h: sum(one in context.text for one in h), default=None)
    if house is None:
        house = next((h for h in HOUSES.values() if any(name.endswith(one) for one in h)), ())
    is_school = re.search(r"[中小]学|幼儿园", context.name) is not None
    if name.endswith("处"):
        house = HOUSES["school"] if is_school else house or HOUSES["university"]
    return [*own, *shuffled(f"{name} {told}", house)] if house else own


def _levels(level: re.Match[str], told: str, charged: Sequence[str]) -> Iterator[str]:
    """The office a level higher or lower, where the question leaves the level open."""
    if "全国" in told:
        return
    yield from (one for one in charged if one.startswith(level["level"]) and office_of(one))
    for other in LEVELS:
        local = other != STATE or not (level["seat"] or "本行政区域" in told)
        if other[:1] != level["level"][:1] and local:
            yield f"{level['seat'] or ''}{other}{level['office']}"


def _is_alike(one: str, name: str) -> bool:
    """Of the same kind, and about as long: 学生处 and 总务处, no 市民政局 beside 仲裁中心."""
    return (
        is_body(one)
        and one[-1] == name[-1]
        and question(one) == question(name)
        and office_of(one) is None
        and LEVEL.match(one) is None
        and abs(len(one) - len(name)) <= CLOSE
    )


def _overlap(one: str, other: str) -> bool:
    """One names the other, and neither is the State Council beside its own department."""
    return STATE not in (one, other) and (one in other or other in one)


def _does_too(spellings: Sequence[str], told: str, sentence: Sentence, context: Context) -> bool:
    """The sentence names it, or another one says that it does the same."""
    if any(one in sentence.span.of(context.text) or one in told for one in spellings):
        return True
    pairs = set(bigrams(told))
    return any(
        len(pairs.intersection(bigrams(said))) > SAME_DEED * len(pairs)
        for one in spellings
        for said in _naming(one, context.text)
    )


@lru_cache(maxsize=1024)
def _naming(name: str, text: str) -> tuple[str, ...]:
    """The sentences of the document that name a body."""
    return tuple(said for said in _sentences(text) if name in said)


@lru_cache(maxsize=4)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(re.split("[。\n]", text)))
