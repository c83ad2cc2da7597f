"""Hands in the exams whose time is over although nobody came back to them."""

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from quizzes import exams
from quizzes.management.output import speak_utf8


class Command(BaseCommand):
    """To be run every minute or so; running it twice, or at once, changes nothing more."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.description = _("把到时间还没交的模拟考试交上去。可以每分钟运行一次。")

    def handle(self, *_args: object, **_options: object) -> None:
        speak_utf8()
        self.stdout.write(_("交上去的考试：%(count)d 场。") % {"count": exams.close_overdue()})
