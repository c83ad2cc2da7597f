"""时间轴, 数据, 术语; the page of a fact; and how a lesson is read."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from quizzes.models import Attempt, Document, Lesson, Question, User
from tests.factories import (
    DocumentFactory,
    FactFactory,
    LessonFactory,
    PublishedBlankFactory,
    PublishedQuestionFactory,
)
from tests.views.helpers import HTMX

PAGES = ("timeline", "figures", "terms")


def at(name: str, document: Document) -> str:
    return reverse(name, args=[document.pk])


@pytest.mark.parametrize("name", PAGES)
def test_the_course_leads_there(visitor: Client, document: Document, name: str) -> None:
    LessonFactory(document=document)
    page = visitor.get(document.get_absolute_url()).content.decode()

    assert f'href="{at(name, document)}"' in page


@pytest.mark.parametrize("name", PAGES)
def test_a_document_without_any_says_so(visitor: Client, document: Document, name: str) -> None:
    page = visitor.get(at(name, document)).content.decode()

    assert 'class="empty' in page
    assert "去读课文" in page


@pytest.mark.parametrize("name", PAGES)
def test_a_search_that_finds_nothing_says_what_to_do(
    visitor: Client, document: Document, name: str
) -> None:
    page = visitor.get(at(name, document), {"q": "没有的词"}).content.decode()

    assert "换一个词" in page
    assert 'value="没有的词"' in page


@pytest.mark.parametrize("name", PAGES)
def test_a_document_that_is_not_there(visitor: Client, db: None, name: str) -> None:
    assert visitor.get(reverse(name, args=[99])).status_code == 404


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("query", ["sort=x&kind=y&page=z", "page=999", "q=%25_'\"<b>", "q=%00x"])
def test_forged_queries(
    visitor: Client, document: Document, question: Question, name: str, query: str
) -> None:
    response = visitor.get(f"{at(name, document)}?{query}")

    assert response.status_code == 200
    assert "<b>" not in response.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_a_swap_gets_the_list_alone(visitor: Client, document: Document, name: str) -> None:
    response = visitor.get(at(name, document), headers=HTMX)

    assert response.content.decode().strip().startswith('<div id="list"')
    assert "HX-Request" in response.headers["Vary"]


def test_an_event_links_to_its_sentence(visitor: Client, question: Question) -> None:
    fact = question.fact
    page = visitor.get(at("timeline", fact.document)).content.decode()

    assert "国务院同意设立义乌综合保税区" in page
    assert f"?from={fact.evidence_start}&amp;to={fact.evidence_end}#mark" in page


def test_a_figure_with_its_statement_and_its_section(visitor: Client, blank: Question) -> None:
    page = visitor.get(at("figures", blank.fact.document)).content.decode()

    assert "目前已开通运输线路" in page
    assert blank.fact.lesson.heading in page


def test_a_long_document_is_paged(visitor: Client, lesson: Lesson) -> None:
    for number in range(60):
        FactFactory(lesson=lesson, kind="number", answer=f"{number}条")
    url = at("figures", lesson.document)
    first, second = (visitor.get(f"{url}?page={n}").content.decode() for n in (1, 2))

    assert "第 1 页，共 2 页" in first
    assert (first.count('scope="row"'), second.count('scope="row"')) == (50, 10)


def test_the_order_stays_while_searching(visitor: Client, lesson: Lesson) -> None:
    FactFactory(lesson=lesson, kind="number", answer="14条")
    page = visitor.get(f"{at('figures', lesson.document)}?sort=size&down=1").content.decode()

    assert 'aria-sort="descending"' in page
    assert 'value="size"' in page
    assert "q=&amp;" not in page


def test_every_column_of_figures_sorts_both_ways_and_the_last_leads_to_the_lesson(
    visitor: Client, blank: Question
) -> None:
    where = at("figures", blank.fact.document)
    for sort in ("size", "statement", "year", "place"):
        page = visitor.get(f"{where}?sort={sort}").content.decode()
        assert page.count('role="columnheader"') == 4
        assert page.count("aria-sort") == 1
        assert f"?sort={sort}&amp;down=1" in page
        down = visitor.get(f"{where}?sort={sort}&down=1").content.decode()
        assert 'aria-sort="descending"' in down
    assert "哪一节" in page
    row = page[page.index('scope="row"') :]
    assert row.index('role="cell"') < row.index(blank.fact.lesson.get_absolute_url())


def test_a_change_is_drawn_and_said(visitor: Client, lesson: Lesson) -> None:
    said = "从324个减至33个"
    FactFactory(
        lesson=lesson, kind="change", answer=said, value="324→33个", evidence=f"窗口{said}。"
    )
    page = visitor.get(at("figures", lesson.document)).content.decode()

    assert 'role="img"' in page
    assert 'aria-label="原来 324个，后来 33个"' in page


class TestFact:
    def test_the_question_without_its_key(self, visitor: Client, question: Question) -> None:
        page = visitor.get(url(question)).content.decode()

        assert "是在哪一年哪一月" in page
        assert "2020" not in page.replace(question.stem, "")
        assert "注册后答这道题" in page

    def test_one_press_opens_it(self, browser: Client, learner: User, question: Question) -> None:
        response = browser.post(url(question))
        attempt = Attempt.objects.get(learner=learner)

        assert response.headers["Location"] == reverse("question", args=[attempt.pk, 1])
        assert "第 1 题，共 1 题" in browser.get(response.headers["Location"]).content.decode()

    def test_a_visitor_signs_in_first(self, visitor: Client, question: Question) -> None:
        response = visitor.post(url(question))

        assert response.headers["Location"].startswith(reverse("account_login"))
        assert not Attempt.objects.exists()

    def test_a_fact_without_a_question(self, browser: Client, lesson: Lesson) -> None:
        fact = FactFactory(lesson=lesson)
        path = reverse("fact", args=[fact.pk])

        assert "还没有题目" in browser.get(path).content.decode()
        assert browser.post(path).headers["Location"] == path

    def test_a_retired_fact_is_gone(self, browser: Client, lesson: Lesson) -> None:
        fact = FactFactory(lesson=lesson, retired=True)
        path = reverse("fact", args=[fact.pk])

        assert (browser.get(path).status_code, browser.post(path).status_code) == (404, 404)


class TestReading:
    def test_pinyin_is_remembered(self, browser: Client, learner: User, lesson: Lesson) -> None:
        back = wish(browser, "pinyin:on", lesson)
        learner.refresh_from_db()

        assert learner.pinyin
        assert back.headers["Location"] == lesson.get_absolute_url()
        assert "<ruby>国务院<rt" in read(browser, lesson)

    def test_a_visitor_has_it_too(self, visitor: Client, lesson: Lesson) -> None:
        wish(visitor, "pinyin:on", lesson)
        assert "<ruby>" in read(visitor, lesson)
        wish(visitor, "pinyin:off", lesson)
        assert "<ruby>" not in read(visitor, lesson)

    def test_a_screen_reader_hears_each_word_once(self, visitor: Client, lesson: Lesson) -> None:
        wish(visitor, "pinyin:on", lesson)
        page = read(visitor, lesson)

        assert page.count("<rt") == page.count('<rt aria-hidden="true">') > 0

    def test_pinyin_keeps_facts_and_places(self, visitor: Client, question: Question) -> None:
        lesson, fact = question.fact.lesson, question.fact
        wish(visitor, "pinyin:on", lesson)
        wish(visitor, "lit:on", lesson)
        page = read(visitor, lesson)

        assert f'id="o{lesson.body_start}"' in page
        assert (
            f'<a class="lit" href="{reverse("fact", args=[fact.pk])}"><mark class="fact">' in page
        )

    def test_text_stays_escaped_under_pinyin(self, visitor: Client, document: Document) -> None:
        lesson = LessonFactory(document=document, body="银行<b>&“14条”</b>")
        wish(visitor, "pinyin:on", lesson)
        page = read(visitor, lesson)

        assert "<b>" not in page
        assert "&lt;b&gt;" in page

    def test_the_size_is_the_whole_pages(self, browser: Client, lesson: Lesson) -> None:
        wish(browser, "text_size:2", lesson)

        assert 'data-text-size="2"' in browser.get(reverse("courses")).content.decode()

    def test_of_two_facts_on_the_same_words_one_is_lit(
        self, visitor: Client, lesson: Lesson
    ) -> None:
        less = PublishedQuestionFactory(fact__lesson=lesson, fact__importance=1)
        more = PublishedBlankFactory(fact=FactFactory(lesson=lesson, importance=3))
        wish(visitor, "lit:on", lesson)
        page = read(visitor, lesson)

        assert reverse("fact", args=[more.fact.pk]) in page
        assert reverse("fact", args=[less.fact.pk]) not in page
        assert "标出了 1 个知识点" in page

    @pytest.mark.parametrize("forged", ["", "text_size:9", "pinyin", "is_staff:on"])
    def test_what_cannot_be_set(self, browser: Client, lesson: Lesson, forged: str) -> None:
        assert wish(browser, forged, lesson).status_code == 400

    def test_the_way_back_stays_on_the_site(self, visitor: Client) -> None:
        data = {"set": "pinyin:on", "next": "https://example.com/"}

        assert visitor.post(reverse("comfort"), data).headers["Location"] == reverse("courses")

    def test_reading_it_is_not_enough(self, visitor: Client) -> None:
        assert visitor.get(reverse("comfort")).status_code == 405


def url(question: Question) -> str:
    return reverse("fact", args=[question.fact.pk])


def wish(client: Client, what: str, lesson: Lesson) -> HttpResponse:
    return client.post(reverse("comfort"), {"set": what, "next": lesson.get_absolute_url()})


def read(client: Client, lesson: Lesson) -> str:
    return client.get(lesson.get_absolute_url()).content.decode()


def test_another_documents_facts_stay_out(visitor: Client, question: Question) -> None:
    assert 'class="empty' in visitor.get(at("timeline", DocumentFactory())).content.decode()
