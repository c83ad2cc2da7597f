"""What a rule does not hold for: 除…外, …的除外."""

import re
from collections.abc import Iterator

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.facts.sanctions import found_at, single
from quizzes.generation.options.penalties import others
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.statutes.rules import is_rule
from quizzes.generation.statutes.rulings import ruling

EXCEPTED = re.compile(
    r"(?P<frame>除)(?P<what>[\u4e00-\u9fff、]{4,26}?)(?:的)?(?P<end>以外|之外|外)(?=，|$)|^(?:但是?)?(?P<what2>[\u4e00-\u9fff、]{4,26})的除外$"
)
LEANING = re.compile(r"前款|前条|本[条款项]|下列|其他|另行|第[一二三四五六七八九十\d]+[条款项]")
BESIDES = re.compile(r"还|也(?=可|应)|并应|同时|以及")
ENOUGH = 20


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each exception that a clause of a rule makes."""
    if is_rule(context):
        for clause in sentence.clauses:
            yield from _exceptions(sentence, clause, context)


def _exceptions(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Draft]:
    for m in EXCEPTED.finditer(clause.said):
        kind = "what" if m["what"] else "what2"
        text = m[kind].removesuffix("的")
        behind = sentence.text[clause.span.end + 1 : clause.span.end + 12]
        if "等" in text or LEANING.search(text) or BESIDES.search(behind):
            continue
        place = found_at(clause, text, sentence)
        said = ruling(sentence, clause, place, context)
        if said is None or len(said.text.removeprefix(context.frame)) < ENOUGH:
            continue
        asked = re.sub(f"{SLOT}的?", "什么情形", said.text)
        rivals = others("exceptions", [text], sentence, context)
        yield single(sentence, said, place, asked, rivals)
