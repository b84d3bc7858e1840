"""The published history by release: documents, rounds, counts and recorded figures."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.contrib.auth.models import User

from offences import models as db
from offences.counts import CellChange, mark_checked, save_cells
from offences.management.demo import reference
from offences.management.demo.reference import rows
from offences.statistics.dates import Precision
from offences.statistics.notation import Entry
from offences.statistics.years import Year

MEASURES = ("cyber-flagged", "sexual-communication")
FIRST_YEAR = {each["slug"]: Year(each["first_year"]) for each in reference.MEASURES}

INFERRED = "month of release inferred"  # about a publication, not its figures

# Rounds of the first measure whose publication says how many forces they asked, and of where. A
# force of another place that this site lists later was not asked then.
_IN_2019 = ("England", "Wales", "Northern Ireland")
FORCES_ASKED = {"2019-06": (44, _IN_2019), "2020-09": (46, (*_IN_2019, "Jersey", "Guernsey"))}


type Papers = dict[tuple[str, str], db.Document]  # by address and month of publication
type Rounds = dict[tuple[str, str], db.FoiRound]  # by measure and month
type Submissions = dict[tuple[int, str], db.FoiSubmission]  # by round and force


@dataclass(frozen=True)
class Row:
    """One line of published_figures.csv."""

    measure: str
    body_kind: str
    body: str
    year: Year | None
    period: str
    value: int | None
    marker: str
    as_written: str
    with_figures: int | None
    asked: int | None
    published: str
    url: str
    note: str

    @property
    def is_count(self) -> bool:
        """Whether it is a count of one force and year; anything else is a recorded figure."""
        return (
            self.body_kind == "force"
            and self.year is not None
            and self.marker not in {"percent_only", "no_response"}
            and self.year >= FIRST_YEAR[self.measure]
        )

    @property
    def doubt(self) -> str:
        return self.note if self.marker == "uncertain" else ""

    @property
    def entry(self) -> Entry:
        if self.value is not None:
            return Entry(state="value", value=self.value)
        # The source has n/a or an empty cell and gives no reason, so neither do we.
        return Entry(state="blank" if self.as_written == "(blank)" else "not_available")


def published() -> Iterator[Row]:
    for row in rows("published_figures.csv"):
        if row["measure"] in MEASURES:
            same = ("measure", "body_kind", "body", "period", "marker", "published", "note")
            yield Row(
                **{name: row[name] for name in same},
                year=Year.parse(row["year"]) if row["year"] else None,
                value=_number(row["value"]),
                as_written=row["as_published"],
                with_figures=_number(row["forces_answered"]),
                asked=_number(row["forces_asked"]),
                url=row["source_url"],
            )


def load(officer: User, checker: User, now: dt.datetime) -> None:
    printed = list(published())
    papers = store_documents(printed)
    submissions = store_requests(printed, store_rounds(printed), papers)
    store_counts(printed, submissions, papers, officer, checker, now)
    figures = [*recorded(printed, papers), *ages(papers)]
    db.RecordedFigure.objects.bulk_create(figures, ignore_conflicts=True)


def store_documents(printed: list[Row]) -> Papers:
    publishers = {row["host"]: row["publisher"] for row in rows("publishers.csv")}
    wanted = {(row.url, row.published) for row in printed}
    inferred = {(row.url, row.published) for row in printed if INFERRED in row.note}
    wanted |= {(row["source_url"], row["published"]) for row in _age_rows()}
    papers = [
        db.Document(
            kind=db.DocumentKind.PUBLICATION,
            title=publishers[urlsplit(url).hostname or ""],
            url=url,
            published_on=_month(when)[0],
            published_precision=_month(when)[1],
            note="The month of publication is inferred." if (url, when) in inferred else "",
        )
        for url, when in sorted(wanted)
    ]
    db.Document.objects.bulk_create(papers, ignore_conflicts=True)
    return {
        (d.url, _written(d)): d
        for d in db.Document.objects.filter(kind=db.DocumentKind.PUBLICATION)
    }


def store_rounds(printed: list[Row]) -> Rounds:
    """Store the rounds, each by its measure and the month in which its answers were published."""
    years = defaultdict(set)
    for row in printed:
        if row.is_count and row.year:
            years[row.published, row.measure].add(row.year.start)
    by_month = {}
    for number, ((when, slug), asked_for) in enumerate(sorted(years.items()), 1):
        on, precision = _month(when)
        first = slug == MEASURES[0]
        yearly = first and when in {"2016-06", "2017-06", *FORCES_ASKED}
        name = str(on.year) if yearly else f"{on:%B} {on.year}"
        round_, _ = db.FoiRound.objects.get_or_create(
            slug=str(on.year) if yearly else f"{when}-{slug}",
            defaults={
                "name": f"round {name}",
                "number": number,
                "first_year": min(asked_for),
                "last_year": max(asked_for),
                "answered_by": on,
                "answered_by_precision": precision,
                "forces_asked": FORCES_ASKED[when][0] if first and when in FORCES_ASKED else None,
                "complete": False,
            },
        )
        round_.measures.add(db.Measure.objects.get(slug=slug))
        by_month[slug, when] = round_
    return by_month


def store_requests(printed: list[Row], by_month: Rounds, papers: Papers) -> Submissions:
    """Store the forces that each round asked, as far as known, and the outcomes."""
    forces = {force.slug: force for force in db.Force.objects.all()}
    outcome = db.FoiSubmission.Outcome
    ended: dict[tuple[int, str], dict[str, object]] = {}
    for (slug, when), round_ in by_month.items():
        if slug == MEASURES[0] and when in FORCES_ASKED:
            number, places = FORCES_ASKED[when]
            # In 2020 all 46 gave figures. Of the four that gave none in 2019, only one is named.
            default = outcome.ANSWERED if number == 46 else outcome.UNKNOWN
            for force in forces.values():
                if force.nation in places and force.kind != db.ForceKind.SPECIAL:
                    ended[round_.pk, force.slug] = {"outcome": default}
    for row in printed:
        printed_in = by_month.get((row.measure, row.published))
        if printed_in is None or row.body_kind != "force":
            continue
        if row.is_count:
            ended[printed_in.pk, row.body] = {"outcome": outcome.ANSWERED}
        elif row.marker == "no_response":
            ended[printed_in.pk, row.body] = {
                "outcome": outcome.NO_RESPONSE,
                "outcome_on": printed_in.answered_by,
                "outcome_precision": printed_in.answered_by_precision,
                "outcome_source": papers[row.url, row.published],
                "note": row.note,
            }
    for (pk, slug), values in ended.items():
        whose = {"round_id": pk, "force": forces[slug], "number": 1}
        db.FoiSubmission.objects.get_or_create(**whose, defaults=values)
    return {(s.round_id, s.force.slug): s for s in db.FoiSubmission.objects.select_related("force")}


def store_counts(
    printed: list[Row],
    submissions: Submissions,
    papers: Papers,
    officer: User,
    checker: User,
    now: dt.datetime,
) -> None:
    """Store every published force figure by the one writer, checked by a second person.

    If one month published two for the same year, the doubtful one is stored first and replaced by
    the other: both stay in the history.
    """
    wholes = db.Category.objects.filter(
        breakdown__kind="total", breakdown__measure__slug__in=MEASURES, is_total=True
    ).select_related("breakdown__measure")
    totals = {category.breakdown.measure.slug: category for category in wholes}
    known = db.FoiRound.objects.filter(complete=False).prefetch_related("measures")
    by_round = {(r.measures.all()[0].slug, r.answered_by): r.pk for r in known}
    # What readers should know of a figure, in our words. The notes beside the figures stay with the
    # staff: they quote percentages and trend words that do not hold by our rules.
    remarks = {
        (each["measure"], each["body"], each["year"], each["published"]): each["remark"]
        for each in rows("remarks.csv")
    }
    passes: list[dict[int, dict]] = [defaultdict(dict), defaultdict(dict)]
    for row in printed:
        if not row.is_count or row.year is None:
            continue
        category = totals[row.measure]
        submission = submissions[by_round[row.measure, _month(row.published)[0]], row.body]
        key = (category.breakdown.measure_id, row.year.start, category.pk)
        passes[0 if row.doubt else 1][submission.pk][key] = CellChange(
            entry=row.entry,
            document=papers[row.url, row.published],
            as_written=row.as_written,
            doubt=row.doubt,
            note=remarks.get((row.measure, row.body, str(row.year), row.published), ""),
        )
    unchecked = db.FoiSubmission.objects.filter(checked_at__isnull=True)
    for submission in unchecked.filter(pk__in={*passes[0], *passes[1]}):
        for changes in passes:
            if submission.pk in changes:
                save_cells(submission, changes[submission.pk], by=officer, now=now)
        submission.refresh_from_db()
        mark_checked(submission, by=checker, now=now, confirm_zeros=True)


def recorded(printed: list[Row], papers: Papers) -> Iterator[db.RecordedFigure]:
    """Totals of nations, regions and all forces, and statements without a year's count."""
    measures = {m.slug: m for m in db.Measure.objects.all()}
    same = ("body_kind", "body", "period", "value", "as_written", "with_figures", "asked")
    for row in printed:
        if not row.is_count and row.marker != "no_response":
            yield db.RecordedFigure(
                measure=measures[row.measure],
                claim="total" if row.value is not None else "statement",
                **{name: getattr(row, name) for name in (*same, "doubt", "note")},
                year=row.year.start if row.year else 0,
                document=papers[row.url, row.published],
            )


