"""What something is called: the quoted name of a strategy, a reform, a programme."""

import re
from collections.abc import Iterator

from quizzes.generation.checks import squash
from quizzes.generation.drafts import BLANK, SLOT, UNDATED, YEAR, Draft
from quizzes.generation.lexicon import COMMON_NAMES, DIGITS, EFFORTS, HEADS, METAPHORS
from quizzes.generation.listing.list_statements import CONTENTS
from quizzes.generation.options.quoted import rivals
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import acts, is_verb, words
from quizzes.generation.reading.naming import Name, name_at
from quizzes.generation.reading.pointing import leans
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.stems import HANGING
from quizzes.generation.wording.substance import is_thin
from quizzes.generation.wording.tails import with_full_name
from quizzes.generation.wording.telling import telling
from quizzes.text.types import Span

PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")
# 五大行动, 四项措施: a label that says nothing.
COUNTED = re.compile(r"[一二两三四五六七八九十]+[大个项条种类][\u4e00-\u9fff]{2}$")
HOLLOW = re.compile(
    r"(?:不断|持续|扎实|深入|稳步|加快|有序)(?:深化|推进|提升|完善|优化|加强|增强)$"
)
FAIR = re.compile(r"\w+[、，+]\w+|\w+（\w）\w+")
INNER = re.compile(r"（(\w)）")
# A noun that names what kind of thing it is: left out or added at will.
NOUNS = re.compile(
    "(?:模式|机制|制度|平台|工程|经验|战略|计划|行动|改革|体系|品牌|工作法|系统|方案|项目)$"
)
# What a sentence says without saying anything.
IDLE = re.compile(
    "进一步|坚持|深化|推进|持续|不断|积极|全面|深入|加快|大力|着力|始终|继续|努力|切实|重点|将|要|已|和|与|了|的"
)
DUTY = re.compile(f"{SLOT}的(?:责任|使命|担当|决心|信心|责任担当|使命担当|时代|良好)")
KINDS = frozenset(
    (
        *("班列", "通道", "经验", "建设", "名单", "思路", "称号", "商标", "民宿"),
        *("基地", "联赛", "特点", "展厅", "商城", "之路"),
    )
)
COUNTING = re.compile("[三四五六七八九十](?:个|大|项)[^、]")
COMMON = frozenset(map(squash, COMMON_NAMES))
# What has to be done so that it comes to something: a moral, no fact.
MORAL = re.compile("才能|才会|才可以|方能|就会")
# 某人创办的_网店: a name with what belongs to it, and nothing said of it.
RELATIVE = re.compile(
    "(?:创办|建设|打造|开发|推出|创立|运营|发起|研发|建立|生产|成立|主持|撰写|编写|开办)的"
    f"{SLOT}[\u4e00-\u9fff]{{0,6}}$"
)
QUOTATION = re.compile("“([^“”]+)”")
PARTED, RIVALLED, FEW_TURNED = 2, 0.14, 5
LONGEST, LONGEST_BARE = 96, 14
ENOUGH, TELLING = 8, 20
# 原则办理油品贸易 is no noun any more.
LONGEST_NOUN = 6
GOES_ON = {"不", "并", "的", "中", "和"}


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each quoted name that a clause says something of."""
    for clause in sentence.clauses:
        for at, token in enumerate(clause.tokens):
            name = name_at(clause, at) if token.tag == "quote" else None
            draft = _draft(sentence, clause, name, context) if name else None
            if draft is not None:
                yield draft


def _draft(sentence: Sentence, clause: Clause, name: Name, context: Context) -> Draft | None:
    if squash(name.text) in COMMON:
        return None
    said = telling(sentence, clause, name.token.span, context)
    if said is None:
        return None
    text = with_full_name(_owned(said.text, context), context)
    if _counts_what_is_told(name, text):
        text = _by_its_scene(sentence, clause, text, context)
    rivalry = _rivalry(name, clause, text, context)
    if rivalry and (led := _behind_its_deed(sentence, clause, name, context)):
        text, rivalry = led, 0.0
    if _is_given_away(name, text):
        return None
    asked = f"{SLOT}的" if name.linked else SLOT
    token, whole = name.token, _whole(name, clause)
    return Draft(
        kind="term",
        sentence=sentence,
        answer=whole.of(context.text),
        value=name.text,
        evidence=said.proof,
        place=whole,
        statement=text,
        stem=text.replace(asked, "怎样的" if name.linked else "什么") + "？",
        blank=_blank(text, name),
        accepted=(*spellings(name), *_other_forms(name, context)),
        key=token.text,
        certainty=said.certainty
        - max(_doubt(name, text.removeprefix(context.frame), context), rivalry),
        importance=3 if name.head else 2,
        rivals=_rivals(clause, name, text, sentence, context),
    )


def _whole(name: Name, clause: Clause) -> Span:
    """The name with the noun it stands before: “双岗型”教师; and whose it is: 蓝海港“第二港区”."""
    token, at = name.token, name.at
    if not name.head and not name.naming:
        while at and clause.tokens[at - 1].tag in {"ns", "nt", "nz", "j"}:
            at -= 1
    noun = "" if name.linked else noun_of(name)
    return Span(clause.tokens[at].span.start, token.span.end + len(noun))


def noun_of(name: Name) -> str:
    """The noun behind the name where it is one that names a kind: 制度, not 制度逐步."""
    if len(name.head) > LONGEST_NOUN:
        return name.head[:2] if name.head[:2] in HEADS or name.head[:2] in KINDS else ""
    known = name.head[-2:] in HEADS or name.head[-2:] in KINDS or name.head.endswith("版")
    return name.head if known else ""


def spellings(name: Name) -> tuple[str, ...]:
    """The name, in its marks, with its noun, without the noun it ends in, and with other signs."""
    text = name.text
    found = [text, name.token.text]
    noun = noun_of(name)
    found += [f"{text}{noun}", f"{name.token.text}{noun}"] if noun else []
    tail = NOUNS.search(text)
    if (
        tail
        and not name.head
        and not re.search("、|^[一二两三四五六七八九十]", text)
        and len(text) - len(tail[0]) > 1
    ):
        found.append(text.removesuffix(tail[0]))
    if aside := INNER.search(text):
        inner = f"{aside[1]}{text[aside.end() :]}"
        found += [INNER.sub("", text), inner, text.replace("（", "(").replace("）", ")")]
    return tuple(dict.fromkeys(found))


def _other_forms(name: Name, context: Context) -> Iterator[str]:
    """办事不求人 for 群众办事不求人: as the document quotes it elsewhere, part by part."""
    parts = name.text.split("、")
    if len(parts) < PARTED:
        return
    for other in dict.fromkeys(QUOTATION.findall(context.text)):
        theirs = other.split("、")
        if other == name.text or len(theirs) != len(parts):
            continue
        pairs = zip(parts, theirs, strict=True)
        if all(
            len(one) > 2 < len(its) and (one.endswith(its) or its.endswith(one))
            for one, its in pairs
        ):
            yield other


def _rivalry(name: Name, clause: Clause, text: str, context: Context) -> float:
    """甲市深化_: other quoted names stand behind that verb in the document, with nothing more."""
    at = name.at
    verb = clause.tokens[at - 1].text if at else ""
    opening = text.partition(SLOT)[0].removeprefix(context.frame)
    if name.head or verb not in EFFORTS or not opening.endswith(verb):
        return 0.0
    told = IDLE.sub("", opening.rpartition("，")[2].removeprefix(context.hero).removesuffix(verb))
    behind = set(re.findall(f"{verb}[^，。；“]{{0,4}}“([^”]+)”", context.text)) - {name.text}
    return RIVALLED if behind and not told else 0.0


def _behind_its_deed(
    sentence: Sentence, clause: Clause, name: Name, context: Context
) -> str | None:
    """某市正打造甲，深化_: with what the hero does in the clause before, said first."""
    before = sentence.earlier(clause)[:1]
    if not before or before[0].stop != "，" or clause.own or not context.hero:
        return None
    said = before[0].said
    if not said.startswith(context.hero) or not acts(clause.tokens) or leans(said):
        return None
    undated = "" if context.date or YEAR.search(said) else UNDATED
    return f"{undated}{said}，{clause.said.replace(name.token.text, SLOT)}"


def _owned(text: str, context: Context) -> str:
    """What opens with the name is the hero's: 小镇“2+4”帮扶机制全面建立."""
    dated = re.match(r"(?:\d{4}年(?:\d{1,2}月)?，)?", text)
    at = dated.end() if dated else 0
    opens = re.match(rf"(?:[首第][\u4e00-\u9fff]{{1,3}})?{SLOT}(?!的)", text[at:])
    if not context.hero or not opens:
        return text
    return f"{text[:at]}{context.hero}{text[at:]}"


