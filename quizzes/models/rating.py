"""How well a learner says they remembered."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rating(models.TextChoices):
    AGAIN = "again", _("忘了")
    HARD = "hard", _("模糊")
    GOOD = "good", _("记得")
    EASY = "easy", _("轻松")
