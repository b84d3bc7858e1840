"""The practice year: made up, says so everywhere, and is shut off from everything real."""

import csv
import datetime as dt
import io
import random
import re

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from config import environment
from offences.management.practice_year.names import MOST, places
from offences.models import (
    AnnualCount,
    CampaignEvent,
    FoiEvent,
    FoiRound,
    Force,
    MediaContact,
    PracticeYear,
    Release,
    ReleasedFigure,
    folded,
)
from offences.rounds.board import BoardState, board_of
from offences.views.areas import areas_of
from tests import rows, worlds
from tests.practice.test_inbox import fingerprints
from tests.practice.worlds import NOW, TODAY, PracticeTest, load, practice
from tests.public.reading import faults_of
from tests.public.sweep import FILES, addresses
from tests.samples import some

SAYS = "Every force, figure, person and newsroom here is made up."
MOST_OF_BOARD, MOST_OF_TODAY = 8, 12  # queries, three of them for the session and the account


def contents() -> dict[str, list]:
    """What a practice year says, without the keys of its rows."""
    counts = AnnualCount.objects.current().order_by(
        "submission__force__slug", "submission__round__number", "category", "year"
    )
    figures = ReleasedFigure.objects.order_by(
        "release__number", "body", "year", "breakdown", "category"
    )
    events = FoiEvent.objects.order_by("submission__force__slug", "on", "kind", "submission__round")
    return {
        "counts": [
            *counts.values_list(
                "submission__force__slug", "submission__round__slug", "category__slug", "year",
                "as_written", "recorded_at",
            )
        ],
        "figures": [*figures.values_list("body", "year", "breakdown", "category", "low", "state")],
        "events": [*events.values_list("submission__force__slug", "kind", "on", "section")],
        "newsrooms": [*MediaContact.objects.order_by("outlet").values_list("outlet", "email")],
    }  # fmt: skip


