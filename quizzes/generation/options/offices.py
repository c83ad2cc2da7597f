"""Offices of the state: the field each is in charge of, and which fields lie near it."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_TABLES = tomllib.loads(
    files("quizzes.generation.lexicon").joinpath("offices.toml").read_text(encoding="utf-8")
)
HOUSES: dict[str, tuple[str, ...]] = {
    house: tuple(names.split()) for house, names in _TABLES["houses"].items()
}
TOPICS: dict[str, tuple[str, ...]] = {
    cluster: tuple(words.split()) for cluster, words in _TABLES["topics"].items()
}
KIND = (
    r"(?:(?:行政主管|监督管理|主管|行政|管理)?部门|"
    r"机关|机构|总局|局|委员会|委|厅|部)"
)
REFORM = 2018


@dataclass(frozen=True, slots=True)
class Field:
    """A field of government: its clusters, its spellings, its office, its ministry.

    A rare one has to do with few matters: its office is a rival only where the document names it.
    """

    name: str
    clusters: frozenset[str]
    is_rare: bool
    spellings: tuple[str, ...]
    office: str
    ministry: str
    short: str
    was: str

    def called(self, name: str) -> tuple[str, ...]:
        """Every name of its ministry at the time when it was called `name`."""
        if name == self.was != self.ministry:
            return (name,)
        return tuple(one for one in self.ministries if one != self.was or one == self.ministry)

    @property
    def ministries(self) -> tuple[str, ...]:
        """Every name of its ministry."""
        boards = (
            [f"{name}委" for name in self.spellings] if self.ministry.endswith("委员会") else []
        )
        short = [self.short, *boards]
        found = (self.ministry, *short, *(f"国家{name}" for name in short if name), self.was)
        return tuple(name for name in dict.fromkeys(found) if name)


FIELDS: tuple[Field, ...] = tuple(
    Field(
        name=name,
        clusters=frozenset(entry["of"].split()),
        is_rare=entry.get("rare", False),
        spellings=(name, *entry.get("also", "").split()),
        office=entry.get("office", ""),
        ministry=entry.get("ministry", ""),
        short=entry.get("short", entry.get("ministry", "")),
        was=entry.get("was", entry.get("ministry", "")),
    )
    for name, entry in _TABLES["fields"].items()
)
SPELLINGS = sorted(
    ((spelling, field) for field in FIELDS for spelling in field.spellings),
    key=lambda pair: -len(pair[0]),
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office by name: where it sits (国务院, 省人民政府, 市), its field, how the name closes."""

    seat: str
    field: Field
    spelling: str
    kind: str


@lru_cache(maxsize=1024)
def office_of(name: str) -> Office | None:
    """市民政局 → 市, 民政, 局; None for what is no office of a known field."""
    for spelling, field in SPELLINGS:
        at = name.find(spelling)
        kind = name[at + len(spelling) :]
        if at >= 0 and (re.fullmatch(KIND, kind) or name.endswith(spelling)):
            return Office(name[:at], field, spelling, kind)
    return None


def ministry_of(name: str) -> Field | None:
    """The field whose ministry bears the name, in full, in short or as it was called once."""
    return next((field for field in FIELDS if name in field.ministries), None)


def field_of(name: str) -> Field | None:
    office = office_of(name)
    return ministry_of(name) or (office.field if office else None)


def written(office: Office, field: Field, text: str) -> str:
    """The office of `field` at the seat and of the kind of `office`, as the document spells it."""
    if office.kind.endswith("部门"):
        own = re.search(f"(?:{'|'.join(field.spellings)})(?:行政主管|主管|行政|管理)?部门", text)
        return office.seat + (own[0] if own else field.office) if field.office else ""
    if office.kind in {"局", "委", "厅"}:
        boards = {"发展改革": "委", "卫生健康": "委", "残联": "", "妇联": ""}
        return f"{office.seat}{field.name}{boards.get(field.name, office.kind)}"
    return ""


def ministry(field: Field, key: str, year: int) -> str:
    """How the ministry of `field` is called beside `key`, in that year; 0 for no year."""
    if year and year < REFORM:
        return field.was
    like = ministry_of(key)
    is_short = like is not None and key == like.short != like.ministry
    return field.short if is_short else field.ministry


def approvers(said: str) -> list[Field]:
    """The fields whose ministries could have approved what `said` speaks of."""
    for words, names in _TABLES["approvers"].items():
        if any(word in said for word in words.split()):
            return [field for name in names.split() for field in FIELDS if field.name == name]
    return []


def topic(said: str) -> str:
    """The cluster whose matters `said` speaks of most, empty where of none."""
    counts = {name: sum(said.count(word) for word in words) for name, words in TOPICS.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else ""
