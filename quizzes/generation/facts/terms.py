"""What a term with a number in it (三权, 四治) is made up of."""

import re
from collections.abc import Iterator

import rjieba

from quizzes.generation.drafts import BLANK, SLOT, Draft, in_any_order
from quizzes.generation.lexicon import DIGITS, FAMILIES
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Sentence
from quizzes.text.types import Span

MEMBER = r"[\u4e00-\u9fff]{2,12}"
# 乡村路长、河长、林长“三长”制
COMPOSED = re.compile(
    rf"(?P<members>{MEMBER}(?:、{MEMBER}){{1,5}}(?:和{MEMBER})?)(?:等)?“(?P<count>[两二三四五六])(?P<kind>[\u4e00-\u9fff])"
    r"(?P<rest>[\u4e00-\u9fff]{0,6})”(?P<head>[\u4e00-\u9fff]{0,4})"
)
# “三长”（路长、河长、林长） · “三长”即… · “三长”是指…
SPELT_OUT = re.compile(
    rf"“(?P<count>[两二三四五六])(?P<kind>[\u4e00-\u9fff])(?P<rest>[\u4e00-\u9fff]{{0,6}})”(?P<head>[\u4e00-\u9fff]{{0,4}}?)"
    rf"(?:（|即|，即|是指|指的是|，是指|包括)(?P<members>{MEMBER}(?:、{MEMBER}){{1,5}}(?:和{MEMBER})?)(?=[）。；，])"
)


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """Drafts for the terms that the sentence spells out or defines."""
    text = sentence.span.of(context.text)
    for pattern in (COMPOSED, SPELT_OUT):
        for m in pattern.finditer(text):
            draft = _composed(sentence, m, context)
            if draft is not None:
                yield draft


def _composed(sentence: Sentence, m: re.Match[str], context: Context) -> Draft | None:
    """A term with a number in it, whose members are that many and of its kind."""
    count, kind = DIGITS[m["count"]], m["kind"]
    listed = re.split(r"[、和]", m["members"])
    members = listed[-count:]
    if len(listed) < count or any(other.endswith(kind) for other in listed[:-count]):
        return None
    if any(not member.endswith(kind) for member in members):
        return None
    owner, first = _split_owner(members)
    bare = (first, *members[1:])
    rivals = _rival_lists(bare, kind, sentence.span.of(context.text))
    if rivals is None:
        return None
    name = f"“{m['count']}{kind}{m['rest']}”"
    short = f"“{m['count']}{kind}”"
    whole = f"{owner}{name}{_head(m['head'])}"
    about = f"{whole}中的{short}" if m["rest"] else f"{owner}{short}"
    answer = "、".join(bare)
    end = sentence.span.start + m.end("members")
    start = end - len("、".join(members)) + len(members[0]) - len(first)
    return Draft(
        kind="term",
        sentence=sentence,
        answer=answer,
        value=f"{name}={'|'.join(sorted(bare))}",
        evidence=sentence.span,
        place=Span(start, end),
        statement=f"{about}指{SLOT}",
        stem=f"{about}指的是什么？",
        blank=f"{about}指的是{BLANK}。{in_any_order(m['count'])}",
        accepted=(answer, f"{owner}{answer}"),
        key=answer,
        certainty=0.93,
        importance=3,
        rivals=rivals,
    )


def _split_owner(members: list[str]) -> tuple[str, str]:
    """乡村路长 beside 河长: what governs all stands before the first member."""
    pieces = list(rjieba.tag(members[0]))
    longest = max(len(member) for member in members[1:])
    if len(members[0]) <= longest or len(pieces) < 2:
        return "", members[0]
    tail = pieces.pop()[0]
    if len(tail) < 2:
        tail = pieces.pop()[0] + tail
    owner = ""
    while pieces and pieces[-1][1][0] in "nlj":
        owner = pieces.pop()[0] + owner
    return owner, tail


def _head(head: str) -> str:
    """制度 of 制度逐步推开: the noun that the term is the name of."""
    found = ""
    for word, tag in rjieba.tag(head):
        if tag not in {"n", "vn", "nz"} or found:
            break
        found = word
    return found


def _rival_lists(members: tuple[str, ...], kind: str, said: str) -> tuple[str, ...] | None:
    """Three wrong lists of the same length, made so that no member is in more of them than another.

    The last two members each have one stand-in; the options are the four combinations.
    """
    outside = [word for word in FAMILIES.get(kind, ()) if word not in members and word not in said]
    if len(outside) < 2:
        return None
    *kept, left, right = members
    return tuple(
        "、".join((*kept, one, other))
        for one, other in ((left, outside[1]), (outside[0], right), (outside[0], outside[1]))
    )
