"""Files named on the command line."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from quizzes.importing import reading_error
from quizzes.text.errors import UnreadableFileError


def load(path: Path) -> bytes:
    """What the file holds, as far as the site takes it.

    Raises CommandError, one clear line, when it cannot be opened.
    """
    said = {"path": path}
    try:
        with path.open("rb") as file:
            # One byte more than allowed is enough to be refused.
            return file.read(settings.IMPORT_MAX_BYTES + 1)
    except FileNotFoundError:
        raise CommandError(_("找不到文件 %(path)s。") % said) from None
    except IsADirectoryError:
        raise CommandError(_("%(path)s 是文件夹，不是文件。") % said) from None
    except OSError as error:
        reason = error.strerror or error
        raise CommandError(
            _("打不开 %(path)s：%(reason)s。") % {**said, "reason": reason}
        ) from None


def unreadable(path: Path, error: UnreadableFileError) -> CommandError:
    """The error to raise for a file that is no document."""
    return CommandError(f"{path}：{reading_error(error)}")
