"""The national figure beside one force's: our own sum, or a total as published."""

from collections.abc import Sequence
from dataclasses import dataclass

from offences.claims.gate import allowed, claims_for
from offences.claims.sums import OwnSum, sum_of
from offences.claims.totals import Total, facts_of, newest_total
from offences.english import counted, not_asked, number, on_or_in, quantity, small_number
from offences.statistics.cells import Cell, Missing
from offences.statistics.years import Year
from offences.words import reasons
from offences.words.answers import GAVE_FIGURES, Answer, about

Numbers = tuple[tuple[str, str], ...]
"""Numbers with their words: (“8,224”, “offences in 2018/19”)."""


def forces_in(own: OwnSum) -> str:
    """Whose figures a sum is of: “40 of the 44 forces asked”, “all 44 forces asked”."""
    forces = counted(own.asked, "forces")
    if own.with_figures == own.asked:
        return "both forces asked" if own.asked == 2 else f"all {forces} asked"
    return f"{number(own.with_figures)} of the {forces} asked"


def shown(own: OwnSum) -> str:
    """The sum as a table has it: “8,224”, “8,221 to 8,224”, “at least 8,221”."""
    low, high = own.total.low, own.total.high
    if high is None or low == high:
        return quantity(own.total)
    return f"{number(low)} to {number(high)}"


def softness(own: OwnSum) -> str:
    """That a figure in it may still change, or was never counted exactly; else nothing."""
    sentences = ["A force’s own estimate is in the sum."] if own.estimated else []
    sentences += ["A provisional figure is in the sum."] if own.provisional else []
    return " ".join(sentences)


def numbers_of(own: OwnSum) -> Numbers:
    """The three numbers of a page: the sum, a day, and what it rests on."""
    one = own.total.low == own.total.high == 1
    found = [(shown(own), f"{'offence' if one else 'offences'} in {own.year}")]
    if own.per_day:
        found.append((number(own.per_day), "a day, on average"))
    of = f"{number(own.with_figures)} of {number(own.asked)}"
    return (*found, (of, f"forces in {own.area} gave figures"))


def how_added(own: OwnSum) -> str:
    """What the sum is: our own, from figures that can each be read."""
    sentences = [f"We added up the figures of {forces_in(own)}. Each is on its force’s own page."]
    return " ".join(filter(None, (*sentences, softness(own), not_asked(own.nations))))


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


def beside_figure(year: Year, totals: tuple[Total, ...]) -> National:
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
    says = [
        f"This is the charity’s own total, published {on_or_in(main.vintage)}. "
        f"{_among(area, main, answer)}"
    ]
    says += [
        f"For {t.year} the charity reported {number(t.value)}"
        f"{f', from {t.with_figures} of {forces}' if forces else ''}. {_among(area, t, answer)}"
        for t, answer in rest
        for forces in [counted(t.asked, "forces") if t.with_figures and t.asked else ""]
    ]
    return National(national_facts(main), tuple(says))


def _among(area: str, total: Total, answer: Answer) -> str:
    of_all = total.is_of_all and answer.asked == total.asked
    if answer.outcome in GAVE_FIGURES and of_all:
        return f"It includes {area}, whose own figure we do not have."
    if answer.outcome in {"no_response", "refused"}:
        return f"It does not include {area}."
    return f"We cannot tell whether it includes {area}."


def _own_total(total: Total) -> str:
    sentences = [f"This is the charity’s own total, published {on_or_in(total.vintage)}."]
    if total.in_records is not None and total.with_figures:
        sentences.append(
            f"We have the figures of {total.in_records} of those "
            f"{counted(total.with_figures, 'forces')}, so we cannot add them up ourselves."
        )
    elif total.with_figures is None:
        sentences.append("The report did not say how many forces it counts.")
    if left := not_asked(total.nations):
        sentences.append(left)
    return " ".join(sentences)


def national_facts(total: Total) -> Numbers:
    """The three national numbers: the total, a day, and coverage, as their claims allow."""
    may = allowed(claims_for(facts_of(total)))
    noun = "offence" if total.value == 1 else "offences"
    found = [(number(total.value), f"{noun} in {total.year}")]
    rate = next((c for key, c in may.items() if key[0] == "recorded_per_day"), None)
    if rate:
        found.append((number(rate.figures["rate"]), "a day, on average"))
    if total.with_figures and total.asked:
        found.append(
            (
                f"{total.with_figures} of {total.asked}",
                f"force{'' if total.asked == 1 else 's'} in {total.area} gave figures",
            )
        )
    elif total.with_figures:
        found.append(
            (
                number(total.with_figures),
                f"force{'' if total.with_figures == 1 else 's'} in {total.area} gave figures; "
                "the report did not say how many were asked",
            )
        )
    return tuple(found)


def newer_year(short_name: str, later: tuple[Year, ...], totals: tuple[Total, ...]) -> str:
    """What is known of a newer year: who gave figures, and that this force's is not held."""
    if not later:
        return ""
    newest = later[-1]
    total = newest_total(totals, newest)
    own = f"We do not have {short_name}’s figure for that year."
    if total and total.is_of_all:
        return f"For {newest} all {total.asked} forces asked gave figures. {own}"
    return reasons.sentence(Missing.NOT_IN_RECORDS, short_name, newest)


def effect_on_totals(
    area: str, latest: Year, cell: Cell, totals: tuple[Total, ...]
) -> tuple[str, str]:
    """What an answer that never came changes in the totals printed for that year."""
    if cell.why is not Missing.NO_RESPONSE:
        return "", ""
    of_year = [
        (t.asked, t.with_figures, t)
        for t in totals
        if t.claim == "total" and t.year == latest and t.with_figures and t.asked
        if t.with_figures < t.asked and t.kind in {"nation", "total"} and not t.doubt
    ]
    if not of_year:
        return "", ""
    of_year.sort(key=lambda each: each[0])
    sentences = [
        f"The total reported for {t.area}, {number(t.value)}, rests on "
        f"{small_number(gave)} of its {small_number(asked)} forces."
        for asked, gave, t in of_year
    ]
    return f"{area} is not in the totals reported for {latest}.", " ".join(sentences)
