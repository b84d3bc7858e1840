"""Every claim of the catalogue in words: its sentence, and what a person might want to say.

A template names what its claim carries (`figures`, `values`, `facts`, `limits`) or a phrase of
`phrases.py`. A new claim is one more entry here, and its rule in `offences.claims`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from offences.claims.claim import Claim
from offences.claims.multiples import MULTIPLES


@dataclass(frozen=True)
class Sentence:
    """How one claim is put into words."""

    template: str | Callable[[Claim], str]
    so: str = ""
    """What its refusal comes to: “no record can be claimed”."""
    want: str = ""
    """The words in which somebody might want to make it, for the page of what may be said."""
    by_hand: bool = False
    """True, and for a person to choose: no template of a press release writes it."""


def _no_figure(claim: Claim) -> str:
    if claim.facts.panel is None:
        return "there is no figure for {place} for {year}: {why_missing}"
    return "no figure for {year} was given by any of the {facts.asked:forces}{in_area}"


def _revised(claim: Claim) -> str:
    if len(claim.cells) == 1:
        return (
            "the {year} figure for {bodies} was {published} in the release before and is now {now}"
        )
    return (
        "the {year} figures for {bodies} were together {published} in the release before and are"
        " now {now}"
    )


def _n_times(claim: Claim) -> str:
    over = "more than " if claim.figures["new"] % claim.figures["old"] else ""
    return f"{{compared}}, {over}{{times}} times as many as the {{pair.old}}{{then}}"


def _most_common_age(claim: Claim) -> str:
    is_one = len(claim.figures["ages"]) == 1
    verb = "was the most common age" if is_one else "were the most common ages"
    return f"{{known_ages}}, {{ages}} {verb} {{by_place}} in {{year}}"


def _age_table(claim: Claim) -> str:
    withheld = " with {hidden:cells} withheld" if claim.figures["hidden"] else ""
    return f"the ages for {{place}} for {{year}} may be shown as a table{withheld}"


def _age_count(claim: Claim) -> str:
    verb = "was" if claim.figures["count"] == 1 else "were"
    return (
        f"{{count:{{offences}}}} {verb} against children aged {{limit}} and under {{by_place}} in"
        " {year}, {known_ages}"
    )


SENTENCES: dict[str, Sentence] = {
    # The latest year
    "count": Sentence("{who} recorded {value:{measure}} in {year}", "there is no exact count"),
    "zero": Sentence("{who} recorded {value:{measure}} in {year}", "it is not zero"),
    "no_figure": Sentence(_no_figure),
    "fewer_than": Sentence("{place} recorded fewer than {bound} {measure} in {year}"),
    "part_year": Sentence(
        "{place} recorded {value:{measure}} in {months:months} of {year}; there is no figure for"
        " the whole year"
    ),
    "at_least": Sentence("{who} recorded at least {value:{measure}} in {year}", want="“At least”"),
    "definition_change": Sentence("{changed}; earlier years do not compare with {year}"),
    "last_year": Sentence(
        "“Last year” is {year}, the year to {facts.latest.ends_on}", want="“Last year”"
    ),
    "rank": Sentence("", want="“Worse than”, “the highest of all forces”"),
    "revised": Sentence(_revised),
    # Coverage and rates
    "coverage": Sentence("{who} gave a figure for {year}", want="“So many of the forces asked”"),
    "per_day": Sentence("{total}, an average of {rate} a day", "there is no rate", "“A day”"),
    "per_week": Sentence("{total}, an average of {rate} a week", "there is no rate", "“A week”"),
    "per_month": Sentence("{total}, an average of {rate} a month", "there is no rate", "“A month”"),
    "every_n_minutes": Sentence(
        "{total}, on average one every {minutes:minutes}",
        "there is no interval",
        "“One every few minutes”",
        by_hand=True,
    ),
    "rounded_nearly": Sentence(
        "{who} recorded nearly {rounded} {measure} in {year}",
        "“nearly” cannot be used",
        "“Nearly”",
        by_hand=True,
    ),
    "rounded_more_than": Sentence(
        "{who} recorded more than {rounded} {measure} in {year}",
        "“more than” cannot be used",
        "“More than”",
        by_hand=True,
    ),
    # Records
    "record": Sentence(
        "{in_run}, a record: the highest of the {span}", "no record can be claimed", "“A record”"
    ),
    "joint_record": Sentence(
        "{in_run}, a joint record with {level_with}: no year of the {span} is higher",
        "no joint record can be claimed",
        "“A joint record”",
    ),
    "highest_available": Sentence(
        "{in_run}, the highest of the {years:years} with figures since {since}; there is no"
        " comparable figure for {gaps:or}",
        "it is not the highest",
        "“The highest of the years with figures”",
    ),
    "lowest": Sentence(
        "{in_run}, the lowest of the {span}", "no lowest number can be claimed", "“The lowest”"
    ),
    # Changes and percentages
    "rise": Sentence("{compared}, up from {pair.old}{then}", "there is no rise", "“Up”"),
    "fall": Sentence("{compared}, down from {pair.old}{then}", "there is no fall", "“Down”"),
    "unchanged": Sentence(
        "{compared}, unchanged from {pair.old}{then}", "they cannot be called unchanged"
    ),
    "little_changed": Sentence(
        "{compared}, little changed from {pair.old}{then}", "they cannot be called little changed"
    ),
    "from_none": Sentence("{compared}, compared with 0{then}"),
    "like_for_like": Sentence("{compared}, compared with {pair.old}{then}"),
    "percent_change": Sentence(
        "{compared}, {up} {percent_of_change} from {pair.old}{then}",
        "no percentage",
        "A percentage",
    ),
    "fraction_change": Sentence(
        "{compared}, {up} by {fraction_words} from {pair.old}{then}",
        "no fraction",
        "“By a quarter”, “by a third”, “by half”",
    ),
    "vivid": Sentence(
        "{number} soared {from_to}", "no vivid word", "“Soared”, “rocketed”", by_hand=True
    ),
    # Doubled, halved and the like
    **{
        each.id: Sentence(
            f"{{number}} {each.words} {{from_to}}",
            f"not “{each.words}”",
            by_hand=each.id.startswith("almost"),
        )
        for each in MULTIPLES
    },
    "n_times": Sentence(_n_times, "not “times as many”"),
    # Ages and shares
    "most_common_age": Sentence(_most_common_age, want="The most common age"),
    "most_common_age_band": Sentence(
        "{known_ages}, {top.low} to {top.high} was the most common age band {by_place} in {year}",
        want="The most common age group",
    ),
    "age_table": Sentence(_age_table, want="A table of ages"),
    "youngest": Sentence("the youngest child was aged {age} in {year}", want="The youngest age"),
    "age_count": Sentence(_age_count, want="How many were of this age"),
    "age_share": Sentence(
        "{percent_of_ages} of {offences} {by_place} in {year} ({count}) were against children aged"
        " {limit} and under, {known_ages}",
        "no percentage",
        "The share of this age",
    ),
    "share_count": Sentence(
        "the {group} was {name} in {part} {of_known}", want="How many were of this kind"
    ),
    "share": Sentence(
        "the {group} was {name} in {percent_of_known} ({part}) {of_known}",
        "no percentage",
        "The share of this kind",
    ),
    "share_fraction": Sentence(
        "the {group} was {name} in {fraction_words} ({part}) {of_known}",
        "no fraction",
        "This kind as a fraction",
    ),
    # Figures as published
    "recorded_total": Sentence("{published}, {reported}"),
    "recorded_per_day": Sentence(
        "{published}, an average of {rate} a day, {reported}",
        "there is no rate",
        "“A day”, of a published figure",
    ),
    "recorded_coverage": Sentence("{whose} gave a figure for {fact.year}, {reported}"),
    "recorded_age_total": Sentence("{whose} recorded {value:{against}} in {fact.year}, {reported}"),
    "recorded_most_common_age": Sentence(
        "where age was recorded, {value} was the most common age in {fact.year}, {reported}"
    ),
    "recorded_pair": Sentence(
        "{published}, compared with {earlier.value} in {earlier.year}, {reported}. The forces"
        " counted in the two years may differ",
        want="Two published totals side by side",
    ),
    "recorded_multiple": Sentence("", want="A multiple of two published totals"),
}
