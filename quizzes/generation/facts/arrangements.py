"""How plans and notices arrange things: whom they support, what goes where, what replaces what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.generation.context import Context
from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.lexicon import (
    COMMON_AIMS,
    COMMON_NAMES,
    GOVERNING,
    HEADS,
    METAPHORS,
    MODALS,
    NOMINAL_VERBS,
)
from quizzes.generation.pointing import ELSEWHERE, leans
from quizzes.generation.retold import LEANS, Telling
from quizzes.generation.sentences import Clause, Sentence
from quizzes.generation.stems import statement
from quizzes.generation.telling import telling
from quizzes.generation.tokens import Token
from quizzes.generation.types import FactKind
from quizzes.generation.windows import scoped
from quizzes.text.types import Span

HAN = r"[\u4e00-\u9fff]"
NAME = rf"(?P<what>{HAN}{{3,16}}?)"
OBJECT: FactKind = "object"
ACTOR: FactKind = "actor"
CONDITION: FactKind = "condition"
HELPING = "鼓励、支持|鼓励支持|支持|鼓励|允许|帮助|引导|选派"
WAYS = (
    "按规定|按照|根据|依托|利用|通过|联合|在|以|向|与|为|按|建设|扩大|承办|举办|设立|创建|申报|参与"
)
DEEDS = "提升|促进|推进|推动|引领|助力|助推|破解|带动|打造|统领|解决"
RELATIVE = rf"(?:[^，；]{{2,40}}(?<!有关|相关)的)?"
OFFICES = "部门|委员会|办公室|领导小组|工作组|指挥部"
PEOPLE = "人才|人员|学生|教师|企业|学校|院校|毕业生|家庭|职工|农户|居民"


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern with the thing as `what`, and how it is asked; `loose` lets it hold a 的.

    A frame that `goes_on` is only whole with the clause behind it.
    """

    pattern: re.Pattern[str]
    kind: FactKind = OBJECT
    ask: str = "什么"
    loose: bool = False
    goes_on: bool = False


