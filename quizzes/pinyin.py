"""拼音 over a text, word by word, so that a character that has two readings gets the right one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import rjieba
from pypinyin import Style, pinyin

# What the dictionary reads otherwise, one syllable a character.
READINGS = {
    "长三角": "cháng sān jiǎo",
    "长三角洲": "cháng sān jiǎo zhōu",
    "长江三角洲": "cháng jiāng sān jiǎo zhōu",
    "一行人": "yì háng rén",
}
# Characters that are words of their own: the reading goes by the part of speech.
BY_TAG = {
    "地": {"u": "de"},
    "得": {"u": "de", "v": "dé"},
    "着": {"u": "zhe", "v": "zháo"},
    "了": {"u": "le"},
    "为": {"p": "wèi", "v": "wéi"},
    "还": {"d": "hái", "v": "huán"},
    "都": {"d": "dōu", "n": "dū"},
    "只": {"d": "zhǐ", "q": "zhī"},
    "种": {"q": "zhǒng", "n": "zhǒng", "m": "zhǒng", "v": "zhòng"},
    "重": {"a": "zhòng", "n": "zhòng", "d": "chóng"},
    "长": {"a": "cháng", "v": "zhǎng", "n": "zhǎng"},
    "数": {"m": "shù", "n": "shù", "v": "shǔ"},
    "量": {"n": "liàng", "v": "liáng"},
    "将": {"d": "jiāng", "p": "jiāng"},
    "行": {"n": "háng", "q": "háng", "v": "xíng"},
    "当": {"p": "dāng", "v": "dāng", "t": "dāng"},
}
# 朝阳 the place is Cháoyáng, the morning sun zhāoyáng.
PLACE = ("cháo", "yáng")
AROUND_THE_PLACE = (
    frozenset(("北京", "北京市", "辽宁", "辽宁省", "长春", "长春市")),
    ("区", "市", "县", "门", "公园", "法院", "路"),
)
VOWELS = tuple("aāáǎàoōóǒòeēéěè")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and the syllable of each of its characters; empty where there is none to say."""

    text: str
    syllables: tuple[str, ...]

    @property
    def reading(self) -> str:
        """The syllables as one word, with the apostrophe that keeps them apart: Xī'ān."""
        reading = ""
        for syllable in self.syllables:
            apart = reading and syllable.startswith(VOWELS)
            reading += f"'{syllable}" if apart else syllable
        return reading

    def cut(self, start: int, end: int) -> "Word":
        return Word(self.text[start:end], self.syllables[start:end])


def words(text: str) -> list[Word]:
    """The words of `text`, which together are all of it."""
    tagged: list[tuple[str, str]] = rjieba.tag(text)
    found = [Word(word, syllables(word, tag[:1])) for word, tag in tagged]
    return list(_places(found))


def between(words: Iterable[Word], start: int, end: int) -> list[Word]:
    """What stands from `start` to `end`; a word that an edge goes through is cut there."""
    found = []
    at = 0
    for word in words:
        left, right = max(start - at, 0), min(end - at, len(word.text))
        if left < right:
            found.append(word.cut(left, right))
        at += len(word.text)
    return found


@lru_cache(maxsize=20_000)
def syllables(word: str, tag: str) -> tuple[str, ...]:
    if word in READINGS:
        return tuple(READINGS[word].split())
    if reading := BY_TAG.get(word, {}).get(tag):
        return (reading,)
    said = pinyin(word, style=Style.TONE, errors=unread)
    found = tuple(one[0] for one in said)
    return found if len(found) == len(word) else ("",) * len(word)


def unread(other: str) -> Any:  # noqa: ANN401 (the stubs know no list)
    """What stands for signs that have no reading: nothing for each."""
    return [""] * len(other)


def _places(found: list[Word]) -> Iterator[Word]:
    before, after = AROUND_THE_PLACE
    for at, word in enumerate(found):
        if word.text != "朝阳":
            yield word
            continue
        last = found[at - 1].text if at else ""
        following = "".join(one.text for one in found[at + 1 : at + 3])
        is_place = last in before or following.startswith(after)
        yield Word(word.text, PLACE) if is_place else word
