"""Why a file cannot be imported, in the reader's language."""

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.text.errors import Code, UnreadableFileError

MESSAGES: dict[Code, str | Promise] = {
    "empty": gettext_lazy("文件是空的，没有可以学习的文字。"),
    "binary": gettext_lazy("这不是文本文件，读不出文字。请另存为 .txt（UTF-8）后再试。"),
    "encoding": gettext_lazy("认不出文件的编码。请另存为 UTF-8、UTF-16 或 GB18030 后再试。"),
    "format": gettext_lazy("还不支持这种文件格式。请使用 .txt、.md、.docx、.pdf 或 .html 文件。"),
    "damaged": gettext_lazy("文件已经损坏，或者内容与扩展名不符，读不出文字。"),
    "encrypted": gettext_lazy("文件加了密码，读不出文字。请去掉密码后再试。"),
    "scanned": gettext_lazy(
        "这份 PDF 里没有文字，可能是扫描件。请先做文字识别（OCR），或换一份带文字的文件。"
    ),
    "too_complex": gettext_lazy("文件展开后太大或太复杂，不能安全地读取。请另存为 .txt 后再试。"),
}


def reading_error(error: UnreadableFileError) -> str:
    """What to tell the person whose file could not be read."""
    if error.code == "too_large":
        most = settings.IMPORT_MAX_BYTES / 1024 / 1024
        return _("文件太大，最多 %(most)g MB。请拆成几份后再导入。") % {"most": most}
    return str(MESSAGES.get(error.code, error))
