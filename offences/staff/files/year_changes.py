"""The changes from year to year in a file that was read, answered together or one by one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from offences.intake.returns import ReadingAnswers, ReadingPlan
from offences.intake.returns.plan import ReadingProblem

ANSWER_TO_ALL = "said-changes"
FEW = 2  # up to here each has a row, as other problems have


@dataclass(frozen=True)
class YearChanges:
    """Problems of one kind, which may have one answer."""

    problems: tuple[ReadingProblem, ...]

    @property
    def explanation(self) -> str:
        """The answer that most of them have."""
        answers = Counter(
            each.explanation for each in self.problems if each.explanation and not each.query
        )
        return answers.most_common(1)[0][0] if answers else ""

    @property
    def is_answered(self) -> bool:
        return all(each.is_answered for each in self.problems)

    @property
    def rows(self) -> list[tuple[ReadingProblem, str]]:
        """Each problem, with its own answer if that differs from the rest."""
        shared = self.explanation
        return [
            (each, "" if each.explanation == shared else each.explanation) for each in self.problems
        ]


def group_year_changes(made: ReadingPlan) -> tuple[list[ReadingProblem], YearChanges | None]:
    """Split off the changes from year to year if they are many; the rest have a row each."""
    changes = tuple(each for each in made.problems if each.is_change)
    if len(changes) <= FEW:
        return list(made.problems), None
    return [each for each in made.problems if not each.is_change], YearChanges(changes)


def apply_year_answers(
    answers: ReadingAnswers, made: ReadingPlan, post: QueryDict
) -> ReadingAnswers:
    """Add the answers to the year changes: one by itself, else the one for all of them."""
    _, changes = group_year_changes(made)
    shared = post.get(ANSWER_TO_ALL)
    problems: Iterable[ReadingProblem] = changes.problems if changes and shared is not None else ()
    for each in problems:
        if not each.query:
            own = post.get(f"said-{each.key}")
            answers = answers.with_explanation(each.key, own or shared or "")
    return answers
