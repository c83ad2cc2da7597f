"""A browser without a screen: who is signed in, and what a page says in Chinese."""

import pytest
from django.test import Client

from quizzes.management.commands.update_messages import compile_catalogs
from quizzes.models import Lesson, Question, User
from tests.factories import FactFactory, PublishedBlankFactory, PublishedQuestionFactory


@pytest.fixture(scope="session", autouse=True)
def english() -> None:
    compile_catalogs()


@pytest.fixture
def visitor(db: None) -> Client:
    return Client(HTTP_ACCEPT_LANGUAGE="zh-CN")


@pytest.fixture
def browser(learner: User) -> Client:
    client = Client(HTTP_ACCEPT_LANGUAGE="zh-CN")
    client.force_login(learner)
    return client


@pytest.fixture
def question(lesson: Lesson) -> Question:
    """A published single-choice question; its key is 2020年4月."""
    return PublishedQuestionFactory(fact__lesson=lesson, fact__importance=3)


@pytest.fixture
def blank(lesson: Lesson) -> Question:
    """A published fill-in question on another fact of the same lesson; its answer is 14."""
    fact = FactFactory(lesson=lesson, kind="number", answer="14", value="14")
    return PublishedBlankFactory(fact=fact, stem="目前已开通运输线路____条。")
