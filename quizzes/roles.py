"""Who may do what in the back office: the group of instructors (教师)."""

from django.contrib.auth.models import Group, Permission

from quizzes.models import User

INSTRUCTORS = "教师"
# Documents are added by importing them. Deleting a question is refused once it was met.
PERMISSIONS = frozenset(
    {
        "add_document",
        "change_document",
        "view_document",
        "view_lesson",
        "view_fact",
        "add_question",
        "change_question",
        "delete_question",
        "view_question",
        "add_option",
        "change_option",
        "delete_option",
        "view_option",
        *(
            f"{action}_exam{part}"
            for action in ("add", "change", "delete", "view")
            for part in ("plan", "section", "kind")
        ),
        "view_attempt",
        "view_response",
        "add_certificaterule",
        "change_certificaterule",
        "delete_certificaterule",
        "view_certificaterule",
        "change_certificate",
        "view_certificate",
        "view_report",
        "change_report",
    }
)


def instructors() -> Group:
    """The group of instructors, with at least the permissions it needs."""
    group, _created = Group.objects.get_or_create(name=INSTRUCTORS)
    needed = Permission.objects.filter(
        content_type__app_label="quizzes", codename__in=PERMISSIONS
    ).exclude(group=group)
    if missing := list(needed):
        group.permissions.add(*missing)
    return group


def make_instructor(user: User) -> None:
    """Lets the user into the back office as an instructor."""
    user.is_staff = True
    user.save(update_fields=["is_staff"])
    user.groups.add(instructors())
