"""What a clause with a figure measures: 第一产业实现增加值9亿元，增长3% → 第一产业增加值."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.generation.lexicon import ACTIONS, AMOUNTS
from quizzes.generation.reading.grammar import is_verb
from quizzes.generation.reading.sentences import Clause, Sentence, numbers
from quizzes.text.types import Span

RISES = "升值|新增|净增|增长|增加|上升|上涨|提高|提升|扩大|增|涨"
FALLS = "贬值|下降|减少|回落|下跌|降低|收窄|缩小|缩短|压缩|压减|精简|降"
MOVES = f"{RISES}|{FALLS}"
AGAINST = r"同比|环比|(?:比|较)[\u4e00-\u9fff\d]{1,12}?"
BESIDE = rf"{AGAINST}|年均|年平均|平均|累计|实际|名义|净|又|再|合计|总体"
NEARLY = r"约|近|超过|超|逾"
MOVE = re.compile(rf"(?P<how>(?:{BESIDE})*(?:{MOVES})了?(?:{NEARLY})?)$")
PULL = re.compile(r"^(?:正向|负向)?拉动[^，；、]{2,16}$")
PART = re.compile(
    r"^(?P<how>约?占(?!比)[^，；、]{0,18}?(?:的比重|的比例|比重|比例)?(?:为|达到|达|的|超过|约)*)$"
)
STATES = (
    "不低于|不少于|不超过|不高于|至少|最多|达到|达|为|有|突破|超过|超|约|近|逾|实现|完成|稳定在|保持在|控制在|扩大到|提高到|提升到|提升至|提高至|"
    "增加到|增加至|增长到|增至|增长至|上升到|上升至|下降到|降至|下降至|降低到|减少到|减少至|缩短到|缩短至|扩大至"
)
STATE = re.compile(rf"(?P<how>(?:已|共|均|合计|累计|首次)*(?:{STATES})*)$")
BARE = re.compile(r"\d+(?:\.\d+)?")
DONE = re.compile(r"^(?P<who>.*?)(?:累计|共)?(?P<verb>实现|完成)(?P<what>[^实完]{2,})$")
# Of these a clause says how they moved; whose they are stands in the clause before.
RATES = re.compile(
    r"^(?P<rate>(?:增速|增幅|降幅|涨幅|跌幅|占比|所占比重|比重|比例|总产量|总数|总量|单产|总产值))"
)
WHOLE = ("全市", "全省", "全县", "全区", "全国", "全州", "全镇", "我市", "我省", "我县", "我区")
# Amounts that mean nothing without the thing that they are of, and things of somebody's.
LOST = re.compile(
    r"^(?:(?:年度?|计划)*(?:计划)?(?:总?投资|资金)|(?:项目|工程)?(?:总投资|造价)|销售额|销售量|成交额|交易额|总额|年?产值|产量|"
    r"(?:规划|建筑|占地|厂房|灌溉)?面积|金额|利润|在校生|招生|毕业生|专任教师|(?:新增|新设)?床位(?:数|占比)?|员工|在?职工|平均年龄|航程|客房|"
    r"办结率|[\u4e00-\u9fff]{0,4}满意[率度]|[\u4e00-\u9fff]{0,4}收缴率|经费|额度|单价|时速|(?:发行)?价格|全长|总长|设计[时速]速|设计寿命|桥隧比|首批队员|"
    r"[人户]均(?:费用|年?产值|收入|面积)|(?:补助|补贴|奖励|资助)(?:金额|标准|资金)|(?:平均)?(?:办理|审批)时[限间]|申请材料|"
    r"(?:设置|配置|配备)比例|营业收入利润率|注册资[本金]|募集资金(?:总额)?|借期|公示期|挂牌|出具证明事项|持股|人均年产值|"
    r"标的额|判赔金额|死亡人数|办复率|全产业链产值|金牌|奖牌|样本量|[\u4e00-\u9fff]{0,2}(?:开发|建设|维护|改造)费用|累计投入|(?:投资)?完成率|涉案金额|执行金额|涉案(?:金额|资金)|货值|"
    r"年?(?:设计)?(?:加工|生产|处理|供应|吞吐)能力|用工|人均月工资|"
    r"实现收入|收入|年发电量|[\u4e00-\u9fff]{0,4}(?:回复率|续费率|整改完成率|整改率|办复率)|样机[\u4e00-\u9fff]*|"
    r"平台[\u4e00-\u9fff]{1,6}率)$"
)
# What a clause does with the thing of the clause before.
LEANING = re.compile(
    r"^(?:惠及|涉及|带动|覆盖|受理|入驻|已|力争|另|其余|全长|设计|总投资|首批|院里|村里|市里|历史上|平均年龄|航程|建成后|"
    r"合计|共计|募集|发行|每股|人均每|包括|归集|增至|减至|升至|降至)"
)
ENDS = (
    *AMOUNTS,
    *[
        "投入",
        "贷",
        "零售",
        "事项",
        "材料",
        "环节",
        "营业额",
        "占比",
        "出口",
        "进口",
        "外资",
        "存栏",
        "出栏",
        "经费",
        "贷款",
        "成本",
        "费用",
        "税",
        "利用外资",
        "使用外资",
        "开支",
        "消费",
        "浓度",
        "保有量",
        "人次",
        "户",
        "主体",
        "业务",
        "经济",
        "物价",
        "订单",
        "销售",
        "增加值",
        "产量",
        "用电",
        "赤字",
        "补助",
        "标准",
        "时间",
        "时限",
        "时长",
        "次数",
        "案件",
    ],
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A clause read: `thing` measured, `who` acts (拉动), and what `how` says of the figure.

    `thing` is empty where the clause goes on with the one before it; `rate` is then the side of
    that thing (增速) that it speaks of. `is_deed` where a verb opens the clause.
    """

    thing: str
    who: str
    how: str
    rate: str
    is_deed: bool
    goes_on: bool


