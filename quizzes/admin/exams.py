"""The plans of mock exams: how many questions, how long, and of what."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.admin.base import ModelAdmin, TabularInline
from quizzes.admin.question_form import LessonChoiceField, lessons_in_use
from quizzes.exams.plans import offered
from quizzes.exams.shares import broken_rules
from quizzes.models import ExamKind, ExamPlan, ExamSection

if TYPE_CHECKING:
    SectionModelForm = forms.ModelForm[ExamSection]
    PlanModelForm = forms.ModelForm[ExamPlan]
    ShareFormSetBase = forms.BaseInlineFormSet[Any, ExamPlan, Any]
else:
    SectionModelForm = PlanModelForm = forms.ModelForm
    ShareFormSetBase = forms.BaseInlineFormSet


class ShareFormSet(ShareFormSetBase):
    """Rows that share out a whole: all of it, or none."""

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """Offers the sections of the plan's own document."""
        super().add_fields(form, index)
        if isinstance(lesson := form.fields.get("lesson"), LessonChoiceField):
            lesson.queryset = lessons_in_use().filter(document=self.instance.document_id)

    def clean(self) -> None:
        super().clean()
        rows = [form.cleaned_data for form in self.forms if form not in self.deleted_forms]
        filled = [row for row in rows if row.get("share")]
        if any(self.errors):
            return
        sections = [row["lesson"] for row in filled if row.get("lesson")]
        shares = [row["share"] for row in filled]
        for message in broken_rules(self.instance, shares, sections):
            raise forms.ValidationError(message)


class SectionForm(SectionModelForm):
    lesson = LessonChoiceField(queryset=lessons_in_use(), label=gettext_lazy("课文"))


class SectionInline(TabularInline):
    model = ExamSection
    form = SectionForm
    formset = ShareFormSet
    extra = 3


class KindInline(TabularInline):
    model = ExamKind
    formset = ShareFormSet
    extra = 2


@admin.register(ExamPlan)
class ExamPlanAdmin(ModelAdmin):
    """A plan is made for a document first; its sections are chosen once it is saved."""

    list_display = ("document", "size", "minutes", "important_share")
    fields = ("document", "size", "minutes", "important_share")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ExamPlan]:
        plans: QuerySet[ExamPlan] = super().get_queryset(request).select_related("document")
        return plans.defer("document__text")

    def get_readonly_fields(
        self, _request: HttpRequest, obj: ExamPlan | None = None
    ) -> tuple[str, ...]:
        return ("document",) if obj else ()

    def get_inlines(
        self, _request: HttpRequest, obj: ExamPlan | None
    ) -> tuple[type[TabularInline], ...]:
        return (SectionInline, KindInline) if obj else (KindInline,)

    def save_related(
        self,
        request: HttpRequest,
        form: PlanModelForm,
        formsets: Iterable[ShareFormSetBase],
        change: bool,
    ) -> None:
        super().save_related(request, form, formsets, change)
        self.say_what_it_gives(request, form.instance)

    def say_what_it_gives(self, request: HttpRequest, plan: ExamPlan) -> None:
        """A plan may ask for more than there is: the paper is shorter then, and this says so."""
        size, _minutes = offered(plan.document)
        if size < plan.size:
            words = _(
                "按这个方案现在只能抽出 %(size)d 题，要的是 %(wanted)d 题。请多发布题目，或改占比。"
            )
            messages.warning(request, words % {"size": size, "wanted": plan.size})
