"""What a person does on the site, in their words."""

from playwright.sync_api import Page, expect

from tests.factories import PASSWORD


def sign_up(page: Page, name: str = "xinren") -> None:
    page.goto("/accounts/signup/")
    page.fill("[name=username]", name)
    page.fill("[name=password1]", PASSWORD)
    page.fill("[name=password2]", PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_url("**/today/")


def sign_in(page: Page, name: str) -> None:
    page.goto("/accounts/login/")
    page.fill("[name=login]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_url("**/today/")


def start_practice(page: Page, size: int = 5) -> None:
    page.goto("/practice/")
    page.locator(f"label:has(input[value='{size}'])").click()
    page.click("main form button[type=submit]")
    expect(page.locator("form[data-question]")).to_be_visible()


def answer(page: Page, text: str | None = None) -> None:
    """Chooses the option with `text`, or the first; types it, or 1, where it is a blank.

    Where something is to be matched or put in order, takes what comes.
    """
    options, selects = page.locator("label.option"), page.locator(".asked-row select")
    if options.count():
        (options.filter(has_text=text) if text else options).first.click()
    elif selects.count():
        for number in range(selects.count()):
            selects.nth(number).select_option(index=number + 1)
    else:
        page.fill("#given", text or "1")
    page.click("#answer button[type=submit]")
    expect(page.locator(".feedback")).to_be_visible()


def go_on(page: Page) -> None:
    page.click("#answer .actions a")
    expect(page.locator(".feedback")).to_have_count(0)


def finish_paper(page: Page) -> None:
    while True:
        answer(page)
        go_on(page)
        if page.url.endswith("/result/"):
            return
