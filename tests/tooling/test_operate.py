"""docs/operate.md and deploy/ say what is there; their commands are run, as far as a test can."""

import configparser
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import get_commands
from django.urls import reverse

from offences.models import Force, ForceSpelling
from tests import worlds
from tests.programs import run_to_its_end

ROOT = Path(settings.BASE_DIR)
DEPLOY = ROOT / "deploy"
PAGE = (ROOT / "docs" / "operate.md").read_text()
COMMANDS = [
    line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()
]
OURS = [line for line in COMMANDS if "manage.py" in line and "compose" not in line]
NAMES = {
    line.partition("=")[0].lstrip("# ")
    for line in (ROOT / ".env.example").read_text().splitlines()
    if re.match(r"[A-Z_]+=", line)
}


def test_each_command_of_the_page_is_there():
    named = {re.search(r"manage\.py (\w+)", line)[1] for line in OURS}
    named |= set(re.findall(r"`(?:\S*/)?manage\.py (\w+)", PAGE))
    assert len(named) > 8
    assert named <= get_commands().keys()
    files = {each for line in COMMANDS for each in re.findall(r"deploy/\w[\w.-]+", line)}
    assert all(
        (ROOT / each).exists() for each in files | set(re.findall(r"deploy/\w[\w.-]+\b", PAGE))
    )


def test_each_alarm_that_a_page_of_the_site_names_has_its_part():
    pages = [(ROOT / "templates" / name).read_text() for name in ("503.html", "403_csrf.html")]
    named = [each for page in pages for each in re.findall(r"docs/operate\.md, “([^”]+)”", page)]
    assert len(named) == 5
    assert all(f"### {name}\n" in PAGE for name in named)


def test_settings_of_deploy_are_settings_that_there_are():
    written = [line for line in (DEPLOY / "offences.env").read_text().splitlines() if "=" in line]
    assert {line.partition("=")[0] for line in written} <= NAMES
    compose = (DEPLOY / "compose.yaml").read_text()
    block = compose.partition("&settings\n")[2].partition("depends_on")[0]
    assert set(re.findall(r"^ +([A-Z_]+):", block, re.MULTILINE)) - {"BIND"} <= NAMES


def test_containers_get_every_setting_that_is_written():
    compose = (DEPLOY / "compose.yaml").read_text()
    assert compose.count("env_file: .env\n    environment: ") == compose.count("settings\n") == 2
    named = compose.partition("&settings\n")[2].partition("depends_on")[0]
    assert "MEDIA_ROOT: /data/media" in named  # the file's own is a place of another machine


def test_the_settings_are_read_by_a_shell_when_filled_in_as_the_example_says(tmp_path):
    example = (ROOT / ".env.example").read_text()
    sender = re.search(r"forces answer to, in quotes: (\S.*\S)\.\n", example)[1]
    filled = (DEPLOY / "offences.env").read_text().replace("EMAIL_FROM=", f"EMAIL_FROM={sender}")
    (tmp_path / "offences.env").write_text(filled)
    shell = ["sh", "-ec", f'. {tmp_path}/offences.env; printf %s "$EMAIL_FROM"']
    read = subprocess.run(shell, capture_output=True, text=True, check=True)
    assert read.stdout == "Research team <foi@example.org>"


def test_no_command_of_the_page_gives_a_key_as_a_word_that_everybody_sees_in_a_list_of_processes():
    """In front of a command it is in the environment, which its own user alone can read."""
    given = re.findall(r"(?:-e|--env)[ =][A-Z_]+=\S*", PAGE)
    assert given == []
    assert "BACKUP_KEY=$key python manage.py restore" in PAGE


def test_a_pair_of_keys_is_made_before_there_are_settings(tmp_path):
    command = [sys.executable, "manage.py", "backup", "--new-key"]
    # What Python compiled is no setting: to compile all of it anew costs more than the command.
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPYCACHEPREFIX")}
    bare = kept | {"DATABASE_URL": f"sqlite:///{tmp_path / 'none.sqlite3'}"}
    made = subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True)
    assert "BACKUP_KEY=age1" in made.stdout, made.stderr
    assert "its secret key is FILES_KEY on the server" in made.stdout
    assert not list(tmp_path.iterdir())  # no database, either


@pytest.mark.parametrize(
    ("lines", "before"),
    [
        ("first\nsecond\nthird\n", "second"),
        ("first\nsecond\nsecond\n", "first"),  # a step was repeated after an error
        ("only\n", ""),  # restored on a new machine: the page says where to look
    ],
)
def test_the_way_back_never_leads_to_the_version_that_runs(tmp_path, lines, before):
    installed = tmp_path / "installed"
    installed.write_text(lines)
    (command,) = [line for line in COMMANDS if line.startswith("V=$(")]
    line = command.replace("/srv/offences/var/installed", str(installed))
    asked = subprocess.run(["sh", "-c", f"{line}; echo $V"], capture_output=True, text=True)
    assert asked.stdout == f"{before}\n"


