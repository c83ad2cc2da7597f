"""What is said of a list: the clause with the list cut out, standing alone."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.drafts import SLOT
from quizzes.generation.lexicon import NOW, OWN_PLACE, POINTING
from quizzes.generation.listing.enumerations import Enumeration
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import acts, is_subordinate, words
from quizzes.generation.reading.sentences import Clause, Sentence, dates
from quizzes.generation.statutes.rules import is_rule
from quizzes.generation.statutes.rulings import ruling
from quizzes.generation.wording.stems import (
    CONSEQUENT,
    HANGING,
    HARMLESS,
    Statement,
    is_purpose,
    shared_statement,
    statement,
)
from quizzes.generation.wording.subjects import Subject
from quizzes.generation.wording.tails import BY_MEANS, deed_behind
from quizzes.generation.wording.telling import telling
from quizzes.text.types import Span

FAIRLY_TOLD, FULLEST = 13, 28
UNSURE, FRAMED = 0.83, 0.84
LEFT_OUT = re.compile(r"[^，]{2,20}外，")
SUBJECT = re.compile(f"(?:^|，){SLOT}")
OPENING = re.compile(f"((?:\\d{{4}}年，)?){SLOT}")
DATED = re.compile(r"(?:自|从|到)?\d{4}年(?:底|末|起|开始)?")
# 以甲、乙为主要内容的“两个一”工程: the name alone is enough.
CONTENTS = re.compile("以[^，\ufffc]{6,}为(?:主要|核心|重点)?内容的(?=[“\ufffc])")
RETOLD = 0.01
# 甲市坚持_的理念: of what, the deed behind it says.
MANNER = re.compile(
    f"(?:坚持|秉持|遵循|坚守|奉行|秉承)“?{SLOT}”?的?(?:发展|工作)?(?:理念|思路|原则|方针|路子|方向)$"
)
LEFT_OPEN = 0.16
TITLES = {"争创", "创建", "获评", "入选", "荣获", "创成"}
RISEN = ("应运而生", "应时而生", "逐步形成", "初步形成")
SINCE = re.compile("(?:以来|之后)$")
NAMED = re.compile("[^，]*[“《\\dA-Za-z]|[在据截自从以对到随]")
AGAIN = re.compile("^.{2,20}[又还也再]提出")
RULED = re.compile("按照职责|负责|应当?|可以|不得|必?须|禁止|不受|有权|给予")


def sayings(
    sentence: Sentence, clause: Clause, listed: Enumeration, context: Context
) -> Iterator[Statement]:
    """The ways to say the clause with the list cut out, the briefest first."""
    if is_purpose(sentence, clause):
        return
    said = listing(sentence, clause, listed, context)
    if said is not None:
        yield from _plainly(sentence, clause, said, context)
    if since := _since(sentence, clause, listed, context):
        yield since
    if is_rule(context):
        case = ruling(sentence, clause, listed.span, context)
        if case is not None and _rules(case.text):
            yield Statement(case.text, case.certainty - RETOLD, case.evidence, Subject("", UNSURE))
        return
    told = telling(sentence, clause, listed.span, context, anyhow=True)
    if told is not None and not AGAIN.search(told.text):
        sure = told.certainty - RETOLD
        said = Statement(told.text, sure, told.proof, Subject(context.hero, sure))
        if context.hero[:2] in with_place(said, sentence, clause, context).text:
            yield said


def _plainly(
    sentence: Sentence, clause: Clause, said: Statement, context: Context
) -> Iterator[Statement]:
    """The clause as it stands, with what follows it where it says too little alone."""
    if MANNER.search(said.text) and len(said.text) < FAIRLY_TOLD:
        if goes_on := _goes_on(sentence, clause):
            proof = Span(said.evidence.start, goes_on.span.end)
            yield replace(said, text=f"{said.text}，{goes_on.said}", evidence=proof)
        said = replace(said, certainty=said.certainty - LEFT_OPEN)
    yield said
    if said.text.endswith(SLOT) and (effect := _with_effect(sentence, clause, said, context)):
        yield effect
    if CONTENTS.search(said.text):
        yield replace(said, text=CONTENTS.sub("", said.text))


def _goes_on(sentence: Sentence, clause: Clause) -> Clause | None:
    """What is done by the idea that `clause` names: the next clause without a subject."""
    at = sentence.clauses.index(clause)
    if clause.stop != "，" or at + 1 == len(sentence.clauses):
        return None
    deed = deed_behind(sentence, at)
    whole = deed.own is None and not deed.figures and len(deed.said) <= FULLEST
    return deed if whole and not _leans(deed) and not is_subordinate(deed.tokens) else None


def _with_effect(
    sentence: Sentence, clause: Clause, said: Statement, context: Context
) -> Statement | None:
    """某市推进_, behind it what came of it: 全市环境质量持续向好."""
    at = sentence.clauses.index(clause) + 1
    effect = sentence.clauses[at] if at < len(sentence.clauses) else None
    if effect is None or clause.stop != "，" or effect.own is None or effect.figures:
        return None
    first = effect.tokens[0]
    place = context.place(first.text) if first.text in OWN_PLACE else ""
    if not place or len(said.text) > FAIRLY_TOLD or len(effect.said) > FULLEST or _leans(effect):
        return None
    text = f"{said.text}，{place}{effect.said[len(first.text) :]}"
    return replace(said, text=text, evidence=Span(said.evidence.start, effect.span.end))


def _since(
    sentence: Sentence, clause: Clause, listed: Enumeration, context: Context
) -> Statement | None:
    """2012年，某部批复方案以来，甲市先后获批_: behind the dated event that it all came after."""
    opening = sentence.earlier_in_part(clause)[:2][::-1]
    if not opening or not SINCE.search(opening[-1].said) or clause.own is None:
        return None
    start = opening[0].span.start if dates(opening[0]) else opening[-1].span.start
    said = Span(start, opening[-1].span.end)
    dated = any(date.span in said for one in opening for date in dates(one))
    if not dated or any(map(_leans, (*opening, clause))):
        return None
    text = f"{said.of(context.text).replace('，', '')}，{_cut(clause, listed, context)}"
    return Statement(text, UNSURE, Span(start, clause.span.end), Subject("", UNSURE))


def _rules(text: str) -> bool:
    """It says what must or must not be done, and the list is not the case it is said of."""
    return RULED.search(text) is not None and f"{SLOT}的，" not in text


def with_place(said: Statement, sentence: Sentence, clause: Clause, context: Context) -> Statement:
    """_获批升本 → 某省_获批升本: a place's report need not say of every list that it is its own."""
    hero = context.hero
    is_place = hero and any(name.startswith(hero) for name in context.places.values())
    owns = is_place and hero[:2] not in said.text
    m = OPENING.match(said.text)
    if not owns:
        return said
    if m is None:
        cause = _cause(sentence, clause, context)
        if cause is not None:
            proof = Span(cause.span.start, said.evidence.end)
            return replace(said, text=f"{cause.said}，{said.text}", evidence=proof)
        is_bare = clause.own is not None and not NAMED.match(said.text)
        return replace(said, text=f"在{hero}，{said.text}") if is_bare else said
    return replace(said, text=f"{m[1]}{context.hero}{SLOT}{said.text[m.end() :]}")


