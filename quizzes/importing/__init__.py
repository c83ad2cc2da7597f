"""A document → rows. The only place where what the generator made becomes lessons and questions.

`plan` is the dry run: it reads, generates and compares, and writes nothing. `carry_out` writes
what was planned, all of it or nothing. Importing the same file again changes nothing.
"""

from quizzes.importing.carrying_out import Progress, carry_out
from quizzes.importing.errors import reading_error
from quizzes.importing.plan import Plan, PlannedLesson, plan

__all__ = ["Plan", "PlannedLesson", "Progress", "carry_out", "plan", "reading_error"]
