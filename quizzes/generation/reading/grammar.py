"""The little grammar that the rules stand on: how a clause opens and what its own subject is."""

from collections.abc import Sequence

from quizzes.generation.lexicon import ACTIONS, AMOUNTS, CONNECTIVES, NOW
from quizzes.generation.reading.tokens import Token

OPENERS = frozenset((*CONNECTIVES, *NOW))
AMOUNT_WORDS = frozenset(AMOUNTS)
LINKS = {"和", "与", "及", "以及", "、", "的", "之", "等", "·", "-", "—", "+"}
SCENE_OPENERS = (
    "随着",
    "伴随",
    "当",
    "在",
    "为",
    "为了",
    "通过",
    "围绕",
    "针对",
    "根据",
    "按照",
    "由于",
    "因",
    "对",
    "经",
    "以",
)
SCENE_ENDINGS = (
    "以来",
    "以后",
    "之后",
    "后",
    "时",
    "期间",
    "中",
    "下",
    "前",
    "之际",
    "的",
    "过程中",
    "来",
    "时期",
)
PREDICATES = {"number", "date", "d", "ad", "p", "c", "m", "z", "t"}
MEANS = {"年均", "平均", "累计", "同比", "环比", "合计", "总计", "日均", "月均"}
# Nouns that close a phrase with a verb inside: 跨境贸易额, 装备制造企业.
CLOSING = ("量", "额", "率", "值", "企业", "行业", "产业", "制造业")
STATES = {"有", "是", "为", "达", "达到", "超", "超过", "占", "共", "已", "约", "近"}


def lead(tokens: Sequence[Token]) -> int:
    """How many words open a clause before its subject: connectives, time words, dates."""
    at = 0
    while at < len(tokens) and _is_lead(tokens, at):
        at += 1
    return at


def _is_lead(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.tag == "date":
        return at + 1 < len(tokens) and tokens[at + 1].text not in {"的", "至", "到"}
    following = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    if token.text in {"在", "于", "自", "从", "到", "截至", "早在", "至"} and following == "date":
        return True
    if token.text in {"起", "底", "初", "末", "以来", "，"} and at:
        return tokens[at - 1].tag == "date"
    return token.text in OPENERS or token.tag == "t"


def own_subject(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """The first and the last-but-one index of the words that are a clause's own subject."""
    first = lead(tokens)
    if first >= len(tokens):
        return None
    if is_verb(tokens, first) or tokens[first].text in {"由", "来自"}:
        return _relative(tokens, first)
    if tokens[first].text in MEANS:
        return None
    if tokens[first].tag == "number":
        return (first, first + 1) if len(tokens) > first + 1 else None
    if not nominal(tokens[first]) and not _per_head(tokens, first):
        return None
    end = first + 1
    while end < len(tokens) and _continues(tokens, end):
        end += 1
    while end > first and tokens[end - 1].text in LINKS:
        end -= 1
    whole = first < end < len(tokens) and tokens[end - 1].tag not in {"a", "b"}
    return (first, end) if whole else None


def _per_head(tokens: Sequence[Token], at: int) -> bool:
    """人均, 户均 before a noun: the tagger takes them for adverbs."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].text.endswith("均") and following is not None and following.is_noun


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text in AMOUNT_WORDS:
        return False
    if token.tag == "vn" and at + 1 < len(tokens) and tokens[at + 1].is_verb:
        return True
    return token.is_verb or token.text in ACTIONS


def has_verb(tokens: Sequence[Token]) -> bool:
    return any(is_verb(tokens, at) for at in range(len(tokens)))


def nominal(token: Token) -> bool:
    return token.is_noun or token.text in AMOUNT_WORDS or token.tag in {"a", "m", "number"}


def _continues(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text in LINKS:
        return True
    if token.tag in PREDICATES or token.text in STATES or token.text in MEANS:
        return False
    return nominal(token) or token.tag in {"b", "q", "x"} or _modifies(tokens, at)


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """A verb inside a noun phrase: 跨境 · 扶贫 before a noun that closes with an amount."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        tokens[at].tag in {"v", "vn"}
        and following is not None
        and (following.text in AMOUNT_WORDS or following.text.endswith(CLOSING))
    )


def _relative(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    """来小区居住的老人 | 有 …: a head noun behind 的, then a verb of state."""
    for at in range(len(tokens) - 2, first, -1):
        if tokens[at].text != "的":
            continue
        end = at + 1
        while end < len(tokens) and (nominal(tokens[end]) or tokens[end].text in LINKS):
            end += 1
        if at + 1 < end < len(tokens) and (
            tokens[end].text in STATES or tokens[end].text in {"获批", "入选"}
        ):
            return first, end
    return None


def words(tokens: Sequence[Token]) -> str:
    return "".join(token.text for token in tokens)


def is_named(said: Sequence[Token]) -> bool:
    """Some word of `said` is a name: of a place, a body, a person, a quoted term, a title."""
    return any(token.tag in {"ns", "nt", "nz", "nr", "quote", "book"} for token in said)


def acts(tokens: Sequence[Token]) -> bool:
    """The clause opens with a verb, perhaps behind an adverb: someone does it."""
    at = lead(tokens)
    while at < len(tokens) and tokens[at].tag in {"d", "ad"} and not is_verb(tokens, at):
        at += 1
    return at < len(tokens) and is_verb(tokens, at)


def is_subordinate(tokens: Sequence[Token]) -> bool:
    """随着…的兴起 · 疫情发生以来: a clause that sets the scene and has no say of its own."""
    said = words(tokens)
    return said.startswith(SCENE_OPENERS) or said.endswith(SCENE_ENDINGS)
