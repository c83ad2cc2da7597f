"""Documents to measure on: the shipped ones and those of the folder BENCH_DOCUMENTS."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quizzes.importing.source import read
from quizzes.management.commands.generate_items import as_json
from quizzes.manifests import manifest_for
from tests.bench.lines import Line
from tests.bench.recall import Gold, missed
from tests.measures import Remark, breaches, faults

CONTENT = Path(__file__).parents[2] / "content"
ENDINGS = {".txt", ".md", ".html", ".docx", ".pdf"}


@dataclass(frozen=True)
class Measured:
    """The items published of a document, or of several together, and what was seen of them.

    `facts` holds the kind of each fact asked; `gold` is empty where nobody listed the facts worth
    asking.
    """

    name: str
    characters: int
    facts: list[str]
    lines: list[Line]
    breaches: list[Remark]
    faults: list[Remark]
    gold: list[Gold]
    missed: list[Gold]


def documents() -> Iterator[Path]:
    """Every document, by name; a README is none."""
    for folder in [CONTENT, *_given()]:
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in ENDINGS and path.stem.upper() != "README":
                yield path


def _given() -> list[Path]:
    """The folder that BENCH_DOCUMENTS names, if it names one."""
    name = os.environ.get("BENCH_DOCUMENTS")
    return [Path(name)] if name else []


def measured(path: Path) -> Measured:
    """Raises UnreadableFileError where the file is no document."""
    manifest = manifest_for(path)
    source = read(path.name, path.read_bytes(), title=manifest.title, byline=manifest.byline)
    # What is measured is what the command prints, to the letter.
    lines: list[Line] = [
        json.loads(json.dumps(as_json(item, source), ensure_ascii=False))
        for item in source.published
    ]
    gold = _gold(path)
    return Measured(
        name=path.stem,
        characters=len(source.text),
        facts=list({json.dumps(line["fact"]): line["fact"]["kind"] for line in lines}.values()),
        lines=lines,
        breaches=list(breaches(lines, source.text)),
        faults=list(faults(lines)),
        gold=gold,
        missed=missed(lines, gold),
    )


def _gold(path: Path) -> list[Gold]:
    """What NAME.gold.jsonl lists, beside the document or in the folder given."""
    for folder in [path.parent, *_given()]:
        file = folder / f"{path.stem}.gold.jsonl"
        if file.exists():
            return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line]
    return []


def together(every: Iterable[Measured]) -> Measured:
    """All documents as if they were one."""
    every = list(every)
    return Measured(
        name="together",
        characters=sum(one.characters for one in every),
        facts=[fact for one in every for fact in one.facts],
        lines=[line for one in every for line in one.lines],
        breaches=[remark for one in every for remark in one.breaches],
        faults=[remark for one in every for remark in one.faults],
        gold=[fact for one in every for fact in one.gold],
        missed=[fact for one in every for fact in one.missed],
    )
