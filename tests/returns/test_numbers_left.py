"""A number that nothing read, listed or explained is asked about, wherever it is in a file."""

import io

import pytest
from docx import Document

from offences.returns.formats.files import open_file
from offences.returns.labels.harmless_numbers import leaves_number
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.imports.files import csv_of, ods_of, xlsx_of
from tests.returns.every_format import pdf_with
from tests.returns.grids import Rows
from tests.returns.test_open_numbers import letter_with
from tests.returns.test_outer_lines import _ods_box, _xlsx_box

HEAD = ["Offence", "2017/18", "2018/19"]
TABLE: Rows = [HEAD, ["Stalking", 31, 37], ["Grooming", 46, 48]]
FORMATS = {
    "a.xlsx": lambda rows: xlsx_of({"Data": rows}),
    "a.ods": lambda rows: ods_of({"Data": rows}),
    "a.csv": csv_of,
    "a.pdf": lambda rows: pdf_with(rows, []),
}

COUNTS = [
    "67?", "67.", "67!", "67,", ".67", "..67", "/67", "&67", "67 68", "67-68", "- 67", "+ 67",
    "+67", "and 67", "in 67", "for 67", "67 and", "Total 67.", "2016/17 67.", "Note: 67",
    "2019/20: 67.", "Answer: 67.", "2016/17 – 67.", "Yes, 67.", "67 offences.", "c. 67", "sum 67",
    "1: 67", "<6 c.", "a. 67", "906 boys", "of which 67 adults", "Q1 - 67", "Table: 67",
    "In this case 67 boys were named", "Fern’s 67", "67M", "67 Boys", "~67", "67*?", "=67",
    "Boys-67", "Total67", "67boys", "67 x", "x 67", "No. 67", "a further 9",
    "There were between 62 and 67 boys", "Online: 67, offline: 9", "page 1 of 2: 67",
    "67 aged 13",
    "Age 12: 9", "1. 67", "67 were recorded", "We hold 1,206 records of it",
    "Section 40 of 67 crimes", "They registered 67 of them online", "67 crimes in table 2",
    "At least 12 were recorded online", "9 Girls were named online", "Volume 67", "Total 67(1).",
    "2017 offences", "1998 crimes", "2014 of these were named", "Total 2012", "2013 in total",
    "There were 2019 online offences", "Total 58.0", "1.307 offences", "Total 58/93",
    "Male 14/17", "Girls 58/93", "Boys 32-38", "Yubo 14/17", "YUBO 14/17", "Girls 11:14",
    "TOTAL58", "GIRLS58", "BOYS14", "F113 M29", "KIK58", "X58", "14B 17G", "TOTAL1307",
    "Up to 14 on Yubo in the year", "Yubo below 14 then", "Over 58 on Yubo alone",
    "The number fell from 58 to 32 on Yubo", "At least 7 via Yubo then", "Class 58 girls",
    "Version 58", "See table 114", "v58", "Page 93", "58X",
    "Reply to FOI: 22", "FOI response: 22", "FOI reply 22 girls", "Reply to FOI 22 offences",
    "Fewer than 9 on Yubo then", "58 or more on Yubo then", "Girls 24/7",
]  # fmt: skip
NO_COUNTS = [
    "FOI 2345/26", "FOI response 2345/26", "Reply to FOI 2345/26", "Reply to FOI 22",
    "Response to your request no. 7", "FOI request 22", "Answer to FOI 7 - online offences",
    "Our ref: 03/FOI/26/002345", "Our reference: CONSTAB/26/118",
    "Request Reference No: 02.FOI.26.002345/B",
    "Date: 4 May 2026", "Extracted on 02/05/2026 at 11:40", "Telephone: 101 ext. 4417",
    "Call 101 or 999", "02920 555 018", "PO Box 71", "9 Mill Lane, Fernby", "FB3 4CD",
    "Sexual Offences Act 2003", "s.15A of the Act", "Sections 38 (fees) and 39 do not apply",
    "Section 40(2) and (3A)", "Protection of Children Act 1978", "HO codes 86/2, 88/3 and 22A",
    "Class 71", "071/16 Taking photographs", "victims aged 0-17", "Age bands are 0 to 9, 10 to 17",
    "Those aged 13 and under", "Within 20 working days", "The last three (3) years",
    "Over 18 hours, at a cost of £450", "100% of them were checked", "Rate per 1,000 children",
    "Numbers are rounded to the nearest 5", "Counts below 5 are not shown", "Tab 2 shows the apps",
    "Page 14 of 14", "Rows 4 to 12", "3. The number of offences", "Q2. How many were on apps?",
    "10. Figures may change later.", "43 police forces were asked", "Version 1.3", "See note 2",
    "FY 17/18 to FY 18/19", "Apr 17 to Mar 18", "1 April 2017 - 31 March 2018", "Q1 2018",
    "Outcome 16", "0 = no offences", "under-18s", "Annex A (1 of 2)",
    "Girls 13-15", "TASER X26 use", "Version 12", "Sheet 4", "See page 58 of our plan", "22C",
    "s14 FOIA applies", "s3 FOIA", "FOIA s38(1)", "Offences Act 1978 s1",
    "Sexual Offences Act 2003 s10(1)", "ss8 and 9 SOA", "Some are exempt under s14 and s38",
    "Windows-1252", "UTF-8", "24/7", "GMT+1", "Office 365", "Doc 3", "Attachment 2", "Enclosure 1",
    "Room 14", "Floor 3", "2018/19 offences", "Total 2018/19", "Total 21/22", "In 2018 offences",
    "Total for 2018", "Offences in 2018", "2018 figures", "Since 2018 crimes are coded anew",
    "Rate 3.25", "Rate of 3.0 per 1,000", "CC/1234/26", "N92", "C4567", "22A", "WA3 4CD",
    "Victims under 18 on apps", "Any number below 10 is withheld", "Up to 5 are hidden by us",
    "those between 13 and 15 years old", "Section 15 offences", "Class 71 offences",
]  # fmt: skip


