"""The words beside each figure of a checked text: the fact behind it, or why it is wrong."""

from offences.english import number

NAME_WITH_NUMBER = "name with a number"
PART_OF_A_TIME = "part of a time"
AGE_OF_A_PERSON = "age of a person"
VERDICTS = {
    "traced": "right",
    "rounded": "rightly rounded",
    "loose": "true but loose",
    "mismatch": "wrong",
    "untraced": "no source",
}
FACTS = {
    # counts
    "all_replied": "{n} in {year}, all forces that replied",
    "like_for_like": "{n} in {year}, among {forces} forces with figures for both years",
    "no_zero": "no year has a confirmed zero",
    "restated": "published as {before}, now {now} in {year}",
    "from_to": "from {old} to {new}",
    "range": "{low} to {high} in {year}",
    "difference": "a difference of {n}: {change}",
    "pair": "{old} in {old_year}, {new} in {new_year}",
    "more": "{n} more",
    "fewer": "{n} fewer",
    # parts of a whole
    "part": "{part}: {n} of {known}",
    "ages_known": "{n} of {known} known ages",
    "small_base": "{old} is under {base}: too small a base for a percentage",
    "no_percent": "a percentage that may not be given",
    # forces
    "coverage": "{n} of {asked} forces",
    "coverage_in": "{n} of {asked} forces in {area}",
    "forces_in": "forces in {area}",
    "no_ranks": "forces are never compared",
    # years
    "has_figure": "there is a figure for {year}",
    "year_ends": "{year} ends in March {ends}",
    "years_held": "the figures run from {first} to {latest}",
    "span": "a span of {years}",
    "years_from_to": "{n} years from {first} to {last}",
    "no_pair": "no two years that compare",
    "not_compared": "{year} is not compared with {latest}",
    # ages
    "ages_of": "the ages are those of {year}",
    "mode": "most common age {age}",
    "no_mode": "no most common age may be given",
    "band": "most common age band {band}",
    "no_band": "no age band may be given",
    "youngest": "the youngest was {age}",
    "no_youngest": "the youngest age is given only nationally",
    # rates and trends
    "no_rate": "no rate per {unit} may be given",
    "no_interval": "no interval may be given",
    "interval": "one every {minutes}",
    "times": "{n} times as many",
    "not_ever": "the figures cannot show “ever”",
    "latest_alone": "it may be said only of the latest year",
    "not_of_changes": "it may be said only of whole years, and only of the highest",
    "highest_known": "highest of the {years} years with figures",
    # a text as a whole
    "quoted": "as in the release",
}
"""By what was found, in words. A number is written with commas, anything else as it is given."""

NO_FACT = "No fact is near it. It needs a source."
NOT_SUPPORTED = "The figures do not support it."
NO_FIGURE = "There is no figure in this text."


def fact(code: str, **values: object) -> str:
    """One entry of the table with its values."""
    shown = {k: number(v) if isinstance(v, int) else v for k, v in values.items()}
    return FACTS[code].format(**shown)


def summary(wrong: int, untraced: int, loose: int, right: int) -> str:
    """“11 figures: 5 wrong, 1 without a source, 1 true but loose, 4 right.”"""
    many = wrong + untraced + loose + right
    if not many:
        return NO_FIGURE
    parts = (
        (wrong, "wrong"),
        (untraced, "without a source"),
        (loose, "true but loose"),
        (right, "right"),
    )
    listed = ", ".join(f"{n} {what}" for n, what in parts if n)
    return f"{many} figure{'' if many == 1 else 's'}: {listed}."
