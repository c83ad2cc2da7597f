"""A visitor answers at the front door, then presses 先试试, registers or signs in."""

import pytest
from django.core.cache import cache
from django.test import Client

from quizzes import trial
from quizzes.models import Day, Mistake, Question, Response, Revision, User
from tests.factories import PASSWORD
from tests.kinds import wrong
from tests.views.helpers import key
from tests.views.test_accounts import sign_up

LOG_IN = {"login": "xiaoyi", "password": PASSWORD}


@pytest.fixture
def revision(question: Question) -> Revision:
    found = trial.question()
    assert found is not None
    return found


@pytest.fixture(autouse=True)
def no_limits_yet(db: None) -> None:
    cache.clear()


def answer(visitor: Client, revision: Revision, *, correct: bool = True) -> str:
    given = key(revision.question) if correct else wrong(revision)
    page = visitor.post("/", {"revision": revision.pk, "given": given})
    assert not User.objects.filter(is_guest=True).exists()
    return page.content.decode()


def test_a_guest_has_answered_it(visitor: Client, revision: Revision) -> None:
    answer(visitor, revision, correct=False)
    visitor.post("/try/")

    assert Mistake.objects.get().learner.is_guest
    assert "游客：学了 1 个知识点" in visitor.get("/today/").content.decode()


def test_so_has_who_registers(visitor: Client, revision: Revision) -> None:
    answer(visitor, revision)
    page = visitor.post("/accounts/signup/", sign_up(), follow=True).content.decode()

    assert "刚才学的 1 个知识点都留下了" in page
    assert Response.objects.get().attempt.learner.username == "xinren"


def test_so_has_who_signs_in(visitor: Client, revision: Revision, learner: User) -> None:
    answer(visitor, revision)
    page = visitor.post("/accounts/login/", LOG_IN, follow=True).content.decode()

    assert "刚才学的 1 个知识点都留下了" in page
    assert Response.objects.get().attempt.learner == learner


def test_a_guest_who_then_registers_has_it_once(visitor: Client, revision: Revision) -> None:
    answer(visitor, revision)
    visitor.post("/try/")
    visitor.post("/accounts/signup/", sign_up())

    assert Response.objects.filter(answered_at__isnull=False).count() == 1


def test_a_guest_who_then_signs_in_has_it_once(
    visitor: Client, revision: Revision, learner: User
) -> None:
    answer(visitor, revision)
    visitor.post("/try/")
    visitor.post("/accounts/login/", LOG_IN)

    answered = Response.objects.get(answered_at__isnull=False)
    assert answered.attempt.learner == learner
    assert Day.objects.get().answers == 1


def test_without_an_account_nothing_is_saved(visitor: Client, revision: Revision) -> None:
    answer(visitor, revision)
    assert not Response.objects.exists()


def test_answering_again_shows_the_first_answer(visitor: Client, revision: Revision) -> None:
    assert "✗ 答错了" in answer(visitor, revision, correct=False)
    page = answer(visitor, revision)

    assert "✗ 答错了" in page
    assert "以第一次作答为准" in page
