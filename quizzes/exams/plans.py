"""What a document's exam papers are drawn by: its plan, or what suits its text."""

from collections import Counter
from collections.abc import Iterable

from quizzes.exams.blueprint import Blueprint, Topic, draw
from quizzes.models import Document, ExamPlan, Fact, Lesson, Question

Parents = dict[int, int | None]


def blueprint_and_topics(document: Document) -> tuple[Blueprint, list[Topic]]:
    """What a paper is drawn by and from, in six queries at most."""
    plan = ExamPlan.objects.filter(document=document).first() or ExamPlan(document=document)
    shares = dict(plan.sections.values_list("lesson_id", "share")) if plan.pk else {}
    kinds = dict(plan.kinds.values_list("kind", "share")) if plan.pk else {}
    parents = parents_in(document)
    section_of = {pk: section(pk, parents, shares) for pk in parents}
    if not shares:
        section_of = parts(parents)
    topics = topics_of(document, section_of)
    blueprint = Blueprint(
        size=plan.size,
        minutes=plan.minutes,
        sections=shares or Counter(topic.section for topic in topics),
        important=plan.important_share / 100,
        **({"kinds": kinds} if kinds else {}),
    )
    return blueprint, topics


def offered(document: Document) -> tuple[int, int]:
    """How many questions an exam on `document` has now, and how many minutes."""
    blueprint, topics = blueprint_and_topics(document)
    return len(draw(blueprint, topics, "")), blueprint.minutes


def parents_in(document: Document) -> Parents:
    """The lessons of a document in the order of its text, each with its parent."""
    lessons = Lesson.objects.filter(document=document).order_by("order")
    return dict(lessons.values_list("pk", "parent_id"))


def path(lesson: int, parents: Parents) -> list[int]:
    """A lesson with all it stands under, the outermost first."""
    found: list[int] = []
    above: int | None = lesson
    while above in parents and above not in found:
        found.append(above)
        above = parents[above]
    return found[::-1]


def section(lesson: int, parents: Parents, shares: Iterable[int]) -> int:
    """The section of a plan that a lesson stands in; 0 when it stands in none."""
    return next((pk for pk in path(lesson, parents) if pk in shares), 0)


def parts(parents: Parents) -> dict[int, int]:
    """The part of the document that each lesson stands in: on the first level with several."""
    paths = {pk: path(pk, parents) for pk in parents}
    depth = max(map(len, paths.values()), default=1)
    level = next(
        (at for at in range(depth) if len({p[at] for p in paths.values() if len(p) > at}) > 1), 0
    )
    return {pk: above[min(level, len(above) - 1)] for pk, above in paths.items()}


def topics_of(document: Document, section_of: dict[int, int]) -> list[Topic]:
    """The facts that can be asked, in the order of the text."""
    kinds: dict[int, set[str]] = {}
    published = Question.objects.filter(
        fact__document=document, status=Question.Status.PUBLISHED, revision__gte=1
    )
    for fact, kind in published.order_by().values_list("fact_id", "kind"):
        kinds.setdefault(fact, set()).add(kind)
    facts = Fact.objects.askable().filter(document=document)
    rows = facts.values_list("pk", "importance", "evidence_start", "evidence_end", "lesson_id")
    return [
        Topic(pk, importance, start, end, section_of.get(lesson, 0), frozenset(kinds[pk]))
        for pk, importance, start, end, lesson in rows
        if pk in kinds
    ]
