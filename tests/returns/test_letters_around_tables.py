"""The lines of a whole letter around a table say nothing of its counts, but for those that do."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.labels.addresses import without_addresses
from offences.returns.labels.reply_sentences import is_of_reply
from offences.returns.labels.scope_words import may_change_counts
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.test_overleaf import ruled
from tests.returns.test_pages import Words, pages_of

ROWS: list[list[object]] = [["Offence", "2020/21", "2021/22"], ["Rape", 31, 27], ["Kik", 12, 14]]
TABLE, GRID = ruled(ROWS)
HEAD = [
    "Eastvale Police", "Information Access Team", "County Hall Annexe", "PO Box 714",
    "18 Mill Lane", "Millbridge", "MB3 7QT", "Telephone: 01632 960 455", "Ext: 5120",
    "Our reference: FOI 77/23", "Date: Monday 3 July 2023", "Mr B Green", "Senior Researcher",
    "7 Chapel Street", "London", "EC2A 9ZZ", "England", "BY EMAIL", "Dear Mr Green",
    "Re: Freedom of Information request 77/23",
    "I am writing in response to your request for information dated 5 June 2023.",
    "The Act allows us 20 working days in which to answer.",
]  # fmt: skip
FOOT = [
    "Your right to a review", "Please write to the Information Manager at the address above.",
    "You must do this within two months of this letter.",
    "If you are still unhappy you can complain to the Information Commissioner:",
    "Information Commissioner’s Office".replace("’", "'"), "Wycliffe House", "Water Lane",
    "Wilmslow", "Cheshire", "SK9 5AF", "Tel: 0303 123 1113", "www.ico.org.uk",
    "There is no charge for this information.", "Yours sincerely", "J Black",
    "Head of Information Governance", "Registered charity number 1234567",
]  # fmt: skip


def words_of(lines: list[str], top: float) -> Words:
    return [(60, top + 13 * at, line) for at, line in enumerate(lines)]


def read(*pages: tuple[Words, list[str]]) -> ReadFile:
    return read_sheets("a.pdf", open_file(pages_of([*pages]), "a.pdf"))


def asked(found: ReadFile) -> list[str]:
    assert len(found.tables) == 1
    assert {o.year for o in found.tables[0].observations} == {"2020/21", "2021/22"}
    return [each.message for each in (*found.problems, *found.conflicts)]


def test_a_letter_before_and_behind_the_page_of_its_table_asks_nothing():
    assert asked(read((words_of(HEAD, 40), []), (TABLE, GRID), (words_of(FOOT, 40), []))) == []


def test_nor_does_it_on_the_page_of_the_table():
    moved = [(x, y + 260, text) for x, y, text in TABLE]
    down = [_moved(stroke, 260) for stroke in GRID]
    words = [*words_of(HEAD, 40), *moved, *words_of(FOOT, 460)]
    assert asked(read((words, down))) == []


def _moved(stroke: str, down: float) -> str:
    x0, y0, m, x1, y1, *end = stroke.split()
    return " ".join([x0, str(float(y0) - down), m, x1, str(float(y1) - down), *end])


def test_a_head_of_two_columns_asks_nothing():
    left = ["Eastvale Police", "18 Mill Lane", "Millbridge", "MB3 7QT", "Tel: 101"]
    right = ["Our ref: FOI 77/23", "Your ref: OSO", "Date: 3 July 2023", "Fax: 01632 960456",
             "Direct dial: 01632 960455"]  # fmt: skip
    head = [
        *words_of(left, 40),
        *((380, y, t) for (_, y, _), t in zip(words_of(right, 40), right, strict=True)),
    ]
    assert asked(read(([*head, (60, 120, "Dear Mr Green")], []), (TABLE, GRID))) == []


@pytest.mark.parametrize(
    "line",
    ["Suspects", "Millbridge", "North Division", "Police Station 34", "Arrests",
     "Please write to us for the figures of 2022/23.", "Your request was refused in part.",
     "The Act allows us 20 working days; adults are included."],
)  # fmt: skip
def test_a_line_that_may_be_of_the_counts_is_asked_about_in_a_letter_too(line):
    """Also right below an address, and a town without one."""
    assert any(
        line[:20] in m for m in asked(read((words_of([*HEAD, line], 40), []), (TABLE, GRID)))
    )


def test_a_word_of_the_counts_right_above_a_postcode_ends_the_address():
    lines = ["Eastvale Police", "Adult victims", "18 Mill Lane", "Millbridge", "MB3 7QT"]
    assert without_addresses(lines) == ["Eastvale Police", "Adult victims"]
    assert without_addresses(["Millbridge", "18 Mill Lane"]) == ["Millbridge", "18 Mill Lane"]
    assert without_addresses(["Girls", "MB3 7QT"]) == ["Girls"]


@pytest.mark.parametrize(
    "line",
    ["Should you need anything else please contact me quoting the reference number above.",
     "Unless an exemption applies, the first duty is to say whether we hold the information.",
     "Complaints must be made in writing within 40 working days.",
     "Alternatively, write or telephone to the address below.",
     "Chief Constable C Grey QPM", "In an emergency always dial 999",
     "I refer to your request dated 5 May 2023.", "Monday 3 July 2023",
     "Your request was received on 2 March 2023 and our reply is due by 30 March 2023.",
     "Any complaint should reach us within 2 months.", "You may write to Police Head Quarters.",
     "This information was taken from a large administrative system and has its limitations.",
     "We have a statutory duty to answer, and what we send is copyright of Eastvale Police.",
     "Our reply is unique to this force.", "No exemption has been used.",
     "This reply is unique and reflects the crime system of our force.",
     "Under section 1(1) of the Act I can confirm that the force holds the information you asked"
     " for.", "All care has been taken to ensure that the data are as accurate as possible.",
     "The cost of complying would not exceed the appropriate limit.",
     "We have taken “children” to mean people under the age of 18."],
)  # fmt: skip
def test_a_sentence_of_any_reply_changes_no_count(line):
    assert is_of_reply(line)
    assert not may_change_counts(line)


@pytest.mark.parametrize(
    "line",
    ["Should you need the other offences please contact me.",
     "The first duty of officers is to record arrests.",
     "Please contact us: 34 were recorded",
     "There is no charge for this crime.", "If you want the rest, please write to the court.",
     "The Act allows us 20 working days and these are for ten months.",
     "The Act allows 20 working days; it covers nine of the twelve.",
     "The first duty is to say that this is of Millbridge Division.",
     "Please write to us about the third quarter.", "Should you miss July, let me know if you want"
     " it by e-mail.", "If you want May to August, please contact us.",
     "You may contact us as half is missing.", "I refer to your request of 5 May 2023 for June.",
     "Please telephone us, as Kik is doubled.",
     "We have a statutory duty to keep those accused, shown above; copyright Eastvale Police.",
     "We have a statutory duty to list victims; copyright Eastvale Police.",
     "This reply is unique to Millbridge district.", "No exemption has been used but for arrests.",
     "We confirm that the force holds some of the information, not that of adults.",
     "We have taken “children” to mean people under the age of 16."],
)  # fmt: skip
def test_a_sentence_that_has_a_word_for_what_is_counted_may_change_it(line):
    assert not is_of_reply(line)
    assert may_change_counts(line)


@pytest.mark.parametrize(
    "line", ["E-mail grooming by strangers", "Complaints about crimes within 40 days are counted."]
)
def test_no_title_and_no_rule_of_counting_is_a_sentence_of_a_reply(line):
    assert not is_of_reply(line)
