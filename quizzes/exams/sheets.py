"""The answer sheet: how each position stands before the exam is handed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quizzes.exams.drafts import what_is_missing
from quizzes.models import Response

State = Literal["answered", "part", "open"]


@dataclass(frozen=True)
class Cell:
    """A position: answered, answered in part (which counts as wrong), or open."""

    position: int
    state: State
    flagged: bool


@dataclass(frozen=True)
class Sheet:
    cells: list[Cell]

    @property
    def answered(self) -> int:
        return sum(cell.state == "answered" for cell in self.cells)

    @property
    def part(self) -> int:
        return sum(cell.state == "part" for cell in self.cells)

    @property
    def open(self) -> int:
        return sum(cell.state == "open" for cell in self.cells)

    @property
    def flagged(self) -> int:
        return sum(cell.flagged for cell in self.cells)

    @property
    def first_unfinished(self) -> int:
        """The first position that is not answered; the first of all when every one is."""
        return next((cell.position for cell in self.cells if cell.state != "answered"), 1)


def sheet(responses: Sequence[Response]) -> Sheet:
    """The answer sheet of a paper."""
    return Sheet([Cell(r.position, state(r), r.flagged) for r in responses])


def state(response: Response) -> State:
    if response.given is None:
        return "open"
    if response.answered_at is None and what_is_missing(response):
        return "part"
    return "answered"
