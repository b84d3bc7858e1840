"""Stored figures become statistics here, and nowhere else.

Two ways in: `current_figures` reads the staff's tables, for a release that is being prepared;
`released_trends` reads what a release copied, for the public and for drafts.
"""

from offences.trends.current import (
    CheckedReturns,
    CurrentFigure,
    Part,
    Split,
    cell_of,
    current_figures,
    current_parts,
    months_of,
)
from offences.trends.released import (
    Point,
    Trend,
    asked_by_name,
    breaks_for,
    breaks_of,
    figures_of,
    national_of,
    newest_of,
    newest_releases,
    panel_of,
    point_of,
    recorded_of,
    released_cell,
    released_trends,
    responses_of,
    sums_of,
    totals_of,
    trend_of,
)
from offences.trends.splits import (
    ReleasedSplit,
    SplitRow,
    categories_in,
    released_splits,
    splits_of,
)
