"""Words that point outside the sentence they stand in: 前款, 其, 我市, 今年."""

import re

from quizzes.generation.lexicon import NOW, OWN_PLACE, POINTING, PRESENT, UPRIGHT
from quizzes.generation.reading.sentences import Clause
from quizzes.generation.reading.tokens import Token

ELSEWHERE = re.compile(
    r"前款|前条|前两款|前项|本条|本款|本章|本节|第[一二三四五六七八九十百\d]+[条款项]|依照前|另行|上述|下列|如下|以下(?!罚款|的罚款|简称)"
)
BACK = re.compile(r"其(?![他余它中])|[该此](?!外)|这|上述|他们|她们")
LEANING = frozenset((*POINTING, "其", "该", "此", "这", "它", "他们", "她们"))
LEANING_OPENINGS = tuple(LEANING)


def leans(said: str) -> bool:
    """Some word of `said` points outside it: 前款, 其, 我市, 今年."""
    if ELSEWHERE.search(said) or BACK.search(said) or said.startswith("本"):
        return True
    own = (word for word in OWN_PLACE if len(word) > 1)
    return any(word in said for word in (*NOW, *PRESENT, *own))


def opens_leaning(clause: Clause) -> bool:
    """Its first words point back to something said before."""
    opening = clause.tokens[: clause.lead + 2]
    return any(points(token) for token in opening)


def points(token: Token) -> bool:
    return token.text.startswith(LEANING_OPENINGS) and token.text not in UPRIGHT
