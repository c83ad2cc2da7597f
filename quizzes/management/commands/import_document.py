"""A document → a course, from the command line."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from quizzes import importing
from quizzes.importing import Plan
from quizzes.management.files import load, unreadable
from quizzes.management.output import speak_utf8, until_the_reader_leaves
from quizzes.manifests import manifest_for
from quizzes.models import Document
from quizzes.text.errors import UnreadableFileError


class Command(BaseCommand):
    """Says what the file holds, and imports it; importing it again changes nothing."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.description = _("把一份文档导入为课程；再次导入同一份文件不会改变任何东西。")
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--title", help=_("课程标题；不写则取文中的标题"))
        parser.add_argument("--byline", help=_("作者；不写则取文中的署名"))
        parser.add_argument("--revises", type=int, metavar="PK", help=_("它所修订的文档的编号"))
        parser.add_argument("--dry-run", action="store_true", help=_("只看会怎样，不写入"))

    def handle(
        self,
        *_args: object,
        file: Path,
        title: str | None,
        byline: str | None,
        revises: int | None,
        dry_run: bool,
        **_options: object,
    ) -> None:
        speak_utf8()
        manifest = manifest_for(file)
        try:
            plan = importing.plan(
                file.name,
                load(file),
                title=title or manifest.title,
                byline=manifest.byline if byline is None else byline,
                revises=_revised(revises),
            )
        except UnreadableFileError as error:
            raise unreadable(file, error) from None
        self._say(describe(plan))
        if dry_run:
            self._say(_("试运行：什么也没有写入。"))
        elif plan.outcome != "unchanged":
            document = self._carry_out(plan)
            self._say(_("已导入：文档 %(pk)d。") % {"pk": document.pk})

    def _say(self, text: str) -> None:
        with until_the_reader_leaves():
            self.stdout.write(text)

    def _carry_out(self, plan: Plan) -> Document:
        # disable=None: a bar on a terminal only.
        with tqdm(total=100, desc=_("导入"), unit="%", disable=None, leave=False) as bar:
            return importing.carry_out(plan, lambda share: bar.update(int(share * 100) - bar.n))


def describe(plan: Plan) -> str:
    """The plan in words, line by line."""
    if plan.outcome == "unchanged":
        return _("《%(title)s》已是最新，没有变化。") % {"title": plan.title}
    head = _("新课程《%(title)s》") if plan.outcome == "new" else _("修订《%(title)s》")
    lines = [head % {"title": plan.title}]
    for lesson in plan.lessons:
        name = f"  {lesson.indent}{lesson.number} {lesson.heading}".rstrip()
        counts = {"name": name, "facts": lesson.facts, "published": lesson.published}
        lines.append(_("%(name)s：知识点 %(facts)d 个，题目 %(published)d 道") % counts)
    totals = {"facts": plan.facts, "published": plan.published, "drafts": plan.drafts}
    lines.append(
        _("共有知识点 %(facts)d 个，发布题目 %(published)d 道，草稿 %(drafts)d 道。") % totals
    )
    if plan.outcome == "revised":
        changes = {
            "added": plan.added,
            "kept": plan.kept,
            "revived": plan.revived,
            "retired": plan.retired,
        }
        lines.append(
            _("知识点：新增 %(added)d，保留 %(kept)d，恢复 %(revived)d，停用 %(retired)d。")
            % changes
        )
    if not plan.facts:
        lines.append(_("没有找到可以出题的知识点：课文可以阅读，题目要由教师编写。"))
    return "\n".join(lines)


def _revised(pk: int | None) -> Document | None:
    if pk is None:
        return None
    try:
        return Document.objects.defer("text").get(pk=pk)
    except (Document.DoesNotExist, OverflowError):
        raise CommandError(_("没有编号为 %(pk)d 的文档。") % {"pk": pk}) from None