class TestPracticeYear(PracticeTest):
    def staff(self, login: str = "data-officer") -> Client:
        client = Client()
        client.force_login(User.objects.get(username=login))
        return client

    def test_it_has_five_past_rounds_that_were_checked_and_released_and_one_that_runs(self):
        assert FoiRound.objects.count() == 6
        for round_ in FoiRound.objects.exclude(pk=self.round.pk):
            release = Release.objects.get(last_round=round_)
            assert release.approved_by != release.prepared_by
            assert release.public_at < NOW
            entered = round_.submissions.filter(entered_at__isnull=False)
            assert entered.count() >= 10
            assert not entered.filter(checked_at__isnull=True).exists()
        assert not Release.objects.filter(last_round=self.round).exists()

    def test_its_counts_have_breakdowns_and_their_source(self):
        current = AnnualCount.objects.current()
        kinds = {*current.values_list("category__breakdown__kind", flat=True)}
        assert kinds == {"total", "offence", "age", "sex", "platform"}
        assert not current.filter(document=None).exists()

    def test_the_next_event_is_in_twelve_days_and_has_no_figures_yet(self):
        event = CampaignEvent.objects.order_by("-embargo_at").first()
        assert event.embargo_at.astimezone().date() - TODAY == dt.timedelta(days=12)
        assert event.release is None

    def test_every_state_of_the_board_has_a_force(self):
        assert {*board_of(self.round, TODAY).counts} == {*BoardState}

    def test_no_name_is_that_of_a_real_force_or_county(self):
        path = settings.BASE_DIR / "offences" / "reference" / "forces.csv"
        with path.open(encoding="utf-8", newline="") as file:
            real = {
                folded(name)
                for row in csv.DictReader(file)
                for name in (row["name"], row["area"], row["slug"], *row["spellings"].split("; "))
            }
        for force in Force.objects.all():
            assert not real & {folded(force.name), folded(force.area), force.slug}
            assert not any(county in force.area for county in COUNTIES)
            assert force.foi_email.endswith(".example")
        assert {*Force.objects.values_list("nation", flat=True)} == {"Halmerra"}
        assert all(room.email.endswith(".example") for room in MediaContact.objects.all())

    def test_every_public_page_opens_says_that_it_is_made_up_and_has_no_fault(self):
        found = {}
        for address in addresses(self.parts()):
            answer = self.client.get(address)
            assert answer.status_code == 200, address
            if re.search(r"\.\w+$|^/api/v1/\w", address):
                continue
            page = answer.content.decode()
            assert SAYS in page, address
            found[address] = faults_of(page)
        assert {address: faults for address, faults in found.items() if faults} == {}
        assert SAYS in self.client.get("/no-such-page/").content.decode()

    def parts(self) -> dict[str, list[str]]:
        """Examples of the parts of each public address."""
        measure, last = "online-offences", Release.objects.order_by("-number").first()
        forces = some([force.slug for force in Force.objects.all()], 6)
        event = CampaignEvent.objects.order_by("embargo_at").first()
        text = f"{event.slug} {event.issued.filter(body_kind='force').first().body}"
        return {
            "force": forces,
            "force_feed": forces[:1],
            "force_measure": (),  # there is one measure
            "force_csv": [f"{forces[0]} {measure}"],
            "area": [area.slug for area in areas_of(list(Force.objects.all()))],
            "area_measure": (),
            "chart_picture": [f"{forces[0]} {measure} chart.svg"],
            "pinned_picture": [f"{measure} {last.number} {forces[0]} chart.svg"],
            "embed": forces[:2],
            "embed_measure": [f"{forces[0]} {measure}"],
            "pinned_embed": [f"{forces[0]} {measure} {last.number}"],
            "area_chart_picture": (),
            "area_pinned_picture": (),
            "area_embed_measure": (),
            "area_pinned_embed": (),
            "all_chart_picture": [f"{measure} chart.svg"],
            "all_pinned_picture": [f"{measure} {last.number} chart.svg"],
            "all_embed_measure": [f"{measure}"],
            "all_pinned_embed": [f"{measure} {last.number}"],
            "measure": [measure],
            "responses": [round_.slug for round_ in FoiRound.objects.exclude(pk=self.round.pk)],
            "release": [f"{measure} {n}" for n in range(1, last.number + 1)],
            "release_changes": [f"{measure} {n}" for n in range(1, last.number + 1)],
            "release_csv": [f"{measure} {last.number}"],
            "release_xlsx": [f"{measure} {last.number}"],
            "release_file": [f"{measure} {last.number} {name}" for name in FILES],
            "data_of": [measure],
            "pinned_force": [f"{measure} {last.number} {forces[0]}"],
            "pinned_csv": [f"{measure} {last.number} {forces[0]}"],
            "press_event": [event.slug],
            "press_text": [text, f"{event.slug} national"],
            "press_figures": [text],
            "press_txt": [text],
            "press_docx": [text],
        }

    def test_every_file_says_that_it_is_made_up_in_its_name_and_inside(self):
        last = Release.objects.order_by("-number").first().number
        table = self.client.get(reverse("release_csv", args=["online-offences", last]))
        assert 'filename="practice-' in table["Content-Disposition"]
        lines = [*csv.DictReader(io.StringIO(table.content.decode("utf-8-sig")))]
        assert lines and all("made up for practice" in line["measure"] for line in lines)
        force = Force.objects.first().slug
        picture = [force, "online-offences", "chart.svg"]
        drawn = self.client.get(reverse("chart_picture", args=picture))
        assert SAYS in drawn.content.decode()
        assert 'filename="practice-' in drawn["Content-Disposition"]
        book = self.client.get(reverse("release_xlsx", args=["online-offences", last]))
        assert 'filename="practice-' in book["Content-Disposition"]
        cover = load_workbook(io.BytesIO(book.content))["Cover"]
        assert any(SAYS in str(cell.value) for row in cover for cell in row)
        form = self.staff().get(
            reverse("admin:offences_foisubmission_form", args=[self.round.submissions.first().pk])
        )
        assert 'filename="practice-' in form["Content-Disposition"]

    def test_every_page_of_staff_says_it_within_the_queries_that_it_has(self):
        client = self.staff()
        board = reverse("admin:offences_foiround_board", args=[self.round.pk])
        most = {board: MOST_OF_BOARD, reverse("admin:index"): MOST_OF_TODAY}
        client.get(board)  # some things are asked once in a process
        for address, number in most.items():
            with CaptureQueriesContext(connection) as asked:
                page = client.get(address).content.decode()
            assert SAYS in page
            assert len(asked) <= number, address
        assert SAYS in Client().get(reverse("account_login")).content.decode()

    def test_the_demonstration_is_refused_even_when_told_to_be_added(self):
        before = rows.taken()
        with pytest.raises(CommandError, match="practice year, in which everything is made up"):
            call_command("demo", add_to_this_database=True, stdout=io.StringIO())
        assert rows.taken() == before

    def test_another_practice_year_is_refused_and_the_same_changes_nothing(self):
        before = rows.taken()
        with pytest.raises(CommandError, match=r"of seed 1 and scale 0\.4, so nothing was changed"):
            load(seed=2)
        load(seed=1)
        assert rows.taken() == before

    def test_no_real_force_is_added_to_it(self):
        real = Force(slug="northshire", name="Northshire Police", nation="England", area="North")
        with pytest.raises(ValidationError, match="Real work needs a database of its own"):
            real.full_clean()

    def test_its_forces_can_be_edited(self):
        force = Force.objects.first()
        force.website = "https://police.example/"
        force.full_clean()


