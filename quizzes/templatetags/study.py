"""How things of the course are written on a page: texts, places, figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.forms import BoundField
from django.http import HttpRequest
from django.template import Context, Library
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from quizzes import guests, ways
from quizzes.comfort import Comfort, comfort
from quizzes.flashcards import faces
from quizzes.models import (
    Attempt,
    Document,
    Fact,
    Lesson,
    LessonRead,
    Question,
    Response,
    Revision,
    User,
)
from quizzes.pinyin import Word
from quizzes.progress import DayFigures
from quizzes.showing import answer_in_words, marked_evidence
from quizzes.views.passages import Paragraph, Part

register = Library()

# A number, what scales it, and the measure word or sign after it: "28.5万户", "8.5%", "2020年".
NUMBER = re.compile(r"\d[\d.,/]*[%％‰]?[万亿千百余多]*[\u4e00-\u9fff]?")
# The same where words stand under their reading; entities are no numbers.
NUMBER_IN_RUBY = re.compile(
    r"(?<![#\w])\d[\d.,/]*[%％‰]?(?:<ruby>[^<]{1,2}<rt[^>]*>[^<]*</rt></ruby>)?"
)
# Where one sentence of ours ends and the next begins.
BETWEEN_SENTENCES = re.compile(r"(?<=[。！？；：])\s+(?=\S)")
GAP = re.compile(r"_{2,}|＿{2,}")
UNTOLD = {"question", "account_signup", "account_login", "account_logout"}
CHART_HEIGHT = 84
CHART_FLOOR = 92
CHART_STEP = 24


@register.filter
def language_tag(code: str) -> str:
    """Django's zh-hans as the tag browsers know: zh-Hans."""
    language, _hyphen, script = code.partition("-")
    return f"{language}-{script.title()}" if script else language


@register.filter
def sentences(text: SafeString) -> SafeString:
    """Sentences of a page one after another: Chinese has no space between them, English has."""
    if (get_language() or "").startswith("zh"):
        return mark_safe(BETWEEN_SENTENCES.sub("", text))  # noqa: S308 (a template's own output)
    return text


@register.filter
def letter(index: int) -> str:
    """A for the first option, B for the second."""
    return chr(ord("A") + index)


@register.filter
def keep(text: str) -> SafeString:
    """The text, escaped, with each number kept on one line with its measure word."""
    escaped = str(conditional_escape(text))
    # Escaped quotes are entities with a number in them.
    parts = re.split(r"(&#?\w+;)", escaped)
    parts[::2] = [NUMBER.sub(r'<span class="n">\g<0></span>', part) for part in parts[::2]]
    return mark_safe("".join(parts))  # noqa: S308 (escaped above)


@register.filter
def stem(text: str) -> SafeString:
    """A stem as it is shown: its blank is a line to fill."""
    blank = format_html('<span class="gap" role="img" aria-label="{}"></span>', _("空格"))
    return mark_safe(blank.join(keep(part) for part in GAP.split(text)))  # noqa: S308 (escaped)


@register.filter
def kind_word(kind: str) -> str:
    """What stands beside a stem whose question is not plainly one choice or a blank."""
    words = {
        Question.Kind.MULTIPLE_CHOICE: _("多选"),
        Question.Kind.TRUE_FALSE: _("判断"),
        Question.Kind.MATCHING: _("配对"),
        Question.Kind.ORDERING: _("排序"),
    }
    return words.get(Question.Kind(kind), "")


@register.filter
def evidence(revision: Revision) -> SafeString:
    """The sentence that proves the key, with the answer marked."""
    before, answer, after = marked_evidence(revision)
    if not answer:
        return keep(before)
    return format_html("{}<mark>{}</mark>{}", keep(before), keep(answer), keep(after))


@register.filter
def explanation(revision: Revision) -> SafeString:
    """The explanation without the sentence that stands, marked, right below it."""
    text = revision.explanation
    if revision.evidence and text.removesuffix("。").endswith(revision.evidence.removesuffix("。")):
        text = text[: text.rindex(revision.evidence.removesuffix("。"))].rstrip("：: “「")
        text = f"{text}。" if text and text[-1] not in "。！？" else text
    return keep(text)


@register.filter
def fact_evidence(fact: Fact) -> SafeString:
    """The sentence a fact stands in, with the answer marked; the answer where there is none."""
    if fact.evidence_start is None or fact.answer_start is None or fact.answer_end is None:
        return keep(fact.evidence or fact.answer)
    text, start = fact.evidence, fact.evidence_start
    return format_html(
        "{}<mark>{}</mark>{}",
        keep(text[: fact.answer_start - start]),
        keep(text[fact.answer_start - start : fact.answer_end - start]),
        keep(text[fact.answer_end - start :]),
    )


@register.filter
def with_marks(paragraph: Paragraph) -> SafeString:
    """A paragraph of a lesson, with what is marked in it."""
    return mark_safe("".join(marked(part) for part in paragraph.parts))  # noqa: S308 (escaped)


def marked(part: Part) -> SafeString:
    text = with_pinyin(part.words) if part.words else keep(part.text)
    if part.first:
        return format_html('<mark id="mark">{}</mark>', text)
    if part.mark == "here":
        return format_html("<mark>{}</mark>", text)
    if part.fact is None:
        return text
    url = reverse("fact", args=[part.fact])
    return format_html('<a class="lit" href="{}"><mark class="fact">{}</mark></a>', url, text)


