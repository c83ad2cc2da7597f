"""The frames that plans and notices arrange things in, with how each is asked."""

import re
from dataclasses import dataclass

from quizzes.generation.types import FactKind

HAN = r"[\u4e00-\u9fff]"
NAME = rf"(?P<what>{HAN}{{3,16}}?)"
OBJECT: FactKind = "object"
ACTOR: FactKind = "actor"
CONDITION: FactKind = "condition"
HELPING = "鼓励、支持|鼓励支持|支持|鼓励|允许|帮助|引导|选派"
WAYS = (
    *("按规定", "按照", "根据", "依托", "利用", "通过", "联合", *"在以向与为按"),
    *("建设", "扩大", "承办", "举办", "设立", "创建", "申报", "参与", "开设", "转型"),
)
WAY = "|".join(WAYS)
DEEDS = "提升|促进|推进|推动|引领|助力|助推|破解|带动|打造|统领|解决"
RELATIVE = r"(?:[^，；]{2,40}(?<!有关|相关)的)?"
OFFICES = "部门|委员会|办公室|领导小组|工作组|指挥部"
ALLOWED = "放宽|免|享受|直接|优先"
LEADING = rf"要?(?:切实|依照{HAN}{{4}}|牵头|组织)*"
NAMED = "推进|推行|构建|破解|深化|打造|坚持|探索"
SITES = "中心|基地|平台|园区|试验区|产业园|学院|实验室"
PEOPLE = "人才|人员|学生|教师|企业|学校|院校|毕业生|家庭|职工|农户|居民"


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern with the thing as `what`, and how it is asked; `loose` lets it hold a 的.

    A frame that `goes_on` is only whole with the clause behind it, one that is `behind` another
    clause only with that.
    """

    pattern: re.Pattern[str]
    kind: FactKind = OBJECT
    ask: str = "什么"
    loose: bool = False
    goes_on: bool = False
    behind: bool = False


FRAMES = tuple(
    Frame(re.compile(pattern), *rest)
    for pattern, *rest in (
        # 支持符合条件的台资机构在区内设立分支
        (rf"^(?:{HELPING})(?:部分|一批)?{RELATIVE}{NAME}(?=(?:{WAY})[^，；]{{4}})",),
        (rf"(?:将|把)(?P<what>{HAN}{{4,20}}?)(?=纳入)", OBJECT, "什么", True),
        (rf"下放(?:至|到|给){NAME}$",),
        (rf"(?:将|以|用){RELATIVE}{NAME}(?:（[^（）]*）)?(?=(?:替代|代替|取代){HAN}{{3}})",),
        (rf"(?:替代|代替|取代){NAME}$",),
        (rf"(?:探索|实行|推行|试行|采用)(?P<what>{HAN}{{1,7}}制)(?=培养|育人|办学|管理|用工)",),
        (
            r"(?:借鉴|推广|学习|采用|推行)“(?P<what>[^“”]{2,10})”(?=等(?:模式|经验|做法|方式))",
            OBJECT,
            "什么",
            True,
            True,
        ),
        (rf"(?:推进|建设|发展|推广|开展){NAME}等(?={HAN}{{4,12}}(?:建设|应用|服务))",),
        (rf"不受(?P<what>{HAN}{{4,16}}限制)$", CONDITION, "什么", True),
        (r"不再(?:执行|适用)《(?P<what>[^《》]{4,30})》", OBJECT, "哪个文件"),
        (rf"^凭(?:[^，；]{{2,20}}的)?{NAME}(?=办理{HAN}{{4}})", CONDITION),
        (rf"与(?P<what>“[^“”]{{2,8}}”{HAN}{{2,8}})(?=(?:开展|签订){HAN}{{2}})", OBJECT, "谁", True),
        (rf"与{NAME}(?=直接{HAN}{{2}})",),
        (rf"(?:向|为){NAME}(?=(?:跨境)?(?:办理|拆出|发放|提供|申请|报送|派驻){HAN}{{4}})",),
        (rf"加大对(?P<what>{HAN}{{4,14}})(?=的支持力度)",),
        (rf"放宽(?:{HAN}{{2,16}}的)?{NAME}(?=限制$)",),
        (rf"从{NAME}(?=中(?:公开)?(?:招聘|选拔|选聘|招录|遴选))",),
        (rf"以(?P<what>{HAN}{{3,10}})(?=的(?:方式|形式){HAN}{{2}})", OBJECT, "什么", True),
        (rf"可(?:以)?(?P<what>免{HAN}(?:部分|全部|相应)?{HAN}{{2,4}})$", OBJECT, "什么", True),
        (rf"享受(?P<what>{HAN}{{2,6}}待遇)$", OBJECT, "什么", True, False, True),
        (rf"作为{NAME}(?=来源$)",),
        (rf"可(?:以)?面向(?P<what>{HAN}{{4,10}})$", OBJECT, "什么", True),
        (rf"^借鉴(?P<what>{HAN}{{6,20}}经验)$", OBJECT, "什么", True),
        (r"向(?P<what>[\u4e00-\u9fff、]{3,12}?)(?=请示|报告|报备)", OBJECT, "谁", True),
        (rf"^要?按(?P<what>{HAN}{{3,8}})(?=办理$)", CONDITION, "什么", True),
        (rf"推出(?:{HAN}{{2,12}}的)?(?P<what>{HAN}{{4,10}})$", OBJECT, "什么", True),
        (rf"(?:配置|购置){NAME}(?=实行)",),
        (rf"(?:办公室|秘书处)设在{NAME}$", ACTOR, "哪个部门"),
        (rf"由(?P<what>{HAN}{{2,8}})(?=任(?:召集人|组长|主任|总召集人))", ACTOR, "谁", True),
        (rf"(?:报送|报){NAME}(?=备案$|$)", ACTOR, "哪个部门"),
        (r"向(?P<what>[\u4e00-\u9fff、]{4,16})(?=倾斜$)", OBJECT, "谁", True),
        (rf"开设{NAME}$",),
        (rf"实行(?P<what>{HAN}{{4,12}})(?=的{HAN}{{2,8}}$)", OBJECT, "什么", True),
        (rf"(?:建好办好|建好|办好)(?:一批)?{NAME}$",),
        (rf"^对{RELATIVE}{NAME}$", OBJECT, "什么", False, True),
        (
            rf"^(?P<what>{HAN}{{2,10}}(?:{PEOPLE}))(?=(?:（[^（）]*）)?可(?:以)?(?:适当)?(?:{ALLOWED}))",
        ),
        (
            rf"^(?P<what>{HAN}{{3,22}}(?:{OFFICES}))(?={LEADING}(?:组织|制定|发挥|编制|开发|建立))",
            ACTOR,
            "哪个部门",
        ),
        (rf"以“(?P<what>[^“”]{{2,12}})”(?=(?:全面|持续)?(?:{DEEDS}))",),
        (r"依托(?P<what>[\u4e00-\u9fffA-Za-z—\-]{5,20})$", OBJECT, "什么", True, True),
        (rf"依托“(?P<what>[^“”]{{3,12}})”(?={DEEDS})",),
        (
            rf"(?:以|通过|借力)(?P<what>{HAN}{{5,14}}?)(?=(?:全面)?(?:{DEEDS}))",
            OBJECT,
            "什么",
            True,
        ),
        # 某市实现“一窗通办”
        (rf"^{HAN}{{0,14}}?(?:实现|试点|发展|开展)“(?P<what>[^“”]{{4,12}})”$",),
        (
            rf"(?:发展|推进|化解)(?P<what>{HAN}{{2,8}}(?:产业|产能|工作|农业))$",
            OBJECT,
            "什么",
            True,
        ),
        (rf"提高(?P<what>{HAN}{{3,8}}率)$", OBJECT, "什么", True),
        (
            rf"(?:打造|建设|建立)(?P<what>“[^“”]{{2,6}}”{HAN}{{2,12}}(?:{SITES}))$",
            OBJECT,
            "什么",
            True,
        ),
        (rf"(?:{NAMED}){HAN}{{0,8}}“(?P<what>[^“”]{{2,12}})”(?={HAN}{{1,10}}$)",),
        (rf"将[^，；]{{2,20}}作为{NAME}$",),
    )
)
