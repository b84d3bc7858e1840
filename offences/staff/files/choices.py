"""What a label in a force's file may mean, and which cells of the file are ignored."""

from offences.intake.returns import ReadingPlan
from offences.intake.returns.answers import OUT, PLAIN, LabelAnswer
from offences.intake.returns.cells import LabelQuestion
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
    own = f", not of {made.reading.submission.force.name}"
    others = {
        why: places
        for why, places in made.sorted.ignored.items()
        if why.startswith("of ") and why.endswith(own)
    }
    left = {why: places for why, places in made.sorted.ignored.items() if why not in others}
    if len(others) > FEW_FORCES:
        left[f"of {len(others)} other forces"] = [p for places in others.values() for p in places]
    else:
        left |= others
    return [
        (why, len(places), [cell for _, cell in places if cell][:6]) for why, places in left.items()
    ]


def named_labels(made: ReadingPlan) -> list[tuple[str, LabelAnswer, str]]:
    """The labels that were named, each with its meaning."""
    found = []
    for key, word in made.answers.labels.items():
        if word.to == OUT:
            meaning = "ignored"
        elif word.to == PLAIN:
            meaning = "the total"
        elif key.startswith("year|"):
            meaning = f"the financial year {Year(int(word.to))}"
        else:
            category = made.categories.get(int(word.to))
            meaning = category.name if category else "a category that is deleted"
        found.append((key, word, meaning))
    return found
