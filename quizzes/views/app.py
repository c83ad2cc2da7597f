"""The site as an app: its manifest, its worker, and the page for when there is no network."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

PAPER = "#faf6ee"
# What the page for no network is made of.
FILES = ("css/site.css", "js/site.js", "django_htmx/htmx-2.min.js", "img/icon.svg")


@require_safe
@cache_control(max_age=3600)
def manifest(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    language = "en" if get_language() == "en" else "zh-Hans"
    found = {
        "id": "/",
        "name": gettext("义乌学习"),
        "short_name": gettext("义乌学习"),
        "description": gettext("读一篇讲义乌的好文章，边读边练，每道题都指回原文。"),
        "lang": language,
        "start_url": reverse("home"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [icon("192"), icon("512"), icon("full-512", purpose="maskable")],
        "shortcuts": [
            shortcut(gettext("今天"), "today"),
            shortcut(gettext("练习"), "practice"),
        ],
    }
    return JsonResponse(found, content_type="application/manifest+json")


def icon(name: str, purpose: str = "any") -> dict[str, str]:
    side = name.rpartition("-")[2]
    return {
        "src": static(f"img/icon-{name}.png"),
        "sizes": f"{side}x{side}",
        "type": "image/png",
        "purpose": purpose,
    }


def shortcut(name: str, page: str) -> dict[str, str]:
    return {"name": name, "url": reverse(page)}


@require_safe
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The service worker; its text changes when anything that it keeps does."""
    files = [static(name) for name in FILES]
    page = render_to_string("app/offline.html")
    context = {
        "version": sha256(f"{page} {files}".encode()).hexdigest()[:12],
        "page": reverse("offline"),
        "files": files,
    }
    script = render_to_string("app/worker.js", context)
    return HttpResponse(script, content_type="text/javascript")


@require_safe
@cache_control(no_cache=True)
def offline(request: HttpRequest) -> HttpResponse:
    return render(request, "app/offline.html")
