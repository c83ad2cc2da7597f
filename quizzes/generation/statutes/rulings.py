"""What a rule says of one case: a clause behind its condition, its subject and its tier."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizzes.generation.drafts import SLOT
from quizzes.generation.lexicon import NOW
from quizzes.generation.likeness import bigrams
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.statutes.rules import (
    ELSEWHERE,
    ITEMISED,
    LABEL,
    LEANING,
    bare,
    condition,
    is_tier,
    listed,
    parts,
    plain,
    self_named,
)
from quizzes.generation.statutes.untold import RECEIVED, is_untold, told_before
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
LISTS = re.compile(r"(?:下列|以下|如下)[^。]*：$|(?:包括|条件|材料|情形|职责|内容)：$")
LABELLED = re.compile(
    r"(?<=^[\u4e00-\u9fff]{2}(?:范围|对象|时间|地点|标准|期限))：|(?<=^[\u4e00-\u9fff]{4}(?:范围|对象|时间|地点|标准|期限))："
)
# An entry that says itself who must: 护理岗位须具有….
MUST = re.compile(r"^[^，]{2,12}(?:须|应当|必须|应)(?=[具取有持符])")
# 计划遴选_个: of what, the notice's own short name says.
CALLED = re.compile(r"（以下简称“([\u4e00-\u9fff]{2,8})”）")
CHOSEN = re.compile(
    rf"(遴选|推荐|评选|认定|选拔)(?=(?:不超过)?(?:{SLOT}|\d+个)(?:左右|以内)?(?:[，。]|$))"
)
LONG_ASIDE = re.compile(rf"（[^（）{SLOT}]{{8,}}）")
HEADS = re.compile(r"(?:对象|范围)$")
DEMANDS = re.compile(
    r"(?P<must>(?:应当|必须|应|须|需|需要)(?:同时)?(?:具备|符合|满足|遵守|达到))"
    r"(?:下列|以下|如下)(?:基本)?(?P<kind>条件|要求|规定|标准)：?$"
)
THAT = re.compile(r"[该此]([\u4e00-\u9fff]{2})")
FORMULA = re.compile(r"[＝=÷×Σ]")
LONG, LONGEST_CAP, CALLS = 68, 14, 400
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


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a ruling and what they were cut from; `stop` joins the next piece to them."""

    text: str
    stop: str
    span: Span


def ruling(sentence: Sentence, clause: Clause, place: Span, context: Context) -> Ruling | None:
    """`clause` of a statute with the answer cut out, behind all that it holds for."""
    pieces = _pieces(sentence, clause, place)
    if pieces is None:
        return None
    if context.is_notice:
        pieces = _for_whom(sentence, pieces)
    untold = is_untold(_plain(pieces))
    if context.is_notice and (untold or len(_plain(pieces)) < SHORTEST_ACT + 2):
        pieces, untold = _captioned(sentence, pieces, untold=untold)
    before = told_before(sentence, _plain(pieces)) if untold else None
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


def _for_whom(sentence: Sentence, pieces: list[Piece]) -> list[Piece]:
    """培训对象, and below: 在岗教师，年龄不超过_ → 培训对象为在岗教师，年龄不超过_."""
    heading, first = sentence.section.heading, sentence.clauses[0]
    opens = pieces[0].span == first.span and SLOT not in pieces[0].text
    is_noun = first.stop == "，" and not any(t.tag.startswith("v") for t in first.tokens)
    if not (opens and is_noun and heading.endswith("对象") and not sentence.before):
        return pieces
    return [Piece(f"{heading}为{pieces[0].text}", pieces[0].stop, pieces[0].span), *pieces[1:]]


def _captioned(
    sentence: Sentence, pieces: list[Piece], *, untold: bool
) -> tuple[list[Piece], bool]:
    """（一）新建大棚。每亩补贴_ → 新建大棚，每亩补贴_; whether it is still untold of what.

    What a notice receives, its own name says: applications for what it calls for.
    """
    if RECEIVED.search(_plain(pieces)):
        return pieces, False
    span = sentence.before[0] if sentence.before else sentence.span
    caption = bare(span.of(sentence.text))
    if not sentence.before or not LABEL.match(span.of(sentence.text)) or len(caption) > LONGEST_CAP:
        return pieces, untold
    if any(pair in _plain(pieces) for pair in bigrams(caption)):
        return pieces, untold
    return [Piece(caption, "，", span), *pieces], False


def _plain(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text + piece.stop for piece in pieces)


def _act(sentence: Sentence) -> Piece | None:
    """One entry of the list behind the sentence that can stand for the act in a question."""
    entries = [Piece(bare(p.span.of(sentence.text)), "，", p.span) for p in listed(sentence)]
    fit = [e for e in entries if SHORTEST_ACT <= len(e.text) <= LONGEST_ACT]
    plain = [e for e in fit if not NOT_PLAIN.search(e.text)]
    return next((e for e in plain if "或者" not in e.text), plain[0] if plain else None)


