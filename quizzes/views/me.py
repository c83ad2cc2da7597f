"""The learner's own pages: where they lead, and progress."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quizzes import weeks
from quizzes.progress import overview
from quizzes.views.access import LearnerRequest, signed_in


@never_cache
@signed_in
@require_safe
def me(request: LearnerRequest) -> HttpResponse:
    return render(request, "me/me.html")


@never_cache
@signed_in
@require_safe
def progress(request: LearnerRequest) -> HttpResponse:
    context = {"overview": overview(request.user), "week": weeks.name_of(timezone.localdate())}
    return render(request, "me/progress.html", context)


@never_cache
@signed_in
@require_safe
def week(request: LearnerRequest, name: str) -> HttpResponse:
    try:
        shown = weeks.week(request.user, name)
    except weeks.NoSuchWeek:
        raise Http404 from None
    return render(request, "me/week.html", {"week": shown})
