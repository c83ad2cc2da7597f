"""Lines that stand in a document and say nothing of its matter: captions, footnotes, what a
publisher adds."""

import re
from collections.abc import Iterator, Sequence

_CAPTION = re.compile(
    r"(?:附?图表?|附?表|专栏图)[ \u3000]?"
    r"(?:[0-9]{1,3}(?:[-—.][0-9]{1,3})?|[一二三四五六七八九十]{1,3})"
    r"[ \u3000：:.．、]*[^，。；！？]{0,50}"
    r"|(?:单位|计量单位)[：:][^，。；]{1,12}"
    r"|[（(](?:图片|图源|图|照片|插图)(?:来源|由|[/：:])[^）)]{1,40}[）)]"
    r"|(?:图片|照片|数据|资料)来源[：:][^。]{1,60}。?"
    r"|(?:[上下左右]|这是)?图[为是][^；]{1,120}"
)
_CREDIT = re.compile("(?:新华社发|(?:记者|通讯员)[^，。；]{0,12}摄|资料图片)[）)]?$")
_PUBLISHED = re.compile(
    r"(?:注[：:]|版权所有|版权归|著作权归|©|Copyright|责任?编辑?[：:]|责编|[（(【\[](?:责任编辑|责编|编辑|校对|完|纠错)"
    r"|原标题[：:]|上一篇|下一篇|相关(?:阅读|链接|新闻|附件)|打印本页|关闭窗口|分享到|扫一扫|网站标识码"
    r"|[^，。]{0,8}ICP备|抄送[：:]|抄报[：:]|主题词[：:]|主办单位[：:]|承办单位[：:]|未经(?:授权|许可|书面)"
    r"|转载请注明|(?:您(?:现在|当前)?的|您?当前)位置[：:]|本文(?:来自|转自|来源)|声明[：:])",
    re.IGNORECASE,
)
_PRINTED = re.compile("[^，。；]{2,40}[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日印发")
_MAY_BE = frozenset("您当注图附表专单计（(照数资上下左右版著©cC责【[原相打关分扫网抄主承未转本声")
_CREDITED = frozenset("摄发片）)")
_LONGEST = 200

_NOTE = re.compile(r"(?:[\[［〔【]([0-9]{1,3})[\]］〕】]|([①-⑳]))")
_NOTES = re.compile("(?:注|注释|脚注|附注|尾注|说明)[：:]?")
_MOST_BETWEEN = 2  # lines of a note that goes on after its first line


def remarks(lines: Sequence[str], start: int) -> Iterator[int]:
    """Which lines from `start` on are captions or a publisher's: their indices."""
    for i in range(start, len(lines)):
        line = lines[i]
        if len(line) <= _LONGEST and is_remark(line):
            yield i


def is_remark(line: str) -> bool:
    """Whether `line` is a caption or a publisher's."""
    if line[0] in _MAY_BE and (_CAPTION.fullmatch(line) or _PUBLISHED.match(line)):
        return True
    if line[-1] in _CREDITED:
        return _PRINTED.fullmatch(line) is not None or _CREDIT.search(line) is not None
    return False


def footnotes(lines: Sequence[str], start: int) -> range:
    """The notes at the end of a document, counted from [1] or ①, with the heading 注释 above
    them; empty where there are none."""
    first = following = len(lines)
    expected = None
    for i in range(len(lines) - 1, start - 1, -1):
        value = _note_value(lines[i])
        if value is None:
            if following - i > _MOST_BETWEEN:
                break
            continue
        if expected is not None and value != expected:
            break
        first, following, expected = i, i, value - 1
        if value == 1:
            headed = first > start and _NOTES.fullmatch(lines[first - 1])
            return range(first - 1 if headed else first, len(lines))
    return range(len(lines), len(lines))


def _note_value(line: str) -> int | None:
    found = _NOTE.match(line)
    if found is None:
        return None
    return int(found[1]) if found[1] else ord(found[2]) - ord("①") + 1
