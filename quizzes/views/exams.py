"""Mock exams: begin, answer against the clock, look over the sheet, hand in, see the result."""

from datetime import datetime

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect, reswap, retarget

from quizzes import exams as rules
from quizzes import practice
from quizzes.judging import AnswerRefused, Given
from quizzes.models import Attempt, Document, Response
from quizzes.views import panel
from quizzes.views.access import HtmxRequest, LearnerRequest, signed_in

TIME_UP = "time-up"
FLAGS = {"flag": True, "unflag": False}


@never_cache
@signed_in
@require_safe
def exams(request: LearnerRequest) -> HttpResponse:
    """The courses, each with the best exam on it."""
    rules.close_overdue(learner=request.user)
    return render(request, "exams/exams.html", {"courses": rules.courses(request.user)})


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def exam(request: LearnerRequest, pk: int) -> HttpResponse:
    """What an exam on a document is like, and what was reached before; POST begins one."""
    document = get_object_or_404(Document.objects.defer("text"), pk=pk)
    error = ""
    if request.method == "POST":
        try:
            return redirect("exam_attempt", rules.open_exam(request.user, document).pk)
        except rules.NothingToExamine as nothing:
            error = str(nothing.message)
    rules.close_overdue(learner=request.user)
    offer = rules.offer(request.user, document)
    context = {"document": document, "offer": offer, "error": error, "now": timezone.now()}
    return render(request, "exams/exam.html", context, status=422 if error else 200)


@never_cache
@signed_in
@require_safe
def attempt(request: LearnerRequest, pk: int) -> HttpResponse:
    """Leads to the first question that is not answered, or to the result."""
    attempt = own_exam(request, pk)
    if attempt.submitted_at:
        return redirect("exam_result", pk)
    cells = rules.sheet(practice.paper(attempt))
    return redirect("exam_question", pk, cells.first_unfinished)


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: LearnerRequest, pk: int, position: int) -> HttpResponse:
    if request.method == "POST":
        return save(request, pk, position)
    attempt = own_exam(request, pk)
    if attempt.submitted_at:
        return to_result(request, pk)
    return question_page(request, attempt, position)


def save(request: LearnerRequest, pk: int, position: int) -> HttpResponse:
    """Keeps the answer, then goes where the button leads; without a button, says it is kept."""
    given, go, now = panel.posted(request.POST), request.POST.get("go", ""), timezone.now()
    try:
        response = rules.save_answer(
            request.user, pk, position, given, flagged=FLAGS.get(go), now=now
        )
    except Attempt.DoesNotExist:
        raise Http404 from None
    except rules.ExamOver as over:
        return late(request, pk, str(over.message))
    except AnswerRefused as refused:
        error = str(refused.message)
        return question_page(request, own_exam(request, pk), position, error=error, refused=given)
    if go == TIME_UP:
        return time_up(request, pk, now)
    if quiet(request):
        return saved(request, response)
    return HttpResponseRedirect(onward(go, response), status=303)


def onward(go: str, response: Response) -> str:
    pk, position, last = response.attempt_id, response.position, response.attempt.size
    if go == "sheet" or (go == "next" and position == last):
        return reverse("exam_sheet", args=[pk])
    step = {"next": 1, "previous": -1}.get(go, 0)
    return reverse("exam_question", args=[pk, max(position + step, 1)])


def saved(request: LearnerRequest, response: Response) -> HttpResponse:
    context = {
        "response": response,
        "missing": rules.what_is_missing(response) if response.given is not None else "",
        "sheet": rules.sheet(practice.paper(response.attempt)),
    }
    return render(request, "exams/_saved.html", context)


def question_page(
    request: LearnerRequest,
    attempt: Attempt,
    position: int,
    *,
    error: str = "",
    refused: Given | None = None,
) -> HttpResponse:
    paper = practice.paper(attempt)
    response = next((one for one in paper if one.position == position), None)
    if response is None:
        return redirect("exam_attempt", attempt.pk)
    words = _("第 %(position)s 题，共 %(total)s 题") % {"position": position, "total": len(paper)}
    context = panel.context(
        response,
        refused=refused,
        attempt=attempt,
        sheet=rules.sheet(paper),
        missing=rules.what_is_missing(response) if response.given is not None else "",
        error=error,
    )
    return swapped(request, "exams/_question.html", words, context, status=422 if error else 200)


