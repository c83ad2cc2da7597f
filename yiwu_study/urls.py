from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from quizzes.views import accounts, rights

# These stand before allauth's own, which know no guests.
account_patterns: list[URLPattern | URLResolver] = [
    path("login/", accounts.login, name="account_login"),
    path("signup/", accounts.signup, name="account_signup"),
    path("logout/", accounts.logout, name="account_logout"),
    path("email/", accounts.email, name="account_email"),
    path("password/change/", accounts.password_change, name="account_change_password"),
    path("password/set/", accounts.password_set, name="account_set_password"),
    path("reauthenticate/", accounts.reauthenticate, name="account_reauthenticate"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", admin.site.urls),
    path("accounts/", include(account_patterns)),
    path("accounts/", include("allauth.urls")),
    path("i18n/setlang/", rights.language, name="set_language"),
    path("", include("quizzes.urls")),
]

handler400 = "quizzes.views.errors.bad_request"
handler403 = "quizzes.views.errors.forbidden"
handler404 = "quizzes.views.errors.not_found"
handler500 = "quizzes.views.errors.server_error"
