"""Items of a file → questions, their options and their revisions."""

from collections.abc import Mapping

from quizzes.importing.bank import Bank
from quizzes.importing.comparison import Comparison
from quizzes.importing.source import Source
from quizzes.models import Document, Fact, Question


def save_questions(
    document: Document, source: Source, comparison: Comparison, facts: Mapping[str, Fact]
) -> None:
    """Writes the questions of the file's items; `facts` are the rows of its facts.

    A question that an instructor edited, published, withdrew or retired is left as it is; the
    others follow the generator. Questions of facts that are gone are shelved, and come back with
    their fact.
    """
    bank = Bank(document)
    for question in bank.generated_on(facts.values()):
        _unshelve(question)
    asked = {(facts[item.fact.fingerprint].pk, item.kind) for item in source.items}
    for question in bank.generated_on(facts.values()):
        if (question.fact_id, question.kind) not in asked and not question.edited_at:
            question.status = Question.Status.RETIRED
    for question in bank.generated_on([*comparison.gone, *comparison.staying]):
        _shelve(question)
    for item in source.items:
        bank.ask(facts[item.fact.fingerprint], item)
    bank.save([*facts.values(), *comparison.staying])


def _shelve(question: Question) -> None:
    if question.status != Question.Status.RETIRED:
        question.shelved_status = question.status
        question.status = Question.Status.RETIRED


def _unshelve(question: Question) -> None:
    if question.shelved_status:
        question.status = question.shelved_status
        question.shelved_status = ""
