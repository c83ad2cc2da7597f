"""Why a file could not be read; `code` lets a caller say it in the reader's language."""

from typing import Literal

Code = Literal["empty", "binary", "encoding", "format", "too_large"]

MESSAGES: dict[Code, str] = {
    "empty": "文件是空的，没有可以学习的文字。",
    "binary": "这不是文本文件，读不出文字。请另存为 .txt（UTF-8）后再试。",
    "encoding": "认不出文件的编码。请另存为 UTF-8、UTF-16 或 GB18030 后再试。",
    "format": "还不支持这种文件格式。请使用 .txt 或 .md 文件。",
    "too_large": "文件太大，超过了允许的大小。",
}


class UnreadableFileError(ValueError):
    """A file that is not a readable document; `code` is one of the keys of `MESSAGES`."""

    def __init__(self, code: Code) -> None:
        super().__init__(MESSAGES[code])
        self.code = code
