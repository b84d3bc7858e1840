"""Notes to editors: source, period, who answered, how a rate was made, what was never restated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from offences.claims.added import Together
from offences.claims.claim import Claim, Claims
from offences.claims.gaps import gaps_of
from offences.claims.movement import told
from offences.claims.thresholds import Thresholds
from offences.claims.totals import Total, not_asked, not_reached
from offences.english import (
    and_list,
    counted,
    ended,
    number,
    on_or_in,
    quantity,
    sentence,
    small_number,
)
from offences.statistics.series import Break, Series, last_break
from offences.statistics.years import Year

WHOSE = "the charity’s"
"""Whose records a draft speaks of; a page says “our records”."""


@dataclass(frozen=True)
class Note:
    """One numbered note to editors."""

    title: str
    text: str


@dataclass(frozen=True)
class Asked:
    """Whom the round asked, and what came of it. Names are for the middle of a sentence."""

    forces: int | None = None
    with_figures: int | None = None  # of these, how many gave a figure; None if not known
    silent: tuple[str, ...] = ()  # did not answer: “Dyfed-Powys Police”
    refused: tuple[str, ...] = ()
    late: tuple[str, ...] = ()  # have not answered yet
    read_from_print: bool = False  # known from what was printed, not from the answers themselves


def find(may: Claims, id: str, year: Year | None = None) -> Claim | None:
    return next(
        (
            claim
            for (name, subject), claim in may.items()
            if name == id and (year is None or subject == year.label)
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
    breaks: Sequence[Break] = (),
) -> list[Note]:
    where = f" in {total.area}" if total else ""
    forces = total.asked if total and total.asked else asked.forces
    how_many = counted(forces, "police forces") if forces else "police forces"
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
        Note("Offences", definition),
    ]
    if changed := definition_changed(breaks, year, "The charity compares"):
        notes.append(Note("Definition", changed))
    if answered := _who_answered(total, asked):
        notes.append(Note("Who answered", answered))
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
            sentence(ended(t.note))
            for t in totals
            if t.claim == "age_total" and t.year == year and t.kind == "total" and t.note
        ]
        known = "How many offences had a known age was not published."
        notes.append(Note("Ages", " ".join([known, *contradicted])))
    if earlier := _earlier(total, totals, year):
        notes.append(Note("Earlier years", earlier))
    return [*notes, Note("Rules", rules_in_words(Thresholds()))]


def rules_in_words(thresholds: Thresholds) -> str:
    """The thresholds that an editor can check a sentence with."""
    return (
        f"A percentage rests on an earlier figure of {thresholds.percent_base} or more, a multiple "
        f"on one of {thresholds.mult_min_base} or more and a change of at least "
        f"{thresholds.mult_min_diff}. To set one year above all others "
        f"takes {thresholds.record_min_points} years or more, with no gap."
    )


def whole_notes(whole: Together) -> list[Note]:
    """How our own sum and its rate were made, and what it does not reach."""
    added = whole.added
    made = [
        f"The figure is the sum of what {added.who} recorded. A force without a figure adds "
        "nothing, and is not counted as zero."
    ]
    if added.total.high is None:
        made.append("One figure or more is for a part of the year, so the sum is the least it is.")
    elif not added.total.is_exact:
        made.append(
            f"Where a force withheld a small number, it lies {quantity(added.total)}; the lower "
            "end is given."
        )
    if added.soft:
        made.append(added.soft)
    if left := not_reached(added.nations):
        made.append(f"{left.removesuffix('.')}, so this is not a figure for the UK.")
    notes = [Note("National figure", " ".join(made))]
    if whole.rate:
        notes.append(
            Note(
                "Each day",
                f"The sum over the {added.year.days} days of {added.year} is given as "
                f"{number(whole.rate)} a day: rates are rounded down.",
            )
        )
    if whole.change:
        notes.append(
            Note(
                "Like for like",
                "Years are compared over only those forces with a figure for both. The sums of two "
                "years are never compared themselves.",
            )
        )
    return notes


def _who_answered(total: Total | None, asked: Asked) -> str:
    """How many gave figures, and who is known not to have: of the total, else of the release."""
    said = [*_coverage(total, asked), *_without_figures(asked)]
    if total and total.with_figures and total.asked and asked.read_from_print:
        named = len(asked.silent + asked.refused + asked.late)
        if (others := total.asked - total.with_figures - named) > 0:
            who = (
                f"other {small_number(others)}"
                if named
                else f"{small_number(others)} without a figure"
            )
            said.append(f"The {who} {'is' if others == 1 else 'are'} not named in {WHOSE} records.")
    if total and (left := not_asked(total)):
        said.append(f"{left.removesuffix('.')}, so this is not a figure for the UK.")
    return " ".join(said)


def _coverage(total: Total | None, asked: Asked) -> list[str]:
    if total and total.with_figures and total.asked:
        return [f"Figures came from {_of(total.with_figures, total.asked)} asked."]
    said = ["How many forces the total counts was not printed."] if total else []
    if asked.forces and asked.with_figures is not None:
        of = _of(asked.with_figures, asked.forces)
        said.append(
            f"Figures from {of} asked are in {WHOSE} records."
            if total or asked.read_from_print
            else f"Figures came from {of} asked."
        )
    return said


def _of(n: int, asked: int) -> str:
    forces = counted(asked, "forces")
    if n == asked:
        return f"the {forces}" if asked == 1 else f"all {forces}"
    return f"{n} of the {forces}"


def _without_figures(asked: Asked) -> list[str]:
    """Who gave none, by what is known of it: silence, a refusal, or an answer still to come."""
    silent = ("did not answer",) * 2
    if asked.read_from_print:
        silent = ("was reported as unable to respond", "were reported as unable to respond")
    return [
        f"{sentence(and_list(names))} {words[len(names) > 1]}."
        for names, words in (
            (asked.silent, silent),
            (asked.refused, ("refused to answer",) * 2),
            (asked.late, ("has not answered yet", "have not answered yet")),
        )
        if names
    ]


def definition_changed(breaks: Sequence[Break], latest: Year, compare: str) -> str:
    """The last change of definition, for a page or a draft; empty where there is none."""
    changed = last_break(breaks, latest)
    if changed is None:
        return ""
    why = f": {ended(changed.why)}" if changed.why else "."
    return f"Counted in another way since {changed.year}{why} {compare} with no earlier year."


def remark_on(year: Year, remark: str) -> str:
    """A source's own caution about one figure, as a sentence."""
    return f"About the {year} figure: {ended(remark)}"


