from django.urls import URLPattern, URLResolver, path

from quizzes.views import comfort, courses, facts, health, home, me, practice, whole

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("today/", home.today, name="today"),
    path("courses/", courses.courses, name="courses"),
    path("courses/<int:pk>/", courses.course, name="course"),
    path("lessons/<int:pk>/", courses.lesson, name="lesson"),
    path("lessons/<int:pk>/place/", courses.place, name="lesson_place"),
    path("lessons/<int:pk>/finish/", courses.finish, name="lesson_finish"),
    path("courses/<int:pk>/timeline/", whole.timeline, name="timeline"),
    path("courses/<int:pk>/figures/", whole.figures, name="figures"),
    path("courses/<int:pk>/terms/", whole.terms, name="terms"),
    path("facts/<int:pk>/", facts.fact, name="fact"),
    path("reading/", comfort.keep, name="comfort"),
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
