"""The front door: a real question for a visitor, and today for a learner."""

from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import grading, practice, progress
from quizzes.models import Question, Response, Revision
from quizzes.views import panel
from quizzes.views.access import HtmxRequest, LearnerRequest, signed_in


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HtmxRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("today")
    revision = trial(request.POST.get("revision", ""))
    if revision is None:
        return render(request, "home/home.html")
    response, error = trial_response(revision), ""
    if request.method == "POST":
        error = answer(response, request.POST.get("given", ""))
    page = "home/_trial.html" if request.htmx else "home/home.html"
    context = panel.context(response, error=error)
    return render(request, page, context, status=422 if error else 200)


def trial_response(revision: Revision) -> Response:
    """A position of no paper: shown like any other, never saved."""
    order = practice.option_order(revision, attempt=0, position=0)
    return Response(revision=revision, fact=revision.question.fact, option_order=order)


def answer(response: Response, given: str) -> str:
    """Grades a visitor's answer; says what is wrong with it, if it is none."""
    try:
        response.is_correct = grading.check_without_account(response.revision, given)
    except grading.AnswerRefused as refused:
        return str(refused.message)
    response.given = given
    response.answered_at = timezone.now()
    return ""


def trial(pk: str = "") -> Revision | None:
    """A published single-choice question among the most important, the same all day long.

    `pk` asks for the one that was answered: at midnight the day's question changes.
    """
    asked = Question.objects.filter(
        status=Question.Status.PUBLISHED,
        kind=Question.Kind.SINGLE_CHOICE,
        fact__retired_at=None,
        fact__lesson__retired_at=None,
    )
    latest = Revision.objects.select_related("question__fact__lesson")
    if pk.isdecimal():
        return latest.filter(pk=pk, question__in=asked).first()
    most = asked.aggregate(most=Max("fact__importance"))["most"]
    best = list(asked.filter(fact__importance=most).order_by("pk").values_list("pk", "revision"))
    if not best:
        return None
    question, number = best[timezone.localdate().toordinal() % len(best)]
    return latest.filter(question=question, number=number).first()


@never_cache
@signed_in
@require_safe
def today(request: LearnerRequest) -> HttpResponse:
    return render(request, "home/today.html", {"today": progress.today(request.user)})
