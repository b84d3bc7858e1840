"""Drafts of grids: what is typed is kept and stored nowhere, for one person alone."""

import html
import json

import pytest
from playwright.sync_api import expect

from offences.models import AnnualCount, Category, Document, GridDraft
from tests import worlds
from tests.clients import logged_in
from tests.samples import on_each_screen, sampled, some
from tests.staff.test_grid import Form, address, name_of, values
from tests.worlds import at_once

SECOND = worlds.OFFENCES[1]


class DraftForm(Form):
    """The grid as one person has it open, with its draft."""

    def take(self, response):
        super().take(response)
        self.fields["draft"] = response.context["stamp"]
        self.fields["sheet"] = response.context["form"]["sheet"].value() or ""
        for cell in response.context["grid"].cells.values():
            if cell.at:
                self.fields[f"at-{cell.id}"] = cell.at.in_form

    def keep(self, texts=None, **more):
        """Keep for later, unfinished; the page that follows is open then."""
        response = self.save(texts, _draft="Keep for later, unfinished", **more)
        self.fields.pop("_draft", None)
        if response.status_code == 302:
            self.take(self.client.get(response.url))
        return response

    def throw_away(self):
        fields = {"draft": self.response.context["draft"].stamp, "_throw": "1"}
        self.take(self.client.post(address(self.submission), fields, follow=True))

    @property
    def draft(self):
        return self.response.context["draft"]

    def text_of(self, key):
        return self.fields[name_of(key)]


@pytest.fixture
def form(world):
    return DraftForm(world.officer, world.submission)


@pytest.mark.both_databases
def test_what_is_typed_is_kept_faults_and_all_and_no_count_is_stored(world, form):
    key, wrong = world.cell(2018), world.cell(2018, SECOND)
    response = form.keep({key: "68", wrong: "12 (est)"}, sheet="Data")
    assert response.status_code == 302
    assert not AnnualCount.objects.exists()
    world.submission.refresh_from_db()
    assert (world.submission.entered_at, world.submission.edition) == (None, 0)

    again = DraftForm(world.officer, world.submission)
    assert (again.text_of(key), again.text_of(wrong)) == ("68", "12 (est)")
    assert again.response.context["form"]["sheet"].value() == "Data"
    assert again.response.context["form"]["document"].value() == str(world.document.pk)
    assert "This is your draft of " in again.text and "Nothing of it is stored." in again.text
    assert again.text.count("typed, not stored") == 2
    assert "“12 (est)” is not" in again.text  # the fault is told again
    grid = again.response.context["grid"]
    assert [c.key for c in grid.cells.values() if c.drafted] == [key, wrong]


def test_saving_stores_the_draft_and_it_is_gone(world, form):
    form.keep({world.cell(2018): "68"})
    again = DraftForm(world.officer, world.submission)
    assert again.save({world.cell(2017): "48"}).status_code == 302
    assert values(world.submission) == {(2018, "Total"): 68, (2017, "Total"): 48}
    assert not GridDraft.objects.exists()
    assert DraftForm(world.officer, world.submission).draft is None


def test_a_save_that_is_refused_keeps_the_draft(world, form):
    form.keep({world.cell(2018): "12 (est)"})
    assert form.save().status_code == 200
    assert GridDraft.objects.get().form[name_of(world.cell(2018))] == "12 (est)"
    assert form.save({world.cell(2018): "12e"}).status_code == 302
    assert not GridDraft.objects.exists()


def test_a_draft_that_is_thrown_away_leaves_what_is_stored(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.colleague)
    form = DraftForm(world.officer, world.submission)
    form.keep({world.cell(2018): "86"})
    assert form.text_of(world.cell(2018)) == "86"
    form.throw_away()
    assert form.text_of(world.cell(2018)) == "68"
    assert "Your draft is discarded" in form.text
    assert not GridDraft.objects.exists()
    assert values(world.submission) == {(2018, "Total"): 68}


def test_one_person_has_one_draft_of_a_return_and_keeps_it_again(world, form):
    form.keep({world.cell(2018): "68"})
    form.keep({world.cell(2018): "69", world.cell(2017): "48"})
    assert GridDraft.objects.count() == 1
    assert DraftForm(world.officer, world.submission).text_of(world.cell(2018)) == "69"


