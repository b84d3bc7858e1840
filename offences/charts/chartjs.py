"""The same bars for Chart.js, and what static/trend.js adds to them."""

from dataclasses import asdict

from offences.charts import layout
from offences.charts.columns import Breaks, ChartColumn
from offences.words.chart import ANOTHER_WAY


def config_of(columns: tuple[ChartColumn, ...], breaks: Breaks, ticks: tuple[int, ...]) -> dict:
    """Chart.js draws the same bars; `marks` is what trend.js adds to them.

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
                "padding": {"top": layout.top_of(columns, breaks, ticks)},
            },
            "interaction": {"mode": "index", "intersect": False},
            "plugins": {"legend": {"display": False}},
            "scales": {
                "x": {"grid": {"display": False}, "ticks": {"autoSkip": False, "maxRotation": 0}},
                "y": {
                    "min": 0,
                    "max": ticks[-1] if ticks else 1,
                    "ticks": {"stepSize": ticks[0] if ticks else 1},
                },
            },
        },
        "marks": {
            "columns": [asdict(c) for c in columns],
            "breaks": [index for index, _, _ in breaks],
            "anotherWay": ANOTHER_WAY,
            "crowding": layout.crowding(len(columns)),
            "everyLabel": len(columns) <= layout.EVERY_LABEL,
            "skipsOnPhones": len(columns) > layout.PHONE_LABELS,
            "upright": layout.upright(columns),
            "roomOver": layout.ROOM_OVER,
            "gutter": layout.gutter_of(len(columns), ticks),
            "foot": layout.HEIGHT - layout.BASE,
            "hatch": layout.HATCH,
            "openStripes": [layout.BASE - y for y in layout.open_stripes(layout.BASE)],
            "noLimit": layout.NO_LIMIT,
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
