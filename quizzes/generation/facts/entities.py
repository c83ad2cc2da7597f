"""The one thing that a frame of its own points to: 对标_, 列入_, 凭借_便能…, 甲至_班列, 甲获批_."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.lexicon import DIRECTING, GOVERNING, MODALS, NOMINAL_VERBS
from quizzes.generation.options.offices import ministry_of
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.reading.tokens import Token
from quizzes.generation.types import FactKind
from quizzes.generation.wording.retold import LEANS
from quizzes.generation.wording.telling import telling
from quizzes.text.types import Span

NAME = r"(?P<what>[\u4e00-\u9fffA-Za-z0-9·]{2,18}?)"
HAN = r"[\u4e00-\u9fff]"
LED = "提出|推出|实施|开展|探索"
GRANTED = "批复同意|批准|批复|核准|同意"
SEATS = "之都|之城|之乡"
OBJECT: FactKind = "object"
ACTOR: FactKind = "actor"
PLACE: FactKind = "place"
LINES = "班列|铁路|高铁|城际|高速|专线|航线|航班|公路"
COUNTRY = (
    "(?:德国|法国|美国|英国|日本|韩国|西班牙|意大利|捷克|匈牙利|俄罗斯|荷兰|瑞士|"
    "泰国|越南|埃及|巴西|波兰|老挝|哈萨克斯坦)"
)
DEED = "(?!设立|建立|推出|实施|开展|并)[\u4e00-\u9fff]{2}"
SET_UP = r"设立|成立|创立|创办|创建|组建|建成|开办|开设"


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern with the thing as `what`; `ask` is its question word, `tail` what may follow it.

    `rest` is how many characters the statement must have beside the thing.
    """

    pattern: re.Pattern[str]
    kind: FactKind
    ask: str
    rest: int = 10