def _cause(sentence: Sentence, clause: Clause, context: Context) -> Clause | None:
    """某市通过连接陆海通道，…，_格局应运而生: what brought it about opens the sentence."""
    first = sentence.clauses[0]
    if not clause.said.endswith(RISEN) or first is clause or first.stop != "，" or _leans(first):
        return None
    done = first.said.removeprefix(context.hero)
    return first if done != first.said and done.startswith(BY_MEANS) else None


def listing(
    sentence: Sentence, clause: Clause, listed: Enumeration, context: Context
) -> Statement | None:
    """The clause with the list cut out; a scene with the deed that it is the scene of."""
    said = statement(sentence, clause, listed.span, context)
    scene = is_scene(clause, listed)
    if context.frame and (said or not scene or context.is_law):
        return None if said and LEFT_OUT.match(said.text[len(context.frame) :]) else said
    if scene:
        return _with_deed(sentence, clause, listed, context)
    said = said or _of_hero(sentence, clause, listed, context)
    return _fuller(sentence, clause, listed, said, context) if said else None


def word_before(clause: Clause, listed: Enumeration) -> str:
    before = [token for token in clause.tokens if token.span.end <= listed.span.start]
    return before[-1].text if before else ""


def is_scene(clause: Clause, listed: Enumeration) -> bool:
    """围绕甲、乙两个环节，… · 坚持以甲、乙的理念，…: the deed it is done for follows."""
    own = clause.own
    rest = words(clause.tokens[own[1] if own else 0 :])
    if is_subordinate(clause.tokens) or rest.startswith(HANGING):
        return True
    following = [token.text for token in clause.tokens if token.span.start >= listed.span.end]
    return word_before(clause, listed) == "以" and clause.stop == "，" and "为" not in following


