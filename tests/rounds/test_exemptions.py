"""Exemptions of a request: recorded, marked in just their cells, looked at before a challenge."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from offences.counts import mark_checked, remove_exemption, store_exemption
from offences.foi_clock import SECTIONS_WITHOUT_EXTENSION
from offences.models import AnnualCount, BankHoliday, Exemption, FoiEvent, FoiSubmission
from offences.refused import Refused
from offences.words import text_table
from offences.words.challenges import challenge_in_words, checklist_of, checklist_of_all
from offences.words.round import sections_in_words
from tests import worlds
from tests.worlds import LATER, NOW, OFFENCES

FIRST, SECOND, THIRD = OFFENCES


@pytest.fixture
def world(db):
    w = worlds.World(**worlds.team("officer", "checker"))
    w.measure = worlds.measure()
    w.split = worlds.breakdown(w.measure)
    w.round = worlds.round_of(w.measure)
    w.asked = FoiSubmission.objects.create(round=w.round, force=worlds.force("Oakshire"))
    return w


def claim(w, section="40", subsection="(2)", cells=(), **more):
    made = Exemption(submission=w.asked, section=section, subsection=subsection, **more)
    if cells:
        made.scope = "cells"
    store_exemption(made, cells, by=w.officer, now=NOW)
    return made


def sections(w):
    """The cells of the request: the row and year, with what it has."""
    rows = AnnualCount.objects.current().filter(submission=w.asked).order_by("year", "category")
    return {(row.category.name, row.year): row.section or row.value or row.state for row in rows}


def cells(w, *places):
    return {w.cell(year, name) for name, year in places}


def test_an_exemption_of_some_cells_marks_just_those(world):
    worlds.enter(world.asked, {world.cell(2018, FIRST): "14"}, by=world.officer)
    claim(world, cells=cells(world, (SECOND, 2018), (THIRD, 2017)))
    assert sections(world) == {
        (FIRST, 2018): 14,
        (SECOND, 2018): "s.40(2)",
        (THIRD, 2017): "s.40(2)",
    }


def test_a_part_refused_before_anything_is_entered_is_an_answer_in_part(world):
    claim(world, cells=cells(world, (SECOND, 2018)))
    world.asked.refresh_from_db()
    assert world.asked.outcome == "part_answered"


@pytest.mark.parametrize("answer", ["14", "0", "<5", "*", "not held"])
def test_one_cell_with_an_answer_stops_all_of_it(world, answer):
    worlds.enter(world.asked, {world.cell(2018, FIRST): answer}, by=world.officer)
    before = sections(world)
    with pytest.raises(Refused, match=rf"Nothing is stored: .*{FIRST}, 2018/19"):
        claim(world, cells=cells(world, (FIRST, 2018), (SECOND, 2018)))
    assert sections(world) == before
    assert not Exemption.objects.exists()


def test_a_cell_left_blank_is_refused_once_the_letter_says_so(world):
    worlds.enter(world.asked, {world.cell(2018, FIRST): "-"}, by=world.officer)
    claim(world, cells=cells(world, (FIRST, 2018)))
    assert sections(world) == {(FIRST, 2018): "s.40(2)"}


def test_several_sections_can_refuse_one_cell_and_each_goes_alone(world):
    first = claim(world, "31", "", cells(world, (FIRST, 2018), (SECOND, 2018)))
    second = claim(world, cells=cells(world, (FIRST, 2018)))
    assert sections(world) == {(FIRST, 2018): "s.31, s.40(2)", (SECOND, 2018): "s.31"}
    remove_exemption(first, by=world.officer, now=LATER)
    assert sections(world) == {(FIRST, 2018): "s.40(2)"}
    remove_exemption(second, by=world.officer, now=LATER)
    assert sections(world) == {}
    assert not Exemption.objects.exists()


def test_a_change_marks_the_new_cells_and_empties_those_left_out(world):
    made = claim(world, cells=cells(world, (FIRST, 2018), (SECOND, 2018)))
    made.section, made.subsection = "31", "(1)"
    wanted = cells(world, (SECOND, 2018), (THIRD, 2018))
    store_exemption(made, wanted, by=world.officer, now=LATER)
    assert sections(world) == {(SECOND, 2018): "s.31(1)", (THIRD, 2018): "s.31(1)"}


def test_a_refusal_of_everything_leaves_the_cells_alone(world):
    worlds.enter(world.asked, {world.cell(2018, FIRST): "s.12"}, by=world.officer)
    made = claim(world, "12", "")
    assert sections(world) == {(FIRST, 2018): "s.12"}
    remove_exemption(made, by=world.officer, now=LATER)
    assert sections(world) == {(FIRST, 2018): "s.12"}


def test_what_the_grid_refused_under_the_section_keeps_its_source(world):
    place = {"sheet": "Ages", "cell": "B4"}
    key = world.cell(2018, FIRST)
    paper = worlds.publication()
    worlds.save_cells(
        world.asked, {key: worlds.typed("s.31", paper, **place)}, by=world.officer, now=NOW
    )
    claim(world, cells=[key])
    row = AnnualCount.objects.current().get()
    assert (row.section, row.sheet, row.cell, row.document) == (
        "s.31, s.40(2)",
        "Ages",
        "B4",
        paper,
    )


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"section": "40(2)"}, "Write a section like 40 or 22A."),
        ({"subsection": "2"}, r"Write a subsection like \(2\) or \(5B\)."),
        ({"scope": "part"}, "Say in words which part is refused"),
        ({"part": "the ages"}, "Say in words which part is refused, and only then"),
        ({"result": "upheld"}, "Only an exemption that was challenged has a result."),
        ({"scope": "cells"}, "Tick the cells"),
    ],
)
def test_an_exemption_that_cannot_be_is_refused_with_a_sentence(world, more, sentence):
    with pytest.raises(Refused, match=sentence):
        claim(world, **more)
    assert not Exemption.objects.exists()


@pytest.mark.both_databases
def test_a_section_is_recorded_once_and_the_event_has_none(world):
    claim(world)
    with pytest.raises(Refused, match="This section is recorded for the request already"):
        claim(world)
    claim(world, "40", "(5B)")
    with pytest.raises(IntegrityError, match="event_section_of_step"), transaction.atomic():
        FoiEvent.objects.create(submission=world.asked, kind="refused", on=NOW.date(), section="12")
    stored = Exemption.objects.values("submission", "recorded_by", "recorded_at")[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Exemption.objects.create(
            submission=world.asked,
            section="40",
            subsection="(2)",
            recorded_by=world.officer,
            recorded_at=stored["recorded_at"],
        )


def test_what_readers_will_see_of_it_is_checked_once_more(world):
    worlds.enter(world.asked, {world.cell(2018): "14"}, by=world.officer)
    mark_checked(world.asked, by=world.checker, now=NOW)
    made = claim(world)
    world.asked.refresh_from_db()
    assert (world.asked.checked_at, world.asked.entered_by) == (None, world.officer)
    worlds.enter(world.asked, {world.cell(2018): "14"}, by=world.officer)
    mark_checked(world.asked, by=world.checker, now=NOW)
    made.quote, made.challenge = "It would identify a child.", "challenged"
    store_exemption(made, by=world.officer, now=LATER)  # for staff alone
    world.asked.refresh_from_db()
    assert world.asked.checked_at
    made.result = "dropped"
    store_exemption(made, by=world.officer, now=LATER)
    world.asked.refresh_from_db()
    assert world.asked.checked_at is None


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_two_people_who_record_one_section_at_once_record_it_once(world):
    def record():
        asked = FoiSubmission.objects.get(pk=world.asked.pk)
        made = Exemption(submission=asked, section="12")
        store_exemption(made, by=world.officer, now=NOW)

    results = worlds.at_once(record, record)
    assert Exemption.objects.count() == 1
    (refused,) = [each for each in results if each is not None]
    assert isinstance(refused, Refused)


# The words


def test_every_section_that_is_explained_has_a_checklist_with_sources_and_a_paragraph():
    texts, duties = text_table("challenges"), {"1", "10", "17"}  # nobody refuses under a duty
    for section in text_table("sections").keys() - duties:
        items = checklist_of(section)
        assert items and all(item.source and item.text.endswith((".", "?")) for item in items)
        assert texts[f"{section}.letter"].startswith("Please ")
        assert sections_in_words([section])
    assert all(item.source for item in checklist_of_all())
    assert {str(each) for each in SECTIONS_WITHOUT_EXTENSION} <= text_table("sections").keys()


@pytest.mark.parametrize(
    ("section", "asks"), [("31(1)(a)", True), ("s.24", True), ("40(2)", False)]
)
def test_the_public_interest_is_asked_for_where_the_law_asks_for_it(section, asks):
    said = [item.text for item in checklist_of(section)]
    assert any("is qualified" in text for text in said) == asks


def test_the_letter_quotes_the_force_and_says_something_of_every_section():
    words = challenge_in_words([("12(1)", "More than 18 hours."), ("99", "")])
    assert words.startswith("Section 12(1). You wrote: “More than 18 hours”. Please send us the")
    assert "Section 99. Please explain why this section applies" in words
    assert "Section 17(1) asks for both" in challenge_in_words([])
    own = challenge_in_words([("12", "")], under_act=False)
    assert "estimate" not in own and "17(1)" not in challenge_in_words([], under_act=False)


# The page


@pytest.fixture
def page(client, world):
    client.force_login(world.officer)
    return reverse("admin:offences_foisubmission_exemptions", args=[world.asked.pk])


def posted(client, page, **more):
    form = {"name": "40(2)", "scope": "whole", "part": "", "quote": "", **more}
    return client.post(page, form, follow=True).content.decode()


def test_a_section_is_typed_as_the_letter_has_it_and_cells_are_ticked(client, world, page):
    first, second = sorted(cells(world, (SECOND, 2017), (SECOND, 2018)))
    ticks = [f"c-{first[0]}-{first[2]}-{first[1]}"]
    html = posted(client, page, name="Section 40 (2)", scope="cells", cell=ticks, quote="No.")
    assert "Section 40(2) is recorded." in html
    assert "1 cell" in html and "“No.”" in html and "Could a living person be recognised" in html
    made = Exemption.objects.get()
    assert (made.section, made.subsection, made.public_interest) == ("40", "(2)", "not_needed")
    assert sections(world) == {(SECOND, 2017): "s.40(2)"}
    row = f"{world.split.pk}-r{second[2]}"
    html = posted(client, page, exemption=made.pk, name="40(2)", scope="cells", cell=[row])
    assert sections(world) == {(SECOND, year): "s.40(2)" for year in (2016, 2017, 2018)}
    change = client.get(page, {"exemption": made.pk}).content.decode()
    assert change.count("checked>") >= 3


@pytest.mark.parametrize("tick", ["{0}-all", "{0}-y2018"])
def test_a_whole_table_or_year_is_ticked_in_one(client, world, page, tick):
    posted(client, page, scope="cells", cell=[tick.format(world.split.pk)])
    marked = {year for _, year in sections(world)}
    assert marked == ({2016, 2017, 2018} if tick.endswith("all") else {2018})
    assert len(sections(world)) == 4 * len(marked)  # three offences and their total


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"name": "12 and 40(2)"}, "is not one section"),
        ({"name": "no idea"}, "is not one section"),
        ({"name": ""}, "Type the section, such as 12 or 40(2)."),
        ({"scope": "part"}, "Say in words which part is refused"),
        ({"scope": "cells"}, "Tick the cells that this section refuses."),
        ({"result": "upheld"}, "Only an exemption that was challenged has a result."),
        ({"name": "31", "public_interest": "not_needed"}, "Section 31 is qualified"),
    ],
)
def test_a_form_that_cannot_be_stored_says_why_and_keeps_what_was_typed(
    client, world, page, more, sentence
):
    html = posted(client, page, quote="As we said on the telephone", **more)
    assert sentence in html and "As we said on the telephone" in html
    assert not Exemption.objects.exists()


def test_an_exemption_is_removed_and_an_unknown_one_is_not_found(client, world, page):
    made = claim(world)
    assert "Section 40(2) is removed." in posted(client, page, exemption=made.pk, remove="1")
    assert not Exemption.objects.exists()
    for number in (made.pk, "x", "9" * 30):
        assert client.get(page, {"exemption": number}).status_code == 404


def test_what_the_grid_alone_knows_is_pointed_out(client, world, page):
    worlds.enter(world.asked, {world.cell(2018, FIRST): "s.31"}, by=world.officer)
    assert "cells refused under 31, which is not recorded here" in client.get(page).content.decode()


def test_no_checklist_of_the_act_is_shown_for_a_force_under_another_law(client, world, page):
    world.asked.force.nation = "Scotland"
    world.asked.force.save()
    html = posted(client, page, name="31", public_interest="not_needed")
    assert "Section 31 is recorded." in html and "Checklist" not in html
    assert "prevent or detect crime" not in html


def test_the_page_of_the_request_shows_exemptions_and_mistakes(client, world, page, time_machine):
    BankHoliday.objects.all().delete()
    time_machine.move_to(dt.datetime(2019, 6, 20, 9, tzinfo=dt.UTC), tick=False)
    FoiEvent.objects.create(submission=world.asked, kind="sent", on=dt.date(2019, 4, 1))
    FoiEvent.objects.create(submission=world.asked, kind="refused", on=dt.date(2019, 6, 3))
    address = reverse("admin:offences_foisubmission_change", args=[world.asked.pk])
    html = client.get(address).content.decode()
    assert "No section is recorded for the refusal of 3 June 2019." in html
    claim(world, "12", "")
    html = client.get(address).content.decode()
    assert "No section is recorded" not in html and "Refused under section 12" in html
    assert "The refusal of 3 June 2019 came after 29 April 2019" in html
    assert "Is there an estimate" in html
    world.round.complete = False  # known from publications alone
    world.round.save()
    assert "The refusal of" not in client.get(address).content.decode()


def test_the_page_says_what_can_be_asked_and_until_when(client, world, page, time_machine):
    BankHoliday.objects.all().delete()
    time_machine.move_to(dt.datetime(2019, 6, 20, 9, tzinfo=dt.UTC), tick=False)

    def step(kind, day):
        FoiEvent.objects.create(submission=world.asked, kind=kind, on=dt.date(2019, *day))
        return client.get(page).content.decode()

    claim(world, "12", "")
    step("sent", (4, 1))
    html = step("refused", (4, 30))
    assert f"<h1>Challenge it: sections of {world.asked}</h1>" in html
    assert "Say so when you ask for a review" in html.replace("</abbr>", "")
    assert "Ask by 25 June 2019" in html and "complaint to the Information" not in html
    assert "<dd>Not decided</dd>" in html
    html = step("review_asked", (5, 1))
    assert f"<h1>Sections of {world.asked}</h1>" in html
    assert "came after 29 April" in html and "Say so" not in html
    assert "<dd>A review was asked for</dd>" in html and "Not decided" not in html
    assert "due by 29 May 2019, and 26 June 2019 at the latest" in html
    assert "Ask for a review" not in html
    html = step("review_answered", (6, 3))
    assert "Complain to the Information Commissioner" in html and "until 15 July 2019" in html
    assert "We are not satisfied with the review of 3 June 2019." in html
    board = reverse("admin:offences_foiround_board", args=[world.round.pk])
    assert ">Record the result</a>" in client.get(board).content.decode()


def test_the_narrowed_request_is_a_new_one_that_follows(client, world, page):
    claim(world, "12", "")
    html = client.get(page).content.decode()
    address = html.partition("/admin/offences/foisubmission/add/?")[2].partition('"')[0]
    assert f"force={world.asked.force_id}" in address and f"follows={world.asked.pk}" in address
    assert "number=2" in address
    FoiSubmission.objects.create(
        round=world.round, force=world.asked.force, number=2, follows=world.asked
    )
    assert "Add a narrowed request" not in client.get(page).content.decode()


def test_a_review_that_is_late_leads_to_the_complaint_and_its_record(
    client, world, page, time_machine
):
    BankHoliday.objects.all().delete()
    time_machine.move_to(dt.datetime(2019, 7, 1, 9, tzinfo=dt.UTC), tick=False)
    claim(world, "12", "")
    for kind, day in (("sent", (4, 1)), ("refused", (4, 12)), ("review_asked", (5, 1))):
        FoiEvent.objects.create(submission=world.asked, kind=kind, on=dt.date(2019, *day))
    board = reverse("admin:offences_foiround_board", args=[world.round.pk])
    assert f'href="{page}#complain">Complain</a>' in client.get(board).content.decode()
    html = client.get(page).content.decode()
    assert (
        "We wish to complain about the answer of Oakshire Police to our request of 1 April 2019"
        in html
    )
    assert "It refused all or part of it under section 12." in html
    assert "due by 29 May 2019, and we have had no answer to it" in html
    complained = world.asked.events.filter(kind="ico_complained")
    said = client.post(page, {"complained": "2019-07-02"}, follow=True).content.decode()
    assert "It cannot be in the future" in said and not complained.exists()
    said = client.post(page, {"complained": "2019-07-01"}, follow=True).content.decode()
    assert "Recorded: complaint to the Information Commissioner on 1 July 2019." in said
    assert complained.get().recorded_by == world.officer
    assert "I have sent it" not in said
