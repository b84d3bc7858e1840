"""What a force answered, as far as it is known, and plainly what is not known of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from offences.claims.totals import Total, newest_total
from offences.english import and_list, ended, on_or_in, small_number
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
    says: str = field(default="", compare=False)  # the same as a sentence, if it has one

    @property
    def sentence(self) -> str:
        return self.says or ended(f"{self.term}: {self.text}")


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
        return [_given("Asked", "")]
    if not known:
        return _all_answers(area, answers, totals)
    answer = next((a for a in answers if a.printed), answers[0])
    if cell.is_missing:
        answer = next((a for a in answers if a.outcome in {"no_response", "refused"}), answer)
    facts = [Fact("Asked", _asked(answer), says=_asked_sentence(answer))]
    if len(office) > 1:
        one = f"One office answers for {and_list(office)}"
        facts.append(Fact("Who answers", one, says=ended(one)))
    return facts + _how_answered(answer)


def _asked(answer: Answer) -> str:
    when = f"In {answer.round_name.removeprefix('round ').removeprefix('Round ')}"
    if not answer.asked:
        return f"{when}; the report did not say how many forces were asked"
    if answer.asked == 1:
        return f"{when}, alone"
    others = answer.asked - 1
    return f"{when}, with {small_number(others)} other{'' if others == 1 else 's'}"


def _asked_sentence(answer: Answer) -> str:
    asked = _asked(answer)
    return f"Asked {asked[0].lower()}{ended(asked[1:])}"


def _given(term: str, text: str) -> Fact:
    return Fact(
        term, text or "Not known", known=bool(text), says="" if text else f"{term}: not known."
    )


def _how_answered(answer: Answer) -> list[Fact]:
    reason, reference = _given("The reason given", answer.reason), answer.reference
    by_print = " The figures above come from published reports." if answer.from_print else ""
    published = "We have the published figures, not the reply." if answer.from_print else ""
    no_file = published or "We do not have the reply."
    not_ours = Fact("The file itself", f"We do not have it.{by_print}", known=False, says=no_file)
    match answer.outcome:
        case "no_response":
            when = f" Reported {on_or_in(answer.source_when)} as unable to respond."
            when = when if answer.source_when else ""
            answered = Fact("Answered", f"No.{when}", says=f"It did not answer.{when}")
            return [answered, reason, Fact("Later answer", "None that we know of", known=False)]
        case "refused":
            when = f" {on_or_in(answer.outcome_when)}" if answer.outcome_when else ""
            return [Fact("Answered", f"Refused{when}", says=f"It refused{when}."), reason]
        case "awaited":
            return [Fact("Answered", "Not yet", known=False, says="It has not answered yet.")]
    if answer.has_file or (answer.outcome in GAVE_FIGURES and not answer.from_print):
        when = answer.outcome_when
        says = f"It answered {on_or_in(when)}." if when else "It answered; the date is not known."
        text, ours = (
            when or "Yes; the date is not known",
            "have" if answer.has_file else "do not have",
        )
        return [
            Fact("Answered", text, known=bool(when), says=says),
            _given("Reference", reference),
            Fact("The file itself", f"We {ours} it", answer.has_file, f"We {ours} the file."),
        ]
    published = _published(answer)
    answered = replace(
        _given("Answered", published), says=ended(published or "Its answer is not known")
    )
    return [answered, _given("Date, reference", reference), not_ours]


def _published(answer: Answer) -> str:
    """Which figures came by an answer that is known from print; nothing where none did."""
    if not answer.printed:
        return ""
    years = reasons.in_a_row(answer.printed)
    figures = f"{'The figure' if len(answer.printed) == 1 else 'Figures'} for {years}"
    by_print = answer.from_print and answer.printed_when
    return f"{figures}, published by {answer.printed_when}" if by_print else figures


def _all_answers(area: str, answers: Sequence[Answer], totals: tuple[Total, ...]) -> list[Fact]:
    """For a force without any figure: each round, what is known and what is not."""
    facts = [
        Fact(
            f"About {answer.years[-1].label}",
            f"{_asked_sentence(answer)} {_outcome(area, answer, totals)}",
            known=answer.outcome in GAVE_FIGURES or answer.outcome in _WITHOUT_FIGURES,
        )
        for answer in answers
    ]
    return [*facts, Fact("Date, reference, file", "Not known", known=False)]


def _outcome(area: str, answer: Answer, totals: tuple[Total, ...]) -> str:
    total = newest_total(totals, answer.years[-1])
    if answer.outcome in GAVE_FIGURES:
        all_did = total and total.is_of_all and total.asked == answer.asked
        did = (
            f"All {answer.asked} gave figures, so {area} did too" if all_did else f"{area} answered"
        )
        return f"{did}; we do not have that figure."
    if answer.outcome in _WITHOUT_FIGURES:
        return reasons.sentence(_WITHOUT_FIGURES[answer.outcome], area)
    unknown = f"We do not know whether {area} answered."
    if not (total and total.asked and total.with_figures and total.in_records is not None):
        return unknown
    return (
        f"{unknown} Of the {total.asked}, {total.with_figures} gave figures, and we have "
        f"{total.in_records} of those. {area} may be among the other "
        f"{total.with_figures - total.in_records}."
    )
