"""Who may open and who may send what: every address of the staff site, for everybody.

The pages of a table follow `offences.roles`; any other new address fails here until `OTHERS` says
whose it is.
"""

from functools import cache

import pytest
from django.contrib import auth
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import reverse

from offences import roles
from tests import worlds
from tests.samples import is_drill
from tests.staff.addresses import PAGES, address, table_of

# d: data officer, c: checker, p: press officer, a: approver, l: data lead, n: without a role.
ALL, ROLES = "dcpaln", "dcpal"

ROLE_OF = {
    "d": roles.DATA_OFFICER,
    "c": roles.CHECKER,
    "p": roles.PRESS_OFFICER,
    "a": roles.APPROVER,
    "l": roles.DATA_LEAD,
}

# What a role may do, but on other pages than those of the table.
ELSEWHERE = {
    "charity": ("add",),  # one is there already
    "annualcount": ("add", "change"),  # in the grid of a return, and by import
    "exemption": ("add", "change", "delete"),  # on the page of its request
    "dispute": ("add",),  # on a release's page for the force
    "foiquery": ("add",),  # on the page of a reading
    "pressrelease": ("add",),  # drafted from an event
    "reading": ("add", "change"),  # made by uploading a file
    "reply": ("add", "change"),  # dropped on a round, filed on its own page
    "sentletter": ("add",),  # on the page of a round’s letters
    "senttext": ("add",),  # on the page of an event’s texts
}


def allowed(model: str, action: str) -> str:
    """The letters of the roles that may do this with a table on its own pages."""
    if action in ELSEWHERE.get(model, ()):
        return ""
    return "".join(who for who in ROLES if f"{action}_{model}" in roles.ROLES[ROLE_OF[who]])


# Of the other pages: who opens one, and whose form is taken.
OTHERS = {
    "index": (ALL, ALL),
    "people": ("l", "l"),
    "person": ("l", "l"),
    "account_step": ("l", "l"),
    "personal_data": ("l", "l"),
    "find": (ALL, ALL),
    "digest": (ALL, ALL),
    "said": (ROLES, ROLES),
    "app_list": (ROLES, ROLES),
    "autocomplete": (ROLES, ""),
    "jsi18n": (ALL, ""),
    "password_change": (ALL, ALL),
    "password_change_done": (ALL, ""),
    "view_on_site": ("", ""),  # no row of ours has a page that it stands for alone
    "offences_annualcount_import": ("d", "d"),
    "offences_annualcount_confirm": ("d", "d"),
    "offences_annualcount_work": ("d", "d"),
    "offences_campaignevent_drafting": ("p", "p"),
    "offences_campaignevent_words": (ROLES, "a"),
    "offences_campaignevent_texts": (ROLES, "p"),
    "offences_campaignevent_signatures": (ROLES, ROLES),
    "offences_campaignevent_blocks": (ROLES, ROLES),
    "offences_annualcount_source": (ROLES, ROLES),
    "offences_document_clear": ("l", "l"),
    "offences_document_damaged": ("", "d"),
    "offences_document_file": (ROLES, ROLES),
    "offences_foiround_board": (ROLES, "d"),
    "offences_foiround_letters": ("d", "d"),
    "offences_foiround_new": ("d", "d"),
    "offences_foiround_first_list": ("d", "d"),
    "offences_foiround_sending": ("d", ""),
    "offences_foiround_replies": ("d", "d"),
    "offences_foiround_reply": ("d", "d"),
    "offences_foiround_returns": ("d", "d"),
    "offences_foiround_work": ("d", "d"),
    "offences_foisubmission_upload": ("d", "d"),
    "offences_foisubmission_reading": (ROLES, "d"),
    "offences_foisubmission_work": ("d", "d"),
    "offences_foiround_forms": ("d", ""),
    "offences_foisubmission_form": ("d", ""),
    "offences_foisubmission_exemptions": (ROLES, "d"),
    "offences_foisubmission_grid": (ROLES, "d"),
    "offences_foisubmission_read": ("", ROLES),
    "offences_foisubmission_check": (ROLES, "c"),
    "offences_foisubmission_send_back": ("", "c"),
    "offences_foisubmission_hand_in": (ROLES, ROLES),
    "offences_pressrelease_send_back": ("", "a"),
    "offences_pressrelease_hand_in": (ROLES, ROLES),
    "offences_foisubmission_paper": (ROLES, ROLES),
    "offences_foisubmission_picture": (ROLES, ROLES),
    "offences_pressrelease_discard": ("p", "p"),
    "offences_pressrelease_sign": (ROLES, ROLES),
    "offences_pressrelease_check": ("", "p"),
    "offences_release_approve": (ROLES, "a"),
    "offences_release_decide_hidden": (ROLES, ROLES),
    "offences_release_hidden": (ROLES, ROLES),
    "offences_release_screening": (ROLES, "dpl"),
    "offences_release_send_back": ("", "a"),
    "offences_release_prerelease": ("dpal", "al"),
    "offences_release_preview": ("", ROLES),
    "offences_release_withdraw": ("a", "a"),
    "offences_pressrelease_word_file": (ROLES, ""),
    "offences_pressrelease_read_word": ("p", "p"),
    "offences_release_correct_figure": ("dp", "dp"),
    "offences_release_correct": (ROLES, "p"),
    "offences_release_notices": ("p", ""),
    "offences_dispute_decide": (ROLES, "al"),
    "offences_issuedtext_correct": (ROLES, "p"),
    "offences_issuedtext_send": ("p", "p"),
    "offences_issuedtext_pack": ("p", ""),
    "offences_campaignevent_send": ("p", "p"),
    "offences_campaignevent_sending": ("p", ""),
    "offences_issuedtext_corrections": (ROLES, ROLES),
    "offences_release_force": (ROLES, "dl"),
    "offences_release_forces": (ROLES, "dl"),
    "offences_release_reasons": (ROLES, "dl"),
}
OPEN = {"login", "logout"}  # for those who are not logged in, and for those who leave


