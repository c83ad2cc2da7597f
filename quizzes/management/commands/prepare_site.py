"""Everything a site needs before it is served, in one process; a second run changes nothing."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from quizzes import importing, search
from quizzes.demonstration import ensure_accounts
from quizzes.management.files import load, unreadable
from quizzes.management.output import speak_utf8
from quizzes.manifests import Manifest, ManifestError, manifests
from quizzes.roles import instructors
from quizzes.text.errors import UnreadableFileError


class Command(BaseCommand):
    """Database, roles, the courses that ship with the site, accounts to try it, static files."""

    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.description = _(
            "准备站点：数据库、课程、演示账号、静态文件。再次运行不会改变任何东西。"
        )
        parser.add_argument(
            "--content",
            type=Path,
            default=settings.BASE_DIR / "content",
            help=_("课程清单（*.toml）所在的文件夹"),
        )
        parser.add_argument("--address", default="http://127.0.0.1:8000/", help=_("最后打印的网址"))

    def handle(self, *_args: object, content: Path, address: str, **_options: object) -> None:
        speak_utf8()
        if waits_for_migration():
            self.stdout.write(_("正在准备数据库……"))
            call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        instructors()
        self._import(content)
        if search.is_missing():
            call_command("rebuild_search_index", verbosity=0)
        if static_files_changed():
            self.stdout.write(_("正在整理静态文件……"))
            call_command("collectstatic", verbosity=0, interactive=False)
        if settings.LOCAL:
            self._tell_accounts(settings.DATA_DIR / "accounts.txt")
        self.stdout.write(_("网址：%(address)s") % {"address": address})

    def _import(self, folder: Path) -> None:
        try:
            for manifest in manifests(folder):
                self._import_one(manifest)
        except ManifestError as error:
            raise CommandError(str(error)) from None

    def _import_one(self, manifest: Manifest) -> None:
        data = load(manifest.file)
        try:
            plan = importing.plan(
                manifest.file.name, data, title=manifest.title, byline=manifest.byline
            )
        except UnreadableFileError as error:
            raise unreadable(manifest.file, error) from None
        if plan.outcome != "unchanged":
            importing.carry_out(plan)
            found = {"title": plan.title, "facts": plan.facts, "published": plan.published}
            self.stdout.write(
                _("已导入《%(title)s》：知识点 %(facts)d 个，题目 %(published)d 道。") % found
            )

    def _tell_accounts(self, file: Path) -> None:
        passwords = ensure_accounts(file)
        if not passwords:
            return
        self.stdout.write(_("演示账号（最初的密码，保存在 %(file)s）：") % {"file": file})
        for name, password in passwords.items():
            self.stdout.write(f"  {name:<14} {password}")


def waits_for_migration() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def static_files_changed() -> bool:
    """Whether a static file is newer than the last collection; false where none is collected."""
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    if not hasattr(staticfiles_storage, "manifest_name"):
        return False
    if not manifest.exists():
        return True
    collected = manifest.stat().st_mtime
    return any(
        storage.get_modified_time(path).timestamp() > collected
        for finder in get_finders()
        for path, storage in finder.list([])
    )
