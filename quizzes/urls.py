from django.urls import URLPattern, URLResolver, path

from quizzes.views import accounts, courses, health, home, me, practice

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("try/", accounts.try_it, name="try"),
    path("today/", home.today, name="today"),
    path("today/goal/", home.goal, name="goal"),
    path("courses/", courses.courses, name="courses"),
    path("courses/<int:pk>/", courses.course, name="course"),
    path("lessons/<int:pk>/", courses.lesson, name="lesson"),
    path("lessons/<int:pk>/place/", courses.place, name="lesson_place"),
    path("lessons/<int:pk>/finish/", courses.finish, name="lesson_finish"),
    path("practice/", practice.start, name="practice"),
    path("practice/<int:pk>/", practice.attempt, name="attempt"),
    path("practice/<int:pk>/<int:position>/", practice.question, name="question"),
    path("practice/<int:pk>/result/", practice.result, name="result"),
    path("progress/", me.progress, name="progress"),
    path("me/", me.me, name="me"),
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", health.robots, name="robots"),
    path("favicon.ico", health.favicon, name="favicon"),
]
