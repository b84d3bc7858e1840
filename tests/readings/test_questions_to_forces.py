"""What a force is asked about its file: outward words, and one letter for all of it."""

import pytest
from django.urls import reverse

from offences.models import FoiQuery
from offences.words.force_questions import question_about
from tests import worlds
from tests.readings.test_officer_answers import ReadingPage

pytestmark = pytest.mark.django_db

CAUSING, WORDS_TO, ASSAULT = worlds.OFFENCES
HEAD = ("Offence", "2016/17", "2017/18")
FOR_OFFICERS = ("ask the force", "Correct it", "Type", "Switch off", "you said", "Say that")


@pytest.fixture
def page(world, client):
    return lambda *rows: ReadingPage(world, client, *rows)


def asked(page) -> list[str]:
    shown = page.look().shown.context
    return [each["question"] for each in shown["alone"]]


def test_a_cell_that_cannot_be_read_is_asked_about_in_its_own_words(page):
    reading = page(HEAD, (CAUSING, "a few", 2), (ASSAULT, 3, 4))
    assert asked(reading) == ["Cell B2 says “a few”. What is the number?"]


def test_a_blank_cell_is_asked_for_its_number(page):
    reading = page(HEAD, ("Luring", None, 2), ("Touching", 3, 4))
    for question in reading.plan.questions:
        category = str(reading.world.cell(2016, WORDS_TO)[2])
        reading.post(**{f"word-{question.key}": category})
    assert "Cell B2 is blank. What is the number?" in asked(reading)


def test_a_total_that_does_not_add_up(page):
    reading = page(HEAD, (CAUSING, 1, 2), (ASSAULT, 3, 4), ("Total", 9, 6))
    assert asked(reading) == [
        "Cell B4: The stated total is 9. The rows add up to 4. Which of them is right?"
    ]


def test_no_question_tells_the_force_what_an_officer_can_do(page):
    rows = [(CAUSING, 1, 2), (CAUSING, 7, 8), (ASSAULT, "?", "-"), ("Total", 3, 900)]
    reading = page(HEAD, *rows)
    assert len(asked(reading)) > 3
    for question in asked(reading):
        assert question.endswith("?")
        assert not [words for words in FOR_OFFICERS if words in question], question


@pytest.mark.parametrize(
    ("place", "message", "question"),
    [
        (("", ""), "This file is damaged. Save it again and upload that copy.",
         "This file is damaged. Could you send the figures again?"),
        (("Data", ""), "The line “Girls” may narrow it. Say that it does not.",
         "The line “Girls” may narrow it. What does it mean?"),
        (("Data", "C2"), "This column has no heading of its own.",
         "In cell C2: This column has no heading of its own. What does it mean?"),
        (("Data", "G8"), "The total of 2017/18 is 102, the same as that of 2016/17 (G7).",
         "Cell G8: The total of 2017/18 is 102, the same as that of 2016/17 (G7). "
         "Are both figures right?"),
    ],
)  # fmt: skip
def test_what_the_reader_found_wrong_is_a_question(place, message, question):
    assert question_about(place, message) == question


class TestTheLetter:
    def test_all_that_is_open_is_asked_in_one_letter(self, page):
        reading = page(HEAD, (CAUSING, "a few", 2), (ASSAULT, "some", 4))
        problems = reading.plan.problems
        shown = reading.look().shown.context["alone"]
        questions = {f"ask-{each['problem'].key}": each["question"] for each in shown}
        reading.post(**{"_ask": "problems", **questions})
        assert FoiQuery.objects.count() == len(problems) == 2
        letter = reading.shown.context["letter"]
        assert letter.count("Dear Freedom of Information team") == 1
        assert "Subject: Our questions about your answer to request" in letter
        assert "Yours faithfully\nAnn Lee" in letter  # who would send it
        assert "In “northshire.xlsx”:" in letter
        assert "1. Sheet “Data”: Cell B2 says “a few”. What is the number?" in letter
        assert "2. Sheet “Data”: Cell B3 says “some”. What is the number?" in letter

    def test_all_labels_that_only_the_force_knows_are_asked_at_once(self, page):
        reading = page(HEAD, ("Op Kestrel", 1, 2), ("Op Merlin", 3, 4), (CAUSING, 5, 6))
        cards = reading.look().shown.context["unknown"]
        assert "about both labels" in reading.shown.content.decode()
        words = {f"ask-{each['question'].key}": each["to_force"] for each in cards}
        reading.post(**{"_ask": "labels", **words})
        assert FoiQuery.objects.count() == len(cards) == 2
        shown = reading.shown.content.decode()
        assert "about both labels" not in shown and "can be stored before it" not in shown

    def test_questions_about_two_files_are_in_it_too(self, page):
        for word in ("a few", "some"):
            reading = page(HEAD, (CAUSING, word, 2), (ASSAULT, 3, 4))
            (problem,) = reading.plan.problems
            reading.post(**{"_ask": problem.key, f"ask-{problem.key}": "What is the number?"})
        letter = reading.shown.context["letter"]
        assert letter.count("cell B2: What is the number?") == 2

    def test_one_question_is_not_numbered(self, page, client):
        reading = page(HEAD, (CAUSING, "a few", 2), (ASSAULT, 3, 4))
        (problem,) = reading.plan.problems
        reading.post(**{"_ask": problem.key, f"ask-{problem.key}": "Is it 12?"})
        assert "\n\nSheet “Data”, cell B2: Is it 12?\n" in reading.shown.context["letter"]
        query = FoiQuery.objects.get()
        own = client.get(reverse("admin:offences_foiquery_change", args=[query.pk]))
        assert "cell B2: Is it 12?" in own.content.decode()
