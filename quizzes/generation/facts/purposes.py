"""What something is built on, aimed at, held for: 以…为核心, 将…作为突破口, 按照…的原则."""

import re
from collections.abc import Iterator

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.lexicon import COMMON_AIMS
from quizzes.generation.options.centres import is_deed, rivals
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import acts
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.stems import shared_statement, statement
from quizzes.generation.wording.tails import unowned, with_tail, with_year
from quizzes.generation.wording.telling import HALF
from quizzes.text.types import Span

ROLES = (
    "核心|引领|突破口|重点|目标|总目标|导向|抓手|主线|根本|基础|引擎|中心|主体|先导|契机|载体|动力|支撑|纽带|"
    "统领|依托|龙头|牵引|特征|途径|手段|前提|宗旨|主题|切入点|着力点|落脚点|出发点|保障|标准|单位|原则|内核|底色|支点|方向"
)
WHAT = r"[\u4e00-\u9fff“”、·+A-Za-z0-9]{2,20}?"
# 以制度创新为核心 · 以实践能力培养为重点
FRAMED = re.compile(
    rf"(?<![加予得难所可足用])以(?P<what>{WHAT})为(?P<role>(?:主要|根本|基本|重要|鲜明)?(?:{ROLES}))(?![\u4e00-\u9fff]*之一)"
)
# 将标准化建设作为…的突破口
TAKEN = re.compile(
    rf"(?:将|把)(?P<what>{WHAT})作为(?P<role>[\u4e00-\u9fff]{{0,24}}(?:{ROLES}|工作|任务|工程|举措|战略))"
)
# 按照确有必要的原则 · 坚持对外开放的基本国策
HELD = re.compile(
    rf"(?:按照|坚持|遵循|秉持|秉承|奉行|根据)(?P<what>{WHAT})(?P<of>的?)(?P<role>基本国策|国策|基本原则|原则|方针|理念|宗旨)"
)
# 扭住高质量发展这一核心任务
THIS = re.compile(
    rf"(?P<what>{WHAT})(?P<of>这[一个]+)(?P<role>[\u4e00-\u9fff]{{0,4}}(?:任务|目标|主题|主线|原则|战略|工程|关键))"
)
# 发挥科技特派员的带动作用
PLAYED = re.compile(rf"发挥(?:好|了)?(?P<what>{WHAT})的(?P<role>[\u4e00-\u9fff]{{2,4}}作用)")
# 被定位为现代物流枢纽
STYLED = re.compile(
    r"(?:定位为|誉为|称[为作]|评为|概括为|命名为|更名为|改名为|确立为)(?P<what>[\u4e00-\u9fff·A-Za-z0-9]{3,16})(?P<role>)$"
)
AIMED = re.compile(
    r"^(?:高质量|高水平|高标准|全面|加快|率先|基本)*(?P<deed>建成|建设|打造|实现)(?P<thing>[\u4e00-\u9fff]{4,12})$"
)
CLOSED = re.compile(r"[“”]")
LOST = re.compile(r"^(?:其|该|这|此|它|本|上述)|(?:一系列|一批|相关|有关|等)$")
LONGEST, LONGEST_DEED, ENOUGH, TELLING = 90, 34, 10, 12
ENOUGH_STYLED = 6
LONGEST_BLANK, FAR = 12, 6


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each role that a clause gives to something."""
    for clause in sentence.clauses:
        said = clause.span.of(context.text)
        for pattern in (FRAMED, TAKEN, HELD, THIS, PLAYED, STYLED):
            for m in pattern.finditer(said):
                draft = _draft(sentence, clause, m, context)
                if draft is not None:
                    yield draft


def _draft(sentence: Sentence, clause: Clause, m: re.Match[str], context: Context) -> Draft | None:
    what, of = m["what"], m.groupdict().get("of") or ""
    if m.re is THIS:
        what = _behind_verb(clause, m)
    if (
        not what
        or what in COMMON_AIMS
        or LOST.search(what)
        or CLOSED.search(what)
        or ("、" in what and m.re is HELD)
    ):
        return None
    start = clause.span.start + m.end("what") - len(what)
    place = Span(start, start + len(what))
    told = _told(sentence, clause, Span(place.start, place.end + len(of)), m, context)
    if told is None:
        return None
    text, proof, certainty = told
    text = with_year(sentence, re.sub("[都也](?=被)", "", text), context)
    if HALF.search(text) and "又" not in text:
        return None
    rest = text.removeprefix(context.frame).replace(SLOT, "")
    styled = m.re is STYLED
    if len(rest) < (ENOUGH_STYLED if styled else ENOUGH):
        return None
    if what in rest or len(text) > LONGEST or "【" in text:
        return None
    options = rivals(what, m["role"], sentence.paragraph.span.of(context.text), context)
    deed = is_deed(what)
    idle = deed and m["role"].endswith(("工作", "任务"))
    accepted = _spellings(what)
    fair = len(accepted[-1]) <= LONGEST_BLANK and "、" not in what
    return Draft(
        kind="purpose",
        sentence=sentence,
        answer=what,
        value=f"{m['role']}={what}",
        evidence=proof,
        place=place,
        statement=text.replace(SLOT, f"{SLOT}{of}"),
        stem=text.replace(SLOT, "什么") + "？",
        blank=text.replace(SLOT, f"{BLANK}{of}") + "。" if fair else "",
        accepted=accepted,
        key=what,
        certainty=certainty
        - (0.12 if idle else 0.08 if len(rest) < TELLING and not styled else 0.0),
        importance=3,
        rivals=() if deed else options,
    )


def _spellings(what: str) -> tuple[str, ...]:
    """高水平建成港口名城: also without how, and the thing alone; a frame may repeat its 以."""
    m = AIMED.match(what)
    if m is None:
        return (what,)
    return tuple(dict.fromkeys((what, f"以{what}", m["deed"] + m["thing"], m["thing"])))


def _behind_verb(clause: Clause, m: re.Match[str]) -> str:
    """高质量发展 of 牢牢扭住高质量发展这一任务: what stands between the verb and 这一."""
    end = clause.span.start + m.end("what")
    before = [token for token in clause.tokens if token.span.end <= end]
    verb = next((token for token in before if token.is_verb), None)
    return "".join(token.text for token in before if verb and token.span.start >= verb.span.end)


def _told(
    sentence: Sentence, clause: Clause, place: Span, m: re.Match[str], context: Context
) -> tuple[str, Span, float] | None:
    """The statement, what proves it, and how certain it is."""
    if _is_only_frame(clause, m) and not context.frame:
        return _opening(sentence, clause, place, m, context)
    said = statement(sentence, clause, place, context)
    if said is None or said.text.count(SLOT) != 1:
        return None
    text, proof = with_tail(sentence, clause, said.text, said.evidence)
    doubt = unowned(sentence, text, context) if not _is_only_frame(clause, m) else 0.0
    return text, proof, min(0.9, said.certainty) - doubt


def _is_only_frame(clause: Clause, m: re.Match[str]) -> bool:
    said = clause.said
    return m.re is FRAMED and said.startswith("以") and said.endswith(m["role"])


def _is_done(clause: Clause) -> bool:
    return acts(clause.tokens) and clause.tokens[0].tag not in {"p", "quote"}


def _opening(
    sentence: Sentence, clause: Clause, place: Span, m: re.Match[str], context: Context
) -> tuple[str, Span, float] | None:
    """以…为核心，推进…: the frame is said of the deed that follows it."""
    at = sentence.clauses.index(clause)
    following = sentence.clauses[at + 1 : at + (FAR if m["role"].endswith("目标") else 2)]
    deed = next((one for one in following if _is_done(one)), None)
    if deed is None or clause.stop != "，":
        return None
    done = deed.span.of(context.text)
    if len(done) > LONGEST_DEED:
        return None
    said = shared_statement(sentence, deed, place, f"以{SLOT}为{m['role']}，{done}", context)
    if said is None or not said.subject.words:
        return None
    return said.text, Span(clause.span.start, deed.span.end), 0.86
