"""What can be done to many questions at once."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import truncatechars
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes import publishing
from quizzes.admin.base import ModelAdmin
from quizzes.errors import StudyError
from quizzes.models import Question

MOST_REFUSALS = 5


class QuestionActions(ModelAdmin):
    actions = ("publish", "to_draft", "retire")

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)  # one at a time, unless somebody met it
        return actions

    @admin.action(description=gettext_lazy("发布所选的题目"), permissions=["change"])
    def publish(self, request: HttpRequest, questions: QuerySet[Question]) -> None:
        self._each(request, questions, publishing.publish, gettext_lazy("发布"))

    @admin.action(description=gettext_lazy("把所选的题目改回草稿"), permissions=["change"])
    def to_draft(self, request: HttpRequest, questions: QuerySet[Question]) -> None:
        self._each(request, questions, publishing.to_draft, gettext_lazy("改回草稿"))

    @admin.action(description=gettext_lazy("停用所选的题目"), permissions=["change"])
    def retire(self, request: HttpRequest, questions: QuerySet[Question]) -> None:
        self._each(request, questions, publishing.retire, gettext_lazy("停用"))

    def _each(
        self,
        request: HttpRequest,
        questions: QuerySet[Question],
        act: Callable[[Question], None],
        name: Promise,
    ) -> None:
        """Does it to each question, and says which were refused and why."""
        done, refusals = 0, []
        for question in questions:
            try:
                act(question)
            except StudyError as refused:
                refusals.append(f"{truncatechars(question.stem, 40)}：{refused}")
                continue
            done += 1
            self.log_change(request, question, str(name))
        if done:
            said = {"name": name, "count": done}
            messages.success(request, _("%(name)s：%(count)d 道题。") % said)
        for refusal in refusals[:MOST_REFUSALS]:
            messages.error(request, refusal)
        more = len(refusals) - MOST_REFUSALS
        if more > 0:
            messages.error(request, _("另有 %(count)d 道题也不合要求。") % {"count": more})