FRAMES = tuple(
    Frame(re.compile(pattern), kind, ask, rest)
    for pattern, kind, ask, rest in (
        (rf"对标{NAME}(?=打造|建设|推进|提升|，|$)", OBJECT, "什么", 14),
        (rf"会见了?{NAME}时", ACTOR, "谁", 8),
        (rf"{HAN}{{2}}[至到]{NAME}(?={LINES})", PLACE, "哪里", 10),
        (rf"(?:^|[，、])以{NAME}(?:方式|形式|手段)(?={HAN}{{4}})", OBJECT, "什么", 8),
        (rf"(?:凭借?|持){NAME}$", OBJECT, "什么", 12),
        (rf"(?:{SET_UP})了?{NAME}$", OBJECT, "什么", 14),
        (rf"(?:催生|涌现|孵化|诞生)出?了?{NAME}等", PLACE, "哪里", 10),
        (rf"与{COUNTRY}?{NAME}等\d+个(?:国家|地区|城市)", PLACE, "哪里", 12),
        (
            rf"以“[^”]+”为(?:主要)?(?:特征|内容|标志|核心)的(?P<what>{HAN}{{2,12}}(?:改革|工程|行动|制度|机制|模式))$",
            OBJECT,
            "什么",
            14,
        ),
        (
            rf"^(?P<what>{HAN}{{2,8}})(?=的(?:异军突起|蓬勃兴起|迅速崛起|蓬勃发展|快速发展)(?:催生|带动|推动|吸引|拉动))",
            OBJECT,
            "什么",
            12,
        ),
        (rf"^(?P<what>{HAN}{{2,6}}[省市])(?=率先(?:{LED}))", ACTOR, "哪个地方", 10),
        (
            rf"^(?P<what>{HAN}{{2,8}}[部委局])(?=(?:正式)?(?:{GRANTED}).+以来$)",
            ACTOR,
            "哪个部门",
            10,
        ),
        (
            rf"(?:打造|建成|建设)[\u4e00-\u9fff、]{{8,44}}的(?P<what>{HAN}{{3,10}}(?:{SEATS}))$",
            OBJECT,
            "什么",
            16,
        ),
        (rf"前身(?:是|为)(?:\d{{4}}年(?:成立|创办|创建)的)?{NAME}$", OBJECT, "什么", 6),
        (rf"首创(?P<deed>{DEED})(?P<what>{HAN}{{3,16}})$", OBJECT, "什么", 8),
        (
            rf"首创(?P<deed>{DEED}{HAN}{{2,12}}“)(?P<what>{HAN}{{2,10}})(?P<end>”)$",
            OBJECT,
            "什么",
            8,
        ),
    )
)
ENABLING = re.compile(r"^(?:便|即|就|可|就能|便能|即可)")
STARTS = frozenset(("相关", "有关", "若干", *"一各多这该其本新全"))
FOREIGN = frozenset(
    ("p", "c", "u", "uj", "ul", "r", "x", "m", "ad", "number", "date", "bracket", "quote", "book")
)
VERBS = GOVERNING - NOMINAL_VERBS
# What a name may open with and is known without.
OPENINGS = (
    r"[\u4e00-\u9fff]{2,5}[省市县](?!级)",
    COUNTRY,
    r"[\u4e00-\u9fff]{0,3}?(?=[国省市]\w?级)",
    r"[\u4e00-\u9fff]{0,3}?国家(?!级)",
)
SHORTEST_SET_UP = 5


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each frame of a clause that names one thing."""
    for clause in sentence.clauses:
        said = clause.span.of(context.text)
        for frame in FRAMES:
            for m in frame.pattern.finditer(said):
                draft = _draft(sentence, clause, m, frame, context)
                if draft is not None:
                    yield draft


def _draft(
    sentence: Sentence, clause: Clause, m: re.Match[str], frame: Frame, context: Context
) -> Draft | None:
    what = m["what"]
    place = Span(clause.span.start + m.start("what"), clause.span.start + m.end("what"))
    if not _is_name(clause, place) or not _fits(sentence, clause, m):
        return None
    quoted = bool(m.groupdict().get("end"))
    gap = Span(place.start - 1, place.end + 1) if quoted else place
    told = telling(sentence, clause, gap, context, anyhow=True)
    if told is None or LEANS.match(told.text.removeprefix(context.frame)):
        return None
    rest = told.text.removeprefix(context.frame).replace(SLOT, "")
    if len(rest) < frame.rest or what in rest or (context.is_law and told.text.endswith(SLOT)):
        return None
    groups = m.groupdict()
    deed, end = groups.get("deed") or "", groups.get("end") or ""
    return Draft(
        kind=frame.kind,
        sentence=sentence,
        answer=f"{deed}{what}{end}",
        value=what,
        evidence=told.proof,
        place=Span(place.start - len(deed), place.end + len(end)),
        statement=told.text,
        stem=told.text.replace(SLOT, frame.ask) + "？",
        blank=told.text.replace(SLOT, f"“{BLANK}”" if quoted else BLANK) + "。",
        accepted=spellings(what, context.hero),
        key=what,
        certainty=min(told.certainty, 0.86),
        importance=3,
    )


def spellings(what: str, hero: str = "") -> tuple[str, ...]:
    """The name as it is written, and without the country, the place or the rank it opens with."""
    found = [what, what.removeprefix(hero)] if len(what) > len(hero) + 3 else [what]
    if what[-1] in "省市" and len(what) > 2:
        found.append(what[:-1])
    for opening in OPENINGS:
        bare = re.sub(f"^{opening}", "", what)
        if 3 < len(bare) < len(what) and bare not in found:
            found.append(bare)
    found += [one.replace("新型", "", 1) for one in tuple(found) if "新型" in one]
    found += [one[:-2] for one in tuple(found) if one.endswith(("名录", "名单")) and len(one) > 6]
    if (held := ministry_of(what)) is not None:
        found += held.called(what)
    return tuple(dict.fromkeys(found))


def _fits(sentence: Sentence, clause: Clause, m: re.Match[str]) -> bool:
    """凭借_ wants what it enables behind it; 设立_ a thing, and who set it up."""
    if re.match(SET_UP, m[0]):
        named = clause.own is not None and len(m["what"]) >= SHORTEST_SET_UP
        return named and clause.tokens[-1].tag[0] == "n" and "首创" not in clause.said
    if not m[0].startswith(("凭", "持")):
        return True
    at = sentence.clauses.index(clause) + 1
    enabled = at < len(sentence.clauses) and ENABLING.match(sentence.clauses[at].said)
    return bool(enabled) and clause.stop == "，"


def _is_name(clause: Clause, place: Span) -> bool:
    """Whole words that make one noun phrase."""
    around = Span(place.start - 1, place.end + 1)
    if any(token.tag == "quote" and token.span == around for token in clause.tokens):
        return True
    inside = [token for token in clause.tokens if token.span in place]
    whole = inside and inside[0].span.start == place.start and inside[-1].span.end == place.end
    if not whole or sum(len(token.text) for token in inside) != place.end - place.start:
        return False
    if inside[0].text in STARTS or inside[0].text[0] in STARTS or len(inside) > 6:
        return False
    return not any(_is_foreign(token) for token in inside if token.text != "之")


def _is_foreign(token: Token) -> bool:
    return (
        token.tag in FOREIGN
        or token.text in VERBS
        or token.text in MODALS
        or token.text in DIRECTING
    )
