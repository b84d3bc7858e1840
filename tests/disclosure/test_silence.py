"""Commands print JSON: the solver beneath must not print anything of its own."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
from offences.disclosure import protect
from tests.disclosure.worlds import grid
print(len(protect(grid([[3, 20, 90, 7], [30, 40, 90, 8], [90, 90, 90, 9], [9, 8, 7, 6]])).hidden))
"""


def test_the_solver_says_nothing_on_standard_output():
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (told.stdout, told.stderr) == ("4\n", "")
