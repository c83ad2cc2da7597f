"""When a document was made: the date it bears itself, and the dateline of news."""

import re
from collections.abc import Iterable, Sequence

from quizzes.text.markers import count

_YEAR = "(?P<year>[12][0-9]{3}|[一二][一二三四五六七八九〇○零]{3})"
_PART = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
DATE = re.compile(
    rf"{_YEAR} ?年 ?(?P<month>{_PART}) ?月(?![^，。）]{{0,5}}起[施实执]行)"
    rf"(?: ?(?P<day>{_PART}) ?[日号])?"
    r"|(?P<year2>[12][0-9]{3})[-/.](?P<month2>[0-9]{1,2})[-/.](?P<day2>[0-9]{1,2})(?![0-9])"
)
STAMP = re.compile(
    r"(?:(?:发布|成文|印发)?(?:时间|日期)[：:] ?)?"
    r"[12][0-9]{3}(?:[-/.][0-9]{1,2}[-/.][0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)"
    r"(?:[ T]?[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?)?"
    r"(?:[ \u3000|]*(?:来源|作者|编辑|责任编辑|字号|字体|浏览|阅读|点击|打印|分享|发布)"
    "[^。，]{0,80})?"
)
DATELINE = re.compile(
    r"[（(【]?(?:本[报刊网台]|[一-龥]{2,8}?[社网报台])(?:[一-龥·/ ]{0,12}?"
    rf"(?:(?P<year>[12][0-9]{{3}})年)?(?P<month>{_PART})月(?P<day>{_PART})日)?[）)】]?(?:专?电|讯|消息)[】)）]?"
    r"(?:[ \u3000]*[（(](?:[^）)]{0,8}记者|通讯员)[^）)]{1,60}[）)])?"
    r"(?:[ \u3000]*(?:本报)?记者[^，。；]{2,20}?(?:报道|[ \u3000：:]))?[ \u3000：:]*"
)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def iso(found: re.Match[str], year: str = "") -> str:
    """A date as yyyy-mm-dd or yyyy-mm; empty where it is none. `year` stands in for one that is
    not said."""
    parts = {name.rstrip("2"): said for name, said in found.groupdict().items() if said}
    said_year = parts.get("year", year).translate(_DIGITS)
    month, day = count(parts.get("month", "0")), count(parts.get("day", "0"))
    if not said_year or not 1 <= month <= 12 or not 0 <= day <= 31:
        return ""
    return f"{said_year}-{month:02}" + (f"-{day:02}" if day else "")


def dateline_end(line: str) -> int:
    """Where the words begin behind the dateline (新华社南京6月18日电) of a line, 0 without one."""
    found = DATELINE.match(line)
    return found.end() if found else 0


def date_of(signed: Iterable[str], opening: str, front: Sequence[str]) -> str:
    """The date of a document: that under its signature, else that of its dateline, else the one
    under its title. `front` are the notes around the title, `opening` the first line of text."""
    for line in signed:
        if (found := DATE.search(line)) and (date := iso(found)):
            return date
    dates = [iso(found) for line in front for found in DATE.finditer(line)]
    under_title = next(filter(None, reversed(dates)), "")
    dateline = DATELINE.match(opening)
    if dateline and dateline["month"]:
        return iso(dateline, under_title[:4]) or under_title
    return under_title
