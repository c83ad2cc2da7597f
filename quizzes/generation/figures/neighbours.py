"""Figures of what the clause before has named, which nothing in their own clause says."""

import re

from quizzes.generation.drafts import SLOT
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import words
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.stems import Statement
from quizzes.generation.wording.subjects import INDEFINITE

# 30%用于购买保险 behind 收入的50%归单位.
PART = re.compile(rf"^有?{SLOT}(?:用于|归|注入|投向|由|为|是|来自|作为|以上)")
# 由财政承担60%: of which cost?
BORNE = re.compile(r"^由[\u4e00-\u9fff]{1,10}(?:承担|负担|出资|补助|补贴|解决|支付|分担)")
# 拥有泊位900个, behind 单位90家: theirs.
HELD = re.compile(r"^(?:共?拥有|共有|设有|建有|配有|现有)")
COUNTED = re.compile(r"\d余?多?[家所个](?:$|）)")
# 前后召开会议9场 behind 各社区组织讨论.
ALL_TOLD = re.compile(r"^(?:前后|先后|累计|共|合计|总共|参与|参加)")
# 置顶的就有9个: nine what?
NOUNLESS = re.compile(rf"”?的(?:就|也|还|只|仅|都)有{SLOT}$")
# 据某办承担事项9项: what was reported is glued to who reported it.
GLUED = re.compile(r"^据(?!《|课文|[^，]{2,24}(?:统计|调查|监测|测算|数据|显示|介绍|报告))")
# 使成本降低9%, 相当于节煤9万吨: what did, and what was, stands before.
COMES_OF = re.compile(
    r"^(?:使|令|让|相当于|折合|约合|带动|助力|惠及|受益|发现(?!金融)|为[^，]{1,8}(?:增收|节约|节省))"
)
# 推出某电池，实现续航900公里: the battery's.
REACHED, MADE = (
    re.compile(r"^实现(?!营业|产值|收入|利润|净利|销售|税|工业|外贸|进出口)"),
    re.compile("发布|推出|研发|研制|开发|上线|投用|投运"),
)
# 开展活动90场: which?
THIN = re.compile(
    rf"^(?:前后|先后|全年|累计|共)?(?:开展|举办|组织|召开)(?:各类|各项|相关)?(?:活动|会议|培训|服务){SLOT}$"
)
# 派出队员9名、车辆3辆驰援乙县: of the second the deed stands before the first.
ON_THE_WAY = re.compile(rf"{SLOT}(?:驰援|赶赴|奔赴|支援|参加|参与|投入|前往)")
# 某县省内外90批考察团前来: they are not the county's.
OUTSIDERS = re.compile("^(?:省|市|国|县|区|海)内外")
SINCE = re.compile("以来$")
LOST_SHARE = re.compile(r"^(?:所得|全部|该项|上述)?(?:收入|收益|利润|费用|资金|款项)的?$")


def is_of_neighbour(said: Statement, sentence: Sentence, clause: Clause, context: Context) -> bool:
    """The figure is part, cost or holding of something that only a neighbour names."""
    told = re.sub(r"^据课文，", "", said.text).removeprefix(context.frame)
    told = told.removeprefix(context.hero)
    if (
        context.hero
        and told.count(context.hero) > 0
        and said.text != told
        and _is_twice(said, context)
    ):
        return True
    if GLUED.match(said.text) or NOUNLESS.search(told.rstrip("。")):
        return True
    told = re.sub(r"^(?:截至)?\d{4}年[^，]{0,6}，", "", told).removeprefix(context.hero)
    first = sentence.chained(clause)[0]
    if OUTSIDERS.match(told) or (first is not clause and ON_THE_WAY.search(told)):
        return True
    if _comes_of(told, sentence, clause, context) or THIN.match(told):
        return True
    if PART.match(told) or BORNE.match(told) or LOST_SHARE.match(told.partition(SLOT)[0]):
        return True
    before = sentence.earlier_in_part(clause)
    if before and HELD.match(clause.said) and COUNTED.search(before[0].said):
        return True
    own = clause.own and words(clause.tokens[clause.own[0] : clause.own[1]])
    if context.is_periodic or (own and not ALL_TOLD.match(own)) or said.subject.donor:
        return False
    nearest = next((one for one in before if one.own), None)
    return nearest is not None and ALL_TOLD.match(clause.said) is not None and _is_each(nearest)


def _comes_of(told: str, sentence: Sentence, clause: Clause, context: Context) -> bool:
    """What was made, or since when it is counted, only the clauses before say."""
    if not context.hero or clause is sentence.clauses[0]:
        return False
    before = sentence.earlier_in_part(clause)
    since = next((one for one in before if SINCE.search(one.said)), None)
    if since is not None and context.is_periodic and since.said not in told:
        return True
    made = any(MADE.search(one.said) for one in before[:2])
    return bool(COMES_OF.match(told) or (made and REACHED.match(told)))


def _is_twice(said: Statement, context: Context) -> bool:
    """某镇从县下沉某镇_: the town stands in the clause, and is not the one that acts."""
    own = said.evidence.of(context.text)
    return said.text.count(context.hero) > max(1, own.count(context.hero))


def _is_each(clause: Clause) -> bool:
    """各社区, 各单位: they did it, each or all together."""
    own = clause.own or (0, 0)
    return words(clause.tokens[own[0] : own[1]]).startswith((*INDEFINITE, "每"))
