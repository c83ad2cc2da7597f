"""Where: which place did it, and where something stands or was held."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import rjieba

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.lexicon import COMMON_NAMES, METAPHORS
from quizzes.generation.likeness import bigrams
from quizzes.generation.lots import shuffled
from quizzes.generation.options.rivals import balanced
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.reading.tokens import Token
from quizzes.generation.wording.stems import statement
from quizzes.text.types import Span

PLACE = r"[\u4e00-\u9fff]{2,12}?(?:省|市|自治区|自治州|州|盟|旗|新区|县|区|镇|乡|街道|村|社区)"
# What people leave out of a region's name.
REGION = re.compile(r"(?:维吾尔|壮族|回族)?自治区$")
ONLY_PLACES = re.compile(f"(?:{PLACE}){{1,3}}")
LEVELS = (
    "省",
    "自治区",
    "市",
    "县",
    "新区",
    "区",
    "镇",
    "乡",
    "街道",
    "社区",
    "村",
    "州",
    "盟",
    "旗",
)
SITE = re.compile(r"(?:位于|坐落于|坐落在|地处|落户|总部设在|设在|迁至|迁到)$")
ENOUGH = 14
FEWEST = 4
SAME = 0.34
DISTINCT, NAMED, SURE = 0.4, 0.3, 0.84
# 四项措施: a label that says nothing.
COUNTED = re.compile(r"[一二两三四五六七八九十]+[大个项条种类]")


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each place that acts in a document of many places, and each site named."""
    for clause in sentence.clauses:
        draft = _actor(sentence, clause, context) or _site(sentence, clause, context)
        if draft is not None:
            yield draft


def _actor(sentence: Sentence, clause: Clause, context: Context) -> Draft | None:
    """河北省定州市探索…: in a document that tells of many places, which one it was."""
    own = clause.own
    if context.hero or own is None or clause is not sentence.clauses[0]:
        return None
    place = _opening_place(clause.tokens[own[0] :])
    if place is None or place.end != clause.tokens[own[1] - 1].span.end:
        return None
    name = place.of(context.text)
    others = _acting(context.text)
    if name not in others or len(others) < FEWEST:
        return None
    named = _has_its_name(sentence, context)
    if not _is_distinct(sentence, name, NAMED if named else DISTINCT, context):
        return None
    rivals = _unlike(name, sentence.span.of(context.text), others, context.text)
    draft = _draft(sentence, clause, place, f"哪个{_kind(name)}", rivals, context)
    if draft is None or not _has_its_name(sentence, context):
        return draft
    return replace(draft, certainty=max(draft.certainty, SURE))


def _has_its_name(sentence: Sentence, context: Context) -> bool:
    """What it did has a name in quotation marks that nobody else's deed has."""
    names = re.findall("“([^“”]{3,})”", sentence.span.of(context.text))
    return any(
        context.text.count(name) == 1
        and name not in COMMON_NAMES | METAPHORS
        and not COUNTED.match(name)
        for name in names
    )


def _site(sentence: Sentence, clause: Clause, context: Context) -> Draft | None:
    """总部设在X市: where it stands."""
    for before, token in zip(clause.tokens, clause.tokens[1:], strict=False):
        if SITE.search(before.text) and token.tag == "ns" and len(token.text) > 2:
            following = [t for t in clause.tokens if t.span.start >= token.span.end]
            place = _opening_place([token, *following])
            if place is None or place.end != clause.span.end:
                return None
            return _draft(sentence, clause, place, "哪里", (), context)
    return None


def _opening_place(tokens: Sequence[Token]) -> Span | None:
    """The names of places, one inside the other, that the words open with."""
    end = 0
    while end < len(tokens) and tokens[end].tag == "ns":
        end += 1
    if not end or not ONLY_PLACES.fullmatch("".join(token.text for token in tokens[:end])):
        return None
    return Span(tokens[0].span.start, tokens[end - 1].span.end)


def _kind(name: str) -> str:
    """省, 市, 县 …: what the last part of the name is."""
    return next((level for level in LEVELS if name.endswith(level)), "地方")


@lru_cache(maxsize=4)
def _acting(text: str) -> dict[str, str]:
    """The places that open a sentence, each with the sentence; none that opens several."""
    found: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for line in re.split(r"[。\n]", text):
        opening = re.match(f"(?:\\d+[.．、]|[（(].{{1,3}}[）)])?((?:{PLACE}){{1,3}})", line.strip())
        if opening is None:
            continue
        name = ""
        for word, tag in rjieba.tag(opening[1]):
            if tag != "ns":
                break
            name += word
        if name:
            counts[name] += 1
            found[name] = line
    return {name: line for name, line in found.items() if counts[name] == 1}


def _unlike(name: str, said: str, others: dict[str, str], text: str) -> tuple[str, ...]:
    """Places of the same level, in other parts of the country, that did something else."""
    mine = set(bigrams(said))
    fit = [
        other
        for other, line in others.items()
        if _kind(other) == _kind(name)
        and other not in name
        and name not in other
        and _depth(other) == _depth(name)
        and len(mine.intersection(bigrams(line))) < SAME * len(mine)
    ]
    return balanced(name, shuffled(f"{name} {len(text)}", fit), said.replace(name, ""), said)


def _is_distinct(sentence: Sentence, name: str, least: float, context: Context) -> bool:
    """What it did is told in words of its own: 优化营商环境 could be said of anybody."""
    pairs = bigrams(sentence.span.of(context.text).replace(name, ""))
    alone = sum(context.text.count(pair) == 1 for pair in pairs)
    return alone >= least * len(pairs)


def short_names(name: str) -> tuple[str, ...]:
    """The place as it is written, and as people say it: 新疆, 浙江; 荆州市 for 湖北省荆州市."""
    found = [name, REGION.sub("", name)]
    last = re.findall(PLACE, name)
    if len(last) > 1:
        found.append(last[-1])
    found += [one[:-1] for one in tuple(found) if one[-1] in "省市" and len(one) > 2]
    return tuple(dict.fromkeys(found))


def _depth(name: str) -> int:
    """How many places the name holds, one inside the other."""
    return len(re.findall(PLACE, name))


def _draft(
    sentence: Sentence,
    clause: Clause,
    place: Span,
    question: str,
    rivals: tuple[str, ...],
    context: Context,
) -> Draft | None:
    said = statement(sentence, clause, place, context)
    name = place.of(context.text)
    if said is None or said.text.count(SLOT) != 1 or name in said.text:
        return None
    if len(said.text) < ENOUGH or f"{SLOT}等" in said.text:
        return None
    return Draft(
        kind="place",
        sentence=sentence,
        answer=name,
        value=name,
        evidence=said.evidence,
        place=place,
        statement=said.text,
        stem=said.text.replace(SLOT, question) + "？",
        blank=said.text.replace(SLOT, BLANK) + "。" if not rivals else "",
        accepted=short_names(name),
        key=name,
        certainty=said.certainty,
        importance=2,
        rivals=rivals,
    )
