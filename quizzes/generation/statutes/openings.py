"""Entries of numbered lists, said with the sentence, or the heading, that they stand under."""

import re
from collections.abc import Sequence

from quizzes.generation.drafts import SLOT
from quizzes.generation.reading.sentences import Sentence
from quizzes.generation.statutes.pieces import Piece, piece_of
from quizzes.generation.statutes.rules import ITEMISED, LABEL, bare
from quizzes.text.types import Span

LISTS = re.compile(r"(?:下列|以下|如下)[^。]*：$|(?:包括|条件|材料|情形|职责|内容)：$")
# An entry that says itself who must: 护理岗位须具有….
MUST = re.compile(r"^[^，]{2,12}(?:须|应当|必须|应)(?=[具取有持符])")
HEADS = re.compile(r"(?:对象|范围)$")
DEMANDS = re.compile(
    r"(?P<must>(?:应当|必须|应|须|需|需要)(?:同时)?(?:具备|符合|满足|遵守|达到))"
    r"(?:下列|以下|如下)(?:基本)?(?P<kind>条件|要求|规定|标准)：?$"
)


def opening_of(sentence: Sentence) -> Sentence | None:
    """The sentence that opens the numbered list in which this one is an entry.

    None for a paragraph that is numbered and stands for itself: （三）笔试。满分为100分。
    """
    body, text = sentence.section.body, sentence.text
    if sentence.before or not LABEL.match(sentence.paragraph.span.of(text)):
        return None
    at = sentence.ordinal - 1
    while at and LABEL.match(body[at].span.of(text)):
        if body[at].span.of(text).rstrip().endswith(("：", ":")):
            break
        at -= 1
    span = body[at].sentences[-1]
    opens = span.of(text).replace(":", "：")
    if body[at] is sentence.paragraph or not opens.endswith("："):
        return None
    if not LISTS.search(opens) and sentence.paragraph.span.of(text).endswith("。"):
        return None
    return Sentence(text, span, sentence.section, body[at], at + 1, body[at].sentences[:-1])


def entered(sentence: Sentence, opening: Sentence, place: Span) -> list[Piece] | None:
    """An entry of a numbered list, said with the sentence before the list that it belongs to."""
    text, entry = sentence.text, sentence.paragraph.span
    said = f"{text[entry.start : place.start]}{SLOT}{text[place.end : entry.end]}"
    pieces = [piece_of(opening, clause, place) for clause in opening.clauses]
    for number, piece in enumerate(pieces):
        m = ITEMISED.search(piece.text)
        if m is not None and "的，" not in said:
            whole = f"{piece.text[: m.start()]}{bare(said)}的{piece.text[m.end() :]}"
            named = Piece(whole, piece.stop, Span(piece.span.start, entry.end))
            return [*pieces[:number], named, *pieces[number + 1 : number + 2]]
    return _demanded(pieces, said, entry)


def is_named_only(sentence: Sentence) -> bool:
    """（一）年满18周岁的市民；: an entry that its section's heading introduces."""
    said = sentence.paragraph.span.of(sentence.text)
    if not LABEL.match(said) or sentence.before:
        return False
    before = sentence.section.body[max(0, sentence.ordinal - 2)].span.of(sentence.text)
    return said.endswith("；") or (bool(LABEL.match(before)) and before.endswith("；"))


def headed(sentence: Sentence, place: Span) -> list[Piece] | None:
    """招生对象: （一）年满_的市民 → 招生对象包括年满_的市民."""
    heading, entry = sentence.section.heading, sentence.paragraph.span
    said = bare(
        f"{sentence.text[entry.start : place.start]}{SLOT}{sentence.text[place.end : entry.end]}"
    )
    if not HEADS.search(heading) or "，" in said:
        return None
    return [Piece(f"{heading}包括{said}", "", entry)]


def _demanded(pieces: Sequence[Piece], said: str, entry: Span) -> list[Piece] | None:
    """应聘者应当具备下列条件：…年满_ → 应聘者应当具备的条件之一是年满_."""
    m = DEMANDS.search(pieces[-1].text)
    if m is None or ITEMISED.search(pieces[-1].text) or "；" in bare(said):
        return None
    before, behind = bare(said).split(SLOT)
    asked = f"{before}{SLOT}{re.split('[，。]', behind)[0]}"
    if MUST.search(before):
        return [Piece(asked, "", entry)]
    whole = f"{pieces[-1].text[: m.start()]}{m['must']}的{m['kind']}之一是{asked}"
    return [*pieces[:-1], Piece(whole, "", Span(pieces[-1].span.start, entry.end))]
