"""Deleting an account: what is personal goes at once, how often questions were answered stays."""

from django.db import transaction
from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from quizzes.errors import StudyError
from quizzes.models import Response, Tally, User


class LeavingRefused(StudyError):  # noqa: N818
    """An account that cannot be deleted now; the message says why."""


def leave(user: User, password: str) -> None:
    """Deletes the account of `user` with all that belongs to it.

    Raises LeavingRefused, and deletes nothing, when the password is wrong or nobody else could
    administer the site.
    """
    if not user.check_password(password):
        raise LeavingRefused(_("密码不对，账号没有删除。请再输入一次。"))
    with transaction.atomic():
        if is_last_administrator(user):
            raise LeavingRefused(
                _("你是唯一的管理员。请先在管理后台让另一个人成为管理员，再删除这个账号。")
            )
        erase(User.objects.filter(pk=user.pk))


def is_last_administrator(user: User) -> bool:
    """Whether nobody else could administer the site; their rows are locked until the commit."""
    administrators = User.objects.filter(is_superuser=True, is_active=True)
    keys = administrators.select_for_update().order_by("pk").values_list("pk", flat=True)
    return list(keys) == [user.pk]


def erase(users: QuerySet[User]) -> int:
    """Deletes these accounts with all that belongs to them; returns how many.

    What stays is how often each question was answered, and how often rightly.
    """
    with transaction.atomic():
        keys = list(users.select_for_update().order_by("pk").values_list("pk", flat=True))
        count_answers(keys)
        User.objects.filter(pk__in=keys).delete()
    return len(keys)


def count_answers(learners: list[int]) -> None:
    """Adds what the learners answered to the tallies of the questions."""
    answered = Response.objects.filter(
        attempt__learner__in=learners, answered_at__isnull=False
    ).order_by()
    counts = answered.values(question=F("revision__question")).annotate(
        answers=Count("pk"), correct=Count("pk", filter=Q(is_correct=True))
    )
    found = {row["question"]: row for row in counts}
    Tally.objects.bulk_create(
        [Tally(question_id=pk) for pk in sorted(found)], ignore_conflicts=True, batch_size=500
    )
    known = Tally.objects.filter(question__in=found).select_for_update().order_by("question")
    tallies = list(known)
    for tally in tallies:
        tally.answers += found[tally.question_id]["answers"]
        tally.correct += found[tally.question_id]["correct"]
    Tally.objects.bulk_update(tallies, ["answers", "correct"], batch_size=200)
