from django.db import migrations
from django.db.models import F


def from_last_review(apps, schema_editor):
    """Cards that were mastered before this was noted: not later than their last answer."""
    cards = apps.get_model("quizzes", "Card").objects
    review, relearning = 2, 3
    known = cards.filter(state__in=(review, relearning), mastered_at=None)
    known.update(mastered_at=F("last_review"))


class Migration(migrations.Migration):

    dependencies = [
        ("quizzes", "0005_progress_and_certificate"),
    ]

    operations = [migrations.RunPython(from_last_review, migrations.RunPython.noop)]
