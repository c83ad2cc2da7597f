"""What was given is right as a whole or wrong, and what cannot be graded is refused."""

import pytest

from quizzes.judging import AnswerRefused, Given, is_same, judge
from quizzes.models import Revision
from tests.kinds import KINDS, NEW_KINDS, published, right, wrong

pytestmark = pytest.mark.django_db


def wording(kind: str) -> Revision:
    return published(kind).revisions.get()


def ids(revision: Revision) -> list[str]:
    return [option["id"] for option in revision.options]


@pytest.mark.parametrize("kind", KINDS)
def test_right_and_wrong(kind: str) -> None:
    revision = wording(kind)
    assert judge(revision, right(revision))[1] is True
    assert judge(revision, wrong(revision))[1] is False


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("given", ["", [], {}, " ", [""], {"": ""}])
def test_nothing_is_refused(kind: str, given: Given) -> None:
    with pytest.raises(AnswerRefused) as refused:
        judge(wording(kind), given)
    assert "再提交" in str(refused.value)


@pytest.mark.parametrize("kind", [*NEW_KINDS, "single_choice"])
def test_what_belongs_to_another_question_is_refused(kind: str) -> None:
    other = wording(kind)
    with pytest.raises(AnswerRefused):
        judge(wording(kind), right(other))


def test_a_statement_is_true_or_false() -> None:
    revision = wording("true_false")
    assert judge(revision, ids(revision)[0]) == (ids(revision)[0], True)


class TestSeveral:
    """Of 所有权, 资格权, 使用权 and 经营权 the first three are the answer."""

    @pytest.mark.parametrize(
        ("chosen", "correct"),
        [
            ([0, 1, 2], True),
            ([2, 0, 1], True),
            ([0, 1], False),
            ([0, 1, 2, 3], False),
            ([3], False),
        ],
    )
    def test_exactly_the_keys_are_right(self, chosen: list[int], *, correct: bool) -> None:
        revision = wording("multiple_choice")
        given = [ids(revision)[place] for place in chosen]
        kept, is_correct = judge(revision, given)
        assert is_correct is correct
        assert kept == [ids(revision)[place] for place in sorted(chosen)]

    def test_one_may_come_as_a_text(self) -> None:
        revision = wording("multiple_choice")
        assert judge(revision, ids(revision)[0]) == ([ids(revision)[0]], False)

    def test_one_chosen_twice_is_chosen_once(self) -> None:
        revision = wording("multiple_choice")
        assert judge(revision, [ids(revision)[0]] * 2)[0] == [ids(revision)[0]]

    def test_one_that_is_not_there_spoils_it(self) -> None:
        revision = wording("multiple_choice")
        with pytest.raises(AnswerRefused):
            judge(revision, [*ids(revision)[:3], "0" * 8])


class TestPairs:
    def test_it_is_kept_by_the_left_side(self) -> None:
        revision = wording("matching")
        given = dict(right(revision))
        assert judge(revision, given) == (given, True)

    def test_one_pair_that_is_missing(self) -> None:
        revision = wording("matching")
        given = dict(right(revision))
        for rest in ({**given, ids(revision)[0]: ""}, dict(list(given.items())[1:])):
            with pytest.raises(AnswerRefused, match="每一项都选好"):
                judge(revision, rest)

    def test_one_partner_for_two(self) -> None:
        revision = wording("matching")
        given = dict.fromkeys(ids(revision), revision.options[0]["partner_id"])
        with pytest.raises(AnswerRefused, match="只能用一次"):
            judge(revision, given)

    def test_a_left_side_is_no_partner(self) -> None:
        revision = wording("matching")
        with pytest.raises(AnswerRefused):
            judge(revision, {one: one for one in ids(revision)})

    def test_a_row_too_many(self) -> None:
        revision = wording("matching")
        with pytest.raises(AnswerRefused):
            judge(revision, {**dict(right(revision)), "0" * 8: "1"})


class TestOrder:
    def test_it_is_kept_as_the_ids_in_order(self) -> None:
        revision = wording("ordering")
        first, second, third, fourth = ids(revision)
        given = {first: "2", second: "1", third: "3", fourth: "4"}
        assert judge(revision, given) == ([second, first, third, fourth], False)

    @pytest.mark.parametrize("place", ["", "0", "5", "-1", "1.0", "一", "1e0", "９"])
    def test_a_place_that_is_not_there(self, place: str) -> None:
        revision = wording("ordering")
        with pytest.raises(AnswerRefused, match="每一项都选好"):
            judge(revision, {**dict(right(revision)), ids(revision)[0]: place})

    def test_two_things_in_one_place(self) -> None:
        revision = wording("ordering")
        with pytest.raises(AnswerRefused, match="同一个位置"):
            judge(revision, {**dict(right(revision)), ids(revision)[0]: "2"})


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_answer_is_known_again(kind: str) -> None:
    revision = wording(kind)
    kept, _correct = judge(revision, right(revision))
    assert is_same(revision, kept, right(revision))
    assert not is_same(revision, kept, wrong(revision))
    assert not is_same(revision, kept, "")