def who_may(name: str) -> tuple[str, str] | None:
    """Who opens a page and whose form it takes; None where no table says."""
    if name in OTHERS:
        return OTHERS[name]
    model = table_of(name)
    if model is None:
        return None
    table = model._meta.model_name
    sees, adds, changes, removes = (
        allowed(table, action) for action in ("view", "add", "change", "delete")
    )
    both = "".join(who for who in adds if who in changes)
    return {
        "changelist": (sees, sees),
        "history": (sees, sees),
        "export": (sees, sees),
        # A list brought back from a spreadsheet adds rows and changes rows.
        "import": (both, both),
        "confirm": (both, both),
        "example": (both, both),
        "add": (adds, adds),
        "change": (sees, changes),
        "delete": (removes, removes),
    }.get(name.rpartition("_")[2])


CLOSED = sorted(PAGES.keys() - OPEN)


def test_every_address_has_its_people_in_a_table():
    assert [name for name in CLOSED if who_may(name) is None] == []
    assert OTHERS.keys() <= PAGES.keys()


def test_every_permission_of_a_role_exists(db):
    """A misspelt one would be given to nobody, in silence."""
    named = {name for names in roles.ROLES.values() for name in names}
    own = Permission.objects.filter(content_type__app_label="offences")
    assert named - set(own.values_list("codename", flat=True)) == set()


def test_a_role_has_what_its_table_says_and_no_more(db):
    for role, names in roles.ROLES.items():
        group = Group.objects.get(name=role)
        group.permissions.add(Permission.objects.get(codename="delete_user"))
        group.permissions.remove(Permission.objects.get(codename=names[0]))
        roles.apply_roles()
        assert set(group.permissions.values_list("codename", flat=True)) == set(names)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_sent_to_the_login_from_everywhere(everything, method):
    ask = getattr(Client(), method)
    login = reverse("admin:login")
    let_in = [
        name
        for name in CLOSED
        if (answer := ask(address(name, everything))).status_code != 302
        or not answer["Location"].startswith(login)
    ]
    assert let_in == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_everybody_is_let_in_where_they_have_work_and_nowhere_else(
    everything, method, subtests, monkeypatch
):
    # Whether somebody is let in is decided before a page is drawn; test_costs draws every page.
    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", "")
    w = everything
    people = {"d": w.officer, "c": w.checker, "p": w.press, "a": w.approver, "l": w.lead}
    people["n"] = worlds.person("Fay New")
    places = {name: address(name, w) for name in CLOSED}
    for who in ALL:
        with subtests.test(who), transaction.atomic():
            client = Client()
            client.force_login(people[who])
            # One person for all their requests, whose permissions are read once.
            monkeypatch.setattr(auth, "get_user", lambda request, who=who: people[who])
            wrong = {}
            for turn, (name, place) in enumerate(places.items()):
                if not (is_drill() or who in asks_for(name, turn, method)):
                    continue
                answer = getattr(client, method)(place)
                let_in = answer.status_code not in (403, 404, 405)
                if let_in != (who in who_may(name)[method == "post"]):
                    wrong[name] = answer.status_code
            transaction.set_rollback(True)  # the next has the world as it was
            assert wrong == {}


def asks_for(name: str, turn: int, method: str) -> str:
    """Who asks for a page in an ordinary run: one who may and one who may not, in turn.

    The pages of tables follow one rule: one person opens each page, or sends its form.
    """
    if name not in OTHERS:
        return ALL[turn // 2 % len(ALL)] if turn % 2 == (method == "post") else ""
    may = who_may(name)[method == "post"]
    may_not = "".join(who for who in ALL if who not in may)
    return "".join(of[turn % len(of)] for of in (may, may_not) if of)


def test_people_to_write_to_are_seen_by_those_alone_who_write_to_them(everything, subtests):
    w = everything
    kinds = ("_changelist", "_change", "_correct", *(["_export"] if is_drill() else []))
    tables = [n for n in CLOSED if n.endswith(kinds)]
    places = [address(name, w) for name in [*tables, "index", "offences_issuedtext_corrections"]]
    writes = {
        "foi@example.org": {w.officer: True, w.lead: True},
        "news@example.org": {w.press: True},
    }
    # A data lead sees what an officer does here, an approver what a checker does. A checker sees
    # neither; each of the others is looked at for the address that they write to.
    for person in (w.officer, w.checker, w.press, *((w.approver, w.lead) if is_drill() else ())):
        client = Client()
        client.force_login(person)
        read = cache(lambda place, client=client: client.get(place).content.decode())
        for contact, of in writes.items():
            sees = of.get(person, False)
            if not (sees or person == w.checker or is_drill()):
                continue
            with subtests.test(f"{person}: {contact}"):
                assert any(contact in read(place) for place in places) == sees


def test_somebody_logged_in_who_is_not_staff_is_a_stranger(everything):
    w = everything
    w.press.is_staff = False
    w.press.save()
    client = Client()
    client.force_login(w.press)
    for name in ("index", "offences_foisubmission_grid", "offences_pressrelease_change"):
        assert client.get(address(name, w)).status_code == 302, name
