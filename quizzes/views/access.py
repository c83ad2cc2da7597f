"""Who may open a page, and how a swap is told from a page load."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import resolve_url
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from quizzes.models import User

P = ParamSpec("P")


class HtmxRequest(HttpRequest):
    """What a view gets: django_htmx has said whether a swap is asked for."""

    htmx: HtmxDetails


class LearnerRequest(HtmxRequest):
    user: User


def asked_page(request: HttpRequest) -> str:
    """The page of this site that the form names under `next`, or none."""
    url = request.POST.get("next", "")
    hosts = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(url, hosts, require_https=request.is_secure())
    return url if safe else ""


def signed_in(
    view: Callable[Concatenate[LearnerRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HtmxRequest, P], HttpResponseBase]:
    """Sends a visitor to sign in and back; a swap sends the whole page there."""

    @wraps(view)
    def wrapper(request: HtmxRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.user.is_authenticated:
            response: HttpResponseBase = view(cast(LearnerRequest, request), *args, **kwargs)
        elif request.htmx:
            back = urlencode({"next": request.htmx.current_url_abs_path or "/"})
            response = HttpResponseClientRedirect(f"{resolve_url('account_login')}?{back}")
        else:
            response = redirect_to_login(request.get_full_path())
        patch_vary_headers(response, ["HX-Request"])
        return response

    return wrapper
