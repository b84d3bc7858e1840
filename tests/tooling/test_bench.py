"""make bench: its subjects are there, and what they print is on one page."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.bench.__main__ import PEERS, SUBJECTS, chosen, page_of

ROOT = Path(__file__).resolve().parents[2]


def test_each_subject_is_there_and_each_peer_is_of_a_subject():
    for subject in SUBJECTS:
        path = ROOT / "tools" / "bench" / f"{subject.split()[0]}.py"
        assert "\ndef main(" in path.read_text()
    assert PEERS.keys() <= set(SUBJECTS)


def test_a_subject_is_chosen_by_a_part_of_its_name_and_an_unknown_one_is_refused():
    assert chosen([]) == list(SUBJECTS)
    assert chosen(["page"]) == ["pages sqlite", "pages postgresql"]
    with pytest.raises(SystemExit, match="spaceships: choose of imports"):
        chosen(["claims", "spaceships"])


def test_the_page_says_what_kept_its_budget_and_beside_which_peer():
    page = page_of({"imports": (0, ["  9 times"]), "claims": (1, ["  70 ms"])})
    assert f"| imports | {PEERS['imports']} | yes |\n| claims | none | no |" in page
    assert page.endswith("## claims\n\n```text\n  70 ms\n```\n")


@pytest.mark.drill
def test_the_short_form_of_a_subject_runs_to_its_end_and_is_on_the_page():
    run = [sys.executable, "-m", "tools.bench", "claims", "--short"]
    ended = subprocess.run(run, cwd=ROOT, env=os.environ, capture_output=True, text=True)
    assert ended.returncode in (0, 1) and not ended.stderr  # 1: slow, on a machine that is busy
    page = (ROOT / "var" / "bench-short.md").read_text()
    assert "whose figures say nothing" in page and ended.stdout in page
