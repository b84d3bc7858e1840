"""Published figures as staff call them: their year, and what they count."""

from offences.models import RecordedFigure, ReleasedFigure
from offences.statistics.years import Year


def year_of(figure: RecordedFigure | ReleasedFigure) -> str:
    """“2018/19”, or the period that the figure was published for."""
    return str(Year(figure.year)) if figure.year else figure.period


def subject_of(figure: RecordedFigure | ReleasedFigure) -> str:
    """What a figure counts: its claim, and its category unless that is the total."""
    category = "" if figure.category == "total" else figure.category.replace("_", " ")
    return ", ".join(filter(None, [figure.get_claim_display(), category]))
