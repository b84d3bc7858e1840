"""Our own return form comes back filled in, and reads itself."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pyrage import x25519

from offences import counts
from offences.intake import returns as readings
from offences.models import AnnualCount, ForceBreak, PracticeAnswer, Reading
from offences.rounds.form import workbook_for
from offences.statistics.notation import write_entry
from tests import worlds
from tests.readings.made import split
from tests.rounds.filled import filled, opened
from tests.worlds import LATER, NOW

TOTAL, SPLIT, PRACTICE = "Table 1", "Table 2", "Recording practice"
YEARS = {"2016/17": 0, "2017/18": 1, "2018/19": 2}


@pytest.fixture
def form(world) -> bytes:
    return workbook_for(world.submission, NOW)


def answered(form: bytes, **practice: str) -> bytes:
    return filled(
        form,
        {
            (TOTAL, "Total", "2017/18"): "refused s.12",
            (TOTAL, "Total", "2018/19"): 72,
            (SPLIT, "Sexual assault", "2017/18"): "<5",
            (SPLIT, "Sexual assault", "2016/17"): "19 (Apr-Sep)",
            (SPLIT, "Sexual assault", "2018/19"): 19,
            (SPLIT, "Causing or inciting sexual activity", "2018/19"): 24,
            (SPLIT, "Sexual communication with a child", "2018/19"): 29,
            (SPLIT, "Total", "2018/19"): 72,
            **{(PRACTICE, number, "Answer"): text for number, text in practice.items()},
        },
    )


def standing(w) -> dict[tuple[str, str, int], str]:
    rows = AnnualCount.objects.current().filter(submission=w.submission)
    return {
        (r.category.breakdown.slug, r.category.name, r.year): write_entry(counts.entry_of(r))
        for r in rows.select_related("category__breakdown")
        if r.state != "blank"
    }


def brought(w, data: bytes):
    return readings.upload(w.submission, data, "form.xlsx", by=w.officer, now=NOW)


def test_it_reads_itself_without_a_question(world, form):
    w = world
    reading = brought(w, answered(form))
    plan = readings.plan_of(reading)
    assert (plan.questions, plan.problems, plan.why_not) == ([], (), "")
    readings.store(reading, plan.fingerprint, by=w.officer, now=NOW)
    assert standing(w) == {
        ("total", "Total", 2017): "s.12",
        ("total", "Total", 2018): "72",
        ("offence", "Sexual assault", 2017): "<5",
        ("offence", "Sexual assault", 2016): "19 Apr-Sep",
        ("offence", "Sexual assault", 2018): "19",
        ("offence", "Causing or inciting sexual activity", 2018): "24",
        ("offence", "Sexual communication with a child", 2018): "29",
        ("offence", "Total", 2018): "72",
    }


def test_filled_in_fully_it_needs_no_question_and_nothing_to_look_at(world, client):
    """Every figure and every answer, by a force that asks nothing and leaves nothing blank."""
    w = world
    ages = split(w.measure, "age", "Not known", bands=[(0, 12), (13, 15), (16, 17)], total=True)
    sexes = split(w.measure, "sex", "Girls", "Boys", "Not known", total=True)
    parts = {w.split: (20, 5, 15), ages: (1, 12, 20, 7), sexes: (25, 13, 2)}
    typed: dict[tuple[str, str, str], object] = {}
    book = opened(workbook_for(w.submission, NOW))
    typed |= {(TOTAL, "Total", year): 40 + more for year, more in YEARS.items()}
    for sheet in book:
        for breakdown, numbers in parts.items():
            names = [c.name for c in breakdown.categories.filter(is_total=False).order_by("pk")]
            if {cell.value for cell in sheet["A"]} >= set(names):
                for year, more in YEARS.items():
                    for name, number in zip(names, numbers, strict=True):
                        typed[sheet.title, name, year] = number + more * (name == names[0])
                    total = breakdown.categories.get(is_total=True).name
                    typed[sheet.title, total, year] = 40 + more
    assert len({sheet for sheet, _, _ in typed}) == 4
    said = {"P1": "Yes", "P2": "2014/15", "P3": "No", "P6": "Offences", "P7": "Yes"}
    answers = {(PRACTICE, number, "Answer"): text for number, text in said.items()}
    reading = brought(w, filled(workbook_for(w.submission, NOW), typed | answers))
    plan = readings.plan_of(reading)
    assert ([q.text for q in plan.questions], [p.message for p in plan.problems]) == ([], [])
    assert plan.why_not == ""
    assert len(plan.rows) == 3 * 14
    client.force_login(w.officer)
    page = client.get(
        reverse("admin:offences_foisubmission_reading", args=[w.submission.pk, reading.pk])
    )
    assert 'class="ask"' not in page.content.decode()


def test_two_measures_are_told_apart_by_what_the_form_says(world):
    w = world
    other = worlds.measure("pictures", name="Offences of indecent images")
    w.round.measures.add(other)
    form = workbook_for(w.submission, NOW)
    reading = brought(w, filled(form, {("Table 3", "Total", "2018/19"): 5}))
    plan = readings.plan_of(reading)
    assert plan.why_not == ""
    (step,) = [step for step in plan.rows if step.after == "5"]
    assert step.figure.key[0] == other.pk


def test_what_it_says_of_recording_becomes_answers_and_a_break(world, form):
    w = world
    told = {"P3": "yes", "P4": "2018/19", "P5": "A new crime system."}
    reading = brought(w, answered(form, **told))
    stored = readings.store(reading, readings.plan_of(reading).fingerprint, by=w.officer, now=LATER)
    assert stored.practice is not None
    assert PracticeAnswer.objects.filter(submission=w.submission).count() == 3
    (found,) = ForceBreak.objects.all()
    assert (found.force, found.measure, found.year) == (w.force, w.measure, 2018)
    assert "A new crime system" in found.why


def test_it_is_known_by_its_cover_whatever_the_file_is_called(world, form):
    w = world
    other = worlds.submission(worlds.force("Southshire"), w.round)
    found = brought(w, answered(form)).read
    best = readings.certain_match(
        readings.match_submissions("southshire.xlsx", found, [other, w.submission])
    )
    assert best is not None
    assert (best.submission, best.why) == (w.submission, "the cover of our own form")


def test_nothing_in_it_holds_it_back(world, form):
    assert not brought(world, answered(form)).document.is_held_back


def test_an_encrypted_form_is_looked_at_by_the_officer_and_by_the_checker(
    world, form, client, settings
):
    """Its counts are not on its first sheet, so the file is opened a second time."""
    settings.FILES_KEYS = [str(x25519.Identity.generate())]
    w = world

    def address(name, *more):
        return reverse(f"admin:offences_foisubmission_{name}", args=[w.submission.pk, *more])

    client.force_login(w.officer)
    file = SimpleUploadedFile("form.xlsx", answered(form))
    came = client.post(address("upload"), {"file": file})
    reading = Reading.objects.get()
    assert came.url == address("reading", reading.pk)
    assert reading.document.file.storage.open(str(reading.document.file)).read() != on_disk(reading)
    opened = client.get(came.url).context["opened"]
    shown = readings.plan_of(reading).fingerprint
    client.post(came.url, {"opened": opened, "_store": "1", "shown": shown})
    assert standing(w)
    for person, page in ((w.officer, "grid"), (w.checker, "check"), (w.checker, "paper")):
        client.force_login(person)
        answer = client.get(address(page))
        assert answer.status_code == 200
        assert answer.context["panel"].paper.name == TOTAL


def on_disk(reading) -> bytes:
    return Path(reading.document.file.path).read_bytes()
