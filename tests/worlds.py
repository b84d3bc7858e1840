"""Small made-up worlds. Names are not those of real forces."""

import datetime as dt
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from unittest.mock import patch

from django.contrib.auth.models import Group, User
from django.db import connection
from django_tasks_db.management.commands import db_worker

from offences import counts, press, releases
from offences.counts import CellChange, CellKey, save_cells
from offences.models import (
    Breakdown,
    Campaign,
    CampaignEvent,
    Category,
    Document,
    EventQuote,
    EventSigner,
    FoiRound,
    FoiSubmission,
    Force,
    ForceSpelling,
    Measure,
    NationalBlock,
    ReviewKind,
    SentLetter,
    SignRole,
    release_step,
)
from offences.press.signing import _record
from offences.releases import screening_steps
from offences.releases.screening.finding import Finding
from offences.statistics.notation import read_entry
from tests import rows

NOW = dt.datetime(2019, 6, 20, 9, 42, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(hours=1)

OFFENCES = (
    "Causing or inciting sexual activity",
    "Sexual communication with a child",
    "Sexual assault",
)


def role(name: str) -> Group:
    """A role of staff, as migrations made it."""
    return Group.objects.get(name=name)


def demo() -> None:
    """The demonstration, in a database where nothing else stands: loaded once, then copied."""
    rows.demo()


class World(SimpleNamespace):
    """A made-up world around one measure, as rows.kept copies it."""

    def cell(self, year: int, category: str = "total") -> CellKey:
        return cell(self.measure, year, category)

    def released(self, public_at: dt.datetime = NOW, **more):
        """A release of the measure's figures up to 2018, approved."""
        asked = {"title": "The figures", "year": 2018, "last_round": self.round} | more
        made = releases.prepare(self.measure, by=self.officer, now=NOW, **asked)
        approve(made, by=self.approver, now=NOW, public_at=public_at)
        return made


def work() -> None:
    """The worker does all that waits for it, on the test's own connection, which stays open."""
    worker = db_worker.Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="tests",
        excluded_queue_names=[],
    )
    with patch.object(db_worker, "close_old_connections"):
        worker.run()


def person(name: str, *roles: str, superuser: bool = False) -> User:
    """A member of staff, such as person("Ann Lee", "Data officer")."""
    first, _, last = name.partition(" ")
    user = User.objects.create_user(
        name.lower().replace(" ", "."),
        first_name=first,
        last_name=last,
        is_staff=True,
        is_superuser=superuser,
    )
    user.groups.set([role(name) for name in roles])
    return user


PEOPLE = {
    "officer": ("Ann Lee", "Data officer"),
    "colleague": ("Bo Day", "Data officer"),
    "checker": ("Cy Moss", "Checker"),
    "press": ("Di Fox", "Press officer"),
    "approver": ("Ed Hay", "Approver"),
    "lead": ("Gil Roe", "Data lead"),
}
"""The people of a small world, by what the tests call them."""


def team(*names: str) -> dict[str, User]:
    """The people of a small world, such as World(**team("officer", "checker"))."""
    return {name: person(*PEOPLE[name]) for name in names}


def at_once(*steps: Callable[[], object]) -> list[object]:
    """Take these steps at the same moment, each with its own connection; what each gave or raised.

    The test has django_db(transaction=True), so that the steps see each other's rows.
    """
    together = threading.Barrier(len(steps))

    def take(step: Callable[[], object]) -> object:
        try:
            together.wait()
            return step()
        except Exception as raised:
            return raised
        finally:
            connection.close()

    with ThreadPoolExecutor(len(steps)) as pool:
        return list(pool.map(take, steps))


def force(area: str = "Northshire", *, spellings: Iterable[str] = ()) -> Force:
    slug = area.lower().replace(" ", "-")
    made = Force.objects.create(
        slug=slug,
        name=f"{area} Police",
        short_name=f"{area} Police",
        area=area,
        nation="England",
        region="North",
        foi_office=slug,
    )
    for spelling in (area, f"{area} Police", *spellings):
        ForceSpelling.objects.create(force=made, spelling=spelling)
    return made


