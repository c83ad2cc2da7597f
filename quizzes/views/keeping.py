"""Favourites, notes and reports: on each question, and as lists of the learner's own."""

from collections.abc import Callable

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import keeping
from quizzes.errors import StudyError
from quizzes.models import Note, Question, Report
from quizzes.views.access import LearnerRequest, signed_in

PAGE = 20


def tools(request: LearnerRequest, question: int, **more: object) -> dict[str, object]:
    """What the tools under a question need."""
    return {
        "kept": keeping.kept(request.user, question),
        "back": request.path,
        "reasons": Report.Reason.choices,
        "longest_note": Note.LONGEST,
        "longest_words": Report.LONGEST,
        **more,
    }


@never_cache
@signed_in
@require_safe
def question(request: LearnerRequest, pk: int) -> HttpResponse:
    """A question's own page: its stem, and what the learner keeps of it. Never the key."""
    return question_page(request, find(pk))


def question_page(request: LearnerRequest, found: Question, **more: object) -> HttpResponse:
    context = {"question": found, **tools(request, found.pk, **more)}
    status = 422 if more.get("wrong") else 200
    return render(request, "keeping/question.html", context, status=status)


def find(pk: int) -> Question:
    questions = keeping.questions().select_related("fact__lesson")
    return get_object_or_404(questions.defer("fact__lesson__body"), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def favourite(request: LearnerRequest, pk: int) -> HttpResponse:
    def act(found: Question) -> None:
        keeping.set_favourite(request.user, found, wanted=request.POST.get("on") == "1")

    return done(request, pk, "favourite", act)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def note(request: LearnerRequest, pk: int) -> HttpResponse:
    def act(found: Question) -> None:
        keeping.write_note(request.user, found, request.POST.get("text", ""))

    return done(request, pk, "note", act)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def report(request: LearnerRequest, pk: int) -> HttpResponse:
    def act(found: Question) -> None:
        reason, words = request.POST.get("reason", ""), request.POST.get("words", "")
        keeping.report(request.user, found, reason, words)

    return done(request, pk, "report", act)


def done(
    request: LearnerRequest, pk: int, tool: str, act: Callable[[Question], None]
) -> HttpResponse:
    """Acts on a POST and goes back; GET is who comes back from signing in.

    What is refused stays on the screen, with what is wrong with it.
    """
    found = find(pk)
    if request.method != "POST":
        return redirect("keep", pk)
    refusal: dict[str, object] = {}
    try:
        act(found)
    except StudyError as refused:
        refusal = {"wrong": tool, "error": str(refused), "posted": request.POST}
    if request.htmx:
        context = tools(request, pk, **refusal, back=back(request, pk), saved=tool)
        status = 422 if refusal else 200
        return render(request, "keeping/_tools.html", context, status=status)
    return question_page(request, found, **refusal) if refusal else redirect(back(request, pk))


def back(request: LearnerRequest, pk: int) -> str:
    """The page somebody came from, where it is one of ours; else the question's own."""
    wanted = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/"):
        return wanted
    return reverse("keep", args=[pk])


@never_cache
@signed_in
@require_safe
def favourites(request: LearnerRequest) -> HttpResponse:
    page = Paginator(keeping.favourites(request.user), PAGE).get_page(request.GET.get("page"))
    return render(request, "me/favourites.html", {"page": page})


@never_cache
@signed_in
@require_safe
def notes(request: LearnerRequest) -> HttpResponse:
    page = Paginator(keeping.notes(request.user), PAGE).get_page(request.GET.get("page"))
    return render(request, "me/notes.html", {"page": page})
