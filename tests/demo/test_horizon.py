"""No page of the demonstration calls a figure a record that a newer year may have passed."""

from django.test import TestCase

from offences.models import Force, Release, ReleasedFigure
from offences.statistics.years import Year
from tests import worlds
from tests.samples import is_drill, some


class TestHorizon(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()

    def newest_year(self, force: Force, release: Release) -> int | None:
        """The newest year in which the release has a figure of the force, by its rows alone."""
        figures = ReleasedFigure.objects.filter(
            release=release, body=force.slug, figure_kind="count", breakdown="", low__isnull=False
        )
        return figures.order_by("-year").values_list("year", flat=True).first()

    def test_every_force_says_up_to_which_year_its_highest_figure_holds(self) -> None:
        asked = 0
        for force in some(Force.objects.all()):
            first = self.client.get(f"/forces/{force.slug}/").context
            others = [self.client.get(each.url).context for each in first["others"]]
            for section in filter(None, [each["section"] for each in (first, *others)]):
                release, says = section["trend"].release, section["briefing"]
                newest = self.newest_year(force, release)
                if not says.record_question or newest is None or newest >= release.year:
                    continue
                asked += 1
                first, last = Year(newest + 1), Year(release.year)
                between = " and " if first.next == last else " to "
                later = f"{first}{between}{last}" if first < last else last.label
                horizon = f"igures for {later} were published and are not here"
                with self.subTest(force=force.slug, measure=release.measure.slug):
                    self.assertNotIn("It is a record", says.record_answer)
                    if "was higher" not in says.record_answer:
                        self.assertIn(horizon, says.record_detail)
        self.assertGreater(asked, 10 if is_drill() else 2)

    def test_durham_with_a_year_in_doubt_has_no_record(self) -> None:
        page = self.client.get("/forces/durham/").content.decode()
        question = page.split("How does 509 compare?")[1].split("</section>")[0]
        self.assertNotIn("It is a record", question)
        self.assertIn("2015/16 is in doubt", question)
        self.assertIn("highest of the three years we can compare", question)
        self.assertIn("Figures for 2019/20 were published and are not here.", question)