COUNTIES = (
    *("Avon", "Bedford", "Berk", "Buckingham", "Cambridge", "Ches", "Cleveland", "Cornwall"),
    *("Cumbria", "Derby", "Devon", "Dorset", "Durham", "Dyfed", "Essex", "Glouc", "Gwent"),
    *("Hamp", "Hert", "Humber", "Kent", "Lanca", "Leicester", "Lincoln", "London", "Mersey"),
    *("Norfolk", "Northampton", "Northumb", "Nottingham", "Oxford", "Powys", "Rutland"),
    *("Shrop", "Somerset", "Stafford", "Suffolk", "Surrey", "Sussex", "Thames", "Warwick"),
    *("Wilt", "Worcester", "York", "Belfast", "Cardiff", "Swansea"),
)


@pytest.mark.drill
@pytest.mark.django_db
def test_the_same_seed_makes_the_same_year():
    first_inbox = practice()
    first = contents()
    rows.put(rows.migrated())
    inbox = load(seed=1)
    assert contents() == first
    assert fingerprints(inbox) == fingerprints(first_inbox)


def test_another_seed_makes_another_country():
    one, two = ([*places(random.Random(f"{seed} forces"))] for seed in (1, 2))
    assert one[:44] != two[:44]
    assert len(one) == len({*one}) == MOST >= 4400  # enough for the largest scale


@pytest.mark.django_db
@pytest.mark.parametrize("held", ["a force", "an account", "the demonstration"])
def test_a_database_that_holds_anything_is_refused(held):
    if held == "a force":
        worlds.force("Northshire")
    elif held == "an account":
        worlds.person("Ann Lee", "Data officer")
    else:
        worlds.demo()
    before = rows.taken()
    with pytest.raises(CommandError, match=r"This database holds .*nothing was loaded"):
        load()
    assert rows.taken() == before


@pytest.mark.django_db
def test_a_made_up_nation_is_refused_elsewhere():
    force = worlds.force("Northshire")
    force.nation = "Halmerra"
    with pytest.raises(ValidationError, match="made up, for the practice year alone"):
        force.full_clean()


@pytest.mark.django_db
@pytest.mark.parametrize("is_practice", [False, True])
def test_the_made_up_nation_is_offered_in_a_practice_year_alone(client, is_practice):
    force = worlds.force("Northshire")
    client.force_login(worlds.person("Ann Lee", "Data officer"))
    if is_practice:
        PracticeYear.objects.create(seed=1, scale=1, today=TODAY)
    pages = ["offences_force_changelist", "offences_force_add"]
    addresses = [reverse(f"admin:{page}") for page in pages]
    addresses.append(reverse("admin:offences_force_change", args=[force.pk]))
    shown = ["Halmerra" in client.get(address).content.decode() for address in addresses]
    assert shown == [False, is_practice, is_practice]
    assert "UK-wide" in client.get(addresses[1]).content.decode()


