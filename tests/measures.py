"""What a program can see of the questions: breaches of form, faults of wording.

A floor, not a verdict. Measured on the lines that `manage.py generate_items` prints; nothing is
shared with the generator's own checks, so that neither hides what the other misses.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tests.bench.lines import Line, answers, keys, options, squash, stands_in


class Remark(NamedTuple):
    """What is wrong, and the stem of the item it is wrong with."""

    what: str
    stem: str


# Form


def breaches(lines: Sequence[Line], text: str) -> Iterator[Remark]:
    """What breaks the form of an item, within a document whose clean text is `text`."""
    for line in lines:
        fact = line["fact"]
        if not fact["evidence"] or text[fact["start"] : fact["end"]] != fact["evidence"]:
            yield Remark("the evidence does not stand at its offsets", line["stem"])
    yield from _remarks(FORM, lines)
    yield from _again("an id used twice", lines, lambda line: line["id"])
    yield from _again(
        "the same question twice",
        lines,
        lambda line: (line["kind"], line["stem"], *sorted(options(line))),
    )


def _remarks(rules: dict[str, Callable[[Line], bool]], lines: Iterable[Line]) -> Iterator[Remark]:
    for line in lines:
        for what, breaks in rules.items():
            if breaks(line):
                yield Remark(what, line["stem"])


def _again(what: str, lines: Iterable[Line], name: Callable[[Line], Any]) -> Iterator[Remark]:
    seen = set()
    for line in lines:
        if name(line) in seen:
            yield Remark(what, line["stem"])
        seen.add(name(line))


def _incomplete(line: Line) -> bool:
    return not all(line[part] for part in ("id", "stem", "answer", "explanation", "confidence"))


def _options_alike(line: Line) -> bool:
    return len(set(map(squash, options(line)))) < len(options(line))


def _key_in_stem(line: Line) -> bool:
    given = keys(line) if line["kind"] in CHOICES else []
    return any(stands_in(key, line["stem"]) for key in given)


def _single(line: Line) -> bool:
    return len(line["options"]) != 4 or len(keys(line)) != 1


def _multiple(line: Line) -> bool:
    return len(keys(line)) < 2 or len(keys(line)) == len(line["options"])


def _true_false(line: Line) -> bool:
    return len(line["options"]) != 2 or len(keys(line)) != 1


def _blank(line: Line) -> bool:
    return not re.search(r"[_＿]{2,}|（\s*）|\(\s*\)|[？?]", line["stem"])


def _matching(line: Line) -> bool:
    sides = list(zip(*line["answer"], strict=True))
    return not 3 <= len(line["answer"]) <= 6 or any(len(set(side)) < len(side) for side in sides)


def _ordering(line: Line) -> bool:
    return not 3 <= len(line["answer"]) <= 6 or len(set(line["answer"])) < len(line["answer"])


def _of(kind: str, breaks: Callable[[Line], bool]) -> Callable[[Line], bool]:
    return lambda line: line["kind"] == kind and breaks(line)


CHOICES = {"single_choice", "multiple_choice"}
KINDS = {*CHOICES, "true_false", "fill_blank", "matching", "ordering"}
FORM: dict[str, Callable[[Line], bool]] = {
    "a part is missing": _incomplete,
    "a kind that is none": lambda line: line["kind"] not in KINDS,
    "two options alike": _options_alike,
    "the key stands in the stem": _key_in_stem,
    "single choice without four options and one key": _of("single_choice", _single),
    "multiple choice without two keys and a wrong option": _of("multiple_choice", _multiple),
    "true or false without two options and one key": _of("true_false", _true_false),
    "a blank item without a blank": _of("fill_blank", _blank),
    "matching without three to six pairs, all different": _of("matching", _matching),
    "ordering without three to six steps, all different": _of("ordering", _ordering),
}


# Wording


def faults(lines: Iterable[Line]) -> Iterator[Remark]:
    """Faults of wording that can be seen without understanding."""
    return _remarks(FAULTS, lines)


def _half_a_pair(line: Line) -> bool:
    return any(map(_unbalanced, [line["stem"], *options(line), *answers(line)]))


def _unbalanced(text: str) -> bool:
    waiting = []
    for sign in text:
        if sign in PAIRS:
            waiting.append(PAIRS[sign])
        elif sign in PAIRS.values() and (not waiting or waiting.pop() != sign):
            return True
    return bool(waiting)


def _doubled(line: Line) -> bool:
    return any(DOUBLED.search(text) for text in [line["stem"], *options(line)])


def _deictic(line: Line) -> bool:
    return bool(DEICTIC.search(re.sub(r"《[^》]*》", "", line["stem"])))


def _key_longest(line: Line) -> bool:
    """The longest option is a key, and nearly twice as long as the next."""
    lengths = sorted(map(len, options(line)))
    longest = max(map(len, keys(line)), default=0)
    return line["kind"] in CHOICES and longest == lengths[-1] and longest > 1.8 * lengths[-2]


def _several_forms(line: Line) -> bool:
    """What stands around the figures is not the same in all options: 14条, 20条, 3个, 几条."""
    texts = options(line) if line["kind"] in CHOICES else []
    return any(map(FIGURE.search, texts)) and len(set(map(shape, texts))) > 1


def _ends_alone(line: Line) -> bool:
    """The wrong options all end in one sign, the key in another; figures aside."""
    ends = Counter(text[-1:] for text in options(line))
    key = "".join(keys(line)[:1])
    return (
        line["kind"] == "single_choice"
        and len(ends) == 2
        and ends[key[-1:]] == 1
        and not FIGURE.search(key)
    )


def shape(text: str) -> str:
    """The form of an option: its words around its figures; of one without, how it opens."""
    around = FIGURE.sub("0", text)
    return around if around != text else text[:1] * text.startswith(("“", "《"))


FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
PAIRS = dict(zip("“‘（《〈【〔「(", "”’）》〉】〕」)", strict=True))
DOUBLED = re.compile(r"([\u4e00-\u9fff]{3,})\1|的的|了了|在在|是是|和和|为为")
BROKEN = re.compile(
    r"^[，。；：、？！）”》]|[，、；：]{2}|[，、；：][？。]|[。？！]{2}|的(?:？|$)|“”|《》|[，、；：（《“]$"
)
NEEDS_MORE = re.compile(
    r"这|那|其|该|此|它|他(?!人)|她|上述|以上|前述|同时|因此|因而|从而|并且|而且|以及|或者|对此|为此|在此|据此|由此|"
    r"另外|但是|然而|不过|通过|使得?|让|令"
)
DEICTIC = re.compile(
    r"(?<![项科])目前|(?<![应相])当前|(?<!\d)今年|去年|明年|近年|近期|日前|昨[日天]|今[日天后]|当下|(?<!以)上年|"
    r"(?<![基资成样日根])本[年月市省县区]|(?<![自忘])我[市省县区们]"
)
FAULTS: dict[str, Callable[[Line], bool]] = {
    "half a pair of marks": _half_a_pair,
    "words doubled": _doubled,
    "broken punctuation": lambda line: bool(BROKEN.search(line["stem"])),
    "opens with a word that needs more": lambda line: bool(NEEDS_MORE.match(line["stem"])),
    "a word that needs the document": _deictic,
    "the key is by far the longest": _key_longest,
    "figures of several forms": _several_forms,
    "the key alone ends so": _ends_alone,
}
