"""An instructor who is signed in to the back office."""

import pytest
from django.test import Client

from quizzes.models import User
from quizzes.roles import make_instructor
from tests import toy_generator
from tests.factories import UserFactory


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizzes.importing.source.generate", toy_generator.generate)


@pytest.fixture
def instructor(db: None) -> User:
    user = UserFactory(username="laoshi")
    make_instructor(user)
    return user


@pytest.fixture
def office(client: Client, instructor: User) -> Client:
    client.force_login(instructor)
    return client
