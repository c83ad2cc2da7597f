"""Every message has its English, none is stale, and placeholders agree."""

import re
import shutil
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from django.core.management import call_command
from django.utils import translation
from pytest_django import Settings

from quizzes.management.commands.update_messages import (
    as_python,
    catalog_file,
    is_translated,
    messages_in_source,
    read_catalog,
)

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z]")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return read_catalog()


@pytest.fixture(scope="module")
def source() -> Catalog:
    return messages_in_source()


def messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def texts(value: str | Sequence[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def test_every_message_has_its_english(catalog: Catalog, source: Catalog) -> None:
    known = {message.id for message in messages(catalog) if is_translated(message)}

    assert [message.id for message in messages(source) if message.id not in known] == []


def test_none_is_stale(catalog: Catalog, source: Catalog) -> None:
    used = {message.id for message in messages(source)}

    assert [message.id for message in messages(catalog) if message.id not in used] == []


def test_the_english_is_not_chinese(catalog: Catalog) -> None:
    assert [m.id for m in messages(catalog) if CHINESE.search("".join(texts(m.string)))] == []


def test_placeholders_agree(catalog: Catalog) -> None:
    for message in messages(catalog):
        wanted = set(PLACEHOLDER.findall(texts(message.id)[-1]))
        for text in texts(message.string):
            assert set(PLACEHOLDER.findall(text)) <= wanted, message.id
        assert set(PLACEHOLDER.findall(texts(message.string)[-1])) == wanted, message.id


def test_the_catalog_compiles(catalog: Catalog) -> None:
    assert not catalog.fuzzy
    write_mo(BytesIO(), catalog)


def test_updating_changes_nothing(settings: Settings, tmp_path: Path) -> None:
    shutil.copytree(settings.LOCALE_PATHS[0], tmp_path / "locale")
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    before = catalog_file().read_bytes()
    call_command("update_messages", stdout=StringIO())

    assert catalog_file().read_bytes() == before


def test_a_template_is_read_as_calls() -> None:
    python = as_python('<p>{% translate "今天" %}</p>', "x.html").decode()

    assert "今天" in python


@pytest.mark.parametrize(("number", "english"), [(1, "1 fact"), (2, "2 facts")])
def test_english_has_two_numbers(number: int, english: str) -> None:
    form = "%(facts)s 个知识点"
    with translation.override("en"):
        assert translation.ngettext(form, form, number) % {"facts": number} == english
