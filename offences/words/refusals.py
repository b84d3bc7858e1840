"""Why a claim may be made, or why not: the sentence of every code that a rule gives.

A template names the values of its code, or a phrase of `phrases.py`. Where “{so}” ends it, what
follows from it is added for each claim: “, so no record can be claimed”.
"""

from collections.abc import Callable

from offences.claims.claim import Claim

REASONS: dict[str, str | Callable[[Claim], str]] = {
    "holds": "it holds for every value the figures can have",
    "published": "it was published; we do not have the figures behind it",
    # The figures as they are
    "not_exact": "{not_exact}{so}",
    "no_single_years": "the figures of single years are not known",
    "no_force_gave": "no force gave a figure for {year}",
    "small_base": "{n} is under {least}{so}",
    # The latest year
    "is_zero": "the figure for {year} is 0, which has a claim of its own",
    "is_not_zero": "the figure for {year} is {n}, not 0",
    "has_figure": "there is a figure for {year}",
    "withheld_in_panel": "withheld figures of several forces are part of their “at least” total",
    "not_withheld": "{not_exact}, not withheld below a limit",
    "no_upper_limit": "the figure for {year} was withheld without an upper limit",
    "part_year_in_panel": "part-year figures of several forces are part of their “at least” total",
    "not_part_year": "{not_exact}, not a figure for part of the year",
    "at_least_of_one": "“At least” is for the total of several forces",
    "at_least_zero": "the low end of the total for {year} is 0, and “at least 0” says nothing",
    "total_is_exact": "all {asked} forces gave exact figures, so the total is exact",
    "no_change_known": "no change of definition is known up to {year}",
    "no_release_date": "the date of the release is not known",
    "not_ended": "{year} had not ended on {facts.published_on}",
    "ended_long_ago": (
        "{year} ended on {facts.latest.ends_on}, over a year before {facts.published_on}"
    ),
    "never_compared": "forces are never compared: each marks crimes as online differently",
    "not_revised": "no figure differs from the release before",
    # Coverage and rates
    "coverage_of_one": "coverage is for several forces",
    "part_year_scaled": "{not_exact}; a part year is never scaled up{so}",
    "under_one": "{n} in {year} is fewer than one {a_unit}",
    "total_without_limit": "{not_exact}; the total has no upper limit{so}",
    "not_one_rate": "the total is {facts.total}, which rounds to more than one rate {a_unit}",
    "none_recorded": "none were recorded{so}",
    "given_exactly": "{n} is under 20 and is always given exactly",
    "already_round": "{n} is already a round number",
    "not_near": "{n} is not near enough to {target} to be called nearly that",
    "far_above": "{n} is more than 8% above {target}",
    # Records
    "latest_not_comparable": "{latest}{so}",
    "no_force_comparable": "no force has a figure for {year} that compares{so}",
    "few_forces_every_year": (
        "{n} of {asked:forces} gave figures that compare in every year, under the {least} needed"
        "{so}"
    ),
    "small_part_of_total": (
        "the {n:forces} with figures for every year recorded {sum} of the {facts.total} in {year},"
        " under {limits.lfl_national_pct}%{so}"
    ),
    "gaps": "{run_gaps}{so}",
    "few_years": (
        "{n:years} of figures, from {run.since}, and {limits.record_min_points} are needed{so}"
    ),
    "small_figure": "{run.now} is under {limits.record_min_value}{so}",
    "not_certainly_below": "{run_years}, not certainly below {run.now}{so}",
    "no_level_year": "no earlier year is level with {run.now}",
    "all_level": "every year since {run.since} is {run.now}, which is no record",
    "no_gap": "there is no gap in the series, so it is a record or it is not",
    "few_years_with_figures": "{n:years} with figures, and {least} are needed",
    "partial_not_below": "{run_gap}, with {partial}, not below {run.now}",
    "never_high": "no year since {run.since} reached {limits.record_min_value}{so}",
    "not_certainly_above": "{run_years}, not certainly above {run.now}{so}",
    # Two years
    "no_shared_year": (
        "no earlier year shares {limits.lfl_min_forces} or more forces with figures that compare"
        " with {year}{before_change}"
    ),
    "latest_compared_with_none": "{latest}, so it is not compared with any year",
    "no_earlier_year": "there is no earlier year to compare {year} with{before_change}",
    "no_comparable_year": "{earlier_years}, so {year} has no year to be compared with",
    "rises_from_zero": "{pair.old_year} was 0; a rise from zero has words of its own",
    "falls_to_zero": "{year} is 0, which has a claim of its own",
    "falls_to_none": "{year} is 0{so}",
    "not_certain": lambda claim: (
        "the figures are {both}{so}"
        if claim.values["pair"].is_exact
        else "the figures are {both}, so that is not certain"
    ),
    "flat": lambda claim: (
        "the figures are {both}, a change "
        + ("" if claim.values["pair"].is_exact else "that may be ")
        + "under {limits.flat_pct}%: little changed"
    ),
    "not_both_exact": "the figures are {both}, not both exact{so}",
    "differ": "the figures are {both}, which differ",
    "both_zero": "both years are 0: none were recorded in either",
    "no_change": "the figures are {both}: there is no change",
    "every_change_named": "{n} is under {least}, so every change is named",
    "not_flat": "the figures are {both}, a change of {limits.flat_pct}% or more",
    "old_not_zero": "{pair.old_year} is {pair.old}, not exactly 0",
    "perhaps_none": "{year} is {pair.new}: perhaps none",
    "like_for_like_of_one": "like for like is for several forces",
    "rise_too_large": (
        "the figures are {both}, a rise of 1,000% or more: give the numbers or a multiple"
    ),
    "rounds_to_more": "the figures are {both}, which rounds to {percent}% without reaching it",
    "no_fraction_near": "the figures are {both}, near no plain fraction",
    "vivid_off": "vivid words are switched off",
    "provisional": "a figure behind it is provisional",
    "not_vivid": "the figures are {both}: not a rise of 25% and {limits.mult_min_diff}",
    "outside_limits": lambda claim: (
        "{ratio}{so}" if claim.values["pair"].is_exact else "the figures are {both}{so}"
    ),
    "small_rise": "the figures are {both}: not a rise of {limits.mult_min_diff} or more{so}",
    "small_fall": "the figures are {both}: not a fall of {limits.mult_min_diff} or more{so}",
    "under_five_times": "{ratio}, under five times",
    # Ages and parts
    "no_ages": "no ages are given for {year}",
    "not_all_bands": "the ages are not all bands",
    "not_single_years": "the ages are not all single years",
    "few_ages": "{n} known ages are under {least}",
    "few_of_all_ages": "an age is known for {n} of {total}, under {limits.age_known_pct}%",
    "few_at_one_age": "the most at one age is {n}, under {least}",
    "withheld_may_be_top": "the withheld number at {group} may reach the {most} at the top",
    "ages_level": "{n:ages} are level",
    "bands_level": "{n:bands} are level",
    "one_hidden": "exactly one cell is hidden, and it can be worked out from the total",
    "small_in_table": "one force's table would show a number under {least}",
    "too_few_to_name": "{n} in one force is under {least}: too few to name",
    "ages_hidden": "{n:cells} of the ages are hidden",
    "band_across": "the band {group} lies across {limit} and is not split",
    "none_so_young": "none are known at {limit} and under",
    "few_ages_for_percentage": "{n} known ages are under {least}{so}",
    "none_of_kind": "none are known for {name}",
    "few_known": "{n} known is under {least}{so}",
    "share_near_no_fraction": "{part} of {known} is near no plain fraction",
    "no_youngest": "the youngest age is not given",
    "youngest_locally": (
        "the youngest age is said nationally only: locally it could identify a child"
    ),
    # As published
    "coverage_not_published": (
        "the publication of {fact.publication} does not say how many forces it rests on"
    ),
    "two_publications": (
        "{earlier.value} was reported {on_earlier_date} and {fact.value} {on_date}: totals of two"
        " publications are not put side by side"
    ),
    "two_sources": (
        "{earlier.value} and {fact.value} were reported {on_date}, but by two publications: they"
        " are not put side by side"
    ),
    "only_reported": (
        "the totals for {earlier.year} and {fact.year} are known only as reported, and the forces"
        " counted in them may differ: no multiple and no percentage"
    ),
}
