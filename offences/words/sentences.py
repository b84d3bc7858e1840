"""Every claim of the catalogue in words: its sentence, and what a person might want to say.

A template names what its claim carries (`figures`, `values`, `facts`, `limits`) or a phrase of
`shared.py`. A new claim is one more entry here, and its rule in `offences.claims`.
"""

from __future__ import annotations

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


def _recorded(ending: str = "", value: str = "{value:{measure}}") -> str:
    return f"{{who}} recorded {value} in {{year}}{ending}"


def _rate(unit: str) -> Sentence:
    average = f", an average of {{rate}} a {unit}"
    return Sentence(
        _recorded(average, "{facts.total:{measure}}"), "there is no rate", f"“A {unit}”"
    )


def _run(ending: str, so: str, want: str) -> Sentence:
    start = "{place} recorded {run.now:{measure}} in {year}{among_run}"
    return Sentence(f"{start}, {ending}", so, want)


PAIR = (
    "{{place}} recorded {{pair.new:{{measure}}}} in {{year}}{{among_pair}}, {ending} in"
    " {{pair.old_year}}{{gap_between}}"
)


def _pair(ending: str, so: str = "", want: str = "") -> Sentence:
    return Sentence(PAIR.format(ending=ending), so, want)


def _moved(verb: str, so: str, want: str = "", *, by_hand: bool = False) -> Sentence:
    return Sentence(
        f"the number of {{measure}} recorded {{by_place}} {verb} from {{pair.old}} in"
        " {pair.old_year} to {pair.new} in {year}{among_pair}{gap_between}",
        so,
        want,
        by_hand,
    )


def _reported(what: str, so: str = "", want: str = "") -> Sentence:
    return Sentence(f"{{whose}} {what}, as reported {{on_date}}", so, want)


def _share(amount: str, so: str, want: str) -> Sentence:
    return Sentence(
        f"the {{group}} was {{name}} in {amount} of the {{known:{{measure}}}} recorded {{by_place}}"
        " in {year} for which it is known, out of {of} in all",
        so,
        want,
    )


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
    return PAIR.format(ending=f"{over}{{times}} times as many as the {{pair.old}}")


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
    "count": Sentence(_recorded(), "there is no exact count"),
    "zero": Sentence(_recorded(), "it is not zero"),
    "no_figure": Sentence(_no_figure),
    "fewer_than": Sentence("{place} recorded fewer than {bound} {measure} in {year}"),
    "part_year": Sentence(
        "{place} recorded {value:{measure}} in {months:months} of {year}; there is no figure for"
        " the whole year"
    ),
    "at_least": Sentence(_recorded(value="at least {value:{measure}}"), want="“At least”"),
    "definition_change": Sentence("{changed}; earlier years do not compare with {year}"),
    "last_year": Sentence(
        "“Last year” is {year}, the year to {facts.latest.ends_on}", want="“Last year”"
    ),
    "rank": Sentence("", want="“Worse than”, “the highest of all forces”"),
    "revised": Sentence(_revised),
    # Coverage and rates
    "coverage": Sentence("{who} gave a figure for {year}", want="“So many of the forces asked”"),
    "per_day": _rate("day"),
    "per_week": _rate("week"),
    "per_month": _rate("month"),
    "every_n_minutes": Sentence(
        _recorded(", on average one every {minutes:minutes}", "{facts.total:{measure}}"),
        "there is no interval",
        "“One every few minutes”",
        by_hand=True,
    ),
    "rounded_nearly": Sentence(
        _recorded(value="nearly {rounded} {measure}"),
        "“nearly” cannot be used",
        "“Nearly”",
        by_hand=True,
    ),
    "rounded_more_than": Sentence(
        _recorded(value="more than {rounded} {measure}"),
        "“more than” cannot be used",
        "“More than”",
        by_hand=True,
    ),
    # Records
    "record": _run("a record: the highest of the {span}", "no record can be claimed", "“A record”"),
    "joint_record": _run(
        "a joint record with {level_with}: no year of the {span} is higher",
        "no joint record can be claimed",
        "“A joint record”",
    ),
    "highest_available": _run(
        "the highest of the {years:years} with figures since {since}; there is no comparable"
        " figure for {gaps:or}",
        "it is not the highest",
        "“The highest of the years with figures”",
    ),
    "lowest": _run("the lowest of the {span}", "no lowest number can be claimed", "“The lowest”"),
    # Changes and percentages
    "rise": _pair("up from {pair.old}", "there is no rise", "“Up”"),
    "fall": _pair("down from {pair.old}", "there is no fall", "“Down”"),
    "unchanged": _pair("unchanged from {pair.old}", "they cannot be called unchanged"),
    "little_changed": _pair(
        "little changed from {pair.old}", "they cannot be called little changed"
    ),
    "from_none": _pair("compared with 0"),
    "like_for_like": _pair("compared with {pair.old}"),
    "percent_change": _pair(
        "{up} {percent_of_change} from {pair.old}", "no percentage", "A percentage"
    ),
    "fraction_change": _pair(
        "{up} by {fraction_words} from {pair.old}",
        "no fraction",
        "“By a quarter”, “by a third”, “by half”",
    ),
    "vivid": _moved("soared", "no vivid word", "“Soared”, “rocketed”", by_hand=True),
    # Doubled, halved and the like
    **{
        each.id: _moved(each.words, f"not “{each.words}”", by_hand=each.id.startswith("almost"))
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
    "share_count": _share("{part}", "", "How many were of this kind"),
    "share": _share("{percent_of_known} ({part})", "no percentage", "The share of this kind"),
    "share_fraction": _share("{fraction_words} ({part})", "no fraction", "This kind as a fraction"),
    # Figures as published
    "recorded_total": _reported("recorded {value:{measure}} in {fact.year}"),
    "recorded_per_day": _reported(
        "recorded {value:{measure}} in {fact.year}, an average of {rate} a day",
        "there is no rate",
        "“A day”, of a published figure",
    ),
    "recorded_coverage": _reported("gave a figure for {fact.year}"),
    "recorded_age_total": _reported("recorded {value:{against}} in {fact.year}"),
    "recorded_most_common_age": Sentence(
        "where age was recorded, {value} was the most common age in {fact.year}, as reported"
        " {on_date}"
    ),
    "recorded_pair": Sentence(
        "{whose} recorded {fact.value:{measure}} in {fact.year}, compared with {earlier.value} in"
        " {earlier.year}, as reported {on_date}. The forces counted in the two years may differ",
        want="Two published totals side by side",
    ),
    "recorded_multiple": Sentence("", want="A multiple of two published totals"),
}
