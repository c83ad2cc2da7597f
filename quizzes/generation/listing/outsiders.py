"""Things that are certainly none of a list's members: of their family, and not said here."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources import files

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.lexicon import HEADS, known_head
from quizzes.generation.listing.members import end_of, start_of
from quizzes.generation.options.distractors import pairs
from quizzes.generation.reading.context import Context

_LISTS = tomllib.loads(
    files("quizzes.generation.lexicon").joinpath("families.toml").read_text(encoding="utf-8")
)
Group = tuple[str, ...]
FAMILIES: dict[str, tuple[Group, ...]] = {
    name: tuple(tuple(group.split("/")) for group in said.split())
    for name, said in _LISTS["families"].items()
}
ENDINGS: dict[str, tuple[Group, ...]] = {
    last: tuple((word,) for word in said.split()) for last, said in _LISTS["endings"].items()
}
BOOK = re.compile("《[^《》]{3,40}》")
NEAR = 0.3
FEWEST = 1
SHORT = 3


def with_outsiders(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts, each list among them with things that are none of its members."""
    lists = [draft.members for draft in drafts if draft.members]
    return [
        replace(draft, outsiders=_outsiders(draft, lists, context))
        if draft.members and not draft.outsiders
        else draft
        for draft in drafts
    ]


def _outsiders(draft: Draft, lists: Sequence[Group], context: Context) -> tuple[str, ...]:
    typed = [one for one in _typed(draft.members, context) if one not in context.text]
    own = [
        one
        for members in lists
        for one in members
        if _is_far(one, draft, context, met=bool(set(members) & set(draft.members)))
    ]
    if all(member.startswith("《") for member in draft.members):
        return _books(draft, context)
    chosen = [one for one in dict.fromkeys((*own, *typed)) if _fits(one, draft)]
    return tuple(chosen) if len(chosen) >= FEWEST else ()


def _books(draft: Draft, context: Context) -> tuple[str, ...]:
    """The papers that the document names elsewhere."""
    here = draft.sentence.span.of(context.text)
    named = dict.fromkeys(BOOK.findall(context.text))
    return tuple(one for one in named if one not in here and one != context.name)


def _typed(members: Sequence[str], context: Context) -> Iterator[str]:
    """Words of the members' family, behind and before what all members share."""
    quoted = all(member.startswith("“") and member.endswith("”") for member in members)
    bare = [member.strip("“”") for member in members]
    front, back = start_of(bare), end_of(bare)
    found = [*kin(bare), *_ending(bare, back, context)]
    cores = [member[len(front) : len(member) - len(back)] for member in bare]
    if (front or back) and all(cores):
        found += [f"{front}{word}{back}" for word in kin(cores)]
    yield from (f"“{word}”" if quoted else word for word in found)


def kin(members: Sequence[str]) -> list[str]:
    """The words of the families that hold half of the members, without those near a member."""
    found = []
    for family in FAMILIES.values():
        known = [member for member in members if any(member in group for group in family)]
        if len(known) > 2 or (len(known) == 2 and len(members) < 5):
            found += [group[0] for group in family if not set(group) & set(members)]
    return found


def are_people(members: Sequence[str]) -> bool:
    known = {word for group in FAMILIES["people"] for word in group}
    return 2 * sum(member in known for member in members) >= len(members)


def _ending(members: Sequence[str], back: str, context: Context) -> list[str]:
    """What ends as all members do, 权 with 权; a longer name only of the text's field."""
    words = [group[0] for group in ENDINGS.get(back, ())]
    if len(members) > 2:
        head = known_head(back)
        words += [one for one in HEADS.get(head, ()) if _is_of_field(one, head, context)]
    return [word for word in words if word not in members]


def _is_of_field(one: str, head: str, context: Context) -> bool:
    """Half of the words before its head, at least, stand in the document too."""
    modifier = one.removesuffix(head)
    parts = [modifier[at : at + 2] for at in range(0, len(modifier) - 1, 2)]
    return bool(parts) and 2 * sum(part in context.text for part in parts) > len(parts)


def _is_far(one: str, draft: Draft, context: Context, *, met: bool) -> bool:
    """A member of another list that ends as these do, and is said of nothing like this.

    Where that list has `met` this one, they share a member, and its others are of this kind.
    """
    back = end_of(draft.members)
    alike = one.endswith(back) and (len(back) > 1 or (back and _are_short(one, draft)))
    if not (alike or met):
        return False
    if one in draft.sentence.paragraph.span.of(context.text):
        return False
    asked = pairs(draft.statement.replace(SLOT, "").removeprefix(context.frame))
    return all(len(asked & pairs(said)) <= NEAR * len(asked) for said in _sentences(one, context))


def _are_short(one: str, draft: Draft) -> bool:
    return {len(text) for text in (one, *draft.members)} <= {SHORT}


def _sentences(one: str, context: Context) -> Iterator[str]:
    """What the document says around each mention."""
    at = context.text.find(one)
    while at >= 0:
        start = context.text.rfind("。", 0, at) + 1
        end = context.text.find("。", at)
        yield context.text[start : end if end > 0 else len(context.text)]
        at = context.text.find(one, at + 1)


def _fits(one: str, draft: Draft) -> bool:
    """Of the members' length and ends, and no other word for one of them."""
    members = draft.members
    lengths = [len(member) for member in members]
    if (
        one in members
        or one in draft.statement
        or not min(lengths) - 1 <= len(one) <= max(lengths) + 1
    ):
        return False
    if len(set(lengths)) == 1 and len(members) > 2 and len(one) != lengths[0]:
        return False
    front, back = start_of(members), end_of(members)
    if not (one.startswith(front) and one.endswith(back)):
        return False
    return not any(_alike(one, member, front, back) for member in members)


def _alike(one: str, member: str, front: str, back: str) -> bool:
    """They share a character besides what all share: one may be another word for the other."""
    mine = set(one[len(front) : len(one) - len(back)])
    theirs = set(member[len(front) : len(member) - len(back)])
    shared = mine & theirs
    return len(shared) > (1 if min(len(one), len(member)) > 4 else 0)
