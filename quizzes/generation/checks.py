"""The rules of item writing that a program can hold; an item that breaks one is not made.

After the ten rules of a good item and the flaws listed by Haladyna, Downing & Rodriguez (2002),
"A Review of Multiple-Choice Item-Writing Guidelines", Applied Measurement in Education 15(3).
"""

import re
from collections.abc import Callable

from quizzes.generation.drafts import UNDATED
from quizzes.generation.lexicon import NOW, OWN_PLACE, PRESENT
from quizzes.generation.types import Item
from quizzes.generation.unsaid import UNSAID

PAIRS = ("“”", "‘’", "（）", "《》", "〈〉", "【】", "()", "〔〕")
LOST = re.compile(
    r"^(?:这|其|该|此|它|他们|她|上述|以上|同时|此外|因此|从而|并且|而且|对此|为此|在此|据此|另外|但是|然而|通过|"
    r"使得|让|令|由此|以及|及|或|和|与|的|并|而)"
)
DEICTIC = re.compile("(?<!\\d)(?:" + "|".join([*NOW, *PRESENT, *OWN_PLACE]) + ")")
HARMLESS = re.compile(
    r"我国|自我|忘我|全区域|全市场|全省略|此时此刻|未来(?:产业|社区|工厂)|比[一二三四]季度|比(?:上一年|\d{4}年)全年"
)
DOUBLED = re.compile(
    r"([\u4e00-\u9fff]{3,})\1|的的|了了|在在|是是|(\d{4}年)，\2|"
    r"\d{4}年(?:\d+月)?，\d{4}年|公司公司|公司[^，]{0,6}成为公司|([\u4e00-\u9fff]{2,5}[省市县区镇])在\3"
)
BROKEN = re.compile(
    r"^[，。；：、？！）”》]|[，、；：]{2}|[，、；：][？。]|的(?:？|。$)|[（(][）)]|，，"
)
HALF = re.compile("既(?![往定成得])(?!.*[又也且要])")
# 应当会同哪些部门？ says nothing of what they do together.
CUT = re.compile(
    r"(?:会同|协同|联合)[^，。？]*(?:哪|什么|_)[^，。？]{0,12}[？。](?:（|$)|"
    r"(?:^|，|[^理自缘])由_+。(?:（|$)"
)
# 正在崛起为什么？ reads as 为什么 first.
WHY = re.compile(r"(?<![称名视成作定评誉列确变转设改更命选认化])为什么？$")
# 在参加考试时。 and 天文学上称为＿: half of what is to be said.
HALF_SAID = re.compile(
    r"[，]在[^，。_]{2,30}时。|，(?:[\u4e00-\u9fff]{2,5}上)?(?:称为|叫做|称作)[“_]"
)
# 2019年1月，设立＿: nobody does it.
NOBODY = re.compile(r"^\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?，?[\u4e00-\u9fff]{2,4}《?_+》?。")
# 相关专业: only the text says which.
RELATED = re.compile(
    r"(?:年|，)(?:相关|有关)(?:专业|产业|领域|企业|行业|产品|业务|工作|项目|技术)|，试点工作"
)
# 应当结合种植习惯等。 · 依托自身的优势？: what is to be done so is not said.
UNFINISHED = re.compile(
    r"(?:^|，)(?:[^，。？]*应当?)?(?:根据|按照|依照|依据|本着|结合|围绕|依托|立足)[^，。？]*"
    r"(?:等|要求|习惯|情况|特点|结果|优势|思路|实际|需要)[。？]|"
    r"，凡[^，。？都]*[。？]|不得[^，。？]{1,20}不得"
)
# 奖励金额不超过…, 单个中心…: which, the sentence before has said.
LEANING = re.compile(
    r"(?:提出|规定|》)，(?:每个?|单个|相应|办公室|投向|结果分为|(?:奖励|补助|资助|补贴|扶持)(?:金额|额度|标准|资金)|"
    r"其中|二产|三产|一产|是|首期|首届|首批|累计投入|限期|再|规划期|样本|停车位配建|\d[\d.]*万元奖励|为此)"
)
# 西部地区可放宽至100公里, 东部地区率先达到90%, 项目不超过22个工作日: of what?
UNMEASURED = re.compile(
    r"^(?!.*(?:间距|期限|时[间限长]|比例|比重|标准|年限|距离|面积|额度|办理|报装|审批|率))"
    r".*(?:可(?:适当)?(?:放宽|延长|缩短)[至到]|项目(?:原则上)?不超过[^，]*工作日)|"
    r"(?:地区|试验区|省份|城市|[省市县区])(?:率先|力争|全部|均|要)?达到?"
    r"(?:百分之多少|_+%|\d+(?:\.\d+)?%)(?:以上)?[。？]|超过[\d.]+%的目标"
)
# 镇里, 由县司法局, 为此: of which town, for what, the text alone says.
WHOSE = re.compile(
    r"^(?:据课文，|据?《[^》]*》(?:提出|规定)?，)?(?:_+，|(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?，))?(?:[省市县区镇乡村院校]里|由[省市县区](?!人民|级)|他|她|当地)|为此|前身为[^，]*，更名"
)
PEOPLE = re.compile(r"(?:_|哪些)[^，。]{0,2}的(?:老人|儿童|群众|居民|人员|家庭|学生|病人|患者)")
BAD_KEY = re.compile(
    r"^了|[\u4e00-\u9fff]{2}了[\u4e00-\u9fff]{2}|^(?:什么|怎么|怎样|如何|谁|哪)|依法$|的$"
)
# 其他产品: other than which? · 甲，才能乙 without 只有. · 在甲区，在谈判中….
LEFT_OVER = re.compile(
    r"其[他它](?:产品|业务|收入|项目|行业|费用)[^，]*(?:多少|_|\d)|^(?!.*(?:只有|必须|唯有|需要|应当)).*，才能|"
    r"，在[^，]{2,14}，在"
)
# 有三年内不予受理: what the case was is cut out of it; 连续两年不缴会费: what then?
CASE_LOST = re.compile(
    r"(?:^|，)且?有[^，。？]{1,8}年内|违反其他法律|无正当理由(?!.*(?:视为|自动|予以|处|应当|给予|可以|由|丧失|取消))"
)
# 分为哪几级，是凭证？: the question is over before the sentence is.
RUN_ON = re.compile(r"(?:哪|什么|多少|多长|第几)[^，？]*，(?:是|发现|但|并应当|从而)[^？]*？")
LONGEST_STEM = 100
ECHO = 4
LEAST, LEAST_TOLD = 8, 9
MOST_TEXT = re.compile(r"[\s“”\"'‘’「」《》〈〉（）(),，。；;：:、．·_？?]+")


