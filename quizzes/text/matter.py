"""Front and back matter: what of a document is its title, its signature, its file number.

Each line is told by its form and its place alone: titles end no sentence and stand first, a
signature stands above a date or names its writers, a note is a date, a file number, something in
brackets or the addressee.
"""

import re
from collections.abc import Sequence
from typing import Literal

from quizzes.text.characters import width
from quizzes.text.dating import STAMP
from quizzes.text.flattened import cells, rows
from quizzes.text.lines import closed
from quizzes.text.markers import marker
from quizzes.text.remarks import footnotes, is_remark, remarks
from quizzes.text.tables import BAR, may_be_row

Role = Literal["body", "table", "title", "byline", "note", "heading"]
"""What a line is for; a "heading" has no number: the title of what is attached, or 前言."""

_YEAR = "(?:[12][0-9]{3}|[一二三四五六七八九〇○零]{4})"
_MONTH = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_DAY = f"{_YEAR} ?年 ?{_MONTH} ?月(?: ?{_MONTH} ?日)?"
_DATE = re.compile(rf"{_DAY}|[（(]{_DAY}[)）]")
_DATED = re.compile(rf"{_YEAR}年{_MONTH}月")
_FILE_NUMBER = re.compile(
    r"\S{0,14}[〔\[（(【]?[0-9]{4}[〕\])）】] ?(?:第 ?)?[0-9]+ ?号|第 ?[0-9]+ ?号"
)
_BRACKETED = re.compile(r"[（(\[【][^（()）]{1,120}[)）\]】]")
_SUBTITLE = re.compile("(?:——|—|--)")
_SOURCE = re.compile(
    "(?:来源|发布时间|发布日期|时间|字号|编号|索引号|关键词|摘要|签发人|证券简称|证券代码)[：:]"
)
_PRINTED_IN = re.compile("《[^》]{2,12}[报刊网]》[^，。；]{0,40}")
_HANDLING = re.compile("(?:绝密|机密|秘密)(?:★.{0,6})?|特提|特急|加急|平急|[0-9]{6}")
_WRITERS = re.compile(
    "(?:本?报?(?:特约)?记者|通讯员|评论员|作者|执笔人?|撰稿人?|撰文|供稿|主讲人?|报告人|编写|整理)"
    "(?:[：:（( \u3000]|[^，。；]{0,20}$)"
)
_LABELLED = re.compile("(?:作者|执笔人?|撰稿人?|供稿|主讲人|报告人)[：:][^，。；！？]{2,50}")
_END_ALONE = frozenset("月日号)）")
_BEGIN_ALONE = frozenset("作执撰供主报")
_TEAM = re.compile(
    "[^，。；：]{0,28}(?:课题组|调研组|编写组|研究组|起草组|写作组|评论员)(?:[（(][^）)]*[）)])?"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_NAME = rf"[{_SURNAMES}](?:[ \u3000]?[一-龥]|[一-龥]{{2}})"
_SIGNED = re.compile(rf"(?:[一-龥（）()]{{2,20}}[ \u3000]+)?{_NAME}(?:[ \u3000、]+{_NAME}){{0,9}}")
_NO_NAME = re.compile("[案知告见法定言则要录章程]$")
_ORGAN = re.compile(
    "[一-龥（）() 　]{0,24}"
    "(?:[法医学科研检务察]院|政府|委员会|[党省市县区州工]委|[厅局]|(?<!干)部|总署|公署|办公[厅室]|党校"
    "|学校|大学|中心|公司|集团|研究[所室]|[协学商工合理事]会|银行|[报出版]社|小组|[支总]队|调查队)"
)
_NOTE_MARK = re.compile(r"[\[〔][0-9]{1,2}[\]〕]$|[①-⑳]$|(?<=[一-龥])[*＊]+$")
_LETTERED = re.compile("[一-龥A-Za-z]")
_ADDRESS_NOT = re.compile("[。；]|如下|以下|下列|[0-9]")
_ATTACHED = re.compile(r"附(?:件|录|表)[ ]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})?[ .．：:、]*")

_STANDING = re.compile(
    "前言|引言|序言|导言|导语|绪论|绪言|结语|结束语|后记|编后记|参考文献|尾声"
    "|重要提示|释义|报告说明|编制说明|关于本报告"
)
_ORDER = re.compile("(?:令|公告|通告)$")
_CONTENTS = re.compile("目[ \u3000]*[录次]")
_PAGE = re.compile(r"[ \u3000.…·]*[0-9]*$")

_TITLE_LINES = 3
_TITLE_WIDTH = 100
_FRONT_LINES = 12
_BACK_LINES = 12
_CONTENTS_LINES = 300
_SHORT_WIDTH = 60


def roles(lines: Sequence[str]) -> list[Role]:
    """What each of the paragraphs `lines` of a document is for."""
    found = _front(lines)
    start = len(found)
    found |= _signatures(lines, start)
    found |= _attachments(lines, start, found)
    found |= _back(lines, start, found)
    _set_aside(lines, start, found)
    standing = (i for i in range(start, len(lines)) if i not in found and is_standing(lines[i]))
    found |= dict.fromkeys(standing, "heading")
    _name_what_is_promulgated(lines, found)
    every: list[Role] = [found.get(i, "body") for i in range(len(lines))]
    return every if "body" in every else ["body"] * len(lines)


def _set_aside(lines: Sequence[str], start: int, found: dict[int, Role]) -> None:
    """Adds to `found` what stands among the body and is none: tables, captions, footnotes, the
    date at the end."""
    last = len(lines) - 1
    if last > start and last not in found and _DATE.fullmatch(lines[last]):
        found[last] = "note"
    notes = [*remarks(lines, start), *footnotes(lines, start), *_contents(lines)]
    found.update((i, "note") for i in notes if i not in found)
    found.update((i, "table") for i in rows(lines))
    found.update((i, "table") for i in cells(lines, frozenset(found)))


def _contents(lines: Sequence[str]) -> range:
    """The table of contents: from 目录 to where its first line comes again."""
    marked = (i for i, line in enumerate(lines[:_FRONT_LINES]) if _CONTENTS.fullmatch(line))
    at = next(marked, len(lines))
    entries = [_PAGE.sub("", line) for line in lines[at + 1 : at + _CONTENTS_LINES]]
    again = entries.index(entries[0], 1) if entries[:1] and entries[0] in entries[1:] else 0
    return range(at, min(at + 1 + again, len(lines)))


def stands_alone(line: str) -> bool:
    """Whether `line` can be no part of a paragraph: a date, a file number, the writers, a row of
    a table."""
    if not may_stand_alone(line):
        return False
    if BAR in line and may_be_row(line):
        return True
    forms = (_DATE, _FILE_NUMBER, _LABELLED)
    return width(line) <= _SHORT_WIDTH and any(form.fullmatch(line) for form in forms)


def may_stand_alone(line: str) -> bool:
    """Whether `line` begins or ends as those that `stands_alone` tells: a glance, no more."""
    return line[-1] in _END_ALONE or line[0] in _BEGIN_ALONE or BAR in line


def is_date(line: str) -> bool:
    """Whether `line` is a date and no more."""
    return _DATE.fullmatch(line) is not None


def is_standing(line: str) -> bool:
    """Whether `line` is a heading by custom (前言, 结语)."""
    return _STANDING.fullmatch(line) is not None


def attachment(line: str) -> str | None:
    """The number that `line` gives to an attachment (附件, 附件1), or None if it gives none."""
    found = _ATTACHED.match(line)
    return re.sub(r"[ .．：:、]", "", found[0]) if found else None


def attachment_title(line: str) -> str:
    """`line` without the number of the attachment."""
    return _ATTACHED.sub("", line, count=1)


def joined(lines: Sequence[str]) -> str:
    """The lines of a title in one: a space parts them unless the words clearly run on."""
    title = ""
    for line in dict.fromkeys(_NOTE_MARK.sub("", line) for line in lines):
        gap = " " if title and not _runs_on(title, line) else ""
        title += gap + line
    return " ".join(title.split())


def _runs_on(above: str, below: str) -> bool:
    if _DATED.search(below):
        return False
    return "关于" in above + below[:2] or above[-1] in "的和与及、，" or below[0] in "（(《“"


def _is_title(line: str) -> bool:
    """Whether `line` could be a title: short, of words, and no sentence ends in it."""
    return (
        width(line) <= _TITLE_WIDTH
        and _LETTERED.search(line) is not None
        and line[-1] not in "，、：:"
        and not re.search("[。！？；]", line)
        and _opens_title(line)
        and not is_standing(line)
    )


def _opens_title(line: str) -> bool:
    number = marker(line)
    return number is None or (line.startswith("# ") and marker(line[number.end :]) is None)


def _is_short(line: str) -> bool:
    return width(line) <= _SHORT_WIDTH and not closed(line) and marker(line) is None


def _is_byline(line: str) -> bool:
    if not _is_short(line):
        return False
    if _WRITERS.match(line) or _TEAM.fullmatch(line):
        return True
    return _SIGNED.fullmatch(line) is not None and not _NO_NAME.search(line)


def _is_note(line: str) -> bool:
    forms = (_DATE, _FILE_NUMBER, _BRACKETED, _HANDLING, _PRINTED_IN, STAMP)
    if any(form.fullmatch(line) for form in forms):
        return True
    begins = _SUBTITLE.match(line) or _SOURCE.match(line)
    return begins is not None and _is_short(line)


def _is_addressee(line: str) -> bool:
    return line[-1] in "：:" and width(line) <= 160 and not _ADDRESS_NOT.search(line)


def _is_letterhead(line: str) -> bool:
    """某县人民政府文件: what is printed in red above a document, and names only who issues it."""
    organ, _file, rest = line.rpartition("文件")
    return bool(organ) and not rest and _is_organ(organ.strip())


def _front(lines: Sequence[str]) -> dict[int, Role]:
    """The title and what stands with it, up to the first line of the body."""
    found: list[Role] = []
    for i, line in enumerate(lines[:_FRONT_LINES]):
        role = _front_role(line, lines[:i], found)
        if role is None:
            break
        found.append(role)
    return dict(enumerate(found))


def _front_role(line: str, lines: Sequence[str], above: Sequence[Role]) -> Role | None:
    """What `line` is below `lines` of the front matter, whose roles are `above`."""
    titled = above.count("title")
    if _is_note(line) or _is_addressee(line) or (not titled and _is_letterhead(line)):
        return "note"
    if titled and (_is_byline(line) or (_is_organ(line) and not _runs_on(lines[-1], line))):
        return "byline"
    in_title = not titled or (
        above[-1] == "title" and titled < _TITLE_LINES and not line.startswith("#")
    )
    return "title" if in_title and _is_title(line) else None


def _signatures(lines: Sequence[str], start: int) -> dict[int, Role]:
    """Signatures above a date, with what is named as attached before and what is noted after."""
    found: dict[int, Role] = {}
    for date in range(start, len(lines)):
        if not _DATE.fullmatch(lines[date]):
            continue
        above = date
        while above > start and date - above < 5 and _is_signature(lines[above - 1]):
            above -= 1
        listed = _listed_attachments(lines, above, start)
        if above == date or not (listed or (above > start and closed(lines[above - 1]))):
            continue
        found |= dict.fromkeys(listed, "note")
        found |= dict.fromkeys(range(above, date), "byline")
        found |= _after_signature(lines, date)
    return found


def _is_signature(line: str) -> bool:
    return _is_short(line) and not (_ATTACHED.match(line) or _DATE.fullmatch(line))


def _listed_attachments(lines: Sequence[str], end: int, start: int) -> range:
    """The list of attachments that ends before line `end`: 附件：1.… 2.…"""
    first = end
    while first > start and end - first < _BACK_LINES and not _ATTACHED.match(lines[first - 1]):
        numbered = marker(lines[first - 1])
        if numbered is None or closed(lines[first - 1]):
            return range(end, end)
        first -= 1
    is_list = first > start and _ATTACHED.match(lines[first - 1]) is not None
    return range(first - 1, end) if is_list else range(end, end)


def _after_signature(lines: Sequence[str], date: int) -> dict[int, Role]:
    """The date, the notes under it and the title of what follows, if anything does."""
    found: dict[int, Role] = {date: "note"}
    i = date + 1
    while i < len(lines) and _BRACKETED.fullmatch(lines[i]):
        found[i] = "note"
        i += 1
    after = lines[i] if i + 1 < len(lines) else ""
    if after and not _ATTACHED.match(after) and not is_remark(after) and _is_title(after):
        found |= _title_block(lines, i)
    return found


def _title_block(lines: Sequence[str], first: int) -> dict[int, Role]:
    """The title of something attached that begins at line `first`, and the notes under it."""
    titles = _title_lines(lines, first)
    found: dict[int, Role] = dict.fromkeys(titles, "heading")
    i = titles.stop
    while i < len(lines) and _is_note(lines[i]):
        found[i] = "note"
        i += 1
    return found


def _title_lines(lines: Sequence[str], first: int) -> range:
    """The lines of the title that begins at line `first`."""
    end = first + 1
    while end < len(lines) and end - first < _TITLE_LINES:
        if not (_is_title(lines[end]) and _runs_on(lines[end - 1], lines[end])):
            break
        end += 1
    return range(first, end)


def _attachments(lines: Sequence[str], start: int, found: dict[int, Role]) -> dict[int, Role]:
    """The titles of attachments: 附件2 on a line of its own, or with the title behind it."""
    headings: dict[int, Role] = {}
    signed = "byline" in found.values()
    for i in range(start, len(lines)):
        number = _ATTACHED.match(lines[i])
        if i in found or number is None:
            continue
        if number.end() == len(lines[i]):
            headings[i] = "heading"
            if i + 1 < len(lines) and _is_title(lines[i + 1]):
                headings |= _title_block(lines, i + 1)
        elif signed and _is_title(lines[i]):
            headings[i] = "heading"
        elif _is_title(lines[i]) and i > start:
            headings[i] = "note"
    return headings


def _back(lines: Sequence[str], start: int, found: dict[int, Role]) -> dict[int, Role]:
    """The signature at the very end, and the title where it stands under the signature."""
    first = len(lines)
    while first > start and (first - 1 in found or _is_short(lines[first - 1])):
        first -= 1
    tail = range(first, len(lines))
    signed = next((i for i in tail if found.get(i) == "byline" or _signs(lines[i])), None)
    if signed is None or len(tail) > _BACK_LINES:
        return {}
    after: dict[int, Role] = {}
    titled = "title" in found.values()
    for i in range(signed, len(lines)):
        if i not in found:
            after[i] = "byline" if _signs(lines[i]) else "note" if titled else "title"
            after |= {i: "note"} if _is_note(lines[i]) else {}
    titles = [i for i, role in after.items() if role == "title"]
    return after if len(titles) <= _TITLE_LINES else {}


def _signs(line: str) -> bool:
    return _is_byline(line) or _is_organ(line)


def _is_organ(line: str) -> bool:
    return _ORGAN.fullmatch(line) is not None


def _name_what_is_promulgated(lines: Sequence[str], found: dict[int, Role]) -> None:
    """An order (第12号令) promulgates a document: the title is the document's, not the order's."""
    order = [i for i, role in found.items() if role == "title"]
    headings = [i for i, role in found.items() if role == "heading"]
    if not (order and headings and _ORDER.search(lines[order[-1]])):
        return
    found.update(dict.fromkeys(order, "note"))
    found.update(dict.fromkeys(_title_lines(lines, min(headings)), "title"))
