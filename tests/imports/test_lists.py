"""Lists from spreadsheets: what a file would do is told, and what is stored is what was told."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from offences import counts, resources
from offences.admin.foi import FoiSubmissionAdmin
from offences.intake import lists
from offences.models import (
    Category,
    Document,
    FoiSubmission,
    Force,
    ForceContact,
    ForceSpelling,
    MediaContact,
    Offence,
)
from offences.refused import Refused
from offences.resources.export import escape, unescape
from offences.resources.widgets import join_texts, split_texts
from tests import worlds
from tests.imports.files import csv_of, ods_of, xls_of, xlsx_of
from tests.samples import sampled

pytestmark = pytest.mark.django_db

FORCE = ["slug", "name", "short_name", "area", "nation", "foi_office"]
EASTSHIRE = ["eastshire", "Eastshire Police", "Eastshire Police", "Eastshire", "England", "east"]


def look(world, model, *rows, name="a.csv", data=None, by=None):
    """What a file of these rows would do."""
    data = csv_of([*map(list, rows)]) if data is None else data
    by = by or world.officer
    return lists.preview(resources.LISTS[model], data, name, by=by, now=worlds.NOW)


def bring(world, model, *rows, name="a.csv", data=None, by=None, now=worlds.NOW):
    """Preview a file and confirm it; it is stored."""
    data = csv_of([*map(list, rows)]) if data is None else data
    by, resource = by or world.officer, resources.LISTS[model]
    mark = lists.preview(resource, data, name, by=by, now=now).fingerprint
    made, stored = lists.confirm(resource, data, name, mark, by=by, now=now)
    assert stored, [row.reasons for row in made.rows]
    return made


def statuses(made) -> list[str]:
    return [row.status for row in made.rows]


def why(made) -> str:
    return " ".join(reason for row in made.rows for reason in row.reasons)


def everything(model) -> list:
    return list(model.objects.order_by("pk").values())


# What a file would do, and what it does


def test_new_changed_unchanged_and_refused_are_told_and_nothing_is_stored(world):
    before = everything(Force), everything(ForceSpelling)
    made = look(
        world,
        Force,
        FORCE,
        EASTSHIRE,
        ["northshire", "", "", "The North Shire", "", ""],
        ["southshire", "Southshire Police", "", "", "", ""],
        ["westshire", "", "", "", "", ""],
    )
    assert statuses(made) == ["new", "changed", "unchanged", "refused"]
    assert made.rows[1].differences == [("area", "Northshire", "The North Shire")]
    assert made.rows[3].where == "row 5" and not made.may_confirm
    assert "a new one needs name, short_name, area, nation and foi_office" in why(made)
    assert (everything(Force), everything(ForceSpelling)) == before


@pytest.mark.both_databases
def test_what_was_shown_is_stored_and_the_same_file_again_changes_nothing(world):
    rows = [FORCE, EASTSHIRE, ["northshire", "", "", "The North Shire", "", ""]]
    made = bring(world, Force, *rows)
    assert made.numbers == {"blank": 0, "refused": 0, "changed": 1, "new": 1, "unchanged": 0}
    assert Force.objects.get(slug="northshire").area == "The North Shire"
    assert Force.objects.get(slug="eastshire").kind == "territorial"
    again = look(world, Force, *rows)
    assert statuses(again) == ["unchanged", "unchanged"] and not again.may_confirm


def test_one_refused_row_keeps_the_whole_file_back(world):
    rows = [FORCE, EASTSHIRE, ["westshire", *[""] * 5]]
    data, resource = csv_of([*map(list, rows)]), resources.LISTS[Force]
    mark = look(world, Force, *rows).fingerprint
    _, stored = lists.confirm(resource, data, "a.csv", mark, by=world.officer, now=worlds.NOW)
    assert not stored and not Force.objects.filter(slug="eastshire").exists()


def test_records_that_moved_since_the_preview_keep_the_file_back(world):
    rows = [["slug", "area"], ["northshire", "The North Shire"]]
    data, resource = csv_of(rows), resources.LISTS[Force]
    mark = look(world, Force, *rows).fingerprint
    Force.objects.filter(slug="northshire").update(area="Northland")
    made, stored = lists.confirm(resource, data, "a.csv", mark, by=world.officer, now=worlds.NOW)
    assert not stored and made.rows[0].differences == [("area", "Northland", "The North Shire")]
    assert Force.objects.get(slug="northshire").area == "Northland"
    # A change that the file does not touch is no reason to ask again.
    Force.objects.filter(slug="northshire").update(region="South")
    made, stored = lists.confirm(
        resource, data, "a.csv", made.fingerprint, by=world.officer, now=worlds.NOW
    )
    assert stored and Force.objects.get(slug="northshire").region == "South"


def test_an_empty_cell_and_a_missing_column_leave_a_value_and_one_word_empties_it(world):
    bring(
        world,
        ForceContact,
        ["force", "name", "email", "phone", "note"],
        ["Northshire", "Desk", "desk@example.org", "01234 567890", "Ring first"],
    )
    unchanged = look(world, ForceContact, ["force", "name", "phone"], ["Northshire", "Desk", ""])
    assert statuses(unchanged) == ["unchanged"]
    bring(world, ForceContact, ["force", "name", "note"], ["Northshire", "Desk", resources.EMPTY])
    contact = ForceContact.objects.get()
    assert (contact.note, contact.phone) == ("", "01234 567890")
    refused = look(world, Force, ["slug", "name"], ["northshire", resources.EMPTY])
    assert why(refused) == "name: It cannot be empty."
    # An age is emptied to “none”, never to 0.
    split = worlds.breakdown(world.measure, ["Ten"], slug="age")
    Category.objects.filter(name="Ten").update(age_from=10, age_to=10)
    row = ["online", split.slug, "age-1"]
    head = ["measure", "breakdown", "slug", "age_from", "age_to"]
    assert statuses(look(world, Category, head, [*row, "", ""])) == ["unchanged"]
    bring(world, Category, head, [*row, resources.EMPTY, resources.EMPTY])
    assert Category.objects.get(name="Ten").age_from is None


def test_a_field_that_holds_the_very_word_is_not_emptied_by_its_own_export(world):
    Force.objects.filter(pk=world.north.pk).update(region=resources.EMPTY, nation="Wales")
    made = look(world, Force, ["slug", "region"], ["northshire", resources.EMPTY])
    assert statuses(made) == ["unchanged"]
    made = look(world, Force, ["slug", "region"], ["southshire", "[Empty]"])
    assert made.rows[0].differences == [("region", "North", "")]


def test_what_the_file_says_twice_is_refused_with_both_places(world):
    made = look(
        world,
        ForceContact,
        ["force", "name", "email"],
        ["Northshire", "Desk", "a@example.org"],
        ["N. Shire", "DESK", "b@example.org"],
    )
    assert statuses(made) == ["new", "refused"]
    assert "twice, here and in row 2" in why(made)
    made = look(
        world,
        MediaContact,
        ["email", "outlet"],
        ["a@example.org", "Gazette"],
        ["A@Example.org", "Herald"],
    )
    assert statuses(made) == ["new", "refused"]
    # Two new forces of one name: the second is refused by the first, which is not stored either.
    other = ["elsewhere", *EASTSHIRE[1:]]
    made = look(world, Force, FORCE, EASTSHIRE, other)
    assert statuses(made) == ["new", "refused"] and "Eastshire Police already" in why(made)


@pytest.mark.parametrize(
    ("model", "head", "row", "words"),
    [
        (Force, ["slug", "name"], ["northshire", "SOUTHSHIRE POLICE"], "Southshire Police already"),
        (Force, FORCE[:2], ["northshyre", "N"], "mean “northshire” (Northshire Police)?"),
        (Force, ["slug", "tile_col"], ["northshire", "3"], "both a column and a row"),
        (Force, ["slug", "tile_col"], ["northshire", "-3"], "tile_col: “-3” is not a whole number"),
        (Force, ["slug", "tile_col"], ["northshire", "3.9"], "“3.9” is not a whole number"),
        (Force, ["slug", "tile_col"], ["northshire", "40000"], "from 0 to 32,767"),
        (Force, ["slug", "kind"], ["northshire", "council"], "territorial, special"),
        (Force, ["slug", "website"], ["northshire", "northshire"], "website: Enter a valid URL"),
        (Force, ["slug", "foi_email"], ["northshire", "none"], "foi_email: Enter a valid email"),
        (Force, ["slug", "name"], ["northshire", "x" * 101], "at most 100 characters"),
        (Force, ["slug", "name"], ["northshire", "a\x07b"], "a character that cannot be stored"),
        (Force, FORCE, ["East shire", *EASTSHIRE[1:]], "slug: Enter a valid “slug”"),
        (Force, ["slug", "name"], ["", "Eastshire"], "slug is empty here"),
        (Force, ["slug", "spellings"], ["northshire", "Southshire"], "Southshire Police already"),
        (Force, ["slug", "spellings"], ["northshire", "[empty]"], "deletes no spelling"),
        (ForceContact, ["force", "name"], ["Northshire", "Desk"], "an e-mail address or a telepho"),
        (ForceContact, ["force", "name"], ["Northshyre", "Desk"], "Did you mean “Northshire Pol"),
        (ForceContact, ["force", "name", "office"], ["Northshire", "A", "HR"], "foi, press, data"),
        (MediaContact, ["email", "outlet"], ["nobody", "Gazette"], "email: Enter a valid email"),
        (MediaContact, ["email"], ["a@example.org"], "a new one needs outlet"),
        (MediaContact, ["email", "outlet", "forces"], ["a@b.org", "G", "Northshire; Xshire"],
         "No force is called “Xshire”"),
        (MediaContact, ["email", "outlet", "stopped_on"], ["a@b.org", "G", "soon"], "25/06/2019"),
        (FoiSubmission, ["round", "force"], ["2919", "Northshire"], "Did you mean “Round 2019”"),
        (FoiSubmission, ["round", "force", "number"], ["2019", "Northshire", "0"], "from 1"),
        (FoiSubmission, ["round", "force", "number"], ["2019", "Northshire", "3"],
         "each later one names the one it follows"),
        (FoiSubmission, ["round", "force", "follows"], ["2019", "Northshire", "1"],
         "first request follows none"),
        (FoiSubmission, ["round", "force", "outcome"], ["2019", "Northshire", "lost"], "awaited"),
        (FoiSubmission, ["round", "force", "outcome_source"], ["2019", "Northshire", "The Sun"],
         "No document is called “The Sun”"),
        (Category, ["measure", "breakdown", "slug"], ["online", "offense", "x"],
         "is called “offense”. Did you mean “By offence”?"),
        (Category, ["measure", "breakdown", "slug"], ["online", "offence", "ofence-1"],
         "needs name. Did you mean “offence-1” (Causing or inciting sexual activity)?"),
        (Category, ["measure", "breakdown", "slug", "is_total"],
         ["online", "offence", "offence-1", "yes"], "one stated total"),
        (Category, ["measure", "breakdown", "slug", "is_total"],
         ["online", "offence", "offence-1", "perhaps"], "neither yes nor no"),
        (Category, ["measure", "breakdown", "slug", "age_from", "age_to"],
         ["online", "offence", "offence-1", "12", "11"], "both ends, the lower one first"),
        (Category, ["measure", "breakdown", "slug", "offence"],
         ["online", "offence", "offence-1", "99/99"], "No offence is called"),
        (Category, ["measure", "breakdown", "slug", "members"],
         ["online", "offence", "offence-1", "offence/offence-2"], "same breakdown"),
    ],
)  # fmt: skip
def test_every_rule_is_told_in_the_preview(world, model, head, row, words):
    before = everything(model)
    made = look(world, model, head, row)
    assert statuses(made) == ["refused"] and words in why(made), why(made)
    assert everything(model) == before


@pytest.mark.both_databases
def test_a_force_is_meant_by_any_of_its_spellings(world):
    bring(
        world,
        ForceContact,
        ["force", "office", "name", "email"],
        ["n. shire", "press office", "Duty", "duty@example.org"],
        ["SOUTHSHIRE  police", "", "Desk", "desk@example.org"],
    )
    assert list(ForceContact.objects.values_list("force__slug", "office")) == [
        ("northshire", "press"),
        ("southshire", "foi"),
    ]


# Each list's own rules


def test_spellings_are_added_and_none_is_taken_away(world):
    made = bring(world, Force, ["slug", "spellings"], ["northshire", 'Norshire; NORSHIRE; "A; B"'])
    assert made.rows[0].differences[0][0] == "spellings"
    assert Force.objects.spelled("norshire").get() == world.north
    names = set(world.north.spellings.values_list("spelling", flat=True))
    assert names == {"Northshire", "Northshire Police", "N. Shire", "Norshire", "A; B"}
    assert statuses(look(world, Force, ["slug", "spellings"], ["northshire", "A"])) == ["changed"]
    assert statuses(look(world, Force, ["slug", "spellings"], ["northshire", "N. Shire"])) == [
        "unchanged"
    ]


def test_who_may_not_add_spellings_adds_none_by_a_file(world):
    world.officer.groups.clear()
    made = look(world, Force, ["slug", "spellings"], ["northshire", "Norshire"])
    assert why(made) == "spellings: You may not add spellings."


def test_a_category_with_counts_says_that_its_counts_would_mean_something_else(world):
    worlds.enter(world.submission, {world.cell(2018, worlds.OFFENCES[0]): "5"}, world.officer)
    row = ["online", "offence", "offence-1"]
    head = ["measure", "breakdown", "slug", "is_unknown", "name"]
    made = look(world, Category, head, [*row, "yes", ""])
    assert statuses(made) == ["changed"]
    assert made.rows[0].remark == "This would change the meaning of 1 count."
    assert look(world, Category, head, [*row, "", "Another name"]).rows[0].remark == ""
    row[2] = "offence-2"
    assert look(world, Category, head, [*row, "yes", ""]).rows[0].remark == ""


def test_a_category_with_checked_counts_keeps_its_meaning(world):
    worlds.enter(world.submission, {world.cell(2018, worlds.OFFENCES[0]): "5"}, world.officer)
    counts.mark_checked(world.submission, by=worlds.person("Cy", "Checker"), now=worlds.LATER)
    head = ["measure", "breakdown", "slug", "is_unknown", "name"]
    row = ["online", "offence", "offence-1"]
    made = look(world, Category, head, [*row, "yes", ""])
    assert statuses(made) == ["refused"]
    assert why(made) == (
        "1 checked count would mean something else by this. Make a new category, or take back the "
        "check of those returns first."
    )
    assert statuses(look(world, Category, head, [*row, "", "Another name"])) == ["changed"]
    category = Category.objects.get(slug="offence-1")
    category.is_unknown = True
    with pytest.raises(ValidationError, match="1 checked count would mean something else"):
        category.full_clean()


def test_a_category_of_a_crossing_names_its_members(world):
    ages = worlds.breakdown(world.measure, ["Ten"], slug="age")
    worlds.breakdown(world.measure, ["Girls"], slug="sex")
    crossed = worlds.breakdown(world.measure, [], slug="age-sex")
    head = ["measure", "breakdown", "slug", "name", "members"]
    bring(world, Category, head, ["online", "age-sex", "x", "Girls of ten", "age/age-1; sex/sex-1"])
    members = crossed.categories.get(slug="x").members.all()
    assert {m.name for m in members} == {"Ten", "Girls"} and ages.categories.get(name="Ten")


def test_a_later_request_follows_the_one_before_it_in_whatever_order_the_rows_stand(world):
    made = bring(
        world,
        FoiSubmission,
        ["round", "force", "number"],
        ["Round 2019", "Northshire", "3"],
        ["Round 2019", "Northshire", "2"],
    )
    assert statuses(made) == ["new", "new"]
    third = FoiSubmission.objects.get(number=3)
    assert third.follows.number == 2 and third.follows.follows == world.submission


def test_what_is_published_of_a_checked_return_takes_its_mark_away(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    counts.mark_checked(world.submission, by=world.checker, now=worlds.NOW)
    head, row = ["round", "force", "note"], ["2019", "Northshire", "A call."]
    with CaptureQueriesContext(connection) as queries:
        made = bring(world, FoiSubmission, head, row)
    assert made.unchecked == [] and FoiSubmission.objects.checked().count() == 1
    written = [q["sql"] for q in queries if q["sql"].startswith("UPDATE")]
    assert written and not any("checked" in sql for sql in written)  # the field alone
    head, row = ["round", "force", "reason"], ["2019", "Northshire", "s.12"]
    shown = look(world, FoiSubmission, head, row)
    assert shown.unchecked == ["Northshire, Round 2019"]
    assert FoiSubmission.objects.checked().count() == 1
    bring(world, FoiSubmission, head, row, now=worlds.LATER)
    submission = FoiSubmission.objects.get(force=world.north)
    assert (submission.checked_at, submission.entered_at) == (None, worlds.LATER)
    assert submission.edition == world.submission.edition + 1


def test_the_columns_that_are_published_are_those_of_the_page(world):
    key = {"round", "force", "number"}  # by which a row is found: no import changes them
    assert resources.LISTS[FoiSubmission].published | key == FoiSubmissionAdmin.published


def test_a_documents_title_that_two_share_is_chosen_on_the_page(world):
    for day in (24, 25):
        worlds.publication(when=dt.date(2019, 6, day))
    row = ["2019", "Northshire", "Northshire Gazette"]
    made = look(world, FoiSubmission, ["round", "force", "documents"], row)
    assert "2 documents have the title" in why(made)


def test_whoever_asked_to_stop_stays_so(world):
    contact = MediaContact.objects.create(
        outlet="Gazette", email="News@example.org", stopped_on=dt.date(2019, 5, 3)
    )
    head = ["email", "outlet", "stopped_on"]
    refused = look(world, MediaContact, head, ["news@example.org", "", resources.EMPTY])
    assert "An import never undoes that" in why(refused)
    made = bring(world, MediaContact, head, ["news@example.org", "The Gazette", ""])
    assert made.rows[0].remark == "Asked to stop on 3 May 2019, which stays recorded."
    contact.refresh_from_db()
    assert contact.stopped_on == dt.date(2019, 5, 3) and contact.email == "News@example.org"


def test_the_forces_of_a_media_contact_are_all_that_the_cell_says(world):
    head = ["email", "outlet", "forces"]
    bring(world, MediaContact, head, ["a@example.org", "Gazette", "N. Shire; southshire"])
    contact = MediaContact.objects.get()
    assert set(contact.forces.all()) == {world.north, world.south}
    assert statuses(
        look(world, MediaContact, head, ["a@example.org", "", "Southshire; N. Shire"])
    ) == ["unchanged"]
    made = bring(world, MediaContact, head, ["a@example.org", "", "Southshire"])
    assert made.rows[0].differences == [("forces", "northshire; southshire", "southshire")]
    assert list(contact.forces.all()) == [world.south]
    bring(world, MediaContact, head, ["a@example.org", "", resources.EMPTY])
    assert not contact.forces.exists()


# Files


ROWS = [
    ["Force", "Office", "Name", "E-mail", "Telephone", "Shoe size"],
    ["Northshire", "press", "Zoë Müller", "zoe@example.org", "01234 567890", "38"],
]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", csv_of(ROWS)),
        ("a.csv", csv_of(ROWS, encoding="cp1252", delimiter=";")),
        ("a.xlsx", xlsx_of({"About": [["Hello"]], "Contacts": [["Our list"], *ROWS]})),
        ("a.xls", xls_of({"Contacts": ROWS})),
        ("a.ods", ods_of({"Contacts": ROWS})),
    ],
    ids=["csv", "cp1252", "xlsx", "xls", "ods"],
)
def test_a_list_comes_in_from_every_kind_of_file(world, name, data):
    made = bring(world, ForceContact, name=name, data=data)
    contact = ForceContact.objects.get()
    assert (contact.name, contact.phone, contact.email) == (
        "Zoë Müller", "01234 567890", "zoe@example.org",
    )  # fmt: skip
    assert any("“Shoe size”" in note for note in made.notes)
    assert ("About" in " ".join(made.notes)) == name.endswith("xlsx")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([["name", "email"], ["A", "a@example.org"]], "has the columns force and name"),
        ([["force", "name"]], "headings and no rows"),
        ([["force", "name", "email", "E-mail"], ["N", "A", "a", "b"]], "two columns “email”"),
        ([["force", "name"], *[["Northshire", str(i)] for i in range(5001)]], "5,000 rows"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_a_sentence(world, rows, words):
    with pytest.raises(Refused, match=re.escape(words)):
        look(world, ForceContact, *rows)
    with pytest.raises(Refused, match="not a spreadsheet"):
        look(world, ForceContact, data=b"%PDF-1.7", name="a.xlsx")


def test_a_column_of_street_addresses_is_not_the_address_on_the_site(world):
    made = look(world, Force, ["slug", "Address", "Short name"], ["northshire", "1 High St", "N"])
    assert made.rows[0].differences == [("short_name", "Northshire Police", "N")]
    assert "“Address”" in made.notes[0]


def test_a_cell_with_an_error_is_refused_with_its_place(world):
    def change(book):
        book["A"]["C2"] = "#REF!"
        book["A"]["C2"].data_type = "e"

    data = xlsx_of({"A": [["force", "name", "email"], ["Northshire", "Desk", "x"]]}, change)
    made = look(world, ForceContact, data=data, name="a.xlsx")
    assert made.rows[0].where == "A, row 2" and "C2 holds the error #REF!" in why(made)


def test_a_date_is_read_however_a_program_wrote_it(world):
    for text in ("2019-05-03", "03/05/2019", "3 May 2019", "2019-05-03 00:00:00"):
        made = look(world, MediaContact, ["email", "outlet", "stopped_on"], ["a@b.org", "G", text])
        assert made.rows[0].differences[-1] == ("stopped_on", "", "2019-05-03"), text
    rows = [["email", "outlet", "stopped_on"], ["a@b.org", "G", dt.date(2019, 5, 3)]]
    for name, data in (("a.xlsx", xlsx_of({"A": rows})), ("a.ods", ods_of({"A": rows}))):
        made = look(world, MediaContact, data=data, name=name)
        assert made.rows[0].differences[-1] == ("stopped_on", "", "2019-05-03"), name


@pytest.mark.both_databases
def test_a_longer_file_asks_the_database_no_more_to_find_its_rows(world):
    def cost(number: int) -> int:
        people = [[f"p{i}@example.org", "Gazette", "Northshire"] for i in range(number)]
        rows = [["email", "outlet", "forces"], *people]
        bring(world, MediaContact, *rows)
        with CaptureQueriesContext(connection) as queries:
            assert look(world, MediaContact, *rows).numbers["unchanged"] == number
        return len(queries)

    assert cost(3) == cost(300)


# What is exported comes back


@pytest.fixture
def full(world):
    """One row and more of every list, with everything in it that is hard to write."""
    w = world
    worlds.enter(w.submission, {w.cell(2018): "68"}, w.officer)
    counts.mark_checked(w.submission, by=w.checker, now=worlds.NOW)
    Force.objects.filter(pk=w.north.pk).update(
        welsh_name="=HYPERLINK(1)", region="'=x", tile_col=0, tile_row=3, ons_code="E23000036"
    )
    ForceSpelling.objects.create(force=w.north, spelling="+North; “Shire”")
    ForceSpelling.objects.create(force=w.south, spelling='The "South", @ Shire')
    offence = Offence.objects.create(
        code="17/13", level="offence", class_code="17A", name="Assault", group="Sexual assault",
        child_specific=False,
    )  # fmt: skip
    Category.objects.filter(slug="offence-1").update(offence=offence)
    ages = worlds.breakdown(w.measure, ["Ten"], slug="age")
    ages.categories.filter(name="Ten").update(age_from=0, age_to=10)
    crossed = worlds.breakdown(w.measure, ["-Crossed"], slug="crossed").categories.first()
    crossed.members.set(Category.objects.filter(slug__in=["age-1", "offence-1"]))
    papers = [worlds.publication(when=dt.date(2019, 6, day)) for day in (24, 25)]
    papers.append(worlds.publication("A; B, “C”"))
    w.submission.documents.set(papers)
    FoiSubmission.objects.filter(pk=w.submission.pk).update(
        reference="-12/345", outcome="refused", outcome_on=dt.date(2019, 6, 1),
        outcome_precision="month", outcome_source=papers[0], reason="\ts.12",
        note="@first line\r\n\r\nsecond  line\r\n- third",
    )  # fmt: skip
    earlier = worlds.submission(
        w.north, worlds.round_of(w.measure, slug="2018", years=(2015, 2017))
    )
    FoiSubmission.objects.create(round=w.round, force=w.south, number=2, follows=w.other)
    FoiSubmission.objects.create(round=w.round, force=w.north, number=2, follows=earlier)
    ForceContact.objects.create(force=w.north, name="=Desk", email="=a@example.org", note="''=x")
    ForceContact.objects.create(force=w.south, office="data", name="O'Neil", phone="+44 1234")
    stopped = MediaContact.objects.create(
        outlet="-Gazette", email="News@Example.org", stopped_on=dt.date(2019, 5, 3), phone="01234"
    )
    stopped.forces.set([w.north, w.south])
    MediaContact.objects.create(outlet="The Herald", email="b@example.org", name="'Quote'")
    return w


def exported(model, kind: str) -> bytes:
    from import_export.formats.base_formats import CSV, ODS, XLSX

    native = kind != "csv"
    data = resources.of(model)(force_native_type=native).export(force_native_type=native)
    made = {"xlsx": XLSX, "ods": ODS, "csv": CSV}[kind]().export_data(data)
    return made if isinstance(made, bytes) else made.encode("utf-8-sig")


@pytest.mark.parametrize("kind", sampled(["xlsx", "ods", "csv"], ["xlsx"]))
@pytest.mark.parametrize("model", resources.LISTS, ids=lambda model: model.__name__)
def test_a_list_that_is_exported_comes_back_unchanged(full, model, kind):
    made = look(full, model, data=exported(model, kind), name=f"a.{kind}")
    assert [
        (r.what, r.status, r.reasons, r.differences) for r in made.rows if r.status != "unchanged"
    ] == []
    assert len(made.rows) == model.objects.count() > 1 and made.notes == []


@pytest.mark.parametrize("kind", sampled(["xlsx", "ods", "csv"], ["ods"]))
def test_an_exported_list_makes_the_same_list_anew(full, kind):
    """Into empty tables too, formula or not: what begins with “=” begins with it again."""
    for model in (ForceContact, MediaContact):
        data = exported(model, kind)
        before = exported(model, "csv")
        model.objects.all().delete()
        assert statuses(bring(full, model, data=data, name=f"a.{kind}")) == ["new", "new"]
        assert exported(model, "csv") == before
    assert ForceContact.objects.get(force=full.north).name == "=Desk"


@given(st.text(alphabet="'=+-@ab\t\r", max_size=6))
def test_the_apostrophe_of_an_export_is_taken_off_again(text):
    assert unescape(str(escape(text))) == text.strip()
    assert not str(escape(text)).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(st.text(alphabet="ab;\" ',", min_size=1).filter(str.strip), max_size=4))
def test_several_texts_in_one_cell_come_apart_again(texts):
    assert split_texts(join_texts(texts)) == [" ".join(text.split()) for text in texts]


# The document


def test_the_document_tells_exactly_the_columns_of_each_list():
    text = (Path(settings.BASE_DIR) / "docs" / "lists.md").read_text(encoding="utf-8")
    for model, resource in resources.LISTS.items():
        title = str(model._meta.verbose_name_plural)
        part = re.search(rf"^## {title[0].upper()}{title[1:]}$(.*?)(?=^## |\Z)", text, re.M | re.S)
        assert part, title
        rows = re.findall(r"^\| (\w+) \| (yes|no) \| (.+) \|$", part[1], re.M)
        columns = resource.columns()
        assert {name: words for name, _, words in rows} == {n: c.words for n, c in columns.items()}
        assert [n for n, needed, _ in rows if needed == "yes"] == [
            n for n, c in columns.items() if c.needed
        ]
    assert resources.EMPTY in text and f"{lists.MOST_ROWS:,}" in text


def test_every_column_of_a_choice_names_all_of_them():
    for resource in resources.LISTS.values():
        for column in resource.columns().values():
            for stored, _ in getattr(column.widget, "choices", []):
                assert re.search(rf"\b{stored}\b", column.words), (column, stored)


def test_every_field_of_a_list_that_staff_may_set_is_a_column():
    for model, resource in resources.LISTS.items():
        fields = [f for f in model._meta.get_fields() if getattr(f, "editable", False)]
        named = {f.name for f in fields if not f.auto_created and not f.one_to_many}
        sets = {column.sets for column in resource.columns().values()}
        keys = {column.attribute.split("__")[0] for column in resource.columns().values()}
        assert named <= sets | keys, model


def test_a_document_is_never_made_of_a_list(world):
    bring(world, Force, FORCE, EASTSHIRE)
    assert not Document.objects.exists()
