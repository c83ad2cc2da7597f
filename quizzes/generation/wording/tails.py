"""The deed that follows a clause, said with it where the clause alone says little."""

import re

from quizzes.generation.drafts import SLOT, YEAR
from quizzes.generation.lexicon import AMOUNTS, GOVERNING, NOW, OWN_PLACE, POINTING
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import acts, words
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.text.types import Span

SHORT, FULL, LONGEST_TAIL = 22, 56, 36
TIMED = re.compile(r"[\u4e00-\u9fff]{2,8}(?:年间|时期|期间)")
DATED = re.compile(r"^(?:在|到|截至)?\d{4}年[^，]{0,8}，")
GOAL = re.compile(r"(?:到|至)\d{4}年(?:底|末)?，")
TIMES = ("年间", "时期", "期间", "年", "初", "末")
INSTITUTION = re.compile(
    r"(博物馆|纪念馆|图书馆|美术馆|文化馆|科技馆|展览馆|景区|校园|医院)(?=的|由|以|第)"
)
OFTEN = 3
BY_MEANS = ("依托", "凭借", "通过", "借助", "立足", "根据", "按照")
MOST_MEANS = 3
NO_TAIL = {"bracket", "number", "date"}


def with_tail(sentence: Sentence, clause: Clause, text: str, proof: Span) -> tuple[str, Span]:
    """`text`, which says `clause`, with the next clause behind it where that has the same doer.

    坚持什么战略 → 坚持什么战略，实施人才计划; `proof` grows with it.
    """
    clauses = sentence.clauses
    at = clauses.index(clause)
    if len(text) >= SHORT or clause.stop != "，" or at + 1 == len(clauses):
        return text, proof
    following = deed_behind(sentence, at)
    said = following.said
    leans = any(token.text in POINTING or token.text in OWN_PLACE for token in following.tokens)
    marked = any(token.tag in NO_TAIL for token in following.tokens)
    joins = said.startswith("集") and said.endswith("于一体")
    if leans or marked or not (joins or (following.own is None and _is_deed(following))):
        return text, proof
    if said in text or any(word in said for word in NOW) or not 4 <= len(said) <= LONGEST_TAIL:
        return text, proof
    if len(text) + len(said) > FULL or following.stop == "、":
        return text, proof
    return f"{text}，{said}", Span(min(proof.start, clause.span.start), following.span.end)


def deed_behind(sentence: Sentence, at: int) -> Clause:
    """The next clause, or the one behind those that only say by which means (依托…，通过…，)."""
    clauses = sentence.clauses
    for following in clauses[at + 1 : at + 1 + MOST_MEANS]:
        if not following.said.startswith(BY_MEANS) or following.stop != "，":
            return following
    return clauses[at + 1]


def with_year(sentence: Sentence, text: str, context: Context) -> str:
    """`text` of a report with the year of its section, where it says none itself."""
    year = context.years.get(sentence.section.span.start, "") if context.is_periodic else ""
    if not year or YEAR.search(text):
        return text
    frame = context.frame if text.startswith(context.frame) else ""
    return f"{frame}{year}，{text.removeprefix(frame)}"


def with_goal_year(sentence: Sentence, text: str, context: Context) -> str:
    """A plan's aim with the year that its sentence opens with: 到2027年底，…."""
    m = GOAL.match(sentence.span.of(context.text).strip())
    if m is None or not context.is_plan or YEAR.search(text.removeprefix(context.frame)):
        return text
    frame = context.frame if text.startswith(context.frame) else ""
    return f"{frame}{m[0]}{text.removeprefix(frame)}"


def _is_deed(clause: Clause) -> bool:
    done = next((token for token in clause.tokens if token.tag not in {"d", "ad"}), None)
    return done is not None and (done.tag == "v" or done.text in GOVERNING) and acts(clause.tokens)


def unowned(sentence: Sentence, text: str, context: Context) -> float:
    """How doubtful it is who does it: only a plan's or a rule's sentences need nobody.

    据《…》，实行什么制度: whose deed that is stood in the article's sentence before.
    """
    if not context.frame.startswith("据"):
        return 0.0
    told = DATED.sub("", text.removeprefix(context.frame))
    opening = told.partition(SLOT)[0].rstrip("“")[:4]
    first = next((one for one in sentence.clauses if one.said.startswith(opening)), None)
    return 0.0 if first is None or _has_owner(first) else 0.1


def _has_owner(clause: Clause) -> bool:
    """It opens with somebody or something: not with a time, nor with a measure of what was said."""
    if TIMED.match(clause.said):
        return False
    opening = clause.tokens[clause.lead] if clause.lead < len(clause.tokens) else None
    if opening is not None and opening.tag in {"ns", "nt", "nr"}:
        return True
    own = clause.own
    said = words(clause.tokens[own[0] : own[1]]) if own else ""
    return bool(said) and not said.endswith((*TIMES, *AMOUNTS))


def with_full_name(text: str, context: Context) -> str:
    """据《…》，博物馆的_ → 据《…》，永通渠博物馆的_: the one that the document speaks of."""
    frame = context.frame if text.startswith(context.frame) else ""
    m = INSTITUTION.match(text.removeprefix(frame))
    if m is None or not frame:
        return text
    named = {
        name: context.text.count(name)
        for name in re.findall(rf"[\u4e00-\u9fff]{{2,4}}{m[1]}", context.text)
    }
    title = max(named, key=lambda name: named[name], default="")
    several = sum(count > 1 for count in named.values()) > 1
    if not title or named[title] < OFTEN or several:
        return text
    return f"{frame}{title}{text.removeprefix(frame)[len(m[1]) :]}"
