"""Mock exams: a paper drawn by a blueprint, answered against the clock, graded at its end."""

from quizzes.exams.drafts import what_is_missing
from quizzes.exams.records import (
    ExamResult,
    best_score,
    courses,
    earlier,
    exam_result,
    offer,
    record_of,
    share,
    still_open,
)
from quizzes.exams.sheets import Sheet, sheet
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
    "Sheet",
    "best_score",
    "close_overdue",
    "courses",
    "earlier",
    "exam_result",
    "exams",
    "hand_in",
    "is_overdue",
    "offer",
    "open_exam",
    "record_of",
    "save_answer",
    "share",
    "sheet",
    "still_open",
    "what_is_missing",
]
