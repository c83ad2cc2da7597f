"""How the reader likes to read, from the buttons above a lesson."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from quizzes import comfort
from quizzes.views.access import asked_page


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """`set` is a wish and its value, as text_size:1; back to `next`."""
    name, _colon, value = request.POST.get("set", "").partition(":")
    try:
        comfort.keep(request.user, request.session, name, value)
    except comfort.UnknownWish as unknown:
        raise BadRequest("not a way to read") from unknown
    return redirect(asked_page(request) or "courses")
