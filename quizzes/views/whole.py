"""The document seen whole: 时间轴, 数据, 术语."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from quizzes.models import Document
from quizzes.views.access import HtmxRequest
from quizzes.whole import figures as all_figures
from quizzes.whole import terms as all_terms
from quizzes.whole import timeline as all_events

Row = TypeVar("Row")
A_PAGE = 50
LONGEST_SEARCH = 50


@dataclass(frozen=True)
class Wanted:
    """What ?q=…&kind=…&sort=…&down=1 asks for; what is not offered is as if not there."""

    words: str
    kind: str
    sort: str
    down: bool

    @classmethod
    def by(cls, request: HtmxRequest, sorts: Sequence[str] = ("place",)) -> "Wanted":
        sort, kind = request.GET.get("sort", ""), request.GET.get("kind", "")
        return cls(
            words=request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
            kind=kind if kind in all_figures.KINDS else "",
            sort=sort if sort in sorts else sorts[0],
            down="down" in request.GET,
        )

    @property
    def narrows(self) -> bool:
        return bool(self.words or self.kind)

    def query(self, **other: str | bool) -> str:
        """The same with something else, as the query of an address."""
        asked: dict[str, str | bool] = {
            "q": self.words,
            "kind": self.kind,
            "sort": self.sort,
            "down": self.down,
            **other,
        }
        return urlencode({name: "1" if at is True else at for name, at in asked.items() if at})


@dataclass(frozen=True)
class Column:
    """The heading of a column and where it leads: sorted by it, or the other way round."""

    label: str
    query: str
    order: str

    @classmethod
    def of(cls, wanted: Wanted, sort: str, label: str) -> "Column":
        sorted_by = wanted.sort == sort
        order = ("descending" if wanted.down else "ascending") if sorted_by else ""
        return cls(label, wanted.query(sort=sort, down=sorted_by and not wanted.down), order)


def find_document(pk: int) -> Document:
    return get_object_or_404(Document.objects.defer("text"), pk=pk)


def shown(
    request: HtmxRequest, name: str, wanted: Wanted, page: Page[Row], **more: object
) -> HttpResponse:
    """The whole page, or what a search or another order changes of it."""
    template = f"whole/_{name}.html" if request.htmx else f"whole/{name}.html"
    context = {"wanted": wanted, "page": page, "query": wanted.query(), **more}
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
def timeline(request: HtmxRequest, pk: int) -> HttpResponse:
    document = find_document(pk)
    wanted = Wanted.by(request)
    events = all_events.timeline(document, wanted.words)
    page = Paginator(events, A_PAGE).get_page(request.GET.get("page"))
    return shown(request, "timeline", wanted, page, document=document)


@require_safe
def figures(request: HtmxRequest, pk: int) -> HttpResponse:
    document = find_document(pk)
    wanted = Wanted.by(request, all_figures.SORTS)
    facts = all_figures.figures(
        document, words=wanted.words, kind=wanted.kind, sort=wanted.sort, down=wanted.down
    )
    page = Paginator(facts, A_PAGE).get_page(request.GET.get("page"))
    labels = {
        "size": _("数字"),
        "statement": _("说的是什么"),
        "year": _("年份"),
        "place": _("哪一节"),
    }
    return shown(
        request,
        "figures",
        wanted,
        page,
        document=document,
        figures=all_figures.described(list(page)),
        columns=[Column.of(wanted, sort, str(label)) for sort, label in labels.items()],
        kinds=[(kind.value, kind.label) for kind in all_figures.KINDS],
    )


@require_safe
def terms(request: HtmxRequest, pk: int) -> HttpResponse:
    document = find_document(pk)
    wanted = Wanted.by(request, all_terms.SORTS)
    found = all_terms.terms(document, words=wanted.words, sort=wanted.sort)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    all_terms.with_others(document, list(page))
    return shown(request, "terms", wanted, page, document=document)
