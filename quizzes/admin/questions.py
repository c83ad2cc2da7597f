"""Questions: to write, preview, publish and retire. The rules are those of `publishing`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import truncatechars
from django.urls import URLPattern, path
from django.utils.text import format_lazy
from django.utils.translation import gettext, gettext_lazy, ngettext

from quizzes import authoring, publishing
from quizzes.admin.base import TabularInline, signed_in
from quizzes.admin.filters import FactDocumentFilter, FactKindFilter, FactLessonFilter
from quizzes.admin.preview import preview
from quizzes.admin.question_actions import QuestionActions
from quizzes.admin.question_form import (
    AuthoredQuestionForm,
    NewQuestionForm,
    OptionFormSet,
    QuestionForm,
)
from quizzes.facility import facility
from quizzes.models import Fact, Option, Question
from quizzes.models.options import FALSE, TRUE

if TYPE_CHECKING:
    from django.forms import ModelForm

STATE = ("status", "origin", "author", "revision", "answers")


class OptionInline(TabularInline):
    model = Option
    formset = OptionFormSet
    fields = ("text", "partner", "is_key")
    verbose_name_plural = format_lazy(
        gettext_lazy(
            "选项（判断题：“{true}”和“{false}”两行；配对题：左边和配对的内容；"
            "排序题：按正确的次序从上到下；填空题：可接受的答案，都算对）"
        ),
        true=TRUE,
        false=FALSE,
    )

    def get_extra(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: Question | None = None,
        **_kwargs: object,
    ) -> int:
        return 1 if obj else 6


@admin.register(Question)
class QuestionAdmin(QuestionActions):
    list_display = ("short_stem", "kind", "lesson", "status", "origin", "updated_at")
    list_filter = (
        FactDocumentFilter,
        FactLessonFilter,
        "kind",
        ("fact__kind", FactKindFilter),
        "status",
        "origin",
    )
    search_fields = ("stem", "fact__answer", "fact__evidence")
    inlines = (OptionInline,)
    raw_id_fields = ("fact",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Question]:
        questions: QuerySet[Question] = super().get_queryset(request)
        related = questions.select_related("fact__lesson", "fact__document", "author")
        return related.defer("fact__document__text", "fact__lesson__body")

    def get_urls(self) -> list[URLPattern]:
        page = path(
            "<int:pk>/preview/",
            self.admin_site.admin_view(self.preview_view),
            name="quizzes_question_preview",
        )
        return [page, *super().get_urls()]

    def get_fields(self, _request: HttpRequest, obj: Question | None = None) -> tuple[str, ...]:
        if obj is None:
            return ("lesson", "fact", "kind", "stem", "explanation", "evidence")
        return ("lesson", "kind", "stem", "explanation", "evidence", *STATE)

    def get_readonly_fields(
        self, _request: HttpRequest, obj: Question | None = None
    ) -> tuple[str, ...]:
        if obj is None:
            return ()
        return STATE if is_own(obj) else ("lesson", "kind", "evidence", *STATE)

    def get_form(
        self,
        request: HttpRequest,
        obj: Question | None = None,
        change: bool = False,
        **kwargs: object,
    ) -> "type[ModelForm[Question]]":
        kwargs["form"] = form_for(obj)
        return super().get_form(request, obj, change, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {
            "kind": Question.Kind.SINGLE_CHOICE,
            **super().get_changeform_initial_data(request),
        }

    def save_model(
        self, request: HttpRequest, obj: Question, form: QuestionForm, change: bool
    ) -> None:
        if change:
            obj.save(update_fields=("kind", "stem", "explanation", "updated_at"))
            return
        said = form.cleaned_data
        obj.author = signed_in(request)
        obj.origin = Question.Origin.AUTHORED
        obj.fact = said["fact"] or authoring.new_fact(said["lesson"], "", said["evidence"])
        obj.save()

    def save_formset(
        self,
        request: HttpRequest,  # noqa: ARG002
        form: QuestionForm,
        formset: OptionFormSet,
        change: bool,  # noqa: ARG002
    ) -> None:
        formset.save(commit=False)  # notes what changed, for the history
        publishing.set_options(form.instance, formset.choices())

    def save_related(
        self,
        request: HttpRequest,
        form: QuestionForm,
        formsets: Sequence[OptionFormSet],
        change: bool,
    ) -> None:
        super().save_related(request, form, formsets, change)
        if not (form.has_changed() or any(one.has_changed() for one in formsets)):
            return
        question: Question = form.instance
        if is_own(question) and "evidence" in form.fields and not form.cleaned_data.get("fact"):
            said = form.cleaned_data
            answer = publishing.answer_text(question)
            authoring.redescribe(question.fact, said["lesson"], answer, said["evidence"])
        if change:
            publishing.record_edit(question, signed_in(request))

    def response_add(
        self, request: HttpRequest, obj: Question, post_url_continue: str | None = None
    ) -> HttpResponse:
        if "_preview" in request.POST:
            return redirect("admin:quizzes_question_preview", obj.pk)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Question) -> HttpResponse:
        if "_preview" in request.POST:
            return redirect("admin:quizzes_question_preview", obj.pk)
        return super().response_change(request, obj)

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return preview(self, request, pk)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        question = self.get_object(request, object_id)
        try:
            if question and publishing.was_answered(question):
                raise publishing.AnsweredQuestionError  # noqa: TRY301
            return super().delete_view(request, object_id, extra_context)
        except publishing.AnsweredQuestionError as refused:
            messages.error(request, str(refused))
            return redirect("admin:quizzes_question_change", object_id)

    def delete_model(self, _request: HttpRequest, obj: Question) -> None:
        publishing.delete(obj)

    @admin.display(description=gettext_lazy("题干"), ordering="stem")
    def short_stem(self, question: Question) -> str:
        return truncatechars(question.stem, 50)

    @admin.display(description=gettext_lazy("课文"), ordering="fact__lesson__order")
    def lesson(self, question: Question) -> str:
        return truncatechars(str(question.fact.lesson), 16)

    @admin.display(description=gettext_lazy("作答"))
    def answers(self, question: Question) -> str:
        found = facility(question)
        if found.share is None:
            return gettext("还没有人答过")
        words = ngettext(
            "%(answers)d 次，答对 %(share)s", "%(answers)d 次，答对 %(share)s", found.answers
        )
        return words % {"answers": found.answers, "share": f"{found.share:.0%}"}

    @admin.display(description=gettext_lazy("原文依据"))
    def evidence(self, question: Question) -> str:
        return question.fact.evidence


def is_own(question: Question) -> bool:
    """Whether the question's fact was made for it by an instructor, and changes with it."""
    return question.fact.kind == Fact.Kind.AUTHORED


def form_for(question: Question | None) -> type[QuestionForm]:
    if question is None:
        return NewQuestionForm
    return AuthoredQuestionForm if is_own(question) else QuestionForm