FRAMES = tuple(
    Frame(re.compile(pattern), *rest)
    for pattern, *rest in (
        # 支持符合条件的台资机构在区内设立分支
        (rf"^(?:{HELPING})(?:部分|一批)?{RELATIVE}{NAME}(?=(?:{WAYS})[^，；]{{4}})",),
        (rf"(?:将|把)(?P<what>{HAN}{{4,20}}?)(?=纳入)", OBJECT, "什么", True),
        (rf"下放(?:至|到|给){NAME}$",),
        (rf"(?:将|以|用){RELATIVE}{NAME}(?:（[^（）]*）)?(?=(?:替代|代替|取代){HAN}{{3}})",),
        (rf"(?:替代|代替|取代){NAME}$",),
        (rf"(?:探索|实行|推行|试行|采用)(?P<what>{HAN}{{1,7}}制)(?=培养|育人|办学|管理|用工)",),
        (r"(?:借鉴|推广|学习|采用|推行)“(?P<what>[^“”]{2,10})”(?=等(?:模式|经验|做法|方式))", OBJECT, "什么", True, True),
        (rf"(?:推进|建设|发展|推广|开展){NAME}等(?={HAN}{{4,12}}(?:建设|应用|服务))",),
        (rf"不受(?P<what>{HAN}{{4,16}})(?=限制$)", CONDITION, "什么", True),
        (r"不再(?:执行|适用)《(?P<what>[^《》]{4,30})》", OBJECT, "哪个文件"),
        (rf"^凭(?:[^，；]{{2,20}}的)?{NAME}(?=办理{HAN}{{4}})", CONDITION),
        (rf"与(?P<what>“[^“”]{{2,8}}”{HAN}{{2,8}})(?=(?:开展|签订){HAN}{{2}})", OBJECT, "谁", True),
        (rf"与{NAME}(?=直接{HAN}{{2}})",),
        (rf"(?:向|为){NAME}(?=(?:跨境)?(?:办理|拆出|发放|提供|申请|报送|派驻){HAN}{{4}})",),
        (rf"加大对(?P<what>{HAN}{{4,14}})(?=的支持力度)",),
        (rf"放宽(?:{HAN}{{2,16}}的)?{NAME}(?=限制$)",),
        (rf"从{NAME}(?=中(?:公开)?(?:招聘|选拔|选聘|招录|遴选))",),
        (rf"以(?P<what>{HAN}{{3,10}})(?=的(?:方式|形式){HAN}{{2}})", OBJECT, "什么", True),
        (rf"可(?:以)?(?P<what>免{HAN}(?:部分|全部|相应)?{HAN}{{2,4}})$", OBJECT, "什么", True),
        (rf"享受(?P<what>{HAN}{{2,6}}待遇)$", OBJECT, "什么", True),
        (rf"作为{NAME}(?=来源$)",),
        (rf"可(?:以)?面向(?P<what>{HAN}{{4,10}})$", OBJECT, "什么", True),
        (rf"^借鉴(?P<what>{HAN}{{6,20}}经验)$", OBJECT, "什么", True),
        (rf"向(?P<what>[\u4e00-\u9fff、]{{3,12}}?)(?=请示|报告|报备)", OBJECT, "谁", True),
        (rf"^要?按(?P<what>{HAN}{{3,8}})(?=办理$)", CONDITION, "什么", True),
        (rf"推出(?:{HAN}{{2,12}}的)?(?P<what>{HAN}{{4,10}})$", OBJECT, "什么", True),
        (rf"(?:配置|购置){NAME}(?=实行)",),
        (rf"(?:建好|办好|建好办好)(?:一批)?{NAME}$",),
        (rf"^对{RELATIVE}{NAME}$", OBJECT, "什么", False, True),
        (
            rf"^(?P<what>{HAN}{{2,10}}(?:{PEOPLE}))(?=(?:（[^（）]*）)?可(?:以)?(?:适当)?"
            r"(?:放宽|免|享受|直接|优先))",
        ),
        (
            rf"^(?P<what>{HAN}{{3,22}}(?:{OFFICES}))(?=要?(?:切实|依照{HAN}{{4}}|牵头|组织)*"
            r"(?:组织|制定|发挥|编制|开发|建立))",
            ACTOR,
            "哪个部门",
        ),
        (rf"以“(?P<what>[^“”]{{2,12}})”(?=(?:全面|持续)?(?:{DEEDS}))",),
        (rf"依托(?P<what>[\u4e00-\u9fffA-Za-z—\-]{{5,20}})$", OBJECT, "什么", False, True),
        (rf"依托“(?P<what>[^“”]{{3,12}})”(?={DEEDS})",),
        (rf"(?:以|通过|借力)(?P<what>{HAN}{{5,14}}?)(?=(?:全面)?(?:{DEEDS}))", OBJECT, "什么", True),
        # 某市实现“一窗通办”
        (rf"^{HAN}{{0,14}}?(?:实现|试点|发展|开展)“(?P<what>[^“”]{{4,12}})”$",),
        (rf"(?:依托|打造|发展|推进|化解|破解)(?P<what>{HAN}{{3,10}}?)(?=产业$|产能$|问题$)",),
    )
)
STARTS = frozenset(("相关", "有关", "若干", "这", "该", "其", "本", "各", "新", "多", "更"))
FOREIGN = frozenset(("p", "c", "u", "uj", "ul", "r", "x", "number", "date", "bracket", "quote"))
SLOGANS = frozenset((*COMMON_NAMES, *METAPHORS, *COMMON_AIMS))
VERBS = GOVERNING - NOMINAL_VERBS
LOST = re.compile(
    r"[其该此这]|上述|^(?:有关|相关)|相关(?:部门|规定|机构)|以下|重点$|实际|人民为中心|为(?:抓手|核心|主)|"
    r"(?:时节|期间|下|中|时|前|深度|积极|全面|主动|依法合规)$|^[二三四五六七八九十两]{1,2}[个项大]|^[在以向与为按对从]"
)
PASSED = re.compile("(?:^|，)经")
SPREAD = re.compile("分别|依次|各自")
ENOUGH, LONGEST, COMMON, SHORT = 8, 66, 8, 24
# Whom a thing is granted to is no part of it.
RECEIVER = re.compile(rf"^{HAN}{{0,6}}试验区(?:内的?)?(?={HAN}{{4}})")


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each thing that a clause of a plan or a commendation arranges."""
    if context.is_law or not context.frame:
        return
    for clause in sentence.clauses:
        for frame in FRAMES:
            m = frame.pattern.search(clause.said)
            draft = _draft(sentence, clause, m, frame, context) if m else None
            if draft is not None:
                yield draft


def _draft(
    sentence: Sentence, clause: Clause, m: re.Match[str], frame: Frame, context: Context
) -> Draft | None:
    start = clause.span.start
    granted = RECEIVER.match(m["what"])
    what = m["what"][granted.end() :] if granted else m["what"]
    place = Span(start + m.end("what") - len(what), start + m.end("what"))
    quoted = context.text[place.start - 1] in "“《" and context.text[place.end] in "”》"
    gap = Span(place.start - 1, place.end + 1) if quoted else place
    if LOST.search(m["what"]) or what in SLOGANS or not (quoted or _is_name(clause, place, loose=frame.loose)):
        return None
    told = _told(sentence, clause, gap, frame, context)
    if told is None or not _is_fair(told[0], what, context):
        return None
    text, proof, certainty = told
    marks = context.text[gap.start] + BLANK + context.text[gap.end - 1] if quoted else BLANK
    head = "" if quoted else head_of(clause, place)
    hint = f"（填“……{head}”）" if head else ""
    return Draft(
        kind=frame.kind,
        sentence=sentence,
        answer=what,
        value=what,
        evidence=proof,
        place=place,
        statement=text,
        stem=text.replace(SLOT, frame.ask) + "？",
        blank=f"{text.replace(SLOT, marks)}。{hint}",
        accepted=_accepted(what, head),
        key=what,
        certainty=certainty,
        importance=3,
    )


def _told(
    sentence: Sentence, clause: Clause, gap: Span, frame: Frame, context: Context
) -> tuple[str, Span, float] | None:
    """The statement with its gap, what proves it, and how certain it is."""
    found = (
        telling(sentence, clause, gap, context)
        or statement(sentence, clause, gap, context)
        or _outright(sentence, clause, gap, context)
    )
    if found is None or SPREAD.search(found.text):
        return None
    text = found.text
    proof = found.proof if isinstance(found, Telling) else found.evidence
    text, proof = _with_case(sentence, clause, (text, proof), context)
    text, proof = _with_deed(sentence, clause, (text, proof), context)
    if frame.goes_on:
        at = sentence.clauses.index(clause) + 1
        following = sentence.clauses[at] if at < len(sentence.clauses) else None
        if following is None or clause.stop != "，" or not _goes_on(following):
            return None
        if following.said not in text:
            text = f"{text}，{following.said}"
        proof = Span(proof.start, max(proof.end, following.span.end))
    return text, proof, min(found.certainty, 0.85)


def _outright(
    sentence: Sentence, clause: Clause, gap: Span, context: Context
) -> Telling | None:
    """The clause as it stands, where it opens with the name of who does it, or with the deed."""
    opening = clause.tokens[clause.lead] if clause.lead < len(clause.tokens) else None
    if opening is None or ELSEWHERE.search(clause.said) or leans(clause.said):
        return None
    if opening.tag != "ns" and not (context.is_plan and opening.text.startswith("不")):
        return None
    at = gap.start - clause.span.start, gap.end - clause.span.start
    said = f"{clause.said[: at[0]]}{SLOT}{clause.said[at[1] :]}"
    narrowed = scoped(said, sentence, context)
    if narrowed is None:
        return None
    return Telling(f"{context.frame}{narrowed}", clause.span, 0.84)


def _with_case(
    sentence: Sentence, clause: Clause, told: tuple[str, Span], context: Context
) -> tuple[str, Span]:
    """需调整规定的，要按_办理: with the case before it, in a plan."""
    text, proof = told
    at = sentence.clauses.index(clause)
    case = sentence.clauses[at - 1] if at else None
    if case is None or not context.is_plan or case.stop != "，" or case.said in text:
        return told
    named = case.said.endswith(("的", "时")) or case.said.startswith("对")
    if not named or LOST.search(case.said) or leans(case.said):
        return told
    body = text.removeprefix(context.frame)
    return f"{context.frame}{case.said}，{body}", Span(min(case.span.start, proof.start), proof.end)


def _with_deed(
    sentence: Sentence, clause: Clause, told: tuple[str, Span], context: Context
) -> tuple[str, Span]:
    """某市探索转化途径，实现_: with the first clause, of which this one is what came of it."""
    text, proof = told
    first = sentence.clauses[0]
    own = first.own
    after = clause is sentence.clauses[1] if len(sentence.clauses) > 1 else False
    if not after or own is None or clause.own or first.stop != "，" or context.is_plan:
        return told
    doer = first.said[: first.tokens[own[1] - 1].span.end - first.span.start]
    body = text.removeprefix(context.frame)
    if not body.startswith(doer) or len(body) > SHORT or LOST.search(first.said):
        return told
    whole = f"{context.frame}{first.said}，{body.removeprefix(doer)}"
    return whole, Span(first.span.start, proof.end)


def _goes_on(following: Clause) -> bool:
    return following.stop != "、" and not LOST.search(following.said)


def _is_fair(text: str, what: str, context: Context) -> bool:
    told = text.removeprefix(context.frame).replace(SLOT, "")
    return (
        text.count(SLOT) == 1
        and what not in text
        and ENOUGH <= len(told)
        and len(told) <= LONGEST
        and not PASSED.search(told)
        and not LEANS.match(told)
        and context.text.count(what) < COMMON
    )


def head_of(clause: Clause, place: Span) -> str:
    """The noun that the thing at `place` ends in, where two characters or more stand before it."""
    last = next((token for token in clause.tokens if token.span.end == place.end), None)
    size = place.end - place.start
    what = clause.said[place.start - clause.span.start :][:size]
    known = next((what[-n:] for n in (4, 3, 2) if n + 2 <= size and what[-n:] in HEADS), "")
    if known or last is None:
        return known
    plain = last.tag[0] == "n" and 2 <= len(last.text) <= size - 2
    return last.text if plain else ""


def _accepted(what: str, head: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((what, what.removesuffix(head), what.replace("的", ""))))


def _is_name(clause: Clause, place: Span, *, loose: bool) -> bool:
    """Whole words that make one noun phrase."""
    inside = [token for token in clause.tokens if token.span in place]
    whole = inside and inside[0].span.start == place.start and inside[-1].span.end == place.end
    if not inside or inside[0].text.startswith(tuple(STARTS)):
        return False
    if loose:
        return inside[-1].text != "的" and inside[0].tag not in {"p", "c", "u"}
    return bool(whole) and not any(_is_foreign(token) for token in inside)


def _is_foreign(token: Token) -> bool:
    return token.tag in FOREIGN or token.text in VERBS or token.text in MODALS
