"""Forms that learners fill in."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from babel.dates import get_timezone_location
from django import forms
from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from quizzes.models import Certificate, Document, Lesson, User
from quizzes.practice import SIZES

Choices = list[tuple[str, str | list[tuple[str, str]]]]
REGIONS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


class PracticeForm(forms.Form):
    """What to practise, and how many questions."""

    size = forms.TypedChoiceField(
        label=_("题数"),
        coerce=int,
        choices=[(size, size) for size in SIZES],
        initial=10,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        lessons = Lesson.objects.filter(retired_at=None).select_related("document")
        self.lessons = list(lessons.defer("body", "document__text").order_by("document", "order"))
        self.fields["scope"] = forms.ChoiceField(label=_("范围"), choices=scopes(self.lessons))

    def chosen(self) -> tuple[Document, Lesson | None]:
        """The document and, unless the whole course is meant, the lesson."""
        kind, pk = self.cleaned_data["scope"].split("-")
        if kind == "document":
            return next(x.document for x in self.lessons if x.document_id == int(pk)), None
        lesson = next(x for x in self.lessons if x.pk == int(pk))
        return lesson.document, lesson


def scopes(lessons: Iterable[Lesson]) -> Choices:
    """Each course as a group: the whole, then its sections."""
    groups: dict[int, list[tuple[str, str]]] = {}
    titles: dict[int, str] = {}
    for lesson in lessons:
        titles[lesson.document_id] = lesson.document.title
        whole = (f"document-{lesson.document_id}", str(_("全部")))
        group = groups.setdefault(lesson.document_id, [whole])
        group.append((f"lesson-{lesson.pk}", "　" * (lesson.level - 1) + str(lesson)))
    return [(titles[pk], group) for pk, group in groups.items()]


class CertificateForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    class Meta:
        model = Certificate
        fields = ("name",)
        labels = {"name": _("姓名")}
        help_texts = {"name": _("写真实姓名。它会印在证书上，领取以后自己不能改。")}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}

    def clean_name(self) -> str:
        """One line, with a letter in it, and nothing that does not show."""
        name = " ".join(self.cleaned_data["name"].split())
        if not name.replace("·", "").replace(" ", "").isprintable():
            raise forms.ValidationError(_("姓名里有看不见的字符，请重新输入。"))
        if not any(character.isalpha() for character in name):
            raise forms.ValidationError(_("这不像姓名，请写真实姓名。"))
        return name


class SettingsForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """How the site is set for a learner; a choice is a row of buttons."""

    class Meta:
        model = User
        fields = (
            "language",
            "time_zone",
            "daily_goal",
            "theme",
            "text_size",
            "pinyin",
            "shows_record",
        )
        labels = {
            "daily_goal": _("每天学几个知识点"),
            "pinyin": _("课文上面显示拼音"),
            "shows_record": _("挑战的成绩可以让同学看到"),
        }
        widgets = dict.fromkeys(
            ("language", "daily_goal", "theme", "text_size"), forms.RadioSelect()
        )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        language = translation.get_language() or settings.LANGUAGE_CODE
        choices = zones(language, timezone.localdate())
        if self.instance.time_zone not in dict(choices):
            choices = [*choices, (self.instance.time_zone, self.instance.time_zone)]
        self.fields["time_zone"] = forms.ChoiceField(
            label=_("时区"), help_text=_("一天从这里的零点算起。"), choices=choices
        )
        # Each language calls itself by its own name, and one is always chosen.
        self.fields["language"].choices = settings.LANGUAGES  # type: ignore[attr-defined]
        self.fields["language"].required = True
        self.fields["daily_goal"].choices = [  # type: ignore[attr-defined]
            (size, ngettext("%(facts)s 个", "%(facts)s 个", size) % {"facts": size})
            for size in User.DailyGoal.values
        ]
        self.initial["language"] = self.instance.language or language


class LeavingForm(forms.Form):
    password = forms.CharField(
        label=_("密码"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


@lru_cache(maxsize=4)
def zones(language: str, day: date) -> list[tuple[str, str]]:
    """Time zones from west to east, each by its hours that day and its city in the language."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    locale = translation.to_locale(language)
    rows = []
    for name in available_timezones():
        if name.partition("/")[0] in REGIONS:
            hours = f"{noon.astimezone(ZoneInfo(name)):%z}"
            city = get_timezone_location(name, locale=locale, return_city=True)
            rows.append((int(hours), city, name, f"UTC{hours[:3]}:{hours[3:]} {city}"))
    return [(name, label) for _hours, _city, name, label in sorted(rows)]
