"""The same of made-up releases, in which every state of a cell is met; and that faults are seen."""

import pytest
from django.test import TestCase

from offences.press import drafts
from offences.press.basis import ReleaseFacts, facts_of_release
from tests import worlds
from tests.agreement import files, outputs, together
from tests.agreement.cells import Agreement, rows_of
from tests.agreement.crowd import crowd
from tests.public.awkward import WORLDS, site
from tests.samples import sampled

ADDED_UP = [name for name in WORLDS if "added up" in name]


class TestCrowd(TestCase):
    whole: ReleaseFacts
    bodies: tuple[str, ...]

    @classmethod
    def setUpTestData(cls) -> None:
        made = crowd()
        cls.whole, cls.bodies = facts_of_release(made.release), made.bodies

    def test_every_state_of_a_cell_is_told_alike_wherever_it_is_told(self) -> None:
        found, rows = Agreement(), rows_of(self.whole.figures)
        outputs.of_release(self.client, found, rows, self.whole, list(self.bodies))
        address = "/releases/online/1/figures"
        lines = files.csv_lines(self.client.get(f"{address}.csv").content.decode())
        found.compare("release CSV", rows, files.counts(lines))
        sheets = files.sheets(self.client.get(f"{address}.xlsx").content)
        found.compare("release XLSX", rows, files.counts(sheets["Forces"]))
        for made in drafts(worlds.event(self.whole.release)):
            if made.body_kind == "force":
                outputs.draft(found, rows, made, self.whole)
        assert found.differ == []
        assert found.compared > 1_000


@pytest.mark.parametrize("name", sampled(ADDED_UP, ADDED_UP[::2]))
@pytest.mark.django_db
def test_sums_are_told_alike_wherever_they_are_told(client, name):
    made = site(WORLDS[name], issued=False)
    whole, found = facts_of_release(made.releases[-1]), Agreement()
    together.release_page(found, whole, client.get("/releases/online/3/").content.decode())
    together.newest(found, client, whole)
    together.facts_and_drafts(found, whole, drafts(made.event))
    printed = together.printed_of(whole)
    lines = files.csv_lines(client.get("/releases/online/3/figures.csv").content.decode())
    found.compare("release CSV", printed, files.together(lines))
    sheets = files.sheets(client.get("/releases/online/3/figures.xlsx").content)
    found.compare("release XLSX", printed, files.together(sheets["Published"]))
    assert found.differ == []
    assert found.cells["sums, measure page"] and found.cells["sum of the facts"]
