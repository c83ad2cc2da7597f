"""Who learns and who teaches."""

from zoneinfo import available_timezones

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


def validate_time_zone(name: str) -> None:
    """Raises ValidationError unless `name` is a zone of the IANA database."""
    if name not in available_timezones():
        raise ValidationError(_("“%(name)s”不是一个时区。"), params={"name": name})


class User(AbstractUser):
    time_zone = models.CharField(
        _("时区"), max_length=64, default="Asia/Shanghai", validators=[validate_time_zone]
    )

    class Meta:
        verbose_name = _("用户")
        verbose_name_plural = _("用户")
