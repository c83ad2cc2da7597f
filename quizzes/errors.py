"""What can go wrong for a learner, in words they can act on."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class StudyError(Exception):
    """Nothing was saved; `message` says what is wrong and what to do, in the reader's language."""

    def __init__(self, message: "_StrPromise | str") -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)
