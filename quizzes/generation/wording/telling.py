"""A clause with a gap, said so that it stands alone: with the deeds around it, with its year."""

import re

from quizzes.generation.drafts import SLOT
from quizzes.generation.figures.reports import with_hero
from quizzes.generation.lexicon import NOW, OWN_PLACE, POINTING
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import acts, is_subordinate, words
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.retold import LEANS, Telling, of_opening, retold
from quizzes.generation.wording.stems import Statement, statement
from quizzes.generation.wording.subjects import EFFECTS, Subject
from quizzes.generation.wording.tails import unowned, with_goal_year, with_tail, with_year
from quizzes.generation.wording.windows import window
from quizzes.text.types import Span

SHORT, LONGEST, LONGEST_LEAD = 18, 96, 30
HALF = re.compile(r"既(?!要|往|定|成|有的|得)")
PLACED = re.compile(
    r"(?:\d{4}年[^，]{0,6}，)?(?P<place>[\u4e00-\u9fff]{2,4}(?:省|市|县|区|镇|乡|村|社区|学校|公司|医院|集团))"
)
FIRST_IN = re.compile(r"(?<=[\u4e00-\u9fff])(?<!在)(?=(?:全国|全球|国内)(?:首创|率先))")
SHORTEST = 6
SURE, OFTEN = 0.8, 3
ASIDE = re.compile(r"（[^（）]{8,}）")


def telling(
    sentence: Sentence, clause: Clause, place: Span, context: Context, *, anyhow: bool = False
) -> Telling | None:
    """What `clause` says with the answer at `place` cut out; None where it can't stand alone.

    `anyhow` tries harder: for frames that ask for one named thing and nothing else.
    """
    special = retold(sentence, clause, place, context)
    if special is not None:
        return special
    said = statement(sentence, clause, place, context) or of_opening(
        sentence, clause, place, context
    )
    if said is None and anyhow and context.hero:
        said = with_hero(sentence, clause, place, context) or _from_window(
            sentence, clause, place, context
        )
    if said is None or said.text.count(SLOT) != 1 or "【" in said.text:
        return None
    frame = context.frame if said.text.startswith(context.frame) else ""
    body = ASIDE.sub("", said.text.removeprefix(frame))
    text, proof = with_tail(sentence, clause, f"{frame}{body}", said.evidence)
    text, proof = with_lead(sentence, clause, text, proof, context)
    text = with_year(sentence, _of_hero(text, context), context)
    text = with_goal_year(sentence, text, context)
    half = HALF.search(text) and "又" not in text
    if half or len(text) > LONGEST or _said_often(text, context):
        return None
    return Telling(text, proof, _sure(sentence, said, text, context))


def _said_often(text: str, context: Context) -> bool:
    """The words before the gap stand in the document with another thing behind them too."""
    before, behind = text.split(SLOT)
    return len(before) > SHORTEST and not behind and context.text.count(before[-SHORTEST:]) > 1


def _sure(sentence: Sentence, said: Statement, text: str, context: Context) -> float:
    """Less where nobody knows whose it is; a place that the document comes back to is somebody."""
    certainty = min(said.certainty, 0.92)
    m = PLACED.match(text.removeprefix(context.frame))
    if m and context.text.count(m["place"]) >= OFTEN:
        return max(certainty, 0.84)
    return certainty - (unowned(sentence, text, context) if certainty >= SURE else 0.0)


def with_lead(
    sentence: Sentence, clause: Clause, text: str, proof: Span, context: Context
) -> tuple[str, Span]:
    """`text` with the deed before it where it says little: 丙开辟_路 → 丙推进乙，开辟_路."""
    told = text.removeprefix(context.frame)
    at = sentence.clauses.index(clause)
    opening = clause.said.partition(" ")[0][:2]
    begins = told.removeprefix(context.hero).startswith(opening) or opening in told
    begins = begins or (context.hero != "" and told.startswith(context.hero))
    if not at or len(told) > SHORT or clause.own or not begins or "，" in told:
        return text, proof
    lead = sentence.clauses[at - 1]
    own = words(lead.tokens[lead.own[0] : lead.own[1]]) if lead.own else ""
    done = lead.said.removeprefix(own)
    if own and not (own == context.hero and told.startswith(own) and lead.said.startswith(own)):
        return text, proof
    if lead.stop != "，" or not _is_plain_deed(lead, done) or done.startswith(EFFECTS):
        return text, proof
    start = told.index(opening) if opening in told else len(context.hero)
    frame = text[: len(text) - len(told)]
    whole = f"{frame}{told[:start]}{done}，{told[start:]}"
    return whole, Span(min(proof.start, lead.span.start), proof.end)


def _is_plain_deed(clause: Clause, said: str) -> bool:
    return (
        4 <= len(said) <= LONGEST_LEAD
        and acts(clause.tokens[clause.own[1] if clause.own else 0 :])
        and not is_subordinate(clause.tokens)
        and not any(word in said for word in (*POINTING, *OWN_PLACE, *NOW))
        and not clause.figures
    )


def _from_window(
    sentence: Sentence, clause: Clause, place: Span, context: Context
) -> Statement | None:
    found = window(sentence, clause, place, context)
    if found is None or sentence.clauses[found.first].own is None or LEANS.match(found.text):
        return None
    return Statement(found.text, found.certainty - 0.02, found.evidence, Subject("", 0.84))


def _of_hero(text: str, context: Context) -> str:
    """全国首创_: who was the first is the one that the document is about; 某市在全国首创_."""
    opens = re.match(r"在?(?:全国|全省|全市|国内|全球)(?:首创|率先|首批)", text)
    text = f"{context.hero}{text}" if opens and context.hero else text
    return FIRST_IN.sub("在", text) if context.hero else text
