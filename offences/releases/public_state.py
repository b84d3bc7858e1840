"""What is public at one moment: releases, texts, remarks and reference rows.

Each request carries it. What a release holds never changes, so a page is made from this state and
from rows that never change.
Each process reads the state at most twice a second, and at once when the next known minute opens.
"""

import datetime as dt
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.db.models import Min, Model, StringAgg, Value
from django.http import HttpRequest
from django.utils import timezone

from offences import models as db
from offences.finder import ForceNames
from offences.postgresql.patience import silence_of
from offences.releases.prerelease_access import EarlyView
from offences.replica import Following, primary_alone
from offences.trends import newest_of
from offences.words.charity import NOT_SET_UP, CharityWords, charity

REFERENCE: tuple[type[Model], ...] = (
    *(db.Force, db.ForceSpelling, db.Measure, db.Campaign),
    *(db.Charity, db.Helpline),
)
"""The tables that can change and that public pages read; a test checks that no other is read."""

NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)
OTHERS_WAIT = 2.0  # seconds for one that reads, until they take what was read last


class PublicText(NamedTuple):
    """A public press release without its text: of which event, about whom, since when."""

    pk: int
    event: int
    release: int
    kind: str
    body: str
    place: str
    public_at: dt.datetime


@contextmanager
def one_snapshot() -> Iterator[None]:
    """Read everything in this block from one state of the database, whatever is committed.

    Only for code that writes nothing. Inside a transaction it reads what the transaction sees.
    """
    if connection.in_atomic_block:
        yield
        return
    with ExitStack() as stack:
        if connection.vendor == "sqlite":
            # Its transactions begin like those that write (settings). This one reads what was there
            # at its first query, and blocks nobody.
            connection.ensure_connection()
            sqlite: Any = connection
            usual, sqlite.transaction_mode = sqlite.transaction_mode, "DEFERRED"
            try:
                stack.enter_context(transaction.atomic())
            finally:
                sqlite.transaction_mode = usual
        else:
            stack.enter_context(transaction.atomic())
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def _values(row: Model) -> tuple[object, ...]:
    return tuple(vars(row)[field.attname] for field in row._meta.concrete_fields)


class Results:
    """Results computed from public rows; if there are too many, the least recent one is dropped.

    A result is named by the rows themselves, so it is valid until one of them changes. What a
    release holds never changes, and it is the same in every state that has the release.
    """

    MOST = 400

    def __init__(self) -> None:
        self._results: OrderedDict[bytes, Any] = OrderedDict()
        self._changing = threading.Lock()

    def cached[Result](
        self, what: Hashable, rows: Iterable[Model], make: Callable[[], Result]
    ) -> Result:
        """The result of `make` for these rows, and for the releases among them."""
        made_of = (what, charity(), [_values(row) for row in rows])
        name = hashlib.sha256(repr(made_of).encode()).digest()
        with self._changing:
            if name in self._results:
                self._results.move_to_end(name)
                return self._results[name]
        result = make()  # by two threads at once, perhaps: it comes out the same
        with self._changing:
            self._results[name] = result
            while len(self._results) > self.MOST:
                self._results.popitem(last=False)
        return result


@dataclass(frozen=True)
class PublicState:
    """Everything that is public at a moment, read from one state of the database.

    Its rows are shared by all requests of a process: nobody changes them.
    """

    at: dt.datetime
    measures: Sequence[db.Measure]  # in their order
    forces: Sequence[db.Force]  # by the name of their area
    force_names: tuple[ForceNames, ...]  # their names and spellings
    published: Sequence[db.Release]  # the withdrawn ones too; of each measure the newest first
    events: Sequence[db.CampaignEvent]  # those with a public text
    texts: Sequence[PublicText]  # the newest first
    remarks: Sequence[db.ReleasedRemark]
    is_made_up: bool  # everything on the site is, for practice
    charity: CharityWords = NOT_SET_UP
    results: Results = field(default_factory=Results, repr=False)

    @cached_property
    def releases(self) -> list[db.Release]:
        """The releases that are public: published and not withdrawn."""
        return [each for each in self.published if not each.withdrawn_at]

    @cached_property
    def newest(self) -> list[db.Release]:
        """The newest public release of each measure, in the measures' order."""
        return newest_of(self.releases)

    @cached_property
    def stamp(self) -> str:
        """A text that changes whenever anything changes that a page is made of."""
        campaigns = [event.campaign for event in self.events]
        rows = (self.measures, self.forces, self.published, self.events, campaigns)
        whole = hashlib.sha256(repr([[_values(row) for row in of] for of in rows]).encode())
        # A text or a remark itself never changes.
        kept = (
            self.force_names,
            [text.pk for text in self.texts],
            [remark.pk for remark in self.remarks],
        )
        whole.update(repr((kept, self.is_made_up, self.charity)).encode())
        return whole.hexdigest()

    def force(self, slug: str) -> db.Force | None:
        return next((force for force in self.forces if force.slug == slug), None)

    def release(self, measure: str, number: int) -> db.Release | None:
        """A release at its address: a withdrawn one too, for its address answers."""
        return next(
            (r for r in self.published if r.number == number and r.measure.slug == measure), None
        )

    def texts_of(self, event: str) -> list[PublicText]:
        of = {each.pk for each in self.events if each.slug == event}
        return [text for text in self.texts if text.event in of]

    def remarks_on(self, releases: Collection[db.Release], force: str) -> list[db.ReleasedRemark]:
        """What was said of one force's figures in these releases, in the order it was said."""
        wanted = {release.pk for release in releases}
        return [r for r in self.remarks if r.force == force and r.release_id in wanted]


