"""An event with its texts and five people who sign, two of them without an account."""

import datetime as dt

from django.contrib.auth.models import User

from offences import press
from offences.models import CampaignEvent, EventSigner, NationalBlock, PressRelease, SignRole
from offences.press.signers import token_of
from tests import rows, worlds
from tests.worlds import LATER, NOW

DUE = (NOW + dt.timedelta(days=2)).date()
ROLES = list(SignRole)


class SigningWorld(worlds.World):
    def state(self, body="northshire"):
        event = CampaignEvent.objects.get(pk=self.event.pk)
        return next(s for s in press.states_of(event) if s.text.body == body)

    def text(self, body="northshire") -> PressRelease:
        return self.state(body).text

    def who(self, role) -> dict:
        """A person’s hand: their account, or their link."""
        signer = EventSigner.objects.active().get(event=self.event, role=role, is_deputy=False)
        return {"by": signer.account} if signer.account else {"link": token_of(signer)}

    def sign(self, role, body="northshire", *, words="", now=NOW, **who):
        state = self.state(body)
        given = who or self.who(role)
        return press.review(
            state.text, "approved", role=role, now=now, seen=state.fingerprint, words=words, **given
        )

    def sign_all(self, body="northshire", words=""):
        for role in self.state(body).needed:
            self.sign(role, body, words=words)

    def edit(self, old, new, body="northshire"):
        text = self.text(body)
        assert old in text.text
        text.text = text.text.replace(old, new)
        press.save_edits(text, by=self.press, now=LATER)
        return text

    def approve_words(self):
        for words in press.words_of(self.event):
            if not words.is_approved:
                press.approve_words(words, by=self.approver, now=NOW, seen=words.words_hash)


def name(w, role, person=None, *, email="", deputy=False, due=DUE, called="", by=None):
    signer = EventSigner(event=w.event, role=role, is_deputy=deputy, due_on=due)
    signer.account, signer.name = person, called
    signer.email = email or f"{role}@example.org"
    press.name_signer(signer, by=by or (w.press if person else w.approver), now=NOW)
    return signer


def build() -> SigningWorld:
    w = SigningWorld(**worlds.team("officer", "checker", "press", "approver"))
    w.lead = worlds.person("Lou Field", "Data lead")
    for person in (w.officer, w.press, w.approver, w.lead):
        User.objects.filter(pk=person.pk).update(email=f"{person.username}@example.org")
        person.refresh_from_db()
    w.measure = worlds.measure()
    w.round = worlds.round_of(w.measure, years=(2015, 2018))
    w.returns = {}
    figures = {"Northshire": ("60", "90"), "Southshire": ("40", "41"), "Westshire": ("30", "66")}
    for area, (old, new) in {**figures, "Eastshire": ("50", "8")}.items():
        force = worlds.force(area)
        made = worlds.submission(force, w.round)
        w.returns[force.slug] = made
        enter(w, made, {2017: old, 2018: new})
    w.release = release(w)
    w.event = worlds.event(w.release)
    press.draft_event(w.event, by=w.press, now=NOW)
    name(w, "data", w.officer)
    name(w, "policy", called="Pat Ives")
    name(w, "legal", called="Lex Orr")
    name(w, "safeguarding", w.lead)
    name(w, "media", w.approver)
    w.block = NationalBlock.objects.get()
    return w


def enter(w, made, texts):
    cells = {worlds.cell(w.measure, year): text for year, text in texts.items()}
    worlds.enter(made, cells, by=w.officer)
    worlds.check(made, by=w.checker, now=LATER)


def release(w, public_at=dt.datetime(2019, 6, 24, 23, 1, tzinfo=dt.UTC)):
    return w.released(public_at)


def revise(w, body="northshire", year=2018, to="95"):
    """A newer release with another figure of one force, on which the event rests from then on."""
    enter(w, w.returns[body], {year: to})
    newer = release(w)
    CampaignEvent.objects.update(release=newer)
    w.event.refresh_from_db()
    return newer


def signing_world() -> SigningWorld:
    return rows.kept("press, signing", build)
