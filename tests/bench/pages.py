"""Lighthouse on the five main pages, as a phone with a slow network sees them.

It needs Node 20, from whose registry `npx` takes Lighthouse, and Chromium (CHROMIUM names another).
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener, urlopen

from tests.bench.columns import say, table
from tests.bench.trial import ROOT

LIGHTHOUSE = "lighthouse@12"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3  # at most; the best counts, as the others measure what else the machine does
PATIENCE = 60  # seconds
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
LESSON = re.compile(r'href="(/lessons/\d+/)"')


def bench_pages() -> None:
    if lacking := missing():
        say(f"Lighthouse was not run: {lacking}.")
        return
    with tempfile.TemporaryDirectory(prefix="yiwu-pages-") as folder, served(Path(folder)) as site:
        visitor = Person(site)
        learner = Person(site)
        learner.sign_in(Path(folder))
        question = learner.open_question()
        (course,) = re.findall(r'href="(/courses/\d+/)"', visitor.read("/courses/"))[:1]
        lesson = LESSON.findall(visitor.read(course))[-1]
        pages = {"/": visitor, course: visitor, lesson: visitor, question: learner}
        pages["/today/"] = learner
        scores = {path: audit(person, path, Path(folder)) for path, person in pages.items()}
    say("Lighthouse, of 100")
    table(("page", *CATEGORIES), [(path, *best.values()) for path, (best, _) in scores.items()])
    for path, (_best, faults) in scores.items():
        for fault in faults:
            say(f"  {path}  {fault}")


def missing() -> str:
    """What Lighthouse needs and this machine lacks."""
    if not (shutil.which("node") and shutil.which("npx")):
        return "node and npx are missing (Node 20 or newer)"
    if not Path(CHROMIUM).exists():
        return f"there is no Chromium at {CHROMIUM}"
    command = ["npx", "--yes", LIGHTHOUSE, "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"npx could not fetch {LIGHTHOUSE}: {done.stderr[-200:]}"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The site as `make run` serves it, with data of its own; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "YIWU_MODE": "local", "YIWU_DATA_DIR": str(folder)}
    environment.pop("DATABASE_URL", None)
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    prepare = [sys.executable, "manage.py", "prepare_site"]
    subprocess.run(prepare, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    address = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", "yiwu_study.wsgi", "--bind", address]
    command += ["--workers", "1", "--threads", "4", "--log-level", "warning"]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as server:
        try:
            wait_for(f"http://{address}/healthz")
            yield f"http://{address}"
        finally:
            server.terminate()


def wait_for(url: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(url, timeout=5).close()  # noqa: S310
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.jar = CookieJar()
        self.browser: OpenerDirector = build_opener(HTTPCookieProcessor(self.jar))

    def read(self, path: str) -> str:
        with self.browser.open(f"{self.site}{path}", timeout=PATIENCE) as response:
            return str(response.read().decode())

    def send(self, path: str, **data: object) -> str:
        """Fills in the form at `path`; the path that this leads to."""
        token = TOKEN.findall(self.read(path))[0]
        body = urlencode({"csrfmiddlewaretoken": token, **data}).encode()
        request = Request(f"{self.site}{path}", body, {"Referer": self.site})  # noqa: S310
        with self.browser.open(request, timeout=PATIENCE) as response:
            return str(response.url.removeprefix(self.site))

    def sign_in(self, folder: Path) -> None:
        """As the demonstration learner."""
        accounts = (folder / "accounts.txt").read_text(encoding="utf-8")
        password = re.findall(r"^\s*learner\s+(\S+)", accounts, re.MULTILINE)[0]
        self.send("/accounts/login/", login="learner", password=password)

    def open_question(self) -> str:
        """The path of the first question of a new paper."""
        scope = re.findall(r'value="(document-\d+)"', self.read("/practice/"))[0]
        return self.send("/practice/", scope=scope, size=5)

    @property
    def cookies(self) -> str:
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)


def audit(person: Person, path: str, folder: Path) -> tuple[dict[str, int], list[str]]:
    """The best score in each category, and what costs points in the best run."""
    runs: list[dict[str, dict[str, dict]]] = []  # type: ignore[type-arg]
    while len(runs) < RUNS and not any(min(scores(run).values()) == 100 for run in runs):
        runs.append(lighthouse(person, path, folder))
    best = max(runs, key=lambda report: sum(scores(report).values()))
    every = [scores(report) for report in runs]
    return {name: max(one[name] for one in every) for name in CATEGORIES}, faults(best)


def lighthouse(person: Person, path: str, folder: Path) -> dict[str, dict[str, dict]]:  # type: ignore[type-arg]
    report, headers = folder / "report.json", folder / "headers.json"
    headers.write_text(json.dumps({"Cookie": person.cookies} if person.cookies else {}))
    command = ["npx", "--yes", LIGHTHOUSE, f"{person.site}{path}", "--quiet", "--output=json"]
    command += [f"--output-path={report}", f"--extra-headers={headers}"]
    command += [f"--only-categories={','.join(CATEGORIES)}", "--no-enable-error-reporting"]
    command += ["--chrome-flags=--headless=new --no-sandbox --disable-gpu"]
    environment = {**os.environ, "CHROME_PATH": CHROMIUM}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return json.loads(report.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def scores(report: dict[str, dict[str, dict]]) -> dict[str, int]:  # type: ignore[type-arg]
    return {name: round((report["categories"][name]["score"] or 0) * 100) for name in CATEGORIES}


def faults(report: dict[str, dict[str, dict]]) -> list[str]:  # type: ignore[type-arg]
    """The audits that count and are not passed, of categories that are not perfect."""
    found = []
    for name in CATEGORIES:
        for counted in report["categories"][name]["auditRefs"]:
            one = report["audits"][counted["id"]]
            if counted["weight"] and one["score"] is not None and one["score"] < 0.9:
                found.append(f"{name}: {one['title']} {one.get('displayValue', '')}".rstrip())
    return found