def _earlier(total: Total | None, totals: tuple[Total, ...], year: Year) -> str:
    """Earlier totals that were printed more than once: each as reported, none compared."""
    if total is None:
        return ""
    said = []
    for place, other in enumerate(totals):
        if other.claim != "total" or other.kind != "total" or other.year >= year:
            continue
        if other.publication != total.publication or other.area != total.area:
            continue
        before = [
            t
            for t in totals[place + 1 :]
            if t.claim == "total" and t.kind == "total" and t.year == other.year
            if t.vintage != other.vintage
        ]
        text = (
            f"The {number(other.value)} for {other.year} is as reported {on_or_in(other.vintage)}."
        )
        if before:
            values = and_list([number(t.value) for t in sorted(before, key=lambda t: t.value)])
            text += f" Earlier releases gave {values}, from other sets of forces."
        said.append(text)
    return " ".join(said)


def local_notes(series: Series, year: Year, may: Claims, vintages: Mapping[Year, str]) -> list[str]:
    """Since when it counts in a way of its own, which years are no use, what was not restated."""
    changed = last_break(series.breaks, year)
    own = [changed] if changed and changed.own else []  # a change for all is a note of its own
    notes = [definition_changed(own, year, "The charity compares")] if own else []
    notes += _gap_notes(series, year, may)
    newest = vintages.get(year)
    for y in series.run(year):
        old = series.cell(y)
        if newest and not old.is_missing and vintages.get(y) not in (None, newest):
            notes.append(
                f"The figure for {y}, {told(old)}, was published {on_or_in(vintages[y])} and not "
                "restated."
            )
        if old.doubt and not old.is_missing:
            notes.append(f"The figure for {y}, {told(old)}, is in doubt: {ended(old.doubt)}")
        if old.is_revised:
            notes.append(
                f"The figure for {y} was published as {number(old.previously or 0)} before; it is "
                f"now {told(old)}."
            )
    return notes


def _gap_notes(series: Series, year: Year, may: Claims) -> list[str]:
    """The gaps before the newest figure; “record” only where they alone forbid one."""
    if series.cell(year).is_missing:
        return []
    gaps = gaps_of(series, year, whose=WHOSE)
    highest = ("highest_available", "latest") in may
    # A figure in doubt has a sentence of its own below.
    said = [gap for gap in gaps if highest or not gap.is_doubtful]
    if not said:
        return []
    noun = "The year" if len(said[0].years) == 1 else "The years"
    text = f"{noun} {and_list([gap.said for gap in said])}"
    so = f", so {told(series.cell(year))} cannot be called a record" if highest else ""
    return [f"{text}{so}."]
