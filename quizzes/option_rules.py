"""The rules on the rows of a question: how many, how many keys, and all of them different."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from django.utils.translation import gettext as _

from quizzes.models import Question
from quizzes.models.options import FALSE, TRUE
from quizzes.normalising import normalise
from quizzes.quantities import ascending

OPTION_LENGTH = 500
CHOICES, MANY_CHOICES, PAIRS, PLACES = (2, 6), (4, 6), (3, 6), (3, 6)
_ONE = "[0-9一二三四五六七八九十]{1,3}"
# 1. · 2） · 三、 · 第一步 · 三是 · ① · 首先; not 2.5万亩, 三步走, 第六代
NUMBERED = re.compile(
    rf"第{_ONE}步|{_ONE}(?:[.．](?![0-9])|[、)）是])|[(（]{_ONE}[)）]|[①-⑳]|首先|其次|最后"
)
# What tells one value from another: 3.5 from 35, 1/8 from 18, 5% from 5.
_TELLING = frozenset("%‰/.-+:~°#*=<>")
_IGNORED = ("P", "Z", "C")

Fault = tuple[str, str]
"""The field with the fault and what is wrong: `options`, or `options-2-partner` for one row."""


class Choice(NamedTuple):
    """A row: an option, an accepted answer, a pair, or a thing in its place."""

    text: str
    is_key: bool = True
    partner: str = ""


def normalised(text: str) -> str:
    """`text` with width, spaces, case and punctuation levelled: equal answers come out equal."""
    level = unicodedata.normalize("NFKC", text).casefold()
    kept = (
        character
        for character in level
        if character in _TELLING or unicodedata.category(character)[0] not in _IGNORED
    )
    return "".join(kept).strip(".:-")


def faults(kind: str, rows: Sequence[Choice]) -> Iterator[Fault]:
    """What is wrong with the rows of a question of this kind."""
    texts = [row.text for row in rows]
    if any(not text.strip() for text in texts):
        yield "options", _("选项不能为空。")
    if any(len(text) > OPTION_LENGTH for text in texts):
        yield "options", _("选项最多 %(most)d 个字。") % {"most": OPTION_LENGTH}
    if kind != Question.Kind.FILL_BLANK:  # whose answers are to mean the same
        yield from _twins("options", texts)
    if kind != Question.Kind.MATCHING:
        for place, row in enumerate(rows):
            if row.partner.strip():
                yield f"options-{place}-partner", _("只有配对题要填配对的内容。")
    yield from RULES[kind](rows)


def _twins(field: str, texts: Sequence[str]) -> Iterator[Fault]:
    level = sorted((normalised(text) or text, text) for text in texts if text.strip())
    for (one, first), (other, second) in pairwise(level):
        if one == other:
            said = {"first": first, "second": second}
            yield field, _("选项“%(first)s”和“%(second)s”是同一个意思。") % said


def _single_choice(rows: Sequence[Choice]) -> Iterator[Fault]:
    least, most = CHOICES
    if not least <= len(rows) <= most:
        said = {"least": least, "most": most}
        yield "options", _("单选题要有 %(least)d 到 %(most)d 个选项。") % said
    if sum(row.is_key for row in rows) != 1:
        yield "options", _("单选题要有一个答案，而且只有一个。")


def _true_false(rows: Sequence[Choice]) -> Iterator[Fault]:
    both = sorted(row.text.strip() for row in rows) == sorted((TRUE, FALSE))
    if not both or sum(row.is_key for row in rows) != 1:
        said = {"true": TRUE, "false": FALSE}
        yield "options", _("判断题的选项是“%(true)s”和“%(false)s”，其中一个是答案。") % said


def _multiple_choice(rows: Sequence[Choice]) -> Iterator[Fault]:
    least, most = MANY_CHOICES
    if not least <= len(rows) <= most:
        said = {"least": least, "most": most}
        yield "options", _("多选题要有 %(least)d 到 %(most)d 个选项。") % said
    keys = sum(row.is_key for row in rows)
    if keys < 2 or keys == len(rows):
        yield "options", _("多选题要有两个以上的答案，还要有不是答案的选项。")


def _matching(rows: Sequence[Choice]) -> Iterator[Fault]:
    least, most = PAIRS
    if not least <= len(rows) <= most:
        yield "options", _("配对题要有 %(least)d 到 %(most)d 对。") % {"least": least, "most": most}
    for place, row in enumerate(rows):
        if fault := _partner_fault(row):
            yield f"options-{place}-partner", fault
    yield from _twins("options", [row.partner for row in rows])


def _partner_fault(row: Choice) -> str:
    if not row.partner.strip():
        return _("请填写与它配对的内容。")
    if len(row.partner) > OPTION_LENGTH:
        return _("选项最多 %(most)d 个字。") % {"most": OPTION_LENGTH}
    left, right = normalised(row.text), normalised(row.partner)
    if left and right and (left in right or right in left):
        return _("配对的两边写着一样的字，一看就知道答案。")
    return ""


def _ordering(rows: Sequence[Choice]) -> Iterator[Fault]:
    least, most = PLACES
    if not least <= len(rows) <= most:
        yield "options", _("排序题要有 %(least)d 到 %(most)d 项。") % {"least": least, "most": most}
    texts = [row.text for row in rows]
    numbered = sum(bool(NUMBERED.match(text.strip())) for text in texts)
    if numbered > 1 or ascending([normalise(text) for text in texts]):
        yield "options", _("要排序的内容自己写明了次序，一看就知道答案。")


def _fill_blank(rows: Sequence[Choice]) -> Iterator[Fault]:
    if not rows:
        yield "options", _("填空题至少要有一个可接受的答案。")
    if len({row.text.strip() for row in rows}) < len(rows):
        yield "options", _("可接受的答案里有两个一样的。")


RULES: dict[str, Callable[[Sequence[Choice]], Iterator[Fault]]] = {
    Question.Kind.SINGLE_CHOICE: _single_choice,
    Question.Kind.TRUE_FALSE: _true_false,
    Question.Kind.MULTIPLE_CHOICE: _multiple_choice,
    Question.Kind.MATCHING: _matching,
    Question.Kind.ORDERING: _ordering,
    Question.Kind.FILL_BLANK: _fill_blank,
}
