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
    answer = next((a for a in answers if a.printed), answers[0])
    if cell.is_missing:
        answer = next((a for a in answers if a.outcome in {"no_response", "refused"}), answer)
    facts = [Fact("Asked", _asked(answer))]
    if len(office) > 1:
        facts.append(Fact("Who answers", f"One office answers for {and_list(office)}"))
    return facts + _how_answered(answer)


def _asked(answer: Answer) -> str:
    when = f"In {answer.round_name.removeprefix('round ').removeprefix('Round ')}"
    if answer.asked:
        others = answer.asked - 1
        if others < 1:
            return f"{when}, alone"
        return f"{when}, with {small_number(others)} other{'' if others == 1 else 's'}"
    return f"{when}; the report did not say how many forces were asked"


def _how_answered(answer: Answer) -> list[Fact]:
    if answer.outcome == "no_response":
        when = (
            f" Reported {on_or_in(answer.source_when)} as unable to respond."
            if answer.source_when
            else ""
        )
        return [
            Fact("Answered", f"No.{when}"),
            Fact("The reason given", answer.reason or "Not known", known=bool(answer.reason)),
            Fact("Later answer", "None that we know of", known=False),
        ]
    if answer.outcome == "refused":
        return [
            Fact(
                "Answered",
                f"Refused{f' {on_or_in(answer.outcome_when)}' if answer.outcome_when else ''}",
            ),
            Fact("The reason given", answer.reason or "Not known", known=bool(answer.reason)),
        ]
    if answer.outcome == "awaited":
        return [Fact("Answered", "Not yet", known=False)]
    if answer.has_file or (answer.outcome in GAVE_FIGURES and not answer.from_print):
        when = answer.outcome_when or "Yes; the date is not known"
        return [
            Fact("Answered", when, known=bool(answer.outcome_when)),
            Fact("Reference", answer.reference or "Not known", known=bool(answer.reference)),
            Fact(
                "The file itself",
                "We have it" if answer.has_file else "We do not have it",
                known=answer.has_file,
            ),
        ]
    return [
        _published(answer) if answer.printed else Fact("Answered", "Not known", known=False),
        Fact("Date, reference", answer.reference or "Not known", known=bool(answer.reference)),
        Fact(
            "The file itself",
            "We do not have it."
            + (" The figures above come from published reports." if answer.from_print else ""),
            known=False,
        ),
    ]


def _published(answer: Answer) -> Fact:
    """Which figures came by an answer that is known from print."""
    one = len(answer.printed) == 1
    figures = (
        f"{'The figure' if one else 'Figures'} for {and_list([y.label for y in answer.printed])}"
    )
    if not (answer.from_print and answer.printed_when):
        return Fact("Answered", figures)
    return Fact("Answered", f"{figures}, published by {answer.printed_when}")


def _all_answers(area: str, answers: Sequence[Answer], totals: tuple[Total, ...]) -> list[Fact]:
    """For a force without any figure: each round, what is known and what is not."""
    facts = []
    for answer in answers:
        years = answer.years[-1].label
        total = newest_total(totals, answer.years[-1])
        if answer.outcome in GAVE_FIGURES:
            all_did = (
                f"All {answer.asked} gave figures, so {area} did too"
                if total and total.is_of_all and total.asked == answer.asked
                else f"{area} answered"
            )
            facts.append(
                Fact(f"About {years}", f"{_asked(answer)}. {all_did}; we do not have its figure.")
            )
        elif answer.outcome in _WITHOUT_FIGURES:
            text = reasons.sentence(_WITHOUT_FIGURES[answer.outcome], area)
            facts.append(Fact(f"About {years}", f"{_asked(answer)}. {text}"))
        else:
            of = ""
            if total and total.asked and total.with_figures and total.in_records is not None:
                others = total.with_figures - total.in_records
                of = (
                    f" Of the {total.asked}, {total.with_figures} gave figures, and we "
                    f"have {total.in_records} of those. {area} may be among the "
                    f"other {others}."
                )
            facts.append(
                Fact(
                    f"About {years}",
                    f"{_asked(answer)}. Whether {area} answered is not known.{of}",
                    known=False,
                )
            )
    facts.append(Fact("Date, reference, file", "Not known", known=False))
    return facts
