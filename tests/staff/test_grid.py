"""The entry grid without a script, and the page on which a second person checks."""

import datetime as dt
import html
import json

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from offences import counts, releases
from offences.models import AnnualCount, Document, FoiSubmission, ReleasedFigure
from offences.staff.names import titles_of
from tests import worlds
from tests.clients import logged_in
from tests.samples import sampled, some
from tests.worlds import LATER, NOW


def address(submission, name="grid"):
    return reverse(f"admin:offences_foisubmission_{name}", args=[submission.pk])


def name_of(key):
    measure, year, category = key
    return f"c-{measure}-{category}-{year}"


class Form:
    """The grid as one person has it open: what the page sent, with changes typed over it."""

    def __init__(self, user, submission):
        self.client, self.submission = logged_in(user), submission
        self.take(self.client.get(address(submission)))

    def take(self, response):
        self.response = response
        grid = response.context["grid"]
        self.fields = {cell.id: cell.text for cell in grid.cells.values()}
        self.fields["edition"] = response.context["edition"]
        self.fields["seen"] = response.context["seen"]
        self.fields["document"] = response.context["form"]["document"].value() or ""
        self.fields["sheet"] = ""
        self.fields["asked"] = [q.cell.id for q in response.context["conflicts"]]

    def save(self, texts=None, **more):
        self.fields |= {name_of(k): t for k, t in (texts or {}).items()} | more
        response = self.client.post(address(self.submission), self.fields)
        if response.status_code == 200:
            self.take(response)
        return response

    def read(self, texts):
        fields = self.fields | {name_of(k): t for k, t in texts.items()}
        return self.client.post(address(self.submission, "read"), fields).json()

    @property
    def text(self):
        return html.unescape(self.response.content.decode())


def values(submission):
    return {
        (row.year, row.category.name): row.value
        for row in AnnualCount.objects.current().filter(submission=submission)
    }


def test_what_is_typed_is_stored_with_its_source(world):
    form = Form(world.officer, world.submission)
    response = form.save(
        {world.cell(2018): "68", world.cell(2018, "Sexual assault"): "<5"}, sheet="Data"
    )
    assert response.status_code == 302
    assert values(world.submission) == {(2018, "Total"): 68, (2018, "Sexual assault"): None}
    row = AnnualCount.objects.get(value=68)
    assert (row.document, row.sheet, row.as_written) == (world.document, "Data", "68")
    assert row.recorded_by == world.officer
    assert LogEntry.objects.get().user == world.officer


@pytest.mark.parametrize("wrong", ["3.5", "-1", "12 (est)"])
def test_wrong_input_is_refused_by_name_and_nothing_typed_is_lost_or_stored(world, wrong):
    key = world.cell(2018, "Sexual assault")
    form = Form(world.officer, world.submission)
    response = form.save({key: wrong, world.cell(2018): "68"})
    assert response.status_code == 200
    (problem,) = response.context["problems"]
    assert problem.label == "Sexual assault, 2018/19"
    assert problem.target == name_of(key)
    assert f"“{wrong}”" in problem.text
    assert f'id="{name_of(key)}"' in form.text
    assert f'value="{wrong}"' in form.text and 'value="68"' in form.text
    beside = form.text.split(f'id="e-{name_of(key)}">')[1].split("</span>")[0]
    assert beside == f"refused: {problem.text}"
    assert not AnnualCount.objects.exists()

    assert form.save({key: "12e"}).status_code == 302
    assert values(world.submission) == {(2018, "Total"): 68, (2018, "Sexual assault"): 12}


def test_an_untouched_cell_keeps_its_source_when_another_is_changed(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.colleague)
    Form(world.officer, world.submission).save({world.cell(2017): "48"})
    assert AnnualCount.objects.get(year=2018).recorded_by == world.colleague
    assert AnnualCount.objects.count() == 2


def test_a_doubt_outlives_the_number_it_was_said_of(world):
    key = world.cell(2018)
    change = worlds.typed("68", world.document, doubt="its year is uncertain", note="page 3")
    counts.save_cells(world.submission, {key: change}, by=world.colleague, now=NOW)
    Form(world.officer, world.submission).save({key: "70"})
    row = AnnualCount.objects.current().get()
    assert (row.value, row.doubt, row.note) == (70, "its year is uncertain", "page 3")
    page = logged_in(world.checker).get(address(world.submission, "check"))
    assert [problem.text for problem in page.context["problems"]] == [
        "In doubt: “its year is uncertain” Is that still right?",
        "Published note: “page 3” Is that still right?",
    ]


