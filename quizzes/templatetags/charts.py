"""Pictures of numbers: a year as a calendar, the days to come as bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from django.template import Library
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.progress import DayFigures, DueDay

register = Library()

# From how many answers on a day is drawn in more ink.
LEVELS = (1, 5, 10, 20)
NARROWEST_MONTH = 3  # weeks that the name of a month needs
FORECAST_HEIGHT = 84
FORECAST_FLOOR = 104
FORECAST_STEP = 24


@dataclass(frozen=True)
class Square:
    """A day of the calendar: how much ink, 0 to 4, and what it says in words."""

    level: int
    label: str


@dataclass(frozen=True)
class Weekday:
    name: str
    days: list[Square]


@dataclass(frozen=True)
class Month:
    """A month over the calendar, so many weeks wide."""

    label: str
    weeks: int

    @property
    def narrow(self) -> bool:
        """Whether there is no room for its name."""
        return self.weeks < NARROWEST_MONTH


@register.inclusion_tag("me/_year_calendar.html")
def year_calendar(days: Sequence[DayFigures]) -> dict[str, object]:
    """Weeks as columns, weekdays as rows; `days` begin on a Monday."""
    squares = [Square(level(day.answers), in_words(day)) for day in days]
    return {
        "months": months(days[::7]),
        "weekdays": [
            Weekday(str(WEEKDAYS_ABBR[weekday]), squares[weekday::7]) for weekday in range(7)
        ],
        "levels": [Square(at, label) for at, label in enumerate(level_labels())],
    }


def level(answers: int) -> int:
    return sum(answers >= least for least in LEVELS)


def level_labels() -> list[str]:
    """What each amount of ink stands for."""
    ranges = [f"{low}–{high - 1}" for low, high in pairwise(LEVELS)]
    return [
        _("没有答题"),
        *(_("%(range)s 题") % {"range": found} for found in ranges),
        _("%(least)d 题以上") % {"least": LEVELS[-1]},
    ]


def in_words(day: DayFigures) -> str:
    answers = ngettext("%(n)d 题", "%(n)d 题", day.answers) % {"n": day.answers}
    return _("%(day)s：%(answers)s") % {
        "day": date_format(day.day, "MONTH_DAY_FORMAT"),
        "answers": answers,
    }


def months(mondays: Sequence[DayFigures]) -> list[Month]:
    found = []
    for _month, group in groupby(mondays, key=lambda week: (week.day.year, week.day.month)):
        weeks = list(group)
        found.append(Month(date_format(weeks[0].day, "M"), len(weeks)))
    return found


@dataclass(frozen=True)
class DueBar:
    """A day to come in the chart; lengths in the units of its view box."""

    x: int
    all: float
    number: int
    label: str

    @property
    def middle(self) -> int:
        return self.x + 8

    @property
    def all_y(self) -> float:
        return FORECAST_FLOOR - self.all

    @property
    def number_y(self) -> float:
        return self.all_y - 4


@register.inclusion_tag("me/_forecast_chart.html")
def forecast_chart(days: Sequence[DueDay]) -> dict[str, object]:
    """Facts that fall due, a bar with its number for each day."""
    unit = FORECAST_HEIGHT / (max((day.facts for day in days), default=0) or 1)
    total = sum(day.facts for day in days)
    label = ngettext(
        "接下来 14 天每天到期的知识点，一共 %(n)d 个",
        "接下来 14 天每天到期的知识点，一共 %(n)d 个",
        total,
    )
    return {
        "label": label % {"n": total},
        "bars": [
            DueBar(
                x=index * FORECAST_STEP + 4,
                all=round(day.facts * unit, 1),
                number=day.facts,
                label=bar_label(day, index),
            )
            for index, day in enumerate(days)
        ],
    }


def bar_label(day: DueDay, index: int) -> str:
    """Every other day has room for its date."""
    if index == 0:
        return _("今天")
    return date_format(day.day, "n/j") if index % 2 == 0 else ""
