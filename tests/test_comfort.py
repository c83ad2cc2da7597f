"""How somebody likes to read is remembered: by the account, or by the session."""

import pytest
from django.contrib.auth.models import AnonymousUser

from quizzes.comfort import Comfort, Session, UnknownWish, comfort, keep, take_along
from quizzes.models import User


def test_an_account_keeps_size_and_pinyin(learner: User) -> None:
    session: Session = {}
    keep(learner, session, "text_size", "2")
    keep(learner, session, "pinyin", "on")
    learner.refresh_from_db()

    assert session == {}
    assert comfort(learner, session) == Comfort(text_size=2, pinyin=True)


def test_a_visitor_has_them_in_the_session() -> None:
    session: Session = {}
    keep(AnonymousUser(), session, "text_size", "-1")
    keep(AnonymousUser(), session, "pinyin", "on")

    assert comfort(AnonymousUser(), session) == Comfort(text_size=-1, pinyin=True)


def test_a_new_account_is_given_what_its_visitor_liked(learner: User) -> None:
    session: Session = {}
    keep(AnonymousUser(), session, "text_size", "2")
    keep(AnonymousUser(), session, "pinyin", "on")
    take_along(session, learner)
    learner.refresh_from_db()

    assert (learner.text_size, learner.pinyin) == (2, True)


def test_who_liked_nothing_special_changes_nothing(learner: User) -> None:
    keep(learner, {}, "text_size", "1")
    take_along({}, learner)
    learner.refresh_from_db()

    assert (learner.text_size, learner.pinyin) == (1, False)


def test_lit_facts_are_the_sessions(learner: User) -> None:
    session: Session = {}
    keep(learner, session, "lit", "on")
    assert comfort(learner, session).lit
    keep(learner, session, "lit", "off")
    assert not comfort(learner, session).lit


@pytest.mark.parametrize(
    ("name", "value"),
    [("text_size", "3"), ("text_size", ""), ("pinyin", "1"), ("is_superuser", "on"), ("", "")],
)
def test_nothing_else_can_be_set(learner: User, name: str, value: str) -> None:
    with pytest.raises(UnknownWish):
        keep(learner, {}, name, value)


def test_four_sizes_with_ends() -> None:
    assert (Comfort(-1).smaller, Comfort(-1).larger) == (None, 0)
    assert (Comfort(2).smaller, Comfort(2).larger) == (1, None)


def test_a_forged_session_reads_as_usual() -> None:
    assert comfort(AnonymousUser(), {"text_size": 99}) == Comfort()
