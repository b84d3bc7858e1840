"""What an officer may choose that a label of a force's file means, and what was left out."""

from offences.intake.returns import ReadingPlan
from offences.intake.returns.answers import OUT, PLAIN, LabelAnswer
from offences.intake.returns.cells import LabelQuestion
from offences.models import Category
from offences.statistics.years import Year

FEW_FORCES = 3  # so many are named
LIKELY = 0.5  # of 1; what is less like a label is not offered as the likeliest


def choices_of(made: ReadingPlan, question: LabelQuestion) -> list[tuple[str, str]]:
    """What a label can mean, the likeliest first."""
    if question.role == "year":
        start = int(question.text)
        years = [(str(y), f"the financial year {Year(y)}") for y in (start, start - 1)]
        return [(OUT, "leave it out: it is a calendar year"), *years]
    meanings = made.meanings[question.measure]
    likely = meanings.likeliest(question.role, question.text)
    several = len({category.breakdown_id for category, _ in likely}) > 1
    named = [(str(c.pk), _of_breakdown(c) if several else c.name) for c, _ in likely]
    is_likely = bool(likely) and likely[0][1] >= LIKELY
    if is_likely:
        named[0] = (named[0][0], f"{named[0][1]} (likeliest)")
    plain = (PLAIN, f"nothing of its own: counts under it are {meanings.measure.phrase}")
    # A crime of a list whose offence is not known is a crime all the same; of another label that
    # is the last thing to think of, a title that reads like an offence.
    first = question.role == "other" or question.cell is None
    out = (OUT, "leave it out")
    rest = [plain, out] if first else [out, plain]
    if question.role == "other" and not is_likely:
        return [*rest, *named]
    # One label of an axis may be of another: “Unknown” among offences, of a victim's sex.
    shown = {category.pk for category, _ in likely}
    others = [c for c in meanings.of_kind("other") if c.pk not in shown]
    return [*named, *rest, *((str(c.pk), _of_breakdown(c)) for c in others)]


def _of_breakdown(category: Category) -> str:
    return f"{category.breakdown.name}: {category.name}"


def ignored_cells(made: ReadingPlan) -> list[tuple[str, int, list[str]]]:
    """Why cells are of no count: the reason, how many, and the first of them. In a file about all
    forces, those of the others are one line."""
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
    """The labels that were named, each with what it was said to be."""
    found = []
    for key, word in made.answers.labels.items():
        if word.to == OUT:
            meaning = "left out"
        elif word.to == PLAIN:
            meaning = "nothing of its own"
        elif key.startswith("year|"):
            meaning = f"the financial year {Year(int(word.to))}"
        else:
            category = made.categories.get(int(word.to))
            meaning = category.name if category else "a category that is gone"
        found.append((key, word, meaning))
    return found
