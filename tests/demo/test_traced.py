"""Every text that the demonstration's releases make is borne out by them, figure by figure; and the
faults of the newspaper story are found when they are pasted in."""

from django.test import TestCase

from offences import press
from offences.models import CampaignEvent, Release
from offences.press.basis import basis_of, facts_of_release
from tests import worlds
from tests.samples import is_drill, some

FAULTS = [
    (
        "national",
        "Across the UK, 8,224 offences were recorded in 2018/19.",
        "Across the UK",
        "in England, Wales and Northern Ireland",
    ),
    (
        "national",
        "40 of 44 forces across the UK recorded 8,224 offences.",
        "40 of 44",
        "40 of 44 forces in England, Wales and Northern Ireland",
    ),
    ("national", "The number has risen in the last four years.", "four", "3"),
    ("national", "The number has doubled since 2015/16.", "doubled", ""),
    ("national", "There were 8,244 offences in 2018/19.", "8,244", "8,224"),
    ("cambridgeshire", "The force recorded 68, a rise of 42% in a year.", "42%", "up from 48"),
    (
        "cambridgeshire",
        "Cambridgeshire recorded a record 68 offences.",
        "record",
        "highest of the 3 years with figures",
    ),
]
"""Whose text, the text, what is wrong in it, and what should stand there."""


class TestTraced(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()
        cls.releases = list(Release.objects.select_related("measure").order_by("public_at"))
        june_2019 = ("cyber-flagged", 3)
        cls.of_june_2019 = facts_of_release(
            next(r for r in cls.releases if (r.measure.slug, r.number) == june_2019)
        )

    def test_every_draft_of_every_release_traces_clean(self) -> None:
        event = CampaignEvent.objects.exclude(release=None).first()
        event.older_because = "each release is read in turn"
        figures = 0
        newest = {release.measure.slug: release for release in self.releases}
        for release in self.releases if is_drill() else newest.values():
            event.release, whole = release, facts_of_release(release)
            for draft in some(press.drafts(event), 3):
                marked = basis_of(whole, draft.body, whole.year).mark(
                    f"{draft.headline}\n\n{draft.text}"
                )
                found = [(f.text, f.verdict, f.fact) for f in marked.findings]
                assert found == [], f"{release}, {draft.body}"
                figures += len(marked.figures)
        assert figures > (1_200 if is_drill() else 150)

    def test_a_published_total_of_a_nation_is_of_the_offences_of_its_measure(self) -> None:
        release = next(r for r in self.releases if not r.measure.slug.startswith("cyber"))
        basis = basis_of(facts_of_release(release), "wales", release.year)
        said = f"Police in Wales recorded 554 {release.measure.phrase}."
        for text, verdict in ((said, "traced"), (said.replace(" a child", " a man"), "untraced")):
            assert [f.verdict for _, f in basis.mark(text).figures] == [verdict], text

    def test_a_fault_of_the_story_is_flagged_with_the_right_figure(self) -> None:
        for body, text, fault, instead in FAULTS:
            with self.subTest(text):
                basis = basis_of(self.of_june_2019, body, self.of_june_2019.year)
                marked = basis.mark(text)
                wrong = {f.text: f.suggestion for _, f in marked.figures if f.verdict == "mismatch"}
                assert wrong.get(fault) == instead

    def test_a_total_that_another_has_replaced_is_said_of_the_past_alone(self) -> None:
        basis = basis_of(self.of_june_2019, "national")
        said = basis.mark("Earlier releases gave 3,903 for 2015/16.").figures[0][1]
        assert said.verdict == "traced"
        bare = basis.mark("There were 3,903 offences in 2015/16.").figures[0][1]
        assert (bare.verdict, bare.suggestion) == ("mismatch", "4,042")
