"""What was given → how it is kept, and whether it is right: all of it or nothing."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from quizzes.answers import same_answer
from quizzes.errors import StudyError
from quizzes.models import Question, Revision
from quizzes.normalising import normalise

MAX_CHARACTERS = 500

Given = str | Sequence[str] | Mapping[str, str]
"""An option's id or a text; several ids; or by an option's id its partner's id or its place."""
Kept = Any
"""What was given as it is kept: a JSON value (see `Response`)."""
Verdict = tuple[Kept, bool]


class AnswerRefused(StudyError):  # noqa: N818
    """Not an answer that can be graded; nothing was saved."""


def judge(revision: Revision, given: Given) -> Verdict:
    """What was given as it is kept, and whether it is right.

    Raises AnswerRefused when it is empty, incomplete, or holds what the question does not.
    """
    return JUDGES[revision.kind](revision, given)


def is_same(revision: Revision, kept: Kept, given: Given) -> bool:
    """Whether `given` is the answer that was kept."""
    try:
        return bool(judge(revision, given)[0] == kept)
    except AnswerRefused:
        return False


def right_answer(revision: Revision) -> Kept:
    """The key, as an answer is kept; of the accepted answers of a blank the best."""
    keys = [option["id"] for option in revision.options if option["is_key"]]
    match revision.kind:
        case Question.Kind.FILL_BLANK:
            return revision.answer
        case Question.Kind.MATCHING:
            return {option["id"]: option["partner_id"] for option in revision.options}
        case Question.Kind.MULTIPLE_CHOICE | Question.Kind.ORDERING:
            return keys
    return keys[0] if keys else ""


def _one(revision: Revision, given: Given) -> Verdict:
    wanted = given.strip() if isinstance(given, str) else ""
    option = next((option for option in revision.options if option["id"] == wanted), None)
    if option is None:
        raise AnswerRefused(_("请先选择一个选项，再提交。"))
    return wanted, bool(option["is_key"])


def _several(revision: Revision, given: Given) -> Verdict:
    wanted = {given} if isinstance(given, str) else set(given)
    ids = [option["id"] for option in revision.options]
    if not wanted or not wanted <= set(ids):
        raise AnswerRefused(_("请先选出所有正确的选项，再提交。"))
    keys = {option["id"] for option in revision.options if option["is_key"]}
    return [one for one in ids if one in wanted], wanted == keys


def _pairs(revision: Revision, given: Given) -> Verdict:
    partners = {option["id"]: option["partner_id"] for option in revision.options}
    chosen = _rows(partners, given)
    if chosen is None or not set(chosen.values()) <= set(partners.values()):
        raise AnswerRefused(_("请给每一项都选好配对的内容，再提交。"))
    if len(set(chosen.values())) < len(chosen):
        raise AnswerRefused(_("有两项配了同样的内容。每个内容只能用一次，请改好再提交。"))
    return chosen, chosen == partners


def _order(revision: Revision, given: Given) -> Verdict:
    ids = [option["id"] for option in revision.options]
    places = _rows(ids, given)
    known = {str(place): place for place in range(1, len(ids) + 1)}
    if places is None or not set(places.values()) <= set(known):
        raise AnswerRefused(_("请给每一项都选好次序，再提交。"))
    if len(set(places.values())) < len(ids):
        raise AnswerRefused(_("有两项排在同一个位置。每个位置只能排一项，请改好再提交。"))
    order = sorted(ids, key=lambda one: known[places[one]])
    return order, order == ids


def _rows(ids: Sequence[str] | Mapping[str, str], given: Given) -> dict[str, str] | None:
    """What was given for each row; None unless it was for these rows and no others."""
    if not isinstance(given, Mapping) or set(given) != set(ids):
        return None
    return {one: given[one] for one in ids}


def _typed(revision: Revision, given: Given) -> Verdict:
    text = given.replace("\0", "").strip() if isinstance(given, str) else ""
    if len(text) > MAX_CHARACTERS:
        raise AnswerRefused(_("答案太长了。请只填空格里缺少的内容。"))
    if not normalise(text):
        raise AnswerRefused(_("请先填写答案，再提交。"))
    accepted = [option["text"] for option in revision.options] or [revision.answer]
    return text, same_answer(text, accepted, revision.stem)


JUDGES: dict[str, Callable[[Revision, Given], Verdict]] = {
    Question.Kind.SINGLE_CHOICE: _one,
    Question.Kind.TRUE_FALSE: _one,
    Question.Kind.MULTIPLE_CHOICE: _several,
    Question.Kind.MATCHING: _pairs,
    Question.Kind.ORDERING: _order,
    Question.Kind.FILL_BLANK: _typed,
}
