"""Which numbered lines are headings, and which are entries of a list or of a paragraph.

The same （一） opens a section in a plan, a condition in a law and a measure in a notice. What it
is shows in its run, that is in the lines numbered alike that follow each other: headings are
short, end no sentence and have text under them; entries of a list end with ；; and a numbered
paragraph that says all on its own line is a section only if it is long enough to study.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from quizzes.text.characters import width
from quizzes.text.markers import Kind, Marker, marker, unspaced_article
from quizzes.text.matter import Role
from quizzes.text.sentences import sentences
from quizzes.text.types import Span

Form = Literal["bare", "stop", "entry", "full"]
"""How a numbered line ends: no mark; one full stop, as a short heading may; ；; a paragraph."""

Use = Literal["chapters", "headings", "paragraphs", "entries"]
"""What a run of numbered lines is for: chapters and articles; headings above their text;
paragraphs long enough to be sections; entries of the text above them."""

SECTION_LENGTH = 200  # characters, on average, that make numbered paragraphs sections
_HEADING_WIDTH = 160
_STOPPED_LENGTH = 40
_LEAST_ARTICLES = 5
_ALWAYS: frozenset[Kind] = frozenset(("#", "部分", "编", "章", "节", "条"))
_SENTENCE_END = re.compile("[。！？；]")
_BRACKETED_NAME = re.compile("【([^】]{1,40})】[ \u3000]*")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on line `line`: its number, its words, and where in the line the body begins
    that stands on the same line (None where none does)."""

    line: int
    marker: Marker
    words: str
    body: int | None


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A numbered line of the body; `extent` counts the characters from it to the next number of
    its rank or above, `owns` tells whether lines of text stand between."""

    line: int
    text: str
    marker: Marker
    form: Form
    extent: int
    owns: bool


def headings(lines: Sequence[str], roles: Sequence[Role]) -> dict[int, Heading]:
    """The numbered headings among `lines`, by line."""
    found: dict[int, Heading] = {}
    for run in _runs(_numbered(lines, roles)):
        use = _use(run)
        for entry in run:
            heading = _heading(entry, use)
            if heading is not None:
                found[entry.line] = heading
    return found


def _numbered(lines: Sequence[str], roles: Sequence[Role]) -> list[_Numbered]:
    numbers = _numbers({i: line for i, line in enumerate(lines) if roles[i] == "body"})
    sizes = [
        len(line) if role in ("body", "table") else 0
        for line, role in zip(lines, roles, strict=True)
    ]
    before = [0, *accumulate(sizes)]  # characters of body above each line
    ends = _ends(numbers, roles)
    return [
        _Numbered(
            line=i,
            text=lines[i],
            marker=number,
            form=_form(lines[i][number.end :]),
            extent=before[ends[i]] - before[i],
            owns=before[ends[i]] > before[i + 1],
        )
        for i, number in numbers.items()
    ]


def _numbers(body: dict[int, str]) -> dict[int, Marker]:
    """The numbers that open lines of the body, by line; those of articles (第三条) count even
    where no space parts them from the words, if they follow each other through the document."""
    numbers = {i: number for i, line in body.items() if (number := marker(line)) is not None}
    articles = [number for number in numbers.values() if number.kind == "条"]
    unspaced: dict[int, Marker] = {}
    last = 0
    for i, line in body.items():
        number = numbers.get(i)
        if number is not None:
            last = number.value if number.kind == "条" else last
        elif (number := unspaced_article(line)) is not None and number.value == last + 1:
            unspaced[i] = number
            last = number.value
    if len(articles) + len(unspaced) >= _LEAST_ARTICLES:
        numbers |= unspaced
    return dict(sorted(numbers.items()))


def _ends(numbers: dict[int, Marker], roles: Sequence[Role]) -> dict[int, int]:
    """For each numbered line: the next one of its rank or further out, or the next title."""
    ends: dict[int, int] = {}
    waiting: list[int] = []
    for i, role in enumerate(roles):
        if i in numbers or role == "heading":
            rank = numbers[i].rank if i in numbers else 0
            while waiting and numbers[waiting[-1]].rank >= rank:
                ends[waiting.pop()] = i
        if i in numbers:
            waiting.append(i)
    return ends | dict.fromkeys(waiting, len(roles))


def _form(words: str) -> Form:
    words = words.rstrip("：: ")
    if words.endswith(("；", ";")):
        return "entry"
    marks = _SENTENCE_END.findall(words)
    if not marks and width(words) <= _HEADING_WIDTH:
        return "bare"
    if marks == ["。"] and words.endswith("。") and len(words) <= _STOPPED_LENGTH:
        return "stop"
    return "full"


def _runs(numbered: Iterable[_Numbered]) -> list[list[_Numbered]]:
    """Numbered lines of one kind whose numbers go up, whatever stands between."""
    runs: list[list[_Numbered]] = []
    current: dict[Kind, list[_Numbered]] = {}
    for entry in numbered:
        run = current.get(entry.marker.kind)
        if run is None or entry.marker.value <= run[-1].marker.value:
            run = []
            runs.append(run)
            current[entry.marker.kind] = run
        run.append(entry)
    return runs


def _use(run: Sequence[_Numbered]) -> Use:
    """What a run of numbered lines is for."""
    if run[0].marker.kind in _ALWAYS:
        return "chapters"
    if any(entry.form == "entry" for entry in run):
        return "entries"
    short = sum(entry.form in ("bare", "stop") for entry in run)
    if short >= 0.6 * len(run) and 2 * sum(entry.owns for entry in run) >= len(run):
        return "headings"
    long = sum(entry.extent for entry in run) >= SECTION_LENGTH * len(run)
    return "paragraphs" if long else "entries"


def _heading(entry: _Numbered, use: Use) -> Heading | None:
    if use == "chapters":
        return _of_chapter(entry)
    if use == "headings" and entry.form in ("bare", "stop"):
        return _plain(entry)
    return None if use == "entries" else _run_in(entry)


def _of_chapter(entry: _Numbered) -> Heading:
    """The heading of a chapter; an article (条) has one only if it is set as one, and its text
    mostly begins behind its number."""
    if entry.marker.kind != "条":
        return _plain(entry)
    named = _BRACKETED_NAME.match(entry.text, entry.marker.end)
    if named:
        return Heading(entry.line, entry.marker, named[1], _or_none(entry.text, named.end()))
    if entry.form == "bare" and entry.owns and entry.text[-1] not in "：:":
        return _plain(entry)
    return Heading(entry.line, entry.marker, "", _or_none(entry.text, entry.marker.end))


def _plain(entry: _Numbered) -> Heading:
    words = entry.text[entry.marker.end :].strip().rstrip("。：:")
    return Heading(entry.line, entry.marker, words, None)


def _run_in(entry: _Numbered) -> Heading:
    """A section whose text goes on behind its heading: the first sentence, if it is short."""
    words = Span(entry.marker.end, len(entry.text))
    first, *rest = sentences(entry.text, words) or (words,)
    if rest and len(first.of(entry.text)) <= _STOPPED_LENGTH:
        return Heading(entry.line, entry.marker, _name(first.of(entry.text)), rest[0].start)
    return Heading(entry.line, entry.marker, "", _or_none(entry.text, words.start))


def _name(sentence: str) -> str:
    return sentence.rstrip("。：:")


def _or_none(text: str, start: int) -> int | None:
    return start if text[start:].strip() else None
