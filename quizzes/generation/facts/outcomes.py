"""What a rule comes down to: 可以申请修缮补助 · 按照确有必要的原则 · 为最终决定."""

import re
from collections.abc import Iterator

import rjieba

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.likeness import bigrams
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.statutes.rules import is_rule
from quizzes.generation.statutes.rulings import ruling
from quizzes.text.types import Span

WORD = "[\u4e00-\u9fff]"
DEEDS = (
    *("列入", "纳入", "记入", "给予", "接受", "恢复到", "保留", "参与", "参加", "享受", "申请"),
    *("编制和公布", "编制并公布", "更新并公布", "强制", "承担", "依法取得", "平等适用"),
)
OUTCOMES = (
    re.compile(rf"按照(?P<key>{WORD}{{3,10}})的原则"),
    re.compile(rf"(?<=决定|裁决)为(?P<key>最终{WORD}{{2,4}})$"),
    re.compile(rf"(?:{'|'.join(DEEDS)})(?P<key>{WORD}{{3,12}}?)(?:工作|活动|等|的?)$"),
)
# What every rule says, and what says nothing by itself.
COMMONPLACE = re.compile(
    r"^(?:法律责任|赔偿责任|民事责任|行政责任|刑事责任|合法权益|社会公共利益|有关费用|上述|主要责任|相关?应?|有关|其|该|本|此|必要|一定|"
    r"适当|各|下列|前款|同等|[或且并和及的之后]|国民经济和社会发展|以上|处分|处罚|优惠待遇|不|未|已)|"
    r"(?:或者|以及|和|及其?|并|且|后|时|期间|之日|应当|不得)|(?:手续|义务|以外|之外|外)$"
)
NOT_FIRST = {"c", "uj", "p", "u", "r", "m"}
# Nothing but the noun for what was done follows the name.
CLOSES = re.compile(f"{SLOT}(?:工作|活动|等|的原则[一-鿿]{{0,6}})?$")
LEAST_TOLD, LONGEST = 12, 96
ALIKE = 0.34
CERTAINTY = 0.82


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each clause of a rule that closes with what is granted, asked for or due."""
    if not is_rule(context):
        return
    for clause in sentence.clauses:
        for outcome in OUTCOMES:
            m = outcome.search(context.text, clause.span.start, clause.span.end)
            if m is not None and _is_name(m["key"]):
                draft = _draft(sentence, clause, Span(m.start("key"), m.end("key")), context)
                if draft is not None:
                    yield draft
                break


def _is_name(key: str) -> bool:
    """Words that name something by themselves."""
    if COMMONPLACE.search(key) or key.endswith("的") or "或" in key:
        return False
    return rjieba.tag(key)[0][1] not in NOT_FIRST


def _draft(sentence: Sentence, clause: Clause, place: Span, context: Context) -> Draft | None:
    said = ruling(sentence, clause, place, context)
    if said is None or not CLOSES.search(said.text) or len(said.text) > LONGEST:
        return None
    told = said.text.removeprefix(context.frame).replace(SLOT, "")
    key = place.of(context.text)
    if len(told) < LEAST_TOLD or _is_told(key, told):
        return None
    return Draft(
        kind="object",
        sentence=sentence,
        answer=key,
        value=key,
        evidence=said.evidence,
        place=place,
        statement=said.text,
        stem="",
        blank=f"{said.text.replace(SLOT, BLANK)}。",
        accepted=_accepted(key),
        key=key,
        certainty=min(said.certainty, CERTAINTY),
        importance=2,
    )


def _is_told(key: str, told: str) -> bool:
    """The rest of the sentence says a good part of it."""
    own = set(bigrams(key))
    return len(own & set(bigrams(told))) > ALIKE * len(own)


def _accepted(key: str) -> tuple[str, ...]:
    """The words, and 技术转让 for 转让技术."""
    tags = [(word, tag[0]) for word, tag in rjieba.tag(key)]
    if len(key) == 4 and [tag for _, tag in tags] == ["v", "n"]:
        return key, f"{tags[1][0]}{tags[0][0]}"
    return (key,)
