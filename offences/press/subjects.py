"""A force and a measure in words: what its page and its press release are made of."""

from collections.abc import Sequence

from django.utils.timezone import localtime

from offences.claims.facts import Facts
from offences.models import Force, Measure, ReleasedResponse
from offences.statistics.dates import in_words
from offences.statistics.years import Year, years_between
from offences.trends import Trend
from offences.words.answers import Answer
from offences.words.page import Briefing, Subject, brief


def subject_of(force: Force, measure: Measure) -> Subject:
    return Subject(
        name=force.at_start,
        short_name=force.in_sentence,
        area=force.area,
        phrase=measure.phrase,
        phrase_singular=measure.phrase_singular,
    )


def facts_of(trend: Trend, latest: Year | None = None) -> Facts:
    """A force's released figures as facts; `latest` is the newest year anything is known of."""
    newest = trend.points[-1].year if trend.points else Year(trend.release.year)
    return Facts(
        place=subject_of(trend.force, trend.measure).name,
        measure=trend.measure.phrase,
        latest=latest or newest,
        series=trend.series,
        scope="force",
        published_on=localtime(trend.release.public_at).date() if trend.release.public_at else None,
    )


def answers_of(trend: Trend) -> list[Answer]:
    """The force's answers in each round of the release, newest first."""
    return [_answer(response, trend) for response in trend.responses]


def _answer(response: ReleasedResponse, trend: Trend) -> Answer:
    came = [p for p in trend.points if p.round == response.round and not p.cell.is_missing]
    return Answer(
        round_name=response.round_name,
        asked=response.round_asked,
        years=years_between(Year(response.round_first_year), Year(response.round_last_year)),
        outcome=response.outcome,
        outcome_when=in_words(response.outcome_on, response.outcome_precision),
        reference=response.reference,
        reason=response.reason,
        source_when=in_words(response.source_on, response.source_precision),
        printed=tuple(p.year for p in came),
        printed_when=came[-1].vintage if came else "",
        has_file=response.has_file,
        from_print=bool(came) and all(p.source_kind == "publication" for p in came),
    )


def briefing_of(trend: Trend, office: Sequence[str] = ()) -> Briefing:
    """The sentences of a force's page for one measure."""
    return brief(
        subject_of(trend.force, trend.measure),
        facts_of(trend),
        totals=trend.totals,
        sums=trend.sums,
        answers=answers_of(trend),
        later=trend.later,
        office=tuple(office),
        remarks={p.year: p.note for p in trend.points if p.note},
    )
