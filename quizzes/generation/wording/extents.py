"""Which clauses of a sentence have to be said for one of them to stand alone."""

import re
from collections.abc import Sequence

from quizzes.generation.lexicon import AMOUNTS, CONNECTIVES, GENERIC, PIVOTS
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import acts, is_subordinate, is_verb
from quizzes.generation.reading.pointing import opens_leaning
from quizzes.generation.reading.sentences import Clause, Sentence

NOBODY = re.compile(
    r"[他她它我你咱]|记者|大家|人们|队员|村民们|老人|孩子|自己|这里|那里|有人|谁|对方|双方|[^，]{1,3}们$"
)
CONCERNING = frozenset(("对", "对于", "针对", "围绕", "面向"))
HALVES = (
    *("的同时", "时", "后", "之前", "以来", "过程中", "基础上", "前提下", "情况下", "的", "之际"),
    *("期间", "条件下", "领域", "方面"),
)
THING = re.compile(r"的[\u4e00-\u9fff]{1,8}$")
LONGEST_OWNER = 12
MODAL = re.compile(r"应当|不得|可以|必须|应(?=[\u4e00-\u9fff])|禁止|由.+(?:负责|制定|规定)")
# A clause that opens so has its subject, or its reason, in the one before.
BOUND = (
    *("并", "且", "而", "使", "从而", "进而", "确保", "以", "但"),
    *("直至", "或者", "及", "以及", "才", "则"),
)


def completed(clauses: Sequence[Clause], last: int, context: Context) -> int | None:
    """Up to which clause the sentence has to be said so that it says something.

    What was done while or after something, and in a statute what has to be done in a case, stands
    further on. None where it does not stand there.
    """
    ruled = context.is_law and not any(MODAL.search(c.said) for c in clauses[: last + 1])
    after = range(last + 1, len(clauses))
    if ruled and (found := next((i for i in after if MODAL.search(clauses[i].said)), None)):
        return found if all(clauses[i].stop == "，" for i in range(last, found)) else None
    while _is_half(clauses[last]):
        if last + 1 == len(clauses) or clauses[last].stop != "，":
            return None
        last += 1
    return last


def _is_half(clause: Clause) -> bool:
    """…的同时, …过程中: what happened then stands in the next clause."""
    return clause.said.endswith(HALVES) or _only_concerns(clause)


def _only_concerns(clause: Clause) -> bool:
    """对新认定的实验室: whom it concerns, and nothing yet of what is done."""
    tokens = clause.tokens
    if not tokens or tokens[0].text not in CONCERNING:
        return False
    behind = [at for at, token in enumerate(tokens) if token.text == "的"]
    rest = range(behind[-1] + 1 if behind else 1, len(tokens))
    return not any(is_verb(tokens, at) for at in rest)


def first_clause(sentence: Sentence, here: int, context: Context) -> int | None:
    """From which clause the sentence is said so that clause `here` has its owner and its case."""
    clauses = sentence.clauses
    part = sentence.part_of(clauses[here])
    opening = clauses.index(part[0])
    if _is_anybody(clauses[here], context):
        return None
    if context.is_law:
        return _first_of_rule(sentence, opening, here)
    if not context.is_plan and not _is_owned(clauses[: here + 1]):
        return None
    at = here
    while at > opening and _needs_before(clauses, at):
        at -= 1
    if _needs_before(clauses, at) and at == opening and clauses[at].own is None:
        return None
    if clauses[at].own is None:
        owner = next((i for i in range(at, -1, -1) if _has_owner(clauses[i])), at)
        owner = _namer(clauses, owner, opening, context)
        if owner < opening:
            return None
        at = owner
    elif is_measure(clauses[at]):
        at = _namer(clauses, at, opening, context)
    return at if not opens_leaning(clauses[at]) else None


def _namer(clauses: Sequence[Clause], owner: int, opening: int, context: Context) -> int:
    """某村卖出伞，收入9万元，接待_: who did it stands before what was measured in between."""
    if not context.frame.startswith("据") or not is_measure(clauses[owner]):
        return owner
    for at in range(owner - 1, opening - 1, -1):
        if clauses[at].own is not None and not is_measure(clauses[at]):
            return at if is_named_owner(clauses[at], context) else owner
    return owner


