"""The word lists of lexicon.toml."""

import tomllib
from importlib.resources import files

_LISTS = tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))


def _words(name: str) -> tuple[str, ...]:
    return tuple(_LISTS[name].split())


UNITS = frozenset(_words("units"))
EVENTS = frozenset(_words("events"))
SAYING = _words("saying")
NOW = _words("now")
PRESENT = _words("present")
POINTING = _words("pointing")
OWN_PLACE = _words("own_place")
FLOW = _words("flow")
CONNECTIVES = _words("connectives")
AMOUNTS = _words("amounts")
UNDERTAKINGS = _words("undertakings")
ACTIONS = frozenset(_words("actions"))
OPERATING = _words("operating")
MEASURING = _words("measuring")
ALWAYS_VERBS = frozenset(_words("always_verbs"))
ALWAYS_ADVERBS = frozenset(_words("always_adverbs"))
GENERIC = _words("generic")
DEEDS = frozenset(_words("deeds"))
ESTABLISHING = frozenset(_words("establishing"))
BODIES = _words("bodies")
FAMILIES: dict[str, tuple[str, ...]] = {
    last: tuple(members.split()) for last, members in _LISTS["families"].items()
}
