"""先试试: a visitor practises without an account, and keeps what they did by signing up or in."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt, Card, Question, Response, User
from tests.factories import PASSWORD, CardFactory, DayFactory, PublishedQuestionFactory
from tests.views.helpers import key
from tests.views.test_accounts import sign_up

TRY = "/try/"
SIGN_UP = "/accounts/signup/"
LOG_IN = "/accounts/login/"
LOG_OUT = "/accounts/logout/"


@pytest.fixture(autouse=True)
def no_limits_yet(db: None) -> None:
    cache.clear()


@pytest.fixture
def guest(visitor: Client, question: Question) -> User:
    """The visitor, who pressed 先试试 and answered one question."""
    visitor.post(TRY)
    attempt = Attempt.objects.get()
    visitor.post(reverse("question", args=[attempt.pk, 1]), {"given": key(question)})
    return User.objects.get(is_guest=True)


def test_one_press_leads_to_a_first_question(visitor: Client, question: Question) -> None:
    response = visitor.post(TRY, follow=True)

    assert response.redirect_chain[-1][0] == reverse("question", args=[Attempt.objects.get().pk, 1])
    assert question.stem in response.content.decode()
    assert User.objects.get().is_guest


def test_looking_makes_no_guest(visitor: Client, question: Question) -> None:
    assert visitor.get(TRY).status_code == 405
    visitor.get("/")
    assert not User.objects.exists()


def test_a_forged_press_makes_no_guest(question: Question) -> None:
    assert Client(enforce_csrf_checks=True).post(TRY).status_code == 403
    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [("/practice/", "/practice/"), ("https://elsewhere.example/", "/practice/")],
)
def test_a_guest_goes_on_where_they_wanted_to_and_never_elsewhere(
    wanted: str, led_to: str, visitor: Client, question: Question
) -> None:
    assert visitor.post(TRY, {"next": wanted}).headers["Location"].startswith(led_to)


def test_pressing_again_makes_no_second_guest(visitor: Client, question: Question) -> None:
    visitor.post(TRY)

    assert visitor.post(TRY).headers["Location"] == "/today/"
    assert User.objects.count() == 1


def test_a_learner_stays_who_they_are(browser: Client, learner: User, question: Question) -> None:
    assert browser.post(TRY).headers["Location"] == "/today/"
    assert User.objects.get() == learner


def test_without_questions_a_guest_comes_to_today(visitor: Client) -> None:
    assert visitor.post(TRY).headers["Location"] == "/today/"


def test_too_many_guests_from_one_address_are_told_what_to_do(
    visitor: Client, question: Question, settings: object
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"guest": "2/h/ip"}  # type: ignore[attr-defined]
    presses = [Client(HTTP_ACCEPT_LANGUAGE="zh-CN").post(TRY) for _ in range(3)]

    assert [press.status_code for press in presses] == [302, 302, 429]
    page = presses[2].content.decode()
    assert "游客太多了" in page
    assert SIGN_UP in page
    assert presses[2].headers["Retry-After"] == "3600"
    assert User.objects.count() == 2
    elsewhere = Client(REMOTE_ADDR="198.51.100.7").post(TRY)
    assert elsewhere.status_code == 302


def test_the_banner_says_how_much_would_be_kept(visitor: Client, guest: User) -> None:
    assert "游客：学了 1 个知识点" in visitor.get("/today/").content.decode()
    english = visitor.get("/today/", headers={"Accept-Language": "en"}).content.decode()
    assert "Guest: 1 fact learnt" in english


def test_no_banner_while_a_question_is_asked_nor_for_anybody_else(
    visitor: Client, browser: Client, guest: User
) -> None:
    asked = reverse("question", args=[Attempt.objects.get().pk, 1])

    assert "注册后保留进度" not in visitor.get(asked).content.decode()
    assert "注册后保留进度" not in browser.get("/today/").content.decode()
    assert "注册后保留进度" not in Client().get("/").content.decode()


def test_signing_up_keeps_the_row_the_session_and_the_work(visitor: Client, guest: User) -> None:
    page = visitor.post(SIGN_UP, sign_up(email="xinren@example.com"), follow=True)

    learner = User.objects.get()
    assert (learner.pk, learner.username, learner.is_guest) == (guest.pk, "xinren", False)
    assert learner.check_password(PASSWORD)
    assert learner.email == "xinren@example.com"
    assert page.redirect_chain[-1][0] == "/today/"
    assert "刚才学的 1 个知识点都留下了" in page.content.decode()
    assert "注册后保留进度" not in page.content.decode()
    assert Response.objects.get(answered_at__isnull=False).attempt.learner == learner


def test_after_signing_up_one_can_sign_in_with_the_password(visitor: Client, guest: User) -> None:
    visitor.post(SIGN_UP, sign_up())
    visitor.post(LOG_OUT)
    page = visitor.post(LOG_IN, {"login": "xinren", "password": PASSWORD}, follow=True)

    assert page.redirect_chain[-1][0] == "/today/"
    assert page.context["user"].pk == guest.pk


def test_a_sign_up_that_fails_leaves_the_guest_as_they_were(visitor: Client, guest: User) -> None:
    response = visitor.post(SIGN_UP, sign_up(password2="other"))

    assert "会留在新账号里" in response.content.decode()
    guest.refresh_from_db()
    assert guest.is_guest
    assert visitor.get("/today/").status_code == 200


def test_a_name_that_is_taken_is_refused(visitor: Client, guest: User, learner: User) -> None:
    assert (
        'aria-invalid="true"' in visitor.post(SIGN_UP, sign_up(username="xiaoyi")).content.decode()
    )
    assert User.objects.filter(is_guest=True).count() == 1


def test_a_guest_removed_meanwhile_signs_up_like_anybody(visitor: Client, guest: User) -> None:
    guest.delete()
    visitor.post(SIGN_UP, sign_up())

    assert User.objects.get().username == "xinren"


class TestComfort:
    """How a visitor likes to read becomes how their new account likes to."""

    @pytest.fixture(autouse=True)
    def large_with_pinyin(self, visitor: Client) -> None:
        for wish in ("text_size:2", "pinyin:on"):
            visitor.post("/reading/", {"set": wish})

    def liked(self, user: User) -> tuple[int, bool]:
        user.refresh_from_db()
        return user.text_size, user.pinyin

    def test_it_stays_for_a_guest_and_for_who_then_registers(self, visitor: Client) -> None:
        page = visitor.post(TRY, follow=True).content.decode()
        assert 'data-text-size="2"' in page
        assert self.liked(User.objects.get()) == (2, True)

        visitor.post(SIGN_UP, sign_up())
        assert self.liked(User.objects.get()) == (2, True)

    def test_it_stays_for_who_registers_at_once(self, visitor: Client) -> None:
        visitor.post(SIGN_UP, sign_up())
        assert self.liked(User.objects.get()) == (2, True)

    def test_an_account_that_exists_keeps_its_own(self, visitor: Client, learner: User) -> None:
        page = visitor.post(LOG_IN, {"login": "xiaoyi", "password": PASSWORD}, follow=True)
        assert self.liked(learner) == (0, False)
        assert "data-text-size" not in page.content.decode()

    def test_so_it_does_when_a_guest_signs_in_to_it(self, visitor: Client, learner: User) -> None:
        visitor.post(TRY)
        visitor.post(LOG_IN, {"login": "xiaoyi", "password": PASSWORD})
        assert self.liked(learner) == (0, False)


def test_signing_in_takes_the_work_along(visitor: Client, guest: User, learner: User) -> None:
    assert "并进你的账号" in visitor.get(LOG_IN).content.decode()
    page = visitor.post(LOG_IN, {"login": "xiaoyi", "password": PASSWORD}, follow=True)

    assert "刚才学的 1 个知识点都留下了" in page.content.decode()
    assert User.objects.get() == learner
    assert Card.objects.get(reps__gt=0).learner == learner


def test_a_wrong_password_loses_nothing(visitor: Client, guest: User, learner: User) -> None:
    visitor.post(LOG_IN, {"login": "xiaoyi", "password": "wrong"})

    assert Card.objects.get(reps__gt=0).learner == guest
    assert "游客：学了 1 个知识点" in visitor.get("/today/").content.decode()


@pytest.mark.parametrize("path", ["password/change/", "password/set/", "email/", "reauthenticate/"])
def test_a_guest_has_no_password_to_change(path: str, visitor: Client, guest: User) -> None:
    page = visitor.get(f"/accounts/{path}", follow=True)

    assert page.redirect_chain == [(SIGN_UP, 302)]
    assert "注册以后才有密码和邮箱" in page.content.decode()


@pytest.mark.parametrize("path", [SIGN_UP, LOG_IN])
def test_who_has_an_account_is_led_on(path: str, browser: Client) -> None:
    assert browser.get(path).headers["Location"] == "/today/"
    assert browser.get(f"{path}?next=/practice/").headers["Location"] == "/practice/"


def test_leaving_warns_and_then_removes(visitor: Client, guest: User) -> None:
    page = visitor.get(LOG_OUT).content.decode()
    assert "学过的 1 个知识点和读到的地方会马上删掉" in page
    assert page.count('class="button primary"') == 1
    assert User.objects.filter(pk=guest.pk).exists()

    visitor.post(LOG_OUT)
    assert not User.objects.exists()


def test_signing_out_removes_no_learner(browser: Client, learner: User) -> None:
    assert "学习记录会留着" in browser.get(LOG_OUT).content.decode()
    browser.post(LOG_OUT)
    assert User.objects.get() == learner


def test_my_page_of_a_guest_leads_to_an_account(visitor: Client, guest: User) -> None:
    page = visitor.get("/me/").content.decode()

    assert guest.username not in page
    assert SIGN_UP in page
    assert reverse("account_change_password") not in page
    assert f'action="{LOG_OUT}"' not in page


def test_signing_in_offers_to_try_and_to_come_back(visitor: Client) -> None:
    page = visitor.get(f"{LOG_IN}?next=/practice/").content.decode()

    assert f'action="{TRY}"' in page
    assert page.count('name="next" value="/practice/"') == 2


@pytest.mark.usefixtures("question")
class TestGoal:
    def test_the_first_day_asks_for_a_goal(self, browser: Client) -> None:
        page = browser.get("/today/").content.decode()

        assert "0 / 10 个知识点" in page
        assert "先定一个" in page
        assert "<details" not in page

    def test_one_press_sets_it(self, browser: Client, learner: User) -> None:
        page = browser.post("/today/goal/", {"goal": "5"}, follow=True).content.decode()

        assert "目标改好了：每天 5 个知识点" in page
        assert "0 / 5 个知识点" in page
        learner.refresh_from_db()
        assert learner.daily_goal == 5

    @pytest.mark.parametrize("goal", ["", "7", "-5", "1e1", "９９"])
    def test_what_is_not_offered_is_refused(
        self, goal: str, browser: Client, learner: User
    ) -> None:
        response = browser.post("/today/goal/", {"goal": goal})

        assert response.status_code == 422
        assert "请选择每天 5 个、10 个或 20 个知识点" in response.content.decode()
        learner.refresh_from_db()
        assert learner.daily_goal == 10

    def test_looking_sets_nothing(self, browser: Client, visitor: Client) -> None:
        assert browser.get("/today/goal/").headers["Location"] == "/today/"
        assert visitor.post("/today/goal/").headers["Location"].startswith(LOG_IN)

    def test_a_reached_goal_is_said_and_what_is_left(
        self, browser: Client, learner: User, question: Question
    ) -> None:
        DayFactory(learner=learner, facts=11)
        CardFactory(learner=learner, fact=question.fact, due_now=True)
        page = browser.get("/today/").content.decode()

        assert "✓ 今天的目标完成了" in page
        assert "11 / 10 个知识点" in page
        assert 'value="10"\n            max="10"' in page
        assert "还有 1 个知识点快要忘了，有空再想一想" in page

    def test_who_comes_back_after_weeks_is_welcomed_with_a_short_practice(
        self, browser: Client, learner: User, question: Question
    ) -> None:
        DayFactory(learner=learner, day=timezone.localdate() - timedelta(days=30))
        CardFactory(learner=learner, fact=question.fact, due_now=True)
        page = browser.get("/today/").content.decode()

        assert "欢迎回来，隔了 30 天" in page
        assert "先做五题" in page
        assert 'name="size" value="5"' in page

    def test_nothing_due_says_when_to_come_again(
        self, browser: Client, learner: User, question: Question
    ) -> None:
        DayFactory(learner=learner, facts=3)
        due = timezone.now() + timedelta(days=1)
        CardFactory(learner=learner, fact=question.fact, mastered=True, due=due)

        assert "下一次复习：明天" in browser.get("/today/").content.decode()

    def test_the_practice_offered_is_what_the_goal_still_needs(
        self, browser: Client, learner: User
    ) -> None:
        DayFactory(learner=learner, facts=6)

        assert 'name="size" value="5"' in browser.get("/today/").content.decode()


def test_a_guest_pays_one_query_more(visitor: Client, guest: User) -> None:
    def count() -> int:
        visitor.get("/me/")
        with CaptureQueriesContext(connection) as captured:
            visitor.get("/me/")
        return len(captured)

    before = count()
    for _ in range(50):
        CardFactory(learner=guest, fact=PublishedQuestionFactory().fact, learning=True)
    assert count() == before <= 3
