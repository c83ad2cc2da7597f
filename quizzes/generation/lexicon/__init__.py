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
UPRIGHT = frozenset(_words("upright"))
OWN_PLACE = _words("own_place")
FLOW = _words("flow")
CONNECTIVES = _words("connectives")
AMOUNTS = _words("amounts")
UNDERTAKINGS = _words("undertakings")
ACTIONS = frozenset(_words("actions"))
OPERATING = _words("operating")
MEASURING = _words("measuring")
ALWAYS_VERBS = frozenset(_words("always_verbs"))
ALWAYS_NOUNS = frozenset(_words("always_nouns"))
ALWAYS_ADVERBS = frozenset(_words("always_adverbs"))
GENERIC = _words("generic")
DEEDS = frozenset(_words("deeds"))
ESTABLISHING = frozenset(_words("establishing"))
BODIES = _words("bodies")
GOVERNING = frozenset(_words("governing"))
EFFORTS = frozenset(_words("efforts"))
EMPTY_MODIFIERS = frozenset(_words("empty_modifiers"))
DIRECTING = frozenset(_words("directing"))
PIVOTS = frozenset(_words("pivots"))
MODALS = frozenset(_words("modals"))
TRADING = frozenset(_words("trading"))
VAGUE_HEADS = frozenset(_words("vague_heads"))
NOMINAL_VERBS = frozenset(_words("nominal_verbs"))
LIST_OPENERS = frozenset(_words("list_openers"))
UNFINISHED = frozenset(_words("unfinished"))
CLASSES = frozenset(_words("classes"))
COMMONPLACE = frozenset(_words("commonplace"))
WEIGHED = frozenset(_words("weighed"))
FAMILIES: dict[str, tuple[str, ...]] = {
    last: tuple(members.split()) for last, members in _LISTS["families"].items()
}
_TYPED = tomllib.loads(files(__package__).joinpath("heads.toml").read_text(encoding="utf-8"))
HEADS: dict[str, tuple[str, ...]] = {
    head: tuple(members.split()) for head, members in _TYPED["heads"].items()
}
DIGITS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
# How many of something there are, as it is said: 两项, 三项.
COUNTS = "零一两三四五六七八九十"
LONGEST_HEAD = max(map(len, HEADS))
COMMON_NAMES = frozenset(_words("common_names"))
LAW_NAMES = _words("law_names")
ISSUERS = _words("issuers")
COMMON_AIMS = frozenset(_words("common_aims"))
METAPHORS = frozenset(_words("metaphors"))
OPPOSITES: dict[str, str] = dict(pair.split("=") for pair in _words("opposites"))
_QUOTED = tomllib.loads(files(__package__).joinpath("quoted.toml").read_text(encoding="utf-8"))
# Classes of quoted names: the nouns they stand before, the names, what the sentence must speak of.
QUOTED: tuple[tuple[frozenset[str], tuple[str, ...], tuple[str, ...], bool], ...] = tuple(
    (
        frozenset(entry["heads"].split()),
        tuple(entry["names"].split()),
        tuple(entry["topics"].split()),
        entry.get("any_end", False),
    )
    for entry in _QUOTED["quoted"]
)
TYPED_RULES: dict[str, tuple[str, ...]] = {
    kind: tuple(members.split()) for kind, members in _LISTS["rules"].items()
}


SHORT_FORMS = tuple(pair.split("=") for pair in _words("short_forms"))


def short_forms(text: str) -> tuple[str, ...]:
    """`text`, and with its names in short or in full: 电商 for 电子商务, 电子商务 for 电商."""
    found = [text]
    for long, short in SHORT_FORMS:
        for one in tuple(found):
            if long in one:
                found.append(one.replace(long, short))
            elif short in one:
                found.append(one.replace(short, long))
    return tuple(found)


def known_head(said: str, before: int = 0) -> str:
    """The longest noun of HEADS that `said` ends in, `before` characters or more ahead of it."""
    longest = min(LONGEST_HEAD, len(said) - before)
    return next((said[-n:] for n in range(longest, 1, -1) if said[-n:] in HEADS), "")