def test_with_nothing_typed_there_is_no_draft(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.colleague)
    form = DraftForm(world.officer, world.submission)
    form.keep()
    assert "there is no draft to save" in form.text
    assert not GridDraft.objects.exists()
    form.keep({world.cell(2018): "69"})
    form.keep({world.cell(2018): "68"})  # as it was: the draft is empty, and goes
    assert not GridDraft.objects.exists()


def test_an_emptied_cell_is_typed_too(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.colleague)
    form = DraftForm(world.officer, world.submission)
    form.keep({world.cell(2018): ""})
    again = DraftForm(world.officer, world.submission)
    assert again.text_of(world.cell(2018)) == ""
    again.save()
    assert values(world.submission) == {}


# Two people


def test_a_colleague_is_told_of_a_draft_and_never_what_is_in_it(world, form):
    form.keep({world.cell(2018): "6789"})
    for person in (world.colleague, world.checker, world.press):
        other = DraftForm(person, world.submission)
        assert "Ann Lee has had a draft of this grid since " in other.text
        assert "6789" not in other.text
        assert other.draft is None and other.fields["draft"] == ""
        assert "had a draft" not in form.text


def test_nobody_throws_another_persons_draft_away(world, form):
    form.keep({world.cell(2018): "68"})
    fields = {"draft": form.draft.stamp, "_throw": "1"}
    for person in (world.colleague, world.checker):
        logged_in(person).post(address(world.submission), fields)
    assert GridDraft.objects.get().person == world.officer


def test_no_page_shows_another_persons_draft_to_a_superuser(world, form, admin_client):
    form.keep({world.cell(2018): "6789"})
    assert "6789" not in admin_client.get(address(world.submission)).content.decode()
    assert admin_client.get("/admin/offences/griddraft/").status_code == 404


def test_who_does_not_enter_counts_keeps_no_draft(world):
    fields = {"edition": 0, "seen": "{}", "_draft": "1", name_of(world.cell(2018)): "68"}
    assert logged_in(world.checker).post(address(world.submission), fields).status_code == 403
    assert not GridDraft.objects.exists()


def test_a_colleagues_change_of_a_drafted_cell_is_asked_about(world, form):
    key = world.cell(2018)
    form.keep({key: "86", world.cell(2017): "48"})
    worlds.enter(world.submission, {key: "68"}, world.colleague)
    again = DraftForm(world.officer, world.submission)
    assert "Bo Day changed this return at " in again.text
    assert again.text_of(key) == "86"
    response = again.save()
    (question,) = response.context["conflicts"]
    assert (question.mine, question.theirs) == ("86", "68")
    assert GridDraft.objects.exists()
    assert again.save(**{f"keep-{name_of(key)}": "mine"}).status_code == 302
    assert values(world.submission) == {(2018, "Total"): 86, (2017, "Total"): 48}
    assert not GridDraft.objects.exists()


def test_a_cell_that_is_not_in_the_draft_shows_the_colleagues_change(world, form):
    form.keep({world.cell(2018): "86"})
    worlds.enter(world.submission, {world.cell(2017): "48"}, world.colleague)
    again = DraftForm(world.officer, world.submission)
    assert again.text_of(world.cell(2017)) == "48"
    assert again.save({world.cell(2017): "49"}).status_code == 302  # seen, so not asked about
    assert values(world.submission) == {(2018, "Total"): 86, (2017, "Total"): 49}


def test_an_open_question_is_kept_with_the_draft(world, form):
    key = world.cell(2018)
    worlds.enter(world.submission, {key: "68"}, world.colleague)
    form.save({key: "86"})
    assert form.fields["asked"] == [name_of(key)]
    form.keep()
    again = DraftForm(world.officer, world.submission)
    assert "Which value is right?" in again.text
    assert again.save().status_code == 200  # it wants its answer still
    assert values(world.submission) == {(2018, "Total"): 68}
    assert again.save(**{f"keep-{name_of(key)}": "mine"}).status_code == 302
    assert values(world.submission) == {(2018, "Total"): 86}


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_two_windows_that_keep_at_once_lose_nothing_unseen(world):
    one, two = (DraftForm(world.officer, world.submission) for _ in range(2))
    steps = at_once(
        lambda: one.keep({world.cell(2018): "68"}).status_code,
        lambda: two.keep({world.cell(2017): "48"}).status_code,
    )
    assert sorted(steps) == [200, 302]
    assert GridDraft.objects.count() == 1


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_a_save_and_a_keeping_at_once_leave_the_save_or_both(world, form):
    form.keep({world.cell(2018): "68"})
    other = DraftForm(world.officer, world.submission)
    saved, kept = at_once(
        lambda: form.save().status_code, lambda: other.keep({world.cell(2017): "48"}).status_code
    )
    assert (saved, kept) == (302, 302)
    assert values(world.submission) == {(2018, "Total"): 68}
    assert GridDraft.objects.get().form[name_of(world.cell(2017))] == "48"


