"""The past rounds: asked, answered, entered, checked, released by the product’s own steps."""

import csv
import datetime as dt
import io
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import batched

from django.contrib.auth.models import User

from offences import models as db
from offences import press, releases
from offences.counts import mark_checked
from offences.foi_clock import WorkingDays
from offences.intake import workbook
from offences.management.demo.speech import sign_and_issue, to_review
from offences.management.practice_year.country import Country
from offences.management.practice_year.dates import PracticeDates, at
from offences.management.practice_year.numbers import SPLITS, AnswerRow, ForceNumbers
from offences.refused import Refused
from offences.rounds.merging import default_text
from offences.statistics.years import Year
from offences.words.site import PRACTICE

ROUNDS = 5
COLUMNS = ("force", "round", "measure", "breakdown", "category", "year", "value", "practice")
RETURNS_IN_A_FILE = 500  # of some 50 rows: a file has at most 100,000
MOST_WITH_A_BREAKDOWN = 60  # forces
TOO_LONG = "Section 12(1): it would cost more than the law asks"
WORDS_BEFORE = dt.timedelta(days=60)  # an event's words are approved before its day
ISSUED = 4  # texts of last year's event, besides that of all forces
Outcome = db.FoiSubmission.Outcome


@dataclass(frozen=True)
class PracticeOffice:
    """The people who take the steps, the days, and the numbers that the forces answer with."""

    country: Country
    dates: PracticeDates
    staff: Mapping[str, User]
    numbers: Mapping[str, ForceNumbers]

    @property
    def days(self) -> WorkingDays:
        return self.dates.days

    def rng(self, what: str) -> random.Random:
        return random.Random(f"{self.country.seed} {what}")


@dataclass(frozen=True)
class PastAnswer:
    """How one force answered in one round."""

    outcome: db.FoiSubmission.Outcome
    after: int  # working days from the letter
    section: str = ""
    rows: Sequence[AnswerRow] = ()


def make_round(
    office: PracticeOffice, number: int, sent: dt.date, newest: int, *, years: int = 2
) -> db.FoiRound:
    """A round about the last financial years, with its letter."""
    round_ = db.FoiRound.objects.create(
        slug=f"practice-{sent.year}",
        name=f"Practice round {sent.year}",
        number=number,
        first_year=newest - years + 1,
        last_year=newest,
        sent_on=sent,
        letter=_letter(),
    )
    round_.measures.set([office.country.measure])
    return round_


def _letter() -> str:
    """The letter that every round begins with, which also says that it is made up."""
    subject, _, words = default_text(db.LetterKind.SENT).partition("\n\n")
    return f"{subject}\n\n{PRACTICE}\n\n{words}"


def make(office: PracticeOffice, report: Callable[[str], object]) -> None:
    """All past rounds, the oldest first, each with its release."""
    for number in range(1, ROUNDS + 1):
        years_ago = ROUNDS + 1 - number
        sent = office.dates.anniversary(office.dates.sent, years_ago)
        newest = office.dates.newest_year.start - years_ago
        round_ = make_round(office, number, sent, newest, years=3 if number == 1 else 2)
        answers = {force.slug: _answer(office, force, round_) for force in office.country.forces}
        submissions = _submissions(office, round_, answers)
        given = {slug: answer.rows for slug, answer in answers.items() if answer.rows}
        entered = office.days.after(sent, 35)
        enter(office, round_, given, entered)
        check(office, [submissions[slug] for slug in given], office.days.after(entered, 2))
        counts = sum(map(len, given.values()))
        report(
            f"  {round_.name}, {number} of {ROUNDS}: {counts:,} counts of {len(given)} forces are "
            "entered and checked; its release …"
        )
        _release(office, round_, office.dates.anniversary(office.dates.event, years_ago))


