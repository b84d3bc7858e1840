"""The same bars for Chart.js, and the words of each year for static/trend.js."""

from offences.charts import layout
from offences.charts.columns import Breaks, ChartColumn


def config_of(columns: tuple[ChartColumn, ...], breaks: Breaks, ticks: tuple[int, ...]) -> dict:
    """The figures behind the drawn bars, unseen: Chart.js lies over the SVG and finds a year.

    A part year is a data set of its own, as Chart.js knows one width of bar a data set.
    """
    months = sorted({c.months for c in columns if c.months})
    whole = [None if c.kind in ("gap", "part") else c.low for c in columns]
    return {
        "type": "bar",
        "data": {
            "labels": [c.year for c in columns],
            "datasets": [_dataset(whole, layout.BAR)]
            + [
                _dataset([c.low if c.months == n else None for c in columns], layout.BAR * n / 12)
                for n in months
            ],
        },
        "options": {
            "animation": False,
            "responsive": True,
            "maintainAspectRatio": False,
            "layout": {
                "autoPadding": False,
                "padding": {
                    "top": layout.top_of(columns, breaks, ticks),
                    "bottom": layout.HEIGHT - layout.BASE,
                },
            },
            "interaction": {"mode": "index", "intersect": False},
            "plugins": {"legend": {"display": False}},
            "scales": {
                "x": {"display": False},
                "y": {
                    "min": 0,
                    "max": ticks[-1] if ticks else 1,
                    "grid": {"display": False},
                    "border": {"display": False},
                    "ticks": {"display": False},
                },
            },
        },
        "marks": {
            "columns": [{"year": c.year, "words": c.words, "newest": c.newest} for c in columns],
            "gutter": layout.gutter_of(len(columns), ticks),
        },
    }


def _dataset(data: list[int | None], width: float) -> dict:
    return {
        "data": data,
        "grouped": False,
        "barPercentage": width,
        "categoryPercentage": 1,
        "borderSkipped": False,
    }
