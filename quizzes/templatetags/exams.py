"""How the time of an exam is written on a page."""

from datetime import datetime, timedelta

from django.template import Library
from django.utils.translation import gettext as _

register = Library()


@register.filter
def milliseconds(moment: datetime) -> int:
    """Since 1970, as a browser's clock counts."""
    return int(moment.timestamp() * 1000)


@register.filter
def left(deadline: datetime, now: datetime) -> str:
    """The time from `now` until `deadline` as a clock shows it: 29:05, 1:00:00; never below 0."""
    seconds = max(int((deadline - now).total_seconds()), 0)
    minutes, hours = seconds // 60 % 60, seconds // 3600
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


@register.filter
def to_the_second(time: timedelta) -> str:
    """In words: 12 分 5 秒."""
    minutes, seconds = divmod(max(int(time.total_seconds()), 0), 60)
    if not minutes:
        return _("%(seconds)d 秒") % {"seconds": seconds}
    return _("%(minutes)d 分 %(seconds)d 秒") % {"minutes": minutes, "seconds": seconds}