def read_file(data: bytes, name: str) -> ReadFile:
    return read_sheets(name, open_file(data, name))


def shown(found: ReadFile) -> list[str]:
    listed = [each.text for each in found.not_taken if each.stops]
    return [*(each.message for each in found.problems), *listed]


def is_shown(found: ReadFile, text: str) -> bool:
    return any(text in each for each in shown(found))


def read(rows: Rows, name: str = "a.xlsx") -> ReadFile:
    filled = [[None if cell == "" else cell for cell in row] for row in rows]
    return read_file(FORMATS[name](rows if name in ("a.pdf", "a.csv") else filled), name)


@pytest.mark.parametrize("text", COUNTS)
def test_a_number_that_its_words_do_not_explain_is_left(text):
    assert leaves_number(text)


@pytest.mark.parametrize("text", NO_COUNTS)
def test_one_that_they_explain_is_not(text):
    assert not leaves_number(text)


@pytest.mark.parametrize("text", COUNTS)
def test_it_is_asked_about_below_a_table(text):
    assert shown(read([*TABLE, [""], [text]]))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", ["67?", "Total 67.", "and 67", "2019/20: 67."])
def test_so_it_is_in_every_format_and_place(name, text):
    below: Rows = [*TABLE, [""], [text]]
    above: Rows = [[text], [""], *TABLE]
    under: Rows = [*TABLE, ["", "", text]]
    beside: Rows = [HEAD, [*TABLE[1], "", text], TABLE[2]]
    for rows in (below, above, under, beside):
        assert is_shown(read(rows, name), "67"), rows


@pytest.mark.parametrize("text", ["2019/20: 67.", "Total 67.", "Yes, 67.", "Thank you. 67 crimes."])
def test_so_it_is_in_a_letter_its_footer_and_a_box_on_a_sheet(text):
    rows = [[str(cell) for cell in row] for row in TABLE]
    assert is_shown(read_file(letter_with(rows, text), "a.docx"), "67")
    letter, out = Document(io.BytesIO(letter_with(rows))), io.BytesIO()
    letter.sections[0].footer.paragraphs[0].text = text
    letter.save(out)
    assert is_shown(read_file(out.getvalue(), "a.docx"), "67")
    assert is_shown(read_file(_xlsx_box(text), "a.xlsx"), "67")
    assert is_shown(read_file(_ods_box(text), "a.ods"), "67")


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Yes, 6", "Yes, 67 boys were among the victims of that town"),
        ("and 4", "and 46 of the victims were boys in that year"),
        ("58?", "58? boys were found by our officers in that year"),
    ],
)
def test_a_number_is_not_asked_about_by_a_longer_text_that_begins_with_it(short, long):
    rows = [[str(cell) for cell in row] for row in TABLE]
    found = read_file(letter_with(rows, long, short), "a.docx")
    assert is_shown(found, f"“{short}”")
    assert is_shown(read([*TABLE, [""], [long], [""], [short]]), short)
    assert is_shown(found, long[:20])


