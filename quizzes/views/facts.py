"""A fact that was tapped in the lesson: its question, and the way to answer it."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from quizzes import one_question
from quizzes.models import Fact
from quizzes.practice import NothingToPractise
from quizzes.views.access import HtmxRequest, LearnerRequest, signed_in


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def fact(request: HtmxRequest, pk: int) -> HttpResponseBase:
    """The question without its key; POST opens a paper of this one question.

    Of several on the fact ?question=… names one.
    """
    here = Fact.objects.filter(retired_at=None, lesson__retired_at=None)
    fact = get_object_or_404(here.select_related("lesson").defer("lesson__body"), pk=pk)
    return answer(request, fact) if request.method == "POST" else fact_page(request, fact)


def fact_page(request: HtmxRequest, fact: Fact) -> HttpResponse:
    learner = request.user if request.user.is_authenticated else None
    revision = one_question.next_wording(fact, learner, preferred(request))
    return render(request, "whole/fact.html", {"fact": fact, "revision": revision})


@signed_in
def answer(request: LearnerRequest, fact: Fact) -> HttpResponse:
    try:
        attempt = one_question.open_question(request.user, fact, preferred=preferred(request))
    except NothingToPractise:
        return redirect("fact", fact.pk)
    return redirect("question", attempt.pk, 1)


def preferred(request: HtmxRequest) -> int | None:
    """The question in ?question=…; None where that is no number."""
    wanted = request.GET.get("question", "")
    return int(wanted) if wanted.isdecimal() and len(wanted) < 10 else None
