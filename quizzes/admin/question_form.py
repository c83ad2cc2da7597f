"""The form of a question: each broken rule is said beside its field."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django import forms
from django.template.defaultfilters import truncatechars
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.models import Fact, Lesson, Option, Question
from quizzes.publishing import validate
from quizzes.question_rules import Choice

if TYPE_CHECKING:
    LessonIterator = forms.models.ModelChoiceIterator[Lesson]
    QuestionModelForm = forms.ModelForm[Question]
    OptionFormSetBase = forms.BaseInlineFormSet[Option, Question, Any]
    LessonField = forms.ModelChoiceField[Lesson]
else:
    LessonIterator = forms.models.ModelChoiceIterator
    QuestionModelForm = forms.ModelForm
    OptionFormSetBase = forms.BaseInlineFormSet
    LessonField = forms.ModelChoiceField

PREFIX = "options"
MOST_OPTIONS = 20


class LessonsByDocument(LessonIterator):
    """The lessons of a select, grouped by their document; needs no script."""

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        yield "", self.field.empty_label or ""
        for document, lessons in groupby(self.queryset, key=lambda lesson: lesson.document):
            yield document.title, [self.choice(lesson) for lesson in lessons]


class LessonChoiceField(LessonField):
    iterator = LessonsByDocument

    def label_from_instance(self, obj: Lesson) -> str:
        return "　" * (obj.level - 1) + truncatechars(str(obj), 30)


def lessons_in_use() -> Any:  # noqa: ANN401 (a query set that loads no texts)
    lessons = Lesson.objects.filter(retired_at=None).select_related("document")
    return lessons.defer("body", "document__text").order_by("document", "order")


class QuestionForm(QuestionModelForm):
    """A question on a fact that the document gave: its wording only."""

    class Meta:
        model = Question
        fields: tuple[str, ...] = ("kind", "stem", "explanation")
        widgets = {
            "stem": forms.Textarea(attrs={"rows": 3}),
            "explanation": forms.Textarea(attrs={"rows": 3}),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        errors = validate(
            kind=cleaned.get("kind") or self.instance.kind,
            stem=cleaned.get("stem", ""),
            options=posted_options(self.data),
            evidence=cleaned.get("evidence", ""),
            lesson_text=self._lesson_text(cleaned),
        )
        for field, messages in errors.items():
            if field in self.fields and field not in self.errors:
                self.add_error(field, list(messages))
        return cleaned

    def _lesson_text(self, cleaned: Mapping[str, Any]) -> str:
        lesson: Lesson | None = cleaned.get("lesson")
        return lesson.body if lesson else ""


class AuthoredQuestionForm(QuestionForm):
    """A question on a fact that an instructor made: its lesson and evidence too."""

    lesson = LessonChoiceField(
        label=gettext_lazy("课文"), queryset=Lesson.objects.none(), required=False
    )
    evidence = forms.CharField(
        label=gettext_lazy("原文依据"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("可不填。从课文里原样复制一句，学员答题后会看到它。"),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["lesson"].queryset = lessons_in_use()  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial.setdefault("lesson", self.instance.fact.lesson_id)
            self.initial.setdefault("evidence", self.instance.fact.evidence)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not (cleaned.get("lesson") or cleaned.get("fact") or "lesson" in self.errors):
            self.add_error("lesson", _("请选择课文。"))
        return cleaned


class NewQuestionForm(AuthoredQuestionForm):
    """A new question: on a fact of its own in a lesson, or joining one that is there."""

    class Meta(QuestionForm.Meta):
        fields = ("fact", "kind", "stem", "explanation")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fact"].required = False
        self.fields["fact"].help_text = _(
            "可不填。填写编号，让这道题加入已有的知识点；课文和依据就由那个知识点决定。"
        )

    def clean_fact(self) -> Fact | None:
        fact: Fact | None = self.cleaned_data.get("fact")
        if fact and fact.retired_at:
            raise forms.ValidationError(_("这个知识点已随原文停用，请另选一个。"))
        return fact

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("fact") and cleaned.get("evidence"):
            self.add_error("evidence", _("已选知识点，依据由知识点决定；请清空这里或不选知识点。"))
        return cleaned


class OptionFormSet(OptionFormSetBase):
    """The rows of a question, checked together; what is wrong with one is said beside it."""

    def clean(self) -> None:
        super().clean()
        rows = self.rows()
        options = [row for _form, row in rows]
        errors = validate(kind=self.instance.kind, stem=self.instance.stem, options=options)
        for place, (form, _row) in enumerate(rows):
            for message in errors.get(f"{PREFIX}-{place}-partner", ()):
                form.add_error("partner", message)
        if messages := errors.get(PREFIX):
            raise forms.ValidationError(messages)

    def choices(self) -> list[Choice]:
        """The rows that stay, in their order."""
        return [row for _form, row in self.rows()]

    def rows(self) -> list[tuple[forms.Form, Choice]]:
        """The rows that stay, each with its form."""
        said = [(form, getattr(form, "cleaned_data", {})) for form in self.forms]
        return [
            (form, Choice(row["text"], bool(row.get("is_key")), row.get("partner", "")))
            for form, row in said
            if row.get("text") and not row.get("DELETE")
        ]


def posted_options(data: Mapping[str, Any]) -> list[Choice]:
    """The rows as they were posted, for rules on the stem that need them."""
    total = str(data.get(f"{PREFIX}-TOTAL_FORMS", "0"))
    rows = range(min(int(total), MOST_OPTIONS) if total.isdecimal() else 0)
    texts = ((f"{PREFIX}-{row}", str(data.get(f"{PREFIX}-{row}-text", "")).strip()) for row in rows)
    return [
        Choice(text, f"{row}-is_key" in data, str(data.get(f"{row}-partner", "")).strip())
        for row, text in texts
        if text and f"{row}-DELETE" not in data
    ]
