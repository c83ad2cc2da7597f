"""What the site holds about a learner, as they get it: whole, readable, theirs alone, no keys."""

import csv
import io
import json
from typing import Any
from zipfile import ZipFile

from allauth.account.models import EmailAddress
from django.contrib.admin.utils import NestedObjects
from hypothesis import given
from hypothesis import strategies as st

from quizzes import export
from quizzes.models import Note, Question, User
from tests.factories import (
    PASSWORD,
    AttemptFactory,
    CertificateFactory,
    DayFactory,
    FavouriteFactory,
    LessonReadFactory,
    MistakeFactory,
    NoteFactory,
    PublishedBlankFactory,
    PublishedQuestionFactory,
    RecordFactory,
    ReportFactory,
    ResponseFactory,
    UploadFactory,
    UserFactory,
)


def read(user: User) -> tuple[dict[str, list[dict[str, Any]]], ZipFile]:
    """The zip as somebody reads it who has only the file."""
    file = io.BytesIO()
    export.write_zip(user, file)
    archive = ZipFile(file)
    assert archive.testzip() is None
    return json.loads(archive.read("data.json")), archive


def sheet(archive: ZipFile, name: str) -> list[dict[str, str]]:
    text = archive.read(f"csv/{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def full_account() -> tuple[User, Question]:
    user, question = UserFactory(username="xiaoyi"), PublishedQuestionFactory()
    attempt = AttemptFactory(learner=user, document=question.fact.document, finished=True)
    response = ResponseFactory(attempt=attempt, question=question, right=True)
    response.given = question.revisions.get().options[0]["id"]
    response.save()
    for factory in (MistakeFactory, FavouriteFactory, ReportFactory):
        factory(learner=user, question=question)
    NoteFactory(learner=user, question=question, text='四月，"不是"八月；\n第二行')
    CertificateFactory(learner=user, document=question.fact.document)
    RecordFactory(learner=user, document=question.fact.document)
    LessonReadFactory(learner=user, lesson=question.fact.lesson)
    DayFactory(learner=user, kinds={"item.single_choice": [3, 2]})
    EmailAddress.objects.create(user=user, email="xiaoyi@example.com")
    UploadFactory(uploaded_by=user)
    return user, question


def test_every_row_that_goes_with_the_account_is_there(db: None) -> None:
    user, _question = full_account()
    data, _archive = read(user)

    going = NestedObjects(using="default")
    going.collect([user])
    for model, rows in going.model_objs.items():
        name = str(model._meta.model_name)
        assert {row["id"] for row in data[name]} == {row.pk for row in rows}, name


def test_both_forms_say_the_same(db: None) -> None:
    user, question = full_account()
    data, archive = read(user)

    for name, rows in data.items():
        lines = sheet(archive, name)
        assert [line["id"] for line in lines] == [str(row["id"]) for row in rows]
    assert sheet(archive, "note")[0]["text"] == data["note"][0]["text"] == Note.objects.get().text
    assert json.loads(sheet(archive, "day")[0]["kinds"]) == {"item.single_choice": [3, 2]}
    assert data["response"][0]["revision_stem"] == question.stem
    assert data["response"][0]["given_in_words"] == "2020年4月"
    assert data["day"][0]["day"] == sheet(archive, "day")[0]["day"]
    assert data["upload"][0]["data"] > 0
    assert "csv/note.csv — 笔记" in archive.read("README.txt").decode()


def test_no_password_and_nobody_elses(db: None) -> None:
    user, question = full_account()
    NoteFactory(learner=UserFactory(username="mingming"), question=question, text="别人的话")
    file = io.BytesIO()
    export.write_zip(user, file)
    text = "".join(ZipFile(file).read(name).decode() for name in ZipFile(file).namelist())

    assert user.password not in text
    assert PASSWORD not in text
    assert "别人的话" not in text
    assert "mingming" not in text


def test_a_question_not_answered_yet_comes_without_its_key(learner: User) -> None:
    blank = PublishedBlankFactory(fact__answer="只有原文里才有的答案")
    attempt = AttemptFactory(learner=learner, document=blank.fact.document)
    ResponseFactory(attempt=attempt, question=blank)
    _data, archive = read(learner)

    for name in archive.namelist():
        assert "只有原文里才有的答案" not in archive.read(name).decode()


def test_an_account_that_did_nothing(learner: User) -> None:
    data, archive = read(learner)

    assert data["user"][0]["username"] == "xiaoyi"
    assert data["response"] == []
    assert sheet(archive, "response") == []


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_come_back_from_a_cell(text: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerow([export.as_cell(text), export.as_cell({"a": text})])
    file.seek(0)
    if "\0" in text:
        return
    back = next(csv.reader(file))
    assert back[0] == text
    assert json.loads(back[1]) == {"a": text}
