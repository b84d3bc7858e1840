"""A trend as a chart: columns, an SVG drawing, the data for Chart.js, and words.

Every state a year can be in has a shape of its own, so that a chart holds in grey, on paper and in
the reader's own colours. Bars start from zero: unlike lines, they are not joined across a gap.
"""

from dataclasses import dataclass

from offences.charts.chartjs import config_of
from offences.charts.columns import KeyEntry, breaks_in, column_of, keys_of, reach
from offences.charts.drawing import Mark, marks_of
from offences.charts.layout import HEIGHT, axis_ticks, crowding
from offences.trends import Trend
from offences.words.chart import description, title


@dataclass(frozen=True)
class Chart:
    identifier: str
    title: str
    description: str
    crowding: str  # "", dense or crowded
    marks: tuple[Mark, ...]
    keys: tuple[KeyEntry, ...]
    config: dict
    height: int = HEIGHT

    @property
    def config_id(self) -> str:
        return f"{self.identifier}-config"


def chart_of(trend: Trend, identifier: str, change: str = "") -> Chart | None:
    """The chart of a trend; None where fewer than two years have a figure: that is no trend.

    `change` is the newest figure beside an earlier one in allowed words: “up from 48 in 2017/18”.
    """
    if trend.figures < 2:
        return None
    columns = tuple(column_of(point, point is trend.newest) for point in trend.points)
    breaks = breaks_in(trend)
    ticks = axis_ticks(max(reach(column) for column in columns))
    return Chart(
        identifier=identifier,
        title=title(trend.force.area),
        description=description(
            trend.points, trend.newest, [year for _, year, _ in breaks], change
        ),
        crowding=crowding(len(columns)),
        marks=tuple(marks_of(columns, breaks, ticks)),
        keys=tuple(keys_of(trend, columns, breaks)),
        config=config_of(columns, breaks, ticks),
    )
