"""Of which force a file is: sure only where it says so."""

import pytest

from offences.intake.returns.matching import certain_match, match_submissions
from offences.models import FoiSubmission
from offences.returns.result import ReadFile, SheetPicture
from offences.returns.sheet import ReadTable
from tests import worlds
from tests.readings.made import seen

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def submissions(world):
    for area in ("Southshire", "Southshire West", "Essland", "Wessland"):
        worlds.submission(worlds.force(area), world.round)
    for name, host in (("northshire", "northshire.pnn"), ("southshire", "southshire")):
        found = FoiSubmission.objects.get(force__slug=name)
        found.force.foi_email = f"foi@{host}.police.uk"
        found.force.save()
    FoiSubmission.objects.filter(force__slug="northshire").update(reference="FOI 1234/19")
    return FoiSubmission.objects.select_related("force").prefetch_related("force__spellings")


def found(name="answer.xlsx", *texts, sheet="Sheet1", forces=()):
    picture = SheetPicture(sheet, ((1, texts),), {})
    cells = [seen(f"B{row}", number=1, force=force) for row, force in enumerate(forces, 2)]
    tables = (ReadTable(sheet, "A1:B9", tuple(cells)),) if forces else ()
    return name, ReadFile(name, tables, sheets=(picture,))


def chosen(submissions, *told, **more):
    """The force of which a file surely is; nothing where it is not sure."""
    guess = certain_match(match_submissions(*found(*told, **more), submissions))
    return guess.submission.force.slug if guess else None


@pytest.mark.parametrize(
    "name",
    ["Northshire.xlsx", "foi-northshire_2019.xlsx", "N. Shire return.ods", "NorthshirePolice.csv"],
)
def test_a_file_that_bears_the_force_s_name_is_its_own(submissions, name):
    assert chosen(submissions, name) == "northshire"


@pytest.mark.parametrize(
    "address", ["foi@northshire.police.uk", "it@mail.northshire.pnn.police.uk"]
)
def test_an_address_in_it_tells_the_force(submissions, address):
    assert chosen(submissions, "answer.xlsx", f"Contact: {address}") == "northshire"


def test_the_reference_of_the_request_tells_the_force(submissions):
    assert chosen(submissions, "answer.xlsx", "Your FOI 1234/19 of May") == "northshire"
    assert chosen(submissions, "answer.xlsx", "FOI 1234/195") is None


def test_its_column_of_forces_tells_the_force(submissions):
    assert chosen(submissions, forces=["Northshire Police"]) == "northshire"


def test_a_force_that_is_only_mentioned_is_not_sure(submissions):
    made = match_submissions(*found("answer.xlsx", "Crimes moved from Northshire"), submissions)
    assert [guess.submission.force.slug for guess in made] == ["northshire"]
    assert certain_match(made) is None


def test_two_forces_are_not_sure(submissions):
    assert chosen(submissions, "northshire and southshire.xlsx") is None
    assert chosen(submissions, forces=["Northshire", "Southshire"]) is None


def test_a_name_within_another_s_name_is_not_sure(submissions):
    assert chosen(submissions, "southshire west.xlsx") is None


def test_a_name_at_the_end_of_another_word_is_no_name(submissions):
    assert chosen(submissions.exclude(force__slug="wessland"), "wessland.xlsx") is None
    assert chosen(submissions, "wessland.xlsx") == "wessland"


def test_a_file_that_says_nothing_has_no_guess(submissions):
    assert match_submissions(*found("answer.xlsx", "Offences"), submissions) == []


def test_every_guess_says_why_and_the_likeliest_is_first(submissions):
    told = found("northshire.xlsx", "foi@northshire.police.uk", "as Southshire")
    first, second = match_submissions(*told, submissions)
    assert (first.submission.force.slug, second.submission.force.slug) == (
        "northshire",
        "southshire",
    )
    assert first.why == "the file’s name and an address in it and its words"
    assert second.why == "its words"
