"""A world of any size, quickly: so many forces, years, categories and rounds, in every state."""

import datetime as dt

from django.contrib.admin.models import LogEntry

from offences import press, releases
from offences.models import (
    AnnualCount,
    Breakdown,
    Campaign,
    Category,
    Document,
    Exemption,
    FoiEvent,
    FoiRound,
    FoiSubmission,
    Force,
    ForceBreak,
    ForceSpelling,
    MeasureBreak,
    PracticeAnswer,
    RecordedFigure,
)
from tests import worlds
from tests.worlds import LATER, NOW

OUTCOMES = ("answered", "answered", "answered", "awaited", "refused")


def fill(w, lot: int, *, forces: int, years: int, categories: int, rounds: int) -> None:
    """Add a lot to a world (`everything`): every page has more rows, its examples' pages too."""
    made = [
        Force(
            slug=f"town-{lot}-{i}",
            name=f"Town {lot} {i} Police",
            short_name=f"Town {lot} {i} Police",
            area=f"Town {lot} {i}",
            nation="England",
            region="South",
            foi_office=f"town-{lot}-{i}",
        )
        for i in range(forces)
    ]
    Force.objects.bulk_create(made)
    ForceSpelling.objects.bulk_create(
        ForceSpelling(force=each, spelling=each.area, folded=each.area.casefold()) for each in made
    )
    split = Breakdown.objects.create(
        measure=w.measure, slug=f"more-{lot}", name=f"By more {lot}", kind="offence", position=9
    )
    rows = [
        Category(breakdown=split, slug=f"more-{i}", name=f"More {i}", position=i)
        for i in range(categories)
    ]
    Category.objects.bulk_create(rows)
    papers = [
        Document(kind="publication", title=f"Paper {lot} {i}", url=f"https://example.org/{lot}/{i}")
        for i in range(forces)
    ]
    for paper in papers:
        paper.published_on = NOW.date()
    Document.objects.bulk_create(papers)
    for number in range(rounds):
        round_ = FoiRound.objects.create(
            slug=f"more-{lot}-{number}",
            name=f"Round more {lot} {number}",
            number=3000 + 100 * lot + number,
            first_year=2010,
            last_year=2009 + years,
        )
        round_.measures.set([w.measure])
        _returns(w, round_, made, papers, rows, years)
    _of_the_examples(w, lot, made, papers, rows, years)


def _returns(w, round_, forces, papers, rows, years) -> None:
    """A return of every force: checked, to check, to enter, awaited, refused."""
    of = [
        FoiSubmission(round=round_, force=force, outcome=OUTCOMES[i % 5])
        for i, force in enumerate(forces)
    ]
    for i, each in enumerate(of):
        if i % 5 < 2:
            each.entered_by, each.entered_at = w.officer, NOW
        if i % 5 == 0:
            each.checked_by, each.checked_at = w.checker, NOW
    FoiSubmission.objects.bulk_create(of)
    through = FoiSubmission.documents.through
    through.objects.bulk_create(
        through(foisubmission=each, document=paper) for each, paper in zip(of, papers, strict=True)
    )
    FoiEvent.objects.bulk_create(
        FoiEvent(submission=each, kind="sent", on=NOW.date()) for each in of
    )
    Exemption.objects.bulk_create(
        Exemption(submission=each, section="12", recorded_by=w.officer, recorded_at=NOW)
        for each in of
    )
    AnnualCount.objects.bulk_create(
        (
            _count(w, each, row, 2010 + year, paper)
            for i, (each, paper) in enumerate(zip(of, papers, strict=True))
            for row in rows
            for year in range(years)
            if i % 5 < 2
        ),
        batch_size=2000,
    )


def _count(w, submission, row, year, paper) -> AnnualCount:
    return AnnualCount(
        submission=submission,
        measure=w.measure,
        category=row,
        year=year,
        state="value",
        value=(year + row.position) % 7,
        document=paper,
        as_written="as written",
        recorded_by=w.officer,
        recorded_at=NOW,
    )


def _of_the_examples(w, lot, forces, papers, rows, years) -> None:
    """More on the pages of single rows, and more steps that wait."""
    ForceSpelling.objects.bulk_create(
        ForceSpelling(force=w.force, spelling=f"North {lot} {i}", folded=f"north {lot} {i}")
        for i in range(len(forces))
    )
    MeasureBreak.objects.bulk_create(
        MeasureBreak(measure=w.measure, year=2020 + 20 * lot + i, why="Again.")
        for i in range(years)
    )
    FoiEvent.objects.bulk_create(
        FoiEvent(submission=w.submission, kind="sent", on=NOW.date(), document=paper)
        for paper in papers
    )
    keys = ["flag_since", "changed", "counts", "remarks"][2 * lot - 2 : 2 * lot]
    PracticeAnswer.objects.bulk_create(
        PracticeAnswer(submission=w.submission, question=key, answer="Yes", document=paper)
        for key, paper in zip(keys, papers, strict=False)
    )
    ForceBreak.objects.bulk_create(
        ForceBreak(measure=w.measure, force=force, year=2012, why="Again.", submission=w.submission)
        for force in forces
    )
    w.submission.documents.add(*papers)
    AnnualCount.objects.bulk_create(
        _count(w, w.submission, row, year, paper)
        for row, paper in zip(rows, papers, strict=False)
        for year in (2016, 2017, 2018)
    )
    figures = [
        RecordedFigure(
            measure=w.measure,
            claim="total",
            body_kind="force",
            body=force.slug,
            year=2017,
            value=value,
            as_written=str(value),
            document=paper,
        )
        for force, paper in zip(forces, papers, strict=True)
        for value in (1, 2)
    ]
    RecordedFigure.objects.bulk_create(figures)
    w.next.recorded_figures.add(*figures[::2])
    _steps(w, lot)
    for row in (w.submission, w.next, w.text, w.event, w.force, w.measure):
        LogEntry.objects.log_actions(w.officer.pk, [row], 2, change_message="Once more.")
    worlds.measure(f"grooming-{lot}", name=f"Grooming {lot}")


def _steps(w, lot) -> None:
    """Releases to approve, events to draft for, texts to issue, and texts that are issued."""
    for i in range(2 * lot):
        title = f"More {lot} {i}"
        another = releases.prepare(
            w.measure, title=title, year=2018, last_round=w.round, by=w.press, now=NOW
        )
        worlds.approve(another, by=w.approver, now=NOW, public_at=LATER)
        Campaign.objects.create(slug=f"more-{lot}-{i}", name=title, ask="More.", short_ask="more")
        event = worlds.event(another, slug=f"more-{lot}-{i}")
        event.embargo_at = NOW + dt.timedelta(days=30 + i)
        event.save()
        for text in press.draft_event(event, by=w.press, now=NOW)[: i + 1]:
            worlds.issue(text, by=w.approver, now=NOW)
        releases.prepare(
            w.measure, title=f"Yet {i}", year=2018, last_round=w.round, by=w.press, now=NOW
        )
