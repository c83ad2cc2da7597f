"""Search: one field, and what it finds in lessons, terms and questions."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quizzes import search
from quizzes.models import Document
from quizzes.views.access import HtmxRequest


@never_cache
@require_safe
def results(request: HtmxRequest) -> HttpResponse:
    query = search.read_query(request.GET.get("q", ""))
    only = next((name for name in search.GROUPS if name == request.GET.get("in")), None)
    documents = list(Document.objects.only("title"))
    document = next((one for one in documents if str(one.pk) == request.GET.get("course")), None)
    learner = request.user if request.user.is_authenticated else None
    page = page_number(request)
    found = search.find(query, learner, only=only, document=document, page=page)
    context = {
        "query": query,
        "found": found,
        "only": only,
        "document": document,
        "documents": documents,
        "base": urlencode({"q": query.text, **({"course": document.pk} if document else {})}),
        "suggestions": [] if found.count else search.suggestions(document),
        "longest": search.LONGEST,
        "most": search.MOST,
    }
    page_or_part = "search/_results.html" if request.htmx else "search/search.html"
    response = render(request, page_or_part, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def page_number(request: HttpRequest) -> int:
    """The page in ?page=…; the first where that is no number."""
    page = request.GET.get("page", "")
    return int(page) if page.isdecimal() and len(page) < 10 else 1
