"""What a file changes in the document that is there: which facts stay, return, come and go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizzes.importing.matching import match_facts
from quizzes.importing.source import Source
from quizzes.models import Document, Fact, Question


@dataclass(frozen=True, slots=True)
class Comparison:
    """The facts of a document beside those of a file.

    `matched` has the row of each fact of the file that was there before, by its fingerprint.
    `gone` are the facts in use whose sentence left the text. `staying` are those that an
    instructor made or put a question of their own on: these never leave, even when their
    sentence does.
    """

    matched: Mapping[str, Fact]
    gone: Sequence[Fact]
    staying: Sequence[Fact]
    added: int

    @property
    def kept(self) -> int:
        return sum(fact.retired_at is None for fact in self.matched.values())

    @property
    def revived(self) -> int:
        return len(self.matched) - self.kept


def compare(document: Document | None, source: Source) -> Comparison:
    """What the file would change; `document` is None for a new one."""
    if document is None:
        return Comparison({}, (), (), len(source.facts))
    rows = list(Fact.objects.filter(document=document))
    generated = [row for row in rows if row.kind != Fact.Kind.AUTHORED]
    matched = match_facts(generated, source.facts, source.text)
    known = {row.pk for row in matched.values()}
    left = [row for row in rows if row.pk not in known and row.retired_at is None]
    own = _with_questions_by_hand(document)
    staying = [row for row in left if row.kind == Fact.Kind.AUTHORED or row.pk in own]
    kept = {row.pk for row in staying}
    return Comparison(
        matched=matched,
        gone=[row for row in left if row.pk not in kept],
        staying=staying,
        added=len(source.facts) - len(matched),
    )


def _with_questions_by_hand(document: Document) -> set[int]:
    """The facts with a question in use that an instructor wrote."""
    questions = Question.objects.filter(fact__document=document)
    by_hand = questions.exclude(origin=Question.Origin.GENERATED)
    return set(by_hand.exclude(status=Question.Status.RETIRED).values_list("fact_id", flat=True))
