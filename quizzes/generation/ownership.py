"""Whether what a draft says of the hero is the hero's, and what a charter only tells."""

import re
from dataclasses import replace

from quizzes.generation.drafts import Draft
from quizzes.generation.lexicon import GENERIC, OWN_PLACE
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.named import names_one
from quizzes.text.types import Span

# Times in 1000 characters that a text names the one it is all about.
DENSE = 5.0
WIDE = frozenset(("中国", "我国", "全国"))
# Others that the text has turned to.
OTHER = re.compile(
    r"[\u4e00-\u9fff]{2}(?:镇|乡|村|社区|街道|小区|公司|集团|合作社|学校|中学|医院|企业|协会|基金|流域|示范区|经济带|三角洲?|城市群)|"
    r"长江|黄河|[\u4e00-\u9fff]{2}(?:省|市|县|区)(?!级|域)|其中"
)
ENTRY = re.compile(r"\s*(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳])")
FAR = 160
BRIEF = 400
DOUBT = 0.2
ARTICLE = re.compile(r"第[一1][条章]")
TOLD = re.compile(r"现有|现址|占地|建筑面积|成立于|前身|创办于|始建|坐落|位于|更名")


def with_owner(draft: Draft, context: Context) -> Draft:
    """The draft, less certain where the hero was put into words that may be about another."""
    lent = _is_lent(draft, context) and not _is_the_heros(draft, context)
    if lent or _is_entry(draft, context):
        return replace(draft, certainty=draft.certainty - DOUBT)
    return draft


def _is_lent(draft: Draft, context: Context) -> bool:
    """The hero stands in the statement and not in the words that prove it."""
    if not context.hero or context.is_periodic:
        return False
    own = draft.evidence.of(context.text)
    return context.hero[:2] in draft.statement and not _names_hero(own, context)


def _is_entry(draft: Draft, context: Context) -> bool:
    """3. 拥有农机不少于50台 in a notice: of whom that is asked, the line above the list says."""
    if not context.is_plan or not ENTRY.match(draft.sentence.paragraph.span.of(context.text)):
        return False
    return not names_one(draft.statement.removeprefix(context.frame))


def _names_hero(said: str, context: Context) -> bool:
    stands = GENERIC if context.hero_is_body else OWN_PLACE
    return context.hero[:2] in said or any(word in said for word in stands)


def _is_the_heros(draft: Draft, context: Context) -> bool:
    """The text tells of nobody else, or named the hero last, and not long ago."""
    named = context.text.count(context.hero[:2])
    dense = named * 1000 >= DENSE * len(context.text)
    if (dense and context.hero not in WIDE) or len(context.text) < BRIEF:
        return True
    start = draft.sentence.paragraph.span.start
    before = Span(start, draft.evidence.start).of(context.text)
    marks = [context.hero[:2], *(GENERIC if context.hero_is_body else OWN_PLACE)]
    last = max((before.rfind(mark) for mark in marks), default=-1)
    since = before[last:] if last >= 0 else ""
    whole = since[len(context.hero) :] + draft.evidence.of(context.text)
    return bool(since) and len(since) <= FAR and not OTHER.search(whole)


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