@pytest.mark.parametrize("name", FORMATS)
def test_a_number_in_a_column_of_remarks_is_asked_about(name):
    def of(remark: str) -> ReadFile:
        return read([[*HEAD, "Comment"], [*TABLE[1], remark], [*TABLE[2], ""]], name)

    for remark in ("c. 67", "total 67", "67.", "p. 67", "1: 67"):
        assert is_shown(of(remark), "67"), remark
    for remark in ("See note 2", "FOI 2345/26"):
        assert not is_shown(of(remark), remark), remark


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv"])
@pytest.mark.parametrize("text", ["906 boys", "<6", "*"])
def test_a_number_alone_above_a_table_is_listed_though_it_became_a_label(name, text):
    ages = ["App", "Under 13", "13-15", "Under 13", "13-15"]
    years = ["", "2017/18", "", "2018/19", ""]
    body: Rows = [["Snapchat", 21, 22, 23, 24], ["Discord", 31, 32, 33, 34]]
    rows: Rows = [["Offences against under 18s"], ["", "", "", text], years, ages, *body]
    assert is_shown(read(rows, name), text)


def test_a_sign_alone_among_the_labels_is_listed_and_an_age_is_not():
    def of(text: str) -> ReadFile:
        head = ["Offence", "Sex", "2017/18", "2018/19"]
        first: Rows = [head, ["Stalking", "Female", 31, 37]]
        return read([*first, [text], ["", "Male", 41, 47], ["Threats", "Female", 51, 57]])

    assert is_shown(of("*"), "*")
    rows: Rows = [
        HEAD,
        ["13 to 15"],
        *TABLE[1:],
        ["16 to 17"],
        ["Stalking", 5, 6],
        ["Grooming", 7, 8],
    ]
    assert shown(read(rows)) == []


def test_the_total_below_a_list_of_crimes_is_asked_about():
    days = [f"{day}/06/2018" for day in range(10, 18)]
    crimes: Rows = [[f"N/{n}", day, "Grooming"] for n, day in enumerate(days)]
    rows: Rows = [["Crime Ref", "Date Recorded", "Offence"], *crimes]
    assert is_shown(read([*rows, ["Total 9."]]), "Total 9.")
    assert shown(read(rows)) == []
    head, first, *others = rows
    assert is_shown(read([[*head, "", "67 of these"], first, *others]), "67 of these")
    assert is_shown(read([head, [*first, "", "67."], *others]), "67.")
    remarks: Rows = [[*each, f"Victim {n}, 2 devices"] for n, each in enumerate(rows[1:])]
    assert not is_shown(read([[*head, "Remarks"], *remarks]), "devices")


@pytest.mark.parametrize("text", ["Total 67.", "Grand total: 67 (prov)", "67 approx"])
def test_a_line_between_rows_or_a_heading_over_nothing_is_listed(text):
    rows: Rows = [HEAD, ["Girls"], *TABLE[1:], [text], ["Boys"], ["Stalking", 5, 6]]
    assert is_shown(read(rows), text)
    assert is_shown(read([[*HEAD, "", text], *TABLE[1:]]), text)


def test_the_number_of_a_note_is_not_asked_about_beside_its_text():
    note = "3. 4 offences with no recorded sex are shown as Not stated."
    found = read([*TABLE, [""], [note]])
    assert not any(each.stops for each in found.problems)
    assert found.not_taken == ()


@pytest.mark.parametrize("text", ["Apps (7)", "Platform [8]", "Grooming (7)", "Yubo (6)"])
def test_a_number_in_brackets_is_a_mark_only_where_a_note_has_it(text):
    note = f"{text[-3:]} Those of the old system are in it."
    rows = [[str(cell) for cell in row] for row in TABLE]
    assert is_shown(read([*TABLE, [""], [text]]), text)
    assert is_shown(read_file(letter_with(rows, text), "a.docx"), text)
    assert text not in shown(read([*TABLE, [""], [text], [note]]))


