"""Lines of a letter with their parts at tabs are the rows of a table."""

import io

import docx
import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile

TITLE = "Online sexual offences against under 18s"
LAYOUTS = {
    "years down": ["Year\tOffences", "2017/18\t31", "2018/19\t27"],
    "years across": ["Offence\t2017/18\t2018/19", "Rape\t31\t27", "Stalking\t12\t14"],
    "no headings": ["2017/18:\t31", "2018/19:\t27"],
    "an empty corner": ["\t2017/18\t2018/19", "Girls\t31\t27", "Boys\t12\t14"],
}


def letter(*lines: str, look: str = "") -> ReadFile:
    document = docx.Document()
    for line in lines:
        run = document.add_paragraph().add_run(line)
        if look and line == lines[-1]:
            setattr(run.font, look, True)
    document.save(out := io.BytesIO())
    return read_sheets("a.docx", open_file(out.getvalue(), "a.docx"))


def counts(found: ReadFile) -> set[tuple[str | None, int | None]]:
    return {(each.year, each.value) for table in found.tables for each in table.observations}


@pytest.mark.parametrize("lines", LAYOUTS.values(), ids=LAYOUTS)
def test_they_are_read_without_a_question(lines):
    found = letter("Dear Ms Lee,", TITLE, *lines, "", "Yours sincerely,")
    assert {("2017/18", 31), ("2018/19", 27)} <= counts(found)
    assert not found.problems
    as_one = letter(TITLE, "\n".join(lines))
    assert counts(as_one) == counts(found)


@pytest.mark.parametrize("lines", LAYOUTS.values(), ids=LAYOUTS)
def test_what_is_struck_out_or_raised_or_of_another_form_is_asked_about(lines):
    for look in ("strike", "superscript"):
        assert any(each.stops for each in letter(TITLE, *lines, look=look).problems)
    uneven = [*lines[:-1], lines[-1].replace("\t", "\t\t")]
    assert any(each.stops for each in letter(TITLE, *uneven).problems)


def test_the_head_of_a_letter_is_no_table():
    head = ["Our ref:\t0447", "Your ref:\t12", "Date:\t12/05/2019"]
    found = letter(*head, TITLE, *LAYOUTS["years down"])
    assert counts(found) == {("2017/18", 31), ("2018/19", 27)}
    assert not counts(letter(*head))
