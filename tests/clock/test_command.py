"""manage.py foi_clock: histories in, readings out."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

HISTORY = {"today": "2026-06-20", "events": [{"kind": "received", "on": "2026-06-01"}]}


def run(path):
    out = io.StringIO()
    call_command("foi_clock", str(path), stdout=out)
    return json.loads(out.getvalue())


def test_one_history_in_is_one_reading_out_and_a_list_a_list(tmp_path):
    file = tmp_path / "events.json"
    file.write_text(json.dumps(HISTORY))
    one = run(file)
    assert (one["due_on"], one["state"]) == ("2026-06-30", "awaiting")
    (skipped,) = one["skipped"]
    assert skipped["date"] == "2026-06-15" and "Scotland" in skipped["why"]
    file.write_text(json.dumps([HISTORY, HISTORY]))
    assert run(file) == [one, one]


def test_what_is_no_history_is_refused_with_a_sentence(tmp_path):
    file = tmp_path / "events.json"
    file.write_text('{"today": "tomorrow"}')
    with pytest.raises(CommandError, match="Write it as 2024-07-02"):
        run(file)
