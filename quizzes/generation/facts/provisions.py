"""What a rule lists under numbers: conditions, acts, papers, duties, over several paragraphs."""

import re
from collections.abc import Iterator

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import LABEL as NUMBER
from quizzes.generation.reading.sentences import Sentence
from quizzes.generation.statutes.entries import CATCH_ALL, OPENING, outsiders, shortened
from quizzes.generation.statutes.rules import ELSEWHERE, bare, listed, plain, self_named
from quizzes.text.types import Span

FEWEST, MOST = 3, 10
LONGEST_ENTRY, LONGEST_STEM = 46, 84
ORDERED = re.compile(r"程序|步骤|流程|顺序|办法处理|方法(?:计算|确定)|按照下列规定")
INNER = re.compile(r"(?<=：)\s*(?=[（(]一[）)]|1[.、．])")
PARTED = re.compile(r"[；;。]\s*(?=[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．])")
# 应当提交下列材料：甲；乙；丙。
INLINE = re.compile(r"([^；。]{4,40}：)([^；。：]{2,40}(?:；[^；。：]{2,40}){2,})。?$")
SELF = re.compile(r"本(?:法|条例|办法|规定|规则|细则|规程|章程)|[上前]述|前[款项]")


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for the numbered list that the sentence opens."""
    said, entries, end = _split(sentence)
    if not FEWEST <= len(entries) <= MOST or ORDERED.search(said):
        return
    m = OPENING.search(said) if context.frame else None
    if m is None or any(len(entry) > LONGEST_ENTRY for entry in entries):
        return
    stem = _stem(said, m, context)
    if stem is None:
        return
    if all("的，" in entry for entry in entries):
        entries = [entry.partition("的，")[0] for entry in entries]
    shown = [plain(entry) for entry in entries if not CATCH_ALL.search(entry)]
    if len(shown) < 2 or any("的，" in entry or SELF.search(entry) for entry in shown):
        return
    others = outsiders(sentence, said, entries, m, context)
    start = sentence.span.start
    first = max(start, sentence.text.find(entries[0], start))
    yield Draft(
        kind="list",
        sentence=sentence,
        answer=tuple(entries),
        value="|".join(entries),
        evidence=Span(start, end),
        place=Span(first, end),
        statement=stem.replace("哪些", SLOT, 1),
        stem=f"{stem}？",
        blank="",
        accepted=("；".join(entries),),
        key="；".join(entries),
        certainty=0.86,
        importance=3,
        members=tuple(shown) if others else (),
        outsiders=others,
    )


def _split(sentence: Sentence) -> tuple[str, list[str], int]:
    """The sentence up to its colon, the entries of its list, and where the last one ends."""
    text = sentence.span.of(sentence.text)
    inner = INNER.search(text)
    if inner is not None:
        entries = [bare(piece) for piece in PARTED.split(text[inner.end() :])]
        return text[: inner.start()], entries, sentence.span.end
    inline = INLINE.match(text)
    if inline is not None:
        return inline[1], [bare(one) for one in inline[2].split("；")], sentence.span.end
    if not text.endswith(("：", ":")) or sentence.span != sentence.paragraph.sentences[-1]:
        return text, [], sentence.span.end
    paragraphs = listed(sentence)
    entries = [bare(paragraph.span.of(sentence.text)) for paragraph in paragraphs]
    return text, entries, paragraphs[-1].span.end if paragraphs else sentence.span.end


def _stem(said: str, m: re.Match[str], context: Context) -> str | None:
    """The opening as a question: 有下列行为之一的，责令改正 → 有哪些行为之一的，责令改正？"""
    text = plain(NUMBER.sub("", said, count=1))
    m = OPENING.search(text) or m
    at, until = m.start(), m.end()
    if m["kind"]:
        asked = f"哪些{m['kind']}{m['one'] or ''}"
    elif m["kind2"]:
        asked = f"{m['kind2']}有哪些"
    else:
        asked = f"{m['whole']}哪些内容"
    rest = text[until:].rstrip("：:")
    whole = f"{text[:at]}{asked}{shortened(rest)}"
    resolved = self_named(whole, context)
    if resolved is None or ELSEWHERE.search(resolved):
        return None
    if len(context.frame + resolved) > LONGEST_STEM:
        return None
    if resolved.startswith(("哪些", "其", "该", "有哪些", "前款", "应当", "不得")):
        return None
    return resolved if resolved.startswith(context.name or "《》") else context.frame + resolved