def is_measure(clause: Clause) -> bool:
    """销售收入9万元: an amount is its subject, or all that it opens with."""
    said = clause.said[: clause.said.find(clause.tokens[-1].text)]
    return bool(clause.figures) and said.rstrip("达到为超过约近").endswith(AMOUNTS)


def is_named_owner(clause: Clause, context: Context) -> bool:
    """Its subject is a place, a body or a person by name, or the one the text tells of."""
    own = clause.own or (0, 0)
    tokens = clause.tokens[own[0] : own[1]]
    name = "".join(token.text for token in tokens)
    if not tokens or len(name) > LONGEST_OWNER:
        return False
    return name in context.topics.values() or tokens[0].tag in {"ns", "nt", "nr"}


def _is_anybody(clause: Clause, context: Context) -> bool:
    """相关专业, 公司: of which the text alone says which they are."""
    own = clause.own
    said = "".join(t.text for t in clause.tokens[own[0] : own[1]]) if own else ""
    if said.startswith(("相关", "有关")) and not said.endswith(("部门", "单位", "规定", "机构")):
        return not context.is_law
    return said in GENERIC and not context.is_law and said not in context.topics


def _is_owned(clauses: Sequence[Clause]) -> bool:
    """Somebody is spoken of by name or by what they are: 他, 记者, 队员们 are nobody."""
    owner = next((clause for clause in reversed(clauses) if _has_owner(clause)), None)
    if owner is None or owner.own is None:
        return False
    return not NOBODY.match("".join(t.text for t in owner.tokens[owner.own[0] : owner.own[1]]))


def _has_owner(clause: Clause) -> bool:
    return clause.own is not None and not _is_scene(clause)


def _first_of_rule(sentence: Sentence, opening: int, here: int) -> int | None:
    """A rule is said from its first word on: what stands before is its condition."""
    clauses = sentence.clauses
    first = clauses[opening]
    if opening and (first.own is None or first.said.endswith("的")):
        return None
    if opens_leaning(first) or MODAL.match(first.said) or first.said.startswith(BOUND):
        return None
    if first.own is None and here == opening and acts(first.tokens) and not opening:
        return opening if MODAL.search(first.said) else None
    return opening


def _needs_before(clauses: Sequence[Clause], at: int) -> bool:
    """The clause goes on with the one before it, or that one sets its scene."""
    said = clauses[at].said
    if said.startswith(BOUND) or (clauses[at].tokens and clauses[at].tokens[0].text in CONNECTIVES):
        return True
    return at > 0 and _is_scene(clauses[at - 1]) and clauses[at - 1].stop == "，"


def _is_scene(clause: Clause) -> bool:
    return is_subordinate(clause.tokens) and not is_verb(clause.tokens, 0)


def may_follow(clauses: Sequence[Clause], last: int) -> bool:
    """The next clause only says what for: it opens with its verb and holds no figure."""
    if last + 1 >= len(clauses) or clauses[last].stop != "，":
        return False
    following = clauses[last + 1]
    return (
        following.own is None
        and (acts(following.tokens) or following.tokens[0].tag in {"p", "c"})
        and not following.figures
        and not _is_half(following)
        and not _is_thing(clauses, last + 1)
        and not any(token.tag == "bracket" for token in following.tokens)
    )


def _is_thing(clauses: Sequence[Clause], at: int) -> bool:
    """门票取得的收入，按照…分配: a thing, of which the next clause says something."""
    clause = clauses[at]
    if clause.stop != "，" or at + 1 == len(clauses) or not THING.search(clause.said):
        return False
    shared = clauses[at + 1].said.startswith(("按", "依照", "由"))
    return shared or (clause.tokens[0].tag[0] in "nv" and not is_verb(clause.tokens, 0))


def is_moved(clauses: Sequence[Clause], here: int) -> bool:
    """支持某平台申请登记，开展_业务: whoever is moved to do the one does the other."""
    before = clauses[here - 1] if here else None
    return (
        before is not None
        and before.stop == "，"
        and clauses[here].own is None
        and before.tokens[0].text in PIVOTS
    )
