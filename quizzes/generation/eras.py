"""Since when the one a document is about has borne its name: nothing earlier was done under it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizzes.generation.drafts import Draft
from quizzes.generation.lexicon import GENERIC
from quizzes.generation.reading.context import Context

SENTENCE = re.compile(r"[^。！？；\n]+")
DATE = re.compile(r"((?:1[5-9]|20)\d\d)年(?:(\d{1,2})月)?")
NAMING = (
    r"(?:更名|变更|改名|改称|改组|改制|升格|合并|组建|改建|设立|成立|注册)"
    r"(?:成立|组建|设立)?[为成了]?"
)
RENAMING = re.compile(rf"{NAMING}[“《]?(?P<name>[\u4e00-\u9fff]{{2,24}})")
FOUNDED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,24}?)(?:正式)?(?:在[\u4e00-\u9fff]{2,12})?(?:成立|创立|创办|建校|建院)$"
)
KINDS = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|集团|大学|学院|中学|小学|医院|银行)$")
YEARS = re.compile(r"((?:1[5-9]|20)\d\d)年?[—–\-～~至](?:((?:1[5-9]|20)\d\d)|至今)")
Moment = tuple[int, int]


def too_early(draft: Draft, context: Context) -> bool:
    """The draft says of the hero what was before it bore its name, or may have been."""
    if not context.hero_is_body or context.hero not in draft.statement:
        return False
    if context.hero in draft.sentence.span.of(context.text):
        return False
    since = named_since(context.text, context.hero)
    if since == (0, 0):
        return False
    when = list(_moments(f"{draft.statement}{_date_of(draft)}"))
    if when:
        return min(when) < since
    years = YEARS.search(draft.sentence.section.heading)
    return years is not None and int(years[1]) < since[0]


def _date_of(draft: Draft) -> str:
    return draft.key if draft.kind == "date" else ""


@lru_cache(maxsize=8)
def named_since(text: str, hero: str) -> Moment:
    """The last moment at which the text has somebody become the hero; (0, 0) where it has none."""
    found = (0, 0)
    for m in SENTENCE.finditer(text):
        moments = list(_moments(m[0]))
        if moments and _names(m[0], hero):
            found = max(found, moments[-1])
    return found


def _names(said: str, hero: str) -> bool:
    """更名为“…” with the hero's own name or its kind; 甲… 成立 with what the hero is called."""
    for clause in re.split(r"[，、：]", said):
        for m in RENAMING.finditer(clause):
            if _is_hero(m["name"], hero):
                return True
        founded = FOUNDED.search(clause)
        if founded and _is_called(founded["name"], hero):
            return True
    return False


def _is_hero(name: str, hero: str) -> bool:
    kind = KINDS.search(hero)
    return name == hero or bool(kind and name == kind[0])


def _is_called(name: str, hero: str) -> bool:
    said = re.sub(r"^.*年(?:\d+月)?", "", name)
    return len(said) > 1 and (hero.startswith(said) or said in GENERIC)


def _moments(text: str) -> Iterator[Moment]:
    for m in DATE.finditer(text):
        yield int(m[1]), int(m[2] or 0)
