"""The front door: a real question for a visitor, and today for a learner."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import progress, trial
from quizzes.goals import UnknownGoal, set_goal
from quizzes.judging import AnswerRefused, is_same
from quizzes.views import panel
from quizzes.views.access import HtmxRequest, LearnerRequest, signed_in


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HtmxRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("today")
    revision = trial.question(request.POST.get("revision", ""))
    if revision is None:
        return render(request, "home/home.html")
    response, error, again = trial.position(revision), "", False
    if request.method == "POST":
        given = panel.posted(request.POST)
        try:
            response = trial.answer(request.session, revision, given)
            again = not is_same(revision, response.given, given)
        except AnswerRefused as refused:
            error = str(refused.message)
    page = "home/_trial.html" if request.htmx else "home/home.html"
    context = panel.context(response, error=error, again=again)
    return render(request, page, context, status=422 if error else 200)


@never_cache
@signed_in
@require_safe
def today(request: LearnerRequest) -> HttpResponse:
    return today_page(request)


def today_page(request: LearnerRequest, error: str = "") -> HttpResponse:
    context = {
        "today": progress.today(request.user),
        "goals": request.user.DailyGoal.values,
        "error": error,
        "now": timezone.now(),
    }
    return render(request, "home/today.html", context, status=422 if error else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def goal(request: LearnerRequest) -> HttpResponse:
    """One press sets the goal. GET is who comes back from signing in: nothing is set for them."""
    if request.method == "POST":
        try:
            set_goal(request.user, request.POST.get("goal", ""))
        except UnknownGoal as unknown:
            return today_page(request, str(unknown.message))
        goal = request.user.daily_goal
        text = ngettext(
            "目标改好了：每天 %(goal)d 个知识点。", "目标改好了：每天 %(goal)d 个知识点。", goal
        )
        messages.success(request, text % {"goal": goal})
    return redirect("today")
