"""Who may sign in: for administrators only."""

from typing import TYPE_CHECKING

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from quizzes import leaving
from quizzes.admin.filters import RegisteredFilter
from quizzes.models import User

if TYPE_CHECKING:
    BaseUserAdmin = DjangoUserAdmin[User]
else:
    BaseUserAdmin = DjangoUserAdmin


@admin.register(User)
class UserAdmin(BaseUserAdmin):
    fieldsets = (*DjangoUserAdmin.fieldsets, (_("学习"), {"fields": ("time_zone",)}))  # type: ignore[misc]

    list_filter = (RegisteredFilter, *DjangoUserAdmin.list_filter)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self._is_administrator(request)

    def has_view_permission(self, request: HttpRequest, _obj: User | None = None) -> bool:
        return self._is_administrator(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self._is_administrator(request)

    def has_change_permission(self, request: HttpRequest, _obj: User | None = None) -> bool:
        return self._is_administrator(request)

    def has_delete_permission(self, request: HttpRequest, _obj: User | None = None) -> bool:
        return self._is_administrator(request)

    def delete_model(self, _request: HttpRequest, obj: User) -> None:
        leaving.erase(User.objects.filter(pk=obj.pk))

    def delete_queryset(self, _request: HttpRequest, queryset: QuerySet[User]) -> None:
        leaving.erase(queryset)

    def _is_administrator(self, request: HttpRequest) -> bool:
        return bool(request.user.is_active and getattr(request.user, "is_superuser", False))
