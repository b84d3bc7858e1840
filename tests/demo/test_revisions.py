"""A revision of the demonstration is told in every later release, of every force."""

import csv
import io

from django.test import TestCase

from offences.english import number
from offences.models import Force, Release, ReleasedFigure
from tests import worlds


class TestRevisions(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()

    def numbers_of(self, force: str) -> dict[tuple[int, int], list[tuple[int, int]]]:
        """Measure and year → the number of each release, by the rows of its releases alone."""
        rows = ReleasedFigure.objects.filter(
            body=force, figure_kind="count", breakdown="", state="value"
        ).order_by("release__number")
        found: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for measure, release, year, n in rows.values_list(
            "release__measure", "release__number", "year", "low"
        ):
            runs = found.setdefault((measure, year), [])
            if not runs or runs[-1][1] != n:
                runs.append((release, n))
        return found

    def lines_of(self, force: str, measure: str, year: str) -> list[dict[str, str]]:
        text = self.client.get(f"/forces/{force}/{measure}.csv").content.decode("utf-8-sig")
        return [line for line in csv.DictReader(io.StringIO(text)) if line["year"] == year]

    def test_every_force_tells_each_figure_that_was_ever_revised(self) -> None:
        newest = {r.measure_id: r for r in Release.objects.order_by("number")}
        told = []
        for force in Force.objects.all():
            page = self.client.get(f"/forces/{force.slug}/").content.decode()
            for (measure, year), runs in self.numbers_of(force.slug).items():
                label, (release, n) = f"{year}/{(year + 1) % 100:02}", runs[0]
                says = f"Revised: {number(n)} in release {release}, "
                self.assertEqual(says in page, len(runs) > 1, (force.slug, label))
                if len(runs) > 1:
                    (line,) = self.lines_of(force.slug, newest[measure].measure.slug, label)
                    self.assertEqual(line["marker"], "r")
                    self.assertIn(says, line["note"])
                    drawn = f"{label}: {number(runs[-1][1])}[^.]*revised \\({number(n)} in release"
                    self.assertRegex(page, drawn)
                    told.append(f"{force.slug} {label}")
        self.assertEqual(told, ["northumbria 2015/16", "west-mercia 2015/16", "wiltshire 2018/19"])

    def test_every_figure_in_doubt_is_marked_in_every_file(self) -> None:
        doubtful = ReleasedFigure.objects.exclude(doubt="").exclude(low=None)
        counts = doubtful.filter(figure_kind="count", breakdown="")
        self.assertGreater(len(counts), 10)
        for release in Release.objects.select_related("measure"):
            name = release.measure.slug
            rows = self.client.get(f"/releases/{name}/{release.number}/figures.csv").content
            lines = list(csv.DictReader(io.StringIO(rows.decode("utf-8-sig"))))
            marked = [each for each in lines if "u" in each["marker"].split()]
            self.assertEqual(len(marked), doubtful.filter(release=release).count(), release)
            for figure in counts.filter(release=release):
                label = f"{figure.year}/{(figure.year + 1) % 100:02}"
                self.assertIn(
                    (figure.body, label), [(each["address"], each["year"]) for each in marked]
                )
