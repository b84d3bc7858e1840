"""Every draft of the practice year: each force, and each angle that its figures allow."""

import re

import pytest

from offences import press
from offences.models import CampaignEvent, EventKind, PressRelease, Release, TextBlock
from offences.press.basis import Basis, basis_of, facts_of_release
from offences.press.composing import MOST_WORDS
from offences.tracing.marking import MarkedText
from tests.practice.worlds import PracticeTest

FLAW = re.compile(r"[{}]|[^\S\n]{2}|[^\S\n]\n|\n{3}| [.,;:]|[.,;:]{2}|\(\)|“”|\bNone\b|\ba an?\b")
"""What no text has: a placeholder left open, a double space, a sentence with a hole in it."""
OWN = {
    TextBlock.TREND: "{police} recorded {figure} in {year}: {rate}.",
    TextBlock.ASK: "{ask} It is {coverage}.",
}


def flaws(draft: press.Draft) -> list[str]:
    found = [match[0] for match in FLAW.finditer(f"{draft.headline}\n\n{draft.text}")]
    words = len(f"{draft.headline} {draft.text}".split())
    return found + [f"{words} words"] * (words > MOST_WORDS)


def lacks(draft: press.Draft, basis: Basis, marked: MarkedText) -> list[str]:
    """The caveats that a draft would need, too, once somebody has edited a space in it."""
    text = PressRelease(headline=draft.headline, text=draft.text, drafted_text=draft.text)
    text.drafted_headline = f"{draft.headline} "
    return [*press.missing_caveats(text, basis, marked)]


@pytest.mark.drill
class TestDrafts(PracticeTest):
    def setUp(self) -> None:
        super().setUp()
        self.event = CampaignEvent.objects.exclude(release=None).first()
        self.event.older_because = "each release is read in turn"

    def sound(self, angle: str = "") -> list[press.Draft]:
        """The event's drafts, led by an angle where it fits, after a look at each."""
        self.event.angle, whole = angle, facts_of_release(self.event.release)
        made = press.drafts(self.event)
        for draft in made:
            basis = basis_of(whole, draft.body, whole.year)
            marked = basis.mark(f"{draft.headline}\n\n{draft.text}")
            assert [(f.text, f.verdict, f.fact) for f in marked.findings] == [], draft.body
            if not self.event.blocks.exists():
                assert lacks(draft, basis, marked) == [], draft.body
            assert flaws(draft) == [], draft.body
            assert not {"not", "no", "missing"} & {*draft.headline.lower().split()}
        return made

    def test_none_has_a_finding_or_a_flaw_whichever_angle_leads(self) -> None:
        for self.event.release in Release.objects.order_by("number"):
            made = self.sound()
            assert len(made) > 18
        for angle in sorted({angle.id for draft in made for angle in draft.angles}):
            assert self.sound(angle)

    def test_nor_on_a_political_date_or_in_an_events_own_words(self) -> None:
        self.event.kind = EventKind.VOTE
        assert self.sound()
        for block, words in OWN.items():
            self.event.blocks.create(block=block, words=words)
        assert any(" recorded 1" in draft.text for draft in self.sound())
