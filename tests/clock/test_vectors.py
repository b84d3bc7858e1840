"""Worked histories with the dates and states that follow from them."""

import json
from pathlib import Path

import pytest

from offences.foi_clock import answer
from offences.management.holidays import shipped_holidays

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
HOLIDAYS = shipped_holidays()


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector['id']} {vector['why']}")
def test_a_history_has_its_dates_and_its_state(vector):
    read = answer(vector["input"], HOLIDAYS)
    read["skipped"] = [each["date"] for each in read["skipped"]]
    assert {name: read[name] for name in vector["expect"]} == vector["expect"]
