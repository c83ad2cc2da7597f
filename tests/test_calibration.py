"""What the memory model foretold is held against what came, and better parameters are kept."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from io import StringIO
from random import Random
from typing import Any

import fsrs
import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override
from fsrs.scheduler import DEFAULT_PARAMETERS

from quizzes import calibration
from quizzes.calibration import Answered, Foretold, NoOptimizer, TooFewReviews
from quizzes.models import Card, Document, MemoryParameters, User
from tests.factories import (
    AttemptFactory,
    CardFactory,
    PublishedBlankFactory,
    ResponseFactory,
    noon,
)

OTHERS = (*DEFAULT_PARAMETERS[:-1], 0.3)
BLANK = "fill_blank"


def history(card: int, days: Sequence[int], right: Sequence[bool]) -> list[Answered]:
    at = [noon(1) + timedelta(days=day) for day in days]
    return [Answered(card, *one) for one in zip(at, [BLANK] * 9, [None] * 9, right)]  # noqa: B905


def many(cards: int) -> list[list[Answered]]:
    """Cards answered on five days, nine answers in ten of them right."""
    chance = Random(7)
    return [
        history(card, (0, 2, 5, 11, 30), [chance.random() < 0.9 for _ in range(5)])
        for card in range(cards)
    ]


class Optimizer:
    """Stands where the library's does, which needs PyTorch."""

    parameters: tuple[float, ...] = OTHERS
    logs: list[fsrs.ReviewLog]

    def __init__(self, logs: list[fsrs.ReviewLog]) -> None:
        type(self).logs = logs

    def compute_optimal_parameters(self) -> list[float]:
        return list(self.parameters)


@pytest.fixture
def optimizer(monkeypatch: pytest.MonkeyPatch) -> type[Optimizer]:
    monkeypatch.setattr(fsrs, "Optimizer", Optimizer, raising=False)
    return Optimizer


@pytest.fixture
def no_optimizer(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_args: object) -> None:
        raise ImportError

    monkeypatch.setattr(fsrs, "Optimizer", missing, raising=False)


def stored(learner: User, document: Document, at: Sequence[datetime]) -> None:
    """Answers of a learner on one fact, as the site keeps them."""
    question = PublishedBlankFactory(fact__lesson__document=document)
    card = CardFactory(learner=learner, fact=question.fact)
    for moment in at:
        ResponseFactory(
            attempt=AttemptFactory(learner=learner, document=document),
            revision=question.revisions.get(),
            card=card,
            right=True,
            answered_at=moment,
        )


def test_a_first_answer_and_one_of_the_same_day_foretell_nothing() -> None:
    reviews = calibration.foretold([history(1, (0, 0, 3), (True, True, False))], DEFAULT_PARAMETERS)
    assert [one.correct for one in reviews] == [False]
    assert 0.8 < reviews[0].chance < 1


def test_a_chosen_answer_may_be_a_guess() -> None:
    typed = history(1, (0, 30), (True, True))
    chosen = [Answered(1, one.at, "true_false", None, one.correct) for one in typed]
    (late,) = calibration.foretold([chosen], DEFAULT_PARAMETERS)
    assert late.chance > 0.5


def test_log_loss_is_least_for_the_truth() -> None:
    right, wrong = Foretold(0.9, correct=True), Foretold(0.9, correct=False)
    assert calibration.log_loss([]) == 0
    assert calibration.log_loss([right]) < calibration.log_loss([right, wrong])
    assert calibration.log_loss([Foretold(1.0, correct=False)]) < 20, "certain and wrong is finite"


def test_groups_hold_all_reviews_from_the_least_likely_on() -> None:
    reviews = calibration.foretold(many(40), DEFAULT_PARAMETERS)
    groups = calibration.calibration(reviews)
    assert sum(group.reviews for group in groups) == len(reviews) == 160
    assert [group.chance for group in groups] == sorted(group.chance for group in groups)
    assert calibration.calibration([]) == []


def test_what_was_fitted_is_judged_by_later_reviews(optimizer: type[Optimizer]) -> None:
    cards = many(300)
    fitted = calibration.fit(cards, DEFAULT_PARAMETERS)
    last_seen = max(log.review_datetime for log in optimizer.logs)
    unseen = [one for cards_ in cards for one in cards_ if one.at > last_seen]
    assert len(fitted.before) == len(fitted.after) == len(unseen) > 0
    assert fitted.parameters == OTHERS


def test_too_few_reviews_are_not_fitted(optimizer: type[Optimizer]) -> None:
    with pytest.raises(TooFewReviews):
        calibration.fit(many(10), DEFAULT_PARAMETERS)
    with pytest.raises(TooFewReviews):
        calibration.fit([], DEFAULT_PARAMETERS)


@pytest.mark.usefixtures("no_optimizer")
def test_without_the_optimizer_the_message_says_what_to_install() -> None:
    with pytest.raises(NoOptimizer, match=r"pip install 'fsrs\[optimizer\]'"):
        calibration.fit(many(300), DEFAULT_PARAMETERS)


def called(*arguments: str) -> str:
    out = StringIO()
    with override("zh-hans"):
        call_command("calibrate_memory", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_reports_what_is_stored(learner: User, document: Document) -> None:
    stored(learner, document, [noon(1), noon(4), noon(10)])
    page = called("--learner", learner.username)
    assert "2 次复习，对数损失" in page
    assert "预计答对" in page
    assert "至少要有 512 次" in page
    assert page.splitlines()[1:] == called("--course", str(document.pk)).splitlines()[1:]
    assert not MemoryParameters.objects.exists()


@pytest.mark.parametrize("whose", ["learner", "course"])
@pytest.mark.parametrize("better", [True, False])
def test_the_command_keeps_what_foretells_better(
    whose: str,
    learner: User,
    document: Document,
    optimizer: type[Optimizer],
    monkeypatch: pytest.MonkeyPatch,
    *,
    better: bool,
) -> None:
    monkeypatch.setattr(calibration, "histories", lambda _answers: many(300))
    monkeypatch.setattr(calibration.Fit, "better", better)
    arguments = {"learner": ("--learner", learner.username), "course": ("--course", document.pk)}
    name, value = arguments[whose]
    called(name, str(value), "--dry-run")
    assert not MemoryParameters.objects.exists()
    page = called(name, str(value))
    assert ("新的参数更准" in page) is better
    kept: list[Any] = list(MemoryParameters.objects.values_list("learner", "document"))
    mine = (learner.pk, None) if whose == "learner" else (None, document.pk)
    assert kept == ([mine] if better else [])


@pytest.mark.parametrize("arguments", [("--learner", "nobody"), ("--course", "99")])
@pytest.mark.django_db
def test_the_command_says_when_there_is_no_such_learner_or_course(
    arguments: tuple[str, str],
) -> None:
    with pytest.raises(CommandError, match=arguments[1]):
        called(*arguments)


def test_cards_come_one_after_another_from_their_first_answer(
    learner: User, document: Document
) -> None:
    stored(learner, document, [noon(4), noon(1)])
    stored(learner, document, [noon(2)])
    found = calibration.histories(calibration.answers_of(learner))
    assert [[one.at for one in card] for card in found] == [[noon(1), noon(4)], [noon(2)]]
    assert Card.objects.count() == 2
