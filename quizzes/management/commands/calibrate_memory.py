"""Stored reviews → how well the memory model foretells them, and parameters that do it better."""

from collections.abc import Iterator, Sequence

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from quizzes import calibration
from quizzes.calibration import Foretold
from quizzes.errors import StudyError
from quizzes.management.output import speak_utf8, until_the_reader_leaves
from quizzes.models import Document, Response, User
from quizzes.scheduling import Parameters, parameters_for


class Command(BaseCommand):
    """Reports, fits, and keeps what was fitted where it foretells better."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.description = _("用已有的复习记录检验记忆模型，并为学员或课程校准它的参数。")
        whose = parser.add_mutually_exclusive_group()
        whose.add_argument("--learner", metavar="NAME", help=_("只看一位学员（用户名）"))
        whose.add_argument("--course", type=int, metavar="PK", help=_("只看一门课程（文档的编号）"))
        parser.add_argument("--dry-run", action="store_true", help=_("只看会怎样，不写入"))

    def handle(
        self,
        *_args: object,
        learner: str | None,
        course: int | None,
        dry_run: bool,
        **_options: object,
    ) -> None:
        speak_utf8()
        with until_the_reader_leaves():
            if learner is not None:
                self._of_learner(learner, dry_run=dry_run)
            else:
                for document in documents(course):
                    self._of_course(document, dry_run=dry_run)

    def _of_learner(self, name: str, *, dry_run: bool) -> None:
        learner = User.objects.select_related("memory").filter(username=name).first()
        if learner is None:
            raise CommandError(_("没有用户名为 %(name)s 的学员。") % {"name": name})
        self.stdout.write(_("学员 %(name)s") % {"name": name})
        current = parameters_for(learner)
        fitted = self._fitted(calibration.answers_of(learner), current)
        if fitted and not dry_run:
            calibration.keep(fitted, learner=learner)

    def _of_course(self, document: Document, *, dry_run: bool) -> None:
        self.stdout.write(_("课程 %(title)s") % {"title": document})
        current = parameters_for(document)
        fitted = self._fitted(calibration.answers_on(document), current)
        if fitted and not dry_run:
            calibration.keep(fitted, document=document)

    def _fitted(self, answers: QuerySet[Response], current: Parameters) -> calibration.Fit | None:
        """Reports, and gives back what is worth keeping."""
        cards = calibration.histories(answers)
        self._report(_("现在的参数，全部复习"), calibration.foretold(cards, current))
        try:
            fitted = calibration.fit(cards, current)
        except StudyError as error:
            self.stdout.write(str(error))
            return None
        self._report(_("校准以前，最后五分之一的作答"), fitted.before)
        self._report(_("校准以后，同样的复习"), fitted.after)
        kept = (
            _("新的参数更准，从下一次作答起用它。") if fitted.better else _("没有更准，参数不变。")
        )
        self.stdout.write(kept)
        return fitted if fitted.better else None

    def _report(self, title: str, reviews: Sequence[Foretold]) -> None:
        self.stdout.write(title)
        for line in lines(reviews):
            self.stdout.write(f"  {line}")


def documents(course: int | None) -> list[Document]:
    """One course, or all. Raises CommandError when it does not exist."""
    every = Document.objects.select_related("memory").defer("text")
    if course is None:
        return list(every)
    found = list(every.filter(pk=course))
    if not found:
        raise CommandError(_("没有编号为 %(pk)d 的文档。") % {"pk": course})
    return found


def lines(reviews: Sequence[Foretold]) -> Iterator[str]:
    """The number of reviews, their log loss, and in groups what was foretold and what came."""
    loss = calibration.log_loss(reviews)
    yield _("%(reviews)d 次复习，对数损失 %(loss).4f") % {"reviews": len(reviews), "loss": loss}
    for group in calibration.calibration(reviews):
        yield _("预计答对 %(chance)s，实际答对 %(correct)s（%(reviews)d 次）") % {
            "chance": f"{group.chance:.1%}",
            "correct": f"{group.correct:.1%}",
            "reviews": group.reviews,
        }
