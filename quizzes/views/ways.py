"""The ways to practise: a page each, which goes on with the open sitting or opens one."""

from collections.abc import Callable

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import challenge, mistakes, progress, ways
from quizzes.errors import StudyError
from quizzes.models import Attempt, Document, Mistake, User
from quizzes.practice import NothingToPractise
from quizzes.views.access import LearnerRequest, signed_in

Mode = Attempt.Mode
PAGE = 20


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def way(request: LearnerRequest, mode: str) -> HttpResponse:
    document, documents = ways.courses(request.user, asked_for(request, "course"))
    error = ""
    if request.method == "POST" and document:
        topic = asked_for(request, "topic") if mode == Mode.TOPIC else ""
        try:
            attempt = ways.open_way(request.user, document, mode, topic)
        except (NothingToPractise, ways.UnknownTopic) as refused:
            error = said(refused, mode)
        else:
            return redirect("attempt", attempt.pk)
    context: dict[str, object] = {"document": document, "documents": documents, "error": error}
    if document:
        context |= SHOWN[mode](request, document)
    page = f"practice/ways/{mode}.html"
    return render(request, page, context, status=422 if error else 200)


def asked_for(request: LearnerRequest, name: str) -> str:
    data = request.POST if request.method == "POST" else request.GET
    return data.get(name, "")


def said(refused: StudyError, mode: str) -> str:
    """Why nothing was opened; an empty book of mistakes is no section without questions."""
    empty = {
        Mode.MISTAKES: _("错题本是空的，没有要练的。"),
        Mode.FAVOURITES: _("还没有收藏可以练的题。答题时点“收藏这题”，就会放到这里。"),
        Mode.CARDS: _("这门课没有术语卡。请换一门课，或换一种练法。"),
        Mode.CHALLENGE: _("这门课没有适合挑战的题。请换一门课，或换一种练法。"),
    }
    nothing = isinstance(refused, NothingToPractise)
    return empty.get(Mode(mode), str(refused)) if nothing else str(refused)


def with_going(request: LearnerRequest, document: Document, mode: str) -> dict[str, object]:
    return {
        "going": ways.going_on(request.user, document, mode),
        "amounts": ways.amounts(request.user, document),
    }


def smart(request: LearnerRequest, document: Document) -> dict[str, object]:
    return with_going(request, document, Mode.PRACTICE)


def sequence(request: LearnerRequest, document: Document) -> dict[str, object]:
    return {
        "going": ways.going_on(request.user, document, Mode.SEQUENCE),
        "stretch": ways.stretch(request.user, document),
    }


def topic(_request: LearnerRequest, document: Document) -> dict[str, object]:
    by_fact, by_item = ways.topics(document)
    return {"by_fact": by_fact, "by_item": by_item}


def book(request: LearnerRequest, document: Document) -> dict[str, object]:
    pages = Paginator(mistakes.in_book(request.user, document), PAGE)
    return {
        "going": ways.going_on(request.user, document, Mode.MISTAKES),
        "page": pages.get_page(request.GET.get("page")),
        "left": mistakes.left(request.user, document),
    }


def favourites(request: LearnerRequest, document: Document) -> dict[str, object]:
    return with_going(request, document, Mode.FAVOURITES)


def run(request: LearnerRequest, document: Document) -> dict[str, object]:
    return {
        "going": ways.going_on(request.user, document, Mode.CHALLENGE),
        "best": challenge.best(request.user, document),
        "board": challenge.best_of_the_week(document),
        "seconds": challenge.SECONDS,
    }


def cards(request: LearnerRequest, document: Document) -> dict[str, object]:
    return with_going(request, document, Mode.CARDS)


SHOWN: dict[str, Callable[[LearnerRequest, Document], dict[str, object]]] = {
    Mode.PRACTICE: smart,
    Mode.SEQUENCE: sequence,
    Mode.TOPIC: topic,
    Mode.MISTAKES: book,
    Mode.FAVOURITES: favourites,
    Mode.CHALLENGE: run,
    Mode.CARDS: cards,
}


@never_cache
@signed_in
@require_safe
def sections(request: LearnerRequest) -> HttpResponse:
    """章节练习: the sections of a course, each to be practised on its own."""
    document, documents = ways.courses(request.user, asked_for(request, "course"))
    context = {
        "document": document,
        "documents": documents,
        "sections": progress.course(request.user, document) if document else [],
    }
    return render(request, "practice/ways/sections.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def put_back(request: LearnerRequest, pk: int) -> HttpResponse:
    """Into the book of mistakes again. GET is who comes back from signing in."""
    url = reverse("way_mistakes")
    if request.method != "POST":
        return redirect(url)
    try:
        mistake = mistakes.put_back(request.user, pk)
    except Mistake.DoesNotExist:
        raise Http404 from None
    return redirect(f"{url}?course={mistake.fact.document_id}")


@require_POST
@signed_in
def show_record(request: LearnerRequest) -> HttpResponse:
    """Whether others see the learner's best run of the week."""
    User.objects.filter(pk=request.user.pk).update(shows_record=request.POST.get("on") == "1")
    return redirect(f"{reverse('way_challenge')}?course={course_id(request)}")


def course_id(request: LearnerRequest) -> str:
    wanted = request.POST.get("course", "")
    return wanted if wanted.isdecimal() else ""
