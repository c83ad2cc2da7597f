"""Which lesson and which fact of the text before is which of the text now. Pure functions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from quizzes import models
from quizzes.generation import types
from quizzes.importing.lessons import LessonDraft
from quizzes.question_rules import normalised

SAME_EVIDENCE = 0.8  # difflib's ratio of normalised sentences
SAME_BODY = 0.5  # share of three-character runs that two bodies have in common


def match_facts(
    old: Iterable[models.Fact], new: Mapping[str, types.Fact], text: str
) -> dict[str, models.Fact]:
    """The row of each new fact that was there before, by the new fact's fingerprint.

    A fact is known by its fingerprint; else by its kind and value and a sentence that is much
    the same. Rows in use go before retired ones.
    """
    rows = {row.fingerprint: row for row in old}
    matched = {mark: rows.pop(mark) for mark in new if mark in rows}
    groups: defaultdict[tuple[str, str], list[models.Fact]] = defaultdict(list)
    for row in rows.values():
        groups[row.kind, row.value].append(row)
    pairs = [
        (ratio, row.retired_at is None, row.pk, mark)
        for mark, fact in new.items()
        if mark not in matched
        for row in groups.get((fact.kind, fact.value), ())
        if (ratio := similarity(row.evidence, fact.evidence.of(text))) >= SAME_EVIDENCE
    ]
    by_pk = {row.pk: row for row in rows.values()}
    for _ratio, _in_use, pk, mark in sorted(pairs, reverse=True):
        if mark not in matched and pk in by_pk:
            matched[mark] = by_pk.pop(pk)
    return matched


def similarity(one: str, other: str) -> float:
    """How alike two sentences are, 0 to 1; 0 at once when they cannot reach SAME_EVIDENCE."""
    a, b = normalised(one), normalised(other)
    if a == b:
        return 1.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.real_quick_ratio() < SAME_EVIDENCE or matcher.quick_ratio() < SAME_EVIDENCE:
        return 0.0
    return matcher.ratio()


def match_lessons(
    old: Sequence[models.Lesson], new: Sequence[LessonDraft]
) -> list[models.Lesson | None]:
    """For each new lesson the row it had before: by number and heading, else by a like body."""
    rows = {row.pk: row for row in sorted(old, key=lambda row: row.retired_at is not None)}
    by_name: defaultdict[tuple[str, str], list[models.Lesson]] = defaultdict(list)
    for row in rows.values():
        by_name[row.number, row.heading].append(row)
    matched: list[models.Lesson | None] = []
    for draft in new:
        named = by_name[draft.number, draft.heading]
        matched.append(named.pop(0) if named else None)
    for row in filter(None, matched):
        del rows[row.pk]
    _match_bodies(rows, new, matched)
    return matched


def _match_bodies(
    rows: dict[int, models.Lesson],
    new: Sequence[LessonDraft],
    matched: list[models.Lesson | None],
) -> None:
    bodies = {pk: _runs(row.body) for pk, row in rows.items()}
    places = [place for place, row in enumerate(matched) if row is None]
    pairs = [
        (likeness, pk, place)
        for place in places
        for runs in [_runs(new[place].body)]
        for pk, body in bodies.items()
        if (likeness := _likeness(runs, body)) >= SAME_BODY
    ]
    for _share, pk, place in sorted(pairs, reverse=True):
        if matched[place] is None and pk in rows:
            matched[place] = rows.pop(pk)


def _runs(text: str) -> frozenset[str]:
    solid = "".join(text.split())
    return frozenset(solid[at : at + 3] for at in range(len(solid) - 2))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    return len(one & other) / len(one | other)
