"""How crimes, victims and suspects relate in any force is asked about beside no figure."""

import pytest

from offences.returns.labels.counting_rules import is_counting_rule
from tests.returns.every_format import FORMATS, messages_of
from tests.returns.grids import Rows

TABLE: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 40, 50], ["Grooming", 14, 15]]

PLAIN = [
    "A single crime may have several victims.",
    "Please note that one victim can be linked to more than one crime.",
    "There may be more than one child per offence.",
    "2. Each crime can involve one or more suspects and one or more victims.",
    "The number of victims will not always match the number of offences, as crimes may have"
    " several victims.",
    "In line with the Home Office Counting Rules, one crime is recorded for each victim.",
    "Crimes are counted once, regardless of the number of victims.",
    "An incident may lead to more than one crime.",
    "Offences are counted by the date they were recorded, not the date of the offence.",
    "One crime is recorded for each child victim.",
    "The number of offences may be higher than the number of victims.",
    "The number of crimes is not the same as the number of suspects.",
]
OTHER = [
    "A single crime may have several victims, and is counted for each.",
    "Some crimes have several victims.",
    "One crime has 3 victims.",
    "One crime may be counted under more than one offence.",
    "The number of victims is shown, as one crime may have more than one victim.",
    "Crimes are counted once for each victim.",
    "Each crime may have several victims; only the first is counted.",
    "Crimes are counted by the date on which they were committed.",
    "Totals may not add up as one crime may have more than one victim.",
    "One crime is recorded for each suspect.",
    "One record per offender.",
    "Crimes may have several victims; a crime is recorded for every perpetrator.",
    "Each crime is recorded for each person.",
    "The number of crimes is the same as the number of offenders.",
    "The number of records will equal the number of defendants.",
    "The number of offences does not differ from the number of suspects.",
]


def asked(name: str, note: str, *, apart: bool = False, table: Rows = TABLE) -> list[str]:
    rows: Rows = [[note], [""], *table] if apart else [*table, [""], [note]]
    return messages_of(name, rows)


@pytest.mark.parametrize("name", [*FORMATS, "a.csv"])
@pytest.mark.parametrize("note", PLAIN)
def test_a_rule_that_holds_for_all_recorded_crimes_is_not_asked_about(note, name):
    assert is_counting_rule(note)
    assert asked(name, note) == []


@pytest.mark.parametrize("note", [PLAIN[0], PLAIN[5]])
def test_nor_is_it_above_the_table(note):
    assert asked("a.xlsx", note, apart=True) == []


@pytest.mark.parametrize("note", OTHER)
def test_a_sentence_that_says_how_often_or_who_is_counted_is_shown(note):
    assert not is_counting_rule(note)
    assert any(note[:40] in message for message in asked("a.xlsx", note))


def test_where_nothing_says_that_offences_are_counted_the_rule_is_shown():
    table: Rows = [["Sex", "2018/19", "2019/20"], ["Female", 40, 50], ["Male", 14, 15]]
    assert asked("a.xlsx", PLAIN[0], table=table)
    assert not asked("a.xlsx", PLAIN[0], table=[["Online sexual offences"], *table])
