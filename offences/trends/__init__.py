"""Stored figures become statistics here, and nowhere else."""

from offences.trends.current import (
    CurrentFigure,
    CurrentFigures,
    ReturnsUpTo,
    Split,
    cell_of,
    current_figures,
    current_parts,
)
from offences.trends.file_rows import Figures, figures_for_files, in_file_rows
from offences.trends.released import (
    National,
    Point,
    Responses,
    Trend,
    asked_by_name,
    breaks_among,
    breaks_for,
    breaks_of,
    figures_of,
    late_of,
    national_of,
    nationals_of,
    newest_of,
    panel_of,
    point_of,
    recorded_of,
    released_cell,
    released_trends,
    responses_of,
    sums_of,
    totals_of,
    trend_of,
    years_with_figures,
)
from offences.trends.splits import (
    ReleasedSplit,
    SplitRow,
    categories_in,
    released_splits,
    splits_of,
)
