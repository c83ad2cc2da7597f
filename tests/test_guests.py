"""Guests: made by one press, removed when they stay away."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from quizzes import guests
from quizzes.models import Attempt, Card, LessonRead, Response, User
from tests.factories import (
    AttemptFactory,
    CardFactory,
    DayFactory,
    LessonReadFactory,
    ResponseFactory,
    UserFactory,
    ago,
)

pytestmark = pytest.mark.django_db


def stale(**fields: object) -> User:
    """A guest who came forty days ago and never since."""
    guest = UserFactory(guest=True, date_joined=ago(days=40), last_login=ago(days=40), **fields)
    return User.objects.get(pk=guest.pk)


def removed(days: int = 30) -> int:
    return sum(guests.remove_stale_guests(days))


def test_a_guest_has_a_name_nobody_guesses_and_no_password() -> None:
    one, two = guests.new_guest(), guests.new_guest()

    assert one.is_guest
    assert one.username != two.username
    assert len(one.username) >= 24
    assert not one.has_usable_password()


def test_only_answered_facts_are_met(learner: User) -> None:
    CardFactory(learner=learner)
    CardFactory(learner=learner, learning=True)

    assert guests.facts_met(learner) == 1


def test_a_guest_who_stays_away_goes_with_all_they_did() -> None:
    guest = stale()
    attempt = AttemptFactory(learner=guest, opened_at=ago(days=40))
    ResponseFactory(attempt=attempt, right=True)

    assert removed() == 1
    assert not Card.objects.exists()
    assert not Response.objects.exists()


def test_whoever_registered_stays() -> None:
    learner = UserFactory(date_joined=ago(days=400), last_login=None)

    assert removed() == 0
    assert guests.waiting_guest(learner.pk) is None
    guests.remove(learner.pk)
    assert User.objects.filter(pk=learner.pk).exists()


def test_a_guest_who_came_practised_or_read_stays() -> None:
    UserFactory(guest=True, date_joined=ago(days=2))
    User.objects.filter(pk=stale().pk).update(last_login=ago(days=29))
    AttemptFactory(learner=stale(), opened_at=ago(days=3))
    DayFactory(learner=stale(), day=timezone.localdate() - timedelta(days=29))
    read = LessonReadFactory(learner=stale())
    LessonRead.objects.filter(pk=read.pk).update(read_at=ago(days=5))

    assert removed() == 0


def test_old_traces_do_not_keep_a_guest() -> None:
    guest = stale()
    DayFactory(learner=guest, day=timezone.localdate() - timedelta(days=39))
    AttemptFactory(learner=guest, opened_at=ago(days=39))
    read = LessonReadFactory(learner=guest)
    LessonRead.objects.filter(pk=read.pk).update(read_at=ago(days=39))

    assert removed() == 1
    assert not Attempt.objects.exists()


def test_guests_are_removed_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guests, "BATCH", 2)
    for _ in range(5):
        stale()

    assert list(guests.remove_stale_guests(30)) == [2, 2, 1]


def test_the_command_says_how_many(learner: User) -> None:
    stale()
    stale()

    assert "会删除 2 名游客" in run("--dry-run")
    assert User.objects.filter(is_guest=True).count() == 2
    assert "删除了 2 名游客" in run()
    assert "删除了 0 名游客" in run()
    assert User.objects.get() == learner


def test_the_command_counts_days() -> None:
    stale()

    assert "删除了 0 名游客" in run("--days", "60")
    with pytest.raises(CommandError, match="1 或更大"):
        run("--days", "0")


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("remove_stale_guests", *arguments, stdout=out)
    return out.getvalue()
