"""Why a file could not be read; `code` lets a caller say it in the reader's language."""

from typing import Literal

Code = Literal[
    "empty",
    "binary",
    "encoding",
    "format",
    "too_large",
    "damaged",
    "encrypted",
    "scanned",
    "too_complex",
]

MESSAGES: dict[Code, str] = {
    "empty": "文件是空的，没有可以学习的文字。",
    "binary": "这不是文本文件，读不出文字。请另存为 .txt（UTF-8）后再试。",
    "encoding": "认不出文件的编码。请另存为 UTF-8、UTF-16 或 GB18030 后再试。",
    "format": "还不支持这种文件格式。请使用 .txt、.md、.docx、.pdf 或 .html 文件。",
    "too_large": "文件太大，超过了允许的大小。",
    "damaged": "文件已经损坏，或者内容与扩展名不符，读不出文字。",
    "encrypted": "文件加了密码，读不出文字。请去掉密码后再试。",
    "scanned": "这份 PDF 里没有文字，可能是扫描件。请先做文字识别（OCR），或换一份带文字的文件。",
    "too_complex": "文件展开后太大或太复杂，不能安全地读取。请另存为 .txt 后再试。",
}


class UnreadableFileError(ValueError):
    """A file that is not a readable document; `code` is one of the keys of `MESSAGES`."""

    def __init__(self, code: Code) -> None:
        super().__init__(MESSAGES[code])
        self.code = code
