"""What a rule stands on and what it replaces: 根据…制定本法, …同时废止."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.lexicon import LAW_NAMES
from quizzes.generation.likeness import bigrams
from quizzes.generation.reading.context import Context
from quizzes.generation.wording.paper import made
from quizzes.text.types import Outline, Span

TITLE = re.compile(r"《[^《》]+》")
BASIS = re.compile(
    r"(?:根据|依据|依照|落实)(?P<what>宪法|《[^《》]{3,40}》)(?:的?(?:有关)?规定)?，"
    r"(?:[^《》。]{0,40}，)?制定本(?:法|条例|办法|规定|细则|规则|章程|规程|方案|实施方案)"
)
REPEALED = re.compile(
    r"(?P<titles>《[^《》]+》(?:（[^（）]*）)?(?:[、和]?《[^《》]+》(?:（[^（）]*）)?)*)同时废止"
)
UNDER_NONE = ("民法典", "立法法", "刑法")
WHOLE = "中华人民共和国"
LONGEST_BLANK, MOST_APART = 24, 5


def find(outline: Outline, context: Context) -> Iterator[Draft]:
    """The drafts on what a rule was drawn up under, and on what it repealed."""
    if context.name:
        yield from _based(outline, context)
        yield from _repealed(outline, context)


def _based(outline: Outline, context: Context) -> Iterator[Draft]:
    m = BASIS.search(outline.text)
    if m is None:
        return
    what = m["what"]
    bare = what.strip("《》").removeprefix(WHOLE)
    told = set(bigrams(bare.removesuffix("法"))).intersection(bigrams(context.name))
    rivals = UNDER_NONE if what == "宪法" else _laws(what, context)
    yield made(
        outline,
        Span(m.start(), m.end()),
        Span(m.start("what"), m.end("what")),
        "总则",
        "object",
        f"制定{context.name}的根据是{SLOT}",
        "哪部法律",
        certainty=0.86,
        importance=3,
        rivals=() if told else rivals,
        accepted=tuple(dict.fromkeys((what, what.strip("《》"), bare))),
    )


def _laws(what: str, context: Context) -> tuple[str, ...]:
    """Laws that the document does not name."""
    whole = WHOLE if WHOLE in what else ""
    laws = [f"《{whole}{name}》" for name in LAW_NAMES if f"{name}》" not in context.text]
    return tuple(law for law in laws if abs(len(law) - len(what)) <= MOST_APART)[:6]


def _repealed(outline: Outline, context: Context) -> Iterator[Draft]:
    m = REPEALED.search(outline.text)
    if m is None:
        return
    titles = list(TITLE.finditer(outline.text, m.start("titles"), m.end("titles")))
    proof, first = Span(m.start(), m.end()), titles[0]
    when = f"自{context.name}施行之日起，"
    if len(titles) == 1:
        name = first[0][1:-1]
        yield made(
            outline,
            proof,
            Span(first.start() + 1, first.end() - 1),
            "附则",
            "object",
            f"{when}《{SLOT}》同时废止",
            "哪份文件",
            certainty=0.84,
            importance=2,
            accepted=(name, first[0]),
            is_blank=len(name) <= LONGEST_BLANK,
        )
        return
    place = Span(first.start(), titles[-1].end())
    draft = made(
        outline,
        proof,
        place,
        "附则",
        "list",
        f"{when}{SLOT}同时废止",
        "哪些法律" if all(title[0].endswith("法》") for title in titles) else "哪些文件",
        certainty=0.86,
        importance=3,
        is_blank=False,
    )
    yield _as_list(draft, tuple(title[0] for title in titles), outline.text, context)


def _as_list(draft: Draft, members: tuple[str, ...], text: str, context: Context) -> Draft:
    """All that was repealed, among other rules of the document of the same rank."""
    others = dict.fromkeys(TITLE.findall(text))
    outsiders = tuple(
        title
        for title in others
        if title not in members and title != context.name and title[-2] == members[0][-2]
    )
    return replace(
        draft,
        answer=members,
        value="|".join(sorted(members)),
        members=members,
        outsiders=outsiders,
    )
