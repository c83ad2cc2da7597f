"""A draft → the items that suit it: choice, true or false, several keys, a blank, matching."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizzes.generation.checks import squash
from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.lexicon import short_forms
from quizzes.generation.lots import digest, draw, shuffled
from quizzes.generation.options.distractors import Said, options
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import Number
from quizzes.generation.types import Fact, Item, ItemKind, Option

TRUE, FALSE = "正确", "错误"
MOST_DIGITS = 5
MARKS = str.maketrans("", "", ",.")
FEWEST_OPTIONS, MOST_OPTIONS = 4, 6
MOST_MEMBERS = 5
LONGEST_BODY = 18
# What the number of an entry leaves behind.
SPACED = re.compile(r"(?<=[，。；：])[ \u3000]+")
SHORTEST_REST = 3
# “一家两制“: the second mark is turned the wrong way.
TURNED = re.compile(r"“([^“”]{1,20})“(?![^“”]{1,20}”)")
# What an answer may have beside what is typed: its marks, a noun behind it.
FURTHER = 4
# 哪六个税种 wants all six.
COUNTED = re.compile(r"哪[两三四五六七八九十\d]")


def items(draft: Draft, said: Sequence[Said], context: Context) -> Iterator[Item]:
    """Every item on the draft's fact; `said` are the document's figures."""
    maker = Maker(draft, context)
    shown = options(draft, maker.fact.fingerprint, said)
    if shown is not None:
        choices = tuple(Option(text, text == draft.key) for text in shown)
        yield maker.item("single_choice", draft.stem, choices, (draft.key,))
        if draft.kind != "object" and draft.is_stated:
            yield maker.true_or_false(shown)
    if draft.members and draft.outsiders:
        yield from maker.several_keys()
    if draft.blank and not _is_long_figure(draft) and not (shown and _is_long_body(draft)):
        yield maker.filled()
    if len(draft.pairs) > 2:
        yield maker.item("matching", draft.stem, (), (), pairs=draft.pairs)
    if draft.kind == "order":
        yield maker.item("ordering", draft.stem, (), draft.accepted)


def _is_long_figure(draft: Draft) -> bool:
    """286,412.35: nobody keeps so many digits in mind."""
    figure = draft.figure
    return (
        isinstance(figure, Number) and len(figure.digits.translate(MARKS).strip("0")) > MOST_DIGITS
    )


def _is_long_body(draft: Draft) -> bool:
    """Nobody writes 省、自治区、直辖市人民政府管理某工作的部门 as it stands."""
    return draft.kind == "actor" and len(draft.key) > LONGEST_BODY


class Maker:
    """Makes the items of one draft: what they have in common is worked out once."""

    def __init__(self, draft: Draft, context: Context) -> None:
        self.draft, self.hero = draft, context.hero
        self.explanation = explanation(draft, context)
        self.confidence = round(max(0.0, min(1.0, draft.certainty)), 2)
        self.fact = Fact(
            kind=draft.kind,
            section=draft.sentence.section.number,
            answer=draft.answer,
            value=draft.value,
            evidence=draft.evidence,
            place=draft.place,
            importance=draft.importance,
            fingerprint=digest(draft.kind, squash(draft.statement), draft.value),
        )

    def item(
        self,
        kind: ItemKind,
        stem: str,
        choices: tuple[Option, ...],
        answer: tuple[str, ...],
        pairs: tuple[tuple[str, str], ...] = (),
    ) -> Item:
        name, stem = f"{self.fact.fingerprint[:16]}-{kind}", SPACED.sub("", stem)
        return Item(
            name, kind, stem, choices, answer, self.explanation, self.confidence, self.fact, pairs
        )

    def filled(self) -> Item:
        """The blank, whose explanation gives the answer as it is to be typed."""
        draft = self.draft
        blank, accepted = self._typed()
        item = self.item("fill_blank", blank, (), accepted)
        asked = draft.accepted[0]
        is_key = asked in draft.key and len(draft.key) - len(asked) <= FURTHER
        if draft.figure is not None or draft.members or is_key:
            return item
        proof = self.explanation.partition("。")[2]
        return replace(item, explanation=f"答案：{draft.accepted[0]}。{proof}")

    def _typed(self) -> tuple[str, tuple[str, ...]]:
        """The blank and what it takes: 设立甲市_ where the name alone would not say whose."""
        draft, hero = self.draft, self.hero
        accepted = tuple(one for text in draft.accepted for one in short_forms(text))
        whose = draft.kind == "object" and hero and draft.key.startswith(hero)
        if not whose or hero in draft.blank or len(draft.key) - len(hero) < SHORTEST_REST:
            return draft.blank, tuple(dict.fromkeys(accepted))
        rest = tuple(text.removeprefix(hero) for text in accepted)
        blank = draft.blank.replace(BLANK, f"{hero}{BLANK}", 1)
        return blank, tuple(dict.fromkeys((*rest, *accepted)))

    def true_or_false(self, shown: Sequence[str]) -> Item:
        """The statement as the document makes it or, as often, with one other value in it."""
        draft, seed = self.draft, self.fact.fingerprint
        is_true = draw(f"true {seed}", 2) == 0
        wrong = [text for text in shuffled(f"wrong {seed}", shown) if text != draft.key]
        said = draft.key if is_true else wrong[0]
        right = TRUE if is_true else FALSE
        choices = tuple(Option(text, text == right) for text in (TRUE, FALSE))
        stem = f"{draft.statement.replace(SLOT, said)}。"
        verdict = f"{TRUE}。" if is_true else f"{FALSE}。不是{said}，应为{draft.key}。"
        why = f"{verdict}{self.explanation.partition('。')[2]}"
        return replace(self.item("true_false", stem, choices, (right,)), explanation=why)

    def several_keys(self) -> Iterator[Item]:
        """All members of a list among a few that are none; and the list with one of those in it."""
        draft, seed = self.draft, self.fact.fingerprint
        members = list(draft.members)
        if len(members) > MOST_MEMBERS and COUNTED.search(draft.stem):
            yield self.true_or_false((draft.key, self.swapped(draft.outsiders[0])))
            return
        if len(members) > MOST_MEMBERS:
            members = shuffled(f"members {seed}", members)[: MOST_OPTIONS - 2]
        room = max(1, MOST_OPTIONS - len(members) if len(members) > 3 else 2)
        wrong = shuffled(f"outsiders {seed}", draft.outsiders)[:room]
        if len(members) + len(wrong) >= FEWEST_OPTIONS and max(map(len, members)) > 1:
            texts = shuffled(f"several {seed}", [*members, *wrong])
            choices = tuple(Option(text, text in members) for text in texts)
            keys = tuple(text for text in draft.members if text in members)
            stem = draft.stem
            if len(keys) < len(draft.answer):
                stem = re.sub("(?<!下列)哪些", "下列哪些", stem, count=1)
            item = self.item("multiple_choice", stem, choices, keys)
            shown = f"答案：{'、'.join(keys)}。{self.explanation.partition('。见')[2]}"
            explained = shown.replace("。", "。见", 1) if len(keys) < len(draft.answer) else ""
            yield replace(item, explanation=explained or item.explanation)
        if draft.blank and "怎样的" not in draft.stem:
            yield self.true_or_false((draft.key, self.swapped(wrong[0])))

    def swapped(self, outsider: str) -> str:
        """The list as it is written, with `outsider` for one of its members."""
        draft = self.draft
        at = draw(f"swapped {self.fact.fingerprint}", len(draft.members))
        return draft.key.replace(draft.members[at], outsider, 1)


def explanation(draft: Draft, context: Context) -> str:
    """Where the answer stands, and the answer in words."""
    section = draft.sentence.section
    where = f"“{section.number or section.heading}”"
    proof = draft.evidence.of(context.text).replace("\n", "").strip("，；、。")
    proof = TURNED.sub(r"“\1”", proof)
    if proof.count("（") > proof.count("）") and context.text.startswith("）", draft.evidence.end):
        proof += "）"
    answer = draft.answer if isinstance(draft.answer, str) else draft.key
    if draft.pairs or draft.kind == "order":
        answer = draft.key
    return f"答案：{answer}。见{where}第{draft.sentence.ordinal}段：{proof}。"
