"""What a page says of one force's figures, made of allowed claims and of reasons for refusals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from offences.claims import national
from offences.claims.added import Added
from offences.claims.answers import Answer, Fact, about, answer_facts
from offences.claims.claim import Claims
from offences.claims.facts import Facts
from offences.claims.gaps import MAY_BE_ZERO
from offences.claims.gate import allowed, claims_for
from offences.claims.highest import is_it_a_record
from offences.claims.movement import (
    change_from_before,
    compared_year,
    is_single,
    percent,
    percent_or_why_not,
    spoken,
    told,
)
from offences.claims.notes import definition_changed, remark_on
from offences.claims.totals import Total
from offences.english import ended, months, number, on_or_in, sentence
from offences.statistics.cells import Cell, Missing, State
from offences.statistics.series import Series
from offences.statistics.years import Year

NOT_UNDER_THE_ACT = "not under freedom of information"
"""In a remark: the figure is no answer to a request under the Act."""

_NOT_YET: Mapping[Missing | None, tuple[str, str]] = {
    Missing.UNCONFIRMED_ZERO: ("confirmed", "not confirmed"),
    Missing.NOT_CHECKED: ("checked", "being checked"),
    Missing.NOT_SETTLED: ("settled", "not settled"),
}
"""Of a figure that may be nought: what it is not yet, in a heading and in a quotation."""


@dataclass(frozen=True)
class Subject:
    """Whose figures, and of what, in the words that sentences need."""

    name: str  # at the start of a sentence: “Cambridgeshire Constabulary”
    short_name: str  # in the middle of one: “the Metropolitan Police”
    area: str  # the place: “Cambridgeshire”
    phrase: str  # “online sexual offences against under-18s”
    phrase_singular: str


@dataclass(frozen=True)
class Briefing:
    """The sentences of a force's page, in the order in which they are read."""

    title: str  # of the page: “Cambridgeshire: 68 online sexual offences … in 2018/19”
    description: str  # for search engines and link previews
    by: str = ""  # whose figures, in the middle of a sentence
    figure: str = ""  # “68”, “1 to 4”; empty when there is none
    figure_year: str = ""  # “2018/19”, “six months of 2018/19”
    change: str = ""  # on the nearest earlier year: “up from 48 in 2017/18”; empty if not said
    says: tuple[str, ...] = ()  # what may be said of the figure, the change first
    absent: tuple[str, ...] = ()  # instead of a figure: the first sentence is the heading
    asof: str = ""  # a newer year of which nothing is known
    record_question: str = ""  # “Is 68 a record?”
    record_answer: str = ""
    record_detail: str = ""
    effect_answer: str = ""  # what a missing answer changes in the totals
    effect_detail: str = ""
    national_facts: tuple[tuple[str, str], ...] = ()  # (“8,224”, “offences in 2018/19”)
    national_says: tuple[str, ...] = ()
    answer: tuple[Fact, ...] = ()
    quote: str = ""
    quote_limits: str = ""


def brief(
    subject: Subject,
    facts: Facts,
    *,
    totals: tuple[Total, ...] = (),
    sums: tuple[Added, ...] = (),
    answers: Sequence[Answer] = (),
    later: tuple[Year, ...] = (),
    office: tuple[str, ...] = (),
    remarks: Mapping[Year, str] | None = None,
) -> Briefing:
    """Everything a page says of one force and measure.

    `facts.latest` is the year the page is about: the newest of which anything is known of this
    force. `later` are years already released of which nothing is known of it; `office` the areas
    that one FOI office answers for; `remarks` the sources' own cautions, by year, as they stand
    inside a sentence: “the charity warned of possible under-recording”.
    """
    series = facts.series or Series({})
    cell = series.cell(facts.latest) if series.is_known else Cell.missing(Missing.NOT_IN_RECORDS)
    may = allowed(claims_for(facts))
    if cell.is_missing:
        page = _without_figure(subject, series, facts.latest, cell, totals, answers)
    else:
        page = _with_figure(subject, facts, series, cell, may, remarks or {})
    block = national.summed(subject.area, facts.latest, sums, is_in_it=not cell.is_missing)
    if block is None and series.is_known:
        block = national.beside_figure(facts.latest, totals)
    elif block is None:
        block = national.without_figure(subject.area, totals, answers)
    return replace(
        page,
        by=subject.short_name,
        asof=national.newer_year(subject.short_name, later, totals) if series.is_known else "",
        national_facts=block.facts,
        national_says=block.says,
        answer=tuple(answer_facts(subject.area, answers, office, series.is_known, cell, totals)),
    )


