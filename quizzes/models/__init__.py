from quizzes.models.bank import Fact, Question
from quizzes.models.content import Document, Lesson, Upload
from quizzes.models.memory import MemoryParameters
from quizzes.models.options import Option, Revision
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
    "MemoryParameters",
    "Option",
    "Question",
    "Response",
    "Revision",
    "Upload",
    "User",
]
