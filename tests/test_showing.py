"""What a page may show: before the answer nothing that tells the key, after it all."""

import pytest
from django.utils import timezone

from quizzes.judging import judge
from quizzes.models import Response, Revision
from quizzes.practice import option_order
from quizzes.showing import Shown, in_words, shown
from tests.factories import PublishedQuestionFactory
from tests.kinds import KINDS, published, right, wrong

pytestmark = pytest.mark.django_db


def wording(kind: str, **fields: object) -> Revision:
    return published(kind, **fields).revisions.get()


def position(revision: Revision, attempt: int = 1) -> Response:
    order = option_order(revision, attempt, position=1)
    return Response(revision=revision, option_order=order)


def answered(revision: Revision, given: object) -> Shown:
    response = position(revision)
    response.given, response.is_correct = judge(revision, given)  # type: ignore[arg-type]
    response.answered_at = timezone.now()
    return shown(response)


@pytest.mark.parametrize("kind", KINDS)
def test_before_the_answer_nothing_tells_the_key(kind: str) -> None:
    before = shown(position(wording(kind)))
    assert before.kind == kind
    assert before.stem
    assert {choice.is_key for choice in before.choices} <= {None}
    assert {row.answer for row in before.rows} <= {""}
    assert (before.answer, before.explanation, before.is_correct) == ("", "", None)
    assert before.evidence == ("", "", "")


@pytest.mark.parametrize("kind", KINDS)
def test_after_the_answer_everything_is_shown(kind: str) -> None:
    revision = wording(kind)
    after = answered(revision, right(revision))
    assert (after.is_correct, after.answer) == (True, revision.answer)
    assert after.evidence[1] == "2020年4月"
    assert all(choice.is_key == choice.chosen for choice in after.choices)
    assert all(row.is_right for row in after.rows)


def test_ids_say_nothing_of_the_answer() -> None:
    """They are chance: of many questions with the key stored first it is anywhere among them."""
    places = set()
    for _ in range(60):
        revision = PublishedQuestionFactory().revisions.get()
        ids = [option["id"] for option in revision.options]
        places.add(sorted(ids).index(ids[0]))
    assert places == {0, 1, 2, 3}


def test_partners_have_ids_of_their_own() -> None:
    revision = wording("matching")
    lefts = {option["id"] for option in revision.options}
    rights = {option["partner_id"] for option in revision.options}
    assert len(lefts | rights) == 6


@pytest.mark.parametrize("kind", ["matching", "ordering"])
def test_rows_stand_in_an_order_that_gives_nothing_away(kind: str) -> None:
    revision = wording(kind)
    texts = [option["text"] for option in revision.options]
    orders = {
        tuple(row.text for row in shown(position(revision, attempt)).rows) for attempt in range(200)
    }
    assert len(orders) == {3: 6, 4: 24}[len(texts)]


def test_partners_are_shuffled_apart_from_the_left_sides() -> None:
    revision = wording("matching")
    seen = set()
    for attempt in range(200):
        rows = shown(position(revision, attempt)).rows
        partners = [option["partner"] for option in revision.options]
        texts = [option["text"] for option in revision.options]
        seen.add(partners.index(rows[0].picks[0].text) == texts.index(rows[0].text))
    assert seen == {True, False}


@pytest.mark.parametrize("kind", KINDS)
def test_the_order_stays_for_the_attempt(kind: str) -> None:
    revision = wording(kind)
    assert option_order(revision, 7, 2) == option_order(revision, 7, 2)


def test_true_stands_before_false() -> None:
    revision = wording("true_false", texts=["错误", "正确"])
    assert [choice.text for choice in shown(position(revision)).choices] == ["正确", "错误"]


class TestPartlyRight:
    def test_several(self) -> None:
        revision = wording("multiple_choice")
        first, _second, _third, other = (option["id"] for option in revision.options)
        after = answered(revision, [first, other])
        assert (after.right, after.missed, after.too_many) == (1, 2, 1)

    def test_pairs(self) -> None:
        revision = wording("matching", texts=["甲|子", "乙|丑", "丙|寅", "丁|卯"])
        ids = [option["id"] for option in revision.options]
        partners = [option["partner_id"] for option in revision.options]
        given = dict(zip(ids, [*partners[:2], partners[3], partners[2]], strict=True))
        after = answered(revision, given)
        assert (after.right, after.is_correct) == (2, False)
        assert {row.text: (row.given, row.answer) for row in after.rows if not row.is_right} == {
            "丙": ("卯", "寅"),
            "丁": ("寅", "卯"),
        }

    def test_an_order(self) -> None:
        revision = wording("ordering")
        first, second, third, fourth = (option["id"] for option in revision.options)
        after = answered(revision, {first: "1", second: "2", third: "4", fourth: "3"})
        assert after.right == 2
        assert [row.text for row in after.rows] == ["提交材料", "窗口受理", "现场核查", "领取执照"]
        assert [row.given for row in after.rows] == ["1", "2", "4", "3"]


class TestRefused:
    """What was given stays on the screen."""

    def test_several(self) -> None:
        revision = wording("multiple_choice")
        given = [revision.options[0]["id"], "0" * 8]
        kept = shown(position(revision), given)
        assert [choice.text for choice in kept.choices if choice.chosen] == ["所有权"]

    def test_pairs(self) -> None:
        revision = wording("matching")
        left, partner = revision.options[0]["id"], revision.options[1]["partner_id"]
        kept = shown(position(revision), {left: partner, "forged": "x"})
        assert {row.text: row.given for row in kept.rows} == {
            "海关": "审核资质",
            "商务局": "",
            "税务局": "",
        }

    def test_an_order(self) -> None:
        revision = wording("ordering")
        kept = shown(position(revision), {revision.options[3]["id"]: "2"})
        assert [row.given for row in kept.rows if row.given] == ["2"]

    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("posted", ["x", ["x", "y"], {"x": "y"}])
    def test_whatever_its_shape(self, kind: str, posted: object) -> None:
        assert shown(position(wording(kind)), posted).stem  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("single_choice", "2020年4月"),
        ("true_false", "正确"),
        ("multiple_choice", "所有权、资格权、使用权"),
        ("matching", "海关 — 查验货物；商务局 — 审核资质；税务局 — 办理退税"),
        ("ordering", "提交材料 → 窗口受理 → 现场核查 → 领取执照"),
        ("fill_blank", "2020年4月"),
    ],
)
def test_an_answer_in_words(kind: str, words: str) -> None:
    revision = wording(kind)
    kept, _correct = judge(revision, right(revision))
    assert in_words(revision, kept) == revision.answer == words
    assert in_words(revision, judge(revision, wrong(revision))[0]) != words
    assert in_words(revision, None) == ""
