"""The stretch of a sentence that stands alone behind the document's name: 《…》规定，…."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizzes.generation.drafts import SLOT, YEAR
from quizzes.generation.lexicon import AMOUNTS, CONNECTIVES, MODALS, NOW, OWN_PLACE, PIVOTS, PRESENT
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import acts, is_verb, words
from quizzes.generation.reading.named import COMMON_WORDS
from quizzes.generation.reading.pointing import ELSEWHERE, points
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.reading.tokens import Token
from quizzes.generation.wording.extents import (
    BOUND,
    completed,
    first_clause,
    is_measure,
    is_moved,
    is_named_owner,
    may_follow,
)
from quizzes.text.types import Span

LONGEST = 110
LONGEST_ASIDE = 30
SHORT = 22
THIN = 18
FULL = 46
SCOPE = re.compile(r"适用范围[：:]([^，；。）)]+)")
OWNERS = {"ns", "nt", "nr"}
# A story of one event, and what happened at it.
MEETING = re.compile(r"第[^》]{1,4}届[^》]*(?:会|节|赛|论坛|展)")
DURING = re.compile(
    r"(?:展会|会议|大会|论坛|活动|比赛|赛事|节会|会展)期间，|第[^，]{1,4}届[^，]*(?:会|节|赛|论坛|展)"
)
NAMES = {"ns", "nt", "nr", "nz"}
THIS = re.compile(
    r"本(?:法|条例|办法|规定|细则|规则|规程|章程|通知|意见|方案|决定|公告|报告|规划|计划|实施方案|实施意见)$"
)


# The first and the last clause that are said, and their words.
Stretch = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Window:
    """`text` with SLOT where the answer stood, from `first` to `last` of the sentence's clauses."""

    text: str
    first: int
    last: int
    certainty: float
    evidence: Span


def window(sentence: Sentence, clause: Clause, place: Span, context: Context) -> Window | None:
    """The fewest clauses around `clause` that say something whole; None where none do."""
    here = sentence.clauses.index(clause)
    first = first_clause(sentence, here, context)
    if first is None:
        return None
    stretch = _completed(sentence.clauses, first, here, place, context)
    if stretch is None:
        return None
    first, last, text = _filled_up(sentence.clauses, here, stretch, place, context)
    narrowed = scoped(text, sentence, context) if text else None
    if not narrowed or not narrowed.replace(SLOT, "") or _is_aim_alone(sentence, narrowed, context):
        return None
    return _framed(sentence.clauses, (first, here, last), narrowed, place, context)


def _is_aim_alone(sentence: Sentence, text: str, context: Context) -> bool:
    """为了甲，促进乙 without 制定本法, which is what they are for."""
    whole = sentence.span.of(context.text)
    return "制定本" in whole and text.startswith(("为了", "为")) and "制定" not in text


def _completed(
    clauses: Sequence[Clause], first: int, here: int, place: Span, context: Context
) -> Stretch | None:
    """The words from `first` up to the clause with which the sentence says something."""
    text = _shared_subject(clauses, first, here, place, context)
    text = text or _said(clauses[first : here + 1], place, context)
    last = completed(clauses, here, context)
    if text is None or last is None:
        return None
    if last == here:
        return first, last, text
    rest = _said(clauses[here + 1 : last + 1], place, context, opens=False)
    return None if rest is None else (first, last, f"{text}{clauses[here].stop}{rest}")


def _filled_up(
    clauses: Sequence[Clause], here: int, stretch: Stretch, place: Span, context: Context
) -> Stretch:
    """The stretch with the deeds around it, where it says little."""
    first, last, text = stretch
    while len(text) < SHORT and may_follow(clauses, last):
        more = _said((clauses[last + 1],), place, context, opens=False)
        if more is None or len(text) + len(more) > FULL or _tells(more, place.of(context.text)):
            break
        last, text = last + 1, f"{text}，{more}"
    if first == here and len(text) < THIN and is_moved(clauses, here):
        return here - 1, last, _said(clauses[here - 1 : last + 1], place, context) or ""
    return first, last, text


