"""The questions of a document, held in memory while an import changes them."""

from collections import defaultdict
from collections.abc import Iterable

from quizzes.generation.types import Item
from quizzes.importing.source import choices, publishable
from quizzes.importing.upsert import update_rows
from quizzes.models import Document, Fact, Option, Question, Revision
from quizzes.question_rules import Choice
from quizzes.revisions import frozen, says_the_same

FIELDS = ("stem", "explanation", "status", "shelved_status", "confidence", "revision")
BATCH = 500


class Bank:
    """What is there, and what is asked of it; `save` writes the difference."""

    def __init__(self, document: Document) -> None:
        # Held until the import is done; learners' cards may go on pointing at them.
        held = Question.objects.select_for_update(no_key=True, of=("self",))
        self._questions = list(held.filter(fact__document=document))
        self._before = {question.pk: _state(question) for question in self._questions}
        self._generated = {
            (question.fact_id, question.kind): question
            for question in self._questions
            if question.origin == Question.Origin.GENERATED
        }
        self._options: defaultdict[int, list[Option]] = defaultdict(list)
        for option in Option.objects.filter(question__fact__document=document):
            self._options[option.question_id].append(option)
        revisions = Revision.objects.filter(question__fact__document=document)
        self._latest = {revision.question_id: revision for revision in revisions.order_by("number")}
        self._created: list[Question] = []
        self._worded: list[tuple[Question, list[Choice]]] = []

    def generated_on(self, facts: Iterable[Fact]) -> list[Question]:
        """The generated questions on these facts."""
        wanted = {fact.pk for fact in facts}
        return [question for question in self._generated.values() if question.fact_id in wanted]

    def ask(self, fact: Fact, item: Item) -> None:
        """Makes the item a question on the fact, or words the one that is there like it."""
        question = self._generated.get((fact.pk, item.kind))
        if question is None:
            question = Question(fact=fact, kind=item.kind, origin=Question.Origin.GENERATED)
            self._created.append(question)
        elif question.edited_at:
            return
        question.confidence = item.confidence
        published = publishable(item)
        question.status = Question.Status.PUBLISHED if published else Question.Status.DRAFT
        if self._wording(question) != (item.stem, item.explanation, choices(item)):
            question.stem, question.explanation = item.stem, item.explanation
            self._worded.append((question, choices(item)))

    def save(self, facts: Iterable[Fact]) -> None:
        """Writes everything; `facts` are those that questions may be published on."""
        for question in self._created:
            # The first revision, written below: the database wants it named from the start.
            question.revision = int(question.status == Question.Status.PUBLISHED)
        Question.objects.bulk_create(self._created)
        self._save_options()
        self._freeze({fact.pk: fact for fact in facts})
        changed = [one for one in self._questions if self._before[one.pk] != _state(one)]
        update_rows(Question.objects, changed, (*FIELDS, "updated_at"))

    def _wording(self, question: Question) -> tuple[str, str, list[Choice]]:
        options = self._options[question.pk] if question.pk else []
        rows = [Choice(option.text, option.is_key, option.partner) for option in options]
        return question.stem, question.explanation, rows

    def _save_options(self) -> None:
        old = [question.pk for question, _choices in self._worded if self._options[question.pk]]
        for at in range(0, len(old), BATCH):
            Option.objects.filter(question__in=old[at : at + BATCH]).delete()
        for question, rows in self._worded:
            self._options[question.pk] = [
                Option(
                    question=question,
                    question_kind=question.kind,
                    position=position,
                    **row._asdict(),
                )
                for position, row in enumerate(rows)
            ]
        worded = [question.pk for question, _choices in self._worded]
        Option.objects.bulk_create(option for pk in worded for option in self._options[pk])

    def _freeze(self, facts: dict[int, Fact]) -> None:
        """A revision for every published question that says something new."""
        revisions = []
        for question in (*self._questions, *self._created):
            if question.status != Question.Status.PUBLISHED or question.fact_id not in facts:
                continue
            wording = frozen(question, self._options[question.pk], facts[question.fact_id])
            latest = self._latest.get(question.pk)
            if latest and says_the_same(latest, wording):
                wording = latest
            else:
                wording.number = latest.number + 1 if latest else 1
                revisions.append(wording)
            question.revision = wording.number
        Revision.objects.bulk_create(revisions)


def _state(question: Question) -> tuple[object, ...]:
    return tuple(getattr(question, field) for field in FIELDS)
