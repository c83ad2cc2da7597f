"""Reading: the list of courses, a course's outline, a lesson."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import certificates, comfort, progress, reading
from quizzes.models import Document, Fact, Lesson, LessonRead, User
from quizzes.views.access import LearnerRequest, signed_in
from quizzes.views.passages import Mark, fact_marks, paragraphs


@require_safe
def courses(request: HttpRequest) -> HttpResponse:
    live = Count("lessons", filter=Q(lessons__retired_at=None))
    documents = Document.objects.defer("text").annotate(lesson_count=live)
    return render(request, "courses/courses.html", {"documents": documents})


@require_safe
def course(request: HttpRequest, pk: int) -> HttpResponse:
    document = get_object_or_404(Document.objects.defer("text"), pk=pk)
    learner = request.user if request.user.is_authenticated else None
    context = {
        "document": document,
        "sections": progress.course(learner, document),
        "reading": last_read(learner, document) if learner else None,
        "standing": certificates.standing(learner, document) if learner else None,
    }
    return render(request, "courses/course.html", context)


def last_read(learner: User, document: Document) -> LessonRead | None:
    reads = LessonRead.objects.filter(
        learner=learner, lesson__document=document, lesson__retired_at=None, finished_at=None
    )
    return reads.select_related("lesson").defer("lesson__body").order_by("-read_at").first()


@require_safe
def lesson(request: HttpRequest, pk: int) -> HttpResponse:
    lesson = find_lesson(pk)
    outline = Lesson.objects.filter(document=lesson.document_id, retired_at=None)
    lessons = list(outline.defer("body").order_by("order"))
    here = next((at for at, other in enumerate(lessons) if other.pk == pk), 0)
    facts = list(Fact.objects.askable().filter(lesson=lesson))
    wanted = asked_for(request)
    likes = comfort.comfort(request.user, request.session)
    read = None
    if request.user.is_authenticated:
        read = reading.open_lesson(request.user, lesson)
    marks = fact_marks(facts) if likes.lit else []
    context = {
        "lesson": lesson,
        "lessons": lessons,
        "children": [other for other in lessons if other.parent_id == pk],
        "previous": lessons[here - 1] if here else None,
        "next": lessons[here + 1] if here + 1 < len(lessons) else None,
        "paragraphs": paragraphs(lesson, [*wanted, *marks], pinyin=likes.pinyin),
        "likes": likes,
        "marks": len(marks),
        "facts": len(facts),
        "read": read,
        # Who comes to see a piece of evidence is not reading on.
        "keeps_place": read is not None and not wanted,
    }
    return render(request, "courses/lesson.html", context)


def find_lesson(pk: int) -> Lesson:
    lessons = Lesson.objects.filter(retired_at=None).select_related("document")
    return get_object_or_404(lessons.defer("document__text"), pk=pk)


def asked_for(request: HttpRequest) -> list[Mark]:
    """The range in ?from=…&to=…, where there is one."""
    edges = [request.GET.get(name, "") for name in ("from", "to")]
    if not all(edge.isdecimal() and len(edge) < 10 for edge in edges):
        return []
    return [Mark(int(edges[0]), int(edges[1]), "here")]


@require_POST
@signed_in
def place(request: LearnerRequest, pk: int) -> HttpResponse:
    offset = request.POST.get("offset", "")
    if not (offset.isdecimal() and len(offset) < 10):
        return HttpResponse(status=400)
    reading.keep_place(request.user, find_lesson(pk), int(offset))
    return HttpResponse(status=204)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def finish(request: LearnerRequest, pk: int) -> HttpResponse:
    """Read to the end. GET is who comes back from signing in: nothing is marked for them."""
    lesson = find_lesson(pk)
    if request.method == "POST":
        reading.finish(request.user, lesson)
    return redirect(f"{lesson.get_absolute_url()}#end")