# Two windows of one person


def test_a_second_window_does_not_write_over_the_draft_of_the_first_unseen(world, form):
    other = DraftForm(world.officer, world.submission)
    form.keep({world.cell(2018): "68"})
    assert other.keep({world.cell(2017): "48"}).status_code == 200
    assert "You saved another draft of this grid at " in other.text
    assert "Total, 2018/19: 68" in other.text
    assert name_of(world.cell(2018)) in GridDraft.objects.get().form
    assert other.keep().status_code == 302  # knowing it now
    assert name_of(world.cell(2018)) not in GridDraft.objects.get().form
    assert other.text_of(world.cell(2017)) == "48"


def test_a_save_from_a_window_that_never_saw_the_draft_leaves_it(world, form):
    other = DraftForm(world.officer, world.submission)
    form.keep({world.cell(2018): "68"})
    other.save({world.cell(2017): "48"})
    assert DraftForm(world.officer, world.submission).text_of(world.cell(2018)) == "68"


def test_a_draft_that_was_kept_again_is_not_thrown_away_from_an_older_window(world, form):
    form.keep({world.cell(2018): "68"})
    older = DraftForm(world.officer, world.submission)
    form.keep({world.cell(2018): "69"})
    older.throw_away()
    assert "You saved this draft again at " in older.text
    assert older.text_of(world.cell(2018)) == "69"


# A return that is another by now


def test_what_has_no_place_in_the_grid_any_more_is_told_and_never_dropped(world, form):
    gone = world.cell(2018, SECOND)
    form.keep({gone: "29", world.cell(2016): "41", world.cell(2018): "68"})
    Category.objects.get(pk=gone[2]).delete()
    world.round.first_year = 2017
    world.round.save()

    again = DraftForm(world.officer, world.submission)
    assert again.draft.unplaced == [("Total, 2016/17", "41"), (f"{SECOND}, 2018/19", "29")]
    assert f"<b>{SECOND}, 2018/19</b> 29" in again.text
    assert again.text_of(world.cell(2018)) == "68"

    again.keep({world.cell(2017): "48"})  # kept again, it still has them
    assert ("Total, 2016/17", "41") in again.draft.unplaced
    response = again.save()
    told = html.unescape(again.client.get(response.url).content.decode())
    assert "Not stored, because this grid has no such cell: " in told
    assert f"{SECOND}, 2018/19: 29" in told
    assert values(world.submission) == {(2018, "Total"): 68, (2017, "Total"): 48}


def test_a_cell_that_went_while_the_form_was_open_is_kept_as_text(world, form):
    gone = world.cell(2018, SECOND)
    name = name_of(gone)
    Category.objects.get(pk=gone[2]).delete()
    form.keep({gone: "29"})
    assert GridDraft.objects.get().form[name] == "29"
    assert form.draft.unplaced == [("a row that is deleted, 2018/19", "29")]


def test_a_document_that_is_not_filed_with_the_return_any_more_is_told(world, form):
    form.keep({world.cell(2018): "68"})
    world.submission.documents.clear()
    again = DraftForm(world.officer, world.submission)
    assert again.draft.unplaced == [("Document", "Northshire Gazette")]
    assert again.text_of(world.cell(2018)) == "68"


def test_who_may_not_enter_counts_any_more_still_reads_and_throws_the_draft_away(world, form):
    form.keep({world.cell(2018): "68"})
    world.officer.groups.set([worlds.role("Press officer")])
    again = DraftForm(world.officer, world.submission)
    assert ("Total, 2018/19", "68") in again.draft.unplaced
    assert "you can no longer change counts" in again.text
    again.throw_away()
    assert not GridDraft.objects.exists()


