"""One label of several dimensions, such as “Female 0-12”, gives each of them."""

import pytest

from offences.returns.labels.joined_labels import joined_parts
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, read
from tests.returns.test_causes import observations, read_as

IN_EVERY = pytest.mark.parametrize("name", FORMATS)

LABELS = {
    "Female 0-12": ("Female", "0-12"),
    "Male under 13": ("Male", "under 13"),
    "Girls 10-12": ("Girls", "10-12"),
    "Girls aged 13-15": ("Girls", "aged 13-15"),
    "Boys (13-15)": ("Boys", "13-15"),
    "13-17 female": ("female", "13-17"),
    "Under 13 male": ("male", "Under 13"),
    "Male - 16+": ("Male", "16+"),
    "F/14": ("F", "14"),
    "Of which boys 9": ("Of which boys", "9"),
}


@pytest.mark.parametrize("label", LABELS)
@IN_EVERY
def test_a_sex_and_an_age_in_one_row_label_are_both_known(label, name):
    rows: Rows = [["Victims", "2018/19", "2019/20"], ["All", 90, 95], [label, 31, 37]]
    found = observations(read_as(rows, [], name))
    own = [each for each in found if each.value in (31, 37)]
    assert {(each.labels.get("sex"), each.labels.get("age")) for each in own} == {LABELS[label]}
    assert not any(each.other for each in own)


@pytest.mark.parametrize("label", LABELS)
@IN_EVERY
def test_a_sex_and_an_age_in_one_heading_are_both_known(label, name):
    rows: Rows = [["Offence 2018/19", label, "Not known"], ["Stalking", 31, 2], ["Threats", 37, 1]]
    found = observations(read_as(rows, [], name))
    own = [each for each in found if each.value in (31, 37)]
    assert {(each.labels.get("sex"), each.labels.get("age")) for each in own} == {LABELS[label]}


def test_a_platform_and_a_sex_in_one_heading_are_both_known():
    found = read([["Year", "Snapchat - girls", "Kik: boys"], ["2018/19", 31, 37]])
    assert [each.labels for each in found.values()] == [
        {"platform": "Snapchat", "sex": "girls"},
        {"platform": "Kik", "sex": "boys"},
    ]


def test_letters_for_the_sexes_are_known_by_each_other():
    found = read([["Year", "F 10", "F 11", "M 10", "M 11"], ["2018/19", 31, 37, 12, 14]])
    both = [(each.labels.get("sex"), each.labels.get("age")) for each in found.values()]
    assert both == [("F", "10"), ("F", "11"), ("M", "10"), ("M", "11")]


def test_months_that_are_numbered_behind_an_m_are_no_boys():
    found = read([["Year", "M 1", "M 2", "M 3"], ["2018/19", 31, 37, 12]])
    assert not any("sex" in each.labels for each in found.values())


@pytest.mark.parametrize(
    "name", ["Rape of a female under 16", "Sexual assault on a male aged 13 and over"]
)
def test_an_offence_whose_name_has_a_sex_and_an_age_is_one_label(name):
    found = read([["Offence", "2018/19"], [name, 31], ["Stalking", 12]])
    assert found["B2"].labels == {"offence": name}


@pytest.mark.parametrize("name", ["Male child", "Female children", "Under 13 years"])
def test_a_sex_or_an_age_with_a_word_for_children_is_of_one_kind(name):
    found = read([["Victims", "2018/19"], [name, 31], ["Not known", 12]])
    assert [*found["B2"].labels.values()] == [name]


@pytest.mark.parametrize(
    ("total", "named"),
    [("Total female", {"sex": "female"}), ("Female total", {"sex": "Female"}),
     ("Total girls 10-12", {"sex": "girls", "age": "10-12"})],
)  # fmt: skip
def test_a_total_of_one_sex_says_which(total, named):
    rows: Rows = [["Year", "Female 0-12", "Female 13-17", total], ["2018/19", 31, 37, 68]]
    found = read(rows)["D2"]
    assert found.total
    assert found.labels == named


@pytest.mark.parametrize("total", ["3 year total", "2 years total"])
def test_a_total_of_some_years_is_of_no_age(total):
    found = read([["Offence", "2018/19", "2019/20", total], ["Stalking", 31, 37, 68]])["D2"]
    assert found.total
    assert "age" not in found.labels


@pytest.mark.parametrize("label", ["Threats " + "the word " * 700, "Girls " + "and 9 " * 700])
def test_a_label_as_long_as_a_text_has_no_parts(label):
    assert joined_parts(label) == ()


OF_A_KIND = {
    "Offences involving Snapchat": ("platform", "Snapchat"),
    "Offences on Snapchat": ("platform", "Snapchat"),
    "Recorded crimes via Kik": ("platform", "Kik"),
    "Offences where Snapchat was used": ("platform", "Snapchat"),
    "Crimes with a girl victim": ("sex", "girl victim"),
    "Offences against males": ("sex", "males"),
    "Cases where the victim was female": ("sex", "female"),
    "Offences against under 13s": ("age", "under 13s"),
    "Crimes where the victim was aged 13-15": ("age", "aged 13-15"),
}


@pytest.mark.parametrize("label", OF_A_KIND)
@pytest.mark.parametrize("beside", ["Offences", "Stalking"])
def test_a_heading_of_offences_that_involve_a_kind_is_that_kind(label, beside):
    found = read([["Year", beside, label], ["2018/19", 310, 31], ["2019/20", 327, 37]])["C2"]
    assert found.labels == dict([OF_A_KIND[label]])
    assert not found.total


@pytest.mark.parametrize("label", OF_A_KIND)
def test_a_row_of_offences_that_involve_a_kind_is_that_kind(label):
    found = read([["Measure", "2018/19"], ["All offences", 310], [label, 31]])
    assert found["B3"].labels == dict([OF_A_KIND[label]])


@pytest.mark.parametrize(
    "offence",
    [
        "Offences involving the sharing of images",
        "Offences against the person",
        "Offences against children",
        "Offences against under 18s",
        "Offences involving social media",
        "Offences involving a male suspect",
        "Offences on girls' images",
        "Sexual offences against females",
    ],
)
def test_an_offence_whose_name_begins_as_a_kind_would_is_an_offence(offence):
    found = read([["Year", "Stalking", offence], ["2018/19", 310, 31]])
    assert found["C2"].labels == {"offence": offence}


@pytest.mark.parametrize("corner", ["Platform / sex of victim", "Platform and sex of victim"])
@pytest.mark.parametrize(
    ("label", "named"),
    [
        ("Not recorded / Female", {"platform": "Not recorded", "sex": "Female"}),
        ("Snapchat / Not known", {"platform": "Snapchat", "sex": "Not known"}),
        ("Not known / Not known", {"platform": "Not known", "sex": "Not known"}),
        ("Other, not known", {"platform": "Other, not known"}),
    ],
)
def test_an_unrecorded_kind_is_split_as_the_other_rows_are(corner, label, named):
    found = read([[corner, "2018/19"], ["Kik / Female", 61], [label, 31]])
    assert found["B2"].labels == {"platform": "Kik", "sex": "Female"}
    assert found["B3"].labels == named


@pytest.mark.parametrize(
    ("corner", "beside"), [("Platform", "Kik / Female"), ("Platform / sex of victim", "Kik")]
)
def test_an_unrecorded_kind_is_one_label_where_nothing_says_two_kinds(corner, beside):
    found = read([[corner, "2018/19"], [beside, 61], ["Not recorded / Female", 31]])
    assert "sex" not in found["B3"].labels
