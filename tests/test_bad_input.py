"""What people send by mistake or on purpose: refused with a clear word, and nothing is written.

The same files go through the import itself and through the form in the back office.
"""

import io
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from quizzes import importing
from quizzes.importing import reading_error
from quizzes.models import Document, Lesson, Upload
from quizzes.roles import make_instructor
from quizzes.text.errors import UnreadableFileError
from tests.factories import UserFactory
from tests.toy_generator import FILLER

pytestmark = pytest.mark.django_db


def bomb() -> bytes:
    """A small archive that unpacks to 100 MB."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 100_000_000)
    return packed.getvalue()


REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "nothing": ("a.txt", lambda: b"", "文件是空的"),
    "blanks": ("a.txt", lambda: b" \r\n\t\xe3\x80\x80" * 100, "文件是空的"),
    "a program": (
        "a.txt",
        lambda: b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 20,
        "不是文本文件",
    ),
    "a picture": ("a.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(500), "不是文本文件"),
    "an archive": ("a.zip", lambda: b"PK\x03\x04" + bytes(500), ""),
    "an archive that explodes": ("a.docx", bomb, ""),
    "an archive named as a text": ("a.txt", bomb, "不是文本文件"),
    "50 MB": ("a.txt", lambda: "一、开放。".encode() * (50 * 1024 * 1024 // 15), "最多 10 MB"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused(case: str) -> None:
    name, data, message = REFUSED[case]
    with pytest.raises(UnreadableFileError) as refused:
        importing.plan(name, data())
    assert message in reading_error(refused.value)
    assert not Document.objects.exists()


@pytest.mark.parametrize("case", REFUSED)
def test_the_form_refuses_it_beside_its_field(client: Client, case: str) -> None:
    name, data, message = REFUSED[case]
    instructor = UserFactory()
    make_instructor(instructor)
    client.force_login(instructor)
    file = SimpleUploadedFile(name, data())
    answer = client.post(reverse("admin:quizzes_document_add"), {"file": file, "target": ""})
    assert answer.status_code == 422
    assert any(message in error for error in answer.context["form"].errors["file"])
    assert not Upload.objects.exists()
    assert not Document.objects.exists()


def load(text: str, name: str = "a.txt") -> Document:
    return importing.carry_out(importing.plan(name, text.encode()))


def test_no_heading_is_one_lesson() -> None:
    assert load(f"{FILLER}\n").lessons.count() == 1


def test_a_heading_alone_is_a_lesson() -> None:
    assert load("一、开放\n").lessons.exists()


def test_no_fact_is_no_question() -> None:
    document = load(f"一、开放\n{FILLER}\n二、改革\n{FILLER}\n")
    assert document.lessons.count() == 2


def test_one_sentence_of_20_000_characters() -> None:
    document = load("一、开放\n" + "义乌坚持改革开放，" * 2_500 + "成效明显。\n")
    assert sum(len(lesson.body) for lesson in document.lessons.all()) > 20_000


def test_a_name_that_is_a_path() -> None:
    assert load(f"一、开放\n{FILLER}\n", "../../etc/passwd.txt").source_name == "passwd.txt"


def test_a_name_without_end() -> None:
    assert len(load(f"一、开放\n{FILLER}\n", "长" * 500 + ".txt").source_name) <= 200


def test_a_heading_without_end() -> None:
    load(f"一、{'长' * 500}\n{FILLER}\n二、{'长' * 300}\n{FILLER}\n")
    assert all(len(lesson.heading) <= 200 for lesson in Lesson.objects.all())
