"""The words that fill in a press release; `templates/press/` orders them, and has the rest."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from offences.claims.claim import Claim
from offences.claims.facts import Facts
from offences.claims.gate import allowed, claims_for
from offences.english import ended, months, without_victims
from offences.statistics.cells import OPEN, Cell, Missing, State
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.words import angles, notes, reasons
from offences.words.angles import Angle, AverageRate
from offences.words.cells import in_sentence, is_single
from offences.words.change import Subject, period
from offences.words.charity import charity
from offences.words.page import is_under_no_act
from offences.words.reasons import Voice
from offences.words.regions import in_words
from offences.words.total_copy import TotalCopy

NO_CONCLUSION = "No conclusion can be drawn."
NOT_NONE = "No figure does not mean no offences."
NOT_UNDER_THE_ACT = "The {year} figure was supplied by the force, not under Freedom of Information."
PUBLISHED_SINCE = "{} {} figure has been published since."
FACTS_OF_A_STORY = 3
"""With fewer of its own a force has a brief."""


@dataclass(frozen=True)
class ForceCopy:
    """What a release says of one force: its story, or why it has none of its own."""

    place: str
    police: str  # at the start of a sentence: “Police in Cambridgeshire”
    year: Year
    offences: str  # “68 thefts from farms”; empty without a story
    shortest: str  # for a headline that is too long: “68 online sex offences”
    angles: tuple[Angle, ...]  # the strongest first
    angle: Angle | None  # which leads
    rate: AverageRate | None
    after: tuple[str, ...]  # the sentences that follow the lead
    origin: str  # who published its figure, or that it is no answer under the Act
    absence: str  # why there is no figure to lead with, as sentences
    not_none: str  # for a note: what does not follow where the figures give no number
    before: tuple[str, ...]  # without a story, an earlier year’s: (“2016/17”, “361 offences”)
    held: str  # for the officer: why nothing is said of its figure yet
    use: tuple[str, ...]  # notes on its figures
    facts: int  # of its own, by which it has a story or a brief
    claims: tuple[Claim, ...]

    @property
    def in_place(self) -> str:
        """The place in the middle of a sentence: “the Thames Valley”."""
        return in_words(self.place)

    @property
    def headline_place(self) -> str:
        """Without the article inside: “Hampshire and Isle of Wight”."""
        return self.place.replace(" the ", " ")


def _is_of_area(subject: Subject) -> bool:
    """A force is called after its area: Cambridgeshire's, not the Metropolitan Police."""
    name = subject.name.replace(" & ", " and ")
    return subject.area.replace(" the ", " ") in name.replace(" the ", " ")


def police_of(subject: Subject) -> str:
    """“Police in Cambridgeshire”; a force that is not called after its area by its name."""
    return f"Police in {in_words(subject.area)}" if _is_of_area(subject) else subject.name


