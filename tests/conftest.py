"""What many tests share: a learner, a lesson, and settings that make tests quick."""

from collections.abc import Iterator

import pytest
from django.utils import translation
from hypothesis import settings as hypothesis_settings
from pytest_django import Settings

from quizzes.models import Document, Lesson, User
from tests.factories import DocumentFactory, LessonFactory, UserFactory

# How long an example takes says more about the machine than about the code.
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def quick_settings(settings: Settings) -> None:
    """Passwords that hash at once, and static files that need no `collectstatic`."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def language_of_the_site() -> Iterator[None]:
    """A request leaves its language switched on in its thread; the next test begins in Chinese."""
    yield
    translation.deactivate()


@pytest.fixture
def learner(db: None) -> User:
    return UserFactory(username="xiaoyi")


@pytest.fixture
def teacher(db: None) -> User:
    return UserFactory(username="laoshi", teacher=True)


@pytest.fixture
def document(db: None) -> Document:
    return DocumentFactory(title="义乌发展经验")


@pytest.fixture
def lesson(document: Document) -> Lesson:
    return LessonFactory(document=document)