def squash(text: str) -> str:
    """`text` without spaces and punctuation: what two wordings are compared by."""
    return MOST_TEXT.sub("", text).lower()


def faults(item: Item) -> list[str]:
    """The rules that `item` breaks, by name; empty for an item that may be made."""
    return [name for name, breaks in RULES.items() if breaks(item)]


def _gives_key_away(item: Item) -> bool:
    if item.kind == "true_false":
        return False
    stem = squash(item.stem)
    texts = [option.text for option in item.options if option.is_key] or item.answer[:1]
    return any(squash(text) in stem for text in texts if len(squash(text)) > 1)


def _points_at_key(item: Item) -> bool:
    """人力资源市场由哪个部门管理: of the options one alone has four characters of the stem."""
    if item.kind != "single_choice":
        return False
    stem = squash(item.stem)
    echoes = [
        any(text[at : at + ECHO] in stem for at in range(len(text) - ECHO + 1))
        for text in (squash(option.text) for option in item.options)
    ]
    keys = [echo for echo, option in zip(echoes, item.options, strict=True) if option.is_key]
    return sum(echoes) == 1 and any(keys)


def _unbalanced(item: Item) -> bool:
    texts = [item.stem, *(option.text for option in item.options)]
    return any(text.count(a) != text.count(b) for text in texts for a, b in map(tuple, PAIRS))


def _deictic(item: Item) -> bool:
    named = "".join(re.findall(r"《[^》]*》", item.stem))
    quoted = re.sub(r"“[^”]*”|《[^》]*》", "", item.stem)
    return any(m[0] not in named for m in DEICTIC.finditer(HARMLESS.sub("", quoted)))


def _options_equal(item: Item) -> bool:
    texts = {squash(option.text) for option in item.options}
    return len(texts) != len(item.options)


def _one_key_of_four(item: Item) -> bool:
    keys = sum(option.is_key for option in item.options)
    return item.kind == "single_choice" and (len(item.options) != 4 or keys != 1)


def _too_little(item: Item) -> bool:
    said = item.stem.removeprefix(UNDATED)
    least = LEAST_TOLD if said != item.stem else LEAST
    return len(re.findall(r"[\u4e00-\u9fff]", said)) < least


def _is_mixed_list(item: Item) -> bool:
    """为医院、学校和行动不便的老人: what 的 belongs to is the last member alone."""
    answer = item.fact.answer
    if isinstance(answer, str) or not PEOPLE.search(item.stem):
        return False
    return answer[0].endswith(("院", "校", "位", "企业", "机构", "站", "馆", "园"))


def _no_answer(item: Item) -> bool:
    """A question word, or words cut amiss, taken for the answer."""
    answer = item.fact.answer
    keys = [answer] if isinstance(answer, str) else answer
    return any(BAD_KEY.search(key) for key in keys)


def _in_stem(form: re.Pattern[str]) -> Callable[[Item], bool]:
    """The rule that no stem may hold `form`."""
    return lambda item: form.search(item.stem) is not None


RULES: dict[str, Callable[[Item], bool]] = {
    "the key stands in the stem": _gives_key_away,
    "the stem points at the key": _points_at_key,
    "half a pair of marks": _unbalanced,
    "opens with a word that needs the sentence before": lambda item: bool(LOST.match(item.stem)),
    "a word that means nothing outside the document": _deictic,
    "words doubled": _in_stem(DOUBLED),
    "cut before its verb": lambda item: item.kind != "true_false" and bool(CUT.search(item.stem)),
    "broken punctuation": _in_stem(BROKEN),
    "half of 既…又…": _in_stem(HALF),
    "为什么 for 为 and 什么": _in_stem(WHY),
    "half of what is to be said": _in_stem(HALF_SAID),
    "a deed that nobody does": _in_stem(NOBODY),
    "related to what the text alone says": _in_stem(RELATED),
    "cut before what is done": _in_stem(UNFINISHED),
    "leans on the sentence before": _in_stem(LEANING),
    "a case without its case": _in_stem(CASE_LOST),
    "whose, only the text says": _in_stem(WHOSE),
    "no answer": _no_answer,
    "members of two makes": _is_mixed_list,
    "what is left of a whole": _in_stem(LEFT_OVER),
    "a figure of nothing": _in_stem(UNMEASURED),
    "runs on behind the question": _in_stem(RUN_ON),
    **{name: _in_stem(form) for name, form in UNSAID.items()},
    "stem too long": lambda item: len(item.stem) > LONGEST_STEM,
    "stem too short to stand alone": _too_little,
    "two equal options": _options_equal,
    "not one key among four": _one_key_of_four,
}
