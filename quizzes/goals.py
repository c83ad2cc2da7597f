"""How many facts a learner means to answer a day, and how many it were today."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from quizzes.errors import StudyError
from quizzes.models import User
from quizzes.practice import SIZES


class UnknownGoal(StudyError):  # noqa: N818
    """A goal that is not offered."""


@dataclass(frozen=True)
class Goal:
    """`done` of `size` facts; more than the goal may be done."""

    done: int
    size: int

    @property
    def left(self) -> int:
        return max(self.size - self.done, 0)

    @property
    def reached(self) -> bool:
        return not self.left

    @property
    def shown(self) -> int:
        """What a bar that ends at the goal shows."""
        return min(self.done, self.size)

    @property
    def paper(self) -> int:
        """The smallest practice that reaches the goal; the smallest of all once it is reached."""
        return next((size for size in SIZES if size >= self.left), SIZES[-1])


def set_goal(learner: User, facts: str) -> None:
    """Saves the goal, in facts a day, as a form sends it. Raises UnknownGoal."""
    if not facts.isascii() or not facts.isdecimal() or int(facts[:9]) not in User.DailyGoal:
        raise UnknownGoal(_("请选择每天 5 个、10 个或 20 个知识点。"))
    learner.daily_goal = int(facts)
    learner.save(update_fields=["daily_goal"])
