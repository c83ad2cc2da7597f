"""Each measure of the bench sees the fault it is for, and lets a good item pass."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests import toy_generator
from tests.bench.columns import table
from tests.bench.documents import CONTENT, documents, measured, together
from tests.bench.guessing import CHANCE, NUMERIC, RULES, Score, scores
from tests.bench.lines import Line, stands_in
from tests.bench.recall import Gold, covers, missed
from tests.measures import FAULTS, FORM, Remark, breaches, faults

EVIDENCE = "平湖市建成渔港14座"
TEXT = f"二、建设\n{EVIDENCE}，疏浚航道9条。\n"
STEM = "平湖市建成渔港多少座？"
FOUR = ("14座*", "11座", "17座", "22座")


def item(kind: str = "single_choice", stem: str = STEM, **changes: Any) -> Line:
    """A good item, but for the changes; `options` are texts, keys marked with a star."""
    options = changes.pop("options", FOUR if kind == "single_choice" else ())
    start = TEXT.index(EVIDENCE)
    line: dict[str, Any] = {
        "id": f"{kind} {stem}",
        "kind": kind,
        "stem": stem,
        "options": [{"text": text.rstrip("*"), "is_key": "*" in text} for text in options],
        "answer": [text.rstrip("*") for text in options if "*" in text],
        "explanation": "答案：14座。",
        "confidence": 0.9,
        "fact": {
            "kind": "number",
            "answer": "14座",
            "evidence": EVIDENCE,
            "start": start,
            "end": start + len(EVIDENCE),
        },
    }
    return {**line, **changes}  # type: ignore[typeddict-item]


def fact(**changes: Any) -> Any:
    return {**item()["fact"], **changes}


def what(remarks: Iterable[Remark]) -> list[str]:
    return [remark.what for remark in remarks]


GOOD = [
    item(),
    item("true_false", "平湖市建成渔港14座。", options=("正确*", "错误")),
    item("fill_blank", "平湖市建成渔港____座。", answer=["14", "14座"]),
    item("multiple_choice", "渔港建在哪些镇？", options=("东镇*", "西镇*", "南镇")),
    item(
        "matching",
        "各港停什么船？请配对。",
        answer=[["东", "渔船"], ["西", "货船"], ["南", "客船"]],
    ),
    item("ordering", "渔船怎样进港？", answer=["报告", "检查", "停靠"]),
]


@pytest.mark.parametrize("line", GOOD, ids=lambda line: line["kind"])
def test_a_good_item_of_each_kind_passes(line: Line) -> None:
    assert (what(breaches([line], TEXT)), what(faults([line]))) == ([], [])


# Form

MALFORMED = {
    "a part is missing": [item(explanation=""), item(stem=""), item(answer=[])],
    "a kind that is none": [item("essay", answer=["14座"])],
    "two options alike": [item(options=("14座*", "11座", "11 座", "22座"))],
    "the key stands in the stem": [
        item(stem="平湖市建成的14座渔港有多少座？"),
        item("multiple_choice", "东镇等哪些镇有渔港？", options=("东镇*", "西镇*", "南镇")),
    ],
    "single choice without four options and one key": [
        item(options=("14座*", "11座", "17座")),
        item(options=("14座*", "11座*", "17座", "22座")),
    ],
    "multiple choice without two keys and a wrong option": [
        item("multiple_choice", "渔港建在哪些镇？", options=("东镇*", "西镇", "南镇")),
        item("multiple_choice", "渔港建在哪些镇？", options=("东镇*", "西镇*", "南镇*")),
    ],
    "true or false without two options and one key": [
        item("true_false", "渔港有14座。", options=("正确*", "错误*")),
        item("true_false", "渔港有14座。", options=("正确*",)),
    ],
    "a blank item without a blank": [item("fill_blank", "平湖市建成渔港。", answer=["14座"])],
    "matching without three to six pairs, all different": [
        item("matching", answer=[["东", "渔船"], ["西", "货船"]]),
        item("matching", answer=[[str(n), str(n)] for n in range(7)]),
        item("matching", answer=[["东", "渔船"], ["西", "货船"], ["南", "货船"]]),
    ],
    "ordering without three to six steps, all different": [
        item("ordering", answer=["报告", "停靠"]),
        item("ordering", answer=list("甲乙丙丁戊己庚")),
        item("ordering", answer=["报告", "检查", "报告"]),
    ],
}


def test_every_rule_of_form_is_proved_here() -> None:
    assert set(MALFORMED) == set(FORM)


@pytest.mark.parametrize(("name", "line"), [(n, line) for n in MALFORMED for line in MALFORMED[n]])
def test_a_breach_of_form(name: str, line: Line) -> None:
    assert what(breaches([line], TEXT)) == [name]


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": 0, "end": len(EVIDENCE)},
        {"evidence": "平湖市建成渔港14个"},
        {"evidence": "", "end": 6, "start": 6},
    ],
)
def test_evidence_that_does_not_stand_at_its_offsets(wrong: dict[str, Any]) -> None:
    assert what(breaches([item(fact=fact(**wrong))], TEXT)) == [
        "the evidence does not stand at its offsets"
    ]


def test_an_id_used_twice() -> None:
    lines = [item(id="a"), item(stem="航道疏浚几条？", id="a"), item(stem="渔船有多少艘？", id="b")]
    assert list(breaches(lines, TEXT)) == [Remark("an id used twice", "航道疏浚几条？")]


def test_the_same_question_twice_whatever_the_order_of_its_options() -> None:
    lines = [item(id="a"), item(id="b", options=FOUR[::-1])]
    assert what(breaches(lines, TEXT)) == ["the same question twice"]
    other = item(id="b", options=("14座*", "12座", "17座", "22座"))
    assert what(breaches([item(id="a"), other], TEXT)) == []


def test_digits_of_a_longer_figure_do_not_give_the_key_away() -> None:
    assert stands_in("4座", "港口4 座")
    assert not stands_in("4座", "港口14座")
    assert not stands_in("1%", "增长3.1%")
    assert not stands_in("20", "2019年至2021年")


def test_marks_and_spaces_do_not_hide_the_key() -> None:
    assert stands_in("“开港”节", "平湖市开港 节")
    assert not stands_in("“”", "开港")


# Wording

FAULTY = {
    "half a pair of marks": [
        item(stem="平湖市建成“渔港多少座？"),
        item(options=("“甲港”*", "乙港”", "“丙港”", "“丁港”")),
        item(stem="平湖市）建成（渔港多少座？"),
        item("ordering", "渔船怎样进港？", answer=["报告", "《检查", "停靠"]),
    ],
    "words doubled": [
        item(stem="平湖市建成平湖市建成渔港多少座？"),
        item(stem="平湖市的的渔港有多少座？"),
    ],
    "broken punctuation": [
        item(stem="，平湖市建成渔港多少座？"),
        item(stem="平湖市，、建成渔港多少座？"),
        item(stem="平湖市建成渔港多少座，？"),
        item(stem="平湖市建成的？"),
        item(stem="平湖市建成“”渔港多少座？"),
        item(stem="平湖市建成渔港多少座："),
    ],
    "opens with a word that needs more": [
        item(stem="其建成渔港多少座？"),
        item(stem="同时，平湖市建成渔港多少座？"),
    ],
    "a word that needs the document": [
        item(stem="平湖市今年建成渔港多少座？"),
        item(stem="我市建成渔港多少座？"),
        item(stem="目前平湖市有渔港多少座？"),
    ],
    "the key is by far the longest": [
        item(options=("平湖市海洋与渔业管理局*", "市商务局", "市公安局", "市统计局")),
    ],
    "figures of several forms": [
        item(options=("14座*", "11座", "17个", "22座")),
        item(options=("14座*", "很多座", "17座", "22座")),
        item(options=("几座*", "11座", "17座", "22座")),
    ],
    "the key alone ends so": [item(options=("市公安局*", "市海关", "边防海关", "省海关"))],
}


def test_every_fault_of_wording_is_proved_here() -> None:
    assert set(FAULTY) == set(FAULTS)


@pytest.mark.parametrize(
    ("name", "line"), [(name, line) for name in FAULTY for line in FAULTY[name]]
)
def test_a_visible_fault(name: str, line: Line) -> None:
    assert what(faults([line])) == [name]


@pytest.mark.parametrize(
    "stem",
    [
        "平湖市渔港项目前期工作由谁负责？",
        "建港成本年均下降多少？",
        "他人占用渔港泊位由谁处理？",
        "平湖市渔业产值居相当前列的是哪个镇？",
        "《关于做好今年渔港工作的通知》由谁印发？",
        "平湖市建成“（甲）”港几座？",
    ],
)
def test_words_that_only_look_faulty(stem: str) -> None:
    assert what(faults([item(stem=stem)])) == []


# Recall


def gold(answer: str | list[str], evidence: str = EVIDENCE, importance: int = 3) -> Gold:
    return {"answer": answer, "evidence": evidence, "importance": importance}


@pytest.mark.parametrize(
    "evidence",
    [
        EVIDENCE,
        "建成渔港14座",
        f"2020年，{EVIDENCE}，疏浚航道9条",
        "太湖市建成渔港14座",
    ],
)
def test_the_same_words_of_the_document(evidence: str) -> None:
    assert covers(item(), gold("14座", evidence))


def test_other_words_of_the_document() -> None:
    assert not covers(item(), gold("14座", "全省新增水库14座"))


@pytest.mark.parametrize("answer", ["14座", "约14座", "14 座", "超过14座", ["14座"]])
def test_the_answer_of_the_gold_fact(answer: str | list[str]) -> None:
    assert covers(item(), gold(answer))


@pytest.mark.parametrize("answer", ["15座", "4座", "渔港", "", [], ["14座", "9条"]])
def test_another_answer(answer: str | list[str]) -> None:
    assert not covers(item(), gold(answer))


def test_a_change_needs_both_its_ends() -> None:
    line = item(fact=fact(answer="从6.5份降至1.8份"), options=())
    assert covers(line, gold("6.5份减少至1.8份"))
    assert not covers(line, gold("6.5份减少至1.7份"))


def test_a_list_needs_all_its_members() -> None:
    several = ("东镇*", "西镇*", "南镇")
    line = item("multiple_choice", options=several, fact=fact(answer=["东镇", "西镇"]))
    assert covers(line, gold(["西镇", "东镇"]))
    assert covers(line, gold("东镇、西镇"))
    assert not covers(line, gold(["东镇", "西镇", "南镇"]))


def test_either_side_of_a_pair_counts_and_a_false_statement_does_not() -> None:
    pairs = [["东", "渔船"], ["西", "货船"], ["南", "客船"]]
    assert covers(item("matching", answer=pairs, fact=fact(answer="")), gold(["东", "客船"]))
    assert not covers(item("true_false", options=("正确", "错误*")), gold("错误"))


def test_what_no_item_asks_is_missed() -> None:
    asked, unasked = gold("14座"), gold("9条", "疏浚航道9条")
    assert missed([item()], [asked, unasked]) == [unasked]


# Guessing

PLAIN = ("甲", "乙", "丙", "丁")
TELLING = {
    "the longest": ("", "甲乙丙丁戊*", "甲乙", "甲丙", "甲丁"),
    "the shortest": ("", "甲*", "甲乙", "丙丁", "戊己"),
    "most in common with the stem": ("东港", "东港*", "西山", "南山", "北山"),
    "least in common with the stem": ("东港西山南", "甲*", "东", "港", "西"),
    "most in common with the other options": ("", "甲乙*", "甲丙", "乙丁", "戊己"),
    "the odd one out": ("", "14条*", "14个", "20个", "30个"),
    "the roundest figure": ("", "1200*", "1230", "1245", "1271"),
    "position 1": ("", "甲*", "乙", "丙", "丁"),
    "position 2": ("", "甲", "乙*", "丙", "丁"),
    "position 3": ("", "甲", "乙", "丙*", "丁"),
    "position 4": ("", "甲", "乙", "丙", "丁*"),
    "figure of rank 1 of 4": ("", "9*", "12", "11", "101"),
    "figure of rank 2 of 4": ("", "9", "12", "11*", "101"),
    "figure of rank 3 of 4": ("", "2021年3月", "2021年11月*", "2020年12月", "2022年1月"),
    "figure of rank 4 of 4": ("", "9", "12", "11", "101*"),
}


def guessed(rule: str, stem: str, *options: str) -> Score:
    """The rule's score on fifty such items."""
    lines = [item(stem=stem, options=options)] * 50
    return next(score for score in scores(lines) if score.rule == rule)


