"""What a test says of a file: tables by hand, workbooks as a force makes them, what is planned."""

from types import SimpleNamespace

from offences.intake import returns as readings
from offences.intake.returns import ReadingAnswers, ReadingPlan
from offences.intake.returns.answers import LabelAnswer, label_key
from offences.intake.returns.uploads import save_read
from offences.models import Breakdown, Category, Measure, Reading
from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from offences.returns.sheet import Observation, Problem, ReadTable
from tests import worlds
from tests.readings.conftest import workbook


def see(data: bytes, name: str, password: str = "") -> ReadFile:
    """What the reader sees, without the process of its own that a server has."""
    return read_sheets(name, open_file(data, name))


def brought(w: SimpleNamespace, *rows, name: str = "northshire.xlsx", title="Data") -> Reading:
    """A workbook of these rows came for Northshire, and was read."""
    data = workbook(*rows, title=title)
    return readings.upload(w.submission, data, name, by=w.officer, now=worlds.NOW, see=see)


def plan(w: SimpleNamespace, *rows, answers: ReadingAnswers | None = None) -> ReadingPlan:
    reading = brought(w, *rows)
    if answers:
        readings.save_answers(reading, answers, by=w.officer, now=worlds.NOW)
    return readings.plan_of(reading)


def seen(
    cell: str | None, year: str | None = "2018/19", number: int | None = None, **more
) -> Observation:
    """One cell as the reader gives it; labels by their role, `other` several."""
    kind = more.pop("kind", "calendar" if year and "/" not in year else "financial")
    names = ("marker", "low", "high", "total", "months", "part_words")
    given = {name: more.pop(name) for name in names if name in more}
    other = tuple(more.pop("other", ()))
    return Observation(cell, year, kind, more, other, value=number, **given)


def read(
    w: SimpleNamespace, *tables, answers: ReadingAnswers | None = None, problems=()
) -> Reading:
    """A reading of these tables, each a list of cells or (sheet, lines over it, cells)."""
    reading = readings.upload(
        w.submission, workbook(("x",)), "a.xlsx", by=w.officer, now=worlds.NOW, see=see
    )
    each = [t if isinstance(t, tuple) else ("Data", (), t) for t in tables]
    found = ReadFile(
        "a.xlsx",
        tuple(ReadTable(sheet, "A1:D9", tuple(cells), tuple(over)) for sheet, over, cells in each),
        tuple(Problem(**problem) for problem in problems),
    )
    save_read(reading.document, found, worlds.NOW)
    if answers:
        readings.save_answers(reading, answers, by=w.officer, now=worlds.NOW)
    return reading


def made(w: SimpleNamespace, *tables, **more) -> ReadingPlan:
    return readings.plan_of(read(w, *tables, **more))


def says(role: str, text: str, to: object, *, remember: bool = False) -> ReadingAnswers:
    """An officer says what one label means: a category, “out” or “plain”, or a year."""
    return also(ReadingAnswers(), role, text, to, remember=remember)


def also(
    answers: ReadingAnswers, role: str, text: str, to: object, *, remember: bool = False
) -> ReadingAnswers:
    key = str(to.pk) if isinstance(to, Category) else str(to)
    return answers.with_label(label_key(role, text), LabelAnswer(key, remember, text))


def told(of: ReadingPlan) -> dict[str, str]:
    """What would stand in each count, by its words."""
    return {step.what: step.after for step in of.rows}


def stopping(of: ReadingPlan) -> list[str]:
    return [problem.message for problem in of.problems if problem.stops]


def doubts(of: ReadingPlan) -> list[str]:
    return [problem.message for problem in of.problems if not problem.stops]


def asked(of: ReadingPlan) -> list[str]:
    return [question.text for question in of.questions]


def split(measure: Measure, kind: str, *names: str, bands=(), total: bool = False) -> Breakdown:
    """A breakdown of these categories; `bands` are ages, named “13 to 15”."""
    found = Breakdown.objects.create(
        measure=measure,
        slug=kind,
        name=f"By {kind}",
        kind=kind,
        position=measure.breakdowns.count() + 1,
    )
    for position, name in enumerate(names, 1):
        unknown = name.startswith("Not ")
        Category.objects.create(
            breakdown=found, slug=f"{kind}-{position}", name=name, is_unknown=unknown
        )
    for first, last in bands:
        Category.objects.create(
            breakdown=found,
            slug=f"{kind}-{first}-{last}",
            name=f"{first} to {last}" if first != last else str(first),
            age_from=first,
            age_to=last,
        )
    if total:
        Category.objects.create(breakdown=found, slug="total", name=f"All {kind}s", is_total=True)
    return found


def crossing(of: Breakdown, by: Breakdown) -> Breakdown:
    """Every category of one crossed with every one of the other."""
    found = Breakdown.objects.create(
        measure=of.measure,
        slug=f"{of.slug}-{by.slug}",
        name="Crossed",
        kind="crossing",
        position=of.measure.breakdowns.count() + 1,
    )
    found.parts.set([of, by])
    for one in of.categories.filter(is_total=False):
        for other in by.categories.filter(is_total=False):
            both = Category.objects.create(
                breakdown=found, slug=f"{one.slug}-{other.slug}", name=f"{one.name}, {other.name}"
            )
            both.members.set([one, other])
    return found
