"""What searches read, made anew for every document."""

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from quizzes import search
from quizzes.management.output import speak_utf8
from quizzes.models import Document, SearchEntry


class Command(BaseCommand):
    """Needed once after an update that changes how texts are searched; harmless at any time."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.description = _("重建搜索索引：课文、题目和术语。")

    def handle(self, *_args: object, **_options: object) -> None:
        speak_utf8()
        documents = Document.objects.defer("text")
        for document in tqdm(documents, desc=_("索引"), disable=None, leave=False):
            search.index_document(document)
        found = {"documents": len(documents), "entries": SearchEntry.objects.count()}
        self.stdout.write(_("已索引 %(documents)d 篇文档，共 %(entries)d 条。") % found)
