"""The icons an installed app needs as PNG, drawn from static/img/*.svg as files are collected."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import resvg_py
from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

# The name of each, its source, and its side in pixels. A phone cuts its own shape from a full one.
ICONS = {
    "img/icon-192.png": ("icon.svg", 192),
    "img/icon-512.png": ("icon.svg", 512),
    "img/icon-full-180.png": ("icon-full.svg", 180),
    "img/icon-full-512.png": ("icon-full.svg", 512),
}


class IconFinder(BaseFinder):
    """Finds the icons, and draws those that are missing or older than their source."""

    def __init__(self, *_args: object, **_options: object) -> None:
        self.source = Path(settings.BASE_DIR) / "static" / "img"
        self.storage = FileSystemStorage(location=Path(settings.DATA_DIR) / "icons")

    def find(self, path: str, find_all: bool = False, **_options: object) -> Any:  # noqa: ANN401
        found = [self.storage.path(draw(self.source, self.storage, path))] if path in ICONS else []
        return found if find_all else next(iter(found), [])

    def list(self, ignore_patterns: object) -> Iterator[tuple[str, FileSystemStorage]]:  # noqa: ARG002
        for path in ICONS:
            yield draw(self.source, self.storage, path), self.storage


def draw(folder: Path, storage: FileSystemStorage, path: str) -> str:
    """Draws the icon unless there is a newer one; returns its name in the storage."""
    name, side = ICONS[path]
    source, target = folder / name, Path(storage.path(path))
    if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(resvg_py.svg_to_bytes(svg_path=str(source), width=side, height=side))
    return path
