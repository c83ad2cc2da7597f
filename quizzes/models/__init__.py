from quizzes.models.bank import Fact, Question
from quizzes.models.certificates import Certificate, CertificateRule
from quizzes.models.content import Document, Lesson, Upload
from quizzes.models.options import Option, Revision
from quizzes.models.people import User
from quizzes.models.study import Attempt, Card, Day, LessonRead, Response

__all__ = [
    "Attempt",
    "Card",
    "Certificate",
    "CertificateRule",
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
