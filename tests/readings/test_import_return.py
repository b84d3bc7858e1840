"""manage.py import_return: a force's file to counts from a shell, all of it or nothing."""

import json
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from offences import counts
from offences.intake import returns as readings
from offences.intake.returns import uploads, whole_file
from offences.models import AnnualCount, Category, Document, FoiSubmission, Reading
from tests import worlds
from tests.readings.conftest import PLAIN, workbook
from tests.readings.made import says, see

pytestmark = pytest.mark.django_db

ASSAULT = "Sexual assault"
JOINT = (
    ("Force", "Offence", "2016/17", "2017/18"),
    ("Northshire", ASSAULT, 4, 5),
    ("Southshire", ASSAULT, 6, "<5"),
)


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch):
    monkeypatch.setattr(whole_file, "read_file", see)
    monkeypatch.setattr(uploads, "read_file", see)


@pytest.fixture
def file(tmp_path):
    def keep(*rows, name="northshire.xlsx") -> Path:
        path = tmp_path / name
        path.write_bytes(workbook(*rows))
        return path

    return keep


@pytest.fixture
def run(capsys):
    def command(path, *options, round_="2019") -> dict:
        call_command("import_return", str(path), "--round", round_, *options)
        return json.loads(capsys.readouterr().out)

    return command


@pytest.fixture
def southshire(world):
    return worlds.submission(worlds.force("Southshire"), world.round)


def everything(media) -> tuple[dict[str, list], set[Path]]:
    """Every row of every table, and every file that is kept."""
    rows = {m._meta.label: [*m._default_manager.order_by("pk").values()] for m in apps.get_models()}
    return rows, {path for path in media.rglob("*") if path.is_file()}


def refusal(run, *given, **more) -> str:
    with pytest.raises(CommandError) as refused:
        run(*given, **more)
    return str(refused.value)


def test_it_says_as_json_what_would_change(world, file, run):
    said = run(file(*PLAIN))
    (one,) = said["returns"]
    assert not said["committed"]
    assert (one["force"], one["new"], one["changed"], one["same"]) == ("northshire", 12, 0, 0)
    assert one["why_not"] == ""
    assert {
        "what": f"{ASSAULT}, 2017/18",
        "sheet": "Data",
        "cell": "C4",
        "status": "new",
        "before": "",
        "after": "<5",
    } in one["changes"]


def test_without_commit_nothing_at_all_is_stored(world, southshire, file, run, media):
    before = everything(media)
    run(file(*PLAIN))
    run(file(*JOINT, name="joint.xlsx"))
    assert everything(media) == before


def test_with_commit_it_is_stored_with_its_file(world, file, run):
    path = file(*PLAIN)
    assert run(path, "--commit")["committed"]
    assert AnnualCount.objects.current().count() == 12
    document = Document.objects.get()
    assert document.file.read() == path.read_bytes()
    assert {count.document for count in AnnualCount.objects.all()} == {document}


def test_committing_twice_changes_nothing(world, file, run, media):
    path = file(*PLAIN)
    run(path, "--commit")
    before = everything(media)
    (one,) = run(path, "--commit")["returns"]
    assert (one["new"], one["changed"], one["same"]) == (0, 0, 12)
    assert everything(media) == before


def test_its_counts_are_those_of_the_person_named(world, file, run):
    run(file(*PLAIN), "--commit", "--by", "ann.lee")
    assert {count.recorded_by for count in AnnualCount.objects.all()} == {world.officer}
    counts.mark_checked(world.submission, by=world.checker, now=worlds.LATER)


def test_without_a_name_they_are_nobody_s_who_can_log_in(world, file, run):
    run(file(*PLAIN), "--commit")
    by = AnnualCount.objects.first().recorded_by
    assert not by.is_active
    assert not by.has_usable_password()


def test_what_has_to_be_looked_at_is_accepted_with_a_word(world, file, run):
    path = file(*PLAIN, PLAIN[1])  # a row that stands twice
    assert "First: answer" in run(path)["returns"][0]["why_not"]
    assert "First: answer" in refusal(run, path, "--commit")
    run(path, "--commit", "--accept", "The row stands twice.")
    (reading,) = Reading.objects.all()
    assert set(reading.answers["explanations"].values()) == {"The row stands twice."}
    assert AnnualCount.objects.current().count() == 12


def test_a_word_does_not_answer_a_figure_that_cannot_be_read(world, file, run, media):
    path = file(*PLAIN[:2], (ASSAULT, 5, "about 5", 12))
    before = everything(media)
    assert "First: answer C3" in refusal(run, path, "--commit", "--accept", "Fine.")
    assert everything(media) == before


def test_a_label_that_nobody_knows_is_named_and_stops(world, file, run):
    path = file(PLAIN[0], ("Groping", 1, 2, 3))
    (one,) = run(path)["returns"]
    assert one["questions"] == [
        {"label": "Groping", "kind": "offence", "sheet": "Data", "cell": "B2", "cells": 3}
    ]
    assert "name “Groping”" in refusal(run, path, "--commit")


