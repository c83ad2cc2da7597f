"""How a learner may write a limit: 六十日 as 60, 60日, 六十; 两周 as 2周; 三分之二 as 2/3."""

from decimal import Decimal

import cn2an

from quizzes.generation.statutes.limits import Limit, value

UNITS = {
    "日": ("日", "天"),
    "天": ("天", "日"),
    "个工作日": ("个工作日", "工作日"),
    "工作日": ("工作日", "个工作日"),
    "周岁": ("周岁", "岁"),
    "平方千米": ("平方千米", "平方公里"),
    "平方公里": ("平方公里", "平方千米"),
}
TEN_THOUSAND = 10**4


def accepted(limit: Limit) -> tuple[str, ...]:
    """Every fair spelling of the one value that `limit` holds, the document's own first."""
    if not limit.unit:
        below, above = (f"{value(part):f}" for part in limit.high.split("分之"))
        return (limit.text, f"{above}/{below}", f"{below}分之{above}")
    found = [limit.high]
    found += [one for one in _spellings(value(limit.high)) if one not in found]
    if limit.unit == "%":
        return (*found, *(f"{one}%" for one in found), *(f"百分之{one}" for one in found))
    units = UNITS.get(limit.unit, (limit.unit,))
    written = [limit.form.format(low="", high=one) for one in found]
    named = [f"{one}{unit}" for one in found for unit in units]
    return tuple(dict.fromkeys((*found, *written, *named)))


def _spellings(number: Decimal) -> list[str]:
    """60, 六十; 100000, 10万, 十万; 2, 二, 两."""
    plain = f"{number.normalize():f}"
    found = [plain]
    if number >= TEN_THOUSAND and number % (TEN_THOUSAND // 10) == 0:
        found.append(f"{(number / TEN_THOUSAND).normalize():f}万")
    if number == int(number):
        said = str(cn2an.an2cn(plain))
        found += [said, said.replace("一十", "十", 1) if said.startswith("一十") else said]
    if number == 2:
        found.append("两")
    return list(dict.fromkeys(found))
