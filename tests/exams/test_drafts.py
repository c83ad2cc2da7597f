"""Answers are kept as they come, whole or not; what is no answer is refused."""

import pytest

from quizzes.exams import what_is_missing
from quizzes.exams.drafts import draft
from quizzes.judging import MAX_CHARACTERS, AnswerRefused, judge
from quizzes.models import Response, Revision
from tests.kinds import KINDS, published, right, wrong

pytestmark = pytest.mark.django_db


def revision(kind: str) -> Revision:
    return published(kind).revisions.get()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("answer", [right, wrong])
def test_a_whole_answer_is_graded_as_in_practice(kind: str, answer: object) -> None:
    asked = revision(kind)
    given = answer(asked)  # type: ignore[operator]
    kept = draft(asked, given)

    assert judge(asked, kept) == judge(asked, given)
    assert not what_is_missing(Response(revision=asked, given=kept))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_given_is_nothing_kept(kind: str) -> None:
    asked = revision(kind)
    rows = {option["id"]: "" for option in asked.options}

    for given in ("", "  ", [], rows if kind in {"matching", "ordering"} else ""):
        assert draft(asked, given) is None


@pytest.mark.parametrize("kind", ["matching", "ordering"])
def test_a_part_is_kept_and_says_what_it_lacks(kind: str) -> None:
    asked = revision(kind)
    first, value = next(iter(dict(right(asked)).items()))  # type: ignore[arg-type]
    rows = {option["id"]: "" for option in asked.options} | {first: value}

    kept = draft(asked, rows)

    assert kept == {first: value}
    assert what_is_missing(Response(revision=asked, given=kept))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "fill_blank"])
def test_an_option_of_another_question_is_refused(kind: str) -> None:
    asked = revision(kind)
    rows = {option["id"]: "ffff" for option in asked.options}
    given = rows if kind in {"matching", "ordering"} else ["ffff"]

    with pytest.raises(AnswerRefused):
        draft(asked, given)


def test_an_endless_text_is_refused() -> None:
    with pytest.raises(AnswerRefused):
        draft(revision("fill_blank"), "义" * (MAX_CHARACTERS + 1))