def test_each_command_for_the_files_of_a_version_is_of_the_one_that_was_chosen():
    assert [line.strip() for line in COMMANDS].count("V=HEAD") == 2
    writes = [line for line in COMMANDS if "git -C /srv/source" in line and "clone" not in line]
    assert len(writes) == 3 and all("$V" in line for line in writes)


def run_line(begins, site):
    """Run the one line of the page that begins like this in a folder that is `/srv/offences`."""
    (line,) = [each for each in COMMANDS if each.startswith(begins)]
    here = line.replace("/srv/offences", str(site))
    shell = ["sh", "-ec", here]
    return subprocess.run(shell, cwd=site, check=True, capture_output=True, text=True).stdout


def write_files(site, *names):
    for name in names:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("a")


def files_in(site):
    return {str(each.relative_to(site)) for each in site.rglob("*") if each.is_file()}


def test_before_a_restore_the_folder_of_documents_is_moved_away_with_all_that_it_has(tmp_path):
    write_files(tmp_path, "var/media/documents/2026/later.txt", "var/installed")
    run_line("mv ", tmp_path)
    (moved,) = (tmp_path / "var").glob("media-2*")
    assert not (tmp_path / "var" / "media").exists()
    later = f"var/{moved.name}/documents/2026/later.txt"
    assert files_in(tmp_path) == {later, "var/installed"}
    assert not [line for line in COMMANDS if re.search(r"-delete|(?<!-)\brm .*media", line)]


def test_on_sqlite_the_whole_database_is_moved_away_before_a_restore(tmp_path):
    write_files(tmp_path, "var/db.sqlite3", "var/db.sqlite3-wal", "var/db.sqlite3-shm", "var/other")
    (line,) = re.findall(r"^`(D=.*db\.sqlite3.*)`$", PAGE, re.MULTILINE)
    here = line.replace("/srv/offences", str(tmp_path))
    subprocess.run(["sh", "-ec", here], check=True)
    (folder,) = (each.name for each in (tmp_path / "var").glob("replaced-2*"))
    moved = {f"var/{folder}/db.sqlite3{end}" for end in ("", "-wal", "-shm")}
    assert files_in(tmp_path) == moved | {"var/other"}


def test_each_version_before_the_newest_is_named_by_its_commit():
    parts = re.split(r"^## ", (ROOT / "CHANGELOG.md").read_text(), flags=re.MULTILINE)[1:]
    _, *before = [each for each in parts if not each.startswith("Unreleased")]
    assert before
    assert all(re.search(r"\n\nCommit `[0-9a-f]{8}`\.", each) for each in before)


def test_the_forces_of_the_page_can_be_uploaded_as_they_are(client, db):
    (place,) = re.findall(r"`/srv/offences/(\S+forces\.csv)`, which can be uploaded", PAGE)
    client.force_login(worlds.person("Ann Lee", "Data officer"))
    file = SimpleUploadedFile("forces.csv", (ROOT / place).read_bytes())
    shown = client.post(reverse("admin:offences_force_import"), {"file": file})
    sealed = shown.context["sealed"]
    client.post(reverse("admin:offences_force_confirm"), {"sealed": sealed})
    assert Force.objects.count() == 48 and Force.objects.exclude(foi_email="").count() > 40
    assert Force.objects.spelled("A & S").get().slug == "avon-and-somerset"
    assert ForceSpelling.objects.count() > 300


@pytest.mark.parametrize("name", ["offences-web.service", "offences-worker.service"])
def test_a_service_has_little_leave_and_starts_what_is_installed(name):
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(DEPLOY / name)
    service = unit["Service"]
    assert service["NoNewPrivileges"] == "true"
    assert service["UMask"] == "0077"
    # A database that is gone for an hour must not end the worker for good.
    assert (service["RestartSec"], unit["Unit"]["StartLimitIntervalSec"]) == ("5", "0")
    assert "/srv/backups" in service["ReadWritePaths"] or "worker" not in name
    assert service["ExecStart"].startswith("/srv/offences/.venv/bin/")