def read(clause: Clause, said: str) -> Measure | None:
    """The clause up to its figure, whose words are `said`; None where it is no plain measure."""
    if PULL.match(said):
        return Measure("", "", said, "", is_deed=False, goes_on=True)
    if m := PART.match(said):
        return Measure("", "", m["how"], "", is_deed=False, goes_on=True)
    m = MOVE.search(said) or STATE.search(said)
    if m is None:
        return None
    thing = said[: m.start()]
    if not thing:
        return Measure("", "", m["how"], "", is_deed=False, goes_on=bool(m["how"]))
    if rate := RATES.fullmatch(thing):
        return Measure("", "", m["how"], rate["rate"], is_deed=False, goes_on=True)
    return _own(clause, thing, m["how"])


def _own(clause: Clause, thing: str, how: str) -> Measure:
    done = DONE.match(thing)
    if done and not _opens_with_deed(clause, thing):
        who = done["who"]
        return Measure(
            f"{who}{done['what']}", who, f"{done['verb']}{how}", "", is_deed=False, goes_on=False
        )
    return Measure(thing, thing, how, "", is_deed=_opens_with_deed(clause, thing), goes_on=False)


def _opens_with_deed(clause: Clause, thing: str) -> bool:
    first = clause.lead
    while first < len(clause.tokens) and clause.tokens[first].tag in {"d", "ad", "a"}:
        first += 1
    if first >= len(clause.tokens):
        return False
    token = clause.tokens[first]
    return (is_verb(clause.tokens, first) or token.text in ACTIONS) and not thing.endswith(ENDS)


def figure_of(clause: Clause) -> Span | None:
    """The first figure of the clause, also one without a unit (指数为100.7)."""
    if found := numbers(clause):
        return found[0].span
    bare = next((token for token in clause.tokens if BARE.fullmatch(token.text)), None)
    return bare.span if bare else None


def bases(sentence: Sentence, clause: Clause) -> Iterator[Clause]:
    """The clauses of the same part before `clause` that have figures, the nearest first.

    They end at a clause without a figure, unless it only compares (增速与上季持平).
    """
    for other in sentence.earlier_in_part(clause):
        if figure_of(other):
            yield other
        elif not RATES.match(other.said):
            return
