"""The facts that a page on the whole document is made of, and what published questions state."""

import re
from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from quizzes.models import Document, Fact, Question, Revision

GAP = re.compile(r"_{2,}|＿{2,}")
HINT = re.compile(r"（填[^（）]*）$")
ASKS_FOR_A_CHANGE = "有怎样的变化？"
NUMERAL = re.compile(r"\d[\d.]*")
STATING = (Question.Kind.FILL_BLANK, Question.Kind.SINGLE_CHOICE)


def facts_of(document: Document) -> QuerySet[Fact]:
    """What the document says, each with its lesson, in the order of the text.

    Facts without a question that was let stand are among them: their sentence is the document's.
    """
    facts = Fact.objects.filter(document=document, retired_at=None, lesson__retired_at=None)
    here = facts.exclude(evidence="").select_related("lesson").defer("lesson__body")
    return here.order_by("lesson__order", "position", "pk")


def mentioning(facts: QuerySet[Fact], words: str) -> QuerySet[Fact]:
    """Those of `facts` whose sentence, answer or published question has `words` in it."""
    if not words:
        return facts
    asked = Question.objects.filter(
        fact=OuterRef("pk"), status=Question.Status.PUBLISHED, stem__icontains=words
    )
    said = Q(evidence__icontains=words) | Q(answer__icontains=words)
    return facts.filter(said | Exists(asked))


def statements(facts: Iterable[Fact]) -> dict[int, str]:
    """What published questions state of each fact, with the answer in it, by fact; one query.

    A fact that no such question states is left out: its sentence has to speak for it.
    """
    by_id = {fact.pk: fact for fact in facts}
    wordings = Revision.objects.filter(
        number=F("question__revision"),
        kind__in=STATING,
        question__status=Question.Status.PUBLISHED,
        question__fact__in=by_id,
    )
    found: dict[int, str] = {}
    for wording in wordings.select_related("question").order_by("kind", "question_id"):
        fact = by_id[wording.question.fact_id]
        if fact.pk not in found and (text := statement(wording, fact)):
            found[fact.pk] = text
    return found


def statement(wording: Revision, fact: Fact) -> str:
    """A question with its answer put in; empty where that makes no sentence that says the fact."""
    stem = HINT.sub("", wording.stem.strip()).removeprefix("据课文，")
    if wording.kind == Question.Kind.FILL_BLANK and len(GAP.findall(stem)) == 1:
        accepted = wording.options[0]["text"] if wording.options else wording.answer
        text = GAP.sub(lambda _gap: accepted, stem)
    elif fact.kind == Fact.Kind.CHANGE and stem.endswith(ASKS_FOR_A_CHANGE):
        text = f"{stem.removesuffix(ASKS_FOR_A_CHANGE)}{fact.answer}。"
    else:
        return ""
    whole = all(numeral in text for numeral in NUMERAL.findall(fact.answer))
    return text if whole else ""
