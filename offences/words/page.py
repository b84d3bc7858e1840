"""The sentences on one force's figures, made of allowed claims and reasons for refusals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from offences.claims.claim import Claims
from offences.claims.facts import Facts
from offences.claims.gate import allowed, claims_for
from offences.claims.sums import OwnSum
from offences.claims.totals import Total
from offences.english import and_list, ended, months, number, on_or_in, sentence
from offences.statistics.cells import MAY_BE_ZERO, Cell, Missing, State
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.words import national, reasons
from offences.words.answers import Answer, Fact, about, answer_facts
from offences.words.change import earlier_year, percentage, percentage_or_reason
from offences.words.figure import in_sentence, shown, softness
from offences.words.notes import definition_changed, remark_on
from offences.words.opening import Opening, Subject, opening, period
from offences.words.record import is_it_a_record
from offences.words.voice import CHARITY, WE

NOT_UNDER_THE_ACT = "not under freedom of information"
"""In a remark: the figure is no answer to a request under the Act."""


@dataclass(frozen=True)
class Briefing:
    """The sentences of a force's page, in the order in which they are read."""

    title: str  # of the page: “Cambridgeshire: 68 online sexual offences … in 2018/19”
    description: str = ""  # for search engines and link previews, where there is no opening
    opening: Opening | None = None  # the description and the quotation begin with it
    source: str = ""  # what the quotation names: “answers to Freedom of Information requests”
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
    sums: tuple[OwnSum, ...] = (),
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
    first = opening(subject, cell, facts.latest, may)
    # Nobody asks of zero, or of “1 to 4”, whether it is a record.
    asks = cell.high is None or cell.high >= facts.thresholds.record_min_value
    answer, detail = is_it_a_record(facts, may) if asks else ("", "")
    return Briefing(
        title=f"{subject.area}: {first.figure} in {first.when}",
        opening=first,
        source=_source(remarks, (facts.latest, earlier_year(may))),
        figure=shown(cell),
        figure_year=first.when,
        change=first.change,
        says=tuple(_says(facts, series, cell, first.change, may, remarks)),
        record_question=f"Is {shown(cell)} a record?" if asks else "",
        record_answer=answer,
        record_detail=detail,
        quote_limits=_limits(series, cell, may),
    )


def _source(remarks: Mapping[Year, str], years: Iterable[Year | None]) -> str:
    """What the figures of some years are: not every one came under the Act."""
    if any(NOT_UNDER_THE_ACT in remarks.get(y, "").casefold() for y in years if y):
        return "figures the force supplied"
    return "answers to Freedom of Information requests"


def _says(
    facts: Facts, series: Series, cell: Cell, change: str, may: Claims, remarks: Mapping[Year, str]
) -> list[str]:
    says = [f"{sentence(change)}."] if change else []
    if ("definition_change", "latest") in may:
        says.append(definition_changed(facts.breaks, facts.latest, WE))
    caution = percentage_or_reason(may, facts.thresholds)
    old_year = earlier_year(may)
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
        caution.append(f"This is a figure for {months(cell.months)} only. We do not compare it.")
    if cell.doubt:
        caution.append(f"This figure is in doubt: {ended(cell.doubt)}")
        caution.append("We show it but do not compare it.")
    if cell.is_revised:
        caution.append(f"Revised: {number(cell.previously or 0)} was published before.")
    caution += softness(cell, "This figure")
    if cell.state is State.SUPPRESSED:
        caution.append("The force gave no exact number.")
    if caution:
        says.append(" ".join(caution))
    return says


def _limits(series: Series, cell: Cell, may: Claims) -> str:
    """What the person who quotes should say, and what not."""
    say = [f"Say that the figure is in doubt: {ended(cell.doubt)}"] if cell.doubt else []
    if before := earlier_year(may):
        say += softness(series.cell(before), f"The figure for {before}")
    unfit = [] if percentage(may) else ["a percentage"]
    unfit += [] if ("record", "latest") in may else ["“record”"]
    no = f"use {and_list(unfit, 'or')}, or " if unfit else ""
    return " ".join([*say, f"Please do not {no}compare it with another force."])


def _without_figure(
    subject: Subject,
    series: Series,
    latest: Year,
    cell: Cell,
    totals: tuple[Total, ...],
    answers: Sequence[Answer],
) -> Briefing:
    with_figure = [y for y in series.cells if not series.cell(y).is_missing]
    name = subject.short_name
    if not with_figure and cell.why is Missing.NOT_IN_RECORDS:
        return Briefing(
            title=f"{subject.area}: we have no figure",
            description=f"What is known of {subject.phrase} recorded by {name}.",
            absent=(
                f"We have no figure for {name}.",
                "That does not mean zero, and it does not mean the force refused. It means only "
                "that we do not have its figure.",
            ),
            quote=f"{reasons.sentence(cell.why, name, voice=CHARITY)} {reasons.not_zero(cell.why)}",
            quote_limits=f"Do not write “{subject.area} refused”, “{subject.area} has none” or "
            f"“{subject.area} failed to answer”. We know none of these.",
        )
    heading = reasons.heading(cell.why, latest)
    sentences = _absence(latest, cell, answers)
    last = _last_figure(series, with_figure[-1]) if with_figure else ""
    if with_figure:
        sentences.append(last)
        if len(with_figure) == 1:
            sentences.append("We have only one year, so there is no chart.")
    effect, detail = national.effect_on_totals(subject.area, latest, cell, totals)
    return Briefing(
        title=f"{subject.area}: {heading[0].lower()}{heading[1:].rstrip('.')}",
        description=" ".join(
            filter(None, (f"What is known of {subject.area}, {latest}. {sentences[0]}", last))
        ),
        absent=(heading, *sentences),
        quote=reasons.sentence(cell.why, name, latest)
        if cell.why in MAY_BE_ZERO
        else f"There is no figure from {name} for {latest}. That is not a figure of zero.",
        quote_limits="Do not write a number for that year yet."
        if cell.why in MAY_BE_ZERO
        else f"Do not write that {subject.area} has none.",
        effect_answer=effect,
        effect_detail=detail,
    )


def _last_figure(series: Series, year: Year) -> str:
    cell = series.cell(year)
    doubt = ", a figure in doubt" if cell.doubt else ""
    return f"The last figure we have is {in_sentence(cell)} in {period(cell, year)}{doubt}."


def _absence(latest: Year, cell: Cell, answers: Sequence[Answer]) -> list[str]:
    """Under the heading: what is known of the answer, and that it is not zero."""
    answer = about(answers, latest)
    not_zero = reasons.not_zero(cell.why)
    if cell.why is Missing.NO_RESPONSE:
        when = answer.source_when if answer else ""
        reported = f"{sentence(on_or_in(when))} the force was reported as unable to respond."
        return [reported if when else reasons.sentence(cell.why), not_zero]
    if cell.why is Missing.REFUSED:
        reason = f" The reason given: {ended(answer.reason)}" if answer and answer.reason else ""
        return [f"A refusal is not a figure of zero.{reason}"]
    if cell.why in MAY_BE_ZERO:
        return [reasons.sentence(cell.why)]
    return [reasons.sentence(cell.why, year=latest), not_zero]
