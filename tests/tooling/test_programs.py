"""Programs by themselves: how long a test lets one run, and that each run says the same."""

import json
import os
import sys

from django.conf import settings

from tests.claims.test_vectors import VECTORS
from tests.programs import run_to_its_end


def test_a_loop_without_an_end_is_ended_and_a_program_that_ends_is_not():
    loop = run_to_its_end(sys.executable, "-c", "while True: pass", processor=1)
    assert loop.returncode < 0  # by a signal
    ends = run_to_its_end(sys.executable, "-c", "print(1)", capture_output=True, text=True)
    assert (ends.returncode, ends.stdout) == (0, "1\n")


def test_the_same_facts_give_the_same_words_in_every_process():
    documents = json.dumps([vector["facts"] for vector in VECTORS])
    run = (sys.executable, "manage.py", "claims", "-")
    how = {"cwd": settings.BASE_DIR, "capture_output": True, "check": True, "text": True}
    said = {
        run_to_its_end(
            *run, input=documents, env=os.environ | {"DEBUG": "1", "PYTHONHASHSEED": seed}, **how
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1 and said != {""}
