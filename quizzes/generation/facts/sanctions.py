"""What follows when a rule is broken, and in which case something graver follows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.likeness import bigrams
from quizzes.generation.options.penalties import DEEDS, PLAIN, others
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.statutes.rules import condition, is_rule, is_tier, parts
from quizzes.generation.statutes.rulings import Ruling, ruling
from quizzes.text.types import Span

# What a body does to who breaks a rule; what stands before it says who and how.
SANCTION = re.compile(
    r"^(?:应当|可以|由[\u4e00-\u9fff、（）]{2,36}?|直至|并|依法|也?可以?|视情节|并可以?|同时)*"
    r"(?P<what>(?:责令|给予|予以|没收|处(?=[^理分置])|吊销|撤销|取消|暂扣|强制|依法给予|依法追究|限期|暂停|收回|不予|"
    r"移交|解除|扣除|扣发|终止|通报)[^，；。]{2,30})$"
)
# Two things in one, what every statute says, and what makes good rather than punishes.
UNFIT = re.compile(r"[、，]|以及|并|刑事责任|补偿|赔偿")
FEWEST, MOST = 2, 4
COMMAND = re.compile(r"责令(?P<what>限期(?:改正|整改|拆除|治理|办理))$")
# 由主管部门撤销执业许可证、资格证: of several licences too.
TAKEN = re.compile(
    r"^(?:由[\u4e00-\u9fff、]{2,30}?|可以|并)?(?P<deed>吊销|撤销|注销|暂扣)"
    r"(?P<what>[\u4e00-\u9fff、]{2,34}(?:证|证书|执照|资质))$"
)
# Of a notice's 限期整改 it is hard to tell 责令改正 and the like apart.
AMEND = re.compile(r"限期|整改|改正")
LONGEST_CASE, LONGEST_TIER = 10, 24


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """Drafts for what a rule threatens, and for the case of a graver threat."""
    if not is_rule(context):
        return
    for part in parts(sentence):
        case = condition(part)
        yield from _licences(sentence, part, context)
        if case:
            yield from _threats(sentence, case, part, context)
        elif len(part) == 1:
            yield from _ordered(sentence, part[0], context)
        if is_tier(part) and len(case) == 1:
            yield from _tiers(sentence, case[0], part, context)


def _threats(
    sentence: Sentence, case: Sequence[Clause], part: Sequence[Clause], context: Context
) -> Iterator[Draft]:
    """What is done in the case, where every clause behind it says so."""
    rest = part[len(case) :]
    found = [(clause, SANCTION.match(clause.said)) for clause in rest]
    texts = [m["what"] for _, m in found if m is not None]
    if len(texts) < len(rest) or not texts or any(UNFIT.search(text) for text in texts):
        yield from _commanded(sentence, rest[0], context)
        return
    first, last = rest[0].span.start, rest[-1].span.end
    said = _case(sentence, rest[0], context)
    if said is None or any(text in said.text for text in texts):
        return
    evidence = Span(min(said.evidence.start, first), max(said.evidence.end, last))
    rivals = others("threats", texts, sentence, context)
    if context.is_notice and AMEND.search("".join(texts)):
        return
    if (
        len(texts) == 1
        and not texts[0].startswith("处")
        and not _told(texts[0], said.text.removeprefix(context.frame))
    ):
        place = found_at(found[0][0], texts[0], sentence)
        stem = f"{said.text}，应当怎样处理？"
        made = _draft(sentence, said, (texts[0], place, stem, evidence), rivals)
        yield replace(made, certainty=min(made.certainty, 0.82)) if context.is_notice else made
    elif 1 < len(texts) <= MOST and len(rivals) >= FEWEST:
        place = Span(first, last)
        stem = f"{said.text}，可以作出哪些处理？"
        yield _draft(sentence, said, (tuple(map(_bare, texts)), place, stem, evidence), rivals)


def _commanded(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Draft]:
    """由主管部门责令_, with more behind it that is no penalty."""
    m = COMMAND.search(clause.said)
    if m is None:
        return
    place = found_at(clause, m["what"], sentence)
    said = ruling(sentence, clause, place, context)
    if said is None or not said.text.endswith(SLOT) or m["what"][-2:] in said.text:
        return
    draft = single(sentence, said, place, said.text.replace(SLOT, "什么"), ())
    bare = m["what"].removeprefix("限期")
    blank = said.text.replace(SLOT, BLANK) + "。"
    yield replace(draft, blank=blank, accepted=tuple(dict.fromkeys((m["what"], bare))))


def _ordered(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Draft]:
    """…的，依法承担责任；由主管部门吊销许可证: what the body does besides."""
    m = SANCTION.match(clause.said)
    if m is None or not clause.said.startswith("由") or UNFIT.search(m["what"]):
        return
    place = found_at(clause, m["what"], sentence)
    said = ruling(sentence, clause, place, context)
    if said is None or not said.text.endswith(SLOT) or "的，由" not in said.text:
        return
    asked = said.text.replace(SLOT, "怎样处理")
    yield single(sentence, said, place, asked, others("threats", [m["what"]], sentence, context))


def _licences(sentence: Sentence, part: Sequence[Clause], context: Context) -> Iterator[Draft]:
    """由主管部门撤销执业许可证: which of four deeds the law has for it."""
    here = sentence.section.span.of(context.text)
    for clause in part:
        m = TAKEN.search(clause.said)
        if m is None or any(deed in here for deed in DEEDS if deed != m["deed"]):
            continue
        start = clause.span.start + m.start("deed")
        place = Span(start, start + len(m["deed"]))
        said = ruling(sentence, clause, place, context)
        if said is None or place.of(context.text) != m["deed"] or m["deed"] in said.text:
            continue
        asked = said.text.replace(f"{SLOT}{m['what']}", f"对{m['what']}作何处理")
        if asked.endswith("作何处理"):
            rivals = tuple(deed for deed in DEEDS if deed != m["deed"])
            yield single(sentence, said, place, asked, rivals)


def _bare(threat: str) -> str:
    """What is done, without how much of it, which is asked by itself."""
    fine = re.sub(r"^处.*的?罚款$", "处以罚款", threat)
    return re.sub(r"[\d一二三四五六七八九十]+(?:个月|日|年)(?:以上|至|到).*$", "", fine)


def _case(sentence: Sentence, clause: Clause, context: Context) -> Ruling | None:
    """The act and the tier that `clause` follows, without what is done."""
    said = ruling(sentence, clause, clause.span, context)
    if said is None or not said.text.endswith(f"，{SLOT}"):
        return None
    return Ruling(said.text.removesuffix(f"，{SLOT}"), said.certainty, said.evidence)


def found_at(clause: Clause, text: str, sentence: Sentence) -> Span:
    """Where `text` stands in the clause."""
    start = sentence.text.find(text, clause.span.start, clause.span.end)
    return Span(start, start + len(text)) if start >= 0 else clause.span


def _draft(
    sentence: Sentence,
    said: Ruling,
    asked: tuple[str | tuple[str, ...], Span, str, Span],
    rivals: tuple[str, ...],
) -> Draft:
    answer, place, stem, evidence = asked
    listed = answer if isinstance(answer, tuple) else ()
    key = "；".join(listed) if listed else str(answer)
    return Draft(
        kind="condition",
        sentence=sentence,
        answer=answer,
        value=key,
        evidence=evidence,
        place=place,
        statement=f"{said.text}，{SLOT}",
        stem=stem,
        blank="",
        accepted=(key,),
        key=key,
        certainty=said.certainty,
        importance=3,
        rivals=() if listed else rivals,
        members=listed,
        outsiders=rivals if listed else (),
    )


def _tiers(
    sentence: Sentence, case: Clause, part: Sequence[Clause], context: Context
) -> Iterator[Draft]:
    """情节严重 of 情节严重的，处…: in which case the graver penalty is due."""
    text = case.said.removesuffix("的")
    if SANCTION.match(part[1].said) is None or text.startswith("构成") or len(text) > LONGEST_TIER:
        return
    place = found_at(case, text, sentence)
    said = ruling(sentence, part[1], place, context)
    if said is None or f"，{SLOT}的，" not in said.text or _told(text, said.text):
        return
    if "情形" in said.text:
        return
    rivals = others("tiers", [text], sentence, context)
    several = tuple(text.split("或者"))
    if len(several) == 1:
        asked = said.text.replace(f"{SLOT}的，", "在什么情形下，")
        yield single(sentence, said, place, asked, rivals)
    elif rivals and max(map(len, several)) <= LONGEST_CASE:
        stem = said.text.replace(f"{SLOT}的，", "在哪些情形下，") + "？"
        case_of = said.text.replace(f"，{SLOT}的，", "，在何种情形下，")
        case_of_it = Ruling(case_of, said.certainty, said.evidence)
        yield _draft(sentence, case_of_it, (several, place, stem, said.evidence), rivals[:2])


def _told(key: str, text: str) -> bool:
    """The question holds a word of the answer: 逾期不拆除的，强制拆除."""
    return any(pair in text for pair in bigrams(PLAIN.sub("", key)))


def single(
    sentence: Sentence, said: Ruling, place: Span, asked: str, rivals: tuple[str, ...]
) -> Draft:
    """A draft for the words at `place`, asked by `asked`, without a blank."""
    key = place.of(sentence.text)
    return Draft(
        kind="condition",
        sentence=sentence,
        answer=key,
        value=key,
        evidence=said.evidence,
        place=place,
        statement=said.text,
        stem=f"{asked}？",
        blank="",
        accepted=(key,),
        key=key,
        certainty=said.certainty,
        importance=2,
        rivals=rivals,
    )
