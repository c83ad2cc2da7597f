"""Where the secret key comes from."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def secret_key(*, local: bool, file: Path) -> str:
    """SECRET_KEY from the environment; in local mode a key made once and kept in `file`.

    Raises ImproperlyConfigured in production mode when the environment has none.
    """
    if key := os.environ.get("SECRET_KEY"):
        return key
    if not local:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. A production start needs a long random SECRET_KEY in the "
            "environment (see docs/settings.md); YIWU_MODE=local tries the site on this machine."
        )
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(get_random_secret_key(), encoding="utf-8")
    return file.read_text(encoding="utf-8").strip()
