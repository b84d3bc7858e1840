"""The sentences on a nation or region: sums of all its forces, or why there are none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from offences.claims.pairs import Pair
from offences.claims.thresholds import Thresholds
from offences.claims.totals import Total
from offences.english import counted, sentence, small_number
from offences.statistics.panels import Panel
from offences.words.charity import charity
from offences.words.chart import range_label
from offences.words.panels import Compared, WholeYear, compared, whole_place, whole_years
from offences.words.regions import in_words

ALL_FORCES = "All forces"
NOT_ALL = "not all forces"
"""Why there is no sum of a year, in a few words: under a chart’s column."""


@dataclass(frozen=True)
class AreaBriefing:
    """The sentences of a nation’s or region’s page, in the order in which they are read."""

    title: str
    description: str
    by: str  # whose figures: “all four forces in Wales together”
    years: tuple[WholeYear, ...]  # newest first
    compared: tuple[Compared, ...]  # newest first
    figure: str = ""
    figure_year: str = ""
    says: tuple[str, ...] = ()
    asof: str = ""  # of a newer year, why it has no sum
    absent: tuple[str, ...] = ()  # instead of a figure: the first sentence is the heading
    quote: str = ""
    source: str = ""  # of the figures; of sums it is their own forces' pages

    @property
    def has_published(self) -> bool:
        return any(each.printed for each in self.years)


def brief_area(
    name: str, names: Mapping[str, str], panel: Panel, phrase: str, printed: Sequence[Total] = ()
) -> AreaBriefing:
    """Everything a page says of a nation or region; `names` are its forces, as in the panel."""
    years = whole_years(names, panel, printed)
    place = in_words(name)
    forces = f"{every_force(len(names))} in {place}"
    pairs = [compared(f"forces in {place}", panel, y, Thresholds()) for y in reversed(panel.years)]
    shared = AreaBriefing(
        title=f"{name}: {phrase}",
        description=f"What {forces} recorded, added up only for years with a figure from each.",
        by=f"{forces} together",
        years=years,
        compared=tuple(pair for pair in pairs if pair),
    )
    whole = whole_place(name, names, panel, printed)
    newest = next((each for each in years if each.shown), None)
    if whole is None or newest is None:
        return _without_sum(shared, place, len(names))
    recorded = f"{sentence(forces)} recorded {newest.shown} {phrase} in {newest.year}"
    caveat = charity().one_is_not_one
    later = years[0] if years[0] is not newest else None
    return replace(
        shared,
        title=f"{name}: {newest.shown} {phrase} in {newest.year}",
        description=f"{recorded}. {caveat}",
        figure=newest.shown,
        figure_year=newest.year.label,
        says=tuple(filter(None, (" ".join(whole.says[:1]), " ".join(whole.says[1:])))),
        asof=f"The year {later.year} is {later.why_not[0].lower()}{later.why_not[1:]}."
        if later
        else "",
        quote=f"{recorded}, according to answers to Freedom of Information requests. {caveat}",
    )


def every_force(number: int) -> str:
    """All forces of an area by their number: “both forces”, “all four forces”."""
    return "both forces" if number == 2 else f"all {small_number(number)} forces"


def who_is_compared(pair: Pair, panel: Panel) -> str:
    """Whose figures two years are compared over: “13 of 46 forces”."""
    return f"{len(pair.forces)} of {counted(panel.asked, 'forces')}"


def brief_all(first: Compared | None, panel: Panel, phrase: str) -> AreaBriefing:
    """All forces together: the newest year beside an earlier one, over the same forces."""
    by = "police forces"
    if first is None or first.pair is None:
        none = ("We have no two years from the same forces yet.", "That does not mean zero.")
        return AreaBriefing(f"{ALL_FORCES}: {phrase}", none[0], by, (), (), absent=none)
    pair, whose = first.pair, who_is_compared(first.pair, panel)
    return AreaBriefing(
        title=f"{whose}: {phrase}",
        description=" ".join(first.says),
        by=f"those with figures for {first.years}",
        years=(),
        compared=(first,),
        figure=range_label(pair.new),
        figure_year=pair.facts.latest.label,
        says=first.says,
    )


def _without_sum(shared: AreaBriefing, place: str, forces: int) -> AreaBriefing:
    each = f"Each year lacks the figure of at least one of its {small_number(forces)} forces."
    return replace(
        shared,
        absent=(
            f"We cannot add up {place} for any year yet.",
            f"{each} That is neither zero nor a refusal.",
        ),
    )