def _framed(
    clauses: Sequence[Clause],
    around: tuple[int, int, int],
    text: str,
    place: Span,
    context: Context,
) -> Window | None:
    first, here, last = around
    frameless = text.startswith(context.name) or _is_named(clauses[first], place, context)
    framed = text if frameless else context.frame + text
    if len(framed) > LONGEST:
        return None
    said = clauses[first : last + 1]
    is_owned = _tells_whose(said, text, context) and not _is_bare_measure(said, text, context)
    sure = _certainty(text, first, here) - (0.0 if is_owned else 0.1)
    return Window(framed, first, last, sure, Span(said[0].span.start, said[-1].span.end))


def _tells_whose(said: Sequence[Clause], text: str, context: Context) -> bool:
    """News and essays need a name in the question: 灌溉面积 of what?"""
    if MEETING.search(context.name) and DURING.match(text):
        return True
    if context.is_law or context.is_plan or context.is_periodic or context.is_notice:
        return True
    if any(name in text for name in (*context.topics.values(), *context.places.values())):
        return True
    return any(
        token.tag in NAMES and token.text in text and token.text not in COMMON_WORDS
        for clause in said
        for token in clause.tokens
    )


def _is_bare_measure(said: Sequence[Clause], text: str, context: Context) -> bool:
    """外贸总额突破_ in a story of several places: whose, no place or body in it tells."""
    own = said[0].own
    if own is None or not context.frame.startswith("据") or context.is_notice:
        return False
    subject = words(said[0].tokens[own[0] : own[1]])
    named = any(t.tag in OWNERS and t.text in text for clause in said for t in clause.tokens)
    return subject.endswith(AMOUNTS) and not named


def scoped(text: str, sentence: Sentence, context: Context) -> str | None:
    """`text` with the place that a note behind its paragraph narrows it to (适用范围：…).

    None where that place cannot be put into words.
    """
    note = SCOPE.search(sentence.paragraph.span.of(context.text))
    if note is None or note[1].startswith(("所有", "全国", "各")):
        return text
    where = note[1]
    for size in range(len(where) - 1, 2, -1):
        if where[-size:] in text:
            return text.replace(where[-size:], where, 1)
    return None if text.startswith("在") else f"在{where}，{text}"


def _shared_subject(
    clauses: Sequence[Clause], first: int, here: int, place: Span, context: Context
) -> str | None:
    """国家实行甲政策，建立_机制 → 国家建立_机制; None where the clauses between matter."""
    owner = clauses[first]
    own = owner.own
    if own is None or here == first or owner.said.endswith(("的", "后", "时")):
        return None
    if _is_relative(clauses[here], 0) and is_verb(clauses[here].tokens, 0):
        return None
    between = clauses[first:here]
    if any(token.text in PIVOTS for clause in between for token in clause.tokens):
        return None
    told = context.frame.startswith("据") and is_named_owner(owner, context)
    rest = clauses[first + 1 : here + 1]
    if not all(_is_deed(clause) or (told and is_measure(clause)) for clause in rest):
        return None
    end = own[1]
    while end < len(owner.tokens) and owner.tokens[end].text in MODALS:
        end += 1
    if end == own[1] and context.is_law:
        end = _behind_modal(owner) or end
    if not is_verb(owner.tokens, min(end, len(owner.tokens) - 1)) or _is_relative(owner, end):
        return None
    if words(owner.tokens[own[0] : own[1]]).endswith(AMOUNTS):
        return None
    subject = _said_words(owner.tokens[:end], owner, place, context)
    said = _said((clauses[here],), place, context)
    return None if subject is None or said is None else subject + said


