"""拼音: the right reading of characters that have two, and a text that stays what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.pinyin import between, words

TEXTS = st.text(alphabet="义乌银行长三角重要得地的了２0%.“”，。 aé\U00020000\n　", max_size=40)


def readings(text: str) -> str:
    return " ".join(word.reading for word in words(text) if word.reading)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("银行", "yínháng"),
        ("行业", "hángyè"),
        ("行政", "xíngzhèng"),
        ("长三角", "chángsānjiǎo"),
        ("增长", "zēngzhǎng"),
        ("长期", "chángqī"),
        ("重要", "zhòngyào"),
        ("重新", "chóngxīn"),
        ("重庆", "chóngqìng"),
        ("北京市朝阳区", "běijīngshì cháoyángqū"),
        ("北京朝阳", "běijīng cháoyáng"),
        ("朝阳产业", "zhāoyángchǎnyè"),
        ("都市", "dūshì"),
        ("都是", "dōu shì"),
        ("为人民服务", "wèi rénmín fúwù"),
        ("成为", "chéngwéi"),
        ("快速地发展", "kuàisù de fāzhǎn"),
        ("地方", "dìfāng"),
        ("丽水", "líshuǐ"),
        ("台州", "tāizhōu"),
        ("调整", "tiáozhěng"),
        ("效率", "xiàolǜ"),
    ],
)
def test_a_character_with_two_readings_gets_that_of_its_word(text: str, read: str) -> None:
    assert readings(text) == read


def test_syllables_that_would_run_together_are_kept_apart() -> None:
    assert readings("西安") == "xī'ān"


def test_what_is_not_chinese_has_no_reading() -> None:
    assert readings("14%，ABC 2020") == ""


@given(TEXTS)
def test_the_words_are_all_of_the_text(text: str) -> None:
    found = words(text)

    assert "".join(word.text for word in found) == text
    assert all(len(word.syllables) == len(word.text) for word in found)


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_a_cut_keeps_every_character_with_its_syllable(text: str, one: int, other: int) -> None:
    start, end = sorted((one, other))
    every = [pair for word in words(text) for pair in zip(word.text, word.syllables, strict=True)]
    cut = [
        pair
        for word in between(words(text), start, end)
        for pair in zip(word.text, word.syllables, strict=True)
    ]

    assert cut == every[start:end]