def _with_figure(
    subject: Subject,
    facts: Facts,
    series: Series,
    cell: Cell,
    may: Claims,
    remarks: Mapping[Year, str],
) -> Briefing:
    year, shown = facts.latest, spoken(cell)
    figure = told(cell, subject.phrase_singular if is_single(cell) else subject.phrase)
    change = change_from_before(may)
    when = f"{months(cell.months)} of {year}" if cell.months else year.label
    # Nobody asks of nought, or of “1 to 4”, whether it is a record.
    asks = cell.high is None or cell.high >= facts.thresholds.record_min_value
    answer, detail = is_it_a_record(facts, may) if asks else ("", "")
    led = f"{subject.name} recorded {figure} in {when}{', ' + change if change else ''}"
    return Briefing(
        title=f"{subject.area}: {figure} in {when}",
        description=f"{led}. What the figure can and cannot tell you.",
        figure=shown,
        figure_year=when,
        change=change,
        says=tuple(_says(facts, series, cell, change, may, remarks)),
        record_question=f"Is {shown} a record?" if asks else "",
        record_answer=answer,
        record_detail=detail,
        quote=f"{led}, according to {_source(remarks, (year, compared_year(may)))}.",
        quote_limits=_limits(series, cell, may),
    )


def _source(remarks: Mapping[Year, str], years: Iterable[Year | None]) -> str:
    """What the figures of some years are: not every one came under the Act."""
    if any(NOT_UNDER_THE_ACT in remarks.get(y, "").casefold() for y in years if y):
        return "figures the force supplied"
    return "answers to Freedom of Information requests"


def _says(
    facts: Facts,
    series: Series,
    cell: Cell,
    change: str,
    may: Claims,
    remarks: Mapping[Year, str],
) -> list[str]:
    said = [f"{sentence(change)}."] if change else []
    if ("definition_change", "latest") in may:
        said.append(definition_changed(facts.breaks, facts.latest, "We compare"))
    caution = percent_or_why_not(may, facts.thresholds)
    old_year = compared_year(may)
    if old_year:
        before = series.cell(old_year)
        if before.is_revised:
            caution.append(
                f"The figure for {old_year} was published as {number(before.previously or 0)} "
                "before, and revised."
            )
        caution += softness(before, f"The figure for {old_year}")
    caution += [
        remark_on(y, remarks[y]) for y in (old_year, facts.latest) if y is not None and y in remarks
    ]
    if cell.months:
        caution.append(
            f"This is a figure for {months(cell.months)} only. We compare it with nothing."
        )
    if cell.doubt:
        caution.append(f"This figure is in doubt: {ended(cell.doubt)}")
        caution.append("We show it and compare it with nothing.")
    if cell.is_revised:
        caution.append(f"Revised: {number(cell.previously or 0)} was published before.")
    caution += softness(cell, "This figure")
    if cell.state is State.SUPPRESSED:
        caution.append("The force gave no exact number.")
    if caution:
        said.append(" ".join(caution))
    return said


def softness(cell: Cell, subject: str) -> list[str]:
    """That a figure may still change, or was never counted exactly."""
    said = [f"{subject} is provisional."] if cell.provisional else []
    return [*said, f"{subject} is the force’s own estimate."] if cell.estimated else said


def _limits(series: Series, cell: Cell, may: Claims) -> str:
    """What the person who quotes should say, and what to leave out."""
    say = [f"Say that the figure is in doubt: {ended(cell.doubt)}"] if cell.doubt else []
    if before := compared_year(may):
        say += softness(series.cell(before), f"The figure for {before}")
    no = []
    if not percent(may):
        no.append("no percentage")
    if ("record", "latest") not in may:
        no.append("no “record”")
    no.append("no comparison with another force")
    listed = ", ".join(no)
    return " ".join([*say, f"{sentence(listed)}."])


