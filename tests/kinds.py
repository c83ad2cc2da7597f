"""Questions of every kind, and how a right answer to each is given."""

from quizzes.judging import Given, right_answer
from quizzes.models import Question, Revision
from tests.factories import PublishedBlankFactory, PublishedQuestionFactory

TRAITS = {
    "single_choice": {},
    "true_false": {"true_false": True},
    "multiple_choice": {"several": True},
    "matching": {"matching": True},
    "ordering": {"ordering": True},
}
KINDS = [*TRAITS, "fill_blank"]
NEW_KINDS = KINDS[1:-1]


def published(kind: str, **fields: object) -> Question:
    if kind == "fill_blank":
        return PublishedBlankFactory(**fields)
    return PublishedQuestionFactory(**TRAITS[kind], **fields)


def right(revision: Revision) -> Given:
    """The right answer as it is given: an order as the place of each thing."""
    answer: Given = right_answer(revision)
    if revision.kind == "ordering":
        return {one: str(place) for place, one in enumerate(answer, start=1)}
    return answer


def wrong(revision: Revision) -> Given:
    """A whole answer that is wrong."""
    ids = [option["id"] for option in revision.options]
    match revision.kind:
        case "fill_blank":
            return "不知道"
        case "multiple_choice":
            return ids
        case "matching":
            partners = [option["partner_id"] for option in revision.options]
            return dict(zip(ids, [*partners[1:], partners[0]], strict=True))
        case "ordering":
            return {one: str(place) for place, one in enumerate(reversed(ids), start=1)}
    return str(ids[1])


def form(given: Given) -> dict[str, object]:
    """The fields that a browser sends for it."""
    if isinstance(given, dict):
        return {f"given-{name}": value for name, value in given.items()}
    return {"given": given}
