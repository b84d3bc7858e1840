"""Notes to editors: source, period, who answered, how a rate was made, what was never restated."""

from dataclasses import dataclass

from offences.claims.claim import Claim, Claims
from offences.claims.movement import spoken
from offences.claims.totals import Total, not_asked
from offences.claims.wording import and_list, number, sentence, small_number
from offences.statistics.series import Series
from offences.statistics.years import Year


@dataclass(frozen=True)
class Note:
    """One numbered note to editors."""

    title: str
    text: str


@dataclass(frozen=True)
class Asked:
    """Whom the round asked, and who is known not to have answered."""

    forces: int | None
    silent: tuple[str, ...] = ()  # “Dyfed-Powys Police”, for the middle of a sentence
    read_from_print: bool = False


def find(may: Claims, id: str, year: Year | None = None) -> Claim | None:
    return next(
        (
            claim
            for (name, subject), claim in may.items()
            if name == id and (year is None or subject == year.label or year.label in subject)
        ),
        None,
    )


def national_notes(
    total: Total | None,
    totals: tuple[Total, ...],
    year: Year,
    asked: Asked,
    may: Claims,
    definition: str,
) -> list[Note]:
    where = f" in {total.area}" if total else ""
    forces = total.asked if total and total.asked else asked.forces
    how_many = f"{forces} police forces" if forces else "police forces"
    source = f"Answers to Freedom of Information requests to {how_many}{where}. "
    source += "These are not official statistics."
    if asked.read_from_print:
        source += " The local figures are read from print; the forces’ own answers are not held."
    notes = [
        Note("Source", source),
        Note(
            "Period",
            f"April {year.starts_on.year} to March {year.ends_on.year}. An offence counts in the "
            "year it was recorded, which may be later than the year it happened.",
        ),
        Note(
            "Offences",
            definition,
        ),
    ]
    if total and total.with_figures and total.asked:
        notes.append(Note("Who answered", _who_answered(total, asked)))
    rate = find(may, "recorded_per_day", year)
    if rate and total:
        notes.append(
            Note(
                "Each day",
                f"The {year.days} days of {year} and {number(total.value)} offences make "
                f"{rate.figures['exact']} a day, given as {number(rate.figures['rate'])}: rates "
                "are rounded down.",
            )
        )
    if find(may, "recorded_age_total") or find(may, "recorded_most_common_age"):
        contradicted = [
            t.note for t in totals if t.claim == "age_total" and t.year == year and t.note
        ]
        known = "How many offences had a known age was not published."
        notes.append(Note("Ages", " ".join([known, *contradicted])))
    if earlier := _earlier(total, totals, year):
        notes.append(Note("Earlier years", earlier))
    return notes


def _who_answered(total: Total, asked: Asked) -> str:
    said = [f"Figures came from {total.with_figures} of {total.asked} forces."]
    if asked.silent:
        verb = "was" if len(asked.silent) == 1 else "were"
        names = and_list(list(asked.silent))
        said.append(f"{sentence(names)} {verb} reported as unable to respond.")
        others = (total.asked or 0) - (total.with_figures or 0) - len(asked.silent)
        if others > 0:
            named = "is" if others == 1 else "are"
            said.append(f"The other {small_number(others)} {named} not named in our records.")
    if left := not_asked(total):
        said.append(f"{left.removesuffix('.')}, so this is not a figure for the UK.")
    return " ".join(said)


def _earlier(total: Total | None, totals: tuple[Total, ...], year: Year) -> str:
    """Earlier totals that were printed more than once: each as reported, none compared."""
    if total is None:
        return ""
    said = []
    for other in totals:
        if other.claim != "total" or other.kind != "total" or other.year >= year:
            continue
        if other.vintage != total.vintage:
            continue
        before = [
            t
            for t in totals
            if t.claim == "total" and t.kind == "total" and t.year == other.year and t is not other
        ]
        text = f"The {number(other.value)} for {other.year} is as reported in {other.vintage}."
        if before:
            values = and_list([number(t.value) for t in sorted(before, key=lambda t: t.value)])
            text += f" Earlier releases gave {values}, from other sets of forces."
        said.append(text)
    return " ".join(said)


def local_notes(series: Series, year: Year, vintages: dict[Year, str]) -> list[str]:
    """Why no record is claimed, which years are missing, and what was never restated."""
    run = series.run(year) if series.cells else ()
    gaps = [y for y in run if series.cell(y).is_missing]
    notes = []
    cell = series.cell(year) if series.cells else None
    if gaps and cell and not cell.is_missing:
        missing = and_list([y.label for y in gaps])
        verb = "is" if len(gaps) == 1 else "are"
        noun = "The year" if len(gaps) == 1 else "The years"
        notes.append(
            f"{noun} {missing} {verb} not in our records, so {spoken(cell)} cannot be called "
            "a record."
        )
    newest = vintages.get(year)
    for y in run:
        old = series.cell(y)
        if newest and y < year and not old.is_missing and vintages.get(y) not in (None, newest):
            notes.append(
                f"The figure for {y}, {spoken(old)}, was published in {vintages[y]} and not "
                "restated."
            )
        if old.doubt and not old.is_missing:
            notes.append(f"The figure for {y}, {spoken(old)}, is in doubt: {old.doubt}.")
        if old.is_revised:
            notes.append(
                f"The figure for {y} was published as {number(old.previously or 0)} before; it is "
                f"now {spoken(old)}."
            )
    return notes
