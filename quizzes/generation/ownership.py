"""Whether what a draft says of the hero is the hero's, and what a charter only tells."""

import re
from dataclasses import replace

from quizzes.generation.drafts import SLOT, YEAR, Draft
from quizzes.generation.lexicon import GENERIC, OWN_PLACE
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.named import names_one

# Times in 1000 characters that a text names the one it is all about.
DENSE = 5.0
WIDE = frozenset(("中国", "我国", "全国"))
ENTRY = re.compile(r"\s*(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳])")
BRIEF = 400
MEASURED = frozenset(("number", "share", "change", "rank"))
BODIES = re.compile("企业|公司|合作社|单位|机构|学校|医院|部门|[省市县区镇乡村][里委]|人员|干部")
# Another place that is named a third as often acts in the text as well.
RIVALLED = 3
DOUBT = 0.2
ARTICLE = re.compile(r"第[一1][条章]")
TOLD = re.compile(r"现有|现址|占地|建筑面积|成立于|前身|创办于|始建|坐落|位于|更名")


def with_owner(draft: Draft, context: Context) -> Draft:
    """The draft, less certain where the hero was put into words that may be about another."""
    lent = (
        _is_lent(draft, context)
        and not _is_the_heros(context)
        and not _is_the_paragraphs(draft, context)
    )
    if lent or _is_entry(draft, context):
        return replace(draft, certainty=draft.certainty - DOUBT)
    return draft


def sourced(draft: Draft, context: Context) -> Draft:
    """What a paper says of a whole country, undated, is asked behind the paper's name."""
    told = draft.statement
    if context.hero not in WIDE or not context.name or YEAR.search(told) or told.startswith("据"):
        return draft
    frame = f"据{context.name}，"
    blank = f"{frame}{draft.blank}" if draft.blank else ""
    return replace(draft, statement=f"{frame}{told}", stem=f"{frame}{draft.stem}", blank=blank)


def _is_lent(draft: Draft, context: Context) -> bool:
    """The hero stands in the statement and not in the words that prove it."""
    if not context.hero or context.is_periodic:
        return False
    before, _, behind = draft.statement.partition(SLOT)
    own = draft.evidence.of(context.text)
    if context.hero[:2] not in before:
        return context.hero[:2] in behind and not _names_hero(own, context)
    start = min(draft.evidence.start, draft.place.start)
    return not _names_hero(context.text[start : draft.place.end], context)


def _is_the_paragraphs(draft: Draft, context: Context) -> bool:
    """The paragraph has named nobody since it spoke of the hero; of a country, nobody at all."""
    start = draft.sentence.paragraph.span.start
    told = context.text[start : draft.place.end]
    if context.hero in WIDE:
        return draft.kind in MEASURED and not names_one(told.replace(context.hero, ""))
    _, found, since = told.rpartition(context.hero)
    return bool(found) and not (names_one(since) or BODIES.search(since))


def _is_entry(draft: Draft, context: Context) -> bool:
    """3. 拥有农机不少于50台 in a notice: of whom that is asked, the line above the list says."""
    if not context.is_plan or not ENTRY.match(draft.sentence.paragraph.span.of(context.text)):
        return False
    return not names_one(draft.statement.removeprefix(context.frame))


def _names_hero(said: str, context: Context) -> bool:
    stands = [word for word in GENERIC if context.place(word) == context.hero]
    stands = stands if context.hero_is_body else list(OWN_PLACE)
    return context.hero[:2] in said or any(word in said for word in stands)


def _is_the_heros(context: Context) -> bool:
    """The text is all about one place or body, which it names again and again.

    Elsewhere (a case, a feature, a country with its regions) a sentence that names nobody may be
    about any of those that were spoken of.
    """
    if context.hero in WIDE:
        return False
    named = context.text.count(context.hero[:2])
    around = (place[:2] for place in context.places.values() if place[:2] != context.hero[:2])
    if any(context.text.count(place) * RIVALLED >= named for place in around):
        return False
    return named * 1000 >= DENSE * len(context.text) or len(context.text) < BRIEF


def as_told(draft: Draft, context: Context) -> Draft:
    """据《…章程》 for what a rule tells of its house, before its articles or among them."""
    if not context.is_law or not draft.statement.startswith(context.frame) or not context.frame:
        return draft
    first = ARTICLE.search(context.text)
    ahead = first is not None and draft.place.start < first.start()
    if not ahead and not TOLD.search(draft.statement.removeprefix(context.frame)):
        return draft
    told = f"据{context.name}，"
    return replace(
        draft,
        statement=draft.statement.replace(context.frame, told, 1),
        stem=draft.stem.replace(context.frame, told, 1),
        blank=draft.blank.replace(context.frame, told, 1),
    )
