"""What is to be set up or tried out, by whom a note in brackets says: (负责部门：商务部)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.facts.duties import BODY, EVERYONE, NOTE, SCOPE
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.pointing import leans
from quizzes.generation.reading.sentences import LABEL, Sentence
from quizzes.text.types import Span

DEEDS = (
    "开展|设置|设立|实行|实施|试点|建设|赋予|授予|办理|制定|建立|完善|受理|审理|"
    "利用|取消|核发|落实|发展|推行|编制|开设"
)
HEADS = (
    "试点|业务|管理|服务|口岸|窗口|平台|功能|权限|制度|办法|模式|项目|登记|监管|清算|运输|航权|仓储|机制|体系|目录|"
    "清单|中心|基地|标准|投资|贷款|工程|行动|承诺制|审批|场所"
)
TASK = re.compile(
    rf"^(?P<lead>.*)(?P<deed>{DEEDS})(?P<what>[\u4e00-\u9fff]{{2,22}}?)(?P<head>{HEADS})$"
)
HANDED = re.compile(
    r"^(?P<lead>(?:.*)将.*(?:的|等|机构|企业))(?P<deed>)(?P<what>[\u4e00-\u9fff]{2,12}?)(?P<head>权限)"
    r"(?P<tail>下放至.+)$"
)
# Whom it is granted to, and where it holds, are no part of its name.
RECEIVER = re.compile(r"^.{0,12}?(?:试验区|企业|机构|部门|城市|单位|[省市县区](?=内))(?:内的?)?")
UNFIT = re.compile(
    r"[的、，与其该此]|^高水平|^高质量|^一流|^现代化|(?:平台|试点|业务|制度|服务)和|有关|相关|(?:工作|等)$|^(?:公布|实施|落实)"
)
LONGEST, WANTED, SHORTEST, ENOUGH = 98, 3, 3, 7


@dataclass(frozen=True, slots=True)
class Task:
    """One clause of a measure: what stands before the name of the thing, the name, its head."""

    lead: str
    what: str
    head: str
    tail: str
    who: str
    span: Span
    proof: Span


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each thing that the measure before the note brings about."""
    note = NOTE.fullmatch(sentence.span.of(context.text).strip("。"))
    if note is None or not sentence.before or not context.name:
        return
    every = _all(context.text)
    for task in every:
        if task.proof.end == sentence.span.end:
            twins = [one for one in every if one.what != task.what and _could_be(one, task)]
            yield from _draft(sentence, task, twins, context)


@lru_cache(maxsize=4)
def _all(text: str) -> tuple[Task, ...]:
    found: list[Task] = []
    for line in re.finditer(r"[^\n]+", text):
        note = NOTE.search(line[0])
        if note is not None and _is_whole(note["who"]):
            proof = Span(line.start(), line.start() + note.end())
            found += _tasks(line[0][: note.start()], line.start(), note["who"], proof)
    return tuple(found)


def _is_whole(who: str) -> bool:
    return all(BODY.fullmatch(one) and not EVERYONE.search(one) for one in who.split("、"))


def _tasks(said: str, start: int, who: str, proof: Span) -> Iterator[Task]:
    label = LABEL.match(said)
    first = label.end() if label else 0
    at = first
    for clause in re.split("[，。；]", said[first:]):
        m = HANDED.match(clause) or TASK.match(clause)
        if m is not None:
            lead = m["lead"] + m["deed"]
            inner = RECEIVER.match(m["what"])
            what = m["what"][inner.end() :] if inner else m["what"]
            lead += m["what"][: inner.end()] if inner else ""
            begin = at + len(lead)
            if len(what) > 1 and len(what + lead) >= ENOUGH and not UNFIT.search(what):
                span = Span(start + begin, start + begin + len(what) + len(m["head"]))
                tail = m.groupdict().get("tail") or ""
                yield Task(lead, what, m["head"], tail, who, span, proof)
        at += len(clause) + 1


def _could_be(one: Task, task: Task) -> bool:
    """The question on `task` would be answered by `one` as well."""
    return (one.lead, one.head, one.tail, one.who) == (task.lead, task.head, task.tail, task.who)


def _draft(sentence: Sentence, task: Task, twins: list[Task], context: Context) -> Iterator[Draft]:
    lead = _placed(task, context)
    text = f"{context.name}提出，{lead}{SLOT}{task.head}{task.tail}（由{task.who}负责）"
    if (
        twins
        or len(text) > LONGEST
        or leans(f"{task.lead}{task.tail}".replace("及以下", ""))
        or task.what in text
    ):
        return
    key = f"{task.what}{task.head}"
    asked = text.replace(f"{SLOT}{task.head}", f"什么{task.head}")
    said = text.replace(f"{SLOT}{task.head}", SLOT)
    yield Draft(
        kind="object",
        sentence=sentence,
        answer=key,
        value=key,
        evidence=task.proof,
        place=task.span,
        statement=said,
        stem=f"{asked}？",
        blank=f"{said.replace(SLOT, BLANK)}。（填“……{task.head}”）",
        accepted=(key, task.what),
        key=key,
        certainty=0.84 if len(task.what) >= SHORTEST else 0.8,
        importance=3,
        is_stated=False,
    )


def _placed(task: Task, context: Context) -> str:
    """What stands before the name, with the place that the note narrows the measure to."""
    m = SCOPE.search(task.proof.of(context.text))
    if m is None or EVERYONE.search(m["where"]) or m["where"] in task.lead:
        return task.lead
    where = m["where"]
    for size in range(len(where) - 1, 2, -1):
        if where[-size:] in task.lead:
            return task.lead.replace(where[-size:], where, 1)
    return f"在{where}，{task.lead}"
