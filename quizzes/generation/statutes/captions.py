"""What a notice leaves to its captions, its headings and its own short name."""

import re

from quizzes.generation.drafts import SLOT
from quizzes.generation.likeness import bigrams
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Sentence
from quizzes.generation.statutes.pieces import Piece, plain_of
from quizzes.generation.statutes.rules import LABEL, bare
from quizzes.generation.statutes.untold import RECEIVED

LABELLED = re.compile(
    r"(?<=^[\u4e00-\u9fff]{2}(?:范围|对象|时间|地点|标准|期限))：|(?<=^[\u4e00-\u9fff]{4}(?:范围|对象|时间|地点|标准|期限))："
)
# 计划遴选_个: of what, the notice's own short name says.
CALLED = re.compile(r"（以下简称“([\u4e00-\u9fff]{2,8})”）")
CHOSEN = re.compile(
    rf"(遴选|推荐|评选|认定|选拔)(?=(?:不超过)?(?:{SLOT}|\d+个)(?:左右|以内)?(?:[，。]|$))"
)
LONG_ASIDE = re.compile(rf"（[^（）{SLOT}]{{8,}}）")
LONGEST_CAP, CALLS = 14, 400


def for_whom(sentence: Sentence, pieces: list[Piece]) -> list[Piece]:
    """培训对象, and below: 在岗教师，年龄不超过_ → 培训对象为在岗教师，年龄不超过_."""
    heading, first = sentence.section.heading, sentence.clauses[0]
    opens = pieces[0].span == first.span and SLOT not in pieces[0].text
    is_noun = first.stop == "，" and not any(t.tag.startswith("v") for t in first.tokens)
    if not (opens and is_noun and heading.endswith("对象") and not sentence.before):
        return pieces
    return [Piece(f"{heading}为{pieces[0].text}", pieces[0].stop, pieces[0].span), *pieces[1:]]


def captioned(sentence: Sentence, pieces: list[Piece], *, untold: bool) -> tuple[list[Piece], bool]:
    """（一）新建大棚。每亩补贴_ → 新建大棚，每亩补贴_; whether it is still untold of what.

    What a notice receives, its own name says: applications for what it calls for.
    """
    if RECEIVED.search(plain_of(pieces)):
        return pieces, False
    span = sentence.before[0] if sentence.before else sentence.span
    caption = bare(span.of(sentence.text))
    if not sentence.before or not LABEL.match(span.of(sentence.text)) or len(caption) > LONGEST_CAP:
        return pieces, untold
    if any(pair in plain_of(pieces) for pair in bigrams(caption)):
        return pieces, untold
    return [Piece(caption, "，", span), *pieces], False


def told_in_notice(text: str, context: Context) -> str:
    """`text` as a sentence: its label with a verb, without long asides, with what is chosen."""
    return _whom(LONG_ASIDE.sub("", LABELLED.sub("为", text, count=1)), context)


def _whom(text: str, context: Context) -> str:
    """遴选_个 → 遴选试验站_个, where the notice has one short name for what it calls for."""
    names = CALLED.findall(context.text[:CALLS])
    return CHOSEN.sub(rf"\1{names[0]}", text) if names else text
