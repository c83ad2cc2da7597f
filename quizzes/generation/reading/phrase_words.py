"""The words that noun phrases are told by: what may stand before them, in them, at their end."""

import re

from quizzes.generation.lexicon import OWN_PLACE, POINTING

NUMERAL = re.compile("[零〇一二三四五六七八九十百千万亿两几数多半0-9第]")
PARTICLES = {"了", "过", "着", "起", "好", "成", "出", "到"}
VAGUE = (
    *POINTING,
    *OWN_PLACE,
    *("各", "一些", "许多", "若干", "相应", "必要", "适当", "这"),
    *("本", "部分", "有效", "良好", "较", "更", "新的"),
)
VAGUE_OPENINGS = (*POINTING, *"各某每自任什如我你全", "本地", "本人")
# Bodies whose name may open with what they are for: 支持外贸发展指挥部.
TEAMS = frozenset(("指挥部", "领导小组", "工作组", "工作专班", "专班"))
SIZES = "新总大"
CUTTING = frozenset(("作为", "部分", "各自", "相关", "有关"))
# Nouns that close an open list (等领域) or only say when.
CLOSERS = frozenset(("领域", "方面", "行业", "部门", "单位", "类"))
TIMES = frozenset(("时节", "期间", "时期", "时候"))
DOUBLED_VERBS = frozenset(("实施", "推广", "落实", "完善", "试行", "推进", "建设"))
COUNTS = {"m", "q", "number", "mq"}
SHORTEST, LONGEST = 4, 24
NARROWEST = 3
MOST_WORDS = 10
LONGEST_ASIDE = 6
# What may stand before a verb that is as often a noun.
BEFORE_VERBS = {"d", "ad", "c"}
PAIRING = {"和", "与", "及", "以及"}
SUPPORTING = {"予以", "进行", "加以", "作出", "受到", "得到", "给予", "使用", "办理"}
OUTSIDE = (
    *("有关", "相关", "内", "外", "上", "下", "中", "等", "其他", "根本", "重要", "主要", "基本"),
    *("体制", "制度", "机制", "方式", "政策", "具体", "综合", "全面", "统一", "集中", "培养"),
)
FOREIGN = COUNTS | {"p", "d", "ad", "c", "r", "t", "u", "bracket", "quote", "book", "date"}
# What a noun phrase in the middle of a clause may stand behind.
MEANS = frozenset(("通过", "依托", "利用", "凭", "凭借", "借助", "运用", "采用", "借鉴"))
PATIENTS = frozenset(
    ("支持", "鼓励", "允许", "引导", "帮助", "授权", "吸引", "推动", "委托", "选派", "组织", "动员")
)
MOVING = frozenset(("将", "把"))
RULING = frozenset(("按照", "根据", "依照", "依据", "遵循"))
TOWARDS = frozenset(("向", "为", "对", "对于", "面向", "针对"))
# Who is in charge is asked by another kind of fact.
BODY_HEADS = frozenset(("部门", "机关", "委员会", "办公室", "政府", "法院", "检察院"))
JOINING = frozenset(("、", "并", "和"))
MIDDLE = MEANS | PATIENTS | MOVING | RULING | TOWARDS
