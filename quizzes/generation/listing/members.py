"""How well a stretch of words reads as a member of a list: its borders and its likeness."""

from collections.abc import Sequence

from quizzes.generation.lexicon import (
    CLASSES,
    GOVERNING,
    HEADS,
    LIST_OPENERS,
    NOMINAL_VERBS,
    UNFINISHED,
)
from quizzes.generation.reading.grammar import is_verb
from quizzes.generation.reading.tokens import Token

Place = tuple[int, int]
OPEN = {"等", "等等"}
LINKS = {"和", "与", "及", "以及", "及其", "或", "或者"}
MODALS = {"应当", "应", "要", "可以", "可", "不得", "须", "必须", "需", "能", "能够", "得"}
OPENERS = LIST_OPENERS | MODALS
VERBS = GOVERNING - NOMINAL_VERBS
NEGATIONS = {"未", "不", "无", "没有", "非", "没"}
BY_LAW = {"依法", "自愿", "依规", "分别", "先后"}
COUNTED = {"m", "number", "q", "mq"}
BEHIND = {"方面", "上", "中", "下", "内", "上面", "之间", "领域", "环节"}
ADVERBIAL = {"双向", "协同", "联动", "同步", "有机", "相互", "共同", "自由", "平等", "并重", "并举"}
NO_DEEDS = NOMINAL_VERBS | {"可", "有", "无", "是", "能"}
NOTHING, SLIGHT, HALF, SOME, SHARED = 0.0, 0.3, 0.5, 1.0, 1.4
MOST_ALIKE = 6.0
UNEVEN, MUCH, OPENED, NEVER = 1.5, 2.0, 2.5, 9.0
PER_CHARACTER, PER_CHARACTER_OF_LONG, LONG = 0.5, 0.25, 4


def said(tokens: Sequence[Token], place: Place) -> str:
    return "".join(token.text for token in tokens[place[0] : place[1]])


def start_of(texts: Sequence[str]) -> str:
    """What all texts begin with."""
    least = min(texts, key=len)
    size = next(
        (at for at, char in enumerate(least) if any(text[at] != char for text in texts)), len(least)
    )
    return least[:size]


def end_of(texts: Sequence[str]) -> str:
    """What all texts end in."""
    return start_of([text[::-1] for text in texts])[::-1]


def before(tokens: Sequence[Token], start: int) -> float:
    """What speaks against a first member that begins at `start`: the word before belongs to it."""
    if start == 0:
        return NOTHING
    token = tokens[start - 1]
    if is_opener(token):
        return NOTHING
    if token.text in NEGATIONS | {"、"} or token.tag in {"quote", "bracket", "book"}:
        return NEVER
    if token.text in BY_LAW:
        return SLIGHT
    if _governs(tokens, start - 1):
        return NOTHING
    if token.text in LINKS:
        return SLIGHT if token.text == "与" else SOME
    return _plain_border(token)


def _plain_border(token: Token) -> float:
    if token.tag in {"ul", "uj", "uz", "x", "date"} or token.text in {"的", "了", "：", "地"}:
        return SLIGHT
    if token.tag == "t" and len(token.text) > 1:
        return SLIGHT
    return SOME if token.tag in {"d", "c", "ns", "nt"} | COUNTED else MUCH


def is_opener(token: Token) -> bool:
    """A word that governs the whole list behind it and is no part of its first member."""
    text = token.text
    ends_so = len(text) > 2 and text[-2:] in OPENERS and token.tag[0] != "q"
    return token.tag == "p" or text in OPENERS or ends_so


def _governs(tokens: Sequence[Token], at: int) -> bool:
    """The word is a verb here: 加强 always, 治理 where nothing but an adverb stands before it."""
    token = tokens[at]
    if token.text in VERBS:
        return True
    ahead = tokens[at - 1] if at else None
    if token.text in NOMINAL_VERBS or token.tag == "vn":
        led = ahead is not None and (ahead.text in MODALS or ahead.text in VERBS)
        return ahead is None or ahead.tag in {"d", "ad", "c", "p"} or led
    return token.tag == "v" and is_verb(tokens, at)


