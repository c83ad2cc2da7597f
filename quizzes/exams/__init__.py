"""Mock exams: a paper drawn by a blueprint, answered against the clock, graded at its end."""

from quizzes.exams.drafts import what_is_missing
from quizzes.exams.plans import offered
from quizzes.exams.records import (
    ExamResult,
    best_score,
    earlier,
    exam_result,
    record_of,
    share,
)
from quizzes.exams.sitting import (
    ExamOver,
    NothingToExamine,
    close_overdue,
    exams,
    hand_in,
    is_overdue,
    open_exam,
    save_answer,
)

__all__ = [
    "ExamOver",
    "ExamResult",
    "NothingToExamine",
    "best_score",
    "close_overdue",
    "earlier",
    "exam_result",
    "exams",
    "hand_in",
    "is_overdue",
    "offered",
    "open_exam",
    "record_of",
    "save_answer",
    "share",
    "what_is_missing",
]
