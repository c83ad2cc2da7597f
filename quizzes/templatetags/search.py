"""How things found are written on a page."""

from collections.abc import Sequence

from django.template import Library
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from quizzes.search import GroupName, Part
from quizzes.templatetags.study import keep, stem

register = Library()


@register.filter
def marked(parts: Sequence[Part]) -> SafeString:
    """A snippet, escaped, with the words that were looked for marked, and blanks as lines."""
    html = (
        format_html("<mark>{}</mark>", keep(part.text)) if part.marked else stem(part.text)
        for part in parts
    )
    return mark_safe("".join(html))  # noqa: S308 (escaped by keep)


@register.filter
def group_word(name: GroupName) -> str:
    return {
        "terms": pgettext("search", "术语"),
        "lessons": pgettext("search", "课文"),
        "questions": pgettext("search", "题目"),
    }[name]
