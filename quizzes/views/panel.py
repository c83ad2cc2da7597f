"""What the question's panel shows, before the answer and after it."""

from quizzes.grading import MAX_CHARACTERS, shown
from quizzes.models import Response, Revision


def inputmode(revision: Revision) -> str:
    """Which keyboard a phone opens: figures where every accepted answer is one."""
    texts = [str(option["text"]) for option in revision.options] or [revision.answer]
    if all(text.isdecimal() for text in texts):
        return "numeric"
    if all(text.replace(".", "", 1).isdecimal() for text in texts):
        return "decimal"
    return "text"


def context(response: Response, **more: object) -> dict[str, object]:
    """Everything the panel's templates need; the key only after the answer is in."""
    what = shown(response)
    return {
        "response": response,
        "revision": response.revision,
        "fact": response.fact,
        "shown": what,
        "given": what.given,
        "longest": MAX_CHARACTERS,
        "inputmode": inputmode(response.revision),
        **more,
    }
