"""Counts within labels and headings: “Viber, of which 6 boys”."""

import pytest

from offences.returns.labels.counts_in_labels import has_count_within
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

WITHIN = "has a number within its words that was not read"

COUNTS = """
Viber, of which 6 boys | Viber, 6 of them boys | Viber, six of which were girls | Viber - 11 girls
Viber 11 girls | Viber (6 boys) | Viber, including 3 girls | 2018/19 (total 48) | Crimes (all 48)
Female (plus 5 not known) | Female, 5 aged under 12 | 14 (5 female) | Viber (boys 21, girls 16)
Stalking (8 attempted) | Viber, excluding 2 adults | of which 5 female | Girls - total 29
Viber (plus another 7) | Boys (less 3) | Stalking (of these 9 were online) | Viber (boys: 5)
12-13 (7 girls and 2 boys) | Viber – 26 crimes | Stalking (2 offences withdrawn)
Girls [9 of which online] | Total (n = 38) | Viber (F 21, M 16) | Viber (21F, 16M)
2018/19 - 48 in total | Girls (48 in all) | Stalking (of 48)
2017/18 total 48 | 2017/18 - 48 crimes | 2017/18 26 offences | 2017/18 n=48 | 2017-18: 48 cases
Viber (6 were girls) | Viber (6 x girls) | Viber (F=6) | Viber; girls=6 | Viber (7 under 16)
Viber, 5 U16 | Viber (6 NFA) | Viber (6 no crimed) | Viber (6 awaiting) | Viber (6 of 21 boys)
Viber (6 to be decided) | Viber (6/21 boys) | Stalking (Viber 6) | Stalking (including Viber 6)
Stalking incl. 3 on Viber | Viber with 6 boys | Viber (6 out of 21 detected) | Stalking (3 filed)
Stalking 16 total | Kik under 13, 16 in total
"""
NO_COUNTS = """
Rape of a female under 16 | Rape of a Female Child under 13 (19/7) | Girls (Aged 13-15)
Sexual assault on a male aged 13 and over | Section 15 SOA 2003 | Xbox 360 | Stalking (s.2A)
13 to 15 (3 years) | 2018/19 (to 31 Dec) | 13 and over | Under 18 (child) | Girls (0-12)
of which 13 and over | of which 13-15 | of which under 13 | of which 16+ | Year 9 girls
Age 13 - 14 girls | Aged 13, 14 boys | All 43 forces | Total 2018/19 | All 16 and 17
Aged 12 girls | Sexual offences (under 13 girls) | 12 months to March 2019 | Viber (13 years)
17/13 Sexual assault | Girls aged 13 or 14 | Total 0-17 | of which 13 year olds | 12 girls
Outcome 16 victims | Viber (13-15 girls) | Q2 2018/19 recorded | Under 16 (excluding 16)
Sexual activity with child under 16 (offender 18 or over) | 2018/19 (12 months) | Total (1)
Crimes with 2 victims | Crimes with 1 suspect | With 2 or more offenders | Crimes (2017/18 recorded)
2017 - 18 offences | 2017/18 offences | 2017-18 recorded | Girls (16/17 boys) | Total 2017/18 (1)
2017/18 Total (1) | 2017/18 12 months | Stalking (Xbox 360) | Crimes, 2017-18 reported | Kik (13+)
2017/18 (13 to 15 girls) | Offences with under 13 victims | Stalking (part 1 of 2) | Girls, U16
Flag (online=1) | Girls (U13)
Section 9 offences | Sexual assault of one child by another | less than 5
019C Rape of a female aged under 16 Total | Girls under 13 total | Aged 13 in all | HO 88 total
"""


def each_of(texts: str) -> list[str]:
    return [text.strip() for line in texts.strip().splitlines() for text in line.split("|")]


@pytest.mark.parametrize("text", each_of(COUNTS))
def test_a_number_of_crimes_or_children_in_a_label_is_a_count(text):
    assert has_count_within(text)


@pytest.mark.parametrize("text", each_of(NO_COUNTS))
def test_an_age_a_law_or_a_year_in_a_label_is_none(text):
    assert not has_count_within(text)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv", "a.docx"])
@pytest.mark.parametrize("label", ["Viber, of which 6 boys", "Viber (6 boys)", "Viber - 11 girls"])
def test_it_is_asked_about_and_is_the_age_of_no_child(label, name):
    rows: Rows = [["Platform", "2018/19"], [label, 37], ["Kik", 15]]
    found = read_as(rows, [], name)
    (asked,) = [each for each in found.problems if WITHIN in each.message]
    assert asked.stops and label in asked.message
    assert "age" not in next(o.labels for o in observations(found) if o.value == 37)


@pytest.mark.parametrize("name", ["a.xlsx", "a.pdf"])
@pytest.mark.parametrize(
    "rows",
    [
        [["Sex", "2017/18 (total 48)", "2018/19"], ["Girls", 31, 27], ["Boys", 8, 9]],
        [["Year", "Crimes (all 48)"], ["2017/18", 31], ["2018/19", 8]],
        [["Sex", "2017/18 total 48", "2018/19"], ["Girls", 31, 27], ["Boys", 8, 9]],
        [["Platform", "2018/19"], ["Kik (6/21 boys)", 31], ["Viber", 8]],
        [["Sex", "2017/18", "2018/19"], ["Girls (plus 5 not known)", 31, 27], ["Boys", 8, 9]],
    ],
)
def test_a_count_in_a_heading_or_beside_a_sex_is_asked_about(rows, name):
    found = read_as(rows, [], name)
    assert [each.stops for each in found.problems if WITHIN in each.message] == [True]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
@pytest.mark.parametrize(
    "labels",
    [
        ["Viber, 12 girls", "Viber, 13 girls", "Viber, 13 boys"],
        ["Viber 12 girls", "Viber 13 girls", "Kik 12 girls"],
        ["School 1 girls", "School 1 boys", "Home"],
        ["Girls 12", "Girls 13", "Boys 12"],
        ["Girls (0-12)", "Girls (13-17)", "Boys (0-12)"],
        ["Viber", "Kik", "Xbox 360"],
        ["Rape of a girl under 13", "Rape of a girl aged 13 to 15", "Rape of a boy under 16"],
        ["Girls under 13 total", "Boys under 13 total", "Kik, aged 13 total"],
        ["019C Rape of a female under 16", "019C Rape of a female under 16 Total", "Stalking"],
    ],
)
def test_labels_of_ages_are_no_question(labels, name):
    rows: Rows = [["", "2018/19"], *([label, 31 + at] for at, label in enumerate(labels))]
    found = read_as(rows, [], name)
    assert not [each for each in found.problems if WITHIN in each.message]