def _is_given_away(name: Name, text: str) -> bool:
    pieces = re.split(r"[、+，]", name.text)
    told = any(piece in text for piece in pieces if len(piece) > 1)
    turned = any(_is_turned(other, name.text) for other in QUOTATION.findall(text))
    turned = turned or RELATIVE.search(text) is not None
    return told or turned or _counts_what_is_told(name, text) or len(text) < ENOUGH


def _is_turned(one: str, other: str) -> bool:
    """从“往上看”转为“往下看”: who reads the one knows the other."""
    if sorted(one) == sorted(other):
        return len(one) > 1
    alike = sum(a == b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) > 2 and alike == len(one) - 1 and len(one) < FEW_TURNED


def _counts_what_is_told(name: Name, text: str) -> bool:
    """以甲、乙、丙为主要内容的“三个一”工程: who counts knows the name."""
    counting = COUNTING.match(name.text)
    return counting is not None and text.count("、") + 1 >= DIGITS[name.text[0]]


def _by_its_scene(sentence: Sentence, clause: Clause, text: str, context: Context) -> str:
    """The name without its contents, behind what it was done around (围绕甲、乙两个环节)."""
    text = CONTENTS.sub("", text)
    before = sentence.earlier(clause)[:1]
    own = before[0].own if before else None
    scene = words(before[0].tokens[own[1] if own else 0 :]) if before else ""
    if not scene.startswith(HANGING) or not context.hero or context.hero not in text:
        return text
    return text.replace(context.hero, f"{context.hero}{scene}，", 1)


