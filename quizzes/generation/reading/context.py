"""What the whole document says about itself: its hero, its places, its name, its themes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import rjieba

from quizzes.generation.lexicon import BODIES, GENERIC
from quizzes.generation.reading.headlines import line_above
from quizzes.generation.reading.sentences import Sentence
from quizzes.text.types import Outline, Section

PROMULGATION = re.compile(r"关于(?:印发|发布|公布)[《]?(.+?)[》]?的(?:通知|公告|决定)")
LAW = re.compile(r"(?:法|条例|办法|规定|细则|规程|章程|规则|准则|公约|制度|守则)$")
# At the title's end, where no quotation holds it: 从“卖产品”到“卖方案” is no plan.
PLAN = re.compile(r"(?:方案|规划|计划|意见|通知|纲要|决定|措施|规定|办法)(?:[（(〔].*)?$")
# What tells people what to do or to expect: a call, an announcement, a guide. Other 通知 lay down
# measures, as plans do.
NOTICE = re.compile(
    r"(?:公告|通告|启事|简章|指南|须知|公示|告知书|批复|复函|"
    r"(?:申报|征集|遴选|评选|推荐|报名|报送|填报|招[聘生录募]|选[拔聘调]|举办|召开|放假|假日|停[水电气]|考试|竞赛|大赛|比赛|"
    r"征文|培训班|申领|认定|缴[费纳]|体检|注册|登记|验收)[^，；]*通知)》?(?:[（(〔].*)?$"
)
# 本报某地10月18日电（记者…）: a story, which tells of more than the one whom its headline names.
NEWS = re.compile(
    r"(?:本报|本网|本台|新华社|中新社|中新网|人民网)[^\n]{0,24}(?:电|讯|报道|消息)|"
    r"[（(](?:全媒体)?(?:本报)?记者[ \u3000:：]?[^（）()\n]{2,40}[）)]"
)
QUOTED = re.compile(r"“[^”]*”")
PERIODIC = re.compile(
    r"工作报告|统计|公报|运行|决算|预算|年报|半年|季度|月度|责任报告|ESG|年度[^通知]{0,12}报告"
)
# 草案, 征求意见稿: in the title, or alone in a line near it.
UNDECIDED = r"(?:草案|征求意见稿|送审稿|审议稿)"
DRAFTED = re.compile(rf"[（(]?{UNDECIDED}[^（）()]*[）)]?$|[（(][^（）()]*稿[）)]$")
DRAFT_LINE = re.compile(
    rf"(?m)^\s*[（(]?[^（）()\n，。]{{0,8}}{UNDECIDED}[^（）()\n，。]{{0,8}}[）)]?\s*$"
)
# A title that ends so is whole; what stands behind a space is the first heading.
PAPERS = ("报告", "公报", "年报", "白皮书", "简史", "章程", "条例", "规划")
# 《…（节选）》 is 《…》.
EXCERPT = re.compile(
    r"[（(](?:白皮书|[^（）()]{0,20}(?:节选|摘要|摘编|摘录|全文|白皮书))[）)](?:[：:].*)?$"
)
OPENING = 300
# 教育部办公厅 writes for 教育部.
OFFICE = re.compile(r"(?<=.)办公[厅室]$")
# 某市海关公告 2025年第3号关于…的公告: what it is about.
ABOUT = re.compile(
    r"^[^ ]{2,20}(?:公告|通告) ?(?:\d{4}年第\d+号) ?(关于[^。]{4,50}的(?:公告|通告))$"
)
ISSUER = re.compile(r"^[\u4e00-\u9fff]{2,24}?(?=关于)")
YEARS_FROM_NOW = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
SESSION = re.compile(r"第[一二三四五六七八九十百\d]+届")
DAYS_FROM_NOW = {"今天": 0, "今日": 0}
SHORTENED = "中华人民共和国"
PART = re.compile(
    r"(?m)^[ \u3000]*((?:19|20)\d\d年)[\u4e00-\u9fff]{0,6}"
    r"(?:回顾|总结|情况|工作|安排|打算|部署|任务|建议)$"
)
YEAR = re.compile(r"(?<![\d\-—–～~至到])(?:19|20)\d\d年(?!代|[\-—–～~至到])")
LOCAL = re.compile(r"报告|经验|情况|公报|纪实|做法|实践|样本|综述")
# Most places are in no dictionary: what a report's title opens with is its place.
PLACE_IN_TITLE = re.compile(
    r"(?:\d{4}年度?)?([\u4e00-\u9fff]{1,6}?(?:省|自治区|自治州|市|自治县|县|区|州(?![市县区])|盟|旗|镇|乡|街道|村|社区))(?![场镇长])"
)
BODY_IN_TITLE = re.compile(
    r"[\u4e00-\u9fff]{2,20}?(?:公司|集团|大学|学院|学校|中学|小学|医院|银行|协会|法院|检察院)(?!学|校)"
)
# Common nouns that a text uses for the one thing of that kind that it tells of.
TOPICS = (
    *(
        "社区",
        "博物馆",
        "纪念馆",
        "图书馆",
        "学校",
        "学院",
        "医院",
        "公司",
        "集团",
        "合作社",
        "园区",
    ),
    *("景区", "水库", "大桥", "古镇", "古城", "村", "渠", "镇", "基地", "中心", "工厂"),
)
FEWEST_TOPICS = 4
INNER = r"[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道|村|社区)(?![镇乡村民])"
# What stands for a hero of its own kind only: 社区 is not the street that it lies in.
KINDS_OF_PLACE = frozenset(
    ("城市", "乡村", "农村", "园区", "地区", "小区", "社区", "街道", "县城", "城区", "市区", "景区")
)
TRIED = re.compile("实践|经验|做法|探索|启示|路径|样本")
COURTS = ("法院", "检察院")
SUBTITLE = re.compile(r"(?:——|—|--)\s*([^\n]{6,60})")
# 在某市第六届人民代表大会…上 · 某市统计局: whose a report is.
SEAT = r"(?:省|自治区|市|县|区|州|盟)"
HEARD = re.compile(rf"在([\u4e00-\u9fff]{{2,9}}?{SEAT})第[一二三四五六七八九十]+届人民代表大会")
ISSUED = re.compile(
    rf"(?:^|\n|、|\u3000)\s*([\u4e00-\u9fff]{{2,8}}?{SEAT})(?:统计局|人民政府)(?=\s|$|、|\u3000)"
)
COURT = re.compile("人民法院|法院|人民检察院|检察院")
NUMERALS = "两二三四五六七八九十几各多"
Tagged = tuple[str, str]
LONGEST_NAME = 40
# A name that says who issues it; a notice is the issuer's own and says little without them.
LONGEST_SIGNED = 26
SHORTEST_LINE = 6
CLAUSE_MARKS = {"，", "。", "；", "：", "\n", "！", "？"}
BEHIND_NAMES = {"v", "d", "p", "t", "ad", "vn"}
NAME_TAGS = {"ns", "nt", "nz", "nr"}
SCOPES = {
    "省": "省",
    "市": "市",
    "县": "县",
    "区": "区",
    "州": "州",
    "镇": "镇",
    "乡": "乡",
    "村": "村",
}


@dataclass(frozen=True)
class Context:
    """What holds for every sentence of one document.

    `hero` is the one the document is about, empty where none stands out; `name` the document's
    name in 《》, empty where it has none; `places` the full name for each kind of place (省, 市);
    `years` the year that a section's heading, or one above it, gives it, by its start. A
    periodic document (a report, a communiqué) means nothing without the year it reports on.
    `topics` is the name that a common noun stands for (社区, 博物馆) where the text names only one.
    `date` is the document's own, yyyy-mm-dd or yyyy-mm, empty where it bears none. `issuer` is the
    one body that gives a notice, which it calls 我部 or 本院, empty where there are several.
    """

    text: str
    name: str
    hero: str
    places: dict[str, str]
    is_law: bool
    is_plan: bool
    is_periodic: bool
    date: str
    years: dict[int, str]
    topics: dict[str, str]
    is_notice: bool = False
    issuer: str = ""

    def place(self, word: str) -> str:
        """The name that 全市, 我省, 本县 stands for, empty where the document leaves it open."""
        if word in GENERIC:
            fits = word not in KINDS_OF_PLACE or self.hero.endswith(word)
            return self.hero if self.hero_is_body and fits else self.topics.get(word, "")
        return self.places.get(word[-1], "")

    def inner(self, word: str) -> str:
        """某村 for 村里, 某博物馆 for 全馆: the one thing of its kind that the text tells of."""
        for noun, name in self.topics.items():
            short = noun[-1]
            if word in {f"{short}里", f"{short}内", f"{short}中", f"全{short}", f"{short}子"}:
                return name
            if word == f"{short}藏":
                return f"{name}{word}"
        return ""

    @property
    def frame(self) -> str:
        """What a sentence opens with that has only the document to stand on: 《…》提出，."""
        if self.hero or not self.name:
            return ""
        if self.is_law:
            return f"{self.name}规定，"
        if self.is_notice:
            return f"据{self.name}，"
        return f"{self.name}提出，" if self.is_plan else f"据{self.name}，"

    @property
    def hero_is_body(self) -> bool:
        """The hero is a company, a school: 公司 and 学校 in the text are the hero itself."""
        return self.hero.endswith(GENERIC) or self.hero.endswith(("中学", "小学"))

    def this_document(self, said: str) -> str:
        """《…》 where `said` (本法, 本方案) is what the document calls itself, else empty."""
        kind, bare = said.removeprefix("本"), self.name.replace("（草案）", "")
        return self.name if said != kind and bare.endswith(f"{kind}》") else ""

    def own_body(self, word: str) -> str:
        """The body that 我部, 我局, 本院 stands for, empty where the notice leaves it open."""
        bare = OFFICE.sub("", self.issuer)
        return bare if self.is_notice and bare.endswith(word[1:]) else ""

    def moment(self, word: str) -> str | None:
        """The date that 今年, 去年, 今天 stands for; None where the document bears none.

        A time that the document's own name holds (上半年) is said as it stands.
        """
        if self.date:
            year, month, day = (int(part) for part in f"{self.date}-0".split("-")[:3])
            if word in YEARS_FROM_NOW:
                return f"{year + YEARS_FROM_NOW[word]}年"
            if word in DAYS_FROM_NOW and day and not DAYS_FROM_NOW[word]:
                return f"{year}年{month}月{day}日"
        if word == "本届":
            sessions = set(SESSION.findall(self.name))
            return sessions.pop() if len(sessions) == 1 else None
        return word if word in self.name else None

    def this_law(self, said: str) -> str:
        """《…》 where `said` is 本法, 本条例 and the document is one; else empty."""
        return self.this_document(said) if self.is_law else ""

    def theme(self, sentence: Sentence) -> str:
        """The named thing that the sentence's paragraph opens with and comes back to, or empty."""
        paragraph = sentence.paragraph
        said = paragraph.span.of(self.text)
        near = "".join(span.of(self.text) for span in (*sentence.before[-1:], sentence.span))
        for name, core in self._named_in(said[:60]):
            if said.count(core) > 1 and core in near:
                return name
        return ""

    def _named_in(self, opening: str) -> Iterable[tuple[str, str]]:
        for m in re.finditer(r"(“[^“”]{2,10}”)([^，。；、：的“”]{0,6})", opening.split("，")[0]):
            head = ""
            for word, tag in rjieba.tag(m[2]):
                if tag[0] not in "nsj" and tag != "vn":
                    break
                head += word
            yield m[1] + head, m[1]


