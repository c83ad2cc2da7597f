"""Search over lessons, terms and questions, on either database.

`read_query` makes a query of what somebody typed and `find` answers it. Rows are made as
documents are imported and questions published, by `index_document` and `index_fact`.
"""

from quizzes.search.finding import GROUPS, MOST, Found, Group, GroupName, Hit, find, suggestions
from quizzes.search.index import index_document, index_fact, is_missing
from quizzes.search.queries import LONGEST, Query, read_query
from quizzes.search.snippets import Part

__all__ = [
    "GROUPS",
    "LONGEST",
    "MOST",
    "Found",
    "Group",
    "GroupName",
    "Hit",
    "Part",
    "Query",
    "find",
    "index_document",
    "index_fact",
    "is_missing",
    "read_query",
    "suggestions",
]
