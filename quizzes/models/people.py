"""Who learns and who teaches."""

from zoneinfo import available_timezones

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


def validate_time_zone(name: str) -> None:
    """Raises ValidationError unless `name` is a zone of the IANA database."""
    if name not in available_timezones():
        raise ValidationError(_("“%(name)s”不是一个时区。"), params={"name": name})


class User(AbstractUser):
    """An account. A guest has one too, without a password, until they register or leave."""

    class Theme(models.TextChoices):
        AUTO = "auto", _("跟随系统")
        LIGHT = "light", _("浅色")
        DARK = "dark", _("深色")

    class TextSize(models.IntegerChoices):
        SMALL = -1, _("小")
        NORMAL = 0, _("标准")
        LARGE = 1, _("大")
        LARGEST = 2, _("特大")

    class DailyGoal(models.IntegerChoices):
        EASY = 5, _("5 个知识点")
        STEADY = 10, _("10 个知识点")
        KEEN = 20, _("20 个知识点")

    # Empty: the language of the browser.
    language = models.CharField(
        _("界面语言"), max_length=10, choices=settings.LANGUAGES, blank=True, default=""
    )
    time_zone = models.CharField(
        _("时区"), max_length=64, default="Asia/Shanghai", validators=[validate_time_zone]
    )
    is_guest = models.BooleanField(_("游客"), default=False)
    daily_goal = models.PositiveSmallIntegerField(
        _("每日目标"), choices=DailyGoal.choices, default=DailyGoal.STEADY
    )
    theme = models.CharField(_("外观"), max_length=10, choices=Theme.choices, default=Theme.AUTO)
    text_size = models.SmallIntegerField(
        _("字号"), choices=TextSize.choices, default=TextSize.NORMAL
    )
    pinyin = models.BooleanField(_("显示拼音"), default=False)
    # How they forget: what `quizzes.pace.Pace` knows, by name; empty until the first answer.
    pace = models.JSONField(default=dict, editable=False)
    # Whether others may see this learner's best run of the week.
    shows_record = models.BooleanField(_("公开挑战成绩"), default=False)

    class Meta:
        verbose_name = _("用户")
        verbose_name_plural = _("用户")
