"""What something is called: the quoted name of a strategy, a reform, a programme."""

import re
from collections.abc import Iterator
from functools import lru_cache

import rjieba

from quizzes.generation.context import Context
from quizzes.generation.drafts import BLANK, SLOT, YEAR, Draft
from quizzes.generation.grammar import is_verb
from quizzes.generation.sentences import Clause, Sentence
from quizzes.generation.stems import statement
from quizzes.generation.tokens import Token
from quizzes.text.types import Span

NAME = re.compile(r"“[\u4e00-\u9fffA-Za-z0-9+·（）—、]{2,14}”")
QUOTED = re.compile(r"“([\u4e00-\u9fffA-Za-z0-9+·（）—、]{2,14})”([\u4e00-\u9fff]{2,4})")
NUMERAL = re.compile(r"[两二三四五六七八九十]")
PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")
ENOUGH = 8
BARE = 8
LONG = 60
CLASSES = (
    {"改革", "战略", "工程", "行动", "计划", "专项", "活动", "规划"},
    {"机制", "模式", "制度", "体系", "平台", "方式", "办法", "体制"},
    {"理念", "思想", "精神", "方针", "原则", "思路", "布局", "要求"},
)
LONGEST_HEAD = 6
WRONG = 3


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each quoted name that is the object, or part of the object, of a clause."""
    for clause in sentence.clauses:
        for at, token in enumerate(clause.tokens):
            if token.tag == "quote" and _is_asked(clause, at):
                draft = _draft(sentence, clause, at, context)
                if draft is not None:
                    yield draft


def _is_asked(clause: Clause, at: int) -> bool:
    """A single short name behind a verb, not one of a row of names."""
    if not NAME.fullmatch(clause.tokens[at].text):
        return False
    around = [clause.tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(clause.tokens)]
    if any(token.tag == "quote" or token.text in {"、", "等", "和", "与"} for token in around):
        return False
    first = clause.lead
    return any(is_verb(clause.tokens, i) or clause.tokens[i].text == "以" for i in range(first, at))


def _draft(sentence: Sentence, clause: Clause, at: int, context: Context) -> Draft | None:
    token = clause.tokens[at]
    name = token.text[1:-1]
    said = statement(sentence, clause, token.span, context)
    if said is None or len(said.text) < ENOUGH or said.text.count(SLOT) != 1:
        return None
    if any(piece in said.text for piece in re.split(r"[、+]", name) if len(piece) > 1):
        return None
    head = _head(clause.tokens[at + 1 :])
    follows = clause.tokens[at + 1].text if at + 1 < len(clause.tokens) else ""
    if follows and not head and follows not in {"为", "作为", "的"}:
        return None
    return Draft(
        kind="term",
        sentence=sentence,
        answer=name,
        value=name,
        evidence=said.evidence,
        place=Span(token.span.start + 1, token.span.end - 1),
        statement=said.text,
        stem=said.text.replace(SLOT, "什么") + "？",
        blank=said.text.replace(SLOT, f"“{BLANK}”") + "。" if PLAIN.fullmatch(name) else "",
        accepted=(name, token.text),
        key=token.text,
        certainty=said.certainty - _doubt(said.text, head, follows) - _known(name),
        importance=3 if head else 2,
        rivals=_rivals(name, head, sentence, context) if _can_be_asked(clause, at, head) else (),
    )


def _known(name: str) -> float:
    """Two characters, or a number and a noun (三大纪律): many can say it without reading."""
    return 0.12 if len(name) <= 2 or NUMERAL.match(name) else 0.0


def _can_be_asked(clause: Clause, at: int, head: str) -> bool:
    """什么 stands well where the name stood: behind a verb, and its noun closes the phrase."""
    before = clause.tokens[at - 1]
    behind = "".join(token.text for token in clause.tokens[at + 1 :])
    opens = is_verb(clause.tokens, at - 1) or before.text in {"了", "的", "以", "为"}
    return opens and (behind == head or behind.removeprefix(head)[:1] in {"不", "并", "的"})


def _doubt(text: str, head: str, follows: str) -> float:
    """A name with its noun is a clear question; one behind subject and verb alone is not."""
    if len(text) > LONG:
        return 0.2
    before = text.partition(SLOT)[0]
    bare = len(before) < BARE + 6 and "的" not in before
    if head:
        return 0.16 if bare and len(text) < BARE + 9 and not YEAR.search(text) else 0.02
    return 0.16 if bare or follows == "的" else 0.06


def _head(following: tuple[Token, ...]) -> str:
    """战略 behind “…”: the nouns that say what the name is the name of."""
    head = ""
    for token in following:
        if not token.is_noun or token.tag in {"quote", "ns", "nz", "f"}:
            break
        head += token.text
    return head if len(head) <= LONGEST_HEAD else ""


def _rivals(name: str, head: str, sentence: Sentence, context: Context) -> tuple[str, ...]:
    """Other names of the document, of the same make and length, said of something else.

    Only names that stand before a noun, as this one does: idioms and slogans are no rivals of a
    strategy's name.
    """
    if not head:
        return ()
    here = sentence.paragraph.span.of(context.text)
    fit = [
        (head[:2] != other_head, abs(len(other) - len(name)), place, other)
        for place, (other, other_head) in enumerate(_names(context.text))
        if _is_of_one_make(name, other)
        and f"“{other}”" not in here
        and _are_of_one_class(head, other_head)
    ]
    chosen: list[str] = []
    for *_, other in sorted(fit):
        if not any(other in one or one in other for one in chosen):
            chosen.append(other)
    return tuple(f"“{other}”" for other in chosen[:6])


def _are_of_one_class(head: str, other: str) -> bool:
    """Both are reforms and programmes, or both mechanisms and models, or the same noun."""
    return head[-2:] == other[:2] or any(head[-2:] in c and other[:2] in c for c in CLASSES)


def _is_of_one_make(name: str, other: str) -> bool:
    return (
        abs(len(other) - len(name)) <= 2
        and bool(NUMERAL.match(name)) == bool(NUMERAL.match(other))
        and ("、" in name) == ("、" in other)
        and ("+" in name) == ("+" in other)
        and any(map(str.isdigit, name)) == any(map(str.isdigit, other))
        and not {name[at : at + 2] for at in range(len(name) - 1)}
        & {other[at : at + 2] for at in range(len(other) - 1)}
    )


@lru_cache(maxsize=4)
def _names(text: str) -> tuple[tuple[str, str], ...]:
    """The quoted names that stand before a noun, with the noun's first two characters."""
    found: dict[str, str] = {}
    for name, following in QUOTED.findall(text):
        tagged = rjieba.tag(following)
        if (tagged and tagged[0][1][0] == "n") or (tagged and tagged[0][1] == "vn"):
            found.setdefault(name, following[:2])
    return tuple(found.items())
