"""What a teacher would find in the questions of a document."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.generation.checks import faults, squash
from quizzes.generation.generate import generate
from quizzes.generation.types import Item
from quizzes.text import parse
from quizzes.text.types import Outline
from tests.generation.texts import items, keys, stems

ARTICLE = Path(__file__).parents[2] / "content" / "yiwu.txt"


@pytest.fixture(scope="module")
def outline() -> Outline:
    return parse(ARTICLE.name, ARTICLE.read_bytes())


@pytest.fixture(scope="module")
def article(outline: Outline) -> tuple[Item, ...]:
    return generate(outline)


def test_the_three_promised_questions_are_asked(article: tuple[Item, ...]) -> None:
    asked = keys(article)
    assert asked["国务院同意设立义乌综合保税区是在哪年哪月？"] == "2020年4月"
    assert asked["“义新欧”中欧班列已开通运输线路多少条？"] == "14条"
    assert asked["宅基地“三权分置”改革中的“三权”指的是什么？"] == "所有权、资格权、使用权"


def test_every_item_keeps_the_rules(article: tuple[Item, ...]) -> None:
    assert len(article) > 60
    assert [fault for item in article for fault in faults(item)] == []


def test_a_section_opens_with_what_matters_most(article: tuple[Item, ...]) -> None:
    sections: dict[str, list[Item]] = {}
    for item in article:
        sections.setdefault(item.fact.section, []).append(item)
    assert [item for part in sections.values() for item in part] == list(article)
    for part in sections.values():
        importance = [item.fact.importance for item in part]
        assert importance == sorted(importance, reverse=True)


def test_the_evidence_stands_in_the_text_and_holds_the_answer(
    outline: Outline, article: tuple[Item, ...]
) -> None:
    for item in article:
        fact = item.fact
        assert fact.place in fact.evidence
        stands = squash(fact.place.of(outline.text))
        answers = [fact.answer] if isinstance(fact.answer, str) else fact.answer
        assert all(squash(part) in stands for answer in answers for part in _parts(answer))
        assert fact.evidence.of(outline.text) in item.explanation or fact.kind == "term"


def test_most_facts_are_asked_in_two_kinds_or_more(article: tuple[Item, ...]) -> None:
    kinds: dict[str, set[str]] = {}
    for item in article:
        kinds.setdefault(item.fact.fingerprint, set()).add(item.kind)
    assert sum(len(asked) > 1 for asked in kinds.values()) > len(kinds) / 3


def test_about_as_many_statements_are_false_as_true(article: tuple[Item, ...]) -> None:
    answers = [item.answer for item in article if item.kind == "true_false"]
    assert 0.3 < answers.count(("正确",)) / len(answers) < 0.7


def test_options_are_four_of_one_form_and_figures_ascend(article: tuple[Item, ...]) -> None:
    for item in article:
        if item.kind != "single_choice":
            continue
        texts = [option.text for option in item.options]
        assert len({squash(text) for text in texts}) == 4
        if item.fact.kind == "date":
            assert texts == sorted(texts, key=lambda text: [int(n) for n in _numbers(text)])
        if item.fact.kind == "number":
            assert len({text.strip("0123456789.,") for text in texts}) == 1


def _parts(answer: str) -> list[str]:
    """What of an answer stands in one piece: 从1/9上升至1/8 behind 分别 has its ends apart."""
    ends = re.findall(r"\d[\d./]*", answer) if answer.startswith(("从", "由")) else []
    return ends or [part for part in answer.split("、") if part]


def _numbers(text: str) -> list[str]:
    return "".join(c if c.isdigit() else " " for c in text).split()


def test_keys_stand_at_every_rank(article: tuple[Item, ...]) -> None:
    ranks = [
        [option.is_key for option in item.options].index(True)
        for item in article
        if item.kind == "single_choice"
    ]
    assert all(ranks.count(rank) >= len(ranks) * 0.08 for rank in range(4))


def test_the_same_document_gives_the_same_items_on_any_machine(tmp_path: Path) -> None:
    code = (
        "import sys,json;from pathlib import Path;from quizzes.text import parse;"
        "from quizzes.generation.generate import generate;"
        "p=Path(sys.argv[1]);made=generate(parse(p.name,p.read_bytes()));"
        "print(json.dumps([repr(item) for item in made]))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, str(ARTICLE)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            check=True,
            cwd=ARTICLE.parents[1],
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    ]
    assert runs[0] == runs[1]
    assert len(json.loads(runs[0])) > 60


def test_ids_and_fingerprints_tell_items_and_facts_apart(article: tuple[Item, ...]) -> None:
    assert len({item.id for item in article}) == len(article)


def test_a_fact_keeps_its_fingerprint_when_other_sentences_change() -> None:
    before = items("2013年6月，国务院批复同意平湖市城乡规划。")
    after = items("平湖市地处平原。2013年6月，国务院批复同意平湖市城乡规划。绿化面积不断增加。")
    assert {item.fact.fingerprint for item in before} == {item.fact.fingerprint for item in after}
    changed = items("2013年7月，国务院批复同意平湖市城乡规划。")
    assert {i.fact.fingerprint for i in before}.isdisjoint(i.fact.fingerprint for i in changed)


def test_a_statement_made_twice_with_two_answers_is_not_asked() -> None:
    assert stems(items("平湖市建成公园18个。平湖市建成公园21个。")) == []
    assert len(stems(items("平湖市建成公园18个。平湖市建成公园18个。"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "没有数字也没有年份的一段话。",
        "。。。，，，",
        "一" * 20_000,
        "2020年" * 3_000,
        "“" * 500,
    ],
)
def test_a_document_without_a_fact_gives_none(text: str) -> None:
    assert items(text) == ()


WORDS = (
    "平湖市 2013年 6月 ， 。 、 建成 公园 18个 增长 3.1% 其 “三长” 从 至 超过 的 ； 分别 目前 （ "
    "） 第2 是指 所谓 路长、河长、林长 “ 1/8 以来"
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=40))
def test_whatever_the_words_no_item_breaks_a_rule(words: list[str]) -> None:
    for item in items("".join(words)):
        assert faults(item) == []
