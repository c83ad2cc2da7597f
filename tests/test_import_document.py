"""`manage.py import_document`: what it says, and what it does."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from quizzes.models import Document
from tests import toy_generator
from tests.toy_generator import FILLER, TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizzes.importing.source.generate", toy_generator.generate)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "open.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*args: object, **options: object) -> str:
    out = StringIO()
    call_command("import_document", *map(str, args), stdout=out, **options)
    return out.getvalue()


def test_it_works(file: Path) -> None:
    said = run(file, title="开放之路", byline="义乌")
    document = Document.objects.get()
    assert (document.title, document.byline, document.source_name) == (
        "开放之路",
        "义乌",
        "open.txt",
    )
    assert "新课程《开放之路》" in said
    assert "一 开放：知识点 2 个，题目 4 道" in said
    assert "共有知识点 3 个，发布题目 6 道，草稿 0 道。" in said
    assert f"已导入：文档 {document.pk}。" in said


def test_a_dry_run_writes_nothing(file: Path) -> None:
    assert "什么也没有写入" in run(file, dry_run=True)
    assert not Document.objects.exists()


def test_again_changes_nothing(file: Path) -> None:
    run(file)
    said = run(file)
    assert "已是最新" in said
    assert "已导入" not in said
    assert Document.objects.get().revision == 1


def test_a_revision_says_what_it_changes(file: Path, tmp_path: Path) -> None:
    run(file)
    document = Document.objects.get()
    other = tmp_path / "other.txt"
    other.write_text(TEXT.replace("海外仓共9个", "展会共3个"), encoding="utf-8")
    assert "新增 1，保留 2，恢复 0，停用 1" in run(other, revises=document.pk)
    document.refresh_from_db()
    assert (document.revision, document.source_name) == (2, "other.txt")


def test_a_manifest_beside_the_file_names_it(file: Path) -> None:
    file.with_suffix(".toml").write_text(
        'file = "open.txt"\ntitle = "清单里的标题"\n', encoding="utf-8"
    )
    run(file)
    assert Document.objects.get().title == "清单里的标题"


def test_no_fact_is_said(file: Path) -> None:
    file.write_text(f"一、开放\n{FILLER}\n", encoding="utf-8")
    assert "没有找到可以出题的知识点" in run(file)


@pytest.mark.parametrize("pk", [99, 10**30])
def test_a_document_that_is_not_there(file: Path, pk: int) -> None:
    with pytest.raises(CommandError, match="没有编号为"):
        run(file, revises=pk)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="找不到文件"):
        run(tmp_path / "none.txt")