def context_of(outline: Outline) -> Context:
    """Reads off the whole document what its single sentences leave out."""
    title, tagged = _titled(outline), rjieba.tag(outline.text)
    is_law = any("条" in section.number for section in outline.walk()) or bool(
        LAW.search(_core(title))
    )
    plain = QUOTED.sub("", title).partition("——")[0].strip("》 ")
    is_notice = bool(NOTICE.search(_core(plain))) and not is_law
    is_plan = bool(PLAN.search(plain)) and not is_law and not is_notice
    places = _places(tagged, title)
    topics = {} if is_law or is_plan or is_notice else dict(_topics(outline.text))
    is_news = bool(NEWS.search(outline.text, 0, OPENING))
    is_told = is_law or is_plan or is_notice or is_news
    if is_news and len(title.partition(" ")[0]) > SHORTEST_LINE:
        title = title.partition(" ")[0]
    hero = "" if is_told else _hero(title, tagged, places)
    whose = "" if is_law or is_plan or is_notice else _reporting(title, outline.text)
    if whose and not hero:
        court = COURT.search(title)
        hero = _courts(f"{whose}{court[0]}") if court else whose
    if not (hero or topics or is_law or is_plan or is_notice):
        hero = _of_subtitle(outline.text)
    hero = _inner(title, hero, outline.text)
    if hero and hero[-1] in SCOPES:
        places.setdefault(hero[-1], hero)
    if whose and whose not in title:
        title = f"{whose}{title}"
    name = _name(title, LONGEST_NAME if is_notice else LONGEST_SIGNED)
    is_draft = DRAFTED.search(title) or DRAFT_LINE.search(outline.text, 0, OPENING)
    return Context(
        text=outline.text,
        name=name.replace("》", "（草案）》") if is_draft else name,
        hero=hero,
        places=places,
        is_law=is_law,
        is_plan=is_plan,
        is_periodic=bool(PERIODIC.search(title)),
        date=outline.date,
        years=dict(_years(outline.sections, outline.text)),
        topics=topics,
        is_notice=is_notice,
        issuer="" if re.search(r"[ \u3000、，]", outline.byline) else outline.byline,
    )


