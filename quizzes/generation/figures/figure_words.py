"""How a figure is asked, left blank and typed."""

import re

import cn2an
import rjieba

from quizzes.generation.drafts import BLANK, SLOT
from quizzes.generation.figures.clause_readings import Reading, row_verb
from quizzes.generation.figures.measures import ENDS, MOVE
from quizzes.generation.figures.standing import FRAME
from quizzes.generation.lexicon import ACTIONS
from quizzes.generation.reading.expressions import Number
from quizzes.generation.reading.grammar import words
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.reading.verbs import carrier_of, head_of

PLAIN = frozenset(
    (
        *("有", "是", "为", "达", "达到", "超", "超过", "占", "共", "已", "约", "近", "逾", "突破"),
        *("从", "到", "至"),
    )
)
PLAIN_ENDS = (
    *PLAIN,
    "不少于",
    "不低于",
    "不超过",
    "不高于",
    "至少",
    "最多",
    "多于",
    "少于",
    "只有",
)
GIVEN = re.compile(r"给予[^，]*(?:奖励|补助|补贴|资助)$")
PULL = re.compile(r"拉动[^，]+$")
RELATIVE = re.compile(r"(?:具有|拥有|符合|参加|从事|享受)[^，]*的[^，的]+$")
# What somebody does with an amount, though it ends in a noun for one: 发放小额贷款.
DOING = re.compile(
    r"(?:发放|登记|主持|参与|制定|安排|投入|筹集|发行|募集|盘活|引进|吸引|争取|拨付|支付|减免|投放|完成|实现|达成|更新|维修|"
    r"升级|招录|认定|培育|评选|命名|淘汰|关停|拆除|腾退|复垦|整改|清退|收储|出让|种植|栽植|铺设|安装|配备|节电|节水|节煤|上门服务)(?![率额量])"
)
# 全年销售减速器9万台, not 商品房销售面积.
SOLD = re.compile(r"(?:^|[年，司])(?:全年)?(?:销售|交付|回收|发运)[\u4e00-\u9fff]{2,}$")
STATIVE = re.compile(
    r"(?:外出|注册|在册|在校|退休|从业|参保|持证|留守|返乡|常驻)[\u4e00-\u9fff]{1,8}$"
)
SMALL = 10
# Of these, one or two is worth knowing.
TELLING = {"个百分点", "个月", "年", "天", "小时", "周", "次", "学时", "学分", "倍"}
LONG, LONG_RULE = 60, 76


def question_word(number: Number) -> str:
    """多少项, 百分之多少, 几分之几: what stands where the answer stood."""
    if number.measure == "fraction":
        return "几分之几"
    if number.measure == "count":
        return f"多少{number.scale}{number.unit}"
    return "百分之多少" if number.measure == "percent" else "千分之几"


def gap(number: Number) -> str:
    """The blank with what stays beside it: ____多项, ____余万人次, ____万平方米."""
    if number.measure == "fraction" or not number.written[0].isdecimal():
        return BLANK if number.measure != "count" else f"{BLANK}{number.unit}"
    rest = number.written.removeprefix(number.digits) if number.measure == "count" else ""
    return f"{BLANK}{rest}{number.unit}"


def accepted(number: Number, answer: str) -> tuple[str, ...]:
    """What may be typed: the figure alone, with its 万 and its unit, in either kind of digits."""
    if number.measure == "fraction":
        return (answer, _in_other_digits(answer))
    if not number.digits.isascii():
        return tuple(dict.fromkeys((*_chinese(number), answer, *_in_arabic(number, answer))))
    forms = [number.digits, number.written, answer]
    if "." in number.digits and number.digits.endswith("0"):
        forms.append(number.digits.rstrip("0").rstrip("."))
    if "," in number.digits:
        forms += [form.replace(",", "") for form in forms]
    if number.measure == "count" and number.digits.isdecimal() and int(number.digits) <= SMALL:
        said = cn2an.an2cn(number.digits)
        forms += [said, f"{said}{answer.removeprefix(number.digits)}"]
    return tuple(dict.fromkeys(forms))


