"""What several tests of the search ask."""

from typing import Any

from quizzes.models import User
from quizzes.search import Found, GroupName, find, read_query

BODY = (
    "“义新欧”中欧班列目前已开通运输线路14条，联通亚欧大陆48个国家和地区。\n"
    "2020年4月，国务院同意设立义乌综合保税区。外贸总额1,373亿元，增长3.5％。又建114条村道。"
)


def lessons(typed: str, learner: User | None = None, **filters: Any) -> list[str]:
    """The texts that are found in lessons."""
    return texts(find(read_query(typed), learner, only="lessons", **filters))


def group(typed: str, name: GroupName, learner: User | None = None) -> list[str]:
    """The texts that are found in a group."""
    return texts(find(read_query(typed), learner, only=name))


def texts(found: Found) -> list[str]:
    return [hit.entry.text for group in found.groups for hit in group.hits]