def measure(slug: str = "online", *, name: str = "Online sexual offences") -> Measure:
    """A measure with its total; split it with `breakdown`."""
    made = Measure.objects.create(
        slug=slug,
        name=name,
        phrase="online sexual offences",
        phrase_singular="online sexual offence",
        headline_phrase="online offences",
        definition="Offences that the force marked as online.",
        first_year=2015,
    )
    whole = Breakdown.objects.create(
        measure=made, slug="total", name="Total", kind="total", position=1
    )
    Category.objects.create(breakdown=whole, slug="total", name="Total", is_total=True)
    return made


def breakdown(
    of: Measure, names: Iterable[str] = OFFENCES, *, slug: str = "offence", complete: bool = True
) -> Breakdown:
    """A split of a measure, with its own stated total."""
    made = Breakdown.objects.create(
        measure=of,
        slug=slug,
        name=f"By {slug}",
        kind="offence",
        complete=complete,
        position=of.breakdowns.count() + 1,
    )
    rows = [*names]
    Category.objects.bulk_create(
        Category(breakdown=made, slug=f"{slug}-{i}", name=name, position=i)
        for i, name in enumerate(rows, 1)
    )
    Category.objects.create(
        breakdown=made, slug="total", name="Total", is_total=True, position=len(rows) + 1
    )
    return made


def round_of(*measures: Measure, slug: str = "2019", years: tuple[int, int] = (2016, 2018)):
    made = FoiRound.objects.create(
        slug=slug, name=f"Round {slug}", number=int(slug), first_year=years[0], last_year=years[1]
    )
    made.measures.set(measures)
    return made


def publication(title: str = "Northshire Gazette", when: dt.date = dt.date(2019, 6, 25)):
    return Document.objects.create(
        kind="publication",
        title=title,
        url=f"https://example.org/{title.lower().replace(' ', '-')}",
        published_on=when,
    )


def submission(to: Force, of: FoiRound, *documents: Document, outcome: str = "answered"):
    made = FoiSubmission.objects.create(round=of, force=to, outcome=outcome)
    made.documents.set(documents)
    return made


def cell(of: Measure, year: int, category: str = "total") -> CellKey:
    """The key of one cell, by its category's name or, for the measure's total, "total"."""
    found = Category.objects.filter(breakdown__measure=of)
    if category == "total":
        found = found.filter(breakdown__kind="total")
    else:
        found = found.filter(name=category)
    return (of.pk, year, found.get().pk)


def typed(text: str, document: Document | None = None, **more) -> CellChange:
    return CellChange(read_entry(text), document=document, as_written=text, **more)


def enter(into: FoiSubmission, texts: dict[CellKey, str], by: User, now: dt.datetime = NOW, **more):
    """Type these texts into these cells."""
    return save_cells(into, {k: typed(t) for k, t in texts.items()}, by=by, now=now, **more)


def check(made: FoiSubmission, by: User, now: dt.datetime = NOW, **more) -> None:
    """Answer each red line of a return and mark it as checked."""
    lines = counts.red_lines(made, made.counts.current())
    counts.save_check_answers(made, {line.key: "So it is." for line in lines}, by=by, now=now)
    counts.mark_checked(made, by=by, now=now, **more)


def sent_letter(made: FoiSubmission, by: User, to: str = "foi@example.org") -> SentLetter:
    return SentLetter.objects.create(
        submission=made,
        kind="sent",
        to=to,
        subject="Our request",
        body="Dear team,",
        message_id="<1@example.org>",
        reserved_by=by,
        reserved_at=NOW,
        started_at=NOW,
        sent_at=NOW,
    )


def explain(release, by: User, words: str = "A slip of the pen was put right") -> None:
    """Say why each figure of a release is another than before, where nobody has said it."""
    for each in releases.revisions_without_reason(release):
        releases.give_reason(release, each, words=words, by=by, now=NOW)


