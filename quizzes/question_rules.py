"""The rules a question keeps before a learner may meet it, generated or written by hand."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from quizzes.models import Question
from quizzes.option_rules import OPTION_LENGTH, RULES, Choice, faults, normalised
from quizzes.verbatim import Verbatim

__all__ = ["OPTION_LENGTH", "Choice", "Errors", "gives_away", "normalised", "validate"]

Errors = dict[str, list[str]]

STEM_LENGTH = 300
BLANK = re.compile(r"[_＿]{2,}|[（(][\s_＿]*[）)]|[?？]")


def validate(
    *,
    kind: str,
    stem: str,
    options: Sequence[Choice],
    evidence: str = "",
    lesson_text: str = "",
) -> Errors:
    """What is wrong with a question, by field name; empty when nothing is.

    `options` are its rows in their order; what is wrong with one row only comes under a name like
    `options-2-partner`. `evidence` is looked for in `lesson_text`, white space aside.
    """
    errors: defaultdict[str, list[str]] = defaultdict(list)
    if kind not in RULES:
        return {"kind": [_("没有这种题型。")]}
    errors["stem"] += _stem_errors(kind, stem, options)
    for field, message in faults(kind, options):
        errors[field].append(message)
    if evidence.strip() and not Verbatim(lesson_text).find(evidence):
        errors["evidence"].append(_("课文里找不到这段依据，请从课文里原样复制。"))
    return {field: messages for field, messages in errors.items() if messages}


def gives_away(stem: str, key: str) -> bool:
    """Whether the key stands in the stem, as itself and not inside a longer number or word."""
    wanted, text = normalised(key), normalised(stem)
    if not wanted:
        return False
    before = r"(?<![0-9a-z])" if _latin(wanted[0]) else ""
    after = r"(?![0-9a-z])" if _latin(wanted[-1]) else ""
    return bool(re.search(before + re.escape(wanted) + after, text))


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _stem_errors(kind: str, stem: str, options: Sequence[Choice]) -> Iterator[str]:
    if not stem.strip():
        yield _("题干不能为空。")
        return
    if len(stem) > STEM_LENGTH:
        yield _("题干最多 %(most)d 个字。") % {"most": STEM_LENGTH}
    asks = BLANK.search(stem) is not None
    if kind == Question.Kind.FILL_BLANK and not asks:
        yield _("填空题的题干要有填空处（____）或问号。")
    if kind == Question.Kind.TRUE_FALSE and asks:
        yield _("判断题的题干是一句陈述，不能有填空处或问号。")
    for key in _given_away(kind, stem, options):
        yield _("答案“%(key)s”出现在题干里。") % {"key": key}


def _given_away(kind: str, stem: str, options: Sequence[Choice]) -> list[str]:
    """The keys that the stem says; of a pair both sides must stand there to be one."""
    if kind in {Question.Kind.TRUE_FALSE, Question.Kind.ORDERING}:
        return []
    said = [row for row in options if gives_away(stem, row.text)]
    if kind == Question.Kind.MATCHING:
        return [row.partner for row in said if gives_away(stem, row.partner)]
    return [row.text for row in said if row.is_key or kind == Question.Kind.FILL_BLANK]