def _answer(office: PracticeOffice, force: db.Force, round_: db.FoiRound) -> PastAnswer:
    rng = office.rng(f"answer of {force.slug} in {round_.slug}")
    years = range(round_.first_year, round_.last_year + 1)
    after, kind = rng.randrange(6, 27), rng.random()
    if kind < 0.04:
        return PastAnswer(Outcome.REFUSED, after, "12")
    if kind < 0.07:
        return PastAnswer(Outcome.NO_RESPONSE, 30)
    numbers = office.numbers[force.slug]
    rows = numbers.answer(
        years,
        splits=() if kind < 0.15 else SPLITS,
        withholds=rng.random() < 0.15,
        restated=1 + rng.gauss(0, 0.05) if rng.random() < 0.1 else 1,
        not_held="platform" if rng.random() < 0.2 else "",
    )
    return PastAnswer(Outcome.PART if kind < 0.15 else Outcome.ANSWERED, after, "", tuple(rows))


def _submissions(
    office: PracticeOffice, round_: db.FoiRound, answers: Mapping[str, PastAnswer]
) -> dict[str, db.FoiSubmission]:
    """The requests of a round with their steps; a step is dated and recorded on its own day."""
    assert round_.sent_on
    by, made, steps = office.staff["data-officer"], {}, []
    for n, force in enumerate(office.country.forces):
        answer = answers[force.slug]
        ended = office.days.after(round_.sent_on, answer.after)
        made[force.slug] = db.FoiSubmission(
            round=round_,
            force=force,
            reference=f"PRACTICE/{round_.sent_on:%y}/{100 + n}",
            outcome=answer.outcome,
            outcome_on=ended,
            reason=TOO_LONG if answer.section else "",
        )
        steps += [(force.slug, db.FoiStep.SENT, round_.sent_on)]
        steps += [(force.slug, db.FoiStep.ACKNOWLEDGED, office.days.after(round_.sent_on, 2))]
        if answer.outcome != Outcome.NO_RESPONSE:
            kind = db.FoiStep.REFUSED if answer.section else db.FoiStep.ANSWERED
            steps += [(force.slug, kind, ended)]
    db.FoiSubmission.objects.bulk_create(made.values(), batch_size=500)
    db.FoiEvent.objects.bulk_create(
        [
            db.FoiEvent(
                submission=made[slug], kind=kind, on=on, recorded_by=by, recorded_at=at(on, 16)
            )
            for slug, kind, on in steps
        ],
        batch_size=500,
    )
    claim_cost(office, [made[slug] for slug, answer in answers.items() if answer.section])
    return made


def claim_cost(office: PracticeOffice, submissions: Iterable[db.FoiSubmission]) -> None:
    """Record that these forces refused under section 12, each on the day of its refusal."""
    by = office.staff["data-officer"]
    db.Exemption.objects.bulk_create(
        db.Exemption(
            submission=each,
            section="12",
            subsection="(1)",
            quote="To find the figures would take more than 18 hours.",
            public_interest=db.PublicInterest.NOT_NEEDED,
            recorded_by=by,
            recorded_at=at(each.outcome_on or office.dates.today, 16),
        )
        for each in submissions
    )


def enter(
    office: PracticeOffice,
    round_: db.FoiRound,
    given: Mapping[str, Sequence[AnswerRow]],
    on: dt.date,
) -> None:
    """Have the answers entered from spreadsheets, as an officer uploads them: preview, confirm."""
    by, nothing = office.staff["data-officer"], workbook.UploadDefaults()
    for number, some in enumerate(batched(given.items(), RETURNS_IN_A_FILE), 1):
        data = _spreadsheet(office, round_, dict(some))
        name = f"practice-{round_.slug}-{on:%Y-%m-%d}-{number}.csv"
        shown = workbook.preview(data, name, nothing, by=by, now=at(on))
        if not shown.may_confirm:
            raise Refused(f"{name}: {[row.reason for row in shown.rows if row.reason][:3]}")
        workbook.confirm(data, name, nothing, shown.fingerprint, by=by, now=at(on))


def _spreadsheet(
    office: PracticeOffice, round_: db.FoiRound, given: Mapping[str, Sequence[AnswerRow]]
) -> bytes:
    text, measure = io.StringIO(), office.country.measure.slug
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for slug, rows in given.items():
        for row in rows:
            year = Year(row.year).label
            writer.writerow(
                (slug, round_.slug, measure, row.split, row.part, year, row.text, "made up")
            )
    return text.getvalue().encode()


