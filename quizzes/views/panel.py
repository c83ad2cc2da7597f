"""What the question's panel shows before the answer and after it, and what its form sends."""

from django.http import QueryDict

from quizzes.judging import MAX_CHARACTERS, Given
from quizzes.models import Question, Response, Revision
from quizzes.showing import shown

FIELD = "given"


def posted(data: QueryDict) -> Given:
    """What a form sent: `given`, once or several times, or `given-…`, one for each row."""
    rows = {
        name.removeprefix(f"{FIELD}-"): value
        for name, value in data.items()
        if name.startswith(f"{FIELD}-")
    }
    if rows:
        return {name: str(value) for name, value in rows.items()}
    values = data.getlist(FIELD)
    return values if len(values) > 1 else "".join(values)


def inputmode(revision: Revision) -> str:
    """Which keyboard a phone opens: figures where every accepted answer is one."""
    if revision.kind != Question.Kind.FILL_BLANK:
        return ""
    texts = [str(option["text"]) for option in revision.options] or [revision.answer]
    if all(text.isdecimal() for text in texts):
        return "numeric"
    if all(text.replace(".", "", 1).isdecimal() for text in texts):
        return "decimal"
    return "text"


def context(
    response: Response, *, refused: Given | None = None, **more: object
) -> dict[str, object]:
    """Everything the panel's templates need; the key only after the answer is in.

    `refused` is an answer that could not be taken and stays on the screen.
    """
    return {
        "response": response,
        "revision": response.revision,
        "fact": response.fact,
        "shown": shown(response, refused),
        "longest": MAX_CHARACTERS,
        "inputmode": inputmode(response.revision),
        **more,
    }
