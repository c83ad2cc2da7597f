"""A real browser on the running site."""

import os
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from quizzes.management.commands.update_messages import compile_catalogs
from quizzes.models import Document
from tests.browser.course import small_course

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 15_000  # milliseconds; a machine may be busy
Visit = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # Playwright runs an event loop in this thread, and Django would refuse to query beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    compile_catalogs()
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def course(transactional_db: None) -> Document:
    return small_course()


@pytest.fixture
def visit(chromium: Browser, live_server: LiveServer) -> Iterator[Visit]:
    """Opens the site as one more person: `visit(locale="en-US", width=360, …)` gives a page.

    Whatever a console complains of fails the test.
    """
    cache.clear()  # rate limits
    contexts = []
    complaints: list[str] = []

    def complain(line: str, *, audited: bool) -> None:
        # Not of a status that a test asked for, nor of the inline styles that axe tries.
        of_policy = "Content Security Policy" in line and not audited
        if of_policy or "Uncaught" in line:
            complaints.append(line)

    def open_page(
        *,
        locale: str = "zh-CN",
        width: int = 1280,
        dark: bool = False,
        script: bool = True,
        path: str | None = "/",
        audited: bool = False,
        app: bool = False,
    ) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            locale=locale,
            viewport={"width": width, "height": 740 if width < 600 else 860},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            service_workers="allow" if app else "block",
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complain(line.text, audited=audited))
        if path:
            page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
