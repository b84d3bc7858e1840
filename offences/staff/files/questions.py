"""What is asked about a file that was read: what labels mean, why figures changed so much."""

from collections import Counter
from dataclasses import dataclass

from django.http import QueryDict

from offences.intake.returns import ReadingAnswers, ReadingPlan
from offences.intake.returns.answers import OUT, PLAIN, LabelAnswer
from offences.intake.returns.cells import LabelQuestion
from offences.intake.returns.plan import ReadingProblem
from offences.models import Category
from offences.statistics.years import Year

FEW_FORCES = 3  # up to here they are named
LIKELY = 0.5  # of 1; a category less like the label is not offered as the likeliest


def choices_of(made: ReadingPlan, question: LabelQuestion) -> list[tuple[str, str]]:
    """What a label can mean, the likeliest first."""
    if question.role == "year":
        start = int(question.text)
        years = [(str(y), f"the financial year {Year(y)}") for y in (start, start - 1)]
        return [(OUT, "ignore it: it is a calendar year"), *years]
    meanings = made.meanings[question.measure]
    likely = meanings.likeliest(question.role, question.text)
    several = len({category.breakdown_id for category, _ in likely}) > 1
    named = [(str(c.pk), _of_breakdown(c) if several else c.name) for c, _ in likely]
    is_likely = bool(likely) and likely[0][1] >= LIKELY
    if is_likely:
        named[0] = (named[0][0], f"{named[0][1]} (likeliest)")
    plain = (PLAIN, f"the total: counts under it are {meanings.measure.phrase}")
    # A crime in a list is a crime even if its offence is not known; any other label is rather a
    # title that reads like an offence.
    first = question.role == "other" or question.cell is None
    out = (OUT, "ignore it")
    rest = [plain, out] if first else [out, plain]
    if question.role == "other" and not is_likely:
        return [*rest, *named]
    # A label may belong to another axis: “Unknown” among offences may be a victim's sex.
    shown = {category.pk for category, _ in likely}
    others = [c for c in meanings.of_kind("other") if c.pk not in shown]
    return [*named, *rest, *((str(c.pk), _of_breakdown(c)) for c in others)]


def _of_breakdown(category: Category) -> str:
    return f"{category.breakdown.name}: {category.name}"


def ignored_cells(made: ReadingPlan) -> list[tuple[str, int, list[str]]]:
    """Why cells are ignored, how many, and the first of them.

    In a file about all forces, the cells of the other forces are one line.
    """
    own, ignored = f", not of {made.reading.submission.force.name}", made.sorted.ignored
    others = [why for why in ignored if why.startswith("of ") and why.endswith(own)]
    shown = {why: places for why, places in ignored.items() if why not in others}
    if len(others) > FEW_FORCES:
        shown[f"of {len(others)} other forces"] = [p for why in others for p in ignored[why]]
    else:
        shown |= {why: ignored[why] for why in others}
    return [(why, len(places), [c for _, c in places if c][:6]) for why, places in shown.items()]


def named_labels(made: ReadingPlan) -> list[tuple[str, LabelAnswer, str]]:
    """The labels that were named, each with its meaning."""
    return [(key, word, _meaning(made, key, word)) for key, word in made.answers.labels.items()]


def _meaning(made: ReadingPlan, key: str, word: LabelAnswer) -> str:
    if word.to in (OUT, PLAIN):
        return "ignored" if word.to == OUT else "the total"
    if key.startswith("year|"):
        return f"the financial year {Year(int(word.to))}"
    category = made.categories.get(int(word.to))
    return category.name if category else "a category that is deleted"


# Changes from year to year, answered together or one by one

ANSWER_TO_ALL = "said-changes"
FEW = 2  # up to here each has a row, as other problems have


@dataclass(frozen=True)
class YearChanges:
    """Problems of one kind, which may have one answer."""

    problems: tuple[ReadingProblem, ...]

    @property
    def explanation(self) -> str:
        """The answer that most of them have."""
        own = [each.explanation for each in self.problems if not each.query]
        answers = Counter(filter(None, own))
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
    for each in changes.problems if changes and shared is not None else ():
        if not each.query:
            own = post.get(f"said-{each.key}")
            answers = answers.with_explanation(each.key, own or shared or "")
    return answers
