"""Guests are not among the learners unless they are asked for."""

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.models import User
from tests.factories import AttemptFactory, UserFactory

NAMES = {"": {"xiaoyi"}, "only": {"guest-1"}, "all": {"xiaoyi", "guest-1"}}


@pytest.mark.parametrize("asked", NAMES)
def test_people_and_attempts(client: Client, teacher: User, asked: str) -> None:
    client.force_login(teacher)
    for user in (UserFactory(username="xiaoyi"), UserFactory(username="guest-1", guest=True)):
        AttemptFactory(learner=user)
    for model in ("user", "attempt"):
        url = reverse(f"admin:quizzes_{model}_changelist")
        page = client.get(url, {"guests": asked} if asked else {}).content.decode()
        assert {name for name in ("xiaoyi", "guest-1") if name in page} == NAMES[asked], model
        assert "已注册" in page
