"""The stretch of a sentence that stands alone behind the document's name: 《…》规定，…."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizzes.generation.context import Context
from quizzes.generation.drafts import SLOT, YEAR
from quizzes.generation.grammar import acts, is_subordinate, is_verb
from quizzes.generation.lexicon import (
    CONNECTIVES,
    MODALS,
    NOW,
    OWN_PLACE,
    PIVOTS,
    POINTING,
    PRESENT,
    UPRIGHT,
)
from quizzes.generation.sentences import Clause, Sentence
from quizzes.generation.tokens import Token
from quizzes.text.types import Span

LONGEST = 110
LONGEST_ASIDE = 30
SHORT = 22
FULL = 46
SCOPE = re.compile(r"适用范围[：:]([^，；。）)]+)")
NOBODY = re.compile(
    r"[他她它我你咱]|记者|大家|人们|队员|村民们|老人|孩子|自己|这里|那里|有人|谁|对方|双方|[^，]{1,3}们$"
)
NAMES = {"ns", "nt", "nr", "nz"}
HALVES = (
    *("的同时", "时", "后", "之前", "以来", "过程中", "基础上", "前提下", "情况下", "的", "之际"),
    *("期间", "条件下", "领域", "方面"),
)
MODAL = re.compile(r"应当|不得|可以|必须|应(?=[\u4e00-\u9fff])|禁止|由.+(?:负责|制定|规定)")
ELSEWHERE = re.compile(
    r"前款|前条|前两款|前项|本条|本款|本章|本节|第[一二三四五六七八九十百\d]+[条款项]|依照前|另行|上述|下列|如下|以下(?!罚款|的罚款|简称)"
)
BACK = re.compile(r"其(?![他余它中])|[该此](?!外)|这|上述|他们|她们")
THIS = re.compile(
    r"本(?:法|条例|办法|规定|细则|规则|规程|章程|通知|意见|方案|决定|公告|报告|规划|计划|实施方案|实施意见)$"
)
LEANING = frozenset((*POINTING, "其", "该", "此", "这", "它", "他们", "她们"))
# A clause that opens so has its subject, or its reason, in the one before.
BOUND = (
    *("并", "且", "而", "使", "从而", "进而", "确保", "以", "但"),
    *("直至", "或者", "及", "以及", "才", "则"),
)


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
    clauses = sentence.clauses
    here = clauses.index(clause)
    first = _first(sentence, here, context)
    if first is None:
        return None
    last = here
    text = _shared_subject(clauses, first, here, place, context)
    if text is None:
        text = _said(clauses[first : last + 1], place, context)
    if text is None:
        return None
    end = _completed(clauses, last, context)
    if end is None:
        return None
    if end > last:
        rest = _said(clauses[last + 1 : end + 1], place, context, opens=False)
        if rest is None:
            return None
        last, text = end, f"{text}{clauses[last].stop}{rest}"
    while len(text) < SHORT and _may_follow(clauses, last):
        more = _said((clauses[last + 1],), place, context, opens=False)
        if more is None or len(text) + len(more) > FULL or _tells(more, place.of(context.text)):
            break
        last, text = last + 1, f"{text}，{more}"
    text = _scoped(text, sentence, context)
    frameless = text.startswith(context.name) or _is_named(clauses[first], place, context)
    framed = text if frameless else context.frame + text
    if len(framed) > LONGEST or not text.replace(SLOT, ""):
        return None
    proof = Span(clauses[first].span.start, clauses[last].span.end)
    sure = _certainty(text, first, here) - (
        0.0 if _tells_whose(clauses[first : last + 1], text, context) else 0.1
    )
    return Window(framed, first, last, sure, proof)


def _tells_whose(said: Sequence[Clause], text: str, context: Context) -> bool:
    """News and essays need a name in the question: 灌溉面积 of what?"""
    if context.is_law or context.is_plan or context.is_periodic:
        return True
    if any(name in text for name in (*context.topics.values(), *context.places.values())):
        return True
    return any(
        token.tag in NAMES and token.text in text for clause in said for token in clause.tokens
    )


def _scoped(text: str, sentence: Sentence, context: Context) -> str:
    """`text` with the place that a note behind its paragraph narrows it to (适用范围：…)."""
    note = SCOPE.search(sentence.paragraph.span.of(context.text))
    if note is None or note[1].startswith(("所有", "全国", "各")):
        return text
    where = note[1]
    for size in range(len(where) - 1, 2, -1):
        if where[-size:] in text:
            return text.replace(where[-size:], where, 1)
    return f"在{where}，{text}"


def _shared_subject(
    clauses: Sequence[Clause], first: int, here: int, place: Span, context: Context
) -> str | None:
    """国家实行甲政策，建立_机制 → 国家建立_机制; None where the clauses between matter."""
    owner = clauses[first]
    own = owner.own
    if own is None or here == first or owner.said.endswith(("的", "后", "时")):
        return None
    between = clauses[first:here]
    if any(token.text in PIVOTS for clause in between for token in clause.tokens):
        return None
    if not all(_is_deed(clause) for clause in clauses[first + 1 : here + 1]):
        return None
    end = own[1]
    while end < len(owner.tokens) and owner.tokens[end].text in MODALS:
        end += 1
    if end == own[1] and context.is_law:
        end = _behind_modal(owner) or end
    if not is_verb(owner.tokens, min(end, len(owner.tokens) - 1)) or _is_relative(owner, end):
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


def _is_half(clause: Clause) -> bool:
    """…的同时, …过程中: what happened then stands in the next clause."""
    return clause.said.endswith(HALVES)


def _completed(clauses: Sequence[Clause], last: int, context: Context) -> int | None:
    """Up to which clause the sentence has to be said so that it says something.

    What was done while or after something, and in a statute what has to be done in a case, stands
    further on. None where it does not stand there.
    """
    ruled = context.is_law and not any(MODAL.search(c.said) for c in clauses[: last + 1])
    after = range(last + 1, len(clauses))
    if ruled and (found := next((i for i in after if MODAL.search(clauses[i].said)), None)):
        return found if all(clauses[i].stop == "，" for i in range(last, found)) else None
    if not _is_half(clauses[last]):
        return last
    return last + 1 if after and clauses[last].stop == "，" else None


def _is_named(first: Clause, place: Span, context: Context) -> bool:
    """The clause names whom it speaks of, so that no document has to be named."""
    if context.is_law or context.is_plan or first.own is None or first.figures:
        return False
    opening = first.tokens[first.own[0]]
    named = opening.tag in {"ns", "nt"} and len(opening.text) > 2 and opening.span not in place
    return named and YEAR.search(first.said) is not None


def _certainty(text: str, first: int, here: int) -> float:
    return 0.86 - 0.01 * (here - first) - (0.05 if len(text) > 80 else 0.0)


def _first(sentence: Sentence, here: int, context: Context) -> int | None:
    clauses = sentence.clauses
    part = sentence.part_of(clauses[here])
    opening = clauses.index(part[0])
    if context.is_law:
        return _first_of_rule(sentence, opening, here)
    if not context.is_plan and not _is_owned(clauses[: here + 1]):
        return None
    at = here
    while at > opening and _needs_before(clauses, at):
        at -= 1
    if _needs_before(clauses, at) and at == opening and clauses[at].own is None:
        return None
    if clauses[at].own is None:
        owner = next((i for i in range(at, -1, -1) if _has_owner(clauses[i])), at)
        if owner < opening:
            return None
        at = owner
    return at if not _leans(clauses[at]) else None


def _is_owned(clauses: Sequence[Clause]) -> bool:
    """Somebody is spoken of by name or by what they are: 他, 记者, 队员们 are nobody."""
    owner = next((clause for clause in reversed(clauses) if _has_owner(clause)), None)
    if owner is None or owner.own is None:
        return False
    return not NOBODY.match("".join(t.text for t in owner.tokens[owner.own[0] : owner.own[1]]))


def _has_owner(clause: Clause) -> bool:
    return clause.own is not None and not _is_scene(clause)


def _first_of_rule(sentence: Sentence, opening: int, here: int) -> int | None:
    """A rule is said from its first word on: what stands before is its condition."""
    clauses = sentence.clauses
    first = clauses[opening]
    if opening and (first.own is None or first.said.endswith("的")):
        return None
    if _leans(first) or MODAL.match(first.said) or first.said.startswith(BOUND):
        return None
    if first.own is None and here == opening and acts(first.tokens) and not opening:
        return opening if MODAL.search(first.said) else None
    return opening


def _needs_before(clauses: Sequence[Clause], at: int) -> bool:
    """The clause goes on with the one before it, or that one sets its scene."""
    said = clauses[at].said
    if said.startswith(BOUND) or (clauses[at].tokens and clauses[at].tokens[0].text in CONNECTIVES):
        return True
    return at > 0 and _is_scene(clauses[at - 1]) and clauses[at - 1].stop == "，"


def _is_scene(clause: Clause) -> bool:
    return is_subordinate(clause.tokens) and not is_verb(clause.tokens, 0)


def leans(said: str) -> bool:
    """Some word of `said` points outside it: 前款, 其, 我市, 今年."""
    if ELSEWHERE.search(said) or BACK.search(said) or said.startswith("本"):
        return True
    own = (word for word in OWN_PLACE if len(word) > 1)
    return any(word in said for word in (*NOW, *PRESENT, *own))


def _leans(clause: Clause) -> bool:
    """Its first words point back to something said before."""
    opening = clause.tokens[: clause.lead + 2]
    return any(_points(token) for token in opening)


def _points(token: Token) -> bool:
    return token.text.startswith(tuple(LEANING)) and token.text not in UPRIGHT


def _may_follow(clauses: Sequence[Clause], last: int) -> bool:
    """The next clause only says what for: it opens with its verb and holds no figure."""
    if last + 1 >= len(clauses) or clauses[last].stop != "，":
        return False
    following = clauses[last + 1]
    return (
        following.own is None
        and (acts(following.tokens) or following.tokens[0].tag in {"p", "c"})
        and not following.figures
        and not any(token.tag == "bracket" for token in following.tokens)
    )


def _said_words(
    tokens: Sequence[Token], clause: Clause, place: Span, context: Context
) -> str | None:
    """The opening `tokens` of `clause` as they are said in a question."""
    words = [_word(clause, at, token, context, is_first=True) for at, token in enumerate(tokens)]
    inside = any(token.span in place for token in tokens)
    return None if inside or None in words else "".join(word or "" for word in words)


def _said(
    clauses: Sequence[Clause], place: Span, context: Context, *, opens: bool = True
) -> str | None:
    parts = []
    for at, clause in enumerate(clauses):
        words = list(_words(clause, place, context, is_first=opens and at == 0))
        if None in words:
            return None
        stop = "" if at == len(clauses) - 1 else clause.stop
        parts.append("".join(word or "" for word in words) + stop)
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
    if token.text in OWN_PLACE:
        return context.place(token.text) or (token.text if token.text in context.name else None)
    if is_first and at == clause.lead and token.text in context.topics:
        return context.topics[token.text]
    if THIS.match(token.text):
        name = context.this_document(token.text)
        return f"该{token.text[1:]}" if name and at else name or None
    if _points(token) and is_first and at < 3:
        return None
    if token.tag == "bracket" and ("以下" in token.text or len(token.text) > LONGEST_ASIDE):
        return ""
    return token.text
