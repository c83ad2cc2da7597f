"""What several page tests do."""

from django.test import Client
from django.urls import reverse

from quizzes.models import Attempt, Lesson, Question, Response, User
from quizzes.practice import open_attempt

HTMX = {"HX-Request": "true"}


def opened(learner: User, lesson: Lesson, size: int = 5) -> Attempt:
    return open_attempt(learner, lesson.document, lesson, size)


def question_url(attempt: Attempt, position: int = 1) -> str:
    return reverse("question", args=[attempt.pk, position])


def key(question: Question) -> str:
    return str(question.options.get(is_key=True).code)


def wrong(question: Question) -> str:
    option = question.options.filter(is_key=False).first()
    assert option
    return str(option.code)


def answers(attempt: Attempt) -> list[Response]:
    return list(attempt.responses.order_by("position"))


def text(client: Client, url: str, **headers: str) -> str:
    return client.get(url, headers=headers or None).content.decode()
