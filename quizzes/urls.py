from django.urls import URLPattern, URLResolver, path

from quizzes.views import courses, exams, health, home, me, practice, search

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("today/", home.today, name="today"),
    path("courses/", courses.courses, name="courses"),
    path("courses/<int:pk>/", courses.course, name="course"),
    path("lessons/<int:pk>/", courses.lesson, name="lesson"),
    path("lessons/<int:pk>/place/", courses.place, name="lesson_place"),
    path("lessons/<int:pk>/finish/", courses.finish, name="lesson_finish"),
    path("practice/", practice.start, name="practice"),
    path("practice/<int:pk>/", practice.attempt, name="attempt"),
    path("practice/<int:pk>/<int:position>/", practice.question, name="question"),
    path("practice/<int:pk>/result/", practice.result, name="result"),
    path("exams/", exams.exams, name="exams"),
    path("exams/<int:pk>/", exams.exam, name="exam"),
    path("exams/attempts/<int:pk>/", exams.attempt, name="exam_attempt"),
    path("exams/attempts/<int:pk>/<int:position>/", exams.question, name="exam_question"),
    path("exams/attempts/<int:pk>/sheet/", exams.sheet, name="exam_sheet"),
    path("exams/attempts/<int:pk>/hand-in/", exams.hand_in, name="exam_hand_in"),
    path("exams/attempts/<int:pk>/result/", exams.result, name="exam_result"),
    path("progress/", me.progress, name="progress"),
    path("me/", me.me, name="me"),
    path("search/", search.results, name="search"),
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", health.robots, name="robots"),
    path("favicon.ico", health.favicon, name="favicon"),
]
