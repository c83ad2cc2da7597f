"""Practice: choose, answer one question a screen, see the result."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import challenge, grading, keeping, practice, progress, ways
from quizzes.forms import PracticeForm
from quizzes.judging import Given, is_same
from quizzes.models import Attempt, Response
from quizzes.views import panel
from quizzes.views.access import LearnerRequest, signed_in
from quizzes.views.keeping import tools


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: LearnerRequest) -> HttpResponse:
    if request.method != "POST":
        wanted = {"scope": request.GET.get("scope")}
        return start_page(request, PracticeForm(initial=wanted))
    form = PracticeForm(request.POST)
    if not form.is_valid():
        return start_page(request, form)
    document, lesson = form.chosen()
    try:
        attempt = practice.open_attempt(request.user, document, lesson, form.cleaned_data["size"])
    except practice.NothingToPractise as nothing:
        form.add_error("scope", str(nothing.message))
        return start_page(request, form)
    return redirect("attempt", attempt.pk)


def start_page(request: LearnerRequest, form: PracticeForm) -> HttpResponse:
    document, documents = ways.courses(request.user, request.GET.get("course", ""))
    context = {
        "form": form,
        "unfinished": practice.unfinished(request.user),
        "document": document,
        "documents": documents,
        "amounts": ways.amounts(request.user, document) if document else None,
    }
    status = 422 if form.errors else 200
    return render(request, "practice/start.html", context, status=status)


@never_cache
@signed_in
@require_safe
def attempt(request: LearnerRequest, pk: int) -> HttpResponse:
    """Leads to the first question without an answer, or to the result."""
    attempt = own_attempt(request, pk)
    position = practice.next_position(practice.paper(attempt))
    if position is not None:
        page = "card" if attempt.mode == Attempt.Mode.CARDS else "question"
        return redirect(page, pk, position)
    # A paper is empty when its questions went with their document.
    return redirect("result", pk) if attempt.submitted_at else redirect("practice")


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: LearnerRequest, pk: int, position: int) -> HttpResponse:
    if request.method == "POST":
        return hand_in(request, pk, position)
    return question_page(request, pk, position)


def question_page(
    request: LearnerRequest,
    pk: int,
    position: int,
    *,
    error: str = "",
    refused: Given | None = None,
) -> HttpResponse:
    paper = practice.paper(own_attempt(request, pk))
    response = next((one for one in paper if one.position == position), None)
    if response is None:
        return redirect("attempt", pk)
    if response.attempt.mode == Attempt.Mode.CARDS:
        return redirect("card", pk, position)
    if response.answered_at is None:
        grading.mark_shown(response)
    context = panel.context(
        response,
        refused=refused if response.answered_at is None else None,
        total=len(paper),
        answered=sum(one.answered_at is not None for one in paper),
        again="kept" in request.GET,
        error=error,
        **clock(response),
        **tools(request, response.revision.question_id),
    )
    return render(request, template(request, error), context, status=422 if error else 200)


def clock(response: Response) -> dict[str, object]:
    """The time a question of a challenge has, and whether its answer came too late."""
    if response.attempt.mode != Attempt.Mode.CHALLENGE:
        return {}
    late = challenge.was_late(response)
    return {"seconds": challenge.seconds_left(response), "timed": True, "late": late}


def template(request: LearnerRequest, error: str) -> str:
    if not request.htmx:
        return "practice/question.html"
    return "practice/_answer.html" if error else "practice/_next.html"


def hand_in(request: LearnerRequest, pk: int, position: int) -> HttpResponse:
    given = panel.posted(request.POST)
    try:
        response, saved = grading.answer(request.user, pk, position, given)
    except Attempt.DoesNotExist:
        raise Http404 from None
    except grading.AnswerRefused as refused:
        return question_page(request, pk, position, error=str(refused.message), refused=given)
    # The same answer again is a request that was sent twice, and needs no word.
    again = not saved and not is_same(response.revision, response.given, given)
    if request.htmx:
        mine = keeping.kept(request.user, response.revision.question_id)
        context = panel.context(response, again=again, kept=mine) | clock(response)
        return render(request, "practice/_answer.html", context)
    url = reverse("question", args=[pk, position])
    return HttpResponseRedirect(f"{url}?kept=1" if again else url, status=303)


@never_cache
@signed_in
@require_safe
def result(request: LearnerRequest, pk: int) -> HttpResponse:
    attempt = own_attempt(request, pk)
    if attempt.submitted_at is None:
        return redirect("attempt", pk)
    context: dict[str, object] = {"result": progress.result(attempt)}
    if attempt.mode == Attempt.Mode.CHALLENGE:
        context["best"] = challenge.best(request.user, attempt.document)
    return render(request, "practice/result.html", context)


def own_attempt(request: LearnerRequest, pk: int) -> Attempt:
    """The learner's attempt; not an exam, whose keys stay hidden until it is handed in."""
    mine = Attempt.objects.filter(learner=request.user).exclude(mode=Attempt.Mode.EXAM)
    mine = mine.select_related("document", "lesson")
    return get_object_or_404(mine.defer("document__text", "lesson__body"), pk=pk)
