"""Penalties, cases and exceptions that a rule could name instead of its own, and does not."""

import re
from collections.abc import Sequence

from quizzes.generation.lexicon import TYPED_RULES
from quizzes.generation.likeness import bigrams
from quizzes.generation.lots import shuffled
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Sentence
from quizzes.generation.statutes.rules import PLACES

# Words that penalties of every kind hold.
PLAIN = re.compile(r"给予|予以|责令|限期|依法|处分|资格|有|的|情节|法律|规定")
# Who misuses an office is punished otherwise than who breaks a rule.
OFFICERS = re.compile(r"工作人员|滥用职权|玩忽职守|主管人员")
# What may be done to a licence: 吊销执业许可证.
LICENCE = re.compile(
    r"(?P<deed>吊销|撤销|注销|暂扣)(?P<what>[\u4e00-\u9fff、]{2,30}?(?:证|证书|执照|资质|批准文件))$"
)
DEEDS = ("吊销", "撤销", "注销", "暂扣")
# Each of these may be said of the same case as the others.
GRAVE = re.compile(r"情节|后果|影响|危害")
WANTED = 3


def others(
    kind: str, texts: Sequence[str], sentence: Sentence, context: Context
) -> tuple[str, ...]:
    """The lexicon's of the kind that have nothing in common with what the section says."""
    here = PLAIN.sub("", sentence.section.span.of(context.text))
    if kind == "threats":
        licence = LICENCE.fullmatch(texts[0]) if len(texts) == 1 else None
        if licence is not None:
            return _of_licence(licence, here)
        kind += _sort(sentence, context)
    grave = any(GRAVE.search(text) for text in texts)
    fit = [
        other
        for other in TYPED_RULES[kind]
        if not any(pair in here for pair in bigrams(PLAIN.sub("", other)))
        and not (other.startswith("责令") and any(text.startswith("责令") for text in texts))
        and not (kind == "tiers" and grave and (GRAVE.search(other) or "再次" in other))
    ]
    own = [other for other in shuffled("".join(texts), fit) if other[-2:] in context.text]
    chosen = list(dict.fromkeys((*own, *fit)))
    return tuple(chosen[:WANTED]) if len(chosen) >= WANTED else ()


def _of_licence(m: re.Match[str], here: str) -> tuple[str, ...]:
    """Revoked, withdrawn, cancelled, suspended: what else the law may do to the same licence."""
    fit = [deed for deed in DEEDS if deed not in here]
    return tuple(f"{deed}{m['what']}" for deed in fit) if len(fit) == WANTED else ()


def _sort(sentence: Sentence, context: Context) -> str:
    """Whose rule it is, and whom it is meant for."""
    if context.is_notice:
        return "_notice"
    of = next((f"_{name}" for name, words in PLACES.items() if words.search(context.name)), "")
    is_officer = not of and OFFICERS.search(sentence.span.of(context.text))
    return "_officers" if is_officer else of
