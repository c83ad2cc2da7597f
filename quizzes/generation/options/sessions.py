"""Meetings that could be taken for another: of another term, or another session of the same."""

import re

import cn2an

from quizzes.generation.lots import draw
from quizzes.generation.reading.expressions import chinese_number

NUMERAL = r"[一二三四五六七八九十百]{1,5}|\d{1,3}"
TERM = re.compile(rf"(?:第)?(?P<n>{NUMERAL})届")
SESSION = re.compile(rf"第(?P<n>{NUMERAL})次")
HOUSES = (
    ("校长办公会议", "党委常委会会议", "学术委员会会议", "教职工代表大会"),
    ("股东大会", "董事会会议", "监事会会议", "职工代表大会"),
    ("院长办公会议", "党委会会议", "职工代表大会", "学术委员会会议"),
)


def other_sessions(name: str) -> tuple[str, ...]:
    """Three meetings: of another term, of another session, of both; or of another body."""
    term, session = TERM.search(name), SESSION.search(name)
    if term and session:
        other = _turned(name, term)
        return (other, _turned(name, session), _turned(other, session))
    if session:
        steps = (-2, -1, 1, 2) if _value(session) > 2 else (1, 2, 3, 4)
        chosen = steps[draw(f"steps {name}", 2) :][:3]
        return tuple(_turned(name, session, step) for step in chosen)
    for houses in HOUSES:
        if name in houses:
            return tuple(other for other in houses if other != name)
    return ()


def _value(m: re.Match[str]) -> int:
    return int(chinese_number(m["n"]))


def _turned(name: str, m: re.Match[str], step: int = 0) -> str:
    """`name` with the number at `m` one up or down, written as it was."""
    value = _value(m)
    step = step or (1 if value < 2 or draw(f"turn {name}", 2) else -1)
    said = str(value + step) if m["n"].isdigit() else cn2an.an2cn(str(value + step))
    if not m["n"].isdigit() and 10 <= value + step < 20:
        said = said.removeprefix("一")
    return name[: m.start("n")] + said + name[m.end("n") :]
