"""The file that an instructor uploads, checked before anything else is done with it."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes import importing, text
from quizzes.models import Document, Upload, User
from quizzes.text.errors import UnreadableFileError

STALE = timedelta(days=1)
AUTOMATIC, AS_NEW = "", "new"


class UploadForm(forms.Form):
    """A file and what it is to become; a file that cannot be read is refused beside its field."""

    file = forms.FileField(label=gettext_lazy("文件"), allow_empty_file=True)
    target = forms.ChoiceField(label=gettext_lazy("导入为"), required=False)
    title = forms.CharField(
        label=gettext_lazy("标题"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("不填则取文中的标题。"),
    )
    byline = forms.CharField(
        label=gettext_lazy("作者"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("不填则取文中的署名。"),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        most = settings.IMPORT_MAX_BYTES / 1024 / 1024
        self.fields["file"].help_text = _(
            "中文文档（.txt、.docx、.pdf、.html、.md），最多 %(most)g MB。"
        ) % {"most": most}
        documents = Document.objects.values_list("pk", "title")
        self.fields["target"].choices = [  # type: ignore[attr-defined]
            (AUTOMATIC, _("自动：文件名或标题相同的作为修订，否则作为新课程")),
            (AS_NEW, _("新课程")),
            *((str(pk), _("修订《%(title)s》") % {"title": title}) for pk, title in documents),
        ]

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        try:
            if (file.size or 0) > settings.IMPORT_MAX_BYTES:
                raise UnreadableFileError("too_large")  # noqa: TRY301
            text.parse(file.name or "", file.read())
        except UnreadableFileError as error:
            raise forms.ValidationError(importing.reading_error(error)) from None
        return file

    def save(self, by: User) -> Upload:
        """Keeps the file until the import is confirmed; files that nobody confirmed go."""
        Upload.objects.filter(uploaded_at__lt=timezone.now() - STALE).delete()
        file: UploadedFile[Any] = self.cleaned_data["file"]
        target: str = self.cleaned_data["target"]
        file.seek(0)
        return Upload.objects.create(
            name=(file.name or "")[-200:],
            data=file.read(),
            title=self.cleaned_data["title"],
            byline=self.cleaned_data["byline"],
            as_new=target == AS_NEW,
            revises_id=int(target) if target.isdecimal() else None,
            uploaded_by=by,
        )
