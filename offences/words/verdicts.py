"""The words beside each figure of a checked text: the fact behind it, or why it is wrong."""

from offences.english import number

NAME_WITH_NUMBER = "name with a number"
PART_OF_A_TIME = "part of a time"
AGE_OF_A_PERSON = "age of a person"
OF_SOMETHING_ELSE = "of something else"
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
    "all_of_a_year": "{n} in {year}, all {forces} forces with a figure for it",
    "like_for_like": "{n} in {year}, among {forces} forces with figures for both years",
    "no_zero": "no year has a confirmed zero",
    "restated": "published as {before}, now {now} in {year}",
    "range": "{low} to {high} in {year}",
    "difference": "a difference of {n}: {change}",
    "pair": "{old} in {old_year}, {new} in {new_year}",
    "more": "{n} more",
    "fewer": "{n} fewer",
    # parts of a whole
    "known": "{n} with {group} known",
    "unknown": "{n} of which it is not known",
    "known_ages": "{n} with a known age",
    "in_all": "{n} in all",
    "part": "{part}: {n} of {known}",
    "ages_known": "{n} of {known} known ages",
    "part_of_all": "{n} of {of} in {year}",
    "small_base": "{old} is under {base}: too small a base for a percentage",
    "no_percent": "a percentage that may not be given",
    "of_known": "{fact}: of those where it is known, not of all",
    "of_another_whole": "{fact}: no part of what is named before it",
    "of_no_number": "another number is named before it",
    "no_part_change": "no age, sex or platform may be compared with another, or with another year",
    "no_part_sum": "ages, sexes and platforms are known of one year only, not of several together",
    "not_in_order": "the numbers have another order",
    "not_nth_of_years": "among the years that we hold it has another place",
    "no_part_rate": "a rate is held for the total alone",
    "no_part_record": "a record is held for the total alone",
    # what a figure is said of
    "other_subject": "these figures say nothing of {subject}",
    "other_unit": "offences are counted, not {unit}",
    "of_each": "no average is held, and no number that each had",
    "narrowed": "these figures say nothing of “{words}”",
    "unread_time": "the time that this figure speaks of was not understood: “{words}”",
    "no_sum": "there is no sum of {bodies}",
    "no_category": "no figure of that age, sex or platform is held here",
    "no_body": "no figure of {body} is held here",
    "of_another": "{fact}: of {body}",
    "changes_to": "changes are held up to {latest} alone",
    "rates_of": "rates are those of {year}",
    "not_way": "{n} is no {way}",
    # forces
    "coverage": "{n} of {asked} forces",
    "of_forces_changed": "{n} forces, beside {year}",
    "coverage_in": "{n} of {asked} forces in {area}",
    "forces_in": "forces in {area}",
    "not_the_only_one": "it is not so of this force, or of others as well",
    "no_ranks": "forces are never compared",
    # years
    "has_figure": "there is a figure for {year}",
    "year_ends": "{year} ends in {ends}",
    "years_held": "the figures run from {first} to {latest}",
    "years_that_compare": "figures that can be compared run from {first} to {latest}",
    "span": "a span of {years}",
    "another_period": "the change beside it is since {year}, this one since {other}",
    "sum_of_years": "{n} in all from {first} to {last}",
    "average_of_years": "{n} a year on average from {first} to {last}",
    "sum_of_some_years": "{n} in {years} together",
    "years_from_to": "{n} years from {first} to {last}",
    "no_pair": "no two years that compare",
    "not_compared": "{year} is not compared with {latest}",
    # ages
    "ages_of": "the ages are those of {year}",
    "mode": "most common age {age}",
    "no_mode": "no most common age may be given",
    "no_mode_of_both": "the two have different most common ages",
    "no_mode_of_a_part": "no most common age of one sex or platform alone is held",
    "no_end_of_a_part": "no youngest or oldest of one sex or platform alone is held",
    "band": "most common age band {band}",
    "no_band": "no age band may be given",
    "youngest": "the youngest was {age}",
    "no_youngest": "the youngest age is given only nationally",
    # rates and trends
    "no_rate": "no rate per {unit} may be given",
    "no_interval": "no interval may be given",
    "interval": "one every {minutes}",
    "times": "{n} times as many",
    "vivid": "a vivid word that these figures do not bear out",
    "not_in_turn": "not so many years up to the latest follow each other in this way",
    "not_so_before": "in the years before, or now, the number went another way than this says",
    "not_in_so_many": "it was not so in that many of the years",
    "limit": "{n} is a limit, and no number of one year",
    "not_so_far_back": "the years that we hold do not go back so far",
    "not_ever": "the figures cannot show “ever”",
    "latest_alone": "it may be said only of the latest year",
    "not_of_changes": "it may be said only of whole years, and only of the highest",
    "highest_known": "highest of the {years} years with figures",
    # a text as a whole
    "quoted": "as in the release",
}
"""By what was found, in words. A number is written with commas, anything else as it is given."""

NOT_ONLINE = "offences that are not online"
"""What figures of offences online say nothing of."""

NOT_HELD = {
    "age": "these figures give no ages",
    "sex": "these figures give no sexes",
    "part": "these figures give no platforms or other parts",
    "pointing": "what these words point to was not understood",
}
"""By the kind of a category that the facts do not have."""

NO_FACT = "Not among our figures. It needs a source."
NOT_SUPPORTED = "The figures do not support it."
NO_FIGURE = "There is no figure in this text."


def fact(code: str, **values: object) -> str:
    """One entry of the table with its values."""
    shown = {k: number(v) if isinstance(v, int) else v for k, v in values.items()}
    return FACTS[code].format(**shown)


def aged(low: int, high: int) -> str:
    """The ages from one to another: "aged 10 and under", "aged 12 to 15", "aged 13"."""
    if low == 0:
        return f"aged {high} and under"
    return f"aged {low} to {high}" if low < high else f"aged {low}"


def summary(wrong: int, untraced: int, loose: int, right: int, not_checked: int = 0) -> str:
    """How many figures have each verdict: “11 figures checked: 5 wrong, 6 right.”"""
    many = wrong + untraced + loose + right
    parts = (
        (wrong, "wrong"),
        (untraced, "without a source"),
        (loose, "true but loose"),
        (right, "right"),
    )
    listed = ", ".join(f"{n} {what}" for n, what in parts if n)
    checked = f"{many} figure{'' if many == 1 else 's'} checked: {listed}." if many else NO_FIGURE
    also = (
        f"{not_checked} statement{'' if not_checked == 1 else 's'} without a figure, "
        if not_checked
        else ""
    )
    return f"{checked} Not checked: {also}names and quotes." if many or not_checked else checked
