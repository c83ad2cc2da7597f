"""Two or three things that a rule names in one breath: 基于自愿原则和商业规则."""

import re
from collections.abc import Iterator

from quizzes.generation.drafts import BLANK, SLOT, Draft, in_any_order
from quizzes.generation.lexicon import COUNTS
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.statutes.rules import is_rule
from quizzes.generation.statutes.rulings import ruling
from quizzes.text.types import Span

ONE = r"[\u4e00-\u9fff]{2,14}?"
DEED = (
    r"(?:申请|提起|提出|请求|申报|参加|委托|泄露|转让|设立|取得|查阅|复制|进行|提供|拒绝|变更)"
    r"[\u4e00-\u9fff]{2,10}?"
)
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:基于|本着)(?P<all>{ONE}(?:和|与){ONE})(?=开展|进行|发放|提供|签订)",
        rf"(?:遵循|坚持|按照)(?P<all>{ONE}(?:、{ONE})*(?:和|、){ONE})(?=的?(?:基本)?原则)",
        rf"(?<=通过)(?P<all>{ONE}(?:以及|和|、){ONE})(?=向|报送|办理|提交|公布)",
        rf"(?:可以|有权)(?:依法)?(?P<all>{DEED}(?:、|或者){DEED})$",
        rf"不得(?:以[\u4e00-\u9fff]{{2,8}})?(?P<all>{DEED}(?:、|或者){DEED})$",
        rf"(?<=履行)(?P<all>[\u4e00-\u9fff]{{2,24}}?(?:以及|和){ONE})$",
        r"(?<!或者)(?P<all>(?:[\u4e00-\u9fff]{4}、){1,3}[\u4e00-\u9fff]{4})(?=的$)",
    )
)
JOINT = re.compile(r"、|以及|或者|和|与")
UNFIT = re.compile(r"[其该此等]|有关|相关|其他|规定|下列")
MOST, LONGEST = 5, 24


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each such list of a rule."""
    if not is_rule(context):
        return
    for clause in sentence.clauses:
        for pattern in PATTERNS:
            for m in pattern.finditer(clause.said):
                draft = _draft(sentence, clause, m["all"], context)
                if draft is not None:
                    yield draft


def _draft(sentence: Sentence, clause: Clause, whole: str, context: Context) -> Draft | None:
    members = tuple(JOINT.split(whole))
    if not 1 < len(members) <= MOST or any(UNFIT.search(one) or len(one) < 2 for one in members):
        return None
    start = context.text.find(whole, clause.span.start, clause.span.end)
    place = Span(start, start + len(whole))
    said = ruling(sentence, clause, place, context) if start >= 0 else None
    if said is None or len(whole) > LONGEST or any(one in said.text for one in members):
        return None
    return Draft(
        kind="list",
        sentence=sentence,
        answer=members,
        value="|".join(sorted(members)),
        evidence=said.evidence,
        place=place,
        statement=said.text,
        stem=said.text.replace(SLOT, "哪些") + "？",
        blank=f"{said.text.replace(SLOT, BLANK)}。{in_any_order(COUNTS[len(members)])}",
        accepted=("、".join(members),),
        key="、".join(members),
        certainty=said.certainty - 0.02,
        importance=3,
    )
