"""How papers put figures: sentences where {right|false} marks a number and another's in its place.

With the right numbers nothing is asked about; with a false one, that number is.
"""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import ENGLAND, PANEL, documents, flagged
from tests.tracing.test_right_and_false_numbers import lines, tell_apart

FORCES = """
Fifteen forces in England and Wales had been written to. {Twelve|Eleven} had sent in a number, and \
together these come to {2,489|2,398}.
The {twelve|eleven} forces able to supply data for two consecutive years rose by {35|25} per cent.
It requested data under the Freedom of Information Act from {15|12} forces, twelve of which replied.
"""

RATES_AND_AGES = """
In Tarn, more than {two|four} came in every week.
The commonest age in Tarn was just {14|13}, with {27|25} offences.
Lassies were the victims in {112|28} of the Tarn offences, and laddies in {28|112}.
"""


@pytest.mark.parametrize("line", lines(FORCES))
def test_forces_that_were_asked_and_that_sent_numbers(line):
    tell_apart(line)


@pytest.mark.parametrize("line", lines(RATES_AND_AGES))
def test_ages_sexes_and_what_comes_in_every_week(line):
    tell_apart(line)


TIMES = """
Crimes in Tarn have almost doubled in {three|two} years.
For the earlier years Tarn's figures are 77 (2016/17), 95 (2017/18) and 110 (2018/19). The total \
went up by {94|35} per cent over the period.
Tarn had 77 in 2016/17 and 95 in 2017/18. Over that time it has gone up by {72|54}.
"""


@pytest.mark.parametrize("line", lines(TIMES))
def test_how_long_a_change_took_and_where_a_period_begins(line):
    tell_apart(line)


YEARS_AND_BODIES = """
Tarn had 149, nearly {twice|three times} the tally in 2016/17, and it's \
up {57|35} per cent since 2017/18.
It's the latest rise in a series that began in 2016/17, and the figure is now {94|35} per cent \
above where it started in Tarn.
Tarn had 149 in 2019/20. It's the highest of the {four|five} years we do have, and the earliest of \
those, 2016/17, was {77|95}.
In England and Wales twelve forces recorded 2,489 offences.¶On average there were more than six a \
day.¶{Thirteen|Fourteen} was the most common age.
"""

WHO_ANSWERED = """
Across England and Wales, twelve forces replied. The charity's head told us she had tried \
{15|18}.
Across England and Wales, twelve forces replied. {Three|Four} others gave the charity no number.
Some forces in England and Wales gave no figure ({three|four} of 15).
There were {2,489|2,398} in England and Wales at the forces that coughed up.
The Tarn offences, which include rape and sexual communication, come to more than \
{two|four} a week.
"""


@pytest.mark.parametrize("line", lines(YEARS_AND_BODIES))
def test_years_in_other_clauses_and_ages_of_the_body_before(line):
    tell_apart(line)


@pytest.mark.parametrize("line", lines(WHO_ANSWERED))
def test_who_answered_and_what_offences_include(line):
    tell_apart(line)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Tarn recorded 149 offences including 28 rapes.", "28"),
        ("Rapes in Tarn, including grooming, came to 149.", "149"),
        ("Predators in the 149 crimes, police in Tarn say, rose by 35 per cent.", "35 per cent"),
    ],
)
def test_other_crimes_and_offenders_have_no_number_of_the_offences(text, figure):
    assert figure in flagged(text)


DETAILS = """
Which app was it in Tarn?¶Of the {83|118} where we know, 40 were on Snapchat.
Of the {140|118} where we know, {112|28} of the Tarn offences were against girls.
The boys of Tarn are forgotten. Last year police dealt with {28|112} offences against them.
Tarn's boys matter. Every child does, and there were {149|28} offences against them.
Tarn police recorded {149|110} offences with a cyber-flag.
She quizzed {15|12} forces in England and Wales. Twelve answered.
"""


@pytest.mark.parametrize("line", lines(DETAILS))
def test_what_is_known_and_whom_they_are_against(line):
    tell_apart(line)


def test_a_dozen_forces_are_twelve():
    assert flagged("The dozen forces in England and Wales that replied had 2,489.") == []
    assert flagged("In England and Wales, three of the dozen forces asked did not answer.") != []
    assert flagged("The farm sells eggs by the dozen.") == []


BODIES = """
Tarn recorded 149 offences.¶Four in five of its cases were against girls, where known. There were \
{28|433} offences against boys.
Tarn recorded 149 last year, and that was up from {110|1,842}.
England and Wales as one: across the {twelve|eleven} forces, 83 offences were against ten-year-olds.
The charity went to {fifteen|twelve} forces in England and Wales.
"""


