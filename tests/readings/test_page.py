"""The page of a reading: what its form says, and what becomes of it."""

import html
import json
from types import SimpleNamespace

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from offences.intake import returns as readings
from offences.models import AnnualCount, FoiQuery, Reading
from offences.staff.files.questions import is_likely
from tests import worlds
from tests.readings.conftest import PLAIN
from tests.readings.made import brought
from tests.readings.test_officer_answers import ReadingPage

pytestmark = pytest.mark.django_db

MOVES = (
    ("Offence", "2016/17", "2017/18", "2018/19"),
    ("Causing or inciting sexual activity", 2, 40, 5),
    ("Sexual communication with a child", 3, 60, 8),
)


@pytest.fixture
def page(world, client):
    """post(rows, **fields) → what was answered, and the reading as it is then."""
    client.force_login(world.officer)

    def post(*rows, **fields):
        reading = brought(world, *rows)
        address = reverse(
            "admin:offences_foisubmission_reading", args=[world.submission.pk, reading.pk]
        )
        shown = readings.plan_of(reading).fingerprint
        opened = json.dumps(reading.answers)
        told = client.post(address, {"opened": opened, "shown": shown, **fields})
        reading.refresh_from_db()
        return [str(each) for each in get_messages(told.wsgi_request)], readings.plan_of(reading)

    return post


class TestChangesFromYearToYear:
    def test_one_answer_is_for_all_of_them(self, page):
        _, done = page(*MOVES, **{"said-changes": "A new system"})
        assert [each.explanation for each in done.problems] == ["A new system"] * 4
        assert not done.why_not

    def test_one_that_is_answered_by_itself_keeps_its_own_answer(self, page):
        _, before = page(*MOVES)
        key = before.problems[2].key
        _, done = page(*MOVES, **{"said-changes": "A new system", f"said-{key}": "Asked by mail"})
        assert [each.explanation for each in done.problems] == [
            "A new system", "A new system", "Asked by mail", "A new system",
        ]  # fmt: skip

    def test_an_answer_that_is_taken_back_is_gone_from_all(self, page):
        page(*MOVES, **{"said-changes": "A new system"})
        _, done = page(*MOVES, **{"said-changes": ""})
        assert not any(each.is_answered for each in done.problems)

    def test_it_answers_nothing_else(self, page):
        rows = [*MOVES, ("Total", 5, 100, 14)]
        _, done = page(*rows, **{"said-changes": "A new system"})
        assert [each.message for each in done.problems if not each.is_answered] == [
            "The stated total is 14. The rows add up to 13."
        ]


def test_what_was_changed_with_the_last_button_is_kept_and_shown_before_it_is_stored(page):
    told, done = page(*PLAIN, _store="Store", tables="1")  # its table is switched off
    assert told == [
        "Your changes on this page are saved, but no count is stored yet. Below is what would be "
        "stored now: look at it, then store it."
    ]
    assert not done.rows
    assert not AnnualCount.objects.exists()


class TestLinksToCells:
    """A cell is a click away on a sheet of more rows or columns than are shown at one time."""

    @pytest.fixture
    def shown(self, world, client):
        client.force_login(world.officer)
        wide = [("Note", *[f"x{n}" for n in range(70)]), *([("y",)] * 150)]
        rows = [(*row, *[""] * (75 - len(row))) for row in wide]
        reading = brought(world, *rows, *[("",) * 75 + row for row in MOVES])
        address = reverse(
            "admin:offences_foisubmission_reading", args=[world.submission.pk, reading.pk]
        )
        return lambda at="": client.get(address + at)

    def test_a_problem_leads_to_the_rows_and_columns_of_its_cell(self, shown):
        page = shown()
        link = "?named=Data&row=153&column=78#at-BZ153"
        assert link in [each["link"] for each, _ in page.context["change_rows"]]
        assert b'id="at-BZ153"' not in page.content
        assert b'id="at-BZ153"' in shown(link.partition("#")[0]).content

    def test_a_cell_that_is_shown_is_reached_without_losing_what_was_typed(self, shown):
        page = shown("?named=Data&row=153&column=78")
        assert "#at-BZ153" in [each["link"] for each, _ in page.context["change_rows"]]


def test_one_cell_is_marked_and_not_another_whose_name_lies_in_its(world, client):
    client.force_login(world.officer)
    reading = brought(world, *([("x",)] * 12), *PLAIN)
    address = reverse(
        "admin:offences_foisubmission_reading", args=[world.submission.pk, reading.pk]
    )
    page = client.get(f"{address}?at=A14 %2B B14")
    marked = [line for line in page.content.decode().split("<td ") if " picked" in line]
    assert [line[4:10] for line in marked] == ["at-A14", "at-B14"]


