"""A small book that can be searched."""

import pytest

from quizzes.models import Document, Lesson
from quizzes.search import index_document
from tests.search.helpers import BODY


@pytest.fixture
def book(document: Document, lesson: Lesson) -> Document:
    """A title, a heading 推进全面深化改革 and four sentences."""
    Lesson.objects.filter(pk=lesson.pk).update(body=BODY)
    index_document(document)
    return document
