"""Standard output that holds Chinese, and a reader who may leave early."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


def speak_utf8() -> None:
    """Chinese is written as UTF-8, whatever the locale of the terminal or the pipe."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


@contextmanager
def until_the_reader_leaves() -> Iterator[None]:
    """Ends quietly when the pipe is closed, as by `head`."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more as it exits; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
