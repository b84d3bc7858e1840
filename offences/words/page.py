"""The sentences on one force's figures, made of allowed claims and reasons for refusals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from offences.claims.claim import Claim, Claims
from offences.claims.facts import Facts
from offences.claims.gate import allowed, claims_for
from offences.claims.totals import OwnSum, Total
from offences.english import and_list, ended, months, on_or_in, sentence, small_number
from offences.statistics.cells import MAY_BE_ZERO, Cell, Missing, State
from offences.statistics.revised import is_revised_by
from offences.statistics.series import Gap, Series, gaps_of
from offences.statistics.years import Year
from offences.words import national, reasons
from offences.words.answers import Answer, Fact, about, answer_facts
from offences.words.cells import in_sentence, revision, shown, softness
from offences.words.change import (
    Opening,
    Subject,
    earlier_year,
    is_within_chance,
    opening,
    percentage,
    percentage_or_reason,
    period,
    rise_or_fall,
)
from offences.words.charity import charity
from offences.words.claims import note
from offences.words.notes import definition_changed, remark_on, skipped_between
from offences.words.reasons import CHARITY, WE, Voice

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
    record_question: str = ""  # “How does 68 compare?”
    record_answer: str = ""
    record_detail: str = ""
    effect_answer: str = ""  # what a missing answer changes in the totals
    effect_detail: str = ""
    national_facts: tuple[tuple[str, str], ...] = ()  # (“8,224”, “offences in 2018/19”)
    national_says: tuple[str, ...] = ()
    answer: tuple[Fact, ...] = ()
    quote: str = ""
    quote_with: str = ""  # what belongs to the sentence to quote, wherever it is quoted
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
    held: Sequence[str] = (),
    voice: Voice = WE,
) -> Briefing:
    """Everything a page says of one force and measure.

    `facts.latest` is the year the page is about: the newest of which anything is known of this
    force. `later` are years already released of which nothing is known of it; `office` the areas
    that one FOI office answers for; `remarks` the sources' own cautions, by year, as they stand
    inside a sentence: “the charity warned of possible under-recording”. `held` are figures of the
    force that are no yearly figure of this measure: “128 offences, April 2017 to September 2018”;
    `voice` says what is not held, which in a pinned release is that release.
    """
    series = facts.series or Series({})
    cell = series.cell(facts.latest) if series.is_known else Cell.missing(Missing.NOT_IN_RECORDS)
    may = allowed(claims_for(facts))
    if cell.is_missing:
        page = _without_figure(subject, series, facts.latest, cell, totals, answers, held, voice)
    elif cell.is_wholly_hidden:
        page = _with_hidden_figure(subject, series, facts.latest)
    else:
        page = _with_figure(subject, facts, series, cell, may, remarks or {})
    block = national.summed(subject.area, facts.latest, sums, is_in_it=not cell.is_missing)
    if block is None and series.is_known:
        block = national.recorded_total(facts.latest, totals)
    elif block is None:
        block = national.without_figure(subject.area, totals, answers)
    return replace(
        page,
        by=subject.short_name,
        asof=national.newer_year(subject, later, totals) if series.is_known else "",
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
    answer, detail = how_it_compares(facts, may) if asks else ("", "")
    return Briefing(
        title=f"{subject.area}: {first.figure} in {first.when}",
        opening=first,
        source=_source(remarks, (facts.latest, earlier_year(may))),
        figure=shown(cell),
        figure_year=first.when,
        change=first.change,
        says=tuple(_says(facts, series, cell, first.change, may, remarks)),
        record_question=f"How does {shown(cell)} compare?" if asks else "",
        record_answer=answer,
        record_detail=detail,
        quote_with=" ".join(_quoted_with(facts, series, cell, may, remarks)),
        quote_limits=_limits(may),
    )


def is_under_no_act(remark: str) -> bool:
    """A source says of a figure that the force supplied it by itself, not as an answer."""
    return NOT_UNDER_THE_ACT in remark.casefold()


def _source(remarks: Mapping[Year, str], years: Iterable[Year | None]) -> str:
    """What the figures of some years are: not every one came under the Act."""
    if any(is_under_no_act(remarks.get(y, "")) for y in years if y):
        return "figures the force supplied"
    return "answers to Freedom of Information requests"


def _says(
    facts: Facts, series: Series, cell: Cell, change: str, may: Claims, remarks: Mapping[Year, str]
) -> list[str]:
    pair = rise_or_fall(may)
    says = [_with_its_doubt(change, pair)] if change else []
    if ("definition_change", "latest") in may:
        says.append(definition_changed(facts.breaks, facts.latest, WE))
    old_year = earlier_year(may)
    before = series.cell(old_year) if old_year else None
    history = revision(before) if before and before.is_revised else ""
    caution = percentage_or_reason(may, facts.thresholds, history=history)
    if change and pair and note(pair) in caution:  # then it is said, and why there is no percentage
        caution = [each for each in caution if each not in (note(pair), "We give no percentage.")]
    if before:
        figure = f"The figure for {old_year}"
        if history and not any(history in each for each in caution):
            caution.append(f"{figure} was revised: {history}.")
        caution += softness(before, figure)
    caution += [remark_on(y, remarks[y]) for y in (old_year, facts.latest) if y and y in remarks]
    if cell.months:
        caution.append(f"This is a figure for {months(cell.months)} only. We do not compare it.")
    if cell.doubt:
        caution.append(f"This figure is in doubt: {ended(cell.doubt)}")
        caution.append("We show it but do not compare it.")
    if cell.is_revised:
        caution.append(f"Revised: {revision(cell)}.")
    caution += softness(cell, "This figure")
    if cell.state is State.SUPPRESSED:
        caution.append("The force gave no exact number.")
    return [*says, " ".join(caution)] if caution else says


def _with_its_doubt(change: str, pair: Claim | None) -> str:
    """The change as one sentence that nobody can quote without its doubt."""
    doubt = note(pair) if pair else ""
    if not pair or not doubt:
        return f"{sentence(change)}."
    link = ":" if is_within_chance(pair) else ", though"
    return f"{sentence(change)}{link} {doubt[0].lower()}{doubt[1:]}"


def _quoted_with(
    facts: Facts, series: Series, cell: Cell, may: Claims, remarks: Mapping[Year, str]
) -> list[str]:
    """The doubt, the years covered and the cautions that a quotation carries."""
    say = [f"The figure is in doubt: {ended(cell.doubt)}"] if cell.doubt else []
    old_year = earlier_year(may)
    for year in (old_year, facts.latest):
        if year:
            figure, own = f"The figure for {year}", series.cell(year)
            say += [f"{figure} was revised: {revision(own)}."] if own.is_revised else []
            say += softness(own, figure) if year == old_year else []
            say += [remark_on(year, remarks[year])] if year in remarks else []
    say += skipped_between(series, facts.latest, may)
    pair = rise_or_fall(may)
    caution = note(pair) if pair else ""
    return [*say, *filter(None, [caution]), charity().one_is_not_one]


def _limits(may: Claims) -> str:
    """What the person who quotes should not say."""
    unfit = [] if percentage(may) else ["a percentage"]
    unfit += [] if ("record", "latest") in may else ["“record”"]
    no = f"use {and_list(unfit, 'or')}, or " if unfit else ""
    return f"Please do not {no}compare it with another force."


def _with_hidden_figure(subject: Subject, series: Series, latest: Year) -> Briefing:
    """There is a number, and nothing is said of it."""
    area, hidden = subject.area, reasons.hidden(subject.name, latest, subject.phrase)
    cells = series.cells.items()
    shown = [y for y, c in cells if y < latest and not (c.is_missing or c.is_wholly_hidden)]
    last = [_last_figure(series, shown[-1])] if shown else []
    return Briefing(
        title=f"{area}: the number of {subject.phrase} in {latest} is hidden",
        description=" ".join([hidden, *last]),
        absent=(f"The number for {latest} is hidden.", hidden, *last),
        quote=hidden,
        quote_limits=f"Do not write a number for that year, or that {area} has none.",
    )


def _without_figure(
    subject: Subject,
    series: Series,
    latest: Year,
    cell: Cell,
    totals: tuple[Total, ...],
    answers: Sequence[Answer],
    held: Sequence[str],
    voice: Voice,
) -> Briefing:
    with_figure = [y for y in series.cells if not series.cell(y).is_missing]
    name, area = subject.short_name, subject.area
    if not with_figure and cell.why is Missing.NOT_IN_RECORDS:
        return _without_any(subject, held, voice)
    heading = reasons.heading(cell.why, latest, subject.phrase)
    sentences = _absence(subject, latest, cell, answers)
    known = [f"What is known of {area}, {latest}. {sentences[0]}"]
    if with_figure:
        last = _last_figure(series, with_figure[-1])
        alone = ["We have only one year, so there is no chart."] if len(with_figure) == 1 else []
        known, sentences = [*known, last], [*sentences, last, *alone]
    effect, detail = national.effect_on_totals(area, latest, cell, totals)
    none = f"There is no figure of {subject.phrase} from {name} for {latest}."
    quote = f"{none} That does not mean zero."
    limits = f"Do not write that {area} has none."
    if cell.why in MAY_BE_ZERO:
        quote = reasons.sentence(cell.why, name, latest, of=subject.phrase)
        limits = "Do not write a number for that year yet."
    return Briefing(
        title=f"{area}: {heading[0].lower()}{heading[1:].rstrip('.')}",
        description=" ".join(known),
        absent=(heading, *sentences),
        quote=quote,
        quote_limits=limits,
        effect_answer=effect,
        effect_detail=detail,
    )


def _without_any(subject: Subject, held: Sequence[str], voice: Voice) -> Briefing:
    """No year has a figure: of what there is none, and what there is of the force instead."""
    area, phrase = subject.area, subject.phrase
    none = f"{sentence(voice.says('have'))} no yearly figure of {phrase} for {area}."
    do_hold = f"{sentence(voice.says('do'))} have: {'; '.join(held)}." if held else ""
    speaker = CHARITY if voice is WE else voice
    quoted = f"{sentence(speaker.says('have'))} no yearly figure of {phrase} for {area}."
    return Briefing(
        title=f"{area}: no yearly figure of {phrase}",
        description=f"{none} {do_hold or 'That does not mean zero.'}",
        absent=(
            none,
            *filter(None, (do_hold,)),
            "No figure here does not mean zero, and it does not mean the force refused.",
        ),
        quote=f"{quoted} {reasons.not_zero(Missing.NOT_IN_RECORDS)}",
        quote_limits=f"Do not write “{area} refused”, “{area} has none” or “{area} failed to "
        "answer”. None of these is known.",
    )


def _last_figure(series: Series, year: Year) -> str:
    cell = series.cell(year)
    doubt = ", a figure in doubt" if cell.doubt else ""
    return f"The last figure we have is {in_sentence(cell)} in {period(cell, year)}{doubt}."


def _absence(subject: Subject, latest: Year, cell: Cell, answers: Sequence[Answer]) -> list[str]:
    """Under the heading: what is known of the answer, and that it is not zero."""
    answer = about(answers, latest)
    not_zero = reasons.not_zero(cell.why)
    if cell.why is Missing.NO_RESPONSE:
        when = answer.source_when if answer else ""
        reported = f"{sentence(on_or_in(when))} the force was reported as unable to respond."
        return [reported if when else reasons.sentence(cell.why), not_zero]
    if cell.why is Missing.REFUSED:
        reason = f" The reason given: {ended(answer.reason)}" if answer and answer.reason else ""
        return [f"A refusal does not mean zero.{reason}"]
    if cell.why in MAY_BE_ZERO:
        return [reasons.sentence(cell.why, of=subject.phrase)]
    return [reasons.sentence(cell.why, year=latest, of=subject.phrase), not_zero]


def how_it_compares(facts: Facts, may: Claims) -> tuple[str, str]:
    """How the newest figure stands among the years of its count, and what that rests on."""
    answer, detail = _compared(facts, may)
    if not facts.later or _higher_year(facts):
        return answer, detail
    return answer, " ".join(filter(None, (detail, f"{sentence(reasons.not_here(facts.later))}.")))


def _comparable_cells(facts: Facts) -> dict[Year, Cell]:
    series = facts.series or Series({})
    return {y: series.cell(y) for y in series.comparable_years(facts.latest)}


def _higher_year(facts: Facts) -> Year | None:
    """The year with the highest figure, where one is certainly higher than the newest."""
    known, series = _comparable_cells(facts), facts.series or Series({})
    cell = series.cell(facts.latest)
    higher = [y for y, each in known.items() if cell.is_comparable and _is_above(each, cell)]
    return max(higher, key=lambda y: known[y].low or 0, default=None)


def _compared(facts: Facts, may: Claims) -> tuple[str, str]:
    series, year = facts.series or Series({}), facts.latest
    cell = series.cell(year)
    if record := may.get(("record", "latest")):
        return (
            f"It is a record: the highest since {record.figures['since']}.",
            "Every year of the count is here, and no other is as high.",
        )
    if joint := may.get(("joint_record", "latest")):
        return f"It is the joint highest, level with {and_list(joint.figures['level_with'])}.", ""
    if not cell.is_comparable:
        return "We do not compare this figure with any other.", ""
    known = _comparable_cells(facts)
    if top := _higher_year(facts):
        return f"The figure for {top} was higher: {in_sentence(known[top])}.", ""
    gaps, percent = gaps_of(series, year), facts.thresholds.revised_pct
    revised = [y for y, each in known.items() if is_revised_by(percent, [each])]
    if gaps or revised:
        return _no_record(gaps, revised, percent, may)
    if (highest := may.get(("highest_available", "latest"))) and facts.later:
        years = f"{small_number(highest.figures['years'])} years {min(known)} to {year}"
        return f"It is the highest of the {years} that we have.", ""
    if len(known) + 1 < (least := facts.thresholds.record_min_points):
        needs = f"A record needs at least {small_number(least)} years."
        return "We have too few years to say.", needs
    if all(each.is_exact for each in (cell, *known.values())):
        return "Another year has the same figure.", ""
    return "Some figures are known only as a range, so we cannot say.", ""


def _no_record(gaps: list[Gap], revised: list[Year], percent: int, may: Claims) -> tuple[str, str]:
    """The most that may be said, and why it cannot be called a record."""
    lost = [y for gap in gaps if gap.is_missing for y in gap.years]
    obstacles = [reasons.gap_reason(gap) for gap in gaps if gap.is_missing]
    others = [reasons.gap_reason(gap) for gap in gaps if not gap.is_missing]
    others += [reasons.were_revised(revised, percent)] if revised else []
    why = f"We cannot call it a record: {and_list([*obstacles, *others])}."
    if highest := may.get(("highest_available", "latest")):
        which = "we have" if lost and not others else "we can compare"
        years = small_number(highest.figures["years"])
        return f"It is the highest of the {years} years {which}.", why
    return "We cannot compare it with every year of the count.", why


def _is_above(one: Cell, other: Cell) -> bool:
    """Certainly higher, whatever the true numbers in the ranges."""
    return one.low is not None and other.high is not None and one.low > other.high
