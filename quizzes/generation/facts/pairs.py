"""What belongs together: 以办事“一次办好”、监管“一网统管”…为主要内容的“三个一”工程."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import rjieba

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.lexicon import DIGITS
from quizzes.generation.listing.members import OPENERS, end_of
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import is_verb
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.text.types import Span

Pair = tuple[str, str]
LEFT = r"[\u4e00-\u9fff]{2,8}"
RIGHT = r"“[^“”]{2,12}”"
ROW = re.compile(rf"{LEFT}{RIGHT}(?:(?:、|和|以及){LEFT}{RIGHT}){{2,}}")
ONE = re.compile(rf"({LEFT})({RIGHT})")
# …为主要内容的“四个一”工程
NAME = re.compile(
    r"为(?:主要|核心|基本|重点)?(?:内容|要求|目标|任务)的(?P<name>“[^“”]{2,12}”[\u4e00-\u9fff]{0,6})"
)
# 以忠诚于党我带头，强化政治担当；以…
PART = re.compile(
    r"^以(?P<left>[^，“”]{3,12})，(?P<verb>[\u4e00-\u9fff]{2})(?P<right>[^，；。]{3,18})"
)
NUMBERED = re.compile(r"“([三四五六七八])[^“”]{1,10}”")
FEWEST, MOST = 3, 6
FEWEST_FOR_CHOICE = 4
SHARED_END = 2


@dataclass(frozen=True, slots=True)
class Row:
    """Pairs with the name they go by, the place of the first to the last, and what proves them."""

    name: str
    pairs: tuple[Pair, ...]
    place: Span
    evidence: Span


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """The pairs of a named row, to be matched; and one draft for each pair of four or more."""
    text = sentence.span.of(context.text)
    if text.count("“") >= FEWEST:
        row = _quoted(sentence, text, context)
        if row is not None:
            yield _whole(sentence, row, f"{row.name}中，下列各方面分别要做到什么？请配对。")
            yield from _single(sentence, row, context)
    if text.count("；以") >= FEWEST - 1:
        found = _parts(sentence, context)
        if found is not None:
            row, verb = found
            asked = f"{row.name}的各项内容分别{verb}什么？请配对。"
            yield _whole(sentence, row, asked, listed=True)
    yield from _parallel(sentence, context)


def _quoted(sentence: Sentence, text: str, context: Context) -> Row | None:
    m = ROW.search(text)
    if m is None:
        return None
    pairs = ONE.findall(m[0])
    named = NAME.match(text, m.end())
    if named is None or not FEWEST <= len(pairs) <= MOST:
        return None
    lefts = [re.sub(r"^(?:和|与|以及|及)", "", left) for left, _ in pairs]
    lefts[0] = _bare(lefts[0], max(map(len, lefts[1:])))
    if not lefts[0] or len(set(lefts)) < len(lefts):
        return None
    start = sentence.span.start
    row = tuple(zip(lefts, (right for _, right in pairs), strict=True))
    name = f"{context.hero}{_name(named['name'])}"
    return Row(
        name, row, Span(start + m.start(), start + m.end()), _around(sentence, start + m.start())
    )


def _around(sentence: Sentence, at: int) -> Span:
    """The clause that holds `at`."""
    return next(
        clause.span for clause in sentence.clauses if clause.span.start <= at < clause.span.end
    )


def _bare(left: str, longest: int) -> str:
    """办事 of 推进以办事: without what governs the row."""
    found = ""
    for word, _ in reversed(rjieba.tag(left)):
        if word in OPENERS or len(word + found) > longest:
            break
        found = word + found
    return found


def _name(said: str) -> str:
    """“四个一”工程 of “四个一”工程建设取得…: the quotation and the noun behind it."""
    quoted, _, rest = said.partition("”")
    noun = next((word for word, tag in rjieba.tag(rest) if tag in {"n", "vn", "nz"}), "")
    return f"{quoted}”{noun if rest.startswith(noun) else ''}"


def _whole(sentence: Sentence, row: Row, stem: str, *, listed: bool = False) -> Draft:
    """All pairs at once; `listed` where the left side is what the name stands for."""
    side = tuple(pair[0 if listed else 1].strip("“”") for pair in row.pairs)
    return Draft(
        kind="pair",
        sentence=sentence,
        answer=side,
        value="|".join(f"{left}={right}" for left, right in row.pairs),
        evidence=row.evidence,
        place=row.place,
        statement=f"{row.name}：{SLOT}",
        stem=stem,
        blank="",
        accepted=(),
        key="；".join(f"{left}——{right}" for left, right in row.pairs),
        certainty=0.9,
        importance=3,
        pairs=row.pairs,
    )


def _single(sentence: Sentence, row: Row, context: Context) -> Iterator[Draft]:
    """One pair asked among the others."""
    if len(row.pairs) < FEWEST_FOR_CHOICE:
        return
    for left, right in row.pairs:
        whole = _whole(sentence, row, f"{row.name}中，{left}要做到什么？")
        at = context.text.index(right, row.place.start)
        yield replace(
            whole,
            answer=right,
            value=f"{left}={right}",
            statement=f"{row.name}中，{left}要做到{SLOT}",
            key=right,
            place=Span(at, at + len(right)),
            certainty=0.88,
            rivals=tuple(other for _, other in row.pairs if other != right),
            pairs=(),
        )


def _parts(sentence: Sentence, context: Context) -> tuple[Row, str] | None:
    """Parts of one make between semicolons, as many as a name just before has said."""
    texts = sentence.span.of(context.text).rstrip("。").split("；")
    found = [PART.match(text) for text in texts]
    parts = [m for m in found if m is not None]
    lefts = [m["left"] for m in parts]
    if len(parts) < len(texts) or not FEWEST <= len(parts) <= MOST or not _end_alike(lefts):
        return None
    if len({m["verb"] for m in parts}) > 1 or not sentence.before:
        return None
    name = _announced(sentence.before[-1].of(context.text), len(parts))
    if not name:
        return None
    row = tuple((m["left"], m["right"]) for m in parts)
    return Row(f"{context.hero}{name}", row, sentence.span, sentence.span), parts[0]["verb"]


def _end_alike(texts: Sequence[str]) -> bool:
    return len(end_of(texts)) >= SHARED_END


def _announced(before: str, count: int) -> str:
    """“五带头” where that many parts follow."""
    names = [m[0] for m in NUMBERED.finditer(before) if DIGITS[m[1]] == count]
    return names[0] if len(names) == 1 else ""


def _parallel(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """工作围绕市场转，城市围绕市场建，产业围绕市场育: who does what, by position."""
    clauses = sentence.clauses
    for at in range(len(clauses) - FEWEST + 1):
        row = _of_one_make(clauses[at : at + MOST])
        if len(row) < FEWEST or (at and len(_of_one_make(clauses[at - 1 : at + 1])) > 1):
            continue
        pairs = tuple((one.tokens[0].text, one.said[len(one.tokens[0].text) :]) for one in row)
        place = Span(row[0].span.start, row[-1].span.end)
        draft = _whole(sentence, Row(context.hero, pairs, place, place), _asked(row, context))
        if draft.stem:
            said = tuple(one.said for one in row)
            yield replace(draft, answer=said, certainty=0.82, importance=2)


def _asked(row: Sequence[Clause], context: Context) -> str:
    lefts = "、".join(clause.tokens[0].text for clause in row)
    whose = f"{context.hero}的" if context.hero else context.frame
    return f"{whose}{lefts}分别怎样{_middle(row[0])}？请配对。" if whose else ""


def _of_one_make(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses from the first on that have its length, its middle and subjects of their own."""
    first = clauses[0]
    row = [first] if _is_short(first) else []
    for clause in clauses[1:]:
        if not row or not _is_short(clause) or row[-1].stop != "，":
            break
        if len(clause.said) != len(first.said) or _middle(clause) != _middle(first):
            break
        row.append(clause)
    subjects = {clause.tokens[0].text for clause in row}
    return row if len(subjects) == len(row) else row[:1]


def _is_short(clause: Clause) -> bool:
    words = clause.tokens
    plain = len(words) > 2 and words[0].is_noun and len(words[0].text) > 1 and len(clause.said) < 14
    return plain and not clause.figures and any(is_verb(words, at) for at in range(1, len(words)))


def _middle(clause: Clause) -> str:
    """What stands between the subject and the last character, which tells the clauses apart."""
    return clause.said[len(clause.tokens[0].text) : -1]
