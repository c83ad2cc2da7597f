"""Whether the shares of a plan make sense."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from quizzes.exams.plans import parents_in, path
from quizzes.models import ExamPlan, Lesson

WHOLE = 100


def broken_rules(plan: ExamPlan, shares: Sequence[int], sections: Sequence[Lesson]) -> list[str]:
    """What is wrong with the shares of sections or kinds, in the reader's language.

    Shares make up the whole or are left out altogether; sections are of the plan's document, and
    none stands in another.
    """
    found = []
    if shares and sum(shares) != WHOLE:
        found.append(_("占比合起来应该是 100%%，现在是 %(sum)d%%。") % {"sum": sum(shares)})
    if any(section.document_id != plan.document_id for section in sections):
        found.append(_("有一节不在这篇文档里。请只选这篇文档的节。"))
    elif nested := within_another(plan, sections):
        found.append(_("“%(section)s”已经算在另一节里。请只留下其中一个。") % {"section": nested})
    return found


def within_another(plan: ExamPlan, sections: Sequence[Lesson]) -> Lesson | None:
    """A section that stands in another one of them."""
    if not sections:
        return None
    parents = parents_in(plan.document)
    chosen = {section.pk for section in sections}
    return next((one for one in sections if chosen & set(path(one.pk, parents)[:-1])), None)
