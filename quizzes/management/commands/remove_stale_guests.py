"""Guests who did not come back leave the database, with all they did."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from quizzes.guests import remove_stale_guests, stale_guests
from quizzes.management.output import speak_utf8

DAYS = 30


class Command(BaseCommand):
    """Deletes guests without activity, a hundred at a time; meant to run every night."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.description = _("删除很久没有回来的游客，连同他们的学习记录。")
        parser.add_argument("--days", type=int, default=DAYS, help=_("多少天没有来过（默认 30）"))
        parser.add_argument("--dry-run", action="store_true", help=_("只数一数，不删除"))

    def handle(self, *_args: Any, days: int, dry_run: bool, **_options: Any) -> None:  # noqa: ANN401
        speak_utf8()
        if days < 1:
            raise CommandError(_("--days 要是 1 或更大的整数。"))
        if dry_run:
            count = stale_guests(timezone.now() - timedelta(days=days)).count()
            self.stdout.write(_("会删除 %(count)d 名游客。") % {"count": count})
            return
        count = sum(remove_stale_guests(days))
        self.stdout.write(_("删除了 %(count)d 名游客。") % {"count": count})
