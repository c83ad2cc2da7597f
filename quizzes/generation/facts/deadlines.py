"""Until which day, or when, a notice wants something done: 于5月30日前报市教育局."""

import re
from collections.abc import Iterator

from quizzes.generation.doubles import meet
from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.facts.schedules import entry_of
from quizzes.generation.figures.days import HOUR, SINGLE, STRETCH, Days, days_of, spellings
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.statutes.rulings import Ruling, ruling
from quizzes.text.types import Span

ENOUGH = 6
# 依照2月5日印发的办法: a day of something else.
PAST = re.compile(r"(?:印发|发布|公布|通过|施行|实施|签订|修订|下发)(?:的|以来)|^以来")
BEFORE = re.compile(r"(?:为|是|于|在|自|从|截至|截止到?|至|到|每年|：|，|^)$")
UNTIL = re.compile(rf"^{HOUR}?(?:以前|之前|前|止|截止|起|之后|后|开始)")
LABELLED = re.compile(r"(?:时间|日期|期限|期)(?:为|是)$")
LABEL = re.compile(
    r"第[一二三四五六七八九十]{1,2}[期批轮场次]|[\u4e00-\u9fff]{2,8}(?:时间|日期|期限)"
)
RANGE, WHEN = "哪一天至哪一天", "什么时间"


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each day, or stretch of days, that a notice fixes."""
    if not context.is_notice or not context.name or entry_of(sentence, context):
        return
    for clause in sentence.clauses:
        for found in _days(clause, context):
            draft = _draft(sentence, clause, found, context)
            if draft is not None:
                yield draft


def _days(clause: Clause, context: Context) -> Iterator[Days]:
    start, end = clause.span.start, clause.span.end
    taken: list[Span] = []
    for pattern in (STRETCH, SINGLE):
        for m in pattern.finditer(context.text, start, end):
            place = Span(m.start(), m.end())
            found = days_of(m, context)
            if found is None or any(meet(place, other) for other in taken):
                continue
            taken.append(place)
            yield found


def _draft(sentence: Sentence, clause: Clause, days: Days, context: Context) -> Draft | None:
    m = days.found
    before = context.text[clause.span.start : m.start()]
    after = context.text[m.end() : clause.span.end]
    if PAST.search(after) or not BEFORE.search(before):
        return None
    if labelled := _under_label(sentence, clause, days, context):
        return _made(sentence, days, labelled, context)
    is_fixed = len(days.days) > 1 or UNTIL.match(after) or re.search("[于在自从为是]$", before)
    said = ruling(sentence, clause, Span(m.start(), m.end()), context) if is_fixed else None
    if said is None or len(said.text.removeprefix(context.frame)) < ENOUGH:
        return None
    return _made(sentence, days, said, context)


def _under_label(sentence: Sentence, clause: Clause, days: Days, context: Context) -> Ruling | None:
    """第一期：7月8日至14日，…: what the label before the days names."""
    at = sentence.clauses.index(clause)
    label = sentence.clauses[at - 1] if at else None
    place = Span(days.found.start(), days.found.end())
    if label is None or label.stop not in "：:" or place != clause.span or len(days.days) < 2:
        return None
    if not LABEL.fullmatch(label.said):
        return None
    what = "" if label.said.endswith(("时间", "日期", "期限")) else "的时间"
    proof = Span(label.span.start, clause.span.end)
    return Ruling(f"{context.frame}{label.said}{what}是{SLOT}", 0.86, proof)


def _made(sentence: Sentence, days: Days, said: Ruling, context: Context) -> Draft | None:
    text, shown = said.text, days.found[0]
    behind = text.partition(SLOT)[2]
    if re.sub(rf"{HOUR}|以前|之前|前|止|起|[，。]", "", behind) == "" and not LABELLED.search(
        text.partition(SLOT)[0]
    ):
        return None
    year = f"{days.days[0].year}年"
    timed = len(days.days) > 1 and re.search(HOUR, shown) is not None
    hint = "" if len(days.days) > 1 else "（填年月日）" if "年" in shown else "（填月日）"
    return Draft(
        kind="date",
        sentence=sentence,
        answer=shown,
        value=shown,
        evidence=said.evidence,
        place=Span(days.found.start(), days.found.end()),
        statement=text,
        stem=text.replace(SLOT, _asked(text, days)) + "？",
        blank="" if timed else text.replace(SLOT, BLANK) + f"。{hint}",
        accepted=spellings(shown) if len(days.days) > 1 else _with_year(shown, year),
        key=shown,
        certainty=said.certainty,
        importance=3,
        rivals=days.near(context.text, lambda moved: moved[0].isoformat() > context.date),
    )


def _with_year(shown: str, year: str) -> tuple[str, ...]:
    """9月12日 or 2024年9月12日; a day that is written with its year needs it."""
    bare = re.sub(r"[（(][^（）()]*[）)]", "", shown)
    return tuple(dict.fromkeys((shown, bare, bare if "年" in bare else f"{year}{bare}")))


def _asked(text: str, days: Days) -> str:
    if len(days.days) == 1:
        return "哪一天"
    if re.search(HOUR, days.found[0]):
        return WHEN
    return RANGE if LABELLED.search(text.partition(SLOT)[0]) else WHEN
