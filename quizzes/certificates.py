"""Certificates: who has earned one, what is still missing, issuing and withdrawing."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quizzes.certificate_numbers import grouped, new_number, normalised
from quizzes.errors import StudyError
from quizzes.exams import best_score
from quizzes.mastery import counts, share
from quizzes.models import Certificate, CertificateRule, Document, User

__all__ = [
    "NeedsAccount",
    "NeedsReason",
    "NotYetEarned",
    "Standing",
    "find",
    "grouped",
    "held",
    "issue",
    "restore",
    "standing",
    "withdraw",
]


class NotYetEarned(StudyError):  # noqa: N818
    """The course asks for more than the learner has reached."""


class NeedsAccount(StudyError):  # noqa: N818
    """A guest has no name that a certificate could stand for."""


class NeedsReason(StudyError):  # noqa: N818
    """A certificate is withdrawn for a reason."""


@dataclass(frozen=True)
class Standing:
    """How far a learner is from a course's certificate.

    The shares go from 0 to 1; `exam` is that of the best mock exam, None before the first. `rule`
    is in percent. `certificate` is the one they have.
    """

    document: Document
    rule: CertificateRule
    facts: int
    mastery: float
    exam: float | None
    certificate: Certificate | None

    @property
    def exam_met(self) -> bool:
        return reaches(self.exam or 0.0, self.rule.exam)

    @property
    def mastery_met(self) -> bool:
        return reaches(self.mastery, self.rule.mastery)

    @property
    def earned(self) -> bool:
        """Whether the rule is met; a course without facts gives no certificate."""
        return bool(self.facts) and self.exam_met and self.mastery_met


def reaches(part: float, percent: int) -> bool:
    """Whether a share from 0 to 1 is at least so many percent; 4 of 5 are 80."""
    return part * 100 >= percent - 1e-9


def standing(learner: User, document: Document, now: datetime | None = None) -> Standing:
    """What the learner has and lacks, in four queries."""
    row = next(iter(counts(learner, [document], "document", now or timezone.now())), None)
    facts, mastered = (row["facts"], row["mastered"]) if row else (0, 0)
    return Standing(
        document=document,
        rule=rule_of(document),
        facts=facts,
        mastery=share(mastered, facts),
        exam=best_score(learner, document),
        certificate=Certificate.objects.filter(learner=learner, document=document).first(),
    )


def rule_of(document: Document) -> CertificateRule:
    """The course's own rule, or the default."""
    rule = CertificateRule.objects.filter(document=document).first()
    return rule or CertificateRule(document=document)


def issue(learner: User, document: Document, name: str, now: datetime | None = None) -> Certificate:
    """Issues the certificate in `name`; who has one gets that, whatever became of it.

    Raises NotYetEarned, and NeedsAccount for a guest.
    """
    now = now or timezone.now()
    if learner.is_guest:
        raise NeedsAccount(_("请先注册，证书要记在你的账号上。你的学习记录都会带过去。"))
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=learner.pk)
        found = standing(learner, document, now)
        if found.certificate:
            return found.certificate
        if not found.earned:
            raise NotYetEarned(_("还没有达到这门课的要求，差多少列在这一页上。"))
        return Certificate.objects.create(
            learner=learner,
            document=document,
            number=new_number(),
            name=name,
            course=document.title,
            exam_share=found.exam,
            mastery_share=found.mastery,
            issued_at=now,
        )


def held(learner: User) -> list[Certificate]:
    """The learner's certificates, one a course at most, valid or withdrawn, the newest first."""
    return list(Certificate.objects.filter(learner=learner))


def find(typed: str) -> Certificate | None:
    """The certificate with the number somebody typed or scanned, valid or withdrawn."""
    number = normalised(typed)
    return Certificate.objects.filter(number=number).first() if number else None


def withdraw(certificate: Certificate, reason: str, now: datetime | None = None) -> bool:
    """Withdraws a certificate; False when it was withdrawn before, which stays as it was.

    Raises NeedsReason without one.
    """
    if not reason.strip():
        raise NeedsReason(_("请写明撤销的原因，学员会看到。"))
    valid = Certificate.objects.filter(pk=certificate.pk, withdrawn_at=None)
    done = valid.update(withdrawn_at=now or timezone.now(), withdrawal_reason=reason.strip())
    return bool(done)


def restore(certificate: Certificate) -> bool:
    """Makes a withdrawn certificate valid again; False when it was valid."""
    withdrawn = Certificate.objects.filter(pk=certificate.pk, withdrawn_at__isnull=False)
    return bool(withdrawn.update(withdrawn_at=None, withdrawal_reason=""))