def test_with_several_documents_the_source_is_asked_for(world):
    world.submission.documents.add(worlds.publication("Another paper"))
    form = Form(world.officer, world.submission)
    response = form.save({world.cell(2018): "68"})
    assert response.status_code == 200
    assert "Say which document" in form.text
    assert form.save(document=world.document.pk).status_code == 302
    assert AnnualCount.objects.get().document == world.document


def test_two_files_of_one_name_are_known_by_when_they_were_filed():
    at = NOW.replace(hour=10)
    rows = [
        Document(pk=n, title=title, added_at=at + dt.timedelta(days=n))
        for n, title in enumerate(("answer.xlsx", "letter.pdf", "answer.xlsx"))
    ]
    first, letter, second = titles_of(rows).values()
    assert letter == "letter.pdf" and first != second
    assert first.startswith("answer.xlsx, filed ") and second.startswith("answer.xlsx, filed ")


@pytest.mark.parametrize("filed", [True, False])
def test_a_count_from_no_document_says_why_and_the_reason_is_beside_it(world, filed):
    if not filed:
        world.submission.documents.clear()
    form = Form(world.officer, world.submission)
    response = form.save({world.cell(2018): "68"}, document="")
    assert response.status_code == 200 and "or why they are from none" in form.text
    assert not AnnualCount.objects.exists()
    why = "The force said it by telephone on 3 May."
    assert form.save(no_document_why=why).status_code == 302
    count = AnnualCount.objects.get()
    assert (count.document, count.no_document_why) == (None, why)
    for user, name in ((world.officer, "grid"), (world.checker, "check")):
        page = html.unescape(logged_in(user).get(address(world.submission, name)).content.decode())
        assert f"from no document: {why}" in page and f"From no document: {why}" in page
    place = reverse("admin:offences_annualcount_change", args=[count.pk])
    assert why in html.unescape(logged_in(world.officer).get(place).content.decode())


def test_a_count_from_a_document_has_no_such_reason(world):
    form = Form(world.officer, world.submission)
    form.save({world.cell(2018): "68"}, no_document_why="Typed in the wrong box.")
    count = AnnualCount.objects.get()
    assert (count.document, count.no_document_why) == (world.document, "")


