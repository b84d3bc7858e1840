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
    "The counting rules for crime recording state that one crime is recorded per victim.",
    "Should you have any further queries, please contact us quoting the reference number above.",
    "The table below details the number of sexual offences with a cyber flag.",
    "A full copy of the Freedom of Information Act (2000) can be viewed on the web-site.",
    "The searches located information relevant to your request.",
    "Figures include all crimes with a cyber flag.",
    "I trust this answers your request.",
    "Figures are a snapshot in time and may change as investigations progress.",
    "Under the Home Office Counting Rules one crime is recorded per victim.",
    "0 means none recorded.",
    "Data extracted 14/06/2023 from the force crime recording system.",
    "Every effort is made to ensure that the figures presented are accurate and complete.",
    "The data was extracted on 14/06/2020 from Athena, a live system, and may change.",
    "This data was taken from a live system on 12 June 2019.",
    "Data taken from a live system and therefore subject to change.",
    "The figures are taken from Niche, our live crime recording system, and are subject to change.",
    "Please note that the data is taken from a live system and figures may change over time.",
    "Data extracted from the Crime Recording System (CRS), a live database, on 03/06/2019.",
    "As this is a live system the figures may differ if the search is run again.",
    "Figures are correct at the time of extraction but may change as the system is live.",
    "Every effort is made to ensure the figures are accurate, however police forces record "
    "differently and comparison should be made with care.",
    "However, it is important to note that these data have been extracted from a large number "
    "of data sources used by forces for police purposes.",
    "As a consequence, care should be taken to ensure data collection processes and their "
    "inevitable limitations are taken into account when interpreting those data.",
    "The figures provided therefore are our best interpretation of relevance of data to your "
    "request.",
    "You should be aware that the collation of figures for ad hoc requests may have "
    "limitations and this should be taken into account when those data are used.",
    "Police forces in the United Kingdom are routinely required to provide crime statistics "
    "to government bodies and the recording criteria is set nationally.",
    "However, the systems used for recording these figures are not generic, nor are the "
    "procedures used locally in capturing the crime data.",
    "It should be noted that for these reasons this force's response to your questions should "
    "not be used for comparison purposes with any other response you may receive.",
    "For these reasons this response should not be compared with those of other forces.",
    "The figures should not be compared to other forces as recording systems differ.",
    "Forces use different recording systems and comparisons between forces should be made "
    "with caution.",
    "The systems used for recording these figures are not generic, nor are the procedures "
    "used in capturing the data.",
    "Data is accurate at the date of extraction, 12/06/2020.",
    "Data source: Crime recording system. Data is accurate at the date of extraction, 12/06/2020.",
    "Crime data is subject to change as the crime recording system is live.",
    "Because the system is live, figures provided today may not match figures provided at a "
    "later date.",
    "Figures are a snapshot of a live system at the date of extraction.",
    "Other forces may record offences differently.",
    "Caution should be used when comparing these figures with other forces.",
    "Please be aware that recording practices may vary between forces.",
    "The data has been extracted from a live system and is subject to continual change as "
    "crimes are updated.",
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
    "The counting rules state that one crime is recorded per household.",
    "Further queries found more crimes.",
    "Figures include all crimes with a cyber flag and attempts.",
    "Figures include all online crimes against girls.",
    "Figures include all crimes.",
    "I trust that adults are included.",
    "The table below details the number of girls.",
    "0 means that records were not searched.",
    "The data was extracted from Athena, a live system, which holds only crimes from November "
    "2018.",
    "Data taken from a live system; crimes since cancelled are removed.",
    "The figures may change as crimes under investigation are not yet included.",
    "Every effort is made to ensure the figures are accurate, however crimes at schools are "
    "missing.",
    "However, Peterborough crimes are on another system.",
    "Although the system is live, the last quarter is incomplete.",
    "The figures are taken from Niche, our live system, which counts victims.",
    "Data taken from a live system on 31/12/2018 covers nine months.",
    "These figures should not be compared with last year because the flag was introduced in 2016.",
    "The figures should be compared with care as the definition changed.",
    "Police forces record differently and our figures count each child once.",
    "Data extracted from Athena, a system for the north of the county.",
    "The figures are of Cambridge, a district of the force.",
    "Figures were taken from a live system, though those of adults are counted as well.",
    "Figures are a snapshot of open crimes at the date of extraction.",
    "However the figures include attempts.",
    "Data is accurate at the date of extraction, 12/06/2020, for the first half of the year.",
    "Other forces record some of these offences.",
    "Data from Athena and from our previous system were added together.",
    "Forces use different systems; transferred crimes are counted by both forces.",
    "The figures differ as they are rounded.",
    "Figures may not match those provided earlier as duplicates were removed.",
    "Figures may differ from those published because they are estimates.",
    "Comparison with other forces should be made with care as Norfolk crimes are counted here.",
    "Figures are for children in care.",
    "Crimes against children in care are shown with care.",
    "Care homes are counted with care.",
    "Compared with the published figures, these leave out transferred crimes.",
    "Forces record these crimes differently where the accused is a child.",
    "Figures are subject to change as the system was replaced in 2018.",
    "The figures vary with the definition.",
    "Data may differ over time at each station.",
    "The data was taken from Crimson, a system of the regional unit.",
    "Data from Norfolk, our partner, is in these numbers.",
    "The figures may change because the crimes of March are to be entered.",
    "Systems differ between stations.",
    "Forces collect different offences.",
    "Figures may not match the figures of all crime at a later date.",
    "Although online crimes, these are of boys.",
    "The figures are large because attempts are in them.",
    "Figures in this response are subject to change if the review finds more crimes.",
    "The sources are three of our five districts.",
    "Data is taken from two systems.",
    "The process takes account of crimes that were reported by schools.",
    "Crimes taken over from other forces are in the figures.",
    "Data taken from crimes with a named accused.",
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