def _titled(outline: Outline) -> str:
    """The title; of 某市海关公告 the line below that says what it is about."""
    about = ABOUT.match(outline.title)
    return about[1] if about else outline.title


def _years(sections: Iterable[Section], text: str, above: str = "") -> Iterator[tuple[int, str]]:
    """The year of each section: of its heading, of one above it, of the part that it stands in."""
    for section in sections:
        years = set(YEAR.findall(section.heading))
        year = years.pop() if len(years) == 1 else above or _part(text, section.span.start)
        yield section.span.start, year
        yield from _years(section.children, text, year)


def _part(text: str, place: int) -> str:
    """2023年 of the line 2023年工作回顾, which parts a report without being numbered."""
    line = line_above(PART, text, place)
    return line[1] if line else ""


def _core(title: str) -> str:
    found = PROMULGATION.search(title)
    return DRAFTED.sub("", found[1] if found else title)


def _name(title: str, longest_signed: int = LONGEST_SIGNED) -> str:
    """《…》: the title, or of a headline in several lines the first that is long enough.

    Who issues it stays where that takes no more than `longest_signed` characters.
    """
    core = EXCERPT.sub("", _core(title).strip("《》").removeprefix(SHORTENED))
    if len(core) > longest_signed:
        core = ISSUER.sub("", core)
    first, _gap, second = core.partition(" ")
    if first.endswith(PAPERS):
        core = first
    elif BODY_IN_TITLE.fullmatch(first) and second.endswith(PAPERS):
        core = f"{first}{second}"
    if core.count(" ") > 1 or (" " in core and len(core) > LONGEST_NAME):
        core = first if len(first) >= SHORTEST_LINE else ""
    whole = 2 <= len(core) <= LONGEST_NAME and not set(core) & set("《》\n")
    return f"《{core}》" if whole else ""