@pytest.mark.parametrize("line", lines(BODIES))
def test_what_a_text_has_been_about(line):
    tell_apart(line)


@pytest.mark.parametrize("who", ["UK police recorded", "The UK total hit", "UK figures topped"])
def test_the_whole_country_has_no_number_of_a_force(who):
    assert flagged(f"{who} 149.") == ["149"]


STARTS = """
{149|2,489}. That's the number of online sexual offences against children recorded in Tarn.
{2,489|149}. That's the total across England and Wales.
"""


@pytest.mark.parametrize("line", lines(STARTS))
def test_the_next_sentence_says_whose_a_number_alone_is(line):
    tell_apart(line)


def test_the_first_year_of_a_series_is_that_of_the_body_that_is_meant():
    panel = {n: {k: v for k, v in y.items() if k != "2016/17"} for n, y in PANEL.items()}
    shorter = Evidence(read_facts({**ENGLAND, "panel": panel}))
    text = "The count is {} higher than in the first year of the series."
    for number, right in (("72", True), ("54", False), ("39", False)):
        found = trace(text.format(number), documents()[0], shorter)
        assert (found[0].verdict == "traced") is right, number


LEFT_OF_THE_FORCES = """
A charity wrote to 15 forces. Two said no and Holm missed the deadline, leaving {12|11}.
A charity questioned 15 forces and heard back with figures from {12|15}.
"""


@pytest.mark.parametrize("line", lines(LEFT_OF_THE_FORCES))
def test_forces_that_are_left_when_others_gave_nothing(line):
    tell_apart(line)


@pytest.mark.parametrize(
    "text",
    (
        "A charity wrote to 15 forces. Two said no, leaving 15.",
        "A charity wrote to 15 forces. Two said no, leaving 12 girls.",
        "A charity wrote to 15 forces. Tarn failed to find the others, leaving 12.",
        "A charity wrote to 15 forces. Two had lost their records, leaving 12.",
        "A charity asked 15 forces and heard back with numbers from 12 girls.",
    ),
)
def test_what_else_is_left_is_no_number_of_forces(text):
    assert len(flagged(text)) == 1


WHEN = """
The Tarn total is well above 2016/17, however, when just {77|95} were recorded.
The Tarn total is well above 2017/18, though, when {95|149} were recorded.
"""


@pytest.mark.parametrize("line", lines(WHEN))
def test_an_aside_between_a_year_and_its_number(line):
    tell_apart(line)


@pytest.mark.parametrize(
    "text",
    (
        "The Tarn total is well above 2017/18, however, when just {} were recorded.",
        "The Tarn total is well above 2016/17, however, when just {} were against girls.",
        "The Tarn total is well above 2016/17, however, when just {} came on Snapchat.",
        "The English total is well above 2016/17, however, when just {} were recorded.",
        "The Tarn total is well above 2016/17, however, when just {} children were abused.",
    ),
)
def test_the_number_of_a_year_is_no_other(text):
    assert flagged(text.format("77"))


AGES = """
In Tarn, in 27 of the offences the victim was 14, and in {12|20} it was an 11-year-old.
In Tarn, in {27|25} of the offences the victim was a 14-year-old.
In Tarn, in {20|112} cases the child was a 12-year-old.
"""


@pytest.mark.parametrize("line", lines(AGES))
def test_an_age_that_a_number_is_of(line):
    tell_apart(line)


@pytest.mark.parametrize(
    "text",
    (
        "In Tarn, in 12 it was a 13-year-old.",
        "In Tarn, in 6 of the offences the victim was a four-year-old.",
        "In Tarn, in two of the offences the victim was a four-year-old.",
        "In England and Wales, in 12 it was an 11-year-old.",
        "In Tarn, in 2019 it was an 11-year-old.",
        "In Tarn, in 40 of them it was an 11-year-old on Snapchat.",
    ),
)
def test_an_age_beside_the_number_of_another(text):
    assert flagged(text)


def test_crimes_that_others_are_an_example_of_are_not_the_offences():
    for text, figure in (
        ("Crimes such as theft numbered 149 in Tarn.", "149"),
        ("Cases including arson came to 149 in Tarn.", "149"),
        ("In Tarn the crimes, such as robbery, rose by 35 per cent.", "35 per cent"),
        ("The other crimes in Tarn, which include fraud, came to 149.", "149"),
    ):
        assert figure in flagged(text)
    assert flagged("All the offences, which range from threats to rape, came to 149 in Tarn.") == []


