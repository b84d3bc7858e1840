"""The same bars for Chart.js, and what static/trend.js adds to them."""

from dataclasses import asdict

from offences.charts.columns import Breaks, ChartColumn
from offences.charts.layout import (
    BAR,
    BASE,
    EVERY_LABEL,
    HATCH,
    HEIGHT,
    NO_LIMIT,
    PHONE_LABELS,
    ROOM_OVER,
    crowding,
    gutter_of,
    open_stripes,
    top_of,
    upright,
)
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
            "datasets": [_dataset(whole, BAR)]
            + [
                _dataset([c.low if c.months == n else None for c in columns], BAR * n / 12)
                for n in months
            ],
        },
        "options": {
            "animation": False,
            "responsive": True,
            "maintainAspectRatio": False,
            "layout": {"autoPadding": False, "padding": {"top": top_of(columns, breaks, ticks)}},
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
            "crowding": crowding(len(columns)),
            "everyLabel": len(columns) <= EVERY_LABEL,
            "skipsOnPhones": len(columns) > PHONE_LABELS,
            "upright": upright(columns),
            "roomOver": ROOM_OVER,
            "gutter": gutter_of(len(columns), ticks),
            "foot": HEIGHT - BASE,
            "hatch": HATCH,
            "openStripes": [BASE - y for y in open_stripes(BASE)],
            "noLimit": NO_LIMIT,
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