def event(release=None, *, slug: str = "conference", **more) -> CampaignEvent:
    """An event whose ask and quote are approved, as they are before its texts are issued."""
    campaign, _ = Campaign.objects.get_or_create(
        slug="law",
        name="A safer law",
        charity="the Harbour Trust",
        ask="The Harbour Trust is calling on the government for a safer law.",
        short_ask="The Harbour Trust calls for a safer law",
        about="The Harbour Trust is a made-up charity.",
    )
    made = CampaignEvent.objects.create(
        slug=slug,
        name="The Conference",
        description="a day of talks",
        campaign=campaign,
        release=release,
        embargo_at=dt.datetime(2019, 6, 24, 23, 1, tzinfo=dt.UTC),
        contact="press@example.org",
        **more,
    )
    quote = EventQuote(event=made, words="We ask for a safer law.", name="Ira Vale", title="head")
    for words in (campaign, quote):
        words.approved_hash, words.approved_at = words.words_hash, NOW
        words.approved_by = User.objects.first() or person("Ira Vale")
        words.save()
    return made


def sign(texts, by: User, now: dt.datetime = NOW, *, roles=SignRole, words: str = "") -> None:
    """One person, who is named for every role, has approved the shared words and signed."""
    for text in texts:
        event = CampaignEvent.objects.get(pk=text.event_id)
        for block in NationalBlock.objects.filter(event=event):
            block.approved_by, block.approved_at, block.approved_hash = by, now, block.words_hash
            block.save()
        (state,) = press.states_of(event, [text])
        for role in roles:
            signer, _ = EventSigner.objects.active().get_or_create(
                event=event,
                role=role,
                account=by,
                is_deputy=False,
                defaults={
                    "name": by.get_full_name() or by.username,
                    "email": by.email or f"{by.username}@example.org",
                    "due_on": now.date(),
                    "named_by": by,
                    "named_at": now,
                },
            )
            _record([state], ReviewKind.APPROVED, signer, by, now, words)


def issue(text, by: User, now: dt.datetime = NOW, *, words: str = "Looked at.", **more):
    """Sign a text in every role as one person, and issue it."""
    if text.event.release and not text.event.release.withdrawn_at:
        sign([text], by, now, words=words)
    return press.issue(text, by=by, now=now, **more)


def issue_all(texts, officer: User, approver: User) -> None:
    """Issue texts; one that is held goes out all the same, as the officer's own text."""
    for text in texts:
        if text.held:
            press.save_edits(text, by=officer, now=NOW)
        issue(text, by=approver, now=LATER)


def approve(
    release, by: User, now: dt.datetime, public_at: dt.datetime, *, explained: bool = True, **more
) -> None:
    """Take a prepared release through every step: answered, screened, sent to review, approved.

    `explained` says why each figure is another than before, where nobody has said it.
    """
    found = to_review(release, now, explained=explained)
    with patch.object(screening_steps, "screen", lambda *_: found):
        releases.approve(release, by=by, now=now, public_at=public_at, **more)


def to_review(release, now: dt.datetime, *, explained: bool = True) -> list[Finding]:
    """Answered by a data lead, screened and sent to review by who prepares; what was found."""
    lead = User.objects.filter(username="lou.field").first() or person("Lou Field", "Data lead")
    second = User.objects.filter(username="sam.ray").first() or person("Sam Ray", "Data officer")
    if explained:
        explain(release, by=second)
    # No figure changes from here to the approval, which copies all of it anew.
    copy = releases.snapshot(release)
    found = releases.screen(release, copy)
    same = {"snapshot": lambda _: copy, "screen": lambda *_: found}
    with patch.multiple(screening_steps, **same):
        told = releases.screening(release, copy)
        for by, is_error in ((lead, True), (second, False)):
            left = [e.finding for e in told if not e.is_answered and e.finding.is_error == is_error]
            releases.answer_all(release, left, "It is so.", by=by, now=now)
        releases.mark_screened(release, by=second, now=now)
        releases.send_to_review(release, by=second, now=now)
    return found


def as_if(rows, **fields) -> None:
    """Releases as other steps or another day would have left them: what follows is tested."""
    with release_step():
        rows.update(**fields)
