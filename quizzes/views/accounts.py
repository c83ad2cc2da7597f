"""Pages of allauth as guests need them: they may sign up and in, and have no password to change."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as allauth
from allauth.account.utils import get_login_redirect_url
from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login as sign_in
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quizzes import comfort, guests, trial
from quizzes.views.access import asked_page

View = Callable[..., HttpResponse]
BACKEND = settings.AUTHENTICATION_BACKENDS[0]


def is_guest(request: HttpRequest) -> bool:
    return request.user.is_authenticated and request.user.is_guest


def for_newcomers(view: View) -> View:
    """Signing up and in: for visitors and guests; who has an account is led on."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ANN401
        if request.user.is_authenticated and not request.user.is_guest:
            return redirect(get_login_redirect_url(request))
        return view(request, *args, **kwargs)

    return wrapper


def for_registered(view: View) -> View:
    """Password and mail: a guest has neither, and is led to where they get them."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ANN401
        if is_guest(request):
            messages.info(request, _("注册以后才有密码和邮箱。先在这里注册。"))
            return redirect("account_signup")
        return view(request, *args, **kwargs)

    return wrapper


login = for_newcomers(allauth.login)
signup = for_newcomers(allauth.signup)
password_change = for_registered(allauth.password_change)
password_set = for_registered(allauth.password_set)
email = for_registered(allauth.email)
reauthenticate = for_registered(allauth.reauthenticate)


def logout(request: HttpRequest) -> HttpResponse:
    """Nobody can come back to a guest, so one who leaves is removed."""
    leaving = request.user.pk if is_guest(request) else None
    response: HttpResponse = allauth.logout(request)
    if leaving and not request.user.is_authenticated:
        guests.remove(leaving)
    return response


@require_POST
def try_it(request: HttpRequest) -> HttpResponse:
    """先试试: a visitor becomes a guest and is led to a first question, or to where they were."""
    if not request.user.is_authenticated:
        if not ratelimit.consume(request, action="guest"):
            return crowded(request)
        guest = guests.new_guest()
        sign_in(request, guest, backend=BACKEND)
        comfort.take_along(request.session, guest)
        trial.take_over(request.session, guest)
        if not asked_page(request) and (attempt := trial.first_practice(guest)):
            return redirect("attempt", attempt.pk)
    return redirect(asked_page(request) or "today")


def crowded(request: HttpRequest) -> HttpResponse:
    response = render(request, "home/crowded.html", status=429)
    response["Retry-After"] = "3600"
    return response