def _behind_modal(owner: Clause) -> int:
    """湖泊保护应当 | 坚持: what stands before the modal is the subject, verbs and all."""
    modal = next((at for at, token in enumerate(owner.tokens) if token.text in MODALS), None)
    return 0 if modal is None else modal + 1


def _is_relative(owner: Clause, verb: int) -> bool:
    """企业参与教育的积极性有提升: the verb belongs to a noun further on, which is the subject."""
    said = [token.text for token in owner.tokens]
    if "的" not in said[verb:]:
        return False
    behind = len(said) - said[::-1].index("的")
    return any(is_verb(owner.tokens, at) for at in range(behind + 1, len(said)))


def _is_deed(clause: Clause) -> bool:
    return clause.own is None and acts(clause.tokens) and clause.tokens[0].text not in BOUND


def _tells(more: str, answer: str) -> bool:
    """`more` repeats a good part of the answer."""
    return any(answer[at : at + 3] in more for at in range(len(answer) - 2))


def _is_named(first: Clause, place: Span, context: Context) -> bool:
    """The clause names whom it speaks of, so that no document has to be named."""
    if context.is_law or context.is_plan or first.own is None or first.figures:
        return False
    opening = first.tokens[first.own[0]]
    named = opening.tag in {"ns", "nt"} and len(opening.text) > 2 and opening.span not in place
    return named and YEAR.search(first.said) is not None


def _certainty(text: str, first: int, here: int) -> float:
    return 0.86 - 0.01 * (here - first) - (0.05 if len(text) > 80 else 0.0)


def _said_words(
    tokens: Sequence[Token], clause: Clause, place: Span, context: Context
) -> str | None:
    """The opening `tokens` of `clause` as they are said in a question."""
    said = [_word(clause, at, token, context, is_first=True) for at, token in enumerate(tokens)]
    inside = any(token.span in place for token in tokens)
    return None if inside or None in said else "".join(word or "" for word in said)


def _said(
    clauses: Sequence[Clause], place: Span, context: Context, *, opens: bool = True
) -> str | None:
    parts = []
    for at, clause in enumerate(clauses):
        said = list(_words(clause, place, context, is_first=opens and at == 0))
        if None in said:
            return None
        stop = "" if at == len(clauses) - 1 else clause.stop
        parts.append("".join(word or "" for word in said) + stop)
    text = "".join(parts)
    return None if ELSEWHERE.search(text.replace(SLOT, "")) else re.sub(r"^[，、]+", "", text)


def _words(
    clause: Clause, place: Span, context: Context, *, is_first: bool
) -> Iterator[str | None]:
    for at, token in enumerate(clause.tokens):
        if token.span in place:
            yield SLOT if token.span.start == place.start else ""
        else:
            yield _word(clause, at, token, context, is_first=is_first)


def _word(clause: Clause, at: int, token: Token, context: Context, *, is_first: bool) -> str | None:
    if token.text in PRESENT or (is_first and at < clause.lead and token.text in CONNECTIVES):
        return ""
    if token.text in NOW:
        return context.moment(token.text)
    if token.text in OWN_PLACE and _is_any(clause, at):
        return f"所在{token.text[1:]}"
    if token.text in OWN_PLACE:
        return context.place(token.text) or (token.text if token.text in context.name else None)
    if is_first and at == clause.lead and token.text in context.topics:
        return context.topics[token.text]
    if is_first and at == clause.lead and (inner := context.inner(token.text)):
        return inner
    if THIS.match(token.text):
        name = context.this_document(token.text)
        return f"该{token.text[1:]}" if name and at else name or None
    if points(token) and is_first and at < 3:
        return None
    if token.tag == "bracket" and ("以下" in token.text or len(token.text) > LONGEST_ASIDE):
        return ""
    return token.text


def _is_any(clause: Clause, at: int) -> bool:
    """本省（市）: whichever it lies in."""
    behind = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
    return clause.tokens[at].text[0] == "本" and behind is not None and behind.tag == "bracket"
