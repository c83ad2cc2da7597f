"""`manage.py generate_items`: one JSON object a line, no database."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from tests import toy_generator
from tests.toy_generator import TEXT


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "open.txt"
    path.write_text(TEXT.replace("海外仓共9个", "海外仓大约共9个"), encoding="utf-8")
    return path


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizzes.importing.source.generate", toy_generator.generate)


def items(file: Path, **options: object) -> list[dict[str, Any]]:
    out = StringIO()
    call_command("generate_items", str(file), stdout=out, **options)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def manage(*args: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """The command as its own process, with a database that cannot be reached."""
    return subprocess.run(
        [sys.executable, "manage.py", *args],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "YIWU_MODE": "local",
            "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
            **environment,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_it_works(toy: None, file: Path) -> None:
    found = items(file)
    assert [item["stem"] for item in found] == [
        "运输线路共多少条？",
        "运输线路共____。",
        "精简事项共多少项？",
        "精简事项共____。",
    ]
    choice, blank = found[:2]
    assert set(choice) == {
        "id",
        "kind",
        "stem",
        "options",
        "answer",
        "explanation",
        "section",
        "confidence",
        "fact",
    }
    assert choice["options"][0] == {"text": "14条", "is_key": True}
    assert (choice["answer"], blank["options"], blank["answer"]) == (["14条"], [], ["14条", "14"])
    fact = choice["fact"]
    assert set(fact) == {"kind", "answer", "evidence", "start", "end"}
    assert (fact["kind"], fact["answer"], fact["evidence"]) == (
        "number",
        "14条",
        "运输线路共14条。",
    )
    assert fact["end"] - fact["start"] == len(fact["evidence"])


def test_the_answer_of_each_kind(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    generate = toy_generator.generate_every_kind
    monkeypatch.setattr("quizzes.importing.source.generate", generate)
    found = {item["kind"]: item for item in items(file)}
    assert {kind: item["answer"] for kind, item in found.items()} == {
        "single_choice": ["411项"],
        "fill_blank": ["411项", "411"],
        "true_false": ["错误"],
        "multiple_choice": ["所有权", "资格权", "使用权"],
        "matching": [["海关", "查验货物"], ["商务局", "审核资质"], ["税务局", "办理退税"]],
        "ordering": ["提交材料", "窗口受理", "领取执照"],
    }
    assert found["matching"]["options"] == found["ordering"]["options"] == []
    assert found["true_false"]["options"] == [
        {"text": "正确", "is_key": False},
        {"text": "错误", "is_key": True},
    ]


def test_drafts_are_listed_when_asked_for(toy: None, file: Path) -> None:
    assert len(items(file, drafts=True)) == 6


def test_it_needs_no_database(file: Path) -> None:
    done = manage("generate_items", str(file), "--drafts")
    assert (done.returncode, done.stderr) == (0, "")
    for line in done.stdout.splitlines():
        json.loads(line)


def test_the_shipped_article_gives_items() -> None:
    done = manage("generate_items", "content/yiwu.txt")
    assert done.returncode == 0
    assert all("\\u" not in line for line in done.stdout.splitlines())


def test_it_writes_utf_8_whatever_the_locale() -> None:
    done = manage("generate_items", "content/yiwu.txt", "--drafts", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_may_leave_early() -> None:
    command = f"{sys.executable} manage.py generate_items content/yiwu.txt | head -c 10"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=settings.BASE_DIR,
        env={**os.environ, "YIWU_MODE": "local"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "data", [b"", b"  \n", b"\x7fELF\x00\x01\x02\x03" * 50, b"PK\x03\x04" + b"\0" * 100]
)
def test_a_file_that_is_no_document(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    refused(str(path))


def test_no_file_at_all(tmp_path: Path) -> None:
    refused(str(tmp_path / "none.txt"))
    refused(str(tmp_path))


def refused(path: str) -> None:
    """One clear Chinese line, exit code 1, nothing on stdout."""
    done = manage("generate_items", path)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert any("\u4e00" <= sign <= "\u9fff" for sign in done.stderr)
    assert "Traceback" not in done.stderr
