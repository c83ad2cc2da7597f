"""What the document calls its place or its aims: 某地的重要支点, 某业的先行区."""

import re

from quizzes.generation.likeness import bigrams
from quizzes.generation.lots import shuffled

ENDS = (
    "起点|支点|节点|枢纽|中心|高地|样板|样本|标杆|门户|之都|之城|之乡|桥头堡|先行区|示范区|试验田|试验区|"
    "窗口|基地|集散地|城市|港区|名城|强市|强县|走廊|大通道|大平台|闭环"
)
TITLE = re.compile(
    rf"(?:成为|打造成?|建设成?|建成|崛起为|定位为|作为|形成|实现)(?P<what>[\u4e00-\u9fff]{{4,20}}?(?:{ENDS}))(?=[，。；、”])"
)
DEED = re.compile(r"^(?:建设|打造|链接|推进|国内|一个|一批|更多|各)")
WANTED, MOST_APART = 3, 6


def titles(key: str, said: str, text: str) -> tuple[str, ...]:
    """Three titles of the document that are about as long as `key` and end in other nouns.

    None repeats a name of `said`, which they are put into: 某市崛起为某市样本.
    """
    chosen: list[str] = []
    for what in shuffled(key, list(dict.fromkeys(m["what"] for m in TITLE.finditer(text)))):
        apart = abs(len(what) - len(key)) <= MOST_APART and what[-2:] != key[-2:]
        told = any(pair in said for pair in bigrams(what))
        if (
            apart
            and not told
            and not DEED.match(what)
            and all(what[-2:] != one[-2:] for one in chosen)
        ):
            chosen.append(what)
    return tuple(chosen[:WANTED]) if len(chosen) >= WANTED else ()