def ages(papers: Papers) -> Iterator[db.RecordedFigure]:
    """The ages published in June 2019, with two counts of ten and under on the same day."""
    measure = db.Measure.objects.get(slug="cyber-flagged")
    for row in _age_rows():
        most_common = "most common" in row["claim"]
        yield db.RecordedFigure(
            measure=measure,
            claim="most_common_age" if most_common else "age_total",
            category="" if most_common else "10_and_under",
            body_kind="total",
            body="England, Wales and Northern Ireland",
            year=Year.parse(row["year"]).start,
            value=int(row["value"]),
            as_written=row["value"],
            document=papers[row["source_url"], row["published"]],
            note=row["note"],
        )


def _age_rows() -> Iterator[dict[str, str]]:
    wanted = {
        "cyber-flagged: most common age where known",
        "cyber-flagged: offences against children aged ten and under",
    }
    return (row for row in rows("published_claims.csv") if row["claim"] in wanted)


def _number(text: str) -> int | None:
    return int(text) if text else None


def _month(text: str) -> tuple[dt.date, Precision]:
    """2019-06 is June 2019; 2021 is known to the year only."""
    if len(text) == 4:
        return dt.date(int(text), 1, 1), Precision.YEAR
    return dt.date.fromisoformat(f"{text}-01"), Precision.MONTH


def _written(document: db.Document) -> str:
    assert document.published_on is not None
    short = 4 if document.published_precision == Precision.YEAR else 7
    return document.published_on.isoformat()[:short]
