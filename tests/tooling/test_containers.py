"""deploy/Containerfile and compose.yaml: the image is made, and started as they say."""

import json
import os
import re
import resource
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.request import urlopen

import pytest
import yaml

from tests.machines.servers import TOKEN, Running, free_port, until_logged
from tests.programs import DEPLOY, run_to_its_end

ROOT = DEPLOY.parent
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
LINES = (DEPLOY / "Containerfile").read_text().replace("\\\n", "").splitlines()
BASES = [line.split()[1] for line in LINES if line.startswith("FROM ")]
SITE = {
    "SECRET_KEY": TOKEN,
    "ALLOWED_HOSTS": "localhost",
    "HTTPS_ONLY": "0",
    "DJANGO_SUPERUSER_PASSWORD": "a long password of nobody's",
}


def command_of(service: str) -> str:
    shell, option, command = COMPOSE[service]["command"]
    assert (shell, option) == ("sh", "-c")
    return command


# ---- what compose.yaml says ----------------------------------------------------------------------


def test_containers_that_run_on_come_back_after_the_machine_does():
    assert {name for name, each in COMPOSE.items() if each["restart"] == "always"} == {*COMPOSE}
    assert {*COMPOSE} == {"database", "web", "worker"}
    assert COMPOSE["web"]["image"] == COMPOSE["worker"]["image"] == "offences"
    assert COMPOSE["web"]["build"] == {"context": "..", "dockerfile": "deploy/Containerfile"}


def test_a_container_depends_on_none_that_ends():
    """Podman starts what a container depends on, and fails where that has ended already."""
    for each in COMPOSE.values():
        assert {*each.get("depends_on", {})} <= {"database"}


def test_images_of_others_are_named_with_their_registry():
    """Podman asks which registry is meant, and Debian's knows no answer for all of them."""
    assert all(each.startswith("docker.io/library/") for each in (*BASES, _image("database")))


def _image(service: str) -> str:
    return COMPOSE[service]["image"]


def test_checks_of_health_are_words_that_no_shell_reads_otherwise():
    """podman-compose writes them into a line for a shell and loses their quotes."""
    tests = [each["healthcheck"]["test"] for each in COMPOSE.values() if "healthcheck" in each]
    assert len(tests) == 2
    for kind, *words in tests:
        assert kind == "CMD" and all(re.fullmatch(r"[\w./-]+", each) for each in words)


# ---- without a builder ---------------------------------------------------------------------------


def copy_as_the_image_does(place: Path) -> None:
    """Put those files into a folder that the image has, and the packages of this machine."""
    for line in LINES[LINES.index("WORKDIR /app") :]:
        if not line.startswith("COPY ") or "--from" in line:
            continue
        *files, to = line.split()[1:]
        for each in files:
            file, copy = ROOT / each, place / to
            if file.is_dir():
                shutil.copytree(file, copy, ignore=shutil.ignore_patterns("__pycache__"))
                continue
            copy = copy / file.name if to.endswith("/") else copy
            copy.parent.mkdir(exist_ok=True)
            shutil.copy(file, copy)
    (place / "node_modules").symlink_to(ROOT / "node_modules")


@pytest.mark.drill
def test_the_image_has_all_that_it_is_made_of_and_that_its_commands_need(tmp_path):
    """Without a builder: its steps and commands are taken in a folder with its files alone."""
    app, data, port = tmp_path / "app", tmp_path / "data", free_port()
    app.mkdir()
    copy_as_the_image_does(app)
    bare = {"PATH": f"{ROOT / '.venv' / 'bin'}:/usr/bin:/bin"}
    (collecting,) = [line for line in LINES if "collectstatic" in line]
    command = re.search(r"SECRET_KEY=.*(?= && chown)", collecting)[0]
    run_to_its_end("sh", "-ec", command, cwd=app, env=bare, check=True)
    assert (app / "var" / "static" / "staticfiles.json").exists()
    assert list((app / "var" / "typefaces").rglob("*.ttf"))

    (of_image,) = [line.split()[1:] for line in LINES if line.startswith("ENV ")]
    environment = bare | dict(each.split("=") for each in of_image) | SITE
    environment |= {
        "DATABASE_URL": f"sqlite:///{data}/db.sqlite3",
        "MEDIA_ROOT": f"{data}/media",
        "BIND": f"127.0.0.1:{port}",
    }
    data.mkdir()
    log = tmp_path / "log"
    web = Running("sh", "-c", command_of("web"), environment=environment, log=log, folder=app)
    try:
        _, *health = COMPOSE["web"]["healthcheck"]["test"]
        runs = {"cwd": app, "env": environment, "capture_output": True}
        asked = partial(subprocess.run, health, **runs)
        until_logged(lambda: asked().returncode == 0, "the site", log)
        command = f"{command_of('worker')} --batch"
        worker = Running("sh", "-c", command, environment=environment, log=log, folder=app)
        try:
            assert worker.process.wait() == 0, log.read_text()
        finally:
            worker.kill()
    finally:
        web.kill()