def test_each_sentence_is_shown_once():
    text = "It is thought that 67 of these were in fact recorded by another force."
    letter = read_file(letter_with([[str(c) for c in row] for row in TABLE], text, text), "a.docx")
    assert sum(text[:40] in each for each in shown(letter)) == 1


@pytest.mark.parametrize("name", FORMATS)
def test_ordinary_lines_with_numbers_ask_nothing(name):
    lines = [
        "FOI 2345/26", "Telephone: 01632 960 018", "Sexual Offences Act 2003",
        "Version 1.3", "Numbers are rounded to the nearest 5", "Victims under 18",
        "Reply to FOI 22",
    ]  # fmt: skip
    for line in lines:
        rows: Rows = [*TABLE, [""], [line]]
        assert not any("number" in each and "not read" in each for each in shown(read(rows, name)))
        assert line not in shown(read(rows, name))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "label", ["Girls under 12", "Female under 16", "Boys over 12", "Kik 13-15"]
)
def test_a_label_whose_number_is_an_age_that_was_read_is_known(label, name):
    rows: Rows = [["Victims", *HEAD[1:]], [label, 31, 37], ["Boys under 12", 46, 48]]
    assert not is_shown(read(rows, name), label)
    assert not is_shown(read([["Year", label, "Girls 16+"], ["2017/18", 31, 37]], name), label)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("labels", [("Girls U13 total", "Boys U13 total"), ("Kik U13", "X total")])
def test_so_is_that_of_a_total(labels, name):
    rows: Rows = [["Year", *labels], ["2017/18", 31, 37], ["2018/19", 46, 48]]
    assert not any(is_shown(read(rows, name), label) for label in labels)


def test_a_label_with_another_number_beside_its_age_is_asked_about():
    rows: Rows = [["Victims", *HEAD[1:]], ["Girls under 12 (67)", 31, 37], ["Boys", 46, 48]]
    assert is_shown(read(rows), "67")


LONG_NOTE = "Crimes that were cancelled are left out of it"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", ["Note 58", "See note 58", "(see footnote 58)", "Note 58:"])
def test_a_note_that_is_in_no_file_is_asked_about_as_it_may_be_a_count(text, name):
    assert is_shown(read([*TABLE, [""], [LONG_NOTE], [""], [text]], name), text)
    assert is_shown(read([[*HEAD, "Comment"], [*TABLE[1], text], TABLE[2]], name), text)


@pytest.mark.parametrize("note", ["Note 3: taken from our system", "3. Taken from our system"])
def test_a_note_that_is_there_is_not(note):
    assert not is_shown(
        read([[*HEAD, "Comment"], [*TABLE[1], "Note 3"], TABLE[2], [""], [note]]), "“Note 3”"
    )
    rows: Rows = [*TABLE, [""], *([f"{LONG_NOTE} {each}"] for each in ("now", "so", "here"))]
    found = read([*rows, [""], ["See note 3"]])
    assert not [each for each in found.not_taken if "note 3" in each.text]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("ages", ["under 12", "over 13", "14 and 15", "(under 12)"])
@pytest.mark.parametrize("names", [("Girls", "Boys"), ("Female", "Male"), ("Yubo", "Kik")])
def test_a_row_that_was_read_with_a_sex_or_app_and_an_age_is_not_listed(name, names, ages):
    rows = [HEAD, *([f"{each} {ages}", 12 + at, 17] for at, each in enumerate(names))]
    assert not [each.message for each in read(rows, name).problems if each.stops]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_words_beside_no_count_are_listed(name):
    rows = [HEAD, ["Girls 10-11", 12, 17], ["Boys 10-11", 7, 9], [], ["Girls over 58"]]
    assert is_shown(read(rows, name), "Girls over 58")


SHORT_NOTES: Rows = [["Note 1"], ["Includes attempts"], ["Note 2"], ["Revised since"]]


@pytest.mark.parametrize("name", FORMATS)
def test_notes_of_few_words_below_their_number_are_there(name):
    assert not is_shown(read([*TABLE, [""], *SHORT_NOTES], name), "Note 2")
    changed: Rows = [*SHORT_NOTES[:2], ["Note 52"], SHORT_NOTES[3]]
    assert is_shown(read([*TABLE, [""], *changed], name), "Note 52")
