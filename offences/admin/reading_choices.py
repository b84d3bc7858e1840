"""What an officer may choose that a label of a force's file means."""

from offences.imports.reading import Plan
from offences.imports.reading.answers import OUT, PLAIN
from offences.imports.reading.placed import Question
from offences.models import Category
from offences.statistics.years import Year

LIKELY = 0.5  # of 1; what is less like a label is not offered as the likeliest


def choices_of(made: Plan, question: Question) -> list[tuple[str, str]]:
    """What a label can mean, the likeliest first."""
    if question.role == "year":
        start = int(question.text)
        years = [(str(y), f"the financial year {Year(y)}") for y in (start, start - 1)]
        return [*years, (OUT, "leave it out: it is a calendar year")]
    words = made.words[question.measure]
    likely = words.likeliest(question.role, question.text)
    several = len({category.breakdown_id for category, _ in likely}) > 1
    named = [(str(c.pk), _of_breakdown(c) if several else c.name) for c, _ in likely]
    is_likely = bool(likely) and likely[0][1] >= LIKELY
    if is_likely:
        named[0] = (named[0][0], f"{named[0][1]} (likeliest)")
    rest = [(OUT, "leave it out")]
    # A crime of a list whose offence is not known is a crime all the same.
    if question.role == "other" or question.cell is None:
        rest.insert(0, (PLAIN, f"nothing of its own: counts under it are {words.measure.phrase}"))
    if question.role == "other" and not is_likely:
        return [*rest, *named]
    # One label of an axis may be of another: “Unknown” among offences, of a victim's sex.
    shown = {category.pk for category, _ in likely}
    others = [c for c in words.of_kind("other") if c.pk not in shown]
    return [*named, *rest, *((str(c.pk), _of_breakdown(c)) for c in others)]


def _of_breakdown(category: Category) -> str:
    return f"{category.breakdown.name}: {category.name}"