def test_a_changed_return_loses_its_checked_mark_and_says_so_before(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    counts.mark_checked(world.submission, by=world.checker, now=LATER)
    form = Form(world.officer, world.submission)
    assert "removes the mark" in form.text
    form.save({world.cell(2018): "70"})
    assert FoiSubmission.objects.get().checked_at is None


# Two officers


def test_of_two_officers_the_second_is_told_and_asked_and_nothing_is_lost(world):
    key, other = world.cell(2018), world.cell(2017)
    first, second = Form(world.officer, world.submission), Form(world.colleague, world.submission)
    first.save({key: "68"})
    told = second.read({key: "86"})["notice"]
    assert told.startswith("Ann Lee changed this return at ")

    response = second.save({key: "86", other: "48"})
    assert response.status_code == 200
    (question,) = response.context["conflicts"]
    assert (question.mine, question.theirs, question.who) == ("86", "68", "Ann Lee")
    assert 'value="86"' in second.text and 'value="48"' in second.text
    assert values(world.submission) == {(2018, "Total"): 68}

    response = second.save()  # without an answer: asked again, and still nothing lost
    assert "Choose which value to keep" in second.text
    assert second.fields[name_of(key)] == "86"

    assert second.save(**{f"keep-{name_of(key)}": "mine"}).status_code == 302
    assert values(world.submission) == {(2018, "Total"): 86, (2017, "Total"): 48}


def test_the_other_persons_value_can_be_kept(world):
    key = world.cell(2018)
    first, second = Form(world.officer, world.submission), Form(world.colleague, world.submission)
    first.save({key: "68"})
    second.save({key: "86", world.cell(2017): "48"})
    assert second.save(**{f"keep-{name_of(key)}": "theirs"}).status_code == 302
    assert values(world.submission) == {(2018, "Total"): 68, (2017, "Total"): 48}
    assert AnnualCount.objects.filter(year=2018).count() == 1


def test_different_cells_of_two_officers_merge_without_a_question(world):
    first, second = Form(world.officer, world.submission), Form(world.colleague, world.submission)
    first.save({world.cell(2018): "68"})
    assert second.save({world.cell(2017): "48"}).status_code == 302
    assert values(world.submission) == {(2018, "Total"): 68, (2017, "Total"): 48}


def test_a_conflict_is_still_found_after_a_refused_save(world):
    key = world.cell(2018)
    first, second = Form(world.officer, world.submission), Form(world.colleague, world.submission)
    first.save({key: "68"})
    second.save({key: "86", world.cell(2017): "3.5"})
    response = second.save({world.cell(2017): "3"})
    assert [q.mine for q in response.context["conflicts"]] == ["86"]


def test_a_form_without_its_edition_is_refused(world):
    form = Form(world.officer, world.submission)
    del form.fields["seen"]
    assert form.save({world.cell(2018): "68"}).status_code == 400
    assert not AnnualCount.objects.exists()


FORGED = {
    "infinity": '{"%s": Infinity}',
    "no number": '{"%s": NaN}',
    "a fraction": '{"%s": 1.5}',
    "true": '{"%s": true}',
    "a text": '{"%s": "1"}',
    "huge": '{"%s": ' + str(10**30) + "}",
    "many digits": '{"%s": ' + "1" * 5000 + "}",
    "negative": '{"%s": -1}',
    "no such row": '{"%s": 999999}',
    "deep": "[" * 100_000,
    "deep and closed": '{"%s": ' + "[" * 50_000 + "]" * 50_000 + "}",
    "a list": '["%s"]',
    "nothing": "",
}


@pytest.mark.parametrize("page", ["grid", "read"])
@pytest.mark.parametrize("kind", sampled(FORGED, some(FORGED, 3)))
def test_a_form_that_no_page_sent_is_refused_and_nothing_stored(world, kind, page):
    seen = FORGED[kind]
    key, never = world.cell(2018), world.cell(2017)
    worlds.enter(world.submission, {key: "68"}, world.officer)
    client = logged_in(world.officer)
    for cell, edition in ((key, 1), (never, 1), (key, 0), (never, 0)):
        fields = {name_of(key): "70", name_of(never): "48", "document": world.document.pk}
        fields |= {"edition": edition, "seen": seen.replace("%s", name_of(cell))}
        assert client.post(address(world.submission, page), fields).status_code == 400
    assert values(world.submission) == {(2018, "Total"): 68}


@pytest.mark.parametrize("page", ["grid", "read"])
@pytest.mark.parametrize("text", ["48", "3.5"])
def test_a_question_that_no_page_asked_is_refused(world, text, page):
    never = name_of(world.cell(2017))
    fields = {"edition": 0, "seen": "{}", "asked": never, never: text}
    response = logged_in(world.officer).post(address(world.submission, page), fields)
    assert response.status_code == 400
    assert not AnnualCount.objects.exists()


@pytest.mark.parametrize("page", ["grid", "read"])
def test_a_row_of_another_cell_or_return_is_none_that_the_form_was_opened_with(world, page):
    key, other = world.cell(2018), world.cell(2017)
    elsewhere = worlds.submission(worlds.force("Southshire"), world.round)
    worlds.enter(world.submission, {other: "48"}, world.officer)
    worlds.enter(elsewhere, {key: "68"}, world.officer)
    for row in AnnualCount.objects.all():
        fields = {"edition": 1, "seen": json.dumps({name_of(key): row.pk}), name_of(key): "70"}
        response = logged_in(world.officer).post(address(world.submission, page), fields)
        assert response.status_code == 400
    assert AnnualCount.objects.count() == 2


def test_a_cell_that_another_took_out_meanwhile_is_asked_about(world):
    key = world.cell(2018)
    worlds.enter(world.submission, {key: "68"}, world.officer)
    first, second = Form(world.officer, world.submission), Form(world.colleague, world.submission)
    first.save({key: ""})
    second.save({key: "86"})
    assert "Which value is right?" in second.text
    second.save()
    assert "Choose which value to keep" in second.text
    assert second.save(**{f"keep-{name_of(key)}": "mine"}).status_code == 302
    assert values(world.submission) == {(2018, "Total"): 86}


# What the script asks


def test_cells_sums_and_faults_are_read_while_typing(world):
    rows = [world.cell(2018, name) for name in worlds.OFFENCES]
    total = world.split.categories.get(is_total=True)
    stated = (world.measure.pk, 2018, total.pk)
    form = Form(world.officer, world.submission)
    answer = form.read({rows[0]: "<5", rows[1]: "0", rows[2]: "<b>", stated: "20"})

    assert answer["cells"][name_of(rows[0])]["echo"] == "1 to 4, withheld by the force"
    assert answer["cells"][name_of(rows[1])]["echo"] == "zero, for the checker to confirm"
    assert answer["cells"][name_of(rows[2])]["mark"] == "stop"
    assert "Sexual assault, 2018/19" in answer["problems"]
    assert "&lt;b&gt;" in answer["problems"] and "<b>" not in answer["problems"]
    key = f"{world.split.pk}-2018"
    assert answer["sums"][key] == {"words": "1 to 4", "without": "1 cell without a number"}
    assert answer["verdicts"][key] == {
        "kind": "open",
        "words": "16 to 19 short so far: 1 row is not entered",
    }
    assert not AnnualCount.objects.exists()


@pytest.fixture
def released(world):
    """A release that has 9 for 2016/17, approved; the round of 2019 asks for three years."""
    worlds.enter(world.submission, {world.cell(2016): "9"}, world.officer)
    counts.mark_checked(world.submission, by=world.checker, now=NOW)
    release = releases.prepare(
        world.measure, title="First", year=2016, last_round=world.round, by=world.press, now=NOW
    )
    worlds.approve(release, by=world.approver, now=NOW, public_at=LATER)
    assert ReleasedFigure.objects.filter(body="northshire", year=2016, low=9).exists()
    return release


@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("29", "more than 3 times 9"),
        ("27", "3 times 9"),
        ("26", ""),
        ("3", "a third of 9"),
        ("2", "less than a third of 9"),
        ("30-40", "more than 3 times 9; 30 to 40, withheld by the force"),
        ("20-40", "20 to 40, withheld by the force"),
        ("40 Apr-Jun", "April to June only"),
        ("not held", "not held by the force"),
    ],
)
def test_a_threefold_jump_from_the_last_release_is_marked(world, released, text, echo):
    key = world.cell(2016)
    form = Form(world.officer, world.submission)
    assert form.response.context["grid"].cells[key].ghost.text == "9"
    assert form.read({key: text})["cells"][name_of(key)]["echo"] == echo


