"""快速背诵: the front of a card, its back once it is turned, and how well it was remembered."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from quizzes import flashcards, grading, practice
from quizzes.models import Attempt
from quizzes.models.rating import Rating
from quizzes.views.access import LearnerRequest, signed_in
from quizzes.views.keeping import tools
from quizzes.views.practice import own_attempt


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def card(request: LearnerRequest, pk: int, position: int) -> HttpResponse:
    """GET shows the front, with ?turned=1 the back; POST is the rating."""
    if request.method != "POST":
        return card_page(request, pk, position)
    try:
        flashcards.rate(request.user, pk, position, request.POST.get("rating", ""))
    except Attempt.DoesNotExist:
        raise Http404 from None
    except flashcards.UnknownRating as refused:
        return card_page(request, pk, position, error=str(refused))
    return redirect("attempt", pk)


def card_page(request: LearnerRequest, pk: int, position: int, error: str = "") -> HttpResponse:
    paper = practice.paper(own_attempt(request, pk))
    response = next((one for one in paper if one.position == position), None)
    if response is None or response.attempt.mode != Attempt.Mode.CARDS:
        return redirect("attempt", pk)
    grading.mark_shown(response)
    faces = flashcards.faces(response.fact)
    turned = bool(response.answered_at or error or request.GET.get("turned"))
    context = {
        "response": response,
        "fact": response.fact,
        "revision": response.revision,
        "front": faces.front,
        "meaning": faces.back if turned else "",
        "turned": turned,
        "ratings": Rating.choices,
        "total": len(paper),
        "answered": sum(one.answered_at is not None for one in paper),
        "error": error,
        **tools(request, response.revision.question_id),
    }
    page = "practice/_card.html" if request.htmx else "practice/card.html"
    return render(request, page, context, status=422 if error else 200)
