"""The one place that knows which database is searched."""

from collections.abc import Sequence

from django.db import connection
from django.db.models import BooleanField, Q, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

SQLITE = "SELECT rowid FROM quizzes_searchindex WHERE quizzes_searchindex MATCH %s"
POSTGRESQL = "quizzes_searchentry.vector @@ %s::tsquery"


def holding(tokens: Sequence[str]) -> Q:
    """The rows that have all these tokens, by the database's own text index.

    A token is letters and digits, % ‰ ° and the point of a number: between quotation marks nothing
    in it means anything to a database.
    """
    if connection.vendor == "postgresql":
        query = " & ".join(f"'{token}'" for token in tokens)
        return Q(RawSQL(POSTGRESQL, [query], BooleanField()))  # noqa: S611
    query = " ".join(f'"{token}"' for token in tokens)
    return Q(pk__in=RawSQL(SQLITE, [query]))  # noqa: S611


def saying(word: str) -> GreaterThan:
    """The rows whose folded text has the word in one piece."""
    return GreaterThan(StrIndex("folded", Value(word)), 0)


def is_one_token(word: str) -> bool:
    """Whether the token of a word says all there is to say of it: two letters, no number."""
    return len(word) == 2 and " " not in word