def test_a_label_like_no_category_is_remembered_for_nobody_and_the_force_is_asked(world, client):
    client.force_login(world.officer)
    rows = [PLAIN[0], ("Category A", 1, 2, 3), ("Sexual communications", 1, 2, 3)]
    reading = brought(world, *rows)
    ids = [world.submission.pk, reading.pk]
    address = reverse("admin:offences_foisubmission_reading", args=ids)
    shown = client.get(address)
    unlike, like = shown.context["unknown"]
    assert [card["question"].text for card in (unlike, like)] == [row[0] for row in rows[1:]]
    assert (unlike["is_likely"], like["is_likely"]) == (False, True)
    html = shown.content.decode()
    assert html.count("(likeliest)") == 1
    assert f'name="remember-{unlike["question"].key}">' in html
    assert f'name="remember-{like["question"].key}" checked>' in html
    key = unlike["question"].key
    form = {"opened": shown.context["opened"], "_ask": key, f"ask-{key}": unlike["to_force"]}
    said = client.post(address, form, follow=True).content.decode()
    query = FoiQuery.objects.get()
    assert (query.cell, query.what) == ("A2", "“Category A”")
    assert query.question == "Cell A2 says “Category A”. What does it mean?"
    assert "question to the force noted" in said and query.question in said


def test_a_calendar_year_is_one_question_and_can_be_put_to_the_force(world, client):
    page = ReadingPage(world, client, ("Offence", "Calendar year 2017"), (worlds.OFFENCES[0], 5))
    assert page.shown.context["problems"] == ()
    (card,) = page.shown.context["unknown"]
    assert "Is it the year from January to December" in card["to_force"]
    assert "says “Calendar year 2017”" in card["to_force"]  # as the force wrote it
    assert "<b>Calendar year 2017</b>" in page.shown.content.decode()
    assert [words for _, words in card["choices"]] == ["ignore it: it is a calendar year"]
    assert "holds months of two financial years" in page.shown.content.decode()
    page.post(_ask=card["question"].key, **{f"ask-{card['question'].key}": card["to_force"]})
    assert FoiQuery.objects.get().cell == card["place"]
    before = Reading.objects.get().answers
    (said,) = page.post(**{f"word-{card['question'].key}": "2017"})
    assert "“Calendar year 2017” runs from January to December, so it is no financial year" in said
    assert Reading.objects.get().answers == before


def test_the_page_explains_what_the_file_has_and_asks_only_what_is_open(world, client):
    head = ("Offence", "2016/17", "2017/18")
    page = ReadingPage(world, client, head, (worlds.OFFENCES[0], "<5", "*"))
    shown = html.unescape(page.text)
    assert "“<5” as 1 to 4, withheld by the force" in shown and "“*” as at least 1" in shown
    roles = {role for role, _, _ in page.shown.context["legend"]}
    assert "marker" in roles and not roles & {"total", "hidden", "unknown"}
    assert "Save these answers" not in shown and "Save what I changed" in shown


@pytest.mark.parametrize("on", [None, worlds.NOW.date()])
def test_the_day_of_an_answer_is_asked_for_with_its_counts_if_nobody_wrote_it(page, world, on):
    world.submission.outcome_on = on
    world.submission.save(update_fields=["outcome_on"])
    told, _ = page(*PLAIN, _store="Store")
    box = reverse("admin:offences_foisubmission_change", args=[world.submission.pk])
    assert told[0].startswith("Stored.")
    assert any(f"{box}#id_outcome_on" in each for each in told) is (on is None)


@pytest.mark.parametrize(
    ("label", "is_same"),
    [("10-13", False), ("10 and undr", True), ("Ages 10 and under", True), ("11 and under", False)],
)
def test_an_age_is_likely_only_where_its_numbers_are_those_of_the_label(label, is_same):
    """“10-13” was offered as “10 and under (likeliest)”, with “remember this” ticked."""
    under = SimpleNamespace(name="10 and under")
    meanings = SimpleNamespace(likeliest=lambda role, text: [(under, 0.7)])
    plan = SimpleNamespace(meanings={"m": meanings})
    question = SimpleNamespace(role="age", text=label, measure="m")
    assert is_likely(plan, question) is is_same
