"""How far a learner has read."""

from datetime import datetime

from django.utils import timezone

from quizzes.models import Lesson, LessonRead, User


def open_lesson(learner: User, lesson: Lesson, now: datetime | None = None) -> LessonRead:
    """Remembers that the lesson was opened; the answer says where reading stopped last."""
    now = now or timezone.now()
    read, _ = LessonRead.objects.get_or_create(
        learner=learner, lesson=lesson, defaults={"offset": lesson.body_start}
    )
    save(read, read_at=now)
    return read


def keep_place(learner: User, lesson: Lesson, offset: int, now: datetime | None = None) -> None:
    """Remembers `offset`, in the document's text; reaching the last paragraph finishes the lesson.

    An offset outside the lesson is ignored: it comes from a page of an older revision.
    """
    if not lesson.body_start <= offset <= lesson.body_start + len(lesson.body):
        return
    now = now or timezone.now()
    read = open_lesson(learner, lesson, now)
    save(read, offset=offset)
    if offset >= last_paragraph(lesson):
        mark_finished(read, now)


def finish(learner: User, lesson: Lesson, now: datetime | None = None) -> None:
    """Marks the lesson as read; when it was read before, that time stays."""
    now = now or timezone.now()
    mark_finished(open_lesson(learner, lesson, now), now)


def mark_finished(read: LessonRead, now: datetime) -> None:
    if read.finished_at is None:
        save(read, finished_at=now)


def last_paragraph(lesson: Lesson) -> int:
    """Where, in the document's text, the lesson's last paragraph begins."""
    return lesson.body_start + lesson.body.rstrip().rfind("\n") + 1


def save(read: LessonRead, **fields: datetime | int) -> None:
    """Saves just these fields; `save()` would put the server's clock into `read_at`."""
    LessonRead.objects.filter(pk=read.pk).update(**fields)
    for name, value in fields.items():
        setattr(read, name, value)
