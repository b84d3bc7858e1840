"""How far long work is, in files that pages and workers share: nothing in them is ever run."""

import datetime as dt
import json
import pickle

import pytest

from offences.json_files import JsonFiles

A_DAY = {"TIMEOUT": 24 * 60 * 60}
SEEN = {"step": "Storing", "done": 2, "of": 4}


@pytest.fixture
def place(tmp_path):
    return tmp_path / "progress"


def test_what_a_worker_writes_a_page_of_another_process_reads(place):
    JsonFiles(place, A_DAY).set("work", SEEN)
    page = JsonFiles(place, A_DAY)
    assert page.get("work") == SEEN
    assert page.get("other-work", "nothing") == "nothing"
    assert page.delete("work") and not page.delete("work")
    assert page.get("work") is None


def test_it_is_plain_json_which_the_owner_alone_reads(place):
    JsonFiles(place, A_DAY).set("work", SEEN)
    (file,) = place.iterdir()
    assert json.loads(file.read_text())[1] == SEEN
    assert (place.stat().st_mode & 0o077, file.stat().st_mode & 0o077) == (0, 0)


class Planted:
    """A value that does something as it is unpickled."""

    def __init__(self, mark):
        self.mark = mark

    def __reduce__(self):
        return (self.mark.touch, ())


def test_a_planted_or_broken_file_is_nothing_and_is_not_run(place, tmp_path):
    files, mark = JsonFiles(place, A_DAY), tmp_path / "was run"
    files.set("work", SEEN)
    (file,) = place.iterdir()
    file.write_bytes(pickle.dumps(Planted(mark)))
    assert files.get("work", "nothing") == "nothing" and not mark.exists()
    file.write_text('[null, {"step": "Sto')  # half of it
    assert files.get("work") is None


def test_what_is_over_is_no_longer_given_and_its_file_goes(place, time_machine):
    now = dt.datetime.now(dt.UTC)
    files = JsonFiles(place, A_DAY)
    files.set("short", SEEN, timeout=60)
    files.set("long", SEEN)
    time_machine.move_to(now + dt.timedelta(minutes=2))
    assert (files.get("short"), files.get("long")) == (None, SEEN)
    time_machine.move_to(now + dt.timedelta(days=2))
    assert files.get("long") is None
    files.set("next", SEEN)
    assert len([*place.iterdir()]) == 1
