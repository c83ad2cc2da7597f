"""The rules a question keeps before a learner may meet it, generated or written by hand."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from django.utils.translation import gettext as _

from quizzes.models import Question
from quizzes.verbatim import Verbatim

Errors = dict[str, list[str]]
Choice = tuple[str, bool]

STEM_LENGTH = 300
OPTION_LENGTH = 500
CHOICES = (2, 6)
BLANK = re.compile(r"[_＿]{2,}|[（(][\s_＿]*[）)]|[?？]")
# What tells one value from another: 3.5 from 35, 1/8 from 18, 5% from 5.
_TELLING = frozenset("%‰/.-+:~°#*=<>")
_IGNORED = ("P", "Z", "C")


def normalised(text: str) -> str:
    """`text` with width, spaces, case and punctuation levelled: equal answers come out equal."""
    level = unicodedata.normalize("NFKC", text).casefold()
    kept = (
        character
        for character in level
        if character in _TELLING or unicodedata.category(character)[0] not in _IGNORED
    )
    return "".join(kept).strip(".:-")


def validate(
    *,
    kind: str,
    stem: str,
    options: Sequence[Choice],
    evidence: str = "",
    lesson_text: str = "",
) -> Errors:
    """What is wrong with a question, by field name; empty when nothing is.

    `options` are (text, is_key) in their order; for a fill-in question the accepted answers.
    `evidence` is looked for in `lesson_text`, white space aside.
    """
    errors: defaultdict[str, list[str]] = defaultdict(list)
    errors["stem"] += _stem_errors(stem)
    if kind == Question.Kind.SINGLE_CHOICE:
        errors["options"] += _choice_errors(options)
        keys = [text for text, is_key in options if is_key]
    elif kind == Question.Kind.FILL_BLANK:
        errors["stem"] += _blank_errors(stem)
        errors["options"] += _answer_errors(options)
        keys = [text for text, _is_key in options]
    else:
        errors["kind"].append(_("没有这种题型。"))
        keys = []
    for key in keys:
        if gives_away(stem, key):
            errors["stem"].append(_("答案“%(key)s”出现在题干里。") % {"key": key})
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


def _stem_errors(stem: str) -> list[str]:
    if not stem.strip():
        return [_("题干不能为空。")]
    if len(stem) > STEM_LENGTH:
        return [_("题干最多 %(most)d 个字。") % {"most": STEM_LENGTH}]
    return []


def _blank_errors(stem: str) -> list[str]:
    if stem.strip() and not BLANK.search(stem):
        return [_("填空题的题干要有填空处（____）或问号。")]
    return []


def _choice_errors(options: Sequence[Choice]) -> list[str]:
    errors = _text_errors([text for text, _is_key in options])
    least, most = CHOICES
    if not least <= len(options) <= most:
        errors.append(
            _("单选题要有 %(least)d 到 %(most)d 个选项。") % {"least": least, "most": most}
        )
    if sum(is_key for _text, is_key in options) != 1:
        errors.append(_("单选题要有一个答案，而且只有一个。"))
    return errors


def _answer_errors(options: Sequence[Choice]) -> list[str]:
    if not options:
        return [_("填空题至少要有一个可接受的答案。")]
    return _text_errors([text for text, _is_key in options])


def _text_errors(texts: Sequence[str]) -> list[str]:
    errors = []
    if any(not text.strip() for text in texts):
        errors.append(_("选项不能为空。"))
    if any(len(text) > OPTION_LENGTH for text in texts):
        errors.append(_("选项最多 %(most)d 个字。") % {"most": OPTION_LENGTH})
    level = sorted((normalised(text) or text, text) for text in texts if text.strip())
    for (one, first), (other, second) in pairwise(level):
        if one == other:
            errors.append(
                _("选项“%(first)s”和“%(second)s”是同一个意思。")
                % {"first": first, "second": second}
            )
    return errors