def _blank(text: str, name: Name) -> str:
    """A blank only where the name has one spelling that a reader can recall."""
    fair = PLAIN.fullmatch(name.text) or FAIR.fullmatch(name.text)
    return text.replace(SLOT, f"“{BLANK}”") + "。" if fair else ""


def _rivals(
    clause: Clause, name: Name, text: str, sentence: Sentence, context: Context
) -> tuple[str, ...]:
    if not name.head or not _can_be_asked(clause, name):
        return ()
    return rivals(name.text, name.head, text, sentence, context)


def _can_be_asked(clause: Clause, name: Name) -> bool:
    """什么 stands well where the name stood: behind a verb, and its noun closes the phrase."""
    at, tokens = name.at, clause.tokens
    before = tokens[at - 1].text if at else ""
    opens = (at > 0 and is_verb(tokens, at - 1)) or before in {"了", "的", "以", "为"}
    behind = "".join(token.text for token in tokens[at + 1 :]).removeprefix("的")
    rest = behind.removeprefix(name.head)
    return opens and (not rest or rest[0] in GOES_ON or name.linked)


def _doubt(name: Name, text: str, context: Context) -> float:
    """A name with its noun is a clear question; one behind subject and verb alone is not."""
    if len(text) > LONGEST or is_thin(text, name.head, context):
        return 0.2
    if MORAL.search(text):
        return RIVALLED
    counted = text if name.head else IDLE.sub("", text)
    told = len(re.sub(r"\W", "", counted)) - len(name.head[-2:])
    plain = len(name.text) <= 2 or COUNTED.match(name.text)
    doubt = 0.06 if plain and told < TELLING - len(name.head) * 2 else 0.0
    if name.head:
        bare = told < ENOUGH and not YEAR.search(text)
        slogan = (name.linked and len(name.text) > LONGEST_BARE) or HOLLOW.search(text)
        return doubt + (0.16 if bare else 0.1 if slogan else 0.0)
    if "，" in name.text or DUTY.search(text):
        return doubt + 0.16
    if name.naming and SLOT in text.partition("，")[2] and not context.hero:
        return doubt + 0.1
    if name.naming:
        return doubt + (0.08 if told <= ENOUGH else 0.02)
    if name.text in METAPHORS and told < TELLING:
        return doubt + 0.16
    return doubt + (0.16 if told <= ENOUGH + 2 else 0.02)
