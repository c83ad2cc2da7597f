"""The database's own text index over the tokens of every search entry; it follows the rows.

SQLite gets an FTS5 table and triggers that keep it; PostgreSQL a generated column with a GIN index.
Where SQLite makes the table of the entries anew (altering a column), these triggers go with the old
one: such a migration has to run `forwards` once more.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = (
    """CREATE VIRTUAL TABLE quizzes_searchindex USING fts5(
        tokens, content='quizzes_searchentry', content_rowid='id', detail='none', columnsize=0,
        tokenize="ascii tokenchars ':.%'"
    )""",
    """CREATE TRIGGER quizzes_searchentry_inserted AFTER INSERT ON quizzes_searchentry BEGIN
        INSERT INTO quizzes_searchindex(rowid, tokens) VALUES (new.id, new.tokens);
    END""",
    """CREATE TRIGGER quizzes_searchentry_deleted AFTER DELETE ON quizzes_searchentry BEGIN
        INSERT INTO quizzes_searchindex(quizzes_searchindex, rowid, tokens)
        VALUES ('delete', old.id, old.tokens);
    END""",
    """CREATE TRIGGER quizzes_searchentry_updated AFTER UPDATE ON quizzes_searchentry BEGIN
        INSERT INTO quizzes_searchindex(quizzes_searchindex, rowid, tokens)
        VALUES ('delete', old.id, old.tokens);
        INSERT INTO quizzes_searchindex(rowid, tokens) VALUES (new.id, new.tokens);
    END""",
    "INSERT INTO quizzes_searchindex(quizzes_searchindex) VALUES ('rebuild')",
)
SQLITE_BACK = (
    "DROP TRIGGER quizzes_searchentry_inserted",
    "DROP TRIGGER quizzes_searchentry_deleted",
    "DROP TRIGGER quizzes_searchentry_updated",
    "DROP TABLE quizzes_searchindex",
)
POSTGRESQL = (
    """ALTER TABLE quizzes_searchentry ADD COLUMN vector tsvector GENERATED ALWAYS AS (
        array_to_tsvector(string_to_array(tokens, ' '))
    ) STORED""",
    "CREATE INDEX quizzes_searchentry_vector ON quizzes_searchentry USING gin (vector)",
)
POSTGRESQL_BACK = ("ALTER TABLE quizzes_searchentry DROP COLUMN vector",)


def forwards(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    run(editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def backwards(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    run(editor, {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK})


def run(editor: BaseDatabaseSchemaEditor, statements: dict[str, tuple[str, ...]]) -> None:
    for statement in statements[editor.connection.vendor]:
        editor.execute(statement, None)


class Migration(migrations.Migration):

    dependencies = [
        ('quizzes', '0007_search'),
    ]

    operations = [
        migrations.RunPython(forwards, backwards),
    ]
