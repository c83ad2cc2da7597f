"""What a learner keeps of a question: a favourite, a note of their own, a report that it is wrong.

All of it is tied to the question, not to a wording, and so survives its edits.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quizzes.errors import StudyError
from quizzes.models import Favourite, Note, Question, Report, User

PLACE = ("question__fact__lesson", "question__fact__document")
HEAVY = ("question__fact__lesson__body", "question__fact__document__text")


class NoteTooLong(StudyError):  # noqa: N818
    """A note of more than `Note.LONGEST` characters."""


class ReportRefused(StudyError):  # noqa: N818
    """A report without a reason, or whose words are missing or too long."""


@dataclass(frozen=True)
class Kept:
    """What a learner has kept of a question; `report` is the latest one, if there is any."""

    question: int
    favourite: bool
    note: str
    report: Report | None


def kept(learner: User, question: int) -> Kept:
    """In one query."""
    mine = {"learner": learner, "question": OuterRef("pk")}
    reports = Report.objects.filter(**mine).order_by("-created_at", "-pk")
    row = Question.objects.filter(pk=question).values_list(
        Exists(Favourite.objects.filter(**mine)),
        Subquery(Note.objects.filter(**mine).values("text")),
        Subquery(reports.values("state")[:1]),
        Subquery(reports.values("reason")[:1]),
    )
    favourite, note, state, reason = row.get()
    report = Report(state=state, reason=reason) if state else None
    return Kept(question, favourite=favourite, note=note or "", report=report)


def questions() -> QuerySet[Question]:
    """Those that learners may have met."""
    return Question.objects.exclude(status=Question.Status.DRAFT)


def set_favourite(learner: User, question: Question, *, wanted: bool) -> None:
    """Twice the same changes nothing."""
    if wanted:
        Favourite.objects.get_or_create(learner=learner, question=question)
    else:
        Favourite.objects.filter(learner=learner, question=question).delete()


def write_note(learner: User, question: Question, text: str, now: datetime | None = None) -> None:
    """Keeps the note; an empty one is taken away. Raises NoteTooLong."""
    text = plain(text)
    if len(text) > Note.LONGEST:
        raise NoteTooLong(
            _("笔记最多 %(most)d 个字，现在有 %(length)d 个。请删短一些再保存。")
            % {"most": Note.LONGEST, "length": len(text)}
        )
    if not text:
        Note.objects.filter(learner=learner, question=question).delete()
        return
    Note.objects.update_or_create(
        learner=learner,
        question=question,
        defaults={"text": text, "updated_at": now or timezone.now()},
    )


def report(learner: User, question: Question, reason: str, words: str) -> Report:
    """Tells the instructors what is wrong; while a report is open, a second one is the first.

    Raises ReportRefused.
    """
    words = plain(words)
    if reason not in Report.Reason.values:
        raise ReportRefused(_("请选一下哪里有误，再提交。"))
    if reason == Report.Reason.OTHER and not words:
        raise ReportRefused(_("选“其他”时，请写几个字，说明哪里有误。"))
    if len(words) > Report.LONGEST:
        raise ReportRefused(
            _("说明最多 %(most)d 个字，现在有 %(length)d 个。请删短一些再提交。")
            % {"most": Report.LONGEST, "length": len(words)}
        )
    made, _created = Report.objects.get_or_create(
        learner=learner,
        question=question,
        state=Report.State.NEW,
        defaults={"reason": reason, "words": words, "revision": question.revision},
    )
    return made


def close(
    reports: QuerySet[Report], state: Report.State, by: User, now: datetime | None = None
) -> int:
    """Marks open reports as mended or declined; returns how many were open."""
    still_open = reports.filter(state=Report.State.NEW)
    return still_open.update(state=state, closed_at=now or timezone.now(), closed_by=by)


def plain(text: str) -> str:
    """The text as it is kept: line ends as \\n, no NUL, which PostgreSQL takes in no text."""
    return text.replace("\0", "").replace("\r\n", "\n").strip()


def favourites(learner: User) -> QuerySet[Favourite]:
    """The newest first, each with the question and where it stands."""
    mine = Favourite.objects.filter(learner=learner).order_by("-added_at", "-pk")
    return mine.select_related(*PLACE).defer(*HEAVY)


def notes(learner: User) -> QuerySet[Note]:
    """The one written last first, each with the question and where it stands."""
    mine = Note.objects.filter(learner=learner).order_by("-updated_at", "-pk")
    return mine.select_related(*PLACE).defer(*HEAVY)
