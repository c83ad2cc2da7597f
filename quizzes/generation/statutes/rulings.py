"""What a rule says of one case: a clause behind its condition, its subject and its tier."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizzes.generation.drafts import SLOT
from quizzes.generation.lexicon import NOW
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.statutes.captions import captioned, for_whom, told_in_notice
from quizzes.generation.statutes.openings import entered, headed, is_named_only, opening_of
from quizzes.generation.statutes.pieces import Piece, piece_of, plain_of
from quizzes.generation.statutes.rules import (
    ELSEWHERE,
    ITEMISED,
    LEANING,
    bare,
    condition,
    is_tier,
    listed,
    parts,
    plain,
    self_named,
)
from quizzes.generation.statutes.untold import is_untold, told_before
from quizzes.text.types import Span

LONGEST = 96
NOT_PLAIN = re.compile(r"[，。；：（]|其他|其它|本人申请")
# A clause that ends so says on what ground; what is to be done stands in the next one.
GROUND = re.compile(
    r"(?:依据|根据|依照|按照|遵循|会同|在)[^，；]*"
    r"(?:规定|要求|分工|需要|原则|程序|职责|权限|范围内|规划|标准|条件|部门|机关|机构)$|"
    r"(?:内|外|之前|以前)$|的(?!决定|罚款)[\u4e00-\u9fff]{1,8}$|^经[^，；]*(?:同意|批准|审核|诊断)$"
)
# 定于5月8日至12日，: what is done then stands in the next clause.
TIMED = re.compile(r"[于在自][^，；]{0,8}\d{1,2}(?:[日号时前止起]|[:：]\d{2})$")
# 申报材料包括：甲；乙: what stands behind the colon is no sentence.
NAMING = re.compile(r"(?:包括|材料|条件|资料|内容|如下|下列[^，。]*|以下[^，。]*)：")
THAT = re.compile(r"[该此]([\u4e00-\u9fff]{2})")
FORMULA = re.compile(r"[＝=÷×Σ]")
LONG, SHORT = 68, 8
# 年龄在35周岁以下: no 以下 that points on.
BELOW = re.compile(rf"(?:{SLOT}|[及岁元人名次年月日个天%米吨亩])以下")
WHOLE_CASE = 14
SHORTEST_ACT, LONGEST_ACT = 6, 36


@dataclass(frozen=True, slots=True)
class Ruling:
    """`text` with SLOT where the answer stood, how certain it is, and what proves it."""

    text: str
    certainty: float
    evidence: Span


def ruling(sentence: Sentence, clause: Clause, place: Span, context: Context) -> Ruling | None:
    """`clause` of a statute with the answer cut out, behind all that it holds for."""
    pieces = _pieces(sentence, clause, place)
    if pieces is None:
        return None
    if context.is_notice:
        pieces = for_whom(sentence, pieces)
    untold = is_untold(plain_of(pieces))
    if context.is_notice and (untold or len(plain_of(pieces)) < SHORT):
        pieces, untold = captioned(sentence, pieces, untold=untold)
    before = told_before(sentence, plain_of(pieces)) if untold else None
    if before is not None:
        whole = [Piece(before[0], "，", before[1]), *pieces]
        joined = _joined(whole, context)
        if joined is not None and len(joined) <= LONGEST:
            pieces, untold = whole, False
    text = _joined(pieces, context)
    if text is not None and len(text) > LONGEST:
        text = text.replace("《中华人民共和国", "《")
    if text is not None and len(text) > LONGEST and len(pieces) > 2:
        kept = [*_conditions(pieces[:-1]), *_owner(sentence, clause), pieces[-1]]
        text = _joined(kept, context) if len(kept) < len(pieces) else None
    if text is None or len(text) > LONGEST or text.count(SLOT) != 1:
        return None
    proof = Span(min(p.span.start for p in pieces), max(p.span.end for p in pieces))
    certainty = 0.7 if untold else 0.86
    is_long = len(text.removeprefix(context.frame)) >= LONG
    return Ruling(text, certainty - 0.04 * is_long, proof)


def _act(sentence: Sentence) -> Piece | None:
    """One entry of the list behind the sentence that can stand for the act in a question."""
    entries = [Piece(bare(p.span.of(sentence.text)), "，", p.span) for p in listed(sentence)]
    fit = [e for e in entries if SHORTEST_ACT <= len(e.text) <= LONGEST_ACT]
    plain = [e for e in fit if not NOT_PLAIN.search(e.text)]
    return next((e for e in plain if "或者" not in e.text), plain[0] if plain else None)


def _pieces(sentence: Sentence, clause: Clause, place: Span) -> list[Piece] | None:
    opening = opening_of(sentence)
    if opening is not None:
        return entered(sentence, opening, place)
    told = sentence.text[sentence.span.start : clause.span.start]
    if NAMING.search(told) and "；" in sentence.span.of(sentence.text):
        return None
    if is_named_only(sentence):
        return headed(sentence, place)
    clauses, at = sentence.clauses, sentence.clauses.index(clause)
    part = sentence.part_of(clause)
    start, end = clauses.index(part[0]), _end(clauses, at, clauses.index(part[-1]))
    if is_tier(part):
        before = _case(sentence, [one for one in parts(sentence) if clauses.index(one[0]) < start])
        own = [piece_of(sentence, one, place) for one in clauses[start:end]]
        return None if before is None else [*before, *own]
    if _stands(part, clause, place):
        start = at
    elif start and _goes_on(part):
        start = 0
    if LEANING.match(clauses[start].said):
        return None
    return _named([piece_of(sentence, one, place) for one in clauses[start:end]], sentence, "的")


def _end(clauses: Sequence[Clause], at: int, last: int) -> int:
    """Where the rule that the clause at `at` opens has said what is to be done."""
    goes_on = at < last and GROUND.search(clauses[at].said) and not _is_whole(clauses, at)
    end = at + 2 if goes_on else at + 1
    if end == at + 1 <= last and TIMED.search(clauses[at].said):
        end = at + 2
    while end <= last and (
        clauses[end - 1].said.endswith(("的", "后"))
        or clauses[end - 1].stop == "、"
        or _only_with(clauses, end)
    ):
        end += 1
    return end


def _only_with(clauses: Sequence[Clause], end: int) -> bool:
    """持身份证明和凭证，向公安机关登记: with what it is done, and nothing yet of what."""
    with_what = clauses[end - 1].said.startswith(("持", "凭", "携带", "带"))
    return with_what and clauses[end].said.startswith(("向", "到", "申请", "办理"))


def _is_whole(clauses: Sequence[Clause], at: int) -> bool:
    """学生处负责日常管理工作，总务处…: the next clause has a subject of its own and an office."""
    said, after = clauses[at].said, clauses[at + 1]
    return "负责" in said and after.own is not None and "负责" in after.said


def _goes_on(part: Sequence[Clause]) -> bool:
    """The part has its subject, or what its case is a case of, in the part before."""
    case = condition(part)
    if case:
        return case[-1].span.end - case[0].span.start < WHOLE_CASE
    if part[0].said.endswith(("后", "时", "前", "期间")) and any(one.own for one in part[1:]):
        return False
    return LEANING.match(part[0].said) is not None or part[0].own is None


def _stands(part: Sequence[Clause], clause: Clause, place: Span) -> bool:
    """The asked clause opens with the answer, its subject: what stands before is another rule."""
    before = part[: part.index(clause)]
    is_subject = clause.span.start == place.start and clause.span.end - place.end > 1
    return is_subject and not any(
        one.stop != "，" or one.said.endswith(("的", "时", "后", "前")) or one.own is None
        for one in before
    )


def _case(sentence: Sentence, before: Sequence[tuple[Clause, ...]]) -> list[Piece] | None:
    """The act that a tier is a tier of: in the same sentence, or in the one before it."""
    nowhere = Span(0, 0)
    for part in before:
        if found := condition(part):
            pieces = [piece_of(sentence, clause, nowhere) for clause in found]
            closing = pieces[-1]
            pieces[-1] = Piece(closing.text.removesuffix("的"), "，", closing.span)
            return _named(pieces, sentence, "")
    if before or not sentence.before:
        return None
    span, earlier = sentence.before[-1], sentence.before[:-1]
    last = Sentence(
        sentence.text, span, sentence.section, sentence.paragraph, sentence.ordinal, earlier
    )
    return _case(last, parts(last))


def _named(pieces: list[Piece], sentence: Sentence, ending: str) -> list[Piece] | None:
    """The pieces with one act of the list that they speak of: 有下列行为之一 → 虚报产量."""
    for at, piece in enumerate(pieces):
        m = ITEMISED.search(piece.text)
        if m is None:
            continue
        named = _act(sentence)
        if named is None:
            return None
        said = f"{piece.text[: m.start()]}{named.text}{ending}{piece.text[m.end() :]}"
        pieces[at] = Piece(said, "，", Span(piece.span.start, named.span.end))
    return pieces


def _owner(sentence: Sentence, clause: Clause) -> Iterator[Piece]:
    """The subject that the clause takes over from one before it in the sentence."""
    before = sentence.clauses[: sentence.clauses.index(clause)]
    cased = any(one.said.endswith("的") for one in before)
    if clause.own is not None or cased or clause.said.startswith("由"):
        return
    opening = next((one for one in before if one.own is not None), None)
    if opening is None or opening.own is None:
        return
    words = opening.tokens[opening.own[0] : opening.own[1]]
    span = Span(words[0].span.start, words[-1].span.end)
    yield Piece(span.of(sentence.text), "", span)


def _conditions(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Of what stands before the asked clause, only the case that it holds for."""
    last = max((at for at, p in enumerate(pieces) if p.text.endswith("的")), default=-1)
    yield from pieces[: last + 1]


def _joined(pieces: Sequence[Piece], context: Context) -> str | None:
    said = "".join(p.text + p.stop for p in pieces[:-1]) + pieces[-1].text
    if pieces[-1].stop == "：":
        said = said.removesuffix("：")
    if len(pieces) > 1 and pieces[-2].text.endswith("的"):
        said = re.sub(r"，(?:并处|并可以处|并可处)(?=[^，]*$)", "，处", said)
    said = plain(said)
    resolved = self_named(said, context)
    if resolved is None or ELSEWHERE.search(BELOW.sub("", resolved).replace(SLOT, "")):
        return None
    if LEANING.match(resolved) or any(word in resolved for word in NOW) or FORMULA.search(resolved):
        return None
    if any(m[1] not in resolved[: m.start()] for m in THAT.finditer(resolved)):
        return None
    text = re.sub(r"^[，、；]+", "", resolved)
    if context.is_notice:
        text = told_in_notice(text, context)
    return text if text.startswith(context.name or "《》") else context.frame + text
