"""The changes from year to year in a file that was read, answered together or one by one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from offences.intake.returns import ReadingAnswers, ReadingPlan
from offences.intake.returns.problems import ReadingProblem

TOGETHER = "said-changes"
FEW = 2  # so many are a row each, as all else is


@dataclass(frozen=True)
class YearChanges:
    """Problems that one answer may be given to, since they are of one kind."""

    problems: tuple[ReadingProblem, ...]

    @property
    def said(self) -> str:
        """The answer that most of them have."""
        said = Counter(
            each.explanation for each in self.problems if each.explanation and not each.query
        )
        return said.most_common(1)[0][0] if said else ""

    @property
    def is_answered(self) -> bool:
        return all(each.is_answered for each in self.problems)

    @property
    def rows(self) -> list[tuple[ReadingProblem, str]]:
        """Each, with its answer where it has another one than the rest."""
        together = self.said
        return [
            (each, "" if each.explanation == together else each.explanation)
            for each in self.problems
        ]


def group_year_changes(made: ReadingPlan) -> tuple[list[ReadingProblem], YearChanges | None]:
    """The problems that are a row each, and the changes from year to year where they are many."""
    changes = tuple(each for each in made.problems if each.is_change)
    if len(changes) <= FEW:
        return list(made.problems), None
    return [each for each in made.problems if not each.is_change], YearChanges(changes)


def apply_year_answers(
    answers: ReadingAnswers, made: ReadingPlan, post: QueryDict
) -> ReadingAnswers:
    """The answers, with what was said of the changes: of one by itself, else of all of them."""
    _, changes = group_year_changes(made)
    said = post.get(TOGETHER)
    problems: Iterable[ReadingProblem] = changes.problems if changes and said is not None else ()
    for each in problems:
        if not each.query:
            answers = answers.with_explanation(each.key, post.get(f"said-{each.key}") or said or "")
    return answers
