"""How rules are written: cases, tiers, numbered lists, and what they call themselves."""

import re
from collections.abc import Sequence

from quizzes.generation.lexicon import OWN_PLACE
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.text.types import Paragraph, Span

RULE = "法|条例|办法|规定|细则|规则|规程|章程|制度|守则"
NUMERAL = r"[一二三四五六七八九十百\d]+"
LABEL = re.compile(r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．)）]|[①-⑳])\s*")
ENTRY = re.compile(r"\s*[（(][一二三四五六七八九十\d]{1,3}[）)]")
LISTING = re.compile(r"(?:下列|以下|如下)[^。]*：")
# What opens the second tier of a penalty: how grave the act was, or what came of it.
TIER = re.compile(
    r"情节|逾期|拒不|拒绝|造成|构成|有违法所得|没有违法所得|违法所得|经责令|经批评|经教育|整改|再次|屡次|"
    r"多次|后果|未造成|尚不|尚未|仍|货值|数额|金额|情况|确有|特殊"
)
LEANING = re.compile(
    r"其(?!他)|该|此|这|上述|前款|具体|但|并|且|而|应当|应(?![聘届急考])|不得|可以|必须|须|依照|按照|或者|以及|及|则"
)
ITEMISED = re.compile(r"有(?:下列|以下)[\u4e00-\u9fff、]{0,12}之一(?:的)?")
# 某机构违反本条例规定的 says no more than that: there it stays.
OFFENCE = re.compile(
    rf"(?!违反(?:了)?本(?:{RULE})(?:第{NUMERAL}[条款项])*(?:的?规定)?的)"
    rf"违反(?:了)?本(?:{RULE})(?:第{NUMERAL}条(?:第{NUMERAL}[款项])*)?(?:的?规定)?，?(?!的)"
)
# What a reader would have to look up in another place of the document.
ELSEWHERE = re.compile(
    rf"前款|前条|前[两三]款|前项|本条(?!例)|本款|本章|本节|第{NUMERAL}[条款项]|上述|下列|如下|"
    r"以下(?!的?罚[款金]|简称)"
)
# 未依照本条例规定备案: behind the document's name its rules need not be named again.
BY_ITSELF = re.compile(rf"(?<=[依按]照|符合)本(?:{RULE})(?:的?规定)(?=[\u4e00-\u9fff])")
# 除依照前款规定申请外: what else can be done is told without the paragraph before.
BY_ANOTHER = re.compile(r"(?<=除)(?:依照|按照)前款规定(?=[\u4e00-\u9fff]{4,30}外，)")
RULES = re.compile(r"(?:制度|守则|规范|须知|规约|手册)》$")
SELF = re.compile(rf"本({RULE}|规范|准则|公约|公告|通告|指南)")
OWN_BODY = re.compile(
    r"(?<![\u4e00-\u9fff]本)[我本](?:部|厅|局|委|院|校|中心|公司|学院|医院|海关|关|会)(?![门分位])"
)
SHORT_FOR = re.compile(r"（以下[^（）]*）")
# By whose rules they are: of a school, of a firm.
PLACES = {
    "school": re.compile(r"学校|学生|大学|学院|中学|小学|校园|学籍|宿舍"),
    "company": re.compile(r"^(?!.*(?:法|条例)》$).*(?:公司|员工|考勤|集团|工厂)"),
}


def is_entry(sentence: Sentence, clause: Clause, context: Context) -> bool:
    """A clause without a subject in a numbered list, or behind 行使下列职权：: whose it is, the
    opening of the list says."""
    if not context.is_law or clause.own is not None:
        return False
    if ENTRY.match(sentence.paragraph.span.of(context.text)):
        return True
    before = Span(sentence.span.start, clause.span.start).of(context.text)
    return LISTING.search(before) is not None


def parts(sentence: Sentence) -> list[tuple[Clause, ...]]:
    """The clauses of a sentence between its semicolons."""
    found: list[tuple[Clause, ...]] = []
    for clause in sentence.clauses:
        here = sentence.part_of(clause)
        if not found or here != found[-1]:
            found.append(here)
    return found


def condition(part: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses of a part up to the one that closes its condition: …的，. Empty where none."""
    ends = [
        at
        for at, clause in enumerate(part[:-1])
        if clause.stop == "，" and clause.said.endswith("的")
    ]
    return tuple(part[: ends[-1] + 1]) if ends else ()


def is_rule(context: Context) -> bool:
    """The document lays down rules, whatever it calls itself."""
    return context.is_law or context.is_notice or bool(context.frame and RULES.search(context.name))


def is_tier(part: Sequence[Clause]) -> bool:
    """情节严重的，…: the part goes on with the case of the one before."""
    return bool(condition(part)) and TIER.match(part[0].said) is not None


def listed(sentence: Sentence) -> tuple[Paragraph, ...]:
    """The numbered paragraphs that follow the sentence's own and belong to it."""
    paragraphs = sentence.section.body[sentence.ordinal :]
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        if LABEL.match(paragraph.span.of(sentence.text)) is None:
            break
        found.append(paragraph)
    return tuple(found)


def bare(item: str) -> str:
    """An entry of a numbered list without its number, its closing mark and its 的."""
    return LABEL.sub("", item.strip(), count=1).strip("；;。， ").removesuffix("的")


def plain(said: str) -> str:
    """`said` without what only names the document once more: 违反本办法规定, 依照本办法规定."""
    said = BY_ANOTHER.sub("", said)
    return SHORT_FOR.sub("", BY_ITSELF.sub("规定", OFFENCE.sub("", said)))


def self_named(said: str, context: Context) -> str | None:
    """`said` with 本办法 and 本校 named; None where the document leaves open what they are."""
    for m in reversed(list(SELF.finditer(said))):
        name = context.this_document(m[0])
        if not name:
            return None
        said = said[: m.start()] + name + said[m.end() :]
    for m in reversed(list(OWN_BODY.finditer(said))) if context.is_notice else ():
        body = context.own_body(m[0])
        if not body:
            return None
        said = said[: m.start()] + body + said[m.end() :]
    for word in OWN_PLACE:
        if len(word) > 1 and word in said:
            name = context.place(word) or (word if word in context.name else "")
            if not name:
                return None
            said = said.replace(word, name)
    return said