def _hero(title: str, tagged: Sequence[Tagged], places: dict[str, str]) -> str:
    """The body or place in the title, or the name that opens clauses far more often than others."""
    if LOCAL.search(title):
        for kind in ("省", "市", "县", "区", "州", "镇", "村"):
            if places.get(kind) and places[kind] in title:
                return places[kind]
    if found := BODY_IN_TITLE.match(title):
        return _courts(found[0]) or found[0]
    if LOCAL.search(title) and (found := PLACE_IN_TITLE.match(title)) and "全" not in found[1]:
        return found[1]
    ranked = Counter(one for one in _openers(tagged) if one[0] not in NUMERALS).most_common(2)
    if not ranked or ranked[0][1] < (3 if ranked[0][0] in title else 5):
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else ""


def _inner(title: str, hero: str, text: str) -> str:
    """某镇 of 某县某镇的实践, where the text speaks of the town more than of its county."""
    found = re.search(f"{re.escape(hero)}({INNER})", title) if hero else None
    if found is None or text.count(found[1]) <= max(FEWEST_TOPICS, text.count(hero)):
        return hero
    return found[1]


def _courts(name: str) -> str:
    """A court reports on all courts of its place (全市法院): 某市法院."""
    place = PLACE_IN_TITLE.match(name)
    if not name.endswith(COURTS) or place is None:
        return ""
    return f"{place[1]}{name[-2:] if name.endswith('法院') else '检察机关'}"


