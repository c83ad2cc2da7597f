"""How much a statement says besides who and when."""

import re

from quizzes.generation.drafts import SLOT, UNDATED
from quizzes.generation.reading.context import Context

DATES = re.compile(
    r"(?:截至|到|自|从)?(?:1[5-9]|20)\d\d年(?:\d+月)?(?:\d+日)?(?:底|末|初|起|以来)?，?"
)
# What is said of anything: 2024年，甲县深化_改革 tells nothing of which reform.
IDLE = re.compile(
    r"进一步|不断|持续|积极|全面|深入|深化|加快|大力|着力|始终|继续|努力|切实|扎实|推进|推动|推行|坚持|完善|健全|"
    r"稳步|有序|建立|发展|实施|开展|打造|构建|落实|依法|保护|加强|提升|优化|要|将|已|了|的"
)
ENOUGH = 2


def is_thin(text: str, head: str, context: Context) -> bool:
    """Nothing but the subject, a date and an idle verb stand beside the slot and its noun."""
    said = text.removeprefix(context.frame).replace(UNDATED, "")
    said = DATES.sub("", said)
    if context.hero:
        said = said.replace(context.hero, "")
    said = said.replace(SLOT + head, SLOT)
    return len(re.sub(r"\W", "", IDLE.sub("", said))) < ENOUGH