@pytest.mark.django_db
def test_a_page_of_anything_else_does_not_say_that_it_is_made_up(client):
    assert "is made up" not in client.get("/").content.decode()
    assert not PracticeYear.objects.exists()


@pytest.mark.parametrize("wrong", [{"scale": 0}, {"scale": 101}, {"seed": -1}])
@pytest.mark.django_db
def test_a_scale_or_seed_that_makes_nothing_is_refused(wrong):
    with pytest.raises(CommandError, match="Give a seed from 0"):
        call_command("practice", **wrong)


def set_mail_server(settings, monkeypatch):
    server = {"BACKEND": "offences.mail.OurMail", "OPTIONS": {"host": "mail.example.org"}}
    settings.MAILERS = {"default": server}


def set_backup_directory(settings, monkeypatch):
    settings.BACKUP_DIRECTORY = "/srv/backups"


def set_bucket(settings, monkeypatch):
    monkeypatch.setenv("STORAGE_URL", "s3://key:secret@s3.example.org/documents")
    settings.STORAGES = settings.STORAGES | {"default": environment.documents()}


def set_error_reports(settings, monkeypatch):
    settings.SENTRY_DSN = "https://key@errors.example.org/1"


def set_shared_memory(settings, monkeypatch):
    settings.CACHE_URL = "redis://cache.example.org:6379/0"


def set_replica(settings, monkeypatch):
    monkeypatch.setitem(settings.DATABASES, "replica", settings.DATABASES["default"])


REAL = {
    "EMAIL_URL": set_mail_server,
    "STORAGE_URL": set_bucket,
    "SENTRY_DSN": set_error_reports,
    "BACKUP_DIRECTORY": set_backup_directory,
    "CACHE_URL": set_shared_memory,
    "DATABASE_REPLICA_URL": set_replica,
}


@pytest.mark.parametrize("real", REAL)
@pytest.mark.django_db
def test_a_site_with_a_setting_of_a_real_one_is_not_made_a_practice_year(
    settings, monkeypatch, real
):
    REAL[real](settings, monkeypatch)
    with pytest.raises(
        CommandError, match=f"these settings have {real}, so this may be a real site"
    ) as refused:
        load()
    assert f"places of its own, and {real} to nothing: docs/operate.md" in str(refused.value)
    assert not PracticeYear.objects.exists() and not User.objects.exists()


@pytest.mark.django_db
def test_all_settings_of_a_real_site_are_named_at_once_and_the_page_empties_each(
    settings, monkeypatch
):
    for set_one in REAL.values():
        set_one(settings, monkeypatch)
    *all_but_last, last = REAL
    with pytest.raises(CommandError, match=f"have {', '.join(all_but_last)} and {last}, so this"):
        load()
    page = (settings.BASE_DIR / "docs" / "operate.md").read_text()
    exported = " ".join(re.findall(r"^export (.*)$", page, re.MULTILINE)).split()
    assert {f"{name}=" for name in REAL} <= {*exported}


@pytest.mark.parametrize("command", ["practice", "demo"])
@pytest.mark.parametrize("way_out", ["EMAIL_URL", "STORAGE_URL", "SENTRY_DSN"])
@pytest.mark.django_db
def test_on_ones_own_machine_too_nothing_that_is_loaded_could_leave_it(
    settings, monkeypatch, way_out, command
):
    settings.DEBUG = True
    REAL[way_out](settings, monkeypatch)
    with pytest.raises(CommandError, match=f"have {way_out}, .* Set {way_out} to nothing"):
        call_command(command)
    assert not User.objects.exists()


@pytest.mark.django_db
def test_on_ones_own_machine_a_practice_year_may_have_a_place_for_backups(settings):
    settings.DEBUG, settings.BACKUP_DIRECTORY = True, "/srv/backups"
    with pytest.raises(CommandError, match="This database holds 1 force"):
        worlds.force("Northshire")
        load()
