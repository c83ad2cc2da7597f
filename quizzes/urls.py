from django.urls import URLPattern, URLResolver, path

from quizzes.views import certificates, courses, health, home, me, practice

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("today/", home.today, name="today"),
    path("courses/", courses.courses, name="courses"),
    path("courses/<int:pk>/", courses.course, name="course"),
    path("courses/<int:pk>/certificate/", certificates.certificate, name="certificate"),
    path("lessons/<int:pk>/", courses.lesson, name="lesson"),
    path("lessons/<int:pk>/place/", courses.place, name="lesson_place"),
    path("lessons/<int:pk>/finish/", courses.finish, name="lesson_finish"),
    path("practice/", practice.start, name="practice"),
    path("practice/<int:pk>/", practice.attempt, name="attempt"),
    path("practice/<int:pk>/<int:position>/", practice.question, name="question"),
    path("practice/<int:pk>/result/", practice.result, name="result"),
    path("progress/", me.progress, name="progress"),
    path("progress/week/<str:name>/", me.week, name="week"),
    path("c/<str:number>/", certificates.check, name="certificate_check"),
    path("me/", me.me, name="me"),
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", health.robots, name="robots"),
    path("favicon.ico", health.favicon, name="favicon"),
]
