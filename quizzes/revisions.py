"""The wording of a question, frozen: what papers show and grades go by."""

from collections.abc import Iterable, Sequence

from quizzes.models import Fact, Option, Question, Revision

SAYS = ("kind", "stem", "options", "answer", "explanation", "evidence", "mark_start", "mark_end")


def frozen(question: Question, options: Sequence[Option], fact: Fact) -> Revision:
    """The wording of a question as it stands now: an unsaved revision without a number."""
    mark = _mark(fact)
    return Revision(
        question=question,
        kind=question.kind,
        stem=question.stem,
        options=[_row(option, question.kind) for option in options],
        answer=_answer(question.kind, options),
        explanation=question.explanation,
        evidence=fact.evidence,
        mark_start=mark[0] if mark else None,
        mark_end=mark[1] if mark else None,
    )


def answer_text(question: Question) -> str:
    """The key in words: all of it, or of the accepted answers the best."""
    return _answer(question.kind, question.options.all())


def _row(option: Option, kind: str) -> dict[str, object]:
    row: dict[str, object] = {"id": option.code, "text": option.text, "is_key": option.is_key}
    if kind == Question.Kind.MATCHING:
        row |= {"partner": option.partner, "partner_id": option.partner_code}
    return row


def _answer(kind: str, options: Iterable[Option]) -> str:
    keys = [option for option in options if option.is_key]
    if kind == Question.Kind.MATCHING:
        return "；".join(f"{option.text} — {option.partner}" for option in keys)
    if kind == Question.Kind.ORDERING:
        return " → ".join(option.text for option in keys)
    if kind == Question.Kind.MULTIPLE_CHOICE:
        return "、".join(option.text for option in keys)
    return keys[0].text if keys else ""


def says_the_same(one: Revision, other: Revision) -> bool:
    return all(getattr(one, field) == getattr(other, field) for field in SAYS)


def _mark(fact: Fact) -> tuple[int, int] | None:
    """Where the answer stands in the fact's evidence."""
    if fact.evidence_start is not None and fact.answer_start is not None:
        end = fact.answer_end or fact.answer_start
        return fact.answer_start - fact.evidence_start, end - fact.evidence_start
    at = fact.evidence.find(fact.answer)
    return (at, at + len(fact.answer)) if fact.answer and at >= 0 else None


def freeze(question: Question) -> Revision:
    """The revision that says what the question says now: the latest, or a new one.

    Sets and saves `question.revision`. Call it inside a transaction that holds the question.
    """
    wording = frozen(question, list(question.options.all()), question.fact)
    latest = question.revisions.order_by("-number").first()
    if latest and says_the_same(latest, wording):
        wording = latest
    else:
        wording.number = latest.number + 1 if latest else 1
        wording.save()
    question.revision = wording.number
    question.save(update_fields=["revision", "updated_at"])
    return wording
