"""The courses that ship with the site: content/*.toml names a file, its title and its byline."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _


class ManifestError(ValueError):
    """A manifest that cannot be used; says which and why."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A file to import; an empty title or byline is left to the file itself."""

    file: Path
    title: str | None = None
    byline: str | None = None


def manifests(folder: Path) -> list[Manifest]:
    """The manifests of a folder, by name. Raises ManifestError for one that cannot be used."""
    return [_read(path) for path in sorted(folder.glob("*.toml"))]


def manifest_for(file: Path) -> Manifest:
    """What a manifest beside the file says of it; else the file alone.

    Other .toml files beside it are none of our business.
    """
    for path in sorted(file.parent.glob("*.toml")):
        try:
            manifest = _read(path)
        except ManifestError:
            continue
        if manifest.file.name == file.name:
            return manifest
    return Manifest(file)


def _read(path: Path) -> Manifest:
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ManifestError(
            _("读不懂 %(path)s：%(error)s") % {"path": path, "error": error}
        ) from None
    name = entries.get("file")
    if not isinstance(name, str) or not name:
        raise ManifestError(_("%(path)s 没有写明 file（文件名）。") % {"path": path})
    return Manifest(path.parent / name, _text(entries.get("title")), _text(entries.get("byline")))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
