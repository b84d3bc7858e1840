"""An event's own words for a block: placeholders are filled in only where facts may be said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

PLACEHOLDERS = {
    "place": "the area: “Cambridgeshire”",
    "police": "“Police in Cambridgeshire”",
    "figure": "the figure with what is counted; needs an exact number or a range of the whole year",
    "year": "“2018/19”",
    "change": "the change that leads; needs a rise, a fall or a figure within chance",
    "rate": "“more than five a month”; needs a rate",
    "national_figure": "“8,224”; needs a total of all forces",
    "national_rate": "“at least 22”: how many a day of all forces; needs a rate a day",
    "coverage": "“40 of the 44 forces asked”; needs a total of all forces",
    "charity": "who speaks, in the middle of a sentence",
    "ask": "the ask of the campaign",
    "quote": "the approved quote",
}
"""What an event's own words may name, with the claim that it needs."""


@dataclass(frozen=True)
class FilledBlock:
    """A block with its facts; without a text where one of them may not be said."""

    text: str
    lacks: tuple[str, ...] = ()


def faults_of(words: str) -> list[str]:
    """Why words cannot be used for any text, each as a sentence."""
    unknown = [name for name in PLACEHOLDER.findall(words) if name not in PLACEHOLDERS]
    faults = [
        f"“{{{name}}}” is no placeholder. There are: {', '.join(f'{{{p}}}' for p in PLACEHOLDERS)}."
        for name in dict.fromkeys(unknown)
    ]
    if re.search(r"[{}]", PLACEHOLDER.sub("", words)):
        faults.append("A bracket { or } stands alone. Write a placeholder as {place}.")
    return faults


def fill_block(words: str, places: Mapping[str, str]) -> FilledBlock:
    """The words with every placeholder filled in, or which facts this text does not have."""
    named = dict.fromkeys(PLACEHOLDER.findall(words))
    if lacks := tuple(name for name in named if not places.get(name)):
        return FilledBlock("", lacks)
    return FilledBlock(PLACEHOLDER.sub(lambda match: places[match[1]], words).strip())


def places_in(context: Mapping[str, Any]) -> dict[str, str]:
    """The words for each placeholder in one text; empty where they may not be said."""
    force, area, national = context["force"], context["area"], context["national"]
    total = national if force is None and area is None else area
    own = {
        "place": force.place if force else total.area if total else "",
        "police": force.police if force else "",
        "figure": force.offences if force else total.offences if total else "",
        "change": force.angle.change if force and force.angle else "",
        "rate": str(force.rate or "") if force else "",
    }
    of_all = {
        "national_figure": national.figure if national else "",
        "national_rate": national.rate.short_amount if national and national.rate else "",
        "coverage": national.forces if national else "",
    }
    event = context["event"]
    said = {"charity": context["charity"], "ask": event.campaign.ask, "quote": context["quote"]}
    return {**own, **of_all, **said, "year": str(context["year"])}