@never_cache
@signed_in
@require_safe
def sheet(request: LearnerRequest, pk: int) -> HttpResponse:
    """Every question with its state, to jump to; from here the exam is handed in."""
    return before_handing_in(request, pk, "exams/_sheet.html", _("答题卡"))


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: LearnerRequest, pk: int) -> HttpResponse:
    """Asks once more, saying what is open; POST hands in."""
    if request.method != "POST":
        return before_handing_in(request, pk, "exams/_hand_in.html", _("交卷"))
    if request.POST.get("go") == TIME_UP:
        own_exam(request, pk)
        return time_up(request, pk, timezone.now())
    try:
        rules.hand_in(request.user.pk, pk)
    except Attempt.DoesNotExist:
        raise Http404 from None
    return to_result(request, pk)


def before_handing_in(request: LearnerRequest, pk: int, part: str, title: str) -> HttpResponse:
    attempt = own_exam(request, pk)
    if attempt.submitted_at:
        return to_result(request, pk)
    context = {"attempt": attempt, "sheet": rules.sheet(practice.paper(attempt))}
    return swapped(request, part, title, context)


def time_up(request: LearnerRequest, pk: int, now: datetime) -> HttpResponse:
    """The page's clock ran out: hands in, unless the server's clock has not."""
    attempt = own_exam(request, pk)
    if attempt.submitted_at is None and attempt.deadline and now < attempt.deadline:
        url = request.htmx.current_url_abs_path if request.htmx else request.path
        return HttpResponseRedirect(url or request.path, status=303)
    rules.hand_in(request.user.pk, pk)
    return to_result(request, pk)


def late(request: LearnerRequest, pk: int, message: str) -> HttpResponse:
    """What came too late is not saved; shows the sheet as it was handed in."""
    rules.hand_in(request.user.pk, pk)
    attempt = own_exam(request, pk)
    context = {
        "attempt": attempt,
        "message": message,
        "sheet": rules.sheet(practice.paper(attempt)),
    }
    return swapped(request, "exams/_late.html", _("考试已经结束"), context, status=422)


@never_cache
@signed_in
@require_safe
def result(request: LearnerRequest, pk: int) -> HttpResponse:
    attempt = own_exam(request, pk)
    if attempt.submitted_at is None:
        return redirect("exam_attempt", pk)
    return render(request, "exams/result.html", {"result": rules.exam_result(attempt)})


def to_result(request: HtmxRequest, pk: int) -> HttpResponse:
    url = reverse("exam_result", args=[pk])
    return (
        HttpResponseClientRedirect(url) if request.htmx else HttpResponseRedirect(url, status=303)
    )


def swapped(
    request: HtmxRequest, part: str, title: str, context: dict[str, object], status: int = 200
) -> HttpResponse:
    """The part alone for a swap, or in its page; the server's time for its clock."""
    template = "exams/_swap.html" if request.htmx else "exams/page.html"
    context |= {"part": part, "title": title, "now": timezone.now()}
    page = render(request, template, context, status=status)
    # What was to be saved quietly was not: that takes the whole panel.
    return reswap(retarget(page, "#panel"), "outerHTML") if quiet(request) else page


def quiet(request: HtmxRequest) -> bool:
    """Whether an answer is saved while the learner stays on the question."""
    return bool(request.htmx) and request.htmx.target == "saved"


def own_exam(request: LearnerRequest, pk: int) -> Attempt:
    """The learner's exam, handed in by now if its time is over."""
    mine = rules.exams().filter(learner=request.user).select_related("document")
    attempt = get_object_or_404(mine.defer("document__text"), pk=pk)
    if rules.is_overdue(attempt, timezone.now()):
        rules.hand_in(request.user.pk, pk)
        attempt.refresh_from_db(fields=["submitted_at", "correct"])
    return attempt