def _with_deed(
    sentence: Sentence, clause: Clause, listed: Enumeration, context: Context
) -> Statement | None:
    following = sentence.clauses[sentence.clauses.index(clause) + 1 :][:1]
    if not following or clause.stop != "，" or (following[0].figures and not context.frame):
        return None
    deed = following[0]
    if _leans(clause) or _leans(deed) or (deed.own is None and not acts(deed.tokens)):
        return None
    if context.frame:
        dated = sentence.clauses[0]
        time = f"{dated.said}，" if DATED.fullmatch(dated.said) and dated is not clause else ""
        both = f"{_cut(clause, listed, context)}，{deed.span.of(context.text)}"
        text = f"{context.frame}{time}{both}"
        proof = Span(clause.span.start, deed.span.end)
        return Statement(text, FRAMED, proof, Subject(context.frame, FRAMED))
    own = clause.own if deed.own is None else None
    scene = _cut(clause, listed, context, clause.tokens[own[1]].span.start if own else None)
    body = f"{scene}，{deed.span.of(context.text)}"
    said = shared_statement(sentence, deed, listed.span, body, context)
    return said or _both_of_hero(sentence, clause, deed, body, context)


def _both_of_hero(
    sentence: Sentence, clause: Clause, deed: Clause, body: str, context: Context
) -> Statement | None:
    """A scene and its deed, neither with a subject, in a paragraph that speaks of the hero."""
    start = sentence.before[0].start if sentence.before else sentence.span.start
    before = Span(start, clause.span.start).of(context.text)
    if not context.hero or context.hero[:2] not in before or clause.own or deed.own:
        return None
    proof = Span(clause.span.start, deed.span.end)
    return Statement(f"{context.hero}{body}", UNSURE, proof, Subject(context.hero, UNSURE))


def _of_hero(
    sentence: Sentence, clause: Clause, listed: Enumeration, context: Context
) -> Statement | None:
    """A deed without a subject in a sentence that speaks of the hero: the hero's."""
    before = Span(sentence.span.start, clause.span.start).of(context.text)
    if _leans(clause) or clause.own is not None or clause.tokens[0].text in CONSEQUENT:
        return None
    if not context.hero or context.hero[:2] not in before:
        return None
    if clause.tokens[0].text == "集":
        return _of_one_before(sentence, clause, listed, context)
    text = context.hero + _cut(clause, listed, context)
    return Statement(text, UNSURE, clause.span, Subject(context.hero, UNSURE))


def _of_one_before(
    sentence: Sentence, clause: Clause, listed: Enumeration, context: Context
) -> Statement | None:
    """某市设立服务中心，集甲、乙于一体: what the clause before brought about."""
    ahead = sentence.earlier(clause)[0]
    if ahead.own is None or ahead.stop != "，" or ahead.figures or _leans(ahead):
        return None
    text = f"{ahead.span.of(context.text)}，{_cut(clause, listed, context)}"
    proof = Span(ahead.span.start, clause.span.end)
    return Statement(text, UNSURE, proof, Subject("", UNSURE))


def _fuller(
    sentence: Sentence, clause: Clause, listed: Enumeration, said: Statement, context: Context
) -> Statement:
    """A short statement behind the deed that it goes on with: 推进数字贸易，实现数据…."""
    ahead = sentence.earlier(clause)[:1]
    short = len(said.text) <= FAIRLY_TOLD and not SUBJECT.search(said.text)
    name = said.subject.words
    if not (short and name and ahead and acts(clause.tokens) and _leads(ahead[0])):
        return said
    body = f"{ahead[0].span.of(context.text)}，{_cut(clause, listed, context)}"
    proof = Span(ahead[0].span.start, max(said.evidence.end, clause.span.end))
    return replace(said, text=name + body, evidence=proof)


def _leads(ahead: Clause) -> bool:
    """A short deed without a subject, figures or anything that leans."""
    return (
        ahead.stop == "，"
        and not ahead.figures
        and acts(ahead.tokens)
        and not is_subordinate(ahead.tokens)
        and len(ahead.said) <= FULLEST
        and not _leans(ahead)
    )


def _leans(clause: Clause) -> bool:
    return any(
        (token.text.startswith(POINTING) and token.text not in HARMLESS) or token.text in NOW
        for token in clause.tokens
    )


def _cut(clause: Clause, listed: Enumeration, context: Context, start: int | None = None) -> str:
    """The clause from `start` on, or whole, with the slot for the list."""
    before = Span(clause.span.start if start is None else start, listed.span.start)
    behind = Span(listed.span.end, clause.span.end)
    return before.of(context.text) + SLOT + behind.of(context.text)
