from quizzes.models.bank import Fact, Question
from quizzes.models.certificates import Certificate, CertificateRule
from quizzes.models.content import Document, Lesson, Upload
from quizzes.models.exams import ExamKind, ExamPlan, ExamRecord, ExamSection
from quizzes.models.keeping import Favourite, Mistake, Note, Record, Report
from quizzes.models.memory import MemoryParameters
from quizzes.models.options import Option, Revision
from quizzes.models.people import User
from quizzes.models.search import SearchEntry
from quizzes.models.study import Attempt, Card, Day, LessonRead, Response
from quizzes.models.tally import Tally

__all__ = [
    "Attempt",
    "Card",
    "Certificate",
    "CertificateRule",
    "Day",
    "Document",
    "ExamKind",
    "ExamPlan",
    "ExamRecord",
    "ExamSection",
    "Fact",
    "Favourite",
    "Lesson",
    "LessonRead",
    "MemoryParameters",
    "Mistake",
    "Note",
    "Option",
    "Question",
    "Record",
    "Report",
    "Response",
    "Revision",
    "SearchEntry",
    "Tally",
    "Upload",
    "User",
]
