"""`manage.py prepare_site`: a site from nothing, and again without a change."""

import os
import re
import sqlite3
import stat
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings as project
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from pytest_django import Settings

from quizzes.demonstration import NAMES, ensure_accounts
from quizzes.models import Document, User
from tests import toy_generator
from tests.toy_generator import TEXT


@pytest.fixture
def content(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one course, and a data folder of its own."""
    monkeypatch.setattr("quizzes.importing.source.generate", toy_generator.generate)
    settings.LOCAL = True
    settings.DATA_DIR = tmp_path / "var"
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "open.txt").write_text(TEXT, encoding="utf-8")
    (folder / "open.toml").write_text('file = "open.txt"\ntitle = "开放之路"\n', encoding="utf-8")
    return folder


def prepare(content: Path, **options: object) -> str:
    out = StringIO()
    call_command("prepare_site", content=content, stdout=out, **options)
    return out.getvalue()


@pytest.mark.django_db
class TestPreparing:
    def test_it_works(self, content: Path) -> None:
        said = prepare(content, address="http://127.0.0.1:9000/")
        assert "已导入《开放之路》：知识点 3 个，题目 6 道。" in said
        assert said.splitlines()[-1] == "网址：http://127.0.0.1:9000/"
        assert Document.objects.get().title == "开放之路"
        teacher, boss = (
            User.objects.get(username="instructor"),
            User.objects.get(username="administrator"),
        )
        assert (teacher.is_staff, teacher.is_superuser, boss.is_superuser) == (True, False, True)
        assert teacher.groups.get() == Group.objects.get(name="教师")
        assert teacher.has_perm("quizzes.add_question")
        assert not teacher.has_perm("quizzes.view_user")

    def test_again_it_imports_nothing(self, content: Path) -> None:
        prepare(content)
        assert "已导入" not in prepare(content)

    def test_in_production_there_are_no_demonstration_accounts(
        self, content: Path, settings: Settings
    ) -> None:
        settings.LOCAL = False
        prepare(content)
        assert not User.objects.exists()

    @pytest.mark.parametrize(
        "manifest", ["file = ", "title = '没有文件'", "file = 3", "file = 'none.txt'", "\ufffe"]
    )
    def test_a_manifest_that_cannot_be_used_is_named(self, content: Path, manifest: str) -> None:
        (content / "zz.toml").write_text(manifest, encoding="utf-8")
        with pytest.raises(CommandError, match=r"zz\.toml|none\.txt"):
            prepare(content)

    def test_a_file_that_is_no_document_is_named(self, content: Path) -> None:
        (content / "open.txt").write_bytes(b"")
        with pytest.raises(CommandError, match=r"open\.txt：文件是空的"):
            prepare(content)


@pytest.mark.django_db
class TestAccounts:
    def test_passwords_are_random_and_private(self, tmp_path: Path) -> None:
        file = tmp_path / "var" / "accounts.txt"
        passwords = ensure_accounts(file)
        assert set(passwords) == set(NAMES)
        assert len(set(passwords.values())) == len(NAMES)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        for name, password in passwords.items():
            assert User.objects.get(username=name).check_password(password)

    def test_a_changed_password_stays(self, tmp_path: Path) -> None:
        ensure_accounts(tmp_path / "accounts.txt")
        user = User.objects.get(username="learner")
        user.set_password("我自己的密码")
        user.save()
        ensure_accounts(tmp_path / "accounts.txt")
        user.refresh_from_db()
        assert user.check_password("我自己的密码")

    def test_a_deleted_account_stays_deleted(self, tmp_path: Path) -> None:
        ensure_accounts(tmp_path / "accounts.txt")
        User.objects.get(username="administrator").delete()
        ensure_accounts(tmp_path / "accounts.txt")
        assert not User.objects.filter(username="administrator").exists()

    def test_a_new_database_gets_the_passwords_of_the_file(self, tmp_path: Path) -> None:
        passwords = ensure_accounts(tmp_path / "accounts.txt")
        User.objects.all().delete()
        assert ensure_accounts(tmp_path / "accounts.txt") == passwords
        assert User.objects.get(username="learner").check_password(passwords["learner"])


def test_from_nothing_and_again(tmp_path: Path) -> None:
    """As `make run` does it: the shipped article, a new data folder, twice."""

    def run() -> str:
        environment = {**os.environ, "YIWU_MODE": "local", "YIWU_DATA_DIR": str(tmp_path)}
        environment.pop("DATABASE_URL", None)
        done = subprocess.run(
            [sys.executable, "manage.py", "prepare_site"],
            cwd=project.BASE_DIR,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def dump() -> str:
        with sqlite3.connect(tmp_path / "yiwu.sqlite3") as database:
            return "\n".join(database.iterdump())

    first = run()
    before = dump()
    files = {path: path.stat().st_mtime_ns for path in (tmp_path / "static").rglob("*")}
    second = run()
    assert dump() == before
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "static").rglob("*")} == files
    assert re.findall(r"learner +\S+", first) == re.findall(r"learner +\S+", second) != []
