"""How the site is set for a learner, what it holds about them, and leaving it."""

from tempfile import SpooledTemporaryFile

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout as sign_out
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.i18n import set_language

from quizzes import export, leaving
from quizzes.forms import LeavingForm, SettingsForm
from quizzes.models import User
from quizzes.views.access import LearnerRequest, signed_in
from quizzes.views.accounts import for_registered

IN_MEMORY = 4 * 1024 * 1024


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: LearnerRequest) -> HttpResponse:
    form = SettingsForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        # Nothing else: an answer given at the same time moves the pace.
        request.user.save(update_fields=SettingsForm.Meta.fields)
        translation.activate(request.user.language)
        messages.success(request, _("设置已经保存。"))
        return redirect("settings")
    if form.errors:
        request.user.refresh_from_db()  # the page is drawn as it was set before
    return render(request, "me/settings.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def language(request: HttpRequest) -> HttpResponseBase:
    """The switch below every page: remembered by the browser, and by the account of who has one."""
    chosen = request.POST.get("language")
    if request.user.is_authenticated and chosen in dict(settings.LANGUAGES):
        User.objects.filter(pk=request.user.pk).update(language=chosen)
    return set_language(request)


@never_cache
@signed_in
@require_safe
def data(request: LearnerRequest) -> HttpResponse:
    held = [(table.title, table.of(request.user).count()) for table in export.tables()]
    return render(request, "me/data.html", {"held": [(name, n) for name, n in held if n]})


@never_cache
@signed_in
@require_POST
def download(request: LearnerRequest) -> HttpResponseBase:
    if not ratelimit.consume(request, action="export", user=request.user):
        messages.warning(request, _("一小时里下载的次数太多了，请过一会儿再来。"))
        return redirect("data")
    file = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 (closed with the response)
    export.write_zip(request.user, file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=export.file_name(request.user))


@never_cache
@signed_in
@for_registered
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: LearnerRequest) -> HttpResponse:
    form = LeavingForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and left(request, form):
        messages.success(request, _("账号和学习记录都删除了。欢迎再来。"))
        return redirect("home")
    return render(request, "me/leave.html", {"form": form}, status=422 if form.errors else 200)


def left(request: LearnerRequest, form: LeavingForm) -> bool:
    """Deletes the account and signs out, or says on the form why not."""
    if not ratelimit.consume(request, action="leave", user=request.user):
        form.add_error(None, _("试的次数太多了，请一小时后再来。账号没有删除。"))
        return False
    try:
        leaving.leave(request.user, form.cleaned_data["password"])
    except leaving.LeavingRefused as refused:
        form.add_error("password", str(refused.message))
        return False
    sign_out(request)
    return True
