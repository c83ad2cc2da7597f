"""Which quoted words of a clause are the name of something, and of what kind of thing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.generation.reading.grammar import is_verb
from quizzes.generation.reading.sentences import Clause
from quizzes.generation.reading.tokens import Token

NAME = re.compile(r"“[\u4e00-\u9fffA-Za-z0-9+·（）—、，‘’]{2,20}”")
NUMERALS = re.compile(r"[一二两三四五六七八九十]")
SPOKEN = re.compile(
    "说|表示|称|写道|问|喊|回答|指出|强调|表态|意为|认为|注明|刻有|评价|感叹|坦言|总结"
)
NAMING = re.compile(
    r"(?:称[为之]+|誉为|概括为|简称为?|叫做?|命名为|定名为?|取名为?|名为|改称|更名为|称作|合称|统称|俗称)$"
)
# What a saying in quotation marks may be: 坚持“…”的理念.
IDEAS = re.compile(
    "理念|原则|方针|思想|思路|精神|目标|要求|口号|宣言|方式|作风|宗旨|导向|模式|机制|格局|局面"
)
JOINED = {"等", "和", "与", "或", "及", "到"}
VERSION = re.compile(r"\d(?:\.\d)?版?")
BEFORE = {"以", "按照", "根据", "本着", "按"}
NO_HEAD = {"quote", "f", "r", "s"}
NAMES = {"ns", "nz", "nt", "j"}
ALONE = {"为", "作为", "的", "来", "等", "、"}
LONGEST_BARE, LONGEST_HEAD = 14, 8


@dataclass(frozen=True, slots=True)
class Name:
    """A quoted name: its place among the clause's words, and the noun that says what it names.

    `linked` where 的 stands between (“…”的理念); `naming` behind 称为, 誉为, 更名为.
    """

    at: int
    token: Token
    head: str
    linked: bool
    naming: bool

    @property
    def text(self) -> str:
        return self.token.text[1:-1]


def name_at(clause: Clause, at: int) -> Name | None:
    """A single short name behind a verb or before its noun, not one of a row, not a speech."""
    tokens = clause.tokens
    token = tokens[at]
    if not NAME.fullmatch(token.text) or _is_one_of_several(tokens, at):
        return None
    naming = NAMING.search(clause.said.partition(token.text)[0]) is not None
    if at and SPOKEN.fullmatch(tokens[at - 1].text) and not naming:
        return None
    linked = _is_linked(tokens, at)
    head = tokens[at + 2].text if linked else _head(tokens[at + 1 :]) or _idea(tokens[at + 1 :])
    if any(_governs(clause, i) for i in range(clause.lead, at)):
        fits = bool(head) or _stands_alone(tokens, at)
        return Name(at, token, head, linked, naming) if fits else None
    if _is_predicate(tokens, at):
        return Name(at, token, head, linked, naming)
    head = _subject(tokens[at + 1 :]) if at <= clause.lead + 2 else ""
    return Name(at, token, head, linked=False, naming=False) if head else None


def _is_linked(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1 : at + 3]
    return (
        len(following) > 1
        and following[0].text == "的"
        and IDEAS.fullmatch(following[1].text) is not None
    )


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """A short name that ends its clause, or is what something else is taken for."""
    ends = at + 1 == len(tokens) or tokens[at + 1].tag == "bracket"
    return len(tokens[at].text) <= LONGEST_BARE and (ends or tokens[at + 1].text in ALONE)


def _is_predicate(tokens: Sequence[Token], at: int) -> bool:
    """播种面积“两减一增”: a saying with numbers in it, behind what it is said of."""
    rest = [token for token in tokens[at + 1 :] if token.tag != "bracket"]
    several = len(NUMERALS.findall(tokens[at].text)) > 1
    return bool(at) and not rest and several and tokens[at - 1].is_noun


def _subject(following: Sequence[Token]) -> str:
    """帮扶机制 of “2+4”帮扶机制全面建立: up to the noun before what it does."""
    said = ""
    for at, token in enumerate(following[:-1]):
        said += token.text
        if len(said) > LONGEST_HEAD or not (token.is_noun or token.is_verb) or token.tag in NO_HEAD:
            return ""
        does = following[at + 1].is_verb or following[at + 1].tag in {"d", "ad"}
        if token.is_noun and len(token.text) > 1 and does:
            return said
    return ""


def _governs(clause: Clause, at: int) -> bool:
    return is_verb(clause.tokens, at) or clause.tokens[at].text in BEFORE


def _is_one_of_several(tokens: Sequence[Token], at: int) -> bool:
    """One of a row of names. Behind 落实“甲”、 comes another deed: that name stands alone.

    So does what a row is called: “甲”“乙”等“丙”.
    """
    if at + 1 == len(tokens) and at > 1 and tokens[at - 1].text == "等":
        return tokens[at - 2].tag != "quote"
    if _is_example(tokens, at):
        return False
    around = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    if any(token.tag == "quote" or token.text in JOINED for token in around):
        return True
    before = at > 0 and tokens[at - 1].text == "、"
    behind = tokens[at + 1 : at + 3]
    goes_on = bool(behind) and behind[0].text == "、"
    return before or (goes_on and not (len(behind) > 1 and _is_deed(tokens, at + 2)))


def _is_example(tokens: Sequence[Token], at: int) -> bool:
    """借鉴“双师制”等模式: the one name that is given of a kind."""
    behind = tokens[at + 1 : at + 3]
    alone = at > 0 and is_verb(tokens, at - 1)
    return alone and len(behind) > 1 and behind[0].text == "等" and behind[1].is_noun


def _is_deed(tokens: Sequence[Token], at: int) -> bool:
    manner = tokens[at].tag in {"d", "ad", "a"} and at + 1 < len(tokens)
    verb = at + 1 if manner else at
    return is_verb(tokens, verb) or (manner and tokens[verb].tag == "vn")


def _head(following: Sequence[Token]) -> str:
    """战略 behind “…”: the nouns that say what the name is the name of."""
    head, end = "", ""
    if len(following) == 2 and VERSION.fullmatch(following[0].text + following[1].text):
        return following[0].text + following[1].text
    for token in following:
        if not token.is_noun or token.tag in NO_HEAD:
            break
        head += token.text
        end = head if token.tag not in NAMES else end
    return end if len(end) <= LONGEST_HEAD else ""


def _idea(following: Sequence[Token]) -> str:
    """宣言 of “…”改进服务的宣言: what a saying is, behind more words."""
    linked = any(token.text == "的" for token in following[:-1])
    last = following[-1].text if following else ""
    return last if linked and IDEAS.fullmatch(last[-2:]) else ""