def check(office: PracticeOffice, submissions: Iterable[db.FoiSubmission], on: dt.date) -> None:
    """Have a second person check these returns."""
    for each in submissions:
        mark_checked(each, by=office.staff["checker"], now=at(on), confirm_zeros=True)


def _release(office: PracticeOffice, round_: db.FoiRound, event_on: dt.date) -> None:
    officer, year = office.staff["data-officer"], Year(round_.last_year)
    signed = at(event_on - dt.timedelta(days=3))
    # The first release with a breakdown. What to hide among hundreds of forces takes too long here.
    if round_.number == ROUNDS and len(office.country.forces) <= MOST_WITH_A_BREAKDOWN:
        _publish_a_breakdown(office, signed)
    release = releases.prepare(
        office.country.measure,
        title=f"Practice: online offences to {year} (made up)",
        year=year.start,
        last_round=round_,
        note=PRACTICE,
        by=officer,
        now=signed,
    )
    for each in releases.revisions_without_reason(release):
        words = "The force corrected its answer"
        releases.give_reason(release, each, words=words, by=officer, now=signed)
    words = "Asked of the force, which says that it is so. Made up for practice."
    to_review(release, officer, office.staff["data-lead"], signed, words)
    opens = at(event_on, 0, 1)
    releases.approve(release, by=office.staff["approver"], now=signed, public_at=opens)


def _publish_a_breakdown(office: PracticeOffice, now: dt.datetime) -> None:
    measure = office.country.measure
    rule = db.DisclosureRule.objects.create(
        measure=measure,
        reason=f"{PRACTICE} Small counts are hidden as they would be in a real release.",
        decided_by=office.staff["data-lead"],
        decided_at=now,
    )
    rule.breakdowns.set(measure.breakdowns.filter(kind=db.BreakdownKind.SEX))


def events(office: PracticeOffice) -> None:
    """The event in some days, without a release yet, and last year's with its texts."""
    campaign = db.Campaign.objects.create(
        slug="practice-lantern",
        name="Safer Services",
        charity="the Lantern Trust",
        ask="The Lantern Trust (made up) is calling on the government for safer services.",
        short_ask="The Lantern Trust calls for safer services",
        about="The Lantern Trust is a charity that is made up for practice.",
    )
    last = db.Release.objects.order_by("-number").first()
    event_on = office.dates.event
    last_event_on = office.dates.anniversary(event_on, 1)
    _approve(office, campaign, at(last_event_on - WORDS_BEFORE))
    for on, release in ((last_event_on, last), (event_on, None)):
        event = db.CampaignEvent.objects.create(
            slug=f"practice-conference-{on.year}",
            name=f"Practice conference {on.year}",
            description="a conference, made up for practice",
            campaign=campaign,
            release=release,
            embargo_at=at(on, 0, 1),
            contact="There is no press office: this is practice.",
            notice=PRACTICE,
        )
        quote = db.EventQuote(
            event=event,
            words="We ask for services that keep children safe.",
            name="Sam Lark",
            title="a person who is made up for practice",
        )
        _approve(office, quote, at(on - WORDS_BEFORE))
        if release:
            _texts(office, event, at(on - dt.timedelta(days=2)))


def _approve(office: PracticeOffice, words: db.Campaign | db.EventQuote, now: dt.datetime) -> None:
    press.record_writer(words, office.staff["press-officer"])
    words.save()
    press.approve_words(words, by=office.staff["approver"], now=now, seen=words.words_hash)


def _texts(office: PracticeOffice, event: db.CampaignEvent, now: dt.datetime) -> None:
    drafts = press.draft_event(event, by=office.staff["press-officer"], now=now)
    for text in _to_issue(drafts):
        sign_and_issue(text, office.staff["approver"], now)


def _to_issue(drafts: Sequence[db.PressRelease]) -> Iterator[db.PressRelease]:
    """The text of all forces and those of some forces; the others stay drafts."""
    of_forces = [text for text in drafts if text.body_kind == db.PressBody.FORCE]
    yield from (text for text in drafts if text.body_kind != db.PressBody.FORCE)
    yield from of_forces[:ISSUED]