def empty_state(at: dt.datetime) -> PublicState:
    """A state in which nothing is public, for pages that say nothing of figures."""
    return PublicState(at, [], [], (), [], [], [], [], is_made_up=False)


def read_public_state(at: dt.datetime, results: Results | None = None) -> PublicState:
    """Everything that is public at a moment; with the results computed before, if there are any."""
    with one_snapshot():
        measures = list(db.Measure.objects.order_by("position", "slug"))
        by_key = {measure.pk: measure for measure in measures}
        place = {measure.pk: n for n, measure in enumerate(measures)}
        published = list(db.Release.objects.published(at))
        for release in published:
            release.measure = by_key[release.measure_id]
        published.sort(key=lambda release: (place[release.measure_id], -release.number))
        texts = _public_texts(at)
        forces = list(_forces_with_spellings())
        return PublicState(
            at=at,
            measures=measures,
            forces=forces,
            force_names=tuple(map(_names_of, forces)),
            published=published,
            events=list(
                db.CampaignEvent.objects.filter(
                    pk__in={text.event for text in texts}
                ).select_related("campaign")
            ),
            texts=texts,
            remarks=list(db.ReleasedRemark.objects.public(at).order_by("pk")),
            is_made_up=db.PracticeYear.objects.exists(),
            charity=db.remember_charity(),
            results=results or Results(),
        )


def force_names() -> tuple[ForceNames, ...]:
    """The names and spellings of every force, for the finder."""
    return tuple(map(_names_of, _forces_with_spellings()))


def _forces_with_spellings() -> Iterable[db.Force]:
    spellings = StringAgg("spellings__spelling", delimiter=Value("|"), order_by="spellings__pk")
    return db.Force.objects.annotate(all_spellings=spellings).order_by("area")


def _names_of(force: db.Force) -> ForceNames:
    spellings = vars(force)["all_spellings"] or ""
    names = (force.name, force.short_name, force.welsh_name, *spellings.split("|"))
    return ForceNames(force.slug, force.area, names)


def _public_texts(at: dt.datetime) -> list[PublicText]:
    names = ("pk", "event_id", "release_id", "body_kind", "body", "place", "public_at")
    rows = db.IssuedText.objects.public(at).order_by("-public_at", "pk").values_list(*names)
    return [PublicText(*row) for row in rows]


def _next_opening(at: dt.datetime) -> dt.datetime:
    """The next minute at which a release, a text or a remark becomes public, as far as is known."""
    release = db.Release.objects.filter(approved_at__isnull=False, public_at__gt=at)
    event = db.CampaignEvent.objects.filter(embargo_at__gt=at)
    text = db.IssuedText.objects.filter(public_at__gt=at)
    remark = db.ReleasedRemark.objects.filter(shown_from__gt=at)
    opens: Iterable[Any] = (
        release.aggregate(next=Min("public_at"))["next"],
        event.aggregate(next=Min("embargo_at"))["next"],
        text.aggregate(next=Min("public_at"))["next"],
        remark.aggregate(next=Min("shown_from"))["next"],
    )
    return min([each for each in opens if each], default=NEVER)


class LatestState:
    """The public state as this process last read it, never early and seldom old.

    Other threads wait for the one that reads, unless the database seems not to answer it.
    """

    def __init__(self) -> None:
        self._last: PublicState | None = None
        self._until = self._opens = NEVER
        self._results = Results()
        self._reading = threading.Lock()
        self.replica = Following()

    def last(self) -> PublicState | None:
        """The state as it was read, while it is still valid."""
        last = self._last
        return last if last is not None and self._holds(last) else None

    @property
    def last_read(self) -> PublicState | None:
        """The state as last read, however long ago: all there is while the database is gone."""
        return self._last

    def now(self) -> PublicState:
        if last := self.last():
            return last
        if not self._reading.acquire(timeout=self._patience()):
            raise OperationalError("Another request waits for the database.")
        try:
            with primary_alone():
                return self.last() or self._read(timezone.now())
        finally:
            self._reading.release()

    def _patience(self) -> float:
        """How many seconds to wait for the thread that reads: without a state, to its end."""
        if silence_of().is_on:
            return 0
        return -1 if self._last is None else OTHERS_WAIT

    def _read(self, at: dt.datetime) -> PublicState:
        state, until = read_public_state(at, self._results), at + settings.PUBLIC_STATE_KEPT
        if until > at or settings.CDN_SECONDS:
            self._opens = _next_opening(at)
            until = min(until, self._opens)
        self.replica.note(state.stamp)
        self._last, self._until = state, until
        return state

    def seconds_for_caches(self) -> int:
        """So long may a cache in front keep an answer: never beyond the next known minute."""
        if not settings.CDN_SECONDS:
            return 0
        opens_in = (self._opens - timezone.now()).total_seconds()
        return max(0, min(settings.CDN_SECONDS, int(opens_in)))

    def _holds(self, state: PublicState) -> bool:
        return state.at <= timezone.now() < self._until


class PublicRequest(HttpRequest):
    """A request to the public site, with what the middleware found out for it."""

    public: PublicState
    as_at: EarlyView | None = None  # the preview that is read