def test_every_rule_of_thumb_is_proved_here() -> None:
    assert set(TELLING) == {*RULES, *NUMERIC}


@pytest.mark.parametrize("rule", TELLING)
def test_a_key_that_a_rule_of_thumb_finds(rule: str) -> None:
    score = guessed(rule, *TELLING[rule])
    assert (score.share, score.questions) == (1.0, 50)
    assert score.share > score.limit


@pytest.mark.parametrize("rule", TELLING)
def test_a_key_that_it_does_not_find(rule: str) -> None:
    stem, *options = (text.rstrip("*") for text in TELLING[rule])
    right = next(at for at, text in enumerate(TELLING[rule][1:]) if "*" in text)
    options[right - 1] += "*"
    assert guessed(rule, stem, *options).share == 0.0


def test_ties_are_drawn_by_lot() -> None:
    score = guessed("the longest", "", "甲*", *PLAIN[1:])
    assert score.share == CHANCE
    assert score.share < score.limit


def test_chance_and_three_standard_errors() -> None:
    assert Score("", 0.0, 300).limit == pytest.approx(0.325)


def test_only_single_choice_is_guessed_and_only_figures_have_ranks() -> None:
    found = {
        score.rule: score.questions for score in scores([*GOOD, item(options=("甲*", *PLAIN[1:]))])
    }
    assert (found["the longest"], found["figure of rank 1 of 4"]) == (2, 1)


