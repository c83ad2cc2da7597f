"""What the pages of the back office share."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from quizzes.models import User

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    TabularInline = admin.TabularInline[Any, Any]
else:
    ModelAdmin = admin.ModelAdmin
    TabularInline = admin.TabularInline


def signed_in(request: HttpRequest) -> User:
    """Who works here; the back office is closed to everybody else."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


class ReadOnly:
    """Seen, never changed here."""

    def has_add_permission(self, *_args: object) -> bool:
        return False

    def has_change_permission(self, *_args: object) -> bool:
        return False

    def has_delete_permission(self, *_args: object) -> bool:
        return False


def counted(rows: QuerySet[Any], field: str) -> Coalesce:
    """How many of `rows` point with `field` at each row of the list."""
    mine = rows.order_by().filter(**{field: OuterRef("pk")}).values(field)
    count = Subquery(mine.annotate(n=Count("pk")).values("n"), output_field=IntegerField())
    return Coalesce(count, 0)
