"""Everyday searches, written down before the search was built, lead to the right force."""

from offences.finder import find_forces
from offences.finder.answers import SHORT_CHOICE
from tests.finder.forces import FORCES, HERE, table

SEARCHES = table(HERE / "searches.csv")
GOAL = 0.95


def test_there_are_three_hundred_searches_each_with_its_truth_and_source():
    assert len(SEARCHES) >= 300
    slugs = {force.slug for force in FORCES}
    for row in SEARCHES:
        assert row["query"] and row["source"]
        assert slugs >= set(row["forces"].split("|")), row["query"]
    assert {force for row in SEARCHES for force in row["forces"].split("|")} == slugs


def test_nearly_all_lead_to_the_force_or_a_short_choice_that_has_it():
    missed = []
    for row in SEARCHES:
        found = find_forces(row["query"], FORCES).forces
        if not set(row["forces"].split("|")) <= set(found) or len(found) > SHORT_CHOICE:
            missed.append(row["query"])
    assert len(missed) <= (1 - GOAL) * len(SEARCHES), missed


def test_none_leads_to_a_wrong_force_alone():
    for row in SEARCHES:
        found = find_forces(row["query"], FORCES).forces
        assert len(found) != 1 or found[0] in row["forces"].split("|"), row["query"]


def test_a_place_of_several_forces_is_never_answered_with_one():
    several = [row for row in SEARCHES if "|" in row["forces"]]
    assert len(several) > 20
    for row in several:
        assert len(find_forces(row["query"], FORCES).forces) > 1, row["query"]
