"""A question as learners will see it, before it is published."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from quizzes import publishing
from quizzes.admin.base import ModelAdmin
from quizzes.errors import StudyError
from quizzes.judging import right_answer
from quizzes.models import Question, Response, Revision
from quizzes.practice import option_order
from quizzes.showing import shown

ACTS = {
    "publish": publishing.publish,
    "to_draft": publishing.to_draft,
    "retire": publishing.retire,
}


def preview(admin: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """The learner's screen before and after the answer; its buttons publish and retire."""
    question = admin.get_object(request, str(pk))
    if question is None:
        raise Http404
    if request.method == "POST":
        return _act(admin, request, question)
    if not admin.has_view_permission(request, question):
        raise PermissionDenied
    wording = publishing.frozen(question, list(question.options.all()), question.fact)
    errors = publishing.check(question)
    context = {
        **admin.admin_site.each_context(request),
        "title": _("预览"),
        "opts": admin.opts,
        "question": question,
        "fact": question.fact,
        "revision": wording,
        "before": shown(open_response(wording)),
        "after": shown(right_response(wording)),
        "broken": [message for messages_ in errors.values() for message in messages_],
        "may_change": admin.has_change_permission(request, question),
    }
    return TemplateResponse(request, "admin/quizzes/question/preview.html", context)


def _act(admin: ModelAdmin, request: HttpRequest, question: Question) -> HttpResponse:
    if not admin.has_change_permission(request, question):
        raise PermissionDenied
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    try:
        act(question)
        admin.log_change(request, question, str(question.get_status_display()))
        messages.success(
            request, _("现在的状态：%(status)s。") % {"status": question.get_status_display()}
        )
    except StudyError as refused:
        messages.error(request, str(refused))
    return redirect("admin:quizzes_question_preview", question.pk)


def open_response(wording: Revision) -> Response:
    """A position of no paper, not answered yet."""
    return Response(revision=wording, option_order=option_order(wording, attempt=0, position=0))


def right_response(wording: Revision) -> Response:
    """The same, answered with the key."""
    response = open_response(wording)
    response.given = right_answer(wording)
    response.is_correct = True
    response.answered_at = timezone.now()
    return response
