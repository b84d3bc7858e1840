"""All that leaves the site says of each cell of the demo what its released row says.

An ordinary run reads the pages of every eighth force.
"""

import pytest
from django.test import TestCase

from offences.models import Release
from offences.press import drafts
from offences.press.basis import ReleaseFacts, facts_of_release
from tests import worlds
from tests.agreement import files, outputs, together
from tests.agreement.cells import Agreement, rows_of
from tests.samples import is_drill, some


class TestDemo(TestCase):
    wholes: list[ReleaseFacts]

    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()
        cls.wholes = [
            facts_of_release(release) for release in Release.objects.order_by("public_at")
        ]

    def address(self, whole: ReleaseFacts) -> str:
        return f"/releases/{whole.release.measure.slug}/{whole.release.number}"

    def test_pages_charts_files_and_facts_of_every_force_agree_cell_by_cell(self) -> None:
        found = Agreement()
        for whole in self.wholes:
            rows = rows_of(whole.figures)
            bodies = some(dict.fromkeys(body for body, _ in rows), 8)
            outputs.of_release(self.client, found, rows, whole, bodies)
        newest = {w.release.measure.slug: rows_of(w.figures) for w in self.newest()}
        for body in some(sorted({body for rows in newest.values() for body, _ in rows}), 8):
            for slug, html in outputs.pages_of(body):
                outputs.living_page(found, slug, newest[slug], html, body)
        assert found.differ == []
        assert found.compared > (4_000 if is_drill() else 500)
        assert min(found.cells.values()) > (10 if is_drill() else 1), found.cells
        told_as_missing = {
            *outputs.CHART,
            "page table",
            "living page",
            "force’s CSV",
            "draft facts",
        }
        least = 50 if is_drill() else 6
        assert all(found.missing[each] > least for each in told_as_missing), found.missing

    def newest(self) -> list[ReleaseFacts]:
        """The newest release of each measure, in the measures’ order."""
        by_measure = {whole.release.measure: whole for whole in self.wholes}
        return [by_measure[each] for each in sorted(by_measure, key=lambda m: m.position)]

    def test_the_files_of_every_release_agree_cell_by_cell(self) -> None:
        found = Agreement()
        for whole in self.wholes:
            rows, printed = rows_of(whole.figures), together.printed_of(whole)
            lines = files.csv_lines(self.get(whole, "figures.csv").decode())
            found.compare("release CSV", rows, files.counts(lines))
            found.compare("release CSV, printed", printed, files.together(lines))
            sheets = files.sheets(self.get(whole, "figures.xlsx"))
            found.compare("release XLSX", rows, files.counts(sheets["Forces"]))
            found.compare("release XLSX, printed", printed, files.together(sheets["Published"]))
        assert found.differ == []
        assert found.compared > 1_000
        assert found.missing["release CSV"] == found.missing["release XLSX"] > 300

    def get(self, whole: ReleaseFacts, name: str) -> bytes:
        return self.client.get(f"{self.address(whole)}/{name}").content

    @pytest.mark.drill  # test_worlds has drafts of every state of a cell in each run
    def test_drafts_of_every_release_agree_with_its_rows(self) -> None:
        found = Agreement()
        for whole in self.wholes:
            slug = f"event-{whole.release.pk}"
            event = worlds.event(whole.release, slug=slug, older_because="Each is compared.")
            rows = rows_of(whole.figures)
            made = drafts(event)
            for each in made:
                if each.body_kind == "force":
                    outputs.draft(found, rows, each, whole)
            together.facts_and_drafts(found, whole, made)
        assert found.differ == []
        assert found.compared > 200
        assert found.cells["headline of several"] > 4

    def test_what_is_said_of_all_forces_together_agrees_wherever_it_is_said(self) -> None:
        found = Agreement()
        for whole in self.wholes:
            together.release_page(found, whole, self.get(whole, "").decode())
        for whole in self.newest():
            together.newest(found, self.client, whole)
        assert found.differ == []
        assert found.compared > 100
        assert found.cells["home’s figure"] == 2
        assert found.cells["sums, area pages"], "no nation or region is added up"
