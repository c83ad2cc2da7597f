"""The back office (管理后台): what instructors and administrators work with."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from quizzes.admin.certificates import CertificateAdmin
from quizzes.admin.content import DocumentAdmin, LessonAdmin
from quizzes.admin.exams import ExamPlanAdmin
from quizzes.admin.facts import FactAdmin
from quizzes.admin.people import UserAdmin
from quizzes.admin.questions import QuestionAdmin
from quizzes.admin.reports import ReportAdmin
from quizzes.admin.study import AttemptAdmin

__all__ = [
    "AttemptAdmin",
    "CertificateAdmin",
    "DocumentAdmin",
    "ExamPlanAdmin",
    "FactAdmin",
    "LessonAdmin",
    "QuestionAdmin",
    "ReportAdmin",
    "UserAdmin",
]

admin.site.site_header = admin.site.site_title = _("义乌学习 · 管理后台")
admin.site.index_title = _("课程、题目和学员")
# One way to sign in for everybody: the site's, where failed attempts are counted and limited.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
