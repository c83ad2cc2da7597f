"""Which verb governs a clause: its own, or that of the list it stands in."""

from quizzes.generation.lexicon import ACTIONS
from quizzes.generation.reading.grammar import is_verb
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.reading.tokens import Token

PARTICLES = {"了", "过", "着", "到", "至", "成"}
GOES_ON = PARTICLES | ACTIONS


def carrier_of(sentence: Sentence, clause: Clause) -> Clause | None:
    """The clause whose verb also governs `clause`: in 栽种桃树12棵、李树9棵 the first."""
    at = sentence.clauses.index(clause)
    here = clause
    while at and sentence.clauses[at - 1].stop == "、" and not _has_verb(here):
        at -= 1
        here = sentence.clauses[at]
    if here is clause or head_of(here):
        return here
    return clause if clause.own else None


def _has_verb(clause: Clause) -> bool:
    return any(
        is_verb(clause.tokens, at) and clause.tokens[at].text not in {"为", "是", "令"}
        for at in range(len(clause.tokens))
    )


def head_of(clause: Clause) -> tuple[Token, ...]:
    """A clause's words up to its first verb with what belongs to it (承接了, 减少至)."""
    own = clause.own
    start = own[1] if own else clause.lead
    while start < len(clause.tokens) and not is_verb(clause.tokens, start):
        if clause.tokens[start].tag not in {"d", "ad", "t"}:
            return ()
        start += 1
    end = start + 1
    while end < len(clause.tokens) and clause.tokens[end].text in GOES_ON:
        end += 1
    return clause.tokens[:end] if start < len(clause.tokens) else ()
