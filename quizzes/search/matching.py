"""The one place that knows which database is searched."""

from collections.abc import Sequence

from django.db import connection
from django.db.models import Q, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

SQLITE = (
    "SELECT rowid FROM (SELECT rowid FROM quizzes_searchindex"
    " WHERE quizzes_searchindex MATCH %s LIMIT %s)"
)
POSTGRESQL = (
    "SELECT id FROM (SELECT id FROM quizzes_searchentry"
    " WHERE vector @@ %s::tsquery LIMIT %s) AS found"
)


def holding(labels: Sequence[str], tokens: Sequence[str], most: int) -> Q:
    """The rows under any of the labels that have all the tokens, of each label at most `most`.

    The database's own text index tells, and no row is read. A token is letters and digits, % ‰ °
    and the point of a number: between quotation marks nothing in it means anything to a database.
    """
    postgresql = connection.vendor == "postgresql"
    select, quote, both = (POSTGRESQL, "'", " & ") if postgresql else (SQLITE, '"', " ")
    parameters: list[str | int] = []
    for label in labels:
        parameters += [both.join(f"{quote}{token}{quote}" for token in (label, *tokens)), most]
    return Q(pk__in=RawSQL(" UNION ALL ".join([select] * len(labels)), parameters))  # noqa: S611


def saying(word: str) -> GreaterThan:
    """The rows whose folded text has the word in one piece."""
    return GreaterThan(StrIndex("folded", Value(word)), 0)


def is_one_token(word: str) -> bool:
    """Whether the token of a word says all there is to say of it: two letters, no number."""
    return len(word) == 2 and " " not in word