def test_a_year_that_the_last_release_had_not_is_held_against_its_newest(world, released):
    key = world.cell(2018)
    form = Form(world.officer, world.submission)
    assert form.response.context["grid"].cells[key].ghost.text == "(9)"
    answer = form.read({key: "90"})
    assert answer["cells"][name_of(key)] == {
        "mark": "warn",
        "echo": "more than 3 times the 9 of 2016/17",
    }
    assert "90 is more than 3 times the 9 of 2016/17 in release 1." in answer["problems"]


# Saving and going on


def test_save_and_next_goes_to_the_next_force_without_counts(world):
    entered = worlds.submission(worlds.force("Otterton"), world.round)
    worlds.enter(entered, {world.cell(2018): "1"}, world.officer)
    silent = worlds.submission(worlds.force("Petersfield"), world.round, outcome="no_response")
    later = worlds.submission(worlds.force("Quarrington"), world.round)
    first = worlds.submission(worlds.force("Aldershire"), world.round)

    form = Form(world.officer, world.submission)
    assert form.save({world.cell(2018): "68"}, _next="1").url == address(later)
    more = {"no_document_why": "By telephone.", "_next": "1"}  # no document is filed for these
    assert Form(world.officer, later).save({world.cell(2018): "1"}, **more).url == address(first)
    end = Form(world.officer, first).save({world.cell(2018): "1"}, **more)
    assert end.url.startswith(reverse("admin:offences_foisubmission_changelist"))
    assert silent.entered_at is None


