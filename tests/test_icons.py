"""The icons of the installed app are drawn when static files are collected."""

import os
import struct
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import get_finder
from pytest_django import Settings

from yiwu_study.icons import ICONS, IconFinder


@pytest.fixture
def icons(settings: Settings, tmp_path: Path) -> IconFinder:
    settings.DATA_DIR = tmp_path
    return IconFinder()


def side(file: Path) -> tuple[int, ...]:
    """Width and height from the head of a PNG."""
    data = file.read_bytes()
    assert data.startswith(b"\x89PNG")
    return struct.unpack(">II", data[16:24])


def test_each_has_the_size_its_name_says(icons: IconFinder) -> None:
    for path, (_source, pixels) in ICONS.items():
        assert side(Path(icons.find(path))) == (pixels, pixels)
    assert [path for path, _storage in icons.list([])] == list(ICONS)


def test_one_that_is_older_than_its_source_is_drawn_again(icons: IconFinder) -> None:
    file = Path(icons.find("img/icon-192.png"))
    file.write_bytes(b"old")
    os.utime(file, (1, 1))

    assert side(Path(icons.find("img/icon-192.png"))) == (192, 192)


def test_other_files_are_others(icons: IconFinder) -> None:
    assert icons.find("img/icon.svg") == []
    assert icons.find("img/icon.svg", find_all=True) == []
    assert isinstance(get_finder("yiwu_study.icons.IconFinder"), IconFinder)
