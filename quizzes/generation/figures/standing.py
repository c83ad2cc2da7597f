"""Whether a figure's statement stands alone: when it held, whose it is; and what makes it."""

import re
from dataclasses import replace

import rjieba

from quizzes.generation.drafts import SLOT, UNDATED
from quizzes.generation.figures.measures import LEANING
from quizzes.generation.figures.neighbours import is_of_neighbour
from quizzes.generation.figures.periods import five_years
from quizzes.generation.lexicon import ACTIONS, PRESENT, SAYING
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import has_verb
from quizzes.generation.reading.named import names_one
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.stems import AVERAGE, SINCE, Statement
from quizzes.text.types import Span

FRAME = re.compile(r"^(?:据课文，|据?《[^》]*》(?:提出|规定)?，)?")
DATED = re.compile(r"(?:1[5-9]|20)\d\d年")
# Of these years nobody can say which they are.
SOME_YEARS = {"近年来", "近年", "多年来"}
BEFORE = re.compile(r"^(?:上年|去年)?同期|^上年|(?<=系)(?:上年|去年)同期")
BARE = re.compile(r"(?:截至|截止|到|至)?(?:1[5-9]|20)\d\d年(?:\d+月)?(?:\d+日)?(?:年?[底末]|初)?")
TIME = re.compile(r"^(?:截至|到)?\d{4}年[^，]{0,8}，")
EDGE = re.compile(r"^(?:截至)?(?:年末|年底)")
BODY = re.compile(r"[\u4e00-\u9fff]{2}(?:省|市|县|区|镇|村|公司|集团|大学|学院|中学|小学|医院)")
HELD = re.compile(f"持股{SLOT}|[县市省区]上下")
REMAINDER = re.compile(r"剩余|其余|余下")
BACK = re.compile(r"^(?:[\u4e00-\u9fff]{2}着|包括|其中|归集|共(?![\u4e00-\u9fff]{2})|以上|另)")
FLOW = re.compile(
    r"^.{0,20}?(?:新增|新建|建成|完成|改造|累计|改建|培训|引进|发放|投入(?!使用)|净增|创建|修建)"
)
# From one year to another: neither is the year of what follows.
GROWN = re.compile(r"[从由](?:19|20)\d\d年.*[到至](?:19|20)\d\d年")
LEFT = 0.1
PART_OF = re.compile(
    r"(?:^|[，。；：、\n“])[\u4e00-\u9fff]{2,8}?(?:小区|社区|村|镇|乡|街道|公司|集团|学校|中学|小学|医院|合作社|工厂|加工厂|码头|网店|直营店)"
    r"(?!级|民|干部|企业|振兴|[、和及与])"
)
PEOPLE = re.compile(r"[员户者手哥工民师生](?:”)?\d[\d.万]*余?(?:名|人|户)")
TOGETHER = ("共", "累计", "先后", "已")


def settled(
    said: Statement, sentence: Sentence, clause: Clause, context: Context
) -> Statement | None:
    """`said` with the time that its sentence sets; less certain where it lacks its time or owner.

    None where it leans on what was said before.
    """
    rest = FRAME.sub("", said.text).replace(SLOT, "")
    told = DATED.sub("", rest)
    if (
        REMAINDER.search(rest)
        or HELD.search(said.text)
        or BACK.match(told)
        or _compares_back(sentence, clause)
    ):
        return None
    if context.frame and LEANING.match(rest):
        return None
    if is_of_neighbour(said, sentence, clause, context):
        return None
    if said.subject.words == context.hero and _is_anothers(sentence, clause, context):
        said = replace(said, certainty=said.certainty - LEFT)
    if _is_row_alone(said, clause, context):
        said = replace(said, certainty=said.certainty - LEFT)
    found = _claimed(_timed(said, sentence, clause, context), context)
    is_story = context.frame.startswith("据") and not context.is_periodic
    if is_story and not (is_owned(found, context) and _has_subject(found)):
        return replace(found, certainty=found.certainty - LEFT)
    return found


def _is_row_alone(said: Statement, clause: Clause, context: Context) -> bool:
    """造林9亿亩，防沙治沙2亿亩: the second has neither its owner nor a verb."""
    if not context.hero or context.hero[:2] in said.text or said.subject.donor:
        return False
    if re.search("全国|全球|世界", said.text):
        return False
    return not (has_verb(clause.tokens) or names_one(FRAME.sub("", said.text)))


def _is_anothers(sentence: Sentence, clause: Clause, context: Context) -> bool:
    """The paragraph turned to a part of the hero (某社区, 某公司), or to people just counted, that
    the clause may be about as well."""
    if not context.hero or clause.own or context.is_periodic:
        return False
    start = sentence.paragraph.span.start
    told = Span(start, clause.span.start).of(context.text)
    since = told.rpartition(context.hero[:2])[2]
    if PART_OF.search(since):
        return True
    people = any(PEOPLE.search(other.said) for other in sentence.earlier_in_part(clause)[:2])
    return people and clause.said.startswith(TOGETHER)


