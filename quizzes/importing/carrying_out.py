"""What was planned, written: one transaction, one import at a time."""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from quizzes.importing.comparison import compare
from quizzes.importing.fact_rows import save_facts
from quizzes.importing.lesson_rows import save_lessons
from quizzes.importing.plan import Plan, earlier, same_file
from quizzes.importing.question_rows import save_questions
from quizzes.importing.source import Source
from quizzes.models import Document
from quizzes.publishing import recount
from quizzes.search import index_document

Progress = Callable[[float], None]


def carry_out(plan: Plan, progress: Progress | None = None) -> Document:
    """Writes what was planned, all of it or nothing, and returns the document.

    The comparison is made again with what the database holds by now: when two run at once, the
    second finds what the first wrote. `progress` is told the share that is done, from 0 to 1.
    """
    tell = progress or (lambda _share: None)
    if plan.source is None:
        if plan.document is None:
            raise ValueError("A plan without a source names the document that stays as it is.")
        return plan.document
    with transaction.atomic():
        _wait_for_other_imports()
        if same := same_file(plan.source.sha256, plan.revises):
            return same
        document = _write(plan, plan.source, tell)
    tell(1.0)
    return document


def _write(plan: Plan, source: Source, tell: Progress) -> Document:
    now = timezone.now()
    target = None if plan.as_new else plan.revises or earlier(source.name, source.outline.title)
    comparison = compare(target, source)
    document = _save_document(target, plan, source)
    tell(0.1)
    lessons = save_lessons(document, source.lessons, now)
    tell(0.2)
    facts = save_facts(document, source, comparison, lessons, now)
    tell(0.4)
    save_questions(document, source, comparison, facts)
    tell(0.9)
    recount(document.lessons.all())
    index_document(document)
    return document


def _save_document(target: Document | None, plan: Plan, source: Source) -> Document:
    document = target or Document(revision=0)
    document.title = plan.title
    document.byline = plan.byline
    document.source_name = source.name
    document.sha256 = source.sha256
    document.text = source.text
    document.revision += 1
    document.save()
    return document


def _wait_for_other_imports() -> None:
    """Holds a row that every import holds, until the transaction ends.

    SQLite lets one transaction write at a time anyway.
    """
    kind = ContentType.objects.get_for_model(Document)
    ContentType.objects.select_for_update(no_key=True).get(pk=kind.pk)
