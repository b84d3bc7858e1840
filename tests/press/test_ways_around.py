"""Each rule of sign-off by each way around it: page, list, link, step, shell, import, command."""

import pytest
from django.core import serializers
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse

from offences import press, sending_back
from offences.models import EventSigner, IssuedText, PressRelease, TextReview
from offences.press import text_checks
from offences.press.signers import token_of
from offences.refused import Refused
from tests.press.signing_world import name, signing_world
from tests.worlds import LATER, NOW


@pytest.fixture
def w(db, time_machine):
    time_machine.move_to(NOW, tick=False)
    made = signing_world()
    made.approve_words()
    return made


# What forbids signing or issuing a text, for everybody


def wrong_figure(w):
    w.edit("recorded 90 online", "recorded 99 online")


def missing_caveat(w):
    w.edit("Forces record differently and cannot be compared.", "")


def placeholder(w):
    w.edit("ENDS", "[quote to come]\n\nENDS")


def altered_ask(w):
    w.edit(w.event.campaign.ask, "The charity asks for nothing.")


def held(w):
    PressRelease.objects.update(held="The figure is in doubt.")


def sent_back(w):
    sending_back.record(w.text(), "Say it shorter.", by=w.approver, now=NOW)


def withheld_number(w):
    PressRelease.objects.update(checked={})
    w.patch.setattr(text_checks, "find_disclosures", lambda *_: ["It says a hidden number."])


OF_TEXTS = [wrong_figure, missing_caveat, placeholder, altered_ask, held, sent_back]
OF_TEXTS += [withheld_number]


# What forbids one person to sign it: Ann Lee, who is named for Data


def an_author(w):
    w.text().editors.add(w.officer)
    return "data"


def signed_already(w):
    w.sign("data")
    name(w, "policy", w.officer)
    return "policy"


def another_role(w):
    return "legal"


def before_the_last(w):
    name(w, "media", w.officer)
    return "media"


def a_deputy_too_early(w):
    name(w, "data", w.lead)
    name(w, "data", w.officer, deputy=True)
    return "data"


OF_PERSONS = [an_author, signed_already, another_role, before_the_last, a_deputy_too_early]


# The ways to a signature


def by_page(w, role):
    form = {"step": "approved", "role": role, "read": w.state().fingerprint}
    inside(w).post(reverse("admin:offences_pressrelease_sign", args=[w.text().pk]), form)


def by_list(w, role):
    form = {"together": role, "looked": "on", "text": f"{w.text().pk}:{w.state().fingerprint}"}
    inside(w).post(reverse("admin:offences_campaignevent_texts", args=[w.event.pk]), form)


def by_link(w, role):
    """Of the person for Legal, or with the key of one’s own role for another."""
    token = token_of(EventSigner.objects.active().get(role="legal"))
    form = {"step": "approved", "role": role, "read": w.state().fingerprint}
    Client().post(reverse("sign_link_text", args=[token, "northshire"]), form)


def by_step(w, role):
    w.sign(role, by=w.officer)


def by_steps_together(w, role):
    state = w.state()
    seen = {state.text.pk: state.fingerprint}
    press.sign_many(w.event, seen, role=role, by=w.officer, now=NOW, is_sample_read=True)


def forged(w, role):
    signer, state = EventSigner.objects.active().filter(role=role).first(), w.state()
    of = {"press_release": state.text, "signer": signer, "role": role, "by": w.officer}
    return TextReview(**of, kind="approved", fingerprint=state.fingerprint, at=LATER)


def by_shell(w, role):
    forged(w, role).save()


def by_bulk_rows(w, role):
    TextReview.objects.bulk_create([forged(w, role)])


def by_import(w, role):
    rows = serializers.serialize("json", [forged(w, role)])
    [each.save() for each in serializers.deserialize("json", rows)]


def by_command(w, role):
    call_command("draft_press", w.event.slug, verbosity=0)


STEPS = [by_page, by_list, by_step, by_steps_together]
ROWS = [by_shell, by_bulk_rows, by_import, by_command]


def inside(w):
    client = Client()
    client.force_login(w.officer)
    return client


def signs(w, way, role):
    """Whether a way leaves a signature that counts."""
    before = TextReview.objects.filter(kind="approved").count()
    try:
        with transaction.atomic():
            way(w, role)
    except (Refused, TypeError):
        pass
    return TextReview.objects.filter(kind="approved").count() > before


def each_alone(w, rules, ways, monkeypatch):
    """The rules and ways by which a text was signed all the same."""
    found = []
    for rule in rules:
        with monkeypatch.context() as w.patch, transaction.atomic():
            role = rule(w) or "data"
            for way in ways:
                with transaction.atomic():
                    if signs(w, way, "legal" if way is by_link else role):
                        found.append((rule.__name__, way.__name__))
                    transaction.set_rollback(True)
            transaction.set_rollback(True)
    return found


def nothing(w):
    """No rule is broken."""


def test_by_every_step_a_text_is_signed_where_no_rule_forbids_it(w, monkeypatch):
    """Else the tests below would prove nothing."""
    every = [by_page, by_list, by_link]
    assert [way for _, way in each_alone(w, [nothing], every, monkeypatch)] == [
        way.__name__ for way in every
    ]


def test_a_wrong_figure_and_an_author_are_stopped_on_every_way(w, monkeypatch):
    assert each_alone(w, [wrong_figure], [by_list, by_link, by_page, *ROWS], monkeypatch) == []
    assert each_alone(w, [an_author], [by_list, by_page], monkeypatch) == []


# Every rule by every way: the step that all pages share is tried by test_signing.py.


@pytest.mark.drill
def test_what_no_text_may_have_is_signed_by_no_way(w, monkeypatch):
    assert each_alone(w, OF_TEXTS, [*STEPS, by_link, *ROWS], monkeypatch) == []


@pytest.mark.drill
def test_who_may_not_sign_signs_by_no_way(w, monkeypatch):
    assert each_alone(w, OF_PERSONS, [*STEPS, *ROWS], monkeypatch) == []


def issued(w, way):
    try:
        with transaction.atomic():
            way(w)
    except (Refused, TypeError):
        pass
    return IssuedText.objects.exists()


def approver_posts(name, pk, **form):
    def way(w):
        client = Client()
        client.force_login(w.approver)
        seen = press.issue_fingerprint(w.text())
        of = w.event.pk if pk == "event" else w.text().pk
        filled = {key: value.format(seen=seen, pk=w.text().pk) for key, value in form.items()}
        client.post(reverse(f"admin:offences_{name}", args=[of]), filled)

    return way


def by_issuing(w):
    press.issue(w.text(), by=w.approver, now=NOW)


ISSUES = [
    by_issuing,
    approver_posts("pressrelease_sign", "text", issue="{seen}"),
    approver_posts("campaignevent_texts", "event", issue="", ready="{pk}:{seen}"),
    lambda w: by_command(w, ""),
]


@pytest.mark.drill
def test_what_no_text_may_have_leaves_by_no_way_even_with_every_signature(w, monkeypatch):
    w.sign_all()
    left = []
    for rule in (nothing, *OF_TEXTS):
        with monkeypatch.context() as w.patch, transaction.atomic():
            rule(w)
            for number, way in enumerate(ISSUES):
                with transaction.atomic():
                    if issued(w, way):
                        left.append((rule.__name__, number))
                    transaction.set_rollback(True)
            transaction.set_rollback(True)
    assert left == [("nothing", 0), ("nothing", 1), ("nothing", 2)]
