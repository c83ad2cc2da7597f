"""Readers of formats that can be made to explode run in a process of their own, in which time
and memory are short."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast, get_args

from quizzes.text.errors import Code, UnreadableFileError

Reader = Callable[[bytes], str]

SECONDS = 4.5  # by the clock, from the start of the process
_PROCESSOR_SECONDS = 4
_MEMORY = 280 * 2**20  # bytes of address space
_MOST_TEXT = 10_000_000  # characters
_REFUSED = 3  # exit status; any other but 0 is a crash
_ROOT = Path(__file__).parents[3]
_START = f"import sys; from {__name__} import main; sys.exit(main(sys.argv[1]))"


def confined(module: str) -> Reader:
    """The function `read` of the module `quizzes.text.readers.<module>`, run in a process of its
    own. Raises `UnreadableFileError` as it does, and "too_complex" where the limits are passed."""

    def read(data: bytes) -> str:
        try:
            done = subprocess.run(  # noqa: S603 - our own interpreter, our own module
                [sys.executable, "-c", _START, module],
                input=data,
                capture_output=True,
                cwd=_ROOT,
                env={"PATH": os.defpath, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UnreadableFileError("too_complex") from None
        if done.returncode:
            raise UnreadableFileError(_code(done))
        return done.stdout.decode()

    return read


def _code(done: "subprocess.CompletedProcess[bytes]") -> Code:
    said = done.stderr.decode(errors="replace").rpartition("\n")[2]
    if done.returncode == _REFUSED and said in get_args(Code):
        return cast("Code", said)
    return "too_complex"


def main(module: str) -> int:
    """Reads the standard input with `module`: the text goes out, or the code of the error."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_PROCESSOR_SECONDS, _PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        text: str = import_module(f"quizzes.text.readers.{module}").read(sys.stdin.buffer.read())
        if len(text) > _MOST_TEXT:
            raise UnreadableFileError("too_complex")  # noqa: TRY301
        sys.stdout.buffer.write(text.encode(errors="replace"))
    except UnreadableFileError as error:
        sys.stderr.write(f"\n{error.code}")
        return _REFUSED
    except (MemoryError, RecursionError):
        sys.stderr.write("\ntoo_complex")
        return _REFUSED
    return 0