def _without_figure(
    subject: Subject,
    series: Series,
    latest: Year,
    cell: Cell,
    totals: tuple[Total, ...],
    answers: Sequence[Answer],
) -> Briefing:
    held = [y for y in series.cells if not series.cell(y).is_missing]
    if not held and cell.why is Missing.NOT_IN_RECORDS:
        return Briefing(
            title=f"{subject.area}: no figure in our records",
            description=f"What is known of {subject.phrase} recorded by {subject.short_name}.",
            absent=(
                f"We have no figure for {subject.short_name}.",
                "That does not mean zero. It does not mean the force refused. It means that no "
                "figure for this force is in the records we hold.",
            ),
            quote=f"No figure for {subject.short_name} is in these records. "
            "That is neither zero nor a refusal.",
            quote_limits=f"Do not write “{subject.area} refused”, “{subject.area} has none” or "
            f"“{subject.area} failed to answer”. We know none of these.",
        )
    heading, sentences = _absence(latest, cell, answers)
    known = _last_held(series, held[-1]) if held else ""
    if held:
        sentences.append(known)
        if len(held) == 1:
            sentences.append("With one year there is no trend, so there is no chart.")
    not_yet = _NOT_YET.get(cell.why)
    effect, detail = national.effect_on_totals(subject.area, latest, cell, totals)
    return Briefing(
        title=f"{subject.area}: {heading[0].lower()}{heading[1:].rstrip('.')}",
        description=" ".join(
            filter(None, (f"What is known of {subject.area}, {latest}. {sentences[0]}", known))
        ),
        absent=(heading, *sentences),
        quote=f"The figure of {subject.short_name} for {latest} is {not_yet[1]}."
        if not_yet
        else f"There is no figure from {subject.short_name} for {latest}. That is not a figure of "
        "zero.",
        quote_limits="Do not write a number for that year yet."
        if not_yet
        else f"Do not write that {subject.area} has none.",
        effect_answer=effect,
        effect_detail=detail,
    )


def _last_held(series: Series, year: Year) -> str:
    cell = series.cell(year)
    when = f"{months(cell.months)} of {year}" if cell.months else year.label
    doubt = ", a figure in doubt" if cell.doubt else ""
    return f"The last figure we hold is {told(cell)} in {when}{doubt}."


def _absence(latest: Year, cell: Cell, answers: Sequence[Answer]) -> tuple[str, list[str]]:
    answer = about(answers, latest)
    when = answer.source_when if answer else ""
    if cell.why in MAY_BE_ZERO:
        return f"No {_NOT_YET[cell.why][0]} figure for {latest} yet.", [MAY_BE_ZERO[cell.why]]
    if cell.why is Missing.NO_RESPONSE:
        reported = (
            f"{sentence(on_or_in(when))} the force was reported as unable to respond."
            if when
            else "The force did not answer."
        )
        return f"No answer for {latest}.", [reported, "That is not a figure of zero."]
    if cell.why is Missing.REFUSED:
        reason = f" The reason given: {ended(answer.reason)}" if answer and answer.reason else ""
        return (
            f"The force refused to answer for {latest}.",
            [f"A refusal is not a figure of zero.{reason}"],
        )
    if cell.why is Missing.LATE:
        return f"No answer yet for {latest}.", ["The force was asked. That is not zero."]
    words = {
        Missing.NOT_HELD: f"The force said that it does not hold a figure for {latest}.",
        Missing.BLANK: f"The force left {latest} blank in its answer.",
        Missing.NOT_ASKED: f"The force was not asked about {latest}.",
        Missing.NOT_IN_RECORDS: f"A figure for {latest} is not in our records.",
        Missing.NOT_AVAILABLE: f"A figure for {latest} is not available.",
    }
    assert cell.why is not None
    return f"No figure for {latest}.", [words[cell.why], "That is not a figure of zero."]
