"""A sentence that refuses a part of what was asked for is shown to the officer."""

import pytest

from offences.returns.formats.files import FileContents
from offences.returns.reader import read_sheets
from tests.returns.grids import sheet_of

TABLE = [["Offence", "2017/18", "2018/19"], ["Rape", 11, 12], ["Threats", 34, 31]]


def refused(text: str):
    sheet = sheet_of([*TABLE, [], ["Q4. Which platform was used?"], [text]])
    found = read_sheets("a.xlsx", FileContents([sheet]))
    return [each for each in found.problems if "The force refuses a part" in each.message]


@pytest.mark.parametrize(
    "text",
    [
        "This is held in free text only; s.12 applies to 783 records at 5 minutes each.",
        "Section 17 of the Act requires us to tell you that platform is exempt under section 12.",
        "We have refused this question under s12(1) of the Act.",
        "It would exceed the limit in section 12 of the Freedom of Information Act 2000.",
        "We could not extract ages without reading each file.",
        "To answer question 4 may exceed the cost limit.",
        "If we were to answer this it would take us over the 18 hours allowed.",
        "The platform is not recorded as a field, so section 12 is applied.",
        "The app is withheld under section 40(2) as it may identify a child.",
        "We rely on s.31(1)(a) and will not name the app.",
        "This is published, so section 21 applies.",
        "We are refusing question 3 under section 14(1).",
        "Under section 16 you may wish to narrow question 4 to one year.",
        "The sex of the victim cannot be broken down by age.",
        "That would need a manual review of 783 records.",
        "We cannot provide ages under section 40(2), as figures of less than 5 identify people.",
        "Apps could not be extracted without a search; a further request may be made.",
        "The data could not be broken down by platform; a further request may be made.",
    ],
)
def test_a_refusal_of_one_question_in_a_sentence_is_shown_and_stops_nothing(text):
    (asked,) = refused(text)
    assert text[:100] in asked.message
    assert not asked.stops


def test_of_several_sentences_those_that_refuse_are_shown():
    text = "Searches took 14 hours. The platform is exempt under section 12. "
    (asked,) = refused(f"{text}We are unable to provide ages.")
    assert "“The platform is exempt under section 12.”" in asked.message
    assert "“We are unable to provide ages.”" in asked.message
    assert "14 hours" not in asked.message


@pytest.mark.parametrize(
    "text",
    [
        "We have not applied section 12 to this request.",
        "Section 12 may apply to any further request.",
        "This applies to section 12 of the Sexual Offences Act 2003.",
        "Small numbers are withheld under section 40(2).",
        "It applies to offences before s.12/3 was added.",
        "Exempt: s.12",
        "Answering question 4 would not exceed the cost limit.",
        "We have not refused anything under section 31.",
        "* denotes a number below 5, withheld to avoid identifying anyone (section 40)",
        "Offences under section 14 Sexual Offences Act 2003 apply to adults.",
        "If you are not satisfied with this answer you may ask for a review.",
    ],
)
def test_a_sentence_that_refuses_nothing_is_not_shown(text):
    assert not refused(text)


def test_a_sheet_of_words_alone_is_not_of_figures_with_a_part_refused():
    rows = [["Section 12 applies to the whole of this request."]]
    found = read_sheets("a.xlsx", FileContents([sheet_of(rows)])).problems
    assert not [each for each in found if "The force refuses a part" in each.message]