# Who may


@pytest.mark.parametrize("role", ["checker", "press", "approver"])
def test_others_see_the_grid_and_change_nothing(world, role):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    client = logged_in(getattr(world, role))
    page = client.get(address(world.submission))
    assert page.status_code == 200
    assert '<input type="text"' not in page.content.decode()
    assert client.post(address(world.submission), {"edition": 1, "seen": "{}"}).status_code == 403


def test_a_stranger_is_sent_to_the_login(world):
    for name in ("grid", "read", "check"):
        assert Client().get(address(world.submission, name)).status_code == 302


# Checking


def test_a_checker_confirms_zeros_and_marks_the_return(world):
    worlds.enter(world.submission, {world.cell(2018): "0", world.cell(2017): "4"}, world.officer)
    client = logged_in(world.checker)
    page = client.get(address(world.submission, "check"))
    (zero,) = page.context["grid"].zeros
    refused = client.post(address(world.submission, "check"), {"edition": 1})
    assert "One zero is not confirmed" in refused.content.decode()
    client.post(address(world.submission, "check"), {"edition": 1, "zero": zero.row.pk})
    world.submission.refresh_from_db()
    assert world.submission.checked_by == world.checker
    assert AnnualCount.objects.get(value=0).confirmed


def test_who_entered_sees_why_the_button_is_off_and_is_refused(world):
    both = worlds.person("Flo Gray", "Data officer", "Checker")
    worlds.enter(world.submission, {world.cell(2018): "68"}, both)
    client = logged_in(both)
    page = client.get(address(world.submission, "check")).content.decode()
    assert "You entered one of these counts" in page and "disabled" in page
    client.post(address(world.submission, "check"), {"edition": 1})
    assert FoiSubmission.objects.get().checked_at is None


def warnings(page):
    """Everything that a page lists: for a checker the red lines first."""
    red = [line for line, *_ in page.context.get("red_lines", ())]
    return [*red, *page.context["problems"]]


def test_the_checker_is_shown_sums_that_disagree(world):
    total = world.split.categories.get(is_total=True)
    worlds.enter(
        world.submission,
        {
            world.cell(2018, "Sexual assault"): "12",
            world.cell(2018, "Sexual communication with a child"): "2",
            world.cell(2018, "Causing or inciting sexual activity"): "1",
            (world.measure.pk, 2018, total.pk): "20",
        },
        world.officer,
    )
    page = logged_in(world.checker).get(address(world.submission, "check"))
    (problem,) = warnings(page)
    assert problem.text == "The rows add up to 15, the force states 20: 5 short."


def stated_total(w, split):
    return (w.measure.pk, 2018, split.categories.get(is_total=True).pk)


def rows_of(w, *texts):
    return dict(zip((w.cell(2018, name) for name in worlds.OFFENCES), texts, strict=False))


@pytest.mark.parametrize(
    ("rows", "stated", "whole", "told"),
    [
        (["60", "8", "0"], "68", "68", []),
        (["60", "<5", "4"], "", "68", []),
        (
            ["50", "8", "2"],
            "60",
            "68",
            [
                "The rows add up to 60, the grand total is 68: 8 short.",
                "The force states 60 here, the grand total is 68: 8 short.",
            ],
        ),
        (
            ["50", "8", "2"],
            "68",
            "68",
            [
                "The rows add up to 60, the force states 68: 8 short.",
                "The rows add up to 60, the grand total is 68: 8 short.",
            ],
        ),
        (
            ["70", "<5", "2"],
            "",
            "68",
            ["The rows add up to 73 to 76, the grand total is 68: 5 to 8 over."],
        ),
        (
            ["not held"] * 3,
            "60",
            "<50",
            ["The force states 60 here, the grand total is <50: 11 to 59 over."],
        ),
        (["60", "8", "0"], "68", "not held", []),
    ],
)
def test_a_breakdown_is_held_against_the_grand_total(world, rows, stated, whole, told):
    w = world
    texts = rows_of(w, *rows) | {stated_total(w, w.split): stated, w.cell(2018): whole}
    worlds.enter(w.submission, texts, w.officer)
    for user, page in ((w.checker, "check"), (w.officer, "grid")):
        response = logged_in(user).get(address(w.submission, page))
        assert [problem.text for problem in warnings(response)] == told
        assert [problem.text for problem in response.context["grid"].disagreements] == told
        assert ("By offence, 2018/19" in html.unescape(response.content.decode())) == bool(told)


