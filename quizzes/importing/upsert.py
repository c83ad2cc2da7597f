"""Many rows updated at once."""

from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Manager, Model

Row = TypeVar("Row", bound=Model)


def update_rows(objects: Manager[Row], rows: Sequence[Row], fields: Sequence[str]) -> None:
    """Saves these fields of rows that are there: INSERT … ON CONFLICT DO UPDATE.

    For thousands of rows it takes a fiftieth of the time of `bulk_update`, which writes a CASE
    for every field of every row.
    """
    if rows:
        objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["pk"], update_fields=list(fields)
        )