def _pieces(sentence: Sentence, clause: Clause, place: Span) -> list[Piece] | None:
    opening = _opening(sentence)
    if opening is not None:
        return _entered(sentence, opening, place)
    told = sentence.text[sentence.span.start : clause.span.start]
    if NAMING.search(told) and "；" in sentence.span.of(sentence.text):
        return None
    if _is_named_only(sentence):
        return _headed(sentence, place)
    clauses, at = sentence.clauses, sentence.clauses.index(clause)
    part = sentence.part_of(clause)
    start, end = clauses.index(part[0]), _end(clauses, at, clauses.index(part[-1]))
    if is_tier(part):
        before = _case(sentence, [one for one in parts(sentence) if clauses.index(one[0]) < start])
        own = [_piece(sentence, one, place) for one in clauses[start:end]]
        return None if before is None else [*before, *own]
    if _stands(part, clause, place):
        start = at
    elif start and _goes_on(part):
        start = 0
    if LEANING.match(clauses[start].said):
        return None
    return _named([_piece(sentence, one, place) for one in clauses[start:end]], sentence, "的")


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


def _opening(sentence: Sentence) -> Sentence | None:
    """The sentence that opens the numbered list in which this one is an entry.

    None for a paragraph that is numbered and stands for itself: （三）笔试。满分为100分。
    """
    body, text = sentence.section.body, sentence.text
    if sentence.before or not LABEL.match(sentence.paragraph.span.of(text)):
        return None
    at = sentence.ordinal - 1
    while at and LABEL.match(body[at].span.of(text)):
        if body[at].span.of(text).rstrip().endswith(("：", ":")):
            break
        at -= 1
    span = body[at].sentences[-1]
    opens = span.of(text).replace(":", "：")
    if body[at] is sentence.paragraph or not opens.endswith("："):
        return None
    if not LISTS.search(opens) and sentence.paragraph.span.of(text).endswith("。"):
        return None
    return Sentence(text, span, sentence.section, body[at], at + 1, body[at].sentences[:-1])


def _entered(sentence: Sentence, opening: Sentence, place: Span) -> list[Piece] | None:
    """An entry of a numbered list, said with the sentence before the list that it belongs to."""
    text, entry = sentence.text, sentence.paragraph.span
    said = f"{text[entry.start : place.start]}{SLOT}{text[place.end : entry.end]}"
    pieces = [_piece(opening, clause, place) for clause in opening.clauses]
    for number, piece in enumerate(pieces):
        m = ITEMISED.search(piece.text)
        if m is not None and "的，" not in said:
            whole = f"{piece.text[: m.start()]}{bare(said)}的{piece.text[m.end() :]}"
            named = Piece(whole, piece.stop, Span(piece.span.start, entry.end))
            return [*pieces[:number], named, *pieces[number + 1 : number + 2]]
    return _demanded(pieces, said, entry)


def _is_named_only(sentence: Sentence) -> bool:
    """（一）年满18周岁的市民；: an entry that its section's heading introduces."""
    said = sentence.paragraph.span.of(sentence.text)
    if not LABEL.match(said) or sentence.before:
        return False
    before = sentence.section.body[max(0, sentence.ordinal - 2)].span.of(sentence.text)
    return said.endswith("；") or (bool(LABEL.match(before)) and before.endswith("；"))


def _headed(sentence: Sentence, place: Span) -> list[Piece] | None:
    """招生对象: （一）年满_的市民 → 招生对象包括年满_的市民."""
    heading, entry = sentence.section.heading, sentence.paragraph.span
    said = bare(
        f"{sentence.text[entry.start : place.start]}{SLOT}{sentence.text[place.end : entry.end]}"
    )
    if not HEADS.search(heading) or "，" in said:
        return None
    return [Piece(f"{heading}包括{said}", "", entry)]


def _demanded(pieces: Sequence[Piece], said: str, entry: Span) -> list[Piece] | None:
    """应聘者应当具备下列条件：…年满_ → 应聘者应当具备的条件之一是年满_."""
    m = DEMANDS.search(pieces[-1].text)
    if m is None or ITEMISED.search(pieces[-1].text) or "；" in bare(said):
        return None
    before, behind = bare(said).split(SLOT)
    asked = f"{before}{SLOT}{re.split('[，。]', behind)[0]}"
    if MUST.search(before):
        return [Piece(asked, "", entry)]
    whole = f"{pieces[-1].text[: m.start()]}{m['must']}的{m['kind']}之一是{asked}"
    return [*pieces[:-1], Piece(whole, "", Span(pieces[-1].span.start, entry.end))]


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


def _piece(sentence: Sentence, clause: Clause, place: Span) -> Piece:
    span, text = clause.span, sentence.text
    if place in span:
        said = f"{text[span.start : place.start]}{SLOT}{text[place.end : span.end]}"
    else:
        said = span.of(text)
    return Piece(said, clause.stop, span)


def _case(sentence: Sentence, before: Sequence[tuple[Clause, ...]]) -> list[Piece] | None:
    """The act that a tier is a tier of: in the same sentence, or in the one before it."""
    nowhere = Span(0, 0)
    for part in before:
        if found := condition(part):
            pieces = [_piece(sentence, clause, nowhere) for clause in found]
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
        text = _whom(LONG_ASIDE.sub("", LABELLED.sub("为", text, count=1)), context)
    return text if text.startswith(context.name or "《》") else context.frame + text


def _whom(text: str, context: Context) -> str:
    """遴选_个 → 遴选示范基地_个, where the notice has one short name for what it calls for."""
    names = CALLED.findall(context.text[:CALLS])
    return CHOSEN.sub(rf"\1{names[0]}", text) if names else text
