"""Made-up forces and a nation, on which an event's own words are tried before they are used."""

from collections.abc import Mapping

from offences.claims.facts import Facts
from offences.claims.totals import Total
from offences.english import singular
from offences.models import CampaignEvent
from offences.press.event_blocks import places_in
from offences.statistics.cells import Cell, Missing
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.words.change import Subject
from offences.words.charity import charity
from offences.words.press import force_copy
from offences.words.reasons import voice_of
from offences.words.total_copy import TotalCopy, published_copy

YEAR = Year(2018)
SERIES: Mapping[str, tuple[Cell, ...]] = {
    "A force with figures": (Cell.count(53), Cell.count(48), Cell.count(68)),
    "A force without a figure": (Cell.count(48), Cell.missing(Missing.REFUSED)),
    "A part of a year": (Cell.count(48), Cell.part_year(19, 6)),
    "A fall": (Cell.count(114), Cell.count(213), Cell.count(191)),
    "Zero": (Cell.count(60), Cell.count(0)),
}


def example_places(event: CampaignEvent) -> dict[str, dict[str, str]]:
    """The words for each placeholder, by the name of the example."""
    phrase = charity().subject
    name = "Northshire Police"
    police = Subject(name, name, "Northshire", phrase, singular(phrase))
    common = {
        "event": event,
        "charity": event.campaign.charity,
        "year": YEAR,
        "quote": "“…”",
        "force": None,
        "area": None,
        "national": _total("England and Wales", "total", 8224, 40, 44),
    }
    found = {}
    for name, cells in SERIES.items():
        years = (Year(YEAR.start - len(cells) + 1 + n) for n in range(len(cells)))
        series = Series(dict(zip(years, cells, strict=True)))
        copy = force_copy(
            police,
            Facts(police.name, phrase, YEAR, series=series),
            headline_phrase=phrase,
            vintages={},
            remarks={},
            voice=voice_of(event.campaign.charity),
        )
        found[name] = places_in({**common, "force": copy})
    found["The nation"] = places_in({**common, "area": _total("Wales", "nation", 576, 3, 4)})
    return found


def _total(area: str, kind: str, value: int, gave: int, asked: int) -> TotalCopy | None:
    vintage, source = "June 2019", "example"
    total = Total("total", YEAR, value, area, gave, asked, None, vintage, source, "", kind)
    return published_copy((total,), YEAR, charity().subject, place=area if kind == "nation" else "")