# Bad drafts


RUBBISH = [
    [],
    "text",
    7,
    {},
    {"edition": "x", "seen": "{"},
    {"edition": "0", "seen": "{}", "asked": 7},
    {"edition": "0", "seen": '{"%s": 999999}', "%s": "68"},
    {"edition": "0", "seen": "[" * 5000, "%s": "68"},
    {"edition": "0", "seen": "{}", "c-1-99999999999999999999-2018": "1", "c-1-1-0000": "1"},
    {"edition": "0", "seen": "{}", "asked": ["%s"], "%s": "<script>alert(1)</script>"},
]


@pytest.mark.parametrize(
    "rubbish", sampled(RUBBISH, some(RUBBISH, 3)), ids=lambda rubbish: str(rubbish)[:40]
)
def test_rubbish_in_a_draft_opens_is_told_and_can_be_thrown_away(world, rubbish):
    made = json.loads(json.dumps(rubbish).replace("%s", name_of(world.cell(2018))))
    GridDraft.objects.create(
        submission=world.submission, person=world.officer, form=made, saved_at=worlds.NOW
    )
    form = DraftForm(world.officer, world.submission)
    assert form.response.status_code == 200
    assert "<script>alert" not in form.response.content.decode()
    if "68" in str(rubbish):
        assert ("Total, 2018/19", "68") in form.draft.unplaced
        assert "cannot be put into this grid" in form.text
        # What cannot be put into the grid is not written over unseen either.
        assert form.keep({world.cell(2017): "48"}).status_code == 200
        assert "Total, 2018/19: 68" in form.text
    form = DraftForm(world.officer, world.submission)
    form.throw_away()
    assert not GridDraft.objects.exists()


@pytest.mark.both_databases
@pytest.mark.parametrize("text", ["a\0b", "😀" * 50, "'\"<>&", "\ud7ff", " 68 "])
def test_any_text_is_kept(world, form, text):
    form.keep({world.cell(2018): text})
    kept = DraftForm(world.officer, world.submission).text_of(world.cell(2018))
    assert kept == text.replace("\0", "\N{REPLACEMENT CHARACTER}")


def test_too_long_a_text_is_refused_by_name_and_nothing_typed_is_lost(world, form):
    key = world.cell(2018)
    form.keep({key: "1" * 300_000, world.cell(2017): "48"})
    assert "A draft takes 200,000 characters" in form.text
    assert "is in Total, 2018/19" in form.text
    assert form.text_of(world.cell(2017)) == "48" and len(form.text_of(key)) == 300_000
    assert not GridDraft.objects.exists()


def test_fields_of_no_cell_are_not_kept(world, form):
    strange = {f"x-{n}": "1" for n in range(2_000)}
    form.keep({world.cell(2018): "68"}, **strange)
    kept = set(GridDraft.objects.get().form)
    cell = name_of(world.cell(2018))
    ground = {"edition", "seen", "asked", "document", "sheet", "label-document", "no_document_why"}
    assert kept == ground | {cell, f"label-{cell}"}


def test_a_form_of_more_fields_than_any_grid_is_refused(world, form):
    assert form.save({}, _draft="1", **{f"x-{n}": "" for n in range(5_000)}).status_code == 400
    assert not GridDraft.objects.exists()


def test_a_form_that_no_page_sent_is_no_draft(world):
    client = logged_in(world.officer)
    for fields in ({}, {"edition": "0"}, {"edition": "0", "seen": '{"%s": 7}'}):
        sent = {
            name: text.replace("%s", name_of(world.cell(2018))) for name, text in fields.items()
        }
        response = client.post(address(world.submission), sent | {"_draft": "1"})
        assert response.status_code == 400
    assert not GridDraft.objects.exists()


# The place in a paper


def place(world, address_, sheet="Data"):
    return f"{world.document.pk}|{address_}|{sheet}"


