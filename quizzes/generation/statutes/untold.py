"""Rules that go on with a matter that only the sentence before them names."""

import re

from quizzes.generation.likeness import bigrams
from quizzes.generation.reading.sentences import Sentence
from quizzes.generation.statutes.rules import LABEL, LEANING
from quizzes.text.types import Span

# Of what it is that was applied for, or made public, the sentence before tells.
UNTOLD = re.compile(
    r"^(?:受理|登记|审批|发证)(?:机关|部门|机构)|^(?:复查|检查|普查|评审)中|"
    r"^(?:公示期|期满|逾期|经审[核查批]|审[核查]合格|检测合格|调查|评价结果)|"
    r"(?:收到|接到)(?:书面)?(?:申请|申诉|投诉|举报|报告|材料|建议)(?:材料|书)?(?:之日|后)|"
    r"^[\u4e00-\u9fff]{0,6}(?:金额|费用|标准|比例|期限|价格|期间|人数|面积)(?=不|应|最|为|按|由|超|一般)"
)
RECEIVED = re.compile(r"(?:收到|接到)(?:书面)?(?P<what>申请|申诉|投诉|举报)")
ANY_ANSWER = re.compile(r"(?:作出|予以|给予)(?:书面)?(?:答复|\w{0,4}结论|处理)$|^[^，]{0,12}答复$")
ARTICLE = re.compile(r"^第[一二三四五六七八九十百]+条\s*")
LONGEST, OPENING = 72, 11
COMMON = frozenset(("应当", "不得", "可以", "之日", "部门", "机关", "收到"))


def is_untold(said: str) -> bool:
    """补助金额不超过…, 自收到申请之日起…: of what it is `said` leaves to the sentence before."""
    received = RECEIVED.search(said)
    if received and said.count(received["what"]) > 1:
        return False
    return UNTOLD.search(said) is not None or ANY_ANSWER.search(said) is not None


def told_before(sentence: Sentence, said: str) -> tuple[str, Span] | None:
    """The sentence before as an opening of `said`, and where it stands.

    None where it is long, leans itself, or has no word of what `said` leaves untold.
    """
    if not sentence.before:
        return None
    span = sentence.before[-1]
    before = LABEL.sub("", span.of(sentence.text).strip(), count=1)
    before = ARTICLE.sub("", before).rstrip("。；")
    received = RECEIVED.search(said)
    asked = received["what"] if received else said[:OPENING]
    pairs = set(bigrams(asked)) - COMMON
    is_told = any(pair in before for pair in pairs)
    return (
        (before, span) if is_told and len(before) <= LONGEST and not LEANING.match(before) else None
    )
