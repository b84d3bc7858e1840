"""The words that fill in a press release; `templates/press/` orders them, and has the rest."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from offences.claims.claim import Claim, Claims
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
    angles: tuple[Angle, ...]  # the strongest first
    rate: AverageRate | None
    held: str  # for the officer: why nothing is said of its figure yet
    claims: tuple[Claim, ...]
    facts: int = 0  # of its own, by which it has a story or a brief
    # With a lead:
    angle: Angle | None = None  # which leads
    offences: str = ""  # “68 thefts from farms”
    shortest: str = ""  # for a headline that is too long: “68 online sex offences”
    after: tuple[str, ...] = ()  # the sentences that follow the lead
    origin: str = ""  # who published its figure, or that it is no answer under the Act
    use: tuple[str, ...] = ()  # notes on its figures
    # Without one:
    absence: str = ""  # why there is no figure to lead with, as sentences
    not_none: str = ""  # for a note: what does not follow where the figures give no number
    before: tuple[str, ...] = ()  # an earlier year’s: (“2016/17”, “361 offences”)

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
    """A force by its area, “Police in Cambridgeshire”, or its name if it has none of it."""
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
    writer = _CopyWriter(subject, facts, may, remarks, voice, superseded)
    cell, held = writer.cell, _reason_to_wait(writer.cell, writer.year)
    found: list[Angle] = []
    if not (held or cell.is_missing or cell.is_wholly_hidden):
        found = angles.angles(may, cell, headline_phrase, unsafe=set(remarks))
    copy = ForceCopy(
        place=subject.area,
        police=police_of(subject),
        year=writer.year,
        angles=tuple(found),
        rate=angles.rate(may),
        held=held,
        claims=tuple(claims),
    )
    if found:
        leads = next((each for each in found if angle in (each.id, each.group)), found[0])
        copy = writer.with_lead(copy, leads, headline_phrase, vintages, reported)
    else:
        copy = writer.without_lead(copy, total, is_from_print=is_from_print)
    return replace(copy, held=" ".join(filter(None, (copy.held, superseded))))


@dataclass(frozen=True)
class _CopyWriter:
    """Puts what is known of one force into words: with a lead or without one."""

    subject: Subject
    facts: Facts
    may: Claims
    remarks: Mapping[Year, str]
    voice: Voice
    superseded: str

    @property
    def year(self) -> Year:
        return self.facts.latest

    @cached_property
    def series(self) -> Series:
        return self.facts.series or Series({})

    @cached_property
    def cell(self) -> Cell:
        """Its cell of the year."""
        is_known = self.series.is_known
        return self.series.cell(self.year) if is_known else Cell.missing(Missing.NOT_IN_RECORDS)

    def with_lead(
        self,
        copy: ForceCopy,
        angle: Angle,
        headline_phrase: str,
        vintages: Mapping[Year, str],
        reported: str,
    ) -> ForceCopy:
        """The copy with its own figure first, what follows that, and where it is from."""
        year, subject, held = self.year, self.subject, copy.held
        remark = self.remarks.get(year, "")
        is_own = is_under_no_act(remark)
        after = angles.after_the_lead(self.facts, self.may, angle, self.remarks)
        after += [NOT_UNDER_THE_ACT.format(year=year)] * is_own
        after += [PUBLISHED_SINCE.format("Another", year)] * bool(self.superseded)
        if year in self.remarks and not is_own:  # an officer puts it into words
            held = f"{notes.remark_on(year, remark)} Say so in the text."
        phrase = subject.phrase_singular if is_single(self.cell) else subject.phrase
        named = [year, *([angles.base_of(angle.claim)] if angle.claim else [])]
        use = notes.local_notes(self.series, year, self.may, vintages, self.voice, named)
        return replace(
            copy,
            facts=angles.local_facts(self.series, angle, copy.rate),
            angle=angle,
            offences=in_sentence(self.cell, charity().in_newspapers(phrase)),
            shortest=without_victims(in_sentence(self.cell, headline_phrase)),
            after=tuple(after),
            origin=_origin(subject, reported, is_own),
            use=tuple(use),
            held=held,
        )

    def without_lead(
        self, copy: ForceCopy, total: TotalCopy | None, *, is_from_print: bool
    ) -> ForceCopy:
        """The copy with why it has no figure to lead with, and an earlier one if that is safe."""
        series, year, cell = self.series, self.year, self.cell
        # A part of a year has no other year's figure beside it, which would ask to be compared.
        is_replaced = cell.state is State.PART_YEAR or self.superseded
        shown = None if is_replaced else _newest_before(series, year, self.remarks)
        before = (shown.label, _offences(series.cell(shown))) if shown else ()
        earlier = f"{in_sentence(series.cell(shown))} in {shown}" if shown else ""
        since = PUBLISHED_SINCE.format("A", year) if self.superseded else ""
        absence = _absence(
            self.subject, cell, year, self.voice, is_from_print, total, earlier, since
        )
        is_known_why = cell.is_missing and cell.why is not Missing.NOT_IN_RECORDS
        return replace(
            copy,
            facts=bool(before) + is_known_why,
            absence=absence,
            not_none=NOT_NONE if _gives_no_number(cell) else "",
            before=() if before and before[0] in absence else before,
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
    if cell.is_wholly_hidden:
        return " ".join(filter(None, (reasons.hidden(subject.name, year, of), since)))
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