def test_a_count_keeps_the_cell_it_was_read_from(world, form):
    key, other = world.cell(2018), world.cell(2017)
    at = {f"at-{name_of(key)}": place(world, "D6"), "sheet": "Other"}
    form.keep({key: "68", other: "48"}, **at)
    assert "from Data D6" in form.text
    form.save()
    stored = {row.year: row for row in AnnualCount.objects.all()}
    assert (stored[2018].sheet, stored[2018].cell) == ("Data", "D6")
    assert (stored[2017].sheet, stored[2017].cell) == ("Other", "")
    assert stored[2018].document == world.document


def test_a_count_that_stays_gets_another_place(world):
    key = world.cell(2018)
    worlds.enter(world.submission, {key: "68"}, world.colleague)
    form = DraftForm(world.officer, world.submission)
    response = form.save(**{f"at-{name_of(key)}": place(world, "B2")})
    row = AnnualCount.objects.current().get()
    assert (row.value, row.sheet, row.cell) == (68, "Data", "B2")
    told = html.unescape(form.client.get(response.url).content.decode())
    assert "Total, 2018/19: 68 as before, from another place" in told


@pytest.mark.parametrize(
    "forged", ["", "|||", "0|D6|Data", "%s|d6|", "%s|D6|" + "x" * 101, "%s|D6|\0", "%s|ZZZZ1|"]
)
def test_a_place_in_no_paper_of_the_return_is_none(world, form, forged):
    key = world.cell(2018)
    at = {f"at-{name_of(key)}": forged.replace("%s", str(world.document.pk))}
    assert form.save({key: "68"}, sheet="Data", **at).status_code == 302
    row = AnnualCount.objects.get()
    assert (row.document, row.sheet, row.cell) == (world.document, "Data", "")


def test_a_place_in_a_paper_that_is_gone_is_told_when_the_draft_opens(world, form):
    key = world.cell(2018)
    form.keep({key: "68"}, **{f"at-{name_of(key)}": place(world, "D6")})
    world.submission.documents.set([worlds.publication("Another paper")])
    again = DraftForm(world.officer, world.submission)
    assert ("Total, 2018/19, its place", "Northshire Gazette: Data D6") in again.draft.unplaced
    assert Document.objects.count() == 2


# In a browser


@pytest.mark.drill  # the tests above send the same forms in each run
@pytest.mark.browser
def test_a_draft_is_kept_and_found_again_without_a_script(world, new_page, log_in, axe):
    page = new_page(javascript=False)
    log_in(page, world.officer)
    page.goto(address(world.submission))
    page.get_by_label("Total, 2018/19", exact=True).fill("12 (est)")
    page.get_by_role("button", name="Keep for later, unfinished").click()
    expect(page.locator(".messagelist")).to_contain_text("Draft saved at")
    page.goto(address(world.submission))
    expect(page.get_by_label("Total, 2018/19", exact=True)).to_have_value("12 (est)")
    page.get_by_text("Discard it", exact=True).click()
    page.get_by_role("button", name="Discard the draft").click()
    expect(page.get_by_label("Total, 2018/19", exact=True)).to_have_value("")
    assert not GridDraft.objects.exists()


@pytest.mark.browser
@on_each_screen
def test_axe_finds_nothing_on_a_grid_with_a_draft(world, new_page, log_in, axe, width, dark):
    form = DraftForm(world.officer, world.submission)
    gone = world.cell(2018, SECOND)
    form.keep({world.cell(2018): "12 (est)", world.cell(2017): "48", gone: "3"})
    DraftForm(world.colleague, world.submission).keep({world.cell(2016): "1"})
    Category.objects.get(pk=gone[2]).delete()
    page = new_page(width=width, dark=dark)
    log_in(page, world.officer)
    page.goto(address(world.submission))
    page.get_by_text("Discard it", exact=True).click()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
def test_a_page_with_a_draft_is_left_without_a_question_until_something_is_typed(
    world, new_page, log_in
):
    page = new_page(own=True)
    DraftForm(world.officer, world.submission).keep({world.cell(2018): "68"})
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    log_in(page, world.officer)
    page.goto(address(world.submission))
    page.get_by_label("Total, 2017/18", exact=True).click()
    page.goto("/admin/")
    assert asked == []
    page.goto(address(world.submission))
    page.get_by_label("Total, 2017/18", exact=True).fill("48")
    page.goto("/admin/")
    assert asked == ["beforeunload"]
