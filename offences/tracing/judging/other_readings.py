"""Other readings of a statement whose first one is not right: by what its text leaves out."""

from collections.abc import Iterator, Sequence

from offences.tracing.binding.free import readings
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.judging.changes_pointed_at import (
    as_change_of_year_before,
    as_change_pointed_at,
    as_start_of_change,
)
from offences.tracing.judging.extreme_years import as_extreme
from offences.tracing.judging.rows_of_changes import as_changes
from offences.tracing.judging.rows_of_years import as_row
from offences.tracing.judging.shares_before import as_number_before, as_share_before
from offences.tracing.judging.totals_in_turn import as_totals_in_turn
from offences.tracing.judging.turning_points import as_pair
from offences.tracing.judging.years_of_extremes import as_extreme_between


def other_readings(
    statement: Statement, statements: Sequence[Statement], documents: Documents, scene: Scene
) -> Iterator[Statement]:
    """The readings to try: of a year, a whole, a base or a part that stands only nearby."""
    yield from readings(statement, statements, scene)
    yield from as_pair(statement, documents, scene)
    yield from as_row(statement, documents, scene)
    yield from as_extreme(statement, statements, documents)
    yield from as_extreme_between(statement, documents)
    yield from as_totals_in_turn(statement, statements, documents, scene)
    yield from as_changes(statement, documents, scene)
    yield from as_change_pointed_at(statement, statements, documents, scene)
    yield from as_change_of_year_before(statement, statements, scene)
    yield from as_start_of_change(statement, statements, documents)
    yield from as_share_before(statement, statements, scene)
    yield from as_number_before(statement, statements, scene)
