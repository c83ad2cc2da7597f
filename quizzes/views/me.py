"""The learner's own pages: progress, and how the site is set for them."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import weeks
from quizzes.forms import TimeZoneForm
from quizzes.progress import overview
from quizzes.views.access import LearnerRequest, signed_in


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def me(request: LearnerRequest) -> HttpResponse:
    form = TimeZoneForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        # Nothing else: an answer given at the same time moves the pace.
        request.user.save(update_fields=["time_zone"])
        messages.success(request, _("时区已经保存。"))
        return redirect("me")
    return render(request, "me/me.html", {"form": form}, status=422 if form.errors else 200)


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