def with_pinyin(words: Sequence[Word]) -> SafeString:
    """Words under their 拼音, which screen readers leave out: they say the words themselves."""
    html = []
    for word in words:
        if word.reading:
            ruby = '<ruby>{}<rt aria-hidden="true">{}</rt></ruby>'
            html.append(format_html(ruby, word.text, word.reading))
        else:
            html.append(conditional_escape(word.text))
    return mark_safe(NUMBER_IN_RUBY.sub(r'<span class="n">\g<0></span>', "".join(html)))  # noqa: S308


@register.filter
def joined_years(years: Sequence[int]) -> SafeString:
    """2020, or 2006–2020 for the first and the last of several, which may take two lines."""
    first = "".join(f'<span class="n">{int(year)}–</span>' for year in years[:-1])
    last = "".join(str(int(year)) for year in years[-1:])
    return mark_safe(first + last)  # noqa: S308 (numbers)


@register.simple_tag(takes_context=True)
def likes_to_read(context: Context) -> Comfort:
    """How the reader of the page likes to read; error pages may know no reader."""
    request = context.get("request")
    if request is None or not hasattr(request, "user"):
        return Comfort()
    return comfort(request.user, request.session)


@register.filter
def place_url(fact: Fact) -> str:
    """Where the lesson says it, marked."""
    url = fact.lesson.get_absolute_url()
    if fact.evidence_start is None or fact.evidence_end is None:
        return url
    return f"{url}?from={fact.evidence_start}&to={fact.evidence_end}#mark"


@register.filter
def resume_url(read: LessonRead) -> str:
    """The lesson, at the paragraph where reading stopped."""
    url = read.lesson.get_absolute_url()
    return f"{url}#o{read.offset}" if read.offset > read.lesson.body_start else url


@register.filter
def scope(of: Document | Lesson | Attempt) -> str:
    """What a practice form calls the whole course, or a section of it."""
    if isinstance(of, Attempt):
        return f"lesson-{of.lesson_id}" if of.lesson_id else f"document-{of.document_id}"
    return f"{type(of).__name__.lower()}-{of.pk}"


@register.filter
def given_text(response: Response) -> str:
    """What the learner answered, in words."""
    return answer_in_words(response)


@register.filter
def card_front(fact: Fact) -> str:
    return faces(fact).front


@register.filter
def topic_name(attempt: Attempt) -> str:
    """What a 专项练习 is on; empty for every other sitting."""
    return ways.topic_name(attempt.topic)


@register.filter
def when(moment: datetime) -> str:
    """A time to come: 今天 18:20, 明天, 2026年4月1日."""
    there = timezone.localtime(moment)
    days = (there.date() - timezone.localdate()).days
    if days <= 0:
        return _("今天 %(time)s") % {"time": date_format(there, "H:i")}
    return _("明天") if days == 1 else date_format(there, "DATE_FORMAT")


@register.filter
def tells_guest(request: HttpRequest | None) -> bool:
    """Whether the page tells a guest to register: not while a question is before them."""
    user = getattr(request, "user", None)
    if request is None or not getattr(user, "is_guest", False):
        return False
    match = request.resolver_match
    return match is None or match.url_name not in UNTOLD


@register.simple_tag
def facts_met(learner: User) -> int:
    return guests.facts_met(learner)


@register.filter
def percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


@register.filter
def duration(seconds: int) -> str:
    """Time spent, to the minute; what is shorter is not called nothing."""
    minutes = round(seconds / 60)
    if not minutes:
        return _("不到 1 分钟") if seconds else "–"
    hours, rest = divmod(minutes, 60)
    parts = {"hours": hours, "minutes": rest}
    if not hours:
        return _("%(minutes)d 分钟") % parts
    return _("%(hours)d 小时 %(minutes)d 分钟") % parts if rest else _("%(hours)d 小时") % parts


@register.filter
def read_state(state: str) -> str:
    return {"unread": _("未读"), "reading": _("在读"), "read": _("已读")}[state]


@register.filter
def plain(field: BoundField) -> SafeString:
    """A form's field without a placeholder that repeats its label; wrong ones say so."""
    field.field.widget.attrs.pop("placeholder", None)
    attributes: dict[str, Any] = {}
    described = [f"{field.auto_id}_helptext"] if field.help_text else []
    if field.errors:
        attributes["aria-invalid"] = "true"
        described.append(f"{field.auto_id}_error")
    if described:
        attributes["aria-describedby"] = " ".join(described)
    return field.as_widget(attrs=attributes)


@dataclass(frozen=True)
class Bar:
    """A day in the chart; lengths in the units of its view box."""

    x: int
    all: float
    good: float
    label: str

    @property
    def middle(self) -> int:
        return self.x + 8

    @property
    def all_y(self) -> float:
        return CHART_FLOOR - self.all

    @property
    def good_y(self) -> float:
        return CHART_FLOOR - self.good


@register.inclusion_tag("me/_day_chart.html")
def day_chart(days: Sequence[DayFigures]) -> dict[str, list[Bar]]:
    """Answers a day as bars, and the right ones among them."""
    most = max((day.answers for day in days), default=0) or 1
    unit = CHART_HEIGHT / most
    return {
        "bars": [
            Bar(
                x=index * CHART_STEP + 4,
                all=round(day.answers * unit, 1),
                good=round(day.correct * unit, 1),
                label=date_format(day.day, "n/j") if index % 2 else "",
            )
            for index, day in enumerate(days)
        ]
    }