def test_rows_that_need_not_be_the_whole_may_be_fewer_than_the_grand_total_but_not_more(world):
    w = world
    w.split.complete = False
    w.split.save()
    worlds.enter(w.submission, rows_of(w, "1", "2", "3") | {w.cell(2018): "68"}, w.officer)
    check = address(w.submission, "check")
    assert warnings(logged_in(w.checker).get(check)) == []
    worlds.enter(w.submission, rows_of(w, "70", "2", "3"), w.officer, LATER)
    (problem,) = warnings(logged_in(w.checker).get(check))
    assert problem.text == "The rows add up to 75, the grand total is 68: 7 over."


def test_rows_that_are_not_all_typed_yet_are_a_mistake_for_the_checker_alone(world):
    w = world
    form = Form(w.officer, w.submission)
    texts = rows_of(w, "60") | {w.cell(2018): "68"}
    answer = form.read(texts)
    key = f"{w.split.pk}-2018"
    so_far = {"kind": "open", "words": "8 short so far: 2 rows are not entered"}
    assert answer["wholes"][key] == so_far
    whole = form.read(rows_of(w, "60", "0", "-") | {w.cell(2018): "68"})["wholes"][key]
    assert whole == {"kind": "no", "words": "✗ 8 short"}
    stated = form.read(texts | {stated_total(w, w.split): "66"})["wholes"][key]
    assert stated == {"kind": "no", "words": "✗ 2 short"}
    assert "grand total" not in answer["problems"]
    assert "7 over" in form.read(rows_of(w, "75") | {w.cell(2018): "68"})["problems"]
    assert "8 short" in form.read(rows_of(w, "60", "0", "-") | {w.cell(2018): "68"})["problems"]
    form.save(texts)
    page = logged_in(w.checker).get(address(w.submission, "check"))
    assert [problem.text[-8:] for problem in warnings(page)] == ["8 short."]


def test_a_disagreement_does_not_keep_a_save_back(world):
    w = world
    form = Form(w.officer, w.submission)
    assert form.save(rows_of(w, "1", "2", "3") | {w.cell(2018): "68"}).status_code == 302


def test_a_data_officer_cannot_mark_a_return(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    client = logged_in(world.colleague)
    assert client.post(address(world.submission, "check"), {"edition": 1}).status_code == 403


# Cost


def test_the_grid_takes_as_many_queries_for_400_cells_as_for_10(world):
    client = logged_in(world.officer)

    def queries(submission):
        with CaptureQueriesContext(connection) as found:
            assert client.get(address(submission)).status_code == 200
        return len(found)

    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    few = queries(world.submission)
    split = worlds.breakdown(world.measure, [f"Row {i}" for i in range(100)], slug="many")
    rows = [(world.measure.pk, y, c.pk) for c in split.categories.all() for y in range(2015, 2019)]
    worlds.enter(world.submission, dict.fromkeys(rows, "7"), world.officer)
    assert queries(world.submission) == few <= 20
    assert json.loads(Form(world.officer, world.submission).fields["seen"])


def test_the_second_officer_at_a_grid_is_told_who_has_it_open(world, client):
    page = address(world.submission)
    client.force_login(world.officer)
    assert "may be typing too" not in client.get(page).content.decode()
    client.force_login(world.colleague)
    assert "Ann Lee had this grid open at" in client.get(page).content.decode()
    client.force_login(world.officer)
    typed = client.post(page + "read/", {"edition": 0, "seen": "{}"}).json()
    assert typed["notice"].startswith("Bo Day had this grid open at")


def test_a_checker_who_looks_is_not_taken_for_somebody_typing(world, client):
    client.force_login(world.checker)
    client.get(address(world.submission))
    client.force_login(world.officer)
    assert "may be typing too" not in client.get(address(world.submission)).content.decode()
