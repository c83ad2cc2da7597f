"""What a learner sees of a certificate, and what anyone may check."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from quizzes.certificate_numbers import grouped, new_number
from quizzes.models import Certificate, CertificateRule, Question, User
from quizzes.views.certificates import WRONG_NUMBERS
from tests.exams.helpers import handed_in
from tests.factories import CardFactory, CertificateFactory, UserFactory


@pytest.fixture(autouse=True)
def nobody_missed(db: None) -> None:
    cache.clear()


@pytest.fixture
def url(question: Question) -> str:
    return f"/courses/{question.fact.document_id}/certificate/"


@pytest.fixture
def earned(learner: User, question: Question) -> None:
    CardFactory(learner=learner, fact=question.fact, mastered=True)
    handed_in(learner, question.fact.document, correct=9)


def text(client: Client, url: str) -> str:
    """What a page says in its main part, without its tags."""
    page = client.get(url).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


class TestMine:
    def test_it_needs_an_account(self, visitor: Client, url: str) -> None:
        assert visitor.get(url).headers["Location"] == f"/accounts/login/?next={url}"
        assert visitor.post(url, {"name": "王小义"}).status_code == 302
        assert not Certificate.objects.exists()

    def test_it_says_what_is_missing(
        self, browser: Client, learner: User, question: Question, url: str
    ) -> None:
        assert "参加一次模拟考试，成绩至少 80%" in text(browser, url)
        handed_in(learner, question.fact.document, correct=18, size=25)
        page = text(browser, url)
        assert "72% / 80%" in page
        assert "模拟考试至少 80%" in page
        assert "知识点至少掌握 80%" in page
        assert 'name="name"' not in browser.get(url).content.decode()

    def test_a_forged_claim_is_refused(self, browser: Client, url: str) -> None:
        response = browser.post(url, {"name": "王小义"})
        assert response.status_code == 422
        assert "还没有达到这门课的要求" in response.content.decode()
        assert not Certificate.objects.exists()

    @pytest.mark.usefixtures("earned")
    def test_it_is_claimed_with_a_name(self, browser: Client, url: str) -> None:
        assert "写上姓名" in text(browser, url)
        response = browser.post(url, {"name": "  王  小义 "}, follow=True)
        page = response.content.decode()
        found = Certificate.objects.get()
        assert found.name == "王 小义"
        address = f"http://testserver/c/{grouped(found.number)}/"
        assert f'href="{address}"' in page
        assert '<svg viewBox="0 0' in page
        assert not re.search(r"<style|\sstyle=", page)

    @pytest.mark.usefixtures("earned")
    @pytest.mark.parametrize("name", ["", "   ", "123", "王\u202e小义", "王" * 61, "<>"])
    def test_what_is_no_name_is_refused(self, browser: Client, url: str, name: str) -> None:
        response = browser.post(url, {"name": name})
        assert response.status_code == 422
        assert "aria-invalid" in response.content.decode()
        assert not Certificate.objects.exists()

    @pytest.mark.usefixtures("earned")
    @pytest.mark.parametrize("name", ["王小义", "阿卜杜拉·买买提", "Mary O'Neill-Smith", "Нина"])
    def test_names_of_all_kinds_are_taken(self, browser: Client, url: str, name: str) -> None:
        browser.post(url, {"name": name})
        assert Certificate.objects.get().name == name

    @pytest.mark.usefixtures("earned")
    def test_a_guest_is_led_to_register(self, browser: Client, learner: User, url: str) -> None:
        User.objects.filter(pk=learner.pk).update(is_guest=True)
        assert "先注册，再领取证书" in text(browser, url)
        assert browser.post(url, {"name": "王小义"}).status_code == 422
        assert not Certificate.objects.exists()

    def test_one_that_was_withdrawn_says_why(
        self, browser: Client, learner: User, question: Question, url: str
    ) -> None:
        CertificateFactory(learner=learner, document=question.fact.document, withdrawn=True)
        page = text(browser, url)
        assert "考试由他人代做。" in page
        assert "学习证书" not in page

    def test_that_of_another_is_not_mine(
        self, browser: Client, question: Question, url: str
    ) -> None:
        CertificateFactory(document=question.fact.document, name="别人")
        assert "别人" not in browser.get(url).content.decode()

    def test_no_such_course(self, browser: Client) -> None:
        assert browser.get("/courses/999/certificate/").status_code == 404

    def test_the_course_leads_there(
        self, browser: Client, visitor: Client, question: Question, url: str
    ) -> None:
        course = question.fact.document.get_absolute_url()
        assert "考试 – / 80% 掌握 0% / 80%" in text(browser, course)
        assert url not in visitor.get(course).content.decode()

    @pytest.mark.usefixtures("earned")
    def test_the_course_says_when_it_can_be_had(
        self, browser: Client, question: Question, url: str
    ) -> None:
        course = question.fact.document.get_absolute_url()
        assert "领取证书" in text(browser, course)
        browser.post(url, {"name": "王小义"})
        assert "看证书" in text(browser, course)

    def test_a_rule_of_its_own(self, browser: Client, question: Question, url: str) -> None:
        CertificateRule.objects.create(document=question.fact.document, exam=65, mastery=90)
        assert "– / 65%" in text(browser, url)
        assert "0% / 90%" in text(browser, url)


class TestAllOfMine:
    URL = "/me/certificates/"

    def test_it_needs_an_account(self, visitor: Client) -> None:
        assert visitor.get(self.URL).headers["Location"] == f"/accounts/login/?next={self.URL}"

    def test_at_first_it_says_how_to_earn_one(self, browser: Client) -> None:
        page = text(browser, self.URL)
        assert "模拟考试的成绩和掌握的知识点都达到要求" in page
        assert "/courses/" in browser.get(self.URL).content.decode()

    def test_each_with_course_number_date_and_standing(
        self, browser: Client, learner: User
    ) -> None:
        valid = CertificateFactory(learner=learner, course="义乌发展经验")
        gone = CertificateFactory(learner=learner, course="办事指南", withdrawn=True)
        CertificateFactory(course="别人的课")
        page, source = text(browser, self.URL), browser.get(self.URL).content.decode()
        date = date_format(timezone.localtime(valid.issued_at), "DATE_FORMAT")
        assert f"义乌发展经验 {date} · 证书编号 {grouped(valid.number)} ✓ 有效" in page
        assert f"证书编号 {grouped(gone.number)} ✗ 已撤销" in page
        assert "别人的课" not in page
        assert f"/courses/{valid.document_id}/certificate/" in source

    def test_my_page_leads_there(self, browser: Client) -> None:
        assert self.URL in browser.get("/me/").content.decode()


class TestCheck:
    def test_it_says_four_things_and_nothing_more(self, visitor: Client) -> None:
        learner = UserFactory(username="secret-name", email="secret@example.com")
        found = CertificateFactory(learner=learner, exam_share=0.91, mastery_share=0.87)
        response = visitor.get(f"/c/{grouped(found.number)}/")
        page = text(visitor, f"/c/{grouped(found.number)}/")
        date = f"{found.issued_at.astimezone():%Y}"
        assert page.startswith("查证书 这张证书有效。 姓名 王小义 课程名 义乌发展经验")
        assert date in page
        for secret in ("secret", "91", "87%", found.number):
            assert secret not in page.replace(date, "")
        assert response.headers["X-Robots-Tag"] == "noindex"
        assert '<meta name="robots" content="noindex">' in response.content.decode()

    def test_a_withdrawn_one_says_so_but_not_why(self, visitor: Client) -> None:
        found = CertificateFactory(withdrawn=True)
        page = text(visitor, f"/c/{grouped(found.number)}/")
        assert "已经撤销，不再有效" in page
        assert "这张证书有效" not in page
        assert found.withdrawal_reason not in page

    def test_it_may_be_typed_carelessly(self, visitor: Client) -> None:
        found = CertificateFactory()
        assert "有效" in text(visitor, f"/c/{found.number.lower()}/")

    @pytest.mark.parametrize("forged", [new_number(), "0" * 20, "1", "王小义", "%00", "A" * 500])
    def test_a_forged_number_is_of_no_certificate(self, visitor: Client, forged: str) -> None:
        CertificateFactory()
        response = visitor.get(f"/c/{forged}/")
        assert response.status_code == 404
        assert "没有这张证书" in response.content.decode()
        assert response.headers["X-Robots-Tag"] == "noindex"

    def test_guessing_is_slowed_down(self, visitor: Client) -> None:
        found = CertificateFactory()
        for _ in range(WRONG_NUMBERS.misses):
            assert visitor.get(f"/c/{new_number()}/").status_code == 404
        assert visitor.get(f"/c/{new_number()}/").status_code == 429
        assert visitor.get(f"/c/{found.number}/").status_code == 429
        elsewhere = Client(REMOTE_ADDR="192.0.2.7")
        assert elsewhere.get(f"/c/{found.number}/").status_code == 200

    def test_one_network_of_ipv6_is_one_guesser(self) -> None:
        for number in range(WRONG_NUMBERS.misses):
            Client(REMOTE_ADDR=f"2001:db8::{number:x}").get(f"/c/{new_number()}/")
        same, other = Client(REMOTE_ADDR="2001:db8::ffff"), Client(REMOTE_ADDR="2001:db8:1::1")
        assert same.get(f"/c/{new_number()}/").status_code == 429
        assert other.get(f"/c/{new_number()}/").status_code == 404

    def test_checking_real_ones_is_not_limited(self, visitor: Client) -> None:
        found = CertificateFactory()
        for _ in range(WRONG_NUMBERS.misses + 5):
            assert visitor.get(f"/c/{found.number}/").status_code == 200

    def test_it_cannot_be_posted_to(self, visitor: Client) -> None:
        assert visitor.post(f"/c/{new_number()}/").status_code == 405
