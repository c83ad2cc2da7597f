"""Importing in the back office: a file, what it would change, the word to do it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from quizzes.models import Document, Question, Upload, User
from tests.factories import UploadFactory, UserFactory
from tests.toy_generator import FILLER, TEXT

LIST = "admin:quizzes_document_changelist"
UPLOAD = "admin:quizzes_document_add"
REVIEW = "admin:quizzes_document_import"


def send(
    office: Client, data: bytes = TEXT.encode(), name: str = "open.txt", **more: str
) -> HttpResponse:
    file = SimpleUploadedFile(name, data)
    return office.post(reverse(UPLOAD), {"file": file, "target": "", **more})  # type: ignore[return-value]


def test_it_works(office: Client) -> None:
    assert "导入文档" in office.get(reverse(LIST)).content.decode()
    assert "10 MB" in office.get(reverse(UPLOAD)).content.decode()

    review = send(office, title="开放之路").headers["location"]
    page = office.get(review).content.decode()
    assert "新课程《开放之路》" in page
    assert "知识点 3 个；发布题目 6 道" in page
    assert "运输线路共多少条？" in page
    assert not Document.objects.exists()

    done = office.post(review, {"confirm": "1"}, follow=True)
    document = Document.objects.get()
    assert done.redirect_chain[-1][0] == reverse(
        "admin:quizzes_document_change", args=[document.pk]
    )
    assert "已导入《开放之路》：知识点 3 个，发布题目 6 道" in done.content.decode()
    assert not Upload.objects.exists()


def test_a_revision_says_what_changes(office: Client) -> None:
    office.post(send(office).headers["location"], {"confirm": "1"})
    document = Document.objects.get()
    changed = TEXT.replace("海外仓共9个", "展会共3个").encode()
    review = send(office, changed, "renamed.txt", target=str(document.pk)).headers["location"]
    assert "新增 1，保留 2，恢复 0，停用 1" in office.get(review).content.decode()
    office.post(review, {"confirm": "1"})
    document.refresh_from_db()
    assert document.revision == 2


def test_the_same_file_changes_nothing(office: Client) -> None:
    office.post(send(office).headers["location"], {"confirm": "1"})
    page = office.get(send(office).headers["location"]).content.decode()
    assert "已是最新" in page
    assert "确认导入" not in page


def test_the_same_name_can_be_another_course(office: Client) -> None:
    office.post(send(office).headers["location"], {"confirm": "1"})
    office.post(
        send(office, f"{TEXT}\n".encode(), target="new").headers["location"], {"confirm": "1"}
    )
    assert Document.objects.count() == 2


def test_a_document_without_a_fact_says_so(office: Client) -> None:
    review = send(office, f"一、开放\n{FILLER}\n".encode()).headers["location"]
    assert "没有找到可以出题的知识点" in office.get(review).content.decode()


def test_it_can_be_cancelled(office: Client) -> None:
    review = send(office).headers["location"]
    office.post(review, {"cancel": "1"})
    assert not Upload.objects.exists()
    assert not Document.objects.exists()


def test_a_second_click_imports_once(office: Client) -> None:
    review = send(office).headers["location"]
    office.post(review, {"confirm": "1"})
    again = office.post(review, {"confirm": "1"}, follow=True)
    assert "已经导入或取消" in again.content.decode()
    assert Question.objects.count() == 6


def test_nobody_confirms_the_file_of_another(office: Client) -> None:
    upload = UploadFactory(data=TEXT.encode())
    office.post(reverse(REVIEW, args=[upload.pk]), {"confirm": "1"})
    assert not Document.objects.exists()
    assert Upload.objects.filter(pk=upload.pk).exists()


def test_files_that_nobody_confirmed_go_after_a_day(office: Client) -> None:
    stale = UploadFactory()
    Upload.objects.filter(pk=stale.pk).update(uploaded_at=timezone.now() - timedelta(days=2))
    fresh = UploadFactory()
    send(office)
    assert not Upload.objects.filter(pk=stale.pk).exists()
    assert Upload.objects.filter(pk=fresh.pk).exists()


def test_a_file_that_became_unreadable_is_refused(office: Client, settings: Settings) -> None:
    review = send(office).headers["location"]
    settings.IMPORT_MAX_BYTES = 10
    assert "文件太大" in office.get(review, follow=True).content.decode()


def test_who_may_not_import_is_refused(client: Client, office: Client) -> None:
    review = send(office).headers["location"]
    staff: User = UserFactory(is_staff=True)
    client.force_login(staff)
    for url in (reverse(UPLOAD), review):
        assert client.get(url).status_code == 403


@pytest.mark.parametrize("target", ["99999", "abc", "-1"])
def test_a_forged_target_is_refused(office: Client, target: str) -> None:
    assert send(office, target=target).status_code == 422
    assert not Upload.objects.exists()


def test_no_file_is_said(office: Client) -> None:
    answer = office.post(reverse(UPLOAD), {"target": ""})
    assert answer.status_code == 422
    assert "errorlist" in answer.content.decode()
