"""A sentence beside figures is asked about if it may change them; a mere remark is not."""

import pytest

from offences.returns.formats.files import FileContents
from offences.returns.labels.part_year_words import says_own_years
from offences.returns.reader import read_sheets
from tests.returns.grids import Rows, sheet_of

TITLE: Rows = [["Online sexual offences against victims aged under 18"]]
TABLE: Rows = [
    ["Offence", "2017/18", "2018/19", "2019/20"],
    ["Sexual grooming", 31, 33, 22],
    ["Exposure", 11, 12, 13],
]


def sheets_with(place: str, line: str) -> dict[str, Rows]:
    above = [[line], []] if place == "above" else []
    below = [[], [line]] if place == "below" else []
    table = [TABLE[0], [*TABLE[1], "", line], TABLE[2]] if place == "beside" else TABLE
    of_notes = place == "on a sheet of notes"
    notes: dict[str, Rows] = {"Notes": [["Notes"], [line]]} if of_notes else {}
    return {"Data": [*TITLE, *above, *table, *below]} | notes


def is_asked(place: str, line: str) -> bool:
    sheets = [sheet_of(rows, name) for name, rows in sheets_with(place, line).items()]
    read = read_sheets("a.xlsx", FileContents(sheets))
    labels = [o.other for table in read.tables for o in table.observations if o.other]
    return bool(read.problems or labels or [n for n in read.not_taken if n.stops])


PLACES = ["below", "beside", "above", "on a sheet of notes"]
HARMLESS = [
    "This data was searched for by our analysts.",
    "All figures are shown as they were recorded.",
    "Our reply to your other questions is in the letter.",
    "Zero means that no crimes were recorded.",
    "Under 18 means that the victim had not reached their eighteenth birthday.",
    "The table gives the number of crimes recorded in each financial year.",
    "The figures come from the force's crime recording database.",
    "No personal information is given in this sheet.",
    "Our figures should not be compared with those of any other police force.",
    "The figures have not been audited.",
    "Offences are recorded in accordance with the National Crime Recording Standard.",
    "Public sector information is licensed under the Open Government Licence.",
    "Our crime recording system is called Niche.",
    "Each offence is counted in the year in which it was recorded.",
    "The data was pulled from our system on 12 June 2020.",
    "We hope that this answers your question.",
    "All victims are under 18.",
    "The figures are for the whole force.",
    "The search date was 1 July 2020.",
    "Totals are shown at the bottom.",
    "Disclosure of more detail could identify individuals.",
    "The total is made up of the rows above.",
    "This table gives the number of offences recorded in each year.",
    "A child is a person under the age of 18.",
    "The online flag is applied where the offence was committed in full or in part online.",
    "All offences are included whether or not they were solved.",
    "Police forces in the United Kingdom use various systems to record crime.",
    "Figures are a snapshot in time and may change as investigations progress.",
    "Under the Home Office Counting Rules one crime is recorded per victim.",
    "0 means none recorded.",
    "Data extracted 14/06/2023 from the force crime recording system.",
    "Every effort is made to ensure that the figures presented are accurate and complete.",
]
HARMFUL = [
    "Figures for March are missing",
    "Includes offences against adults",
    "Only crimes flagged as cyber are shown up to June",
    "Chatham is counted by another force.",
    "Crimes reported by schools are shown.",
    "The figures are for crimes in which a device was seized.",
    "One of the stations did not answer.",
    "The numbers are too low.",
    "Each child is counted, however many crimes there were.",
    "Our year runs from 1 January to 31 December.",
    "Crimes are shown by the year in which they were committed.",
    "The figures are those of Essex.",
    "These are the crimes of one team.",
    "Small numbers were changed to protect individuals.",
    "The headings were swapped.",
    "The crimes here have no online element.",
    "Records made by the public are not here.",
    "A dash means that no crimes were recorded.",
    "The flag was first used in July 2018.",
    "The victims were girls.",
    "Zero means fewer than 3.",
    "Numbers from 1 to 4 were not shown.",
    "Online means by telephone.",
    "We will send more.",
    "Row 2 and row 3 are the same crimes.",
    "A crime is shown where it was first reported.",
    "Adults were left out at the time of the search.",
    "Please note that this is the old table.",
    "This is part of the data.",
    "Subtract three from each of the above.",
    "The figures for online offences are given in a letter.",
    "See the next sheet for the correct figures.",
    "Each row is one victim.",
    "Figures have been perturbed to protect individuals.",
    "Only crimes where the age is known.",
    "These numbers are made up.",
    "A child is a person under the age of 16.",
    "All offences are included whether or not they were online.",
    "These are figures for police forces in the United Kingdom.",
    "One crime is counted for each suspect.",
    "0 means that records were not searched.",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("line", HARMLESS)
def test_a_remark_that_changes_no_count_is_not_asked_about(line, place):
    assert not is_asked(place, line)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("line", HARMFUL)
def test_a_sentence_that_may_change_counts_is_asked_about(line, place):
    assert is_asked(place, line)


@pytest.mark.parametrize("place", PLACES)
def test_a_sentence_of_when_years_begin_and_end_is_asked_about_if_ours_do_not(place):
    assert not is_asked(place, "A financial year runs from 1 April to 31 March.")
    assert is_asked(place, "A year runs from 1 September to 31 August.")


@pytest.mark.parametrize(
    ("text", "kind", "own"),
    [
        ("The financial year starts on 1 April and ends on 31 March.", "financial", True),
        ("Years run from April to March", "financial", True),
        ("Years run from April to March", "calendar", False),
        ("The calendar year is from January to December", "calendar", True),
        ("Years run from April to December", "financial", False),
        ("In Medway the years run from April to March", "financial", False),
        ("School years", "financial", False),
        ("Years are financial years.", "financial", True),
        ("Years are financial years.", "calendar", False),
        ("The years shown are calendar years", "financial", False),
    ],
)
def test_words_say_own_years_if_they_give_their_months_and_no_more(text, kind, own):
    assert says_own_years(text, {kind}) == own
