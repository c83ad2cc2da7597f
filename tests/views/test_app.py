"""The site as an app: what a browser needs to install it and to open without a network."""

import re

from django.test import Client

from quizzes.models import Question, User


def test_the_manifest_names_pages_and_icons_that_exist(visitor: Client, question: Question) -> None:
    assert 'rel="manifest" href="/manifest.webmanifest"' in visitor.get("/").content.decode()
    response = visitor.get("/manifest.webmanifest")
    manifest = response.json()

    assert response.headers["Content-Type"] == "application/manifest+json"
    assert manifest["name"] == "义乌学习"
    assert manifest["lang"] == "zh-Hans"
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    assert "maskable" in {icon["purpose"] for icon in manifest["icons"]}
    for page in (manifest["start_url"], *(one["url"] for one in manifest["shortcuts"])):
        assert visitor.get(page).status_code in {200, 302}


def test_it_has_an_english_name_for_who_reads_english(visitor: Client) -> None:
    english = visitor.get("/manifest.webmanifest", headers={"Accept-Language": "en"}).json()

    assert english["name"] == "Yiwu Study"
    assert english["lang"] == "en"


def test_the_worker_keeps_what_the_page_without_network_needs(visitor: Client) -> None:
    response = visitor.get("/worker.js")
    script = response.content.decode()
    page = visitor.get("/offline/").content.decode()

    assert response.headers["Content-Type"] == "text/javascript"
    assert "no-cache" in response.headers["Cache-Control"]
    for file in re.findall(r'(?:src|href)="(/static/(?:css|js)[^"]+)"', page):
        assert f'"{file}"' in script


def test_the_page_without_network_names_nobody(browser: Client, learner: User) -> None:
    page = browser.get("/offline/").content.decode()

    assert "没有网络" in page
    assert learner.username not in page
    assert "csrfmiddlewaretoken" not in page
    assert "data-learner" not in page


def test_pages_say_whose_answers_they_keep(browser: Client, visitor: Client, learner: User) -> None:
    assert f'data-learner="{learner.pk}"' in browser.get("/me/").content.decode()
    assert "data-learner" not in visitor.get("/courses/").content.decode()
