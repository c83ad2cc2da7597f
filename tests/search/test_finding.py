"""Search: what is found, in which order, and where it leads."""

import pytest

from quizzes import search
from quizzes.models import Document, Lesson, SearchEntry
from quizzes.search import find, finding, index_document, read_query
from tests.factories import (
    LessonFactory,
)
from tests.search.helpers import BODY, lessons


def marked(typed: str) -> list[str]:
    found = find(read_query(typed), None, only="lessons")
    return [
        part.text
        for group in found.groups
        for hit in group.hits
        for part in hit.parts
        if part.marked
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "班列",
        "义新欧",
        "“义新欧”",
        "义新欧中欧班列",
        "義新歐",
        "14条",
        "１４条",
        "14 条",
        "線路 亚欧",
        "48个国家",
        "《班列》",
        "开通运输线路14条，联通亚欧大陆",
        "14",
    ],
)
def test_finds_the_sentence(book: Document, typed: str) -> None:
    assert lessons(typed) == [BODY[: BODY.index("\n")]]


@pytest.mark.parametrize("typed", ["1373亿元", "1,373", "１３７３亿", "3.5%", "增长３.5％"])
def test_numbers_in_any_width(book: Document, typed: str) -> None:
    assert lessons(typed) == ["外贸总额1,373亿元，增长3.5％。"]


@pytest.mark.parametrize("typed", ["4条", "202", "373亿", "班车", "义欧", "班列 飞机", "条，联系"])
def test_what_the_text_does_not_say_is_not_found(book: Document, typed: str) -> None:
    assert lessons(typed) == []


def test_a_number_is_not_found_inside_a_longer_one(book: Document) -> None:
    assert lessons("114条") == ["又建114条村道。"]


def test_the_words_are_marked(book: Document) -> None:
    assert marked("義新歐 14条 亚欧") == ["义新欧", "14条", "亚欧"]


@pytest.mark.parametrize("typed", ["", " ", "义", "5", "义 乌", "，。", "“”", "\0"])
def test_less_than_two_signs_are_too_short(typed: str) -> None:
    assert read_query(typed).is_too_short


def test_one_sign_beside_a_word_narrows_it(book: Document) -> None:
    assert lessons("设立 区") == ["2020年4月，国务院同意设立义乌综合保税区。"]
    assert lessons("设立 洋") == []


def test_a_long_query_is_cut() -> None:
    query = read_query("义乌" * 10_000)

    assert query.shortened
    assert len(query.text) == search.LONGEST


def test_titles_then_headings_then_the_phrase_then_the_words(document: Document) -> None:
    words, phrase, heading = "市场要发展。", "谈市场发展。", "市场与发展"
    LessonFactory(document=document, body=f"{words}\n{phrase}\n", heading="一节", number="")
    LessonFactory(document=document, body="", heading=heading, number="")
    Document.objects.filter(pk=document.pk).update(title="发展市场")
    document.refresh_from_db()
    index_document(document)

    assert lessons("市场 发展") == ["发展市场", heading, phrase, words]


def test_sentences_come_as_they_are_read(book: Document) -> None:
    LessonFactory(document=book, body="义乌好。市场大。义乌的市场。", heading="节", number="")
    index_document(book)

    assert lessons("义乌") == [
        book.title,
        "2020年4月，国务院同意设立义乌综合保税区。",
        "义乌好。",
        "义乌的市场。",
    ]


def test_a_sentence_leads_to_its_place(book: Document, lesson: Lesson) -> None:
    entry = SearchEntry.objects.get(text__startswith="2020年4月")
    start = lesson.body_start + BODY.index("2020年4月")

    assert entry.get_absolute_url() == (
        f"{lesson.get_absolute_url()}?from={start}&to={start + len(entry.text)}#mark"
    )


def test_a_title_leads_to_its_course(book: Document) -> None:
    assert SearchEntry.objects.get(kind="title").get_absolute_url() == book.get_absolute_url()


def many(document: Document, count: int) -> None:
    LessonFactory(document=document, body="\n".join(f"义乌第{n}年。" for n in range(count)))
    index_document(document)


def test_pages(document: Document) -> None:
    Document.objects.filter(pk=document.pk).update(title="书")
    many(document, 45)
    first, last = (
        find(read_query("义乌"), None, only="lessons", page=page).groups[0] for page in (1, 99)
    )

    assert (first.count, first.pages, first.first, first.last) == (46, 3, 1, 20)
    assert (last.page, len(last.hits), last.last) == (3, 6, 46)
    assert not {hit.entry.pk for hit in first.hits} & {hit.entry.pk for hit in last.hits}


def test_too_many(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MOST", 30)
    many(document, 45)
    (group,) = find(read_query("义乌"), None, only="lessons", page=99).groups

    assert group.is_capped
    assert (group.count, group.page, group.last) == (30, 2, 30)