def force_copy(
    subject: Subject,
    facts: Facts,
    *,
    headline_phrase: str,
    vintages: Mapping[Year, str],
    remarks: Mapping[Year, str],
    voice: Voice,
    is_from_print: bool = False,
    reported: str = "",
    total: TotalCopy | None = None,
    superseded: str = "",
    angle: str = "",
) -> ForceCopy:
    """What the release of one force says of it. `facts.latest` is the release's year.

    `reported` is who published its figure: “in June 2019 by a newspaper”. `total` is the one that
    a text without its figure leads with. `superseded` names a newer release that has another
    figure. `angle` is what an officer chose, an angle or its group, where the figures allow it.
    """
    may = allowed(claims := claims_for(facts))
    series, year = facts.series or Series({}), facts.latest
    cell = series.cell(year) if series.is_known else Cell.missing(Missing.NOT_IN_RECORDS)
    phrase = charity().in_newspapers(subject.phrase_singular if is_single(cell) else subject.phrase)
    held = _reason_to_wait(cell, year)
    found: list[Angle] = []
    if not (held or cell.is_missing):
        found = angles.angles(may, cell, headline_phrase, unsafe=set(remarks))
    chosen = next(
        (each for each in found if angle in (each.id, each.group)), found[0] if found else None
    )
    after = angles.after_the_lead(facts, may, chosen, remarks) if chosen else []
    named = [year, *([angles.base_of(chosen.claim)] if chosen and chosen.claim else [])]
    use = notes.local_notes(series, year, may, vintages, voice, named) if chosen else []
    # A part of a year has no other year's figure beside it, which would ask to be compared.
    is_part = cell.state is State.PART_YEAR
    is_replaced = chosen or is_part or superseded
    shown = None if is_replaced else _newest_before(series, year, remarks)
    is_own = is_under_no_act(remarks.get(year, ""))
    if chosen:
        after += [NOT_UNDER_THE_ACT.format(year=year)] * is_own
        after += [PUBLISHED_SINCE.format("Another", year)] * bool(superseded)
        if year in remarks and not is_own:  # an officer puts it into words
            held = f"{notes.remark_on(year, remarks[year])} Say so in the text."
    rate = angles.rate(may)
    before = (shown.label, _offences(series.cell(shown))) if shown else ()
    absence = ""
    if not chosen:
        earlier = f"{in_sentence(series.cell(shown))} in {shown}" if shown else ""
        since = PUBLISHED_SINCE.format("A", year) if superseded else ""
        absence = _absence(subject, cell, year, voice, is_from_print, total, earlier, since)
    is_known_why = cell.is_missing and cell.why is not Missing.NOT_IN_RECORDS
    own = angles.local_facts(series, chosen, rate) if chosen else bool(before) + is_known_why
    return ForceCopy(
        place=subject.area,
        police=police_of(subject),
        year=year,
        offences=in_sentence(cell, phrase) if chosen else "",
        shortest=without_victims(in_sentence(cell, headline_phrase)) if chosen else "",
        angles=tuple(found),
        angle=chosen,
        rate=rate,
        after=tuple(after),
        origin=_origin(subject, reported, is_own) if chosen else "",
        absence=absence,
        not_none=NOT_NONE if not chosen and _gives_no_number(cell) else "",
        before=() if before and before[0] in absence else before,
        held=" ".join(filter(None, (held, superseded))),
        use=tuple(use),
        facts=own,
        claims=tuple(claims),
    )


def _reason_to_wait(cell: Cell, year: Year) -> str:
    if cell.months:
        return f"The figure for {year} covers {months(cell.months)} only: ask for the whole year."
    if cell.doubt:
        figure = in_sentence(cell)
        return f"The figure for {year}, {figure}, is in doubt: {ended(cell.doubt)}"
    return ""


def _newest_before(series: Series, year: Year, unsafe: Container[Year]) -> Year | None:
    """The newest earlier year with a figure that may be given on its own."""
    cells = {y: series.cell(y) for y in series.run(year) if y < year and y not in unsafe}
    return max((y for y, c in cells.items() if c.is_exact and c.is_comparable), default=None)


def _offences(cell: Cell) -> str:
    return in_sentence(cell, "offence" if is_single(cell) else "offences")


def _origin(subject: Subject, reported: str, is_own: bool) -> str:
    """Where the figure of a story is from, where it is no answer that a force sent."""
    parts = ["supplied by the force, not under Freedom of Information"] * is_own
    parts += [f"as reported {reported}"] if reported else []
    return f"{subject.area}: {'; '.join(parts)}." if parts else ""


def _gives_no_number(cell: Cell) -> bool:
    """Whether no number is given for a reason that is not the force's answer."""
    is_unknown = cell.doubt or cell.why is Missing.NOT_IN_RECORDS
    return bool(is_unknown) and cell.state is not State.PART_YEAR


def _absence(
    subject: Subject,
    cell: Cell,
    year: Year,
    voice: Voice,
    is_from_print: bool,
    total: TotalCopy | None,
    earlier: str,
    since: str,
) -> str:
    """Why there is no figure to lead with, and what follows from that or was published `since`."""
    of = charity().in_newspapers(subject.phrase_singular if is_single(cell) else subject.phrase)
    if cell.state is State.PART_YEAR:
        figure = in_sentence(cell, of)
        return (
            f"{subject.name} recorded {figure} in {period(cell, year)}. A part of a year is "
            "compared with no other figure."
        )
    if _gives_no_number(cell):
        confirmed = "confirmed " if cell.doubt else ""
        none = f"The figures give no {confirmed}{year} number for {subject.short_name}"
        if since:
            return f"{none}; one has been published since."
        if total and (members := total.may_count(subject.area)):
            none += f", which recorded {earlier}," if earlier else ""
            return f"{none} nor say {members}."
        return f"{none}. {NO_CONCLUSION}"
    if cell.why is Missing.NO_RESPONSE and is_from_print:
        return f"{subject.name} was reported as unable to respond. {since or NOT_NONE}"
    why = reasons.sentence(cell.why, subject.short_name, year, voice, of)
    return f"{why} {since or (NO_CONCLUSION if cell.why in OPEN else NOT_NONE)}"