def behind(tokens: Sequence[Token], end: int) -> float:
    """What speaks against a last member that ends before `end`: the next word belongs to it."""
    if end == len(tokens):
        return NOTHING
    token = tokens[end]
    if token.text in OPEN or token.tag in COUNTED:
        return NOTHING
    if token.text in LINKS or token.text == "、":
        return NEVER
    if tokens[end - 1].text in UNFINISHED and token.is_noun:
        return NEVER
    if token.text in {"相关", "有关"}:
        return MUCH
    return SLIGHT if _parts(tokens, end) else _belongs(tokens, end)


def _parts(tokens: Sequence[Token], end: int) -> bool:
    """The word behind belongs to the clause: 的, a preposition, an adverb, a verb."""
    token = tokens[end]
    if token.text == "的" or token.text in BEHIND | ADVERBIAL | MODALS:
        return True
    if token.tag in {"d", "ad", "p", "c", "r", "quote", "bracket", "book", "x"}:
        return True
    return _governs(tokens, end)


def _belongs(tokens: Sequence[Token], end: int) -> float:
    """A noun behind is the last member's, unless it says what kind of thing they all are."""
    token = tokens[end]
    if token.tag in {"v", "a", "z", "i"}:
        return SOME
    alone = end + 1 == len(tokens) or not tokens[end + 1].is_noun
    if alone and (token.text in HEADS or token.text in CLASSES):
        return HALF
    return SHARED if token.is_noun else MUCH


def uneven(texts: Sequence[str]) -> float:
    """How unlike the members are in length."""
    lengths = [len(text) for text in texts]
    inner = sorted(lengths[1:-1] or lengths)
    each = PER_CHARACTER_OF_LONG if min(lengths) >= LONG else PER_CHARACTER
    middle = inner[len(inner) // 2]
    return each * sum(abs(length - middle) for length in lengths)


def unlike(tokens: Sequence[Token], places: Sequence[Place], texts: Sequence[str]) -> float:
    """How unlike the members are in their ends and in make. Negative where they are alike, down
    to -MOST_ALIKE."""
    odd = 0.0
    if len({len(text) for text in texts}) == 1:
        odd -= 1.0 if len(texts) > 2 else 0.6
    odd += _of_one_end(texts) + _of_one_end([text[::-1] for text in texts])
    closing = {tokens[end - 1].tag[0] for _, end in places}
    opening = {tokens[start].tag[0] for start, _ in places}
    counts = {end - start for start, end in places}
    odd -= SLIGHT * sum(len(kinds) == 1 for kinds in (closing, opening, counts))
    return odd + _verbs(tokens, places)


def _verbs(tokens: Sequence[Token], places: Sequence[Place]) -> float:
    """Deeds beside things: a verb that opens one member only governs them all."""
    deeds = [opens_with_verb(tokens, place) for place in places]
    first, end = tokens[places[0][0]], places[-1][1]
    if first.text in BY_LAW or _governed(tokens, places[0]) > _governed(tokens, places[1]):
        return OPENED
    if all(deeds):
        return OPENED if end < len(tokens) and tokens[end].is_noun else NOTHING
    if first.text in GOVERNING and places[0][1] - places[0][0] > 2:
        return SOME
    return UNEVEN * any(deeds)


def _governed(tokens: Sequence[Token], place: Place) -> bool:
    """Some word of it governs what follows, as only a word before the list should."""
    within = tokens[place[0] : max(place[0] + 1, place[1] - 1)]
    return any(is_opener(token) or (token.text in VERBS and token.tag != "vn") for token in within)


def opens_with_verb(tokens: Sequence[Token], place: Place) -> bool:
    """提高质量, 申请专利: the member says what is done, and to what."""
    first = tokens[place[0]]
    if place[1] - place[0] < 2:
        return False
    if place[0] and tokens[place[0] - 1].text in MODALS and first.tag != "a":
        return True
    if first.text in NO_DEEDS:
        return False
    return first.is_verb or (first.text in GOVERNING and first.tag != "vn")


def _of_one_end(ends: Sequence[str]) -> float:
    """Alike at this end (negative), or alike but for one (positive)."""
    alike = len(start_of(ends))
    if alike and min(map(len, ends)) > 1:
        return -2.0 if alike > 1 else -1.2
    inner = {end[0] for end in ends[1:-1]}
    return UNEVEN if len(ends) > 3 and len(inner) == 1 else NOTHING