def _claimed(said: Statement, context: Context) -> Statement:
    """归属于股东的净利润 of a company's report is the company's."""
    frame = FRAME.match(said.text)
    if not context.hero_is_body or context.frame or frame is None:
        return said
    if context.hero[:2] in said.text or names_one(said.text):
        return said
    time = re.match(r"(?:截至)?\d{4}年[^，]{0,8}，", said.text[frame.end() :])
    at = frame.end() + (time.end() if time else 0)
    return replace(said, text=f"{said.text[:at]}{context.hero}{said.text[at:]}")


def _compares_back(sentence: Sentence, clause: Clause) -> bool:
    """上年同期，收入为9亿元: which year that was, the clause leaves open."""
    part = sentence.part_of(clause)
    return any(BEFORE.search(other.said) for other in part[: part.index(clause) + 1])


def _has_subject(said: Statement) -> bool:
    """Behind its frame and its date the statement opens with what it speaks of, not with a deed."""
    rest = TIME.sub("", FRAME.sub("", said.text))
    word, tag = next(iter(rjieba.tag(rest)), ("", "x"))
    return word not in ACTIONS and tag not in {"v", "vd", "c"}


def is_owned(said: Statement, context: Context) -> bool:
    """Somebody or something is named in it, or in the document's title."""
    kept = BODY.search(context.name) and not context.frame
    return names_one(FRAME.sub("", said.text)) or bool(kept)


def _timed(said: Statement, sentence: Sentence, clause: Clause, context: Context) -> Statement:
    """The statement with 截至2021年6月 for 目前, with the date that opens its sentence."""
    if DATED.search(FRAME.sub("", said.text)):
        return replace(said, text=_at_the_end(said.text, sentence, clause))
    word = _present(sentence, clause, context)
    if word and said.text.startswith(UNDATED):
        return said
    if word in SOME_YEARS:
        return replace(said, certainty=said.certainty - LEFT)
    if word:
        return _of_now(said, context)
    opening = _date_before(sentence, clause)
    if opening:
        return replace(said, text=_put(opening, said.text), certainty=said.certainty - 0.02)
    if FLOW.match(FRAME.sub("", said.text)) and five_years(sentence, context):
        return replace(said, text=_put("报告回顾的五年间，", said.text))
    if opening is None and not (context.is_law or AVERAGE.search(said.text)):
        return replace(said, certainty=said.certainty - LEFT)
    return said if DATED.search(clause.said) else _as_told(said, context)


def _as_told(said: Statement, context: Context) -> Statement:
    """What a text without any date says of itself holds as the text tells it."""
    undated = not (context.date or context.frame or said.text.startswith((UNDATED, "《", "据")))
    return replace(said, text=f"{UNDATED}{said.text}") if undated else said


def _at_the_end(text: str, sentence: Sentence, clause: Clause) -> str:
    """2024年，…年末员工有_ → 2024年末，…员工有_; what is counted beside it, the same."""
    opening = _date_before(sentence, clause) or ""
    whole = re.search(r"(?<![至到])\d{4}年，", text)
    if opening.startswith(("截至", "截止")) and whole and whole[0][:4] in opening:
        return f"{text[: whole.start()]}{opening}{text[whole.end() :]}"
    part = sentence.part_of(clause)
    if not any(EDGE.match(other.said) for other in part[: part.index(clause) + 1]):
        return text
    dated = re.search(r"\d{4}年，", text)
    if not dated:
        return text
    rest = re.sub(r"年末|年底", "", text[dated.end() :], count=1)
    return f"{text[: dated.end() - 1]}末，{rest}"


def _present(sentence: Sentence, clause: Clause, context: Context) -> str:
    """目前 or the like, said of this clause: in it, or in one before that no date parts from it."""
    part = sentence.part_of(clause)
    for other in part[: part.index(clause) + 1][::-1]:
        word = next((token.text for token in other.tokens if token.text in PRESENT), "")
        if word or any(token.tag == "date" for token in other.tokens):
            return word
    if sentence.clauses[0].said.startswith("其中") and sentence.before:
        earlier = sentence.before[-1].of(context.text)
        return next((word for word in PRESENT if word in earlier), "")
    return ""


def _of_now(said: Statement, context: Context) -> Statement:
    """目前 as the month that the document bears, or as what the text tells."""
    if context.date:
        year, month = (int(part) for part in context.date.split("-")[:2])
        return replace(said, text=_put(f"截至{year}年{month}月，", said.text))
    framed = said.text.startswith(("据《", "《"))
    return said if framed else replace(said, text=f"{UNDATED}{said.text}")


def _put(time: str, text: str) -> str:
    frame = FRAME.match(text)
    at = frame.end() if frame else 0
    return f"{text[:at]}{time}{text[at:]}"


def _date_before(sentence: Sentence, clause: Clause) -> str | None:
    """The bare date that opens the sentence; None where another date stands before the clause."""
    if AVERAGE.search(clause.said):
        return ""
    before = sentence.clauses[: sentence.clauses.index(clause)]
    dated = [other for other in before if DATED.search(other.said) and not GROWN.search(other.said)]
    if not dated:
        return ""
    if any(SINCE.search(other.said) for other in before):
        return ""
    first = dated[0]
    bare = BARE.fullmatch(first.said)
    at = before.index(first)
    if clause.own and any(other.said.endswith(SAYING) for other in before[at:]):
        return ""  # what came of a proposal came later
    opens = at == 0 or before[at - 1].stop in "：:"
    return f"{first.said}，" if len(dated) == 1 and bare and opens else None