def _chinese(number: Number) -> tuple[str, ...]:
    return (number.digits, number.written) if number.measure == "count" else (number.written,)


def _in_arabic(number: Number, answer: str) -> tuple[str, ...]:
    """六十日: 60, 60日; 百分之八十: 80%, 80."""
    value = f"{number.value.normalize():f}"
    if number.measure == "count":
        return value, answer.replace(number.digits, value)
    if number.measure == "permille":
        return f"{value}‰", f"{(number.value / 10).normalize():f}%"
    return f"{value}%", value


def _in_other_digits(fraction: str) -> str:
    """1/12 ↔ 十二分之一."""
    if "/" in fraction:
        top, bottom = fraction.split("/")
        return f"{cn2an.an2cn(bottom)}分之{cn2an.an2cn(top)}"
    bottom, top = (cn2an.cn2an(part, "smart") for part in fraction.split("分之"))
    return f"{top}/{bottom}"


def with_verb(
    sentence: Sentence, clause: Clause, number: Number, text: str, it: Reading | None
) -> str:
    """高新技术企业1.2万家 → 高新技术企业有…: a count of things wants its verb."""
    if clause.tokens[clause.lead].span == number.span:
        return re.sub(rf"(?<![有共]){SLOT}", f"有{SLOT}", text)
    before = text.removesuffix(SLOT)
    if before == text or before.endswith(PLAIN_ENDS) or MOVE.search(before) or PULL.search(before):
        return text
    last = before.split("，")[-1]
    if (RELATIVE.search(last) or STATIVE.search(last)) and number.measure == "count":
        return f"{before}有{SLOT}"
    if last.endswith(("长", "宽", "高", "深", "厚", "重")):
        return text
    if GIVEN.search(last):
        return text
    if _governed(sentence, clause, text) or not _is_verbless(last, it):
        return text
    if last.endswith(ENDS) or number.unit.endswith("元"):
        return f"{before}为{SLOT}"
    return f"{before}有{SLOT}" if number.measure == "count" else text


def _governed(sentence: Sentence, clause: Clause, text: str) -> bool:
    """组建小队12个、队伍8支: the verb of the row's first is said of all."""
    if "中，" in text:
        return False
    carrier = carrier_of(sentence, clause)
    lent = words(head_of(carrier)[-1:]) if carrier and carrier is not clause else ""
    row = row_verb(sentence, clause)
    return any(verb and verb in text for verb in (lent, row))


def _is_verbless(last: str, it: Reading | None) -> bool:
    """No verb stands in the words; those inside an amount's name (旅游收入) are none."""
    if DOING.search(last[:-2]) or (SOLD.search(last) and not last.endswith(ENDS)):
        return False
    tagged = rjieba.tag(last)
    if last.endswith(ENDS) and it is not None:
        acted = any(word in ACTIONS - {"新建", "占"} for word, _ in tagged[:-1])
        return not (it.found.how or it.found.is_deed or acted)
    return not any(tag in {"v", "vd", "vi", "vq"} or word in ACTIONS for word, tag in tagged)


def polish(text: str) -> str:
    text = re.sub(r"(多少[^，。]{1,4}?)左右", r"大约\1", text)
    text = re.sub(r"超(?=多少|百分|千分|几分|_)", "超过", text)
    text = re.sub(r"(?<![到通抵送发])达(?=多少|百分|千分|几分)", "达到", text)
    return re.sub(r"逾(?=多少|百分|_)", "超过", text)


def doubt(clause: Clause, number: Number, text: str) -> float:
    """What makes a reader hesitate: a figure that opens the clause, a long stem, brackets."""
    doubt = 0.0
    if text.startswith(SLOT):
        doubt += 0.12
    if len(FRAME.sub("", text)) > (LONG_RULE if text.startswith("《") else LONG):
        doubt += 0.1
    if "年均" in text and not re.search(r"\d{4}", text):
        doubt += 0.15
    if any(token.tag == "bracket" and len(token.text) > 5 for token in clause.tokens):
        doubt += 0.06
    if number.measure == "count" and number.digits in {"1", "2"} and number.unit not in TELLING:
        doubt += 0.15
    return doubt
