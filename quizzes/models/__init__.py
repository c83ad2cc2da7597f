from quizzes.models.bank import Fact, Option, Question, Revision
from quizzes.models.content import Document, Lesson, Upload
from quizzes.models.people import User
from quizzes.models.study import Attempt, Card, Day, LessonRead, Response

__all__ = [
    "Attempt",
    "Card",
    "Day",
    "Document",
    "Fact",
    "Lesson",
    "LessonRead",
    "Option",
    "Question",
    "Response",
    "Revision",
    "Upload",
    "User",
]
