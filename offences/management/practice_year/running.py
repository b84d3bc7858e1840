"""The round in the middle: every state of the board has a force, and the rest are spread."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, cycle

from offences import counts
from offences import models as db
from offences.intake import returns
from offences.management.practice_year import files, past
from offences.management.practice_year.dates import at
from offences.management.practice_year.past import Outcome, PracticeOffice
from offences.rounds.board import BoardState

Step = db.FoiStep
FIRST = (
    *(BoardState.OVERDUE, BoardState.DUE_TODAY, BoardState.WITH_US, BoardState.REVIEW_OVERDUE),
    *(BoardState.TO_STORE, BoardState.PART_ANSWERED, BoardState.TO_CHECK, BoardState.REFUSED),
    BoardState.SENT_BACK,
    *(BoardState.WAITING, BoardState.ACKNOWLEDGED, BoardState.EXTENDED, BoardState.IN_REVIEW),
    *(BoardState.WITH_ICO, BoardState.NO_RESPONSE, BoardState.CHECKED, BoardState.UNKNOWN),
)
"""One force each; *not sent* is a second request to the force that refused."""
REST = (
    *(BoardState.CHECKED, BoardState.CHECKED, BoardState.TO_CHECK, BoardState.OVERDUE),
    *(BoardState.CHECKED, BoardState.TO_STORE, BoardState.CHECKED, BoardState.ACKNOWLEDGED),
    *(BoardState.CHECKED, BoardState.WAITING),
)
"""The states of all other forces, over and over."""
ENTERED = (BoardState.TO_CHECK, BoardState.SENT_BACK, BoardState.CHECKED)
QUESTION = "“Do you mean financial years, from April to March, or calendar years?”"
UPLOADED = 2  # files that wait to be stored; of the other forces the answer lies in the inbox
OUTCOMES = {
    BoardState.PART_ANSWERED: Outcome.PART,
    BoardState.REFUSED: Outcome.REFUSED,
    BoardState.IN_REVIEW: Outcome.REFUSED,
    BoardState.REVIEW_OVERDUE: Outcome.REFUSED,
    BoardState.WITH_ICO: Outcome.REFUSED,
    BoardState.NO_RESPONSE: Outcome.NO_RESPONSE,
    BoardState.UNKNOWN: Outcome.UNKNOWN,
}


@dataclass(frozen=True)
class DatedStep:
    """One step of a request before it is stored."""

    kind: str
    on: dt.date
    section: str = ""
    until: dt.date | None = None
    partial: bool = False
    note: str = ""


def make(office: PracticeOffice) -> tuple[db.FoiRound, Mapping[str, BoardState]]:
    """The round, its requests in all their states, and which force is in which."""
    newest = office.dates.newest_year.start
    round_ = past.make_round(office, past.ROUNDS + 1, office.dates.sent, newest)
    _plan(office, round_)
    states = _states(office)
    submissions = _submissions(office, round_, states)
    _enter(office, round_, submissions, states)
    _upload(office, submissions, states)
    return round_, states


def _plan(office: PracticeOffice, round_: db.FoiRound) -> None:
    """The dates up to the event that its figures are for."""
    event, back = office.dates.event, office.days.before
    round_.event = db.CampaignEvent.objects.filter(embargo_at__gte=at(event, 0)).first()
    round_.send_on = office.dates.sent
    round_.freeze_on = max(back(event, 5), office.dates.today)
    round_.confirm_on = max(back(event, 3), round_.freeze_on)
    round_.sign_off_on = max(back(event, 2), round_.confirm_on)
    round_.save()


def _states(office: PracticeOffice) -> dict[str, BoardState]:
    forces = [force.slug for force in office.country.forces]
    office.rng("states").shuffle(forces)
    return dict(zip(forces, chain(FIRST, cycle(REST)), strict=False))


def _submissions(
    office: PracticeOffice, round_: db.FoiRound, states: Mapping[str, BoardState]
) -> dict[str, db.FoiSubmission]:
    made, steps = {}, []
    for n, force in enumerate(office.country.forces):
        state = states[force.slug]
        of_force = list(_steps(office, state, office.rng(f"steps of {force.slug}").randrange(6)))
        outcome = OUTCOMES.get(state, Outcome.AWAITED)
        made[force.slug] = db.FoiSubmission(
            round=round_,
            force=force,
            reference=f"PRACTICE/{office.dates.sent:%y}/{100 + n}",
            outcome=outcome,
            outcome_on=next((e.on for e in of_force if e.kind == Step.REFUSED), None),
            reason=past.TOO_LONG if outcome == Outcome.REFUSED else "",
        )
        steps += [(made[force.slug], step) for step in of_force]
    db.FoiSubmission.objects.bulk_create(made.values(), batch_size=500)
    by = office.staff["data-officer"]
    db.FoiEvent.objects.bulk_create(
        [
            db.FoiEvent(
                submission=submission, recorded_by=by, recorded_at=at(step.on, 16), **vars(step)
            )
            for submission, step in steps
        ],
        batch_size=500,
    )
    past.claim_cost(office, [each for each in made.values() if each.outcome == Outcome.REFUSED])
    refused = next(slug for slug, state in states.items() if state is BoardState.REFUSED)
    db.FoiSubmission.objects.create(
        round=round_,
        force=made[refused].force,
        number=2,
        follows=made[refused],
        note="Asks for the totals alone, which section 12 should not stop.",
    )
    return made


def _steps(office: PracticeOffice, state: BoardState, spread: int) -> Iterator[DatedStep]:
    """The dated steps that bring a request into this state; `spread` is a few working days."""
    dates, after = office.dates, office.days.after
    late = state in (BoardState.WAITING, BoardState.ACKNOWLEDGED, BoardState.EXTENDED)
    sent = dates.sent_late if late else dates.sent
    yield DatedStep(Step.SENT, sent)
    if state not in (BoardState.WAITING, BoardState.NO_RESPONSE):
        yield DatedStep(Step.ACKNOWLEDGED, after(sent, 1))
    if state is BoardState.DUE_TODAY:
        yield DatedStep(Step.EXTENSION_CLAIMED, after(sent, 18), "43(2)", dates.today)
    elif state is BoardState.EXTENDED:
        yield DatedStep(Step.EXTENSION_CLAIMED, dates.back(2), "24", after(sent, 30))
    elif state is BoardState.OVERDUE and not spread:  # a mistake: it allows no more time
        yield DatedStep(Step.EXTENSION_CLAIMED, after(sent, 17), "40(2)")
    elif state is BoardState.WITH_US:
        yield DatedStep(Step.CLARIFICATION_ASKED, after(sent, 15), "1(3)", note=QUESTION)
    elif state in (*ENTERED, BoardState.TO_STORE):
        yield DatedStep(Step.ANSWERED, after(sent, 15 + 2 * spread))
    elif state is BoardState.PART_ANSWERED:
        yield DatedStep(Step.ANSWERED, after(sent, 20), partial=True)
    elif state is BoardState.REFUSED:
        yield DatedStep(Step.REFUSED, after(sent, 19))
    elif state in (BoardState.IN_REVIEW, BoardState.REVIEW_OVERDUE, BoardState.WITH_ICO):
        yield DatedStep(Step.REFUSED, after(sent, 3))
        asked = dates.back(10) if state is BoardState.IN_REVIEW else after(sent, 4)
        yield DatedStep(Step.REVIEW_ASKED, asked)
        if state is BoardState.WITH_ICO:
            yield DatedStep(Step.REVIEW_ANSWERED, after(sent, 24))
            yield DatedStep(Step.ICO_COMPLAINED, dates.back(4))


def _enter(
    office: PracticeOffice,
    round_: db.FoiRound,
    submissions: Mapping[str, db.FoiSubmission],
    states: Mapping[str, BoardState],
) -> None:
    """Enter the answers of those that are to be checked, and check those that are."""
    years = range(round_.first_year, round_.last_year + 1)
    given = {
        slug: tuple(office.numbers[slug].answer(years))
        for slug, state in states.items()
        if state in ENTERED
    }
    past.enter(office, round_, given, office.dates.back(3))
    checked = [submissions[slug] for slug in given if states[slug] is BoardState.CHECKED]
    past.check(office, checked, office.dates.back(1))
    for slug, state in states.items():
        if state is BoardState.SENT_BACK:
            _send_back(office, submissions[slug])


def _send_back(office: PracticeOffice, submission: db.FoiSubmission) -> None:
    submission.refresh_from_db()
    counts.send_back(
        submission,
        by=office.staff["checker"],
        now=at(office.dates.back(1), 16),
        reason="The letter speaks of calendar years. Please ask the force for financial years.",
        edition=submission.edition,
    )


def _upload(
    office: PracticeOffice,
    submissions: Mapping[str, db.FoiSubmission],
    states: Mapping[str, BoardState],
) -> None:
    """Upload the first files of the forces that answered; nothing of them is stored yet."""
    waiting = [slug for slug, state in states.items() if state is BoardState.TO_STORE]
    by, now = office.staff["data-officer"], at(office.dates.back(1), 15)
    for slug in waiting[:UPLOADED]:
        name = f"practice-{slug}.xlsx"
        data = files.workbook({"Return": files.table(office, submissions[slug])}, now)
        returns.upload(submissions[slug], data, name, by=by, now=now)
