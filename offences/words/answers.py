"""What a force answered, as far as it is known, and plainly what is not known of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from offences.claims.totals import Total, newest_total
from offences.english import and_list, on_or_in, small_number
from offences.statistics.cells import Cell, Missing
from offences.statistics.years import Year
from offences.words import reasons

GAVE_FIGURES = frozenset({"answered", "part_answered"})
"""The outcomes of an answer with figures in it."""

_WITHOUT_FIGURES = {
    "no_response": Missing.NO_RESPONSE,
    "refused": Missing.REFUSED,
    "awaited": Missing.LATE,
}
"""Outcomes that are known, and leave the force without a figure."""


@dataclass(frozen=True)
class Answer:
    """What the force answered in one round, as far as it is known."""

    round_name: str
    asked: int | None  # forces asked in that round
    years: tuple[Year, ...]  # asked about
    outcome: str
    outcome_when: str = ""
    reference: str = ""
    reason: str = ""
    source_when: str = ""
    printed: tuple[Year, ...] = ()  # years of which a figure came by this answer
    printed_when: str = ""
    has_file: bool = False
    from_print: bool = False  # every one of those figures is read from a publication


@dataclass(frozen=True)
class Fact:
    """One line of what is known: “Asked”, “In the 2019 round, with 43 other forces”."""

    term: str
    text: str
    known: bool = True


def about(answers: Sequence[Answer], year: Year) -> Answer | None:
    """The answer of the round that was about this year: its newest, before one that also asked."""
    asked = [a for a in answers if year in a.years]
    return next((a for a in asked if a.years[-1] == year), next(iter(asked), None))


def answer_facts(
    area: str,
    answers: Sequence[Answer],
    office: tuple[str, ...],
    known: bool,
    cell: Cell,
    totals: tuple[Total, ...],
) -> list[Fact]:
    """The FOI answer, and plainly what is not known of it."""
    if not answers:
        return [Fact("Asked", "Not known", known=False)]
    if not known:
        return _all_answers(area, answers, totals)
    told = next((a for a in answers if a.printed), answers[0])
    if cell.is_missing:
        told = next((a for a in answers if a.outcome in {"no_response", "refused"}), told)
    facts = [Fact("Asked", _asked(told))]
    if len(office) > 1:
        facts.append(Fact("Who answers", f"One office answers for {and_list(office)}"))
    return facts + _how_answered(told)


def _asked(answer: Answer) -> str:
    when = f"In {answer.round_name.removeprefix('round ').removeprefix('Round ')}"
    if answer.asked:
        others = answer.asked - 1
        if others < 1:
            return f"{when}, alone"
        return f"{when}, with {small_number(others)} other{'' if others == 1 else 's'}"
    return f"{when}; the report did not say how many forces were asked"


def _how_answered(told: Answer) -> list[Fact]:
    if told.outcome == "no_response":
        when = (
            f" Reported {on_or_in(told.source_when)} as unable to respond."
            if told.source_when
            else ""
        )
        return [
            Fact("Answered", f"No.{when}"),
            Fact("The reason given", told.reason or "Not known", known=bool(told.reason)),
            Fact("Later answer", "None that we know of", known=False),
        ]
    if told.outcome == "refused":
        return [
            Fact(
                "Answered",
                f"Refused{f' {on_or_in(told.outcome_when)}' if told.outcome_when else ''}",
            ),
            Fact("The reason given", told.reason or "Not known", known=bool(told.reason)),
        ]
    if told.outcome == "awaited":
        return [Fact("Answered", "Not yet", known=False)]
    if told.has_file or (told.outcome in GAVE_FIGURES and not told.from_print):
        when = told.outcome_when or "Yes; the date is not known"
        return [
            Fact("Answered", when, known=bool(told.outcome_when)),
            Fact("Reference", told.reference or "Not known", known=bool(told.reference)),
            Fact(
                "The file itself",
                "We have it" if told.has_file else "We do not have it",
                known=told.has_file,
            ),
        ]
    return [
        _in_print(told) if told.printed else Fact("Answered", "Not known", known=False),
        Fact("Date, reference", told.reference or "Not known", known=bool(told.reference)),
        Fact(
            "The file itself",
            "We do not have it."
            + (" The figures above come from published reports." if told.from_print else ""),
            known=False,
        ),
    ]


def _in_print(told: Answer) -> Fact:
    """Which figures came by an answer that is known from print."""
    one = len(told.printed) == 1
    figures = (
        f"{'The figure' if one else 'Figures'} for {and_list([y.label for y in told.printed])}"
    )
    if not (told.from_print and told.printed_when):
        return Fact("Answered", figures)
    return Fact("Answered", f"{figures}, published by {told.printed_when}")


def _all_answers(area: str, answers: Sequence[Answer], totals: tuple[Total, ...]) -> list[Fact]:
    """For a force without any figure: each round, what is known and what is not."""
    facts = []
    for told in answers:
        years = told.years[-1].label
        total = newest_total(totals, told.years[-1])
        if told.outcome in GAVE_FIGURES:
            all_did = (
                f"All {told.asked} gave figures, so {area} did too"
                if total and total.is_of_all and total.asked == told.asked
                else f"{area} answered"
            )
            facts.append(
                Fact(
                    f"About {years}",
                    f"{_asked(told)}. {all_did}; we do not have its figure.",
                )
            )
        elif told.outcome in _WITHOUT_FIGURES:
            text = reasons.sentence(_WITHOUT_FIGURES[told.outcome], area)
            facts.append(Fact(f"About {years}", f"{_asked(told)}. {text}"))
        else:
            of = ""
            if total and total.asked and total.with_figures and total.held is not None:
                others = total.with_figures - total.held
                of = (
                    f" Of the {total.asked}, {total.with_figures} gave figures, and we "
                    f"have {total.held} of those. {area} may be among the "
                    f"other {others}."
                )
            facts.append(
                Fact(
                    f"About {years}",
                    f"{_asked(told)}. Whether {area} answered is not known.{of}",
                    known=False,
                )
            )
    facts.append(Fact("Date, reference, file", "Not known", known=False))
    return facts