FEWER_THAN_NOW = """
Tarn had 149 offences. In 2018/19 it had 110. That is {39|72} fewer than now.
Tarn had 149 offences. In 2016/17 it had 77. That’s {72|39} fewer than today.
"""


@pytest.mark.parametrize("line", lines(FEWER_THAN_NOW))
def test_the_next_sentence_compares_an_earlier_number_with_now(line):
    tell_apart(line)


@pytest.mark.parametrize(
    "text",
    (
        "Tarn had 149 offences. In 2018/19 it had 110. That is 39 more than now.",
        "Tarn had 149 offences. In 2018/19 it had 110. That is 39 fewer.",
        "Tarn had 149 offences. In 2018/19 it had 110. That is 33 fewer than now.",
        "Tarn had 110 offences in 2018/19. In 2019/20 it had 149. That is 39 fewer than now.",
        "Tarn had 149 offences. In 2017/18 it had 95. That is 39 fewer than now.",
    ),
)
def test_what_is_no_fewer_than_now(text):
    assert len(flagged(text)) == 1


FILES = """
In Tarn Snapchat was on {40|28} of those files.
In Tarn, Snapchat appears in {40|149} of the files and Instagram in 28.
In Tarn, Instagram was named in just {28|112} of the files.
In England and Wales Snapchat was on {560|310} of the files.
In Tarn, officers now open more than {12|37} such files a month.
"""


@pytest.mark.parametrize("line", lines(FILES))
def test_an_app_is_on_so_many_of_the_files_of_the_offences(line):
    tell_apart(line)


@pytest.mark.parametrize(
    "text",
    (
        "In Tarn Snapchat was on 112 of those files.",
        "Tarn police seized images. Snapchat was on 40 of those files.",
        "In Tarn Snapchat was sent 40 of those files.",
        "In Tarn Snapchat was on 40 of those files in 2018/19.",
        "In England and Wales Snapchat was on 40 of those files.",
        "In Tarn Tumblr was on 40 of those files.",
    ),
)
def test_files_that_are_others_or_of_others(text):
    assert len(flagged(text)) == 1


GONE_PAST = """
The number of offences in Tarn has gone past {140|150}.
The number in England and Wales has gone past {2,400|140} in a year.
Across Tarn the total went past {140|2,400}.
"""


@pytest.mark.parametrize("line", lines(GONE_PAST))
def test_what_a_number_has_gone_past(line):
    tell_apart(line)


@pytest.mark.parametrize(
    "text",
    (
        "The number in Tarn has gone past 149.",
        "The number in Tarn has gone past 110.",
        "The number on Snapchat in Tarn has gone past 140.",
        "The number in Tarn went past 140 in 2018/19.",
        "The number in Tarn has gone past 140 since the school closed.",
    ),
)
def test_what_it_has_not_gone_past(text):
    assert len(flagged(text)) == 1


@pytest.mark.parametrize(
    "text",
    (
        "Nor does one offence mean one child.",
        "Which platforms come up? Officers in Tarn gave one for 83 offences.",
    ),
)
def test_one_that_counts_nothing(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    "text",
    (
        "Tarn recorded one offence.",
        "Nor did Tarn record one offence in 2019/20.",
        "Nor does one offence a day seem many in Tarn.",
        "Officers in Tarn gave one for every 83 offences.",
        "Officers in Tarn gave one in 83 offences.",
        "Officers in Tarn gave one for 40 offences.",
    ),
)
def test_one_that_counts(text):
    assert flagged(text)


def test_a_change_behind_the_crimes_that_others_suffered_is_theirs():
    for text in (
        "Girls in Tarn endured 112 crimes, up 35 per cent.",
        "Girls in Tarn reported 149 offences, up 35 per cent.",
        "Suspects in Tarn were charged with 149 offences, up 35 per cent.",
        "Warrants were sought in 149 cases, up 35 per cent.",
    ):
        assert flagged(text), text


def test_other_things_that_come_in_every_month_are_no_rate_of_offences():
    text = "12.4 {} came in a month."
    verdicts = {each: _verdict(text.format(each)) for each in ("offences", "letters", "calls")}
    assert verdicts == {"offences": "traced", "letters": "exempt", "calls": "exempt"}


def _verdict(text):
    return next(f.verdict for f in trace(text, *documents()) if f.text == "12.4")
