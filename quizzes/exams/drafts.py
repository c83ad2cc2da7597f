"""Answers that are saved as they come and may change until the exam is handed in."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from quizzes.judging import MAX_CHARACTERS, AnswerRefused, Given, Kept, judge
from quizzes.models import Question, Response, Revision
from quizzes.models.options import ONE_KEY


def draft(revision: Revision, given: Given) -> Kept | None:
    """What was given as it is kept, whole or not; None when nothing was.

    Raises AnswerRefused when it holds what the question does not, or is too long.
    """
    if revision.kind == Question.Kind.FILL_BLANK:
        return _text(given)
    ids = [option["id"] for option in revision.options]
    if revision.kind == Question.Kind.MATCHING:
        return _rows(given, ids, {option["partner_id"] for option in revision.options})
    if revision.kind == Question.Kind.ORDERING:
        return _rows(given, ids, {str(place) for place in range(1, len(ids) + 1)})
    chosen = _ids(given, ids)
    if revision.kind in ONE_KEY:
        return chosen[0] if chosen else None
    return chosen or None


def what_is_missing(response: Response) -> str:
    """What a saved answer still lacks to be graded, in words; empty when it is whole."""
    try:
        judge(response.revision, "" if response.given is None else response.given)
    except AnswerRefused as refused:
        return str(refused.message)
    return ""


def _text(given: Given) -> str | None:
    text = given.replace("\0", "").strip() if isinstance(given, str) else ""
    if len(text) > MAX_CHARACTERS:
        raise AnswerRefused(_("答案太长了。请只填空格里缺少的内容。"))
    return text or None


def _rows(given: Given, ids: list[str], known: Collection[str]) -> dict[str, str] | None:
    rows = given if isinstance(given, Mapping) else {}
    filled = {name: value for name, value in rows.items() if value}
    for name, value in filled.items():
        _known(name, ids)
        _known(value, known)
    return {one: filled[one] for one in ids if one in filled} or None


def _ids(given: Given, ids: list[str]) -> list[str]:
    named = [given] if isinstance(given, str) else list(given)
    wanted = {_known(one.strip(), ids) for one in named if one.strip()}
    return [one for one in ids if one in wanted]


def _known(one: str, among: Collection[str]) -> str:
    if one not in among:
        raise AnswerRefused(_("这一题没有这个选项。请刷新页面，再选一次。"))
    return one
