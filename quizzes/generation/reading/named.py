"""Whether words name somebody: a place, a body, something in quotation marks."""

import re

import rjieba

# What closes the name of a place or a body.
CLOSING = re.compile(
    "(?:博物馆|图书馆|县政府|市政府|区政府|镇政府|县委|市委|省委|区委|社区|公司|集团|大学|学院|中学|小学|医院|银行|协会|"
    "机场|专区|铁路|高速|公路|省|市|县|区|镇|乡|村|渠|河|江|湖|山|岛|桥|港|路)$"
)
COMMON = re.compile(
    r"[各该本全每两几](?:省|市|县|区|镇|乡|村)|城市|乡镇|市场|上市公司|(?:试点|搬迁|安置|城乡|农村|城市)社区|职工"
)
QUOTED = re.compile(r"“[^”]+”|《[^》]+》")
NAMES = {"ns", "nt"}
# The tagger takes these for names.
COMMON_WORDS = {"城镇", "新建", "馆藏", "满意度", "防沙", "治沙", "蒙古包", "惠及"}
MODIFYING = {"n", "nz", "nr", "ns", "nt"}


def names_one(text: str) -> bool:
    """A name stands in it: of a place or a body, or in quotation marks."""
    plain = COMMON.sub("、", text)
    if QUOTED.search(plain):
        return True
    before = ""
    for word, tag in rjieba.tag(plain):
        end = CLOSING.search(word)
        closes = end[0] if end else ""
        if closes and (len(word) > len(closes) + 1 or (word == closes and before in MODIFYING)):
            return True
        if tag in NAMES and len(word) > 1 and word not in COMMON_WORDS:
            return True
        before = tag
    return False
