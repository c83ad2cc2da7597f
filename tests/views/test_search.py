"""The page 搜索."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quizzes.models import Document, Lesson, Question
from quizzes.search import index_document
from tests.factories import LessonFactory, PublishedQuestionFactory
from tests.views.helpers import HTMX

URL = reverse("search")


@pytest.fixture
def book(document: Document, question: Question, lesson: Lesson) -> Document:
    index_document(document)
    return document


def page(client: Client, **data: object) -> str:
    response = client.get(URL, data)
    assert response.status_code == 200
    return str(response.content.decode())


def test_a_visitor_finds_the_sentence_marked_and_its_place(
    visitor: Client, book: Document, lesson: Lesson
) -> None:
    html = page(visitor, q="線路")

    assert "目前已开通运输<mark>线路</mark><span" in html
    start = lesson.body_start + lesson.body.index("目前")
    place = f"{lesson.get_absolute_url()}?from={start}&amp;to={start + 13}#mark"
    assert place in html
    assert '<mark id="mark">目前已开通' in visitor.get(place.replace("&amp;", "&")).content.decode()


def test_what_a_text_holds_is_escaped(visitor: Client, document: Document) -> None:
    LessonFactory(document=document, body="<script>alert(1)</script>脚本<b>在这里</b>。")
    index_document(document)
    html = page(visitor, q="脚本 alert")

    assert "<script>alert" not in html
    assert "&lt;script&gt;<mark>alert</mark>" in html


def test_what_was_typed_is_escaped(visitor: Client, book: Document) -> None:
    assert "<b>" not in page(visitor, q='"><b>没有')


def test_a_learner_finds_questions_without_their_key(
    browser: Client, book: Document, question: Question, lesson: Lesson
) -> None:
    html = page(browser, q="设立", **{"in": "questions"})

    assert "国务院同意<mark>设立</mark>义乌综合保税区是在哪一年哪一月？" in html
    assert f"/facts/{question.fact_id}/?question={question.pk}" in html
    assert question.fact.answer not in html
    assert all(option.text not in html for option in question.options.all())


def test_a_question_found_can_be_answered_and_shows_no_key_before(
    browser: Client, book: Document, question: Question
) -> None:
    """Of two questions on a fact the one that was found is asked, here and on the next page."""
    PublishedQuestionFactory(fact=question.fact, true_false=True)
    url = f"/facts/{question.fact_id}/?question={question.pk}"
    html = browser.get(url).content.decode()
    assert question.stem in html
    assert question.fact.answer not in html
    assert question.explanation not in html

    asked = browser.post(url, follow=True).content.decode()
    assert question.stem in asked
    assert "is-key" not in asked
    assert question.explanation not in asked


def test_a_lesson_can_be_chosen_for_practice(browser: Client, lesson: Lesson) -> None:
    html = browser.get(f"/practice/?scope=lesson-{lesson.pk}").content.decode()

    assert f'value="lesson-{lesson.pk}" selected' in html


def test_a_visitor_is_told_of_questions(visitor: Client, book: Document) -> None:
    html = page(visitor, q="设立")

    assert "哪一年哪一月" not in html
    assert "以后，还能搜到题目" in html


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "输入两个字就能找"),
        ("义", "请至少输入两个字"),
        ("，", "请至少输入两个字"),
        ("火星 移民", "没有找到“火星 移民”"),
        ("设立" * 100, "只用了前面一部分"),
    ],
)
def test_what_to_do_next(visitor: Client, book: Document, typed: str, words: str) -> None:
    assert words in page(visitor, q=typed)


def test_nothing_found_offers_each_word_alone(visitor: Client, book: Document) -> None:
    assert 'href="/search/?q=%E8%AE%BE%E7%AB%8B"' in page(visitor, q="设立 火星")


@pytest.mark.parametrize(
    "query", ["q=%00", "q=a%00b", "q=%FF%FE", "q=义乌&page=x", "q=义乌&page=999", "q=义乌&in=x",
              "q=义乌&course=x", "q=义乌&course=99999999999999999999", "q=%22%20OR%20*&page=-1"]
)  # fmt: skip
def test_bad_input_is_a_page(visitor: Client, book: Document, query: str) -> None:
    assert visitor.get(f"{URL}?{query}").status_code == 200


def test_a_swap_is_the_results_alone(visitor: Client, book: Document) -> None:
    response = visitor.get(URL, {"q": "设立"}, headers=HTMX)
    html = response.content.decode()

    assert "<html" not in html
    assert "<mark>设立</mark>" in html
    assert 'hx-swap-oob="innerHTML"' in html
    assert "HX-Request" in response.headers["Vary"]


def test_pages_of_a_group(visitor: Client, document: Document) -> None:
    LessonFactory(document=document, body="\n".join(f"市场第{n}年。" for n in range(45)))
    index_document(document)
    first = page(visitor, q="市场", **{"in": "lessons"})
    second = page(visitor, q="市场", page=2, **{"in": "lessons"})

    assert "第 1–20 处，第 1 / 3 页" in first
    assert "in=lessons&amp;page=2" in first
    assert "第 21–40 处，第 2 / 3 页" in second
    assert "看全部 45 处" in page(visitor, q="市场")


@pytest.mark.parametrize("name", ["home", "courses", "account_login"])
def test_the_field_is_on_every_page(visitor: Client, book: Document, name: str) -> None:
    assert 'role="search" action="/search/"' in visitor.get(reverse(name)).content.decode()


def test_a_fixed_number_of_queries(browser: Client, document: Document, book: Document) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            page(browser, q="设立")
        return len(captured)

    count()
    few = count()
    for _ in range(30):
        LessonFactory(document=document)
    index_document(document)

    assert count() == few <= 10


def test_in_english(book: Document) -> None:
    client = Client(HTTP_ACCEPT_LANGUAGE="en")

    assert "at least two characters" in page(client, q="义")
    assert "found 2 times" in page(client, q="14条") or "found 1 time" in page(client, q="14条")