def environment_of(place):
    """A site on SQLite whose data are in one folder."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DEBUG": "0",
        "SECRET_KEY": "only for this test 0123456789 abcdefghijklmnopqrstuvwxyz ABCDEF",
        "ALLOWED_HOSTS": "localhost",
        "DATABASE_URL": f"sqlite:///{place / 'db.sqlite3'}",
        "MEDIA_ROOT": str(place / "media"),
        "BACKUP_DIRECTORY": str(place),
        "HTTPS_ONLY": "0",
        "DJANGO_SUPERUSER_PASSWORD": "a long password of nobody's",
    }


@pytest.mark.drill
def test_from_nothing_to_a_served_site_and_back_from_a_backup(tmp_path):
    """The page's own commands, in its order, on SQLite: installed, served, backed up, restored."""
    var = tmp_path / "var"
    var.mkdir()
    environment = environment_of(var)
    more = {"createsuperuser": ["--noinput", "--username", "first", "--email", "first@example.org"]}
    # Of the machine, or of another database.
    skipped = ("collectstatic", "check", "typefaces", "practice")

    def run(line):
        words = line.replace("/srv/backups", str(tmp_path)).split()[1:]
        if words[1] in skipped:
            return
        command = [sys.executable, *words, *more.get(words[1], [])]
        run_to_its_end(*command, cwd=ROOT, env=environment, check=True)

    collect_static_files(environment)
    *before, restoring, listing = OURS
    assert " restore " in restoring and " verify --documents " in listing
    for line in before:
        run(line)
    with served(environment) as site:
        assert _ready(f"{site}/readyz")
    write_files(var, "media/documents/2026/later.txt")  # after the backup
    (var / "db.sqlite3").unlink()
    run_line("mv ", tmp_path)
    run(restoring)
    (moved,) = var.glob("media-2*")
    for written, here in (
        ("/srv/offences/var/media-DATE", moved),
        ("/srv/backups", tmp_path),
        (".venv/bin/python", sys.executable),
    ):
        listing = listing.replace(written, str(here))
    shell = ["sh", "-ec", listing]
    listed = subprocess.run(shell, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert listed.stdout.startswith("Only in MEDIA_ROOT: documents/2026/later.txt\n")
    asked = [sys.executable, "manage.py", "createsuperuser", *more["createsuperuser"]]
    again = subprocess.run(asked, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert "already taken" in again.stderr  # the first account is back


@contextmanager
def served(environment, **more):
    """The site by gunicorn as deploy/ has it, with one process, on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "config.wsgi"],
        cwd=ROOT,
        env=environment | {"BIND": f"127.0.0.1:{port}", "WEB_CONCURRENCY": "1"},
        **more,
    )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


@pytest.mark.drill
def test_a_site_and_its_worker_are_watched_by_their_numbers_and_their_lines(tmp_path):
    """A task waits in the numbers until the worker has done it; both write lines of JSON alone."""
    environment = environment_of(tmp_path) | {"JSON_LOGS": "1"}

    def manage(*words, **more):
        command = [sys.executable, "manage.py", *words]
        return run_to_its_end(*command, cwd=ROOT, env=environment, check=True, **more)

    collect_static_files(environment)
    manage("migrate", "--verbosity=0")
    manage("shell", "-c", "from offences import tasks; tasks.send_digests.enqueue()")
    web, worker = tmp_path / "web.log", tmp_path / "worker.log"
    with web.open("w") as lines, served(environment, stdout=lines) as site:
        assert _ready(f"{site}/readyz")
        assert int(_numbers(site)["offences_tasks_waiting"]) >= 1
        with worker.open("w") as lines:
            command = "db_worker", "--no-reload", "--batch", "--no-startup-delay"
            manage(*command, stdout=lines)
        numbers = _numbers(site)
        assert (numbers["offences_tasks_failed"], numbers["offences_ready"]) == ("0", "1.0")
        assert _status(f"{site}/robots.txt?q=cas%40example.org", Host="localhost") == 200
        counted = {name: n for name, n in _numbers(site).items() if "_count" in name}
        assert counted['offences_requests_seconds_count{status="2xx",view="robots"}'] == "1.0"
        proxied = {"Host": "localhost", "X-Forwarded-For": "192.0.2.1"}
        assert _status(f"{site}/metrics", **proxied) != 200  # 404, where its page has its files
    of_pages = [json.loads(line) for line in web.read_text().splitlines()]
    assert ("/robots.txt", 200) in [(each.get("route"), each.get("status")) for each in of_pages]
    assert "example.org" not in web.read_text()
    of_tasks = [json.loads(line) for line in worker.read_text().splitlines()]
    assert "send_digests" in [each.get("task") for each in of_tasks]


def collect_static_files(environment):
    """Once for this directory: it takes a minute, and without them no site is ready."""
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        command = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"]
        run_to_its_end(*command, cwd=ROOT, env=environment, check=True)


def _status(address, **headers):
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


def _numbers(site):
    with urllib.request.urlopen(f"{site}/metrics") as answer:
        lines = answer.read().decode().splitlines()
    return dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))


def _ready(address):
    for _ in range(100):
        try:
            with urllib.request.urlopen(address) as answer:
                return answer.status == 200
        except OSError:
            time.sleep(0.2)
    return False
