"""make mutants takes a change for a loop without an end by the time of the processor alone."""

import subprocess
import sys
from pathlib import Path

import pytest

LOOP = 36  # mutmut's own code for a change that made a test run without an end


@pytest.mark.parametrize(
    "does, ends",
    [
        ("while True: pass", LOOP),
        ("import re; re.match('(a+)+$', 'a' * 60 + 'b')", LOOP),
        ("import time; time.sleep(0.5)", 0),  # it waits longer than the limit, on a busy machine
    ],
)
def test_a_test_is_ended_by_the_processor_time_that_it_uses(
    does: str, ends: int, tmp_path: Path
) -> None:
    ended = tmp_path / "ended.txt"
    limited = (
        "import sys; from pathlib import Path; from tools.mutant_limits import end_at_the_limit; "
        "end_at_the_limit(0.1, 'a_change a_test', Path(sys.argv[1]), spare=0.1)\n"
    )
    command = [sys.executable, "-c", f"{limited}{does}", str(ended)]
    assert subprocess.run(command, check=False).returncode == ends
    noted = "a_change a_test needs 0.1 s, ended at 0.4 s\n"
    assert (ended.read_text() if ended.exists() else "") == (noted if ends else "")
