"""Programs that a test runs: how long they may take is a matter of the processor alone."""

import sys

from tests.programs import run_to_its_end


def test_a_loop_without_an_end_is_ended_and_a_program_that_ends_is_not():
    loop = run_to_its_end(sys.executable, "-c", "while True: pass", processor=1)
    assert loop.returncode < 0  # by a signal
    ends = run_to_its_end(sys.executable, "-c", "print(1)", capture_output=True, text=True)
    assert (ends.returncode, ends.stdout) == (0, "1\n")