def _of_subtitle(text: str) -> str:
    """The place that a subtitle names (——某县“…”的实践), where the text keeps to it."""
    found = SUBTITLE.search(text[:OPENING])
    place = PLACE_IN_TITLE.match(found[1]) if found and TRIED.search(found[1]) else None
    if found is None or place is None:
        return ""
    inner = PLACE_IN_TITLE.match(found[1], place.end())
    told = place[1]
    if inner and text.count(inner[1]) > text.count(told):
        told = inner[1]  # 某县某镇: the text tells of the town
    return told if text.count(told) > FEWEST_TOPICS else ""


def _reporting(title: str, text: str) -> str:
    """The place whose report it is, where its title names none: of the congress that heard it, of
    the office that published it."""
    if not PERIODIC.search(title) or PLACE_IN_TITLE.match(title):
        return ""
    found = HEARD.search(text[:OPENING]) or ISSUED.search(text[:OPENING])
    found = found or ISSUED.search(text[-OPENING:])
    return found[1] if found else ""


def _openers(tagged: Sequence[Tagged]) -> Iterator[str]:
    """The names that open a clause and have a verb, or what leads to one, behind them."""
    for (mark, _), (name, tag), (_, following) in zip(tagged, tagged[1:], tagged[2:], strict=False):
        named = tag in NAME_TAGS or (name.endswith(BODIES) and name not in GENERIC)
        if named and mark in CLAUSE_MARKS and following in BEHIND_NAMES:
            yield name


def _topics(text: str) -> Iterator[tuple[str, str]]:
    """社区 → 锦绣社区: of the names that end so and open clauses, the one that leaves no doubt."""
    for noun in TOPICS:
        if text.count(noun) < FEWEST_TOPICS:
            continue
        found = Counter(
            m[1] for m in re.finditer(f"(?:^|[，。；：、\n“])([\u4e00-\u9fff]{{2,4}}{noun})", text)
        )
        named = [(name, n) for name, n in found.most_common(3) if _is_name(name, noun)]
        if named and named[0][1] > 1 and (len(named) == 1 or named[0][1] >= 3 * named[1][1]):
            yield noun, named[0][0]


def _is_name(name: str, noun: str) -> bool:
    """A name, not 整个社区 or 全国的社区: no word of it is common."""
    words = rjieba.tag(name.removesuffix(noun))
    return bool(words) and all(tag[0] == "n" or tag in {"x", "eng", "j"} for _, tag in words)


def _places(tagged: Sequence[Tagged], title: str) -> dict[str, str]:
    """For each kind of place the one name that the title, or else the text, gives it."""
    found: dict[str, str] = {}
    for source, least in ((rjieba.tag(title), 1), (tagged, 2)):
        counts: dict[str, Counter[str]] = {kind: Counter() for kind in SCOPES}
        for word, tag in source:
            if tag == "ns" and len(word) > 2 and word[-1] in counts:
                counts[word[-1]][word] += 1
        for kind, names in counts.items():
            ranked = names.most_common(2)
            if (
                kind not in found
                and ranked
                and ranked[0][1] >= least
                and (len(ranked) == 1 or ranked[0][1] >= 4 * ranked[1][1])
            ):
                found[kind] = ranked[0][0]
    return found
