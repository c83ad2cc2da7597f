"""The accounts of a first look: a learner, an instructor and an administrator.

Their passwords are random, made on the first run, and kept in `DATA_DIR/accounts.txt`, which only
the owner may read.
"""

import secrets
from collections.abc import Mapping
from pathlib import Path

from django.db import transaction

from quizzes.models import User
from quizzes.roles import make_instructor

LEARNER, INSTRUCTOR, ADMINISTRATOR = "learner", "instructor", "administrator"
NAMES = (LEARNER, INSTRUCTOR, ADMINISTRATOR)


def ensure_accounts(file: Path) -> Mapping[str, str]:
    """Makes the accounts in a database without users; returns the passwords they started with.

    Where there are users nothing is made or reset: a password may have been changed, an account
    deleted. In a new database the accounts have the passwords that the file names.
    """
    known = _read(file)
    if User.objects.exists():
        return known
    passwords = {name: known.get(name) or secrets.token_urlsafe(12) for name in NAMES}
    with transaction.atomic():
        for name, password in passwords.items():
            _create(name, password)
        if passwords != known:
            _write(file, passwords)
    return passwords


def _create(name: str, password: str) -> None:
    if name == ADMINISTRATOR:
        User.objects.create_superuser(name, password=password)
        return
    user = User.objects.create_user(name, password=password)
    if name == INSTRUCTOR:
        make_instructor(user)


def _read(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    lines = file.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines)
    return {name: password.strip() for name, _space, password in pairs if name in NAMES}


def _write(file: Path, passwords: Mapping[str, str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.chmod(0o600)
    lines = "".join(f"{name} {password}\n" for name, password in passwords.items())
    file.write_text(lines, encoding="utf-8")
