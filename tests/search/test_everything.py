"""Search whatever is typed, on either database."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from quizzes.models import Document, SearchEntry
from quizzes.search import find, index_document, read_query
from quizzes.search.folding import fold, tokens
from tests.factories import (
    DocumentFactory,
    LessonFactory,
    UserFactory,
)

HOSTILE = [
    '"义乌" OR 1',
    "NEAR(义乌 市场)",
    "义乌*",
    "tokens:义乌",
    "'; DROP TABLE x; --",
    "义乌 & 市场",
    "!义乌",
    "(义乌",
    "义乌<->市场",
    "{a b}:c",
    "^义乌",
    "-义乌 \0市",
    "\ud800义乌",
    "%_%",
    "\\\\'义乌",
    ":sentence",
    "NOT 义乌",
]
TEXTS = st.text(alphabet=st.sampled_from("义乌市場场发展14条，,. 。“”aＡ５1|%\n"), max_size=40)


@given(st.text())
def test_places_lead_back(text: str) -> None:
    folded = fold(text)

    assert len(folded.text) == len(folded.places)
    assert folded.places == sorted(folded.places)
    assert all(0 <= place < len(text) for place in folded.places)


@given(st.text())
def test_tokens_are_safe_in_a_query(text: str) -> None:
    for token in tokens(fold(text).text):
        assert all(sign.isalnum() or sign in "%‰°." for sign in token)


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_means_something_to_a_database_means_nothing_here(typed: str, book: Document) -> None:
    find(read_query(typed), UserFactory())


class TestEverything(TestCase):
    """What the index finds is what reading every sentence would find."""

    def setUp(self) -> None:
        self.learner = UserFactory()

    @settings(max_examples=60)
    @given(typed=st.text(max_size=150))
    def test_nothing_typed_is_an_error(self, typed: str) -> None:
        find(read_query(typed), self.learner)

    @settings(max_examples=60)
    @given(body=TEXTS, typed=TEXTS)
    def test_the_index_agrees_with_the_text(self, body: str, typed: str) -> None:
        query = read_query(typed)
        if query.is_too_short:
            return
        document = DocumentFactory(title="书")
        LessonFactory(document=document, heading="节", number="", body=body)
        index_document(document)
        rows = SearchEntry.objects.filter(document=document)
        expected = {row.pk for row in rows if all(word in row.folded for word in query.words)}
        (group,) = find(query, None, only="lessons", document=document).groups

        assert {hit.entry.pk for hit in group.hits} == expected