# ---- with one ------------------------------------------------------------------------------------


def builder() -> str:
    """The program that builds images here and has those that ours begins with; else skipped."""
    for name in ("buildah", "podman", "docker"):
        if shutil.which(name) and all(_has(name, each) for each in BASES):
            return name
    pytest.skip("no builder of images is here that has the two base images")


def _has(name: str, image: str) -> bool:
    asked = [name, "inspect", "--type", "image", image]
    return subprocess.run(asked, capture_output=True).returncode == 0


def limits() -> list[str]:
    """Those of this machine: buildah asks for higher ones, which not every place gives."""
    of = {"nofile": resource.RLIMIT_NOFILE, "nproc": resource.RLIMIT_NPROC}
    highest = {name: resource.getrlimit(each)[1] for name, each in of.items()}
    return [word for name, n in highest.items() for word in ("--ulimit", f"{name}={n}:{n}")]


@contextmanager
def built(name: str) -> Iterator[str]:
    """The name of our image, which is removed afterwards."""
    tag = f"offences-test-{uuid.uuid4().hex[:8]}"
    alone = ["--isolation", "chroot", *limits()] if name == "buildah" else []
    command = [name, "build", *alone, "--tag", tag, "--file", "deploy/Containerfile", "."]
    try:
        subprocess.run(command, cwd=ROOT, check=True)
        yield tag
    finally:
        subprocess.run([name, "rmi", "--force", tag], capture_output=True)


@contextmanager
def container(name: str, image: str, command: str, environment: dict[str, str], log: Path):
    """A container of this image that runs a line of the shell, on the network of this machine."""
    given = [f"--env={key}={value}" for key, value in environment.items()]
    if name == "buildah":
        subprocess.run([name, "from", *limits(), "--name", image, image], check=True)
        begin = [name, "run", "--isolation", "chroot", *given, image, "--"]
    else:
        begin = [name, "run", "--rm", "--init", "--network", "host", "--name", image]
        begin += [*given, image]
    running = Running(*begin, "sh", "-c", command, environment=dict(os.environ), log=log)
    try:
        yield
    finally:
        running.kill()
        subprocess.run([name, "rm", "--force", image], capture_output=True)


@pytest.mark.drill
def test_the_image_is_built_and_serves_as_its_own_user_with_a_backup_of_what_it_has(tmp_path):
    name, port = builder(), free_port()
    account = "createsuperuser --noinput --username first --email first@example.org"
    steps = [
        "id -un && ls -A",
        f"python manage.py migrate && python manage.py {account}",
        "python manage.py backup /backups/one.backup",
        command_of("web"),
    ]
    environment = SITE | {
        "DATABASE_URL": "sqlite:////data/db.sqlite3",
        "BACKUP_DIRECTORY": "/backups",
        "BIND": f"127.0.0.1:{port}",
    }
    log = tmp_path / "log"
    with built(name) as image, container(name, image, " && ".join(steps), environment, log):
        asked = f"http://127.0.0.1:{port}/healthz"
        until_logged(lambda: _answer(asked), "the site", log)
        ready = json.loads(_answer(f"http://127.0.0.1:{port}/readyz"))
        assert {ready[each] for each in ("database", "documents", "static files")} == {"ok"}
    user, *listed = log.read_text().splitlines()
    assert user == "offences"
    assert {"manage.py", "offences", "var"} <= {*listed}
    assert not {"tests", "docs", ".git", ".env", "requirements-dev.txt"} & {*listed}


def _answer(address: str) -> bytes:
    try:
        with urlopen(address, timeout=20) as answer:
            return answer.read()
    except OSError:
        return b""
