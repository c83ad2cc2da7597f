"""Static files: hashed, compressed, and one style sheet over the wire."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "css/site.css"
IMPORT = re.compile(r'@import url\("([^"]+)"\);\n?')


class BundledManifestStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Puts what a style sheet of ours imports into the sheet itself before it is hashed."""

    def post_process(
        self, paths: dict[str, object], dry_run: bool = False, **options: object
    ) -> Iterator[tuple[str, str | None, bool]]:
        if not dry_run:
            self._bundle(SHEET)
            # Hash what was bundled, not the source it came from.
            paths = {**paths, SHEET: (self, SHEET)}
        yield from super().post_process(paths, dry_run, **options)

    def _bundle(self, sheet: str) -> None:
        folder = PurePosixPath(sheet).parent

        def text(name: str) -> str:
            with self.open(name) as file:
                return str(file.read().decode())

        # The collected sheet is a bundle already where an earlier collection made it one.
        source = Path(str(finders.find(sheet))).read_text(encoding="utf-8")
        bundled = IMPORT.sub(lambda found: text(str(folder / found[1])), source)
        self.delete(sheet)
        self.save(sheet, ContentFile(bundled.encode()))
