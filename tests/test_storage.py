"""The style sheet that is served."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import get_finder
from django.core.management import call_command
from pytest_django import Settings


@pytest.fixture
def sheets(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    """A folder of sheets of its own, and the site's storage for them."""
    folder = tmp_path / "source"
    (folder / "css").mkdir(parents=True)
    settings.STATICFILES_DIRS = [folder]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "root"
    backend = {"BACKEND": "yiwu_study.storage.BundledManifestStaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": backend}
    get_finder.cache_clear()
    yield folder / "css"
    get_finder.cache_clear()


def test_a_part_that_changed_is_in_the_sheet(sheets: Path, settings: Settings) -> None:
    (sheets / "site.css").write_text('@import url("part.css");\n')
    for colour, changed in (("red", 1_000_000_000), ("green", 4_000_000_000)):
        (sheets / "part.css").write_text(f"p {{ color: {colour}; }}\n")
        os.utime(sheets / "part.css", (changed, changed))
        call_command("collectstatic", interactive=False, verbosity=0)

        bundle = (Path(settings.STATIC_ROOT) / "css" / "site.css").read_text()
        assert bundle == f"p {{ color: {colour}; }}\n"
