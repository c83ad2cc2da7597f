"""What the rows of each kind of question must be like."""

from collections.abc import Iterable

import pytest

from quizzes.question_rules import Choice, Errors, validate

THINGS = ("提交材料", "窗口受理", "现场核查", "领取执照", "公示结果", "存档", "回访")
PARTNERS = ("子", "丑", "寅", "卯", "辰", "巳", "午")
KEYS, WRONG = ("所有权", "资格权", "使用权"), ("经营权", "收益权", "处分权", "抵押权")


def several(keys: Iterable[str] = KEYS, wrong: Iterable[str] = WRONG[:1]) -> Errors:
    options = [*map(Choice, keys), *(Choice(text, is_key=False) for text in wrong)]
    return validate(kind="multiple_choice", stem="“三权”是哪几种权？", options=options)


def statement(
    stem: str = "这里获批是在2020年。", options: Iterable[Choice] | None = None
) -> Errors:
    options = options or (Choice("正确"), Choice("错误", is_key=False))
    return validate(kind="true_false", stem=stem, options=list(options))


def pairs(*pairs: tuple[str, str], stem: str = "把部门和它负责的事配成对。") -> Errors:
    options = [Choice(left, partner=right) for left, right in pairs]
    return validate(kind="matching", stem=stem, options=options)


def order(*things: str) -> Errors:
    options = [Choice(thing) for thing in things]
    return validate(kind="ordering", stem="办一张执照要走哪几步？", options=options)


def some_pairs(count: int) -> list[tuple[str, str]]:
    return list(zip(THINGS[:count], PARTNERS, strict=False))


class TestSeveral:
    def test_it_works(self) -> None:
        assert several() == {}
        assert several(KEYS[:2], WRONG) == {}

    @pytest.mark.parametrize(("keys", "wrong"), [(1, 3), (0, 4), (2, 1), (3, 4), (2, 0)])
    def test_four_to_six_options_two_keys_and_one_that_is_wrong(
        self, keys: int, wrong: int
    ) -> None:
        assert list(several(KEYS[:keys], WRONG[:wrong])) == ["options"]

    def test_not_all_are_keys(self) -> None:
        assert list(several((*KEYS, "经营权"), ())) == ["options"]

    def test_the_stem_gives_no_key_away(self) -> None:
        options = [*map(Choice, KEYS), Choice("经营权", is_key=False)]
        errors = validate(kind="multiple_choice", stem="所有权和哪几种权？", options=options)
        assert list(errors) == ["stem"]


class TestStatement:
    def test_it_works(self) -> None:
        assert statement() == {}
        assert statement(options=(Choice("错误"), Choice("正确", is_key=False))) == {}

    @pytest.mark.parametrize("stem", ["是在2020年吗？", "是在____年。", "是在（ ）年。", ""])
    def test_it_asks_nothing(self, stem: str) -> None:
        assert list(statement(stem)) == ["stem"]

    def test_it_may_use_the_word(self) -> None:
        assert statement("这里坚持正确的方向。") == {}

    @pytest.mark.parametrize(
        "options",
        [
            [Choice("对"), Choice("错", is_key=False)],
            [Choice("正确"), Choice("错误")],
            [Choice("正确", is_key=False), Choice("错误", is_key=False)],
            [Choice("正确")],
            [Choice("正确"), Choice("错误", is_key=False), Choice("不知道", is_key=False)],
        ],
    )
    def test_it_is_true_or_false(self, options: list[Choice]) -> None:
        assert list(statement(options=options)) == ["options"]


class TestPairs:
    @pytest.mark.parametrize("count", range(3, 7))
    def test_it_works(self, count: int) -> None:
        assert pairs(*some_pairs(count)) == {}

    @pytest.mark.parametrize("count", [0, 2, 7])
    def test_three_to_six(self, count: int) -> None:
        assert list(pairs(*some_pairs(count))) == ["options"]

    def test_each_has_a_partner_of_its_own(self) -> None:
        assert list(pairs(*some_pairs(2), ("存档", "子"))) == ["options"]
        assert list(pairs(*some_pairs(3), ("提交材料", "巳"))) == ["options"]

    def test_a_partner_that_is_missing_or_endless_is_said_in_its_row(self) -> None:
        errors = pairs(*some_pairs(2), ("存档", " "), ("回访", "长" * 501))
        assert list(errors) == ["options-2-partner", "options-3-partner"]

    @pytest.mark.parametrize("partner", ["海关", "由海关负责", "海"])
    def test_no_side_says_the_other(self, partner: str) -> None:
        assert list(pairs(*some_pairs(2), ("海关", partner))) == ["options-2-partner"]

    def test_the_stem_gives_no_pair_away(self) -> None:
        stem = "提交材料对子，其余怎样配对？"
        assert list(pairs(*some_pairs(3), stem=stem)) == ["stem"]
        assert pairs(*some_pairs(3), stem="提交材料等和什么配对？") == {}

    @pytest.mark.parametrize("kind", ["single_choice", "fill_blank", "ordering"])
    def test_other_kinds_have_no_partners(self, kind: str) -> None:
        options = [Choice("子", partner="丑"), *(Choice(t, is_key=False) for t in "寅卯辰")]
        errors = validate(kind=kind, stem="哪一个是____？", options=options)
        assert list(errors) == ["options-0-partner"]


class TestOrder:
    @pytest.mark.parametrize("count", range(3, 7))
    def test_it_works(self, count: int) -> None:
        assert order(*THINGS[:count]) == {}

    @pytest.mark.parametrize("count", [0, 2, 7])
    def test_three_to_six(self, count: int) -> None:
        assert list(order(*THINGS[:count])) == ["options"]

    def test_each_stands_once(self) -> None:
        assert list(order("受理", "核查", "受 理")) == ["options"]

    @pytest.mark.parametrize(
        "things",
        [
            ("1. 受理", "2. 核查", "3. 发证"),
            ("第一步受理", "第二步核查", "第三步发证"),
            ("一是受理", "二是核查", "三是发证"),
            ("首先受理", "其次核查", "最后发证"),
            ("①受理", "②核查", "③发证"),
            ("（一）受理", "（二）核查", "（三）发证"),
            ("2010年", "2015年", "2020年"),
            ("3条", "5条", "9条"),
        ],
    )
    def test_the_things_do_not_say_their_place(self, things: tuple[str, ...]) -> None:
        assert list(order(*things)) == ["options"]

    @pytest.mark.parametrize(
        "things",
        [
            ("第六代市场", "第一代市场", "中国商贸城"),
            ("2.5万亩耕地", "1.2万亩林地", "3.6万亩水面"),
            ("三步走战略", "一步到位", "十年规划"),
        ],
    )
    def test_numbers_in_names_say_nothing(self, things: tuple[str, ...]) -> None:
        assert order(*things) == {}