def test_what_an_officer_said_of_the_same_file_counts(world, file, run):
    path = file(PLAIN[0], ("Groping", 1, 2, 3))
    reading = readings.upload(
        world.submission, path.read_bytes(), path.name, by=world.officer, now=worlds.NOW
    )
    assault = Category.objects.get(name=ASSAULT)
    answers = says("offence", "Groping", assault)
    readings.save_answers(reading, answers, by=world.officer, now=worlds.NOW)
    assert run(path)["returns"][0]["new"] == 3
    run(path, "--commit")
    assert AnnualCount.objects.count() == 3


def test_what_is_left_out_is_counted_with_the_reason(world, file, run):
    rows = [[*row, year] for row, year in zip(PLAIN, ("2009/10", 1, 2, 3, 6), strict=True)]
    (one,) = run(file(*rows))["returns"]
    assert one["left_out"] == {"2009/10, a year that was not asked for": 4}


class TestForces:
    def test_the_file_s_own_column_decides(self, world, southshire, file, run):
        said = run(file(*JOINT, name="joint.xlsx"), "--commit")
        assert [each["force"] for each in said["returns"]] == ["northshire", "southshire"]
        for of, numbers in ((world.submission, [4, 5]), (southshire, [6, None])):
            rows = AnnualCount.objects.filter(submission=of).order_by("year")
            assert [row.value for row in rows] == numbers
        assert Document.objects.count() == 1
        assert Reading.objects.count() == 2

    def test_a_joint_file_is_stored_for_all_its_forces_or_none(
        self, world, southshire, file, run, media
    ):
        path = file(*JOINT[:2], ("Southshire", "Groping", 6, 7), name="joint.xlsx")
        before = everything(media)
        assert "Southshire Police: First: name “Groping”" in refusal(run, path, "--commit")
        assert everything(media) == before

    @pytest.mark.both_databases
    def test_a_crash_at_the_last_force_leaves_nothing(
        self, world, southshire, file, run, media, monkeypatch
    ):
        stored = []
        store = whole_file.store

        def and_break_off(reading, *given, **more):
            stored.append(store(reading, *given, **more))
            if len(stored) == 2:
                raise OSError("the disk is full")

        monkeypatch.setattr(whole_file, "store", and_break_off)
        before = everything(media)
        with pytest.raises(OSError, match="full"):
            run(file(*JOINT, name="joint.xlsx"), "--commit")
        assert len(stored) == 2
        assert everything(media) == before

    def test_the_force_that_is_named_decides(self, world, southshire, file, run):
        path = file(*PLAIN, name="a.xlsx")
        for name in ("southshire", "Southshire Police"):
            (one,) = run(path, "--force", name)["returns"]
            assert one["force"] == "southshire"

    def test_the_rows_of_others_are_not_taken_for_the_force_that_is_named(
        self, world, southshire, file, run
    ):
        (one,) = run(file(*JOINT), "--force", "southshire")["returns"]
        assert one["new"] == 2
        assert one["left_out"] == {"of Northshire, not of Southshire Police": 2}

    def test_a_file_without_a_hint_of_its_force_is_refused(self, world, southshire, file, run):
        said = refusal(run, file(*PLAIN, name="answer.xlsx"))
        assert said == "It is not clear which force this file is from: name it with --force."

    def test_a_force_that_was_not_asked_is_refused(self, world, file, run):
        worlds.force("Southshire")
        said = refusal(run, file(*PLAIN), "--force", "southshire")
        assert said.startswith("Southshire Police has no request in Round 2019")

    def test_the_newest_request_to_a_force_gets_its_answer(self, world, file, run):
        FoiSubmission.objects.create(
            round=world.round, force=world.force, number=2, follows=world.submission
        )
        assert run(file(*PLAIN))["returns"][0]["request"] == 2


class TestMistakes:
    def test_a_round_that_is_not_known(self, world, file, run):
        said = refusal(run, file(*PLAIN), round_="2091")
        assert said == "There is no round “2091”. There are: 2019."

    def test_a_force_that_is_not_known(self, world, file, run):
        said = refusal(run, file(*PLAIN), "--force", "Eastshire")
        assert said == "No force is called “Eastshire”. Did you mean “Northshire Police”?"

    def test_a_file_that_is_not_there_or_is_a_folder(self, world, tmp_path, run):
        assert "cannot be read: No such file" in refusal(run, tmp_path / "none.xlsx")
        assert "cannot be read: Is a directory" in refusal(run, tmp_path)

    def test_a_person_who_is_not_known(self, world, file, run, media):
        before = everything(media)
        said = refusal(run, file(*PLAIN), "--commit", "--by", "nobody")
        assert said == "There is no account “nobody”."
        assert everything(media) == before

    def test_a_file_that_is_no_spreadsheet(self, world, tmp_path, run, monkeypatch):
        monkeypatch.undo()  # a broken file is read in its own process
        path = tmp_path / "northshire.xlsx"
        path.write_bytes(b"no spreadsheet")
        (one,) = run(path)["returns"]
        assert one["why_not"]
        assert one["changes"] == []

    def test_an_empty_file_is_refused(self, world, tmp_path, run, monkeypatch):
        monkeypatch.undo()
        path = tmp_path / "northshire.xlsx"
        path.write_bytes(b"")
        assert refusal(run, path, "--commit") == "This file is empty. Ask its sender for it again."