# Documents and columns


def test_the_documents_of_the_folder_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.PDF", "b.gold.jsonl", "README.md", "c.csv"):
        (tmp_path / name).touch()
    monkeypatch.setenv("BENCH_DOCUMENTS", str(tmp_path))
    assert [path.name for path in documents() if path.parent == tmp_path] == ["a.PDF", "b.txt"]
    monkeypatch.delenv("BENCH_DOCUMENTS")
    assert {path.parent for path in documents()} == {CONTENT}


def test_a_document_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizzes.importing.source.generate", toy_generator.generate)
    path = tmp_path / "open.txt"
    path.write_text(toy_generator.TEXT, encoding="utf-8")
    asked, unasked = gold("14条", "运输线路共14条"), gold("3座", "桥梁共3座", importance=2)
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in (asked, unasked))
    path.with_suffix(".gold.jsonl").write_text(lines + "\n", encoding="utf-8")
    found = measured(path)
    assert (found.facts, len(found.lines), found.breaches) == (["number"] * 3, 6, [])
    assert (found.gold, found.missed) == ([asked, unasked], [unasked])
    both = together([found, found])
    assert (len(both.facts), len(both.lines), both.characters) == (6, 12, 2 * found.characters)
    assert both.missed == [unasked, unasked]


def test_columns_line_up_under_wide_signs(capsys: pytest.CaptureFixture[str]) -> None:
    table(["", "items"], [["渔港", 7], ["port", 12]])
    assert capsys.readouterr().out == "        items\n  渔港      7\n  port     12\n\n"
