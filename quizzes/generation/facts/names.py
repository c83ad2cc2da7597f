"""What something is called: the quoted name of a strategy, a reform, a programme."""

import re
from collections.abc import Iterator

from quizzes.generation.context import Context
from quizzes.generation.drafts import BLANK, SLOT, YEAR, Draft
from quizzes.generation.grammar import is_verb
from quizzes.generation.lexicon import COMMON_NAMES, METAPHORS
from quizzes.generation.naming import Name, name_at
from quizzes.generation.quoted import rivals
from quizzes.generation.sentences import Clause, Sentence
from quizzes.generation.stems import statement
from quizzes.generation.tails import unowned, with_tail, with_year
from quizzes.text.types import Span

PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")
# 四大工程, 三项机制: a label that says nothing.
COUNTED = re.compile(r"[一二两三四五六七八九十]+[大个项条种类][\u4e00-\u9fff]{2}$")
HOLLOW = re.compile(
    r"(?:不断|持续|扎实|深入|稳步|加快|有序)(?:深化|推进|提升|完善|优化|加强|增强)$"
)
ASIDE = re.compile(r"（[^（）]{8,}）")
LONGEST, LONGEST_BARE = 96, 14
ENOUGH, TELLING = 8, 20
GOES_ON = {"不", "并", "的", "中", "和"}


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each quoted name that a clause says something of."""
    for clause in sentence.clauses:
        for at, token in enumerate(clause.tokens):
            name = name_at(clause, at) if token.tag == "quote" else None
            draft = _draft(sentence, clause, name, context) if name else None
            if draft is not None:
                yield draft


def _draft(sentence: Sentence, clause: Clause, name: Name, context: Context) -> Draft | None:
    said = statement(sentence, clause, name.token.span, context)
    if said is None or said.text.count(SLOT) != 1 or "【" in said.text:
        return None
    text, proof = with_tail(sentence, clause, ASIDE.sub("", said.text), said.evidence)
    text = with_year(sentence, _owned(text, context), context)
    if _is_given_away(name, text):
        return None
    told = len(re.sub(r"\W", "", text.removeprefix(context.frame))) - len(name.head[-2:])
    asked = f"{SLOT}的" if name.linked else SLOT
    token = name.token
    return Draft(
        kind="term",
        sentence=sentence,
        answer=name.text,
        value=name.text,
        evidence=proof,
        place=Span(token.span.start + 1, token.span.end - 1),
        statement=text,
        stem=text.replace(asked, "怎样的" if name.linked else "什么") + "？",
        blank=_blank(text, name),
        accepted=(name.text, token.text),
        key=token.text,
        certainty=said.certainty
        - _doubt(name, text.removeprefix(context.frame), told)
        - unowned(sentence, text, context),
        importance=3 if name.head else 2,
        rivals=_rivals(clause, name, told, sentence, context),
    )


def _owned(text: str, context: Context) -> str:
    """What opens with the name is the hero's: 小镇“2+4”帮扶机制全面建立."""
    opens = re.match(rf"{SLOT}(?!的)", text) or re.match(
        rf"[首第][\u4e00-\u9fff]{{1,3}}{SLOT}", text
    )
    return f"{context.hero}{text}" if context.hero and opens else text


def _is_given_away(name: Name, text: str) -> bool:
    pieces = re.split(r"[、+，]", name.text)
    return any(piece in text for piece in pieces if len(piece) > 1) or len(text) < ENOUGH


def _blank(text: str, name: Name) -> str:
    """A blank only where the name has one spelling that a reader can recall."""
    fair = PLAIN.fullmatch(name.text) or re.fullmatch(r"\w+[、，+]\w+", name.text)
    return text.replace(SLOT, f"“{BLANK}”") + "。" if fair else ""


def _rivals(
    clause: Clause, name: Name, told: int, sentence: Sentence, context: Context
) -> tuple[str, ...]:
    if not name.head or not _can_be_asked(clause, name):
        return ()
    return rivals(name.text, name.head, told, sentence, context)


def _can_be_asked(clause: Clause, name: Name) -> bool:
    """什么 stands well where the name stood: behind a verb, and its noun closes the phrase."""
    at, tokens = name.at, clause.tokens
    before = tokens[at - 1].text if at else ""
    opens = (at > 0 and is_verb(tokens, at - 1)) or before in {"了", "的", "以", "为"}
    behind = "".join(token.text for token in tokens[at + 1 :]).removeprefix("的")
    rest = behind.removeprefix(name.head)
    return opens and (not rest or rest[0] in GOES_ON or name.linked)


def _doubt(name: Name, text: str, told: int) -> float:
    """A name with its noun is a clear question; one behind subject and verb alone is not."""
    if len(text) > LONGEST or name.text in COMMON_NAMES:
        return 0.2
    doubt = 0.06 if len(name.text) <= 2 or COUNTED.match(name.text) else 0.0
    if name.head:
        bare = told < ENOUGH and not YEAR.search(text)
        slogan = (name.linked and len(name.text) > LONGEST_BARE) or HOLLOW.search(text)
        return doubt + (0.16 if bare else 0.1 if slogan else 0.0)
    if name.naming:
        return doubt + (0.08 if told <= ENOUGH else 0.02)
    if name.text in METAPHORS and told < TELLING:
        return doubt + 0.16
    return doubt + (0.16 if told <= ENOUGH + 2 else 0.04)
