"""The learner's own pages: progress, and how the site is set for them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quizzes.forms import TimeZoneForm
from quizzes.progress import overview
from quizzes.views.access import LearnerRequest, signed_in


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def me(request: LearnerRequest) -> HttpResponse:
    form = TimeZoneForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("时区已经保存。"))
        return redirect("me")
    return render(request, "me/me.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@signed_in
@require_safe
def progress(request: LearnerRequest) -> HttpResponse:
    return render(request, "me/progress.html", {"overview": overview(request.user)})
