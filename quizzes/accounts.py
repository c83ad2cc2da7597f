"""What signing up and signing in mean for a guest: their row is registered, or joins an account."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import ngettext

from quizzes.comfort import take_along
from quizzes.guests import facts_met, waiting_guest
from quizzes.joining import join
from quizzes.models import User
from quizzes.trial import take_over


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:  # noqa: ANN401
        """Registers the row of the guest who fills in the form, or a new one."""
        with transaction.atomic():
            guest = waiting_guest(request.user.pk) if request.user.is_authenticated else None
            if guest is None:
                super().save_user(request, user, form, commit)
                take_along(request.session, user)
                return user
            guest.is_guest = False
            super().save_user(request, guest, form, commit=True)
        request.user = guest
        update_session_auth_hash(request, guest)
        tell_kept(request, facts_met(guest))
        return guest

    def login(self, request: HttpRequest, user: User) -> None:
        """Signs in; a guest's work, and what a visitor answered, goes with them."""
        guest = request.user
        if guest.is_authenticated and guest.is_guest and guest.pk != user.pk:
            tell_kept(request, join(guest, user))
        super().login(request, user)
        tell_kept(request, take_over(request.session, user))


def tell_kept(request: HttpRequest, facts: int) -> None:
    if facts:
        text = ngettext(
            "刚才学的 %(facts)d 个知识点都留下了。",
            "刚才学的 %(facts)d 个知识点都留下了。",
            facts,
        )
        messages.success(request, text % {"facts": facts})
