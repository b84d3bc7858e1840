"""The national figure beside one force's: our own sum, or a total as published."""

from collections.abc import Sequence
from dataclasses import dataclass

from offences.claims.gate import allowed, claims_for
from offences.claims.totals import OwnSum, Total, facts_of_total, newest_total, sum_of
from offences.english import (
    counted,
    not_asked,
    number,
    on_or_in,
    possessive,
    quantity,
    small_number,
)
from offences.statistics.cells import Cell, Missing
from offences.statistics.years import Year
from offences.words import reasons
from offences.words.answers import GAVE_FIGURES, Answer, about
from offences.words.change import Subject

Numbers = tuple[tuple[str, str], ...]
"""Numbers with their words: (“8,224”, “offences in 2018/19”)."""


def forces_in(own: OwnSum) -> str:
    """Whose figures a sum is of: “40 of the 44 forces asked”, “all 44 forces asked”."""
    if own.with_figures == own.asked:
        return all_forces(own.asked)
    return f"{number(own.with_figures)} of the {counted(own.asked, 'forces')} asked"


def all_forces(asked: int) -> str:
    """Every force asked: “the force asked”, “both forces asked”, “all 44 forces asked”."""
    few = {1: "the force", 2: "both forces"}
    return f"{few.get(asked) or f'all {number(asked)} forces'} asked"


def shown(own: OwnSum) -> str:
    """The sum as a table has it: “8,224”, “8,221 to 8,224”, “at least 8,221”."""
    low, high = own.total.low, own.total.high
    if high is None or low == high:
        return quantity(own.total)
    return f"{number(low)} to {number(high)}"


def softness(own: OwnSum) -> str:
    """The remark that a figure in it may still change, or was never counted exactly."""
    estimated = "A force’s own estimate is in the sum." if own.estimated else ""
    provisional = "A provisional figure is in the sum." if own.provisional else ""
    return " ".join(filter(None, (estimated, provisional)))


def numbers_of(own: OwnSum) -> Numbers:
    """The three numbers of a page: the sum, a day, and what it rests on."""
    noun = "offence" if own.total.low == own.total.high == 1 else "offences"
    rate = [(number(own.per_day), "a day, on average")] if own.per_day else []
    of = f"{number(own.with_figures)} of {number(own.asked)}"
    return (
        (shown(own), f"{noun} in {own.year}"),
        *rate,
        (of, f"forces in {own.area} gave figures"),
    )


def how_added(own: OwnSum) -> str:
    """What the sum is: our own, from figures that can each be read."""
    added = f"We added up the figures of {forces_in(own)}. Each is on its force’s own page."
    return " ".join(filter(None, (added, softness(own), not_asked(own.nations))))


@dataclass(frozen=True)
class National:
    """The national block of a page."""

    facts: Numbers = ()
    says: tuple[str, ...] = ()


def summed(area: str, year: Year, sums: tuple[OwnSum, ...], *, is_in_it: bool) -> National | None:
    """Our own sum for the year a page is about, and whether the force is in it."""
    own = sum_of(sums, year)
    if own is None:
        return None
    says = how_added(own) if is_in_it else f"{how_added(own)} {area} is not among them."
    return National(numbers_of(own), (says,))


def recorded_total(year: Year, totals: tuple[Total, ...]) -> National:
    """The recorded total of the year a page is about."""
    main = newest_total(totals, year)
    return National(national_facts(main), (_own_total(main),)) if main else National()


def without_figure(area: str, totals: tuple[Total, ...], answers: Sequence[Answer]) -> National:
    """The two newest totals of years that the force was asked about, and whether it is in them."""
    years = sorted({t.year for t in totals if t.asked and t.kind == "total"}, reverse=True)
    asked = [(y, answer) for y in years if (answer := about(answers, y))]
    found = [(t, answer) for y, answer in asked[:2] if (t := newest_total(totals, y))]
    if not found:
        return National()
    (main, answer), *rest = found
    says = [f"{_published(main)} {_among(area, main, answer)}"]
    for total, answer in rest:
        of = f", from {total.with_figures} of {counted(total.asked or 0, 'forces')}"
        from_ = of if total.with_figures and total.asked else ""
        reported = f"For {total.year} the charity reported {number(total.value)}{from_}."
        says.append(f"{reported} {_among(area, total, answer)}")
    return National(national_facts(main), tuple(says))


def _among(area: str, total: Total, answer: Answer) -> str:
    of_all = total.is_of_all and answer.asked == total.asked
    if answer.outcome in GAVE_FIGURES and of_all:
        return f"It includes {area}, whose own figure for {total.year} we do not have."
    if answer.outcome in {"no_response", "refused"}:
        return f"It does not include {area}."
    return f"We cannot tell whether it includes {area}."


def _published(total: Total) -> str:
    of = f"the charity’s own total for {total.area}"
    return f"This is {of}, published {on_or_in(total.vintage)}."


def _own_total(total: Total) -> str:
    ours = ""
    if total.in_records is not None and total.with_figures:
        of = f"{total.in_records} of those {counted(total.with_figures, 'forces')}"
        ours = f"We have the figures of {of}, so we cannot add them up ourselves."
    elif total.with_figures is None:
        ours = "The report did not say how many forces it counts."
    return " ".join(filter(None, (_published(total), ours, not_asked(total.nations))))


def national_facts(total: Total) -> Numbers:
    """The three national numbers: the total, a day, and coverage, as their claims allow."""
    may = allowed(claims_for(facts_of_total(total)))
    noun = "offence" if total.value == 1 else "offences"
    found = [(number(total.value), f"{noun} in {total.year}")]
    rate = next((c for key, c in may.items() if key[0] == "recorded_per_day"), None)
    if rate:
        found.append((number(rate.figures["rate"]), "a day, on average"))
    if total.with_figures:
        asked = f" of {total.asked}" if total.asked else ""
        forces = f"force{'' if (total.asked or total.with_figures) == 1 else 's'}"
        not_said = "" if asked else "; the report did not say how many were asked"
        count = str(total.with_figures) if asked else number(total.with_figures)
        found.append((f"{count}{asked}", f"{forces} gave figures{not_said}"))
    return tuple(found)


def newer_year(subject: Subject, later: tuple[Year, ...], totals: tuple[Total, ...]) -> str:
    """What is known of a newer year: who gave figures, and that this force's is not held."""
    if not later:
        return ""
    newest = later[-1]
    total = newest_total(totals, newest)
    if total and total.is_of_all:
        gave = f"All {total.asked} forces asked gave figures for {newest}"
        return f"{gave}, but we do not have {possessive(subject.area)}."
    return reasons.sentence(Missing.NOT_IN_RECORDS, subject.short_name, newest, of=subject.phrase)


def effect_on_totals(
    area: str, latest: Year, cell: Cell, totals: tuple[Total, ...]
) -> tuple[str, str]:
    """What an answer that never came changes in the totals printed for that year."""
    if cell.why is not Missing.NO_RESPONSE:
        return "", ""
    of_year = [
        (t.asked, small_number(t.with_figures), t)
        for t in totals
        if t.claim == "total" and t.year == latest and t.with_figures and t.asked
        if t.with_figures < t.asked and t.kind in {"nation", "total"} and not t.doubt
    ]
    sentences = [
        f"The total reported for {t.area}, {number(t.value)}, rests on {gave} of its "
        f"{small_number(asked)} forces."
        for asked, gave, t in sorted(of_year, key=lambda each: each[0])
    ]
    answer = f"{area} is not in the totals reported for {latest}." if of_year else ""
    return answer, " ".join(sentences)
