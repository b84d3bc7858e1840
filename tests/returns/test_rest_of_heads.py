"""What is left of a heading or a title, once its year and ages are read, is read too."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import EVERY_FORMAT, FORMATS, messages_of
from tests.returns.grids import Rows, problems, read

YEARS = ["2017/18", "2018/19"]
BODY: Rows = [["Rape", 34, 41], ["Grooming", 12, 13]]
TITLE = "Sexual offences against children under 18 with an online (cyber) flag"
OF_ALL = "Online sexual offences"


def beside(words: str, title: str = TITLE) -> Rows:
    return [[title], [], ["Offence", *(f"{year} {words}" for year in YEARS)], *BODY]


def within(words: str, title: str = TITLE) -> Rows:
    return [[title], [], ["Offence", *YEARS], BODY[0], [words], BODY[1]]


def over(title: str) -> Rows:
    return [[title], [], ["Offence", *YEARS], *BODY]


def stops(rows: Rows, name: str = "Data") -> list[str]:
    return [each.message for each in problems(rows, name) if each.stops]


def stops_in(rows: Rows, name: str) -> list[str]:
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name, ""))
    return [each.message for each in found.problems if each.stops]


@pytest.mark.parametrize("layout", [beside, within])
@pytest.mark.parametrize(
    "words",
    ["under 18 offenders", "Under 18 suspects", "aged under 18 perpetrators", "10-17 accused",
     "under 18 - suspects"],
)  # fmt: skip
def test_the_accused_behind_an_age_are_no_victims(layout, words):
    assert any("is not of victims" in each for each in stops(layout(words)))


@pytest.mark.parametrize("layout", [beside, within])
@pytest.mark.parametrize("words", ["under 18", "under 18 victims", "aged under 18", "under 18s"])
def test_an_age_of_victims_asks_nothing(layout, words):
    assert stops(layout(words)) == []


@pytest.mark.parametrize(
    "words",
    ["under 18s charged", "under 18 cases", "Under 18s in Kent", "Under 18 and over",
     "Under 18 not online"],
)  # fmt: skip
def test_more_than_an_age_is_the_name_of_none(words):
    found = [*read(beside(words)).values(), *read(within(words)).values()]
    assert not any("age" in each.labels for each in found)
    assert any(words in each.other for each in found)


@pytest.mark.parametrize("words", ["under 18", "under 18 victims", "Under 18 years of age"])
def test_an_age_with_its_victims_is_one(words):
    assert all("age" in each.labels for each in read(beside(words)).values())


@pytest.mark.parametrize("layout", [beside, within])
@pytest.mark.parametrize("words", ["All forces", "Total all forces", "Running total"])
def test_all_forces_and_running_totals_are_asked_about(layout, words):
    assert any("counts that were asked for?" in each for each in stops(layout(words)))


def test_all_forces_beside_single_ones_are_their_total():
    rows: Rows = [["Online offences under 18"], [], ["Force", *YEARS], ["Kent", 34, 41]]
    assert stops([*rows, ["Essex", 12, 15], ["All forces", 46, 56]]) == []


@pytest.mark.parametrize("layout", [beside, within])
@pytest.mark.parametrize("words", ["all ages", "any age", "Victims of all ages"])
def test_all_ages_are_asked_about_where_no_word_says_that_they_are_of_children(layout, words):
    assert any("of adults too?" in each for each in stops(layout(words, OF_ALL)))
    assert stops(layout(words, f"{OF_ALL} against children under 18")) == []


def test_all_ages_beside_other_ages_are_their_total():
    rows: Rows = [[OF_ALL], [], ["Age", *YEARS], ["0-12", 34, 41], ["13-17", 12, 15]]
    assert stops([*rows, ["All ages", 46, 56]]) == []


@pytest.mark.parametrize(
    "end",
    [
        " - to 31 December",
        ", to December",
        " to Sept",
        ": Year to December",
        " (up to December)",
        " - from June",
    ],
)
def test_a_title_that_ends_with_a_month_of_no_year_is_of_a_part(end):
    assert any("Is this count of a whole year?" in each for each in stops(over(TITLE + end)))


@pytest.mark.parametrize(
    "end", [" - to 31 March", ", year to March", " from April to March", " (published in May)"]
)
def test_a_title_that_ends_with_the_end_of_its_years_asks_nothing(end):
    assert stops(over(TITLE + end)) == []


def test_calendar_years_end_in_december():
    rows: Rows = [[f"{TITLE}, year to December"], [], ["Offence", "2017", "2018"], *BODY]
    assert stops(rows) == []


@pytest.mark.parametrize(
    "words",
    ["committed between 1 April 2017 and 31 March 2019", "occurring between 2017/18 and 2018/19",
     "that took place from April 2017 to March 2019", "committed since 1 April 2017"],
)  # fmt: skip
def test_a_title_that_says_when_crimes_were_committed_is_asked_about(words):
    why = f"“{TITLE} {words}”"[:60]
    found = stops(over(f"{TITLE} {words}"))
    assert any(each.startswith(why) and "recorded then?" in each for each in found)


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("word", ["Committed", "Occurred", "Happened in"])
@pytest.mark.parametrize(
    "rows",
    [
        lambda word: [["Sex", f"{word} 18/19", "19/20"], ["Girls", 31, 27], ["Boys", 12, 14]],
        lambda word: [[word, "2018/19", "2019/20"], ["Girls", 31, 27], ["Boys", 12, 14]],
        lambda word: [["Year", word], ["2018/19", 31], ["2019/20", 27]],
    ],
)
def test_when_crimes_were_committed_is_asked_about_without_the_word_year(rows, word, name):
    assert [each for each in messages_of(name, rows(word)) if "recorded then?" in each]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "words", ["Offences committed", "Crimes committed online", "Recorded", "Committed online"]
)
def test_that_they_were_committed_is_not(words, name):
    rows: Rows = [["Year", words], ["2018/19", 31], ["2019/20", 27]]
    assert not [each for each in messages_of(name, rows) if "recorded then?" in each]


def test_a_sheet_of_crimes_when_committed_is_asked_about():
    asked = stops([["Year", "Offences"], ["2018/19", 31], ["2019/20", 27]], "Committed")
    assert asked == ["“Committed”: was each crime recorded then?"]


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} recorded between 1 April 2017 and 31 March 2019",
        f"{TITLE} committed on the internet",
        "Online sexual offences committed against children in 2017/18 and 2018/19",
        "How many online sexual offences against children were committed between 1 April 2017 and"
        " 31 March 2019?",
    ],
)
def test_a_title_that_says_how_or_against_whom_they_were_committed_asks_nothing(title):
    assert stops(over(title)) == []


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (within("Under 18 suspects"), "is not of victims"),
        (within("All ages", OF_ALL), "of adults too?"),
        (over("Online offences to 31 December"), "Is this count of a whole year?"),
        (over("Offences committed between 1 April 2017 and 31 March 2019"), "recorded then?"),
    ],
)
def test_they_are_asked_about_in_every_format(name, rows, why):
    assert any(why in each for each in stops_in(rows, name))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("heading", "is_asked"),
    [
        ("ave 2018/19", True),
        ("2018/19 P1-P6", True),
        ("2018/19 cancelled", True),
        ("prev 2018/19", True),
        ("2018/19 West", True),
        ("Offences 2018/19", False),
        ("2018/19 recorded", False),
        ("Sum of 2018/19", False),
        ("Kik 2018/19", False),
    ],
)
def test_words_beside_a_year_that_are_no_label_of_a_kind_are_asked_about(heading, is_asked, name):
    rows: Rows = [["Offence", heading, "2019/20"], ["Rape", 31, 27], ["Grooming", 12, 14]]
    asked = any(f"“{heading}”" in m and "asked for" in m for m in messages_of(name, rows))
    assert asked == is_asked
