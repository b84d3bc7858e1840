"""Our own return form: a workbook for one force, which comes back and reads itself."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator

from django.db.models import QuerySet

from offences.models import Breakdown, BreakdownKind, FoiRound, FoiSubmission
from offences.returns.own_form import cover_line
from offences.rounds.earlier_figures import as_written
from offences.rounds.sheets import FormTable, PrefilledFigure, ReturnForm, workbook
from offences.statistics.years import Year, years_between
from offences.trends import current_figures

AXES = {
    BreakdownKind.TOTAL: "What is counted",
    BreakdownKind.OFFENCE: "Offence",
    BreakdownKind.AGE: "Age",
    BreakdownKind.SEX: "Sex",
    BreakdownKind.PLATFORM: "Platform",
}


def workbook_for(submission: FoiSubmission, at: dt.datetime) -> bytes:
    """The form for one force's request, as an xlsx file: the same bytes at the same moment."""
    return RoundForms(submission.round).workbook(submission, at)


def file_name(submission: FoiSubmission) -> str:
    later = f"-{submission.number}" if submission.number > 1 else ""
    return f"{submission.force.slug}-{submission.round.slug}{later}.xlsx"


def workbooks_of(round_: FoiRound, at: dt.datetime) -> bytes:
    """The forms of all forces of a round, in one zip file."""
    forms = RoundForms(round_)
    submissions = round_.submissions.select_related("force", "round").order_by(
        "force__slug", "number"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:  # a workbook is packed already
        for each in submissions:
            entry = zipfile.ZipInfo(file_name(each), at.timetuple()[:6])
            archive.writestr(entry, forms.workbook(each, at))
    return file.getvalue()


class RoundForms:
    """A round's questions and every force's current figures, read once for all forms."""

    def __init__(self, round_: FoiRound) -> None:
        self.years = years_between(Year(round_.first_year), Year(round_.last_year))
        self.measures = tuple(round_.measures.all())
        self.tables = tuple(_tables(round_.tables_asked))
        self.current = {m.pk: current_figures(m, round_.number) for m in self.measures}

    def workbook(self, submission: FoiSubmission, at: dt.datetime) -> bytes:
        """The form for one submission as an xlsx file."""
        return workbook(self.form(submission), at)

    def form(self, submission: FoiSubmission) -> ReturnForm:
        round_, force = submission.round, submission.force
        return ReturnForm(
            line=cover_line(round_.slug, force.slug, submission.number),
            code=submission.our_reference,
            force=force.name,
            request=round_.name,
            reference=submission.reference,
            years=self.years,
            since=min((m.first_year for m in self.measures), default=round_.first_year),
            counts=tuple((m.name, f"{m.definition} {m.excludes}".strip()) for m in self.measures),
            tables=self.tables,
            figures=tuple(self._figures(force.slug)),
        )

    def _figures(self, force: str) -> Iterator[PrefilledFigure]:
        """The current figures of this force for the years asked about."""
        for measure in self.measures:
            for year in self.years:
                found = self.current[measure.pk].get((force, year))
                if found and not found.cell.is_missing:
                    yield PrefilledFigure(measure.slug, measure.name, year, as_written(found.cell))


def _tables(breakdowns: QuerySet[Breakdown]) -> Iterator[FormTable]:
    for breakdown in breakdowns.prefetch_related("categories", "parts"):
        # The stated total comes last, wherever it is in our own list.
        categories = sorted(breakdown.categories.all(), key=lambda c: (c.is_total, c.position))
        if categories:
            yield FormTable(
                measure=breakdown.measure.slug,
                breakdown=breakdown.slug,
                title=f"{breakdown.measure.name}: {_small(breakdown.name)}",
                axis=_axis(breakdown),
                rows=tuple(category.name for category in categories),
                has_total=categories[-1].is_total,
            )


def _small(name: str) -> str:
    """The name of a breakdown behind a colon; one that is all capitals stays."""
    return name if name[:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def _axis(breakdown: Breakdown) -> str:
    """The heading over the rows: what they are."""
    parts = [AXES.get(BreakdownKind(part.kind), part.name) for part in breakdown.parts.all()]
    if breakdown.kind == BreakdownKind.CROSSING and parts:
        first, *others = parts
        return " and ".join([first, *(part.lower() for part in others)])
    return AXES.get(BreakdownKind(breakdown.kind), breakdown.name)
