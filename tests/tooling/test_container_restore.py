"""The page's lines for containers, from a backup to a restore, run where there are none.

Another `podman` takes them: what is to run in our image runs in a place that has the image's files
as /app and folders of this test as its volumes; what is to run in that of PostgreSQL asks one that
was started here.
"""

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from types import SimpleNamespace

import pytest

from offences.backups import new_keys
from tests.machines.servers import TOKEN, ask, postgresql
from tests.programs import run_to_its_end
from tests.tooling.test_containers import copy_as_the_image_does
from tests.tooling.test_operate import PAGE

pytestmark = pytest.mark.drill

(RESTORING,) = re.findall(r"```sh\n(podman compose stop .*?)```", PAGE, re.DOTALL)
COPYING = "podman compose exec -T worker tar -c -C /backups . | tar -x"
IN_A_SHELL = ("read -rs key", "BACKUP_KEY=$key python manage.py restore /backups/FILE", "exit")

# Who is not root becomes root in a place of their own.
APART = "unshare --mount" if os.geteuid() == 0 else "unshare --user --map-root-user --mount"
PODMAN = """\
    #!/bin/sh
    echo "$*" >> {place}/asked
    [ "$1" = compose ] && shift
    case "$*" in
        "stop web worker" | "up -d") exit ;;
        "exec -T database "*) shift 3; exec "$@" ;;
        "exec -T worker "*) shift 3 ;;
        "run --rm --no-deps web "*) shift 4 ;;
        *) exit 9 ;;
    esac
    exec {apart} sh {place}/enter "$@"
"""
# All of this machine is there, and /app, /data and /backups besides.
ENTER = """\
    for each in /*; do
        if [ -L "$each" ]; then cp -P "$each" {place}/inside/
        elif [ -d "$each" ]; then mkdir -p "{place}/inside$each" &&
            mount --rbind "$each" "{place}/inside$each"; fi
    done
    for each in app data backups; do
        mkdir -p {place}/inside/$each && mount --bind {place}/$each {place}/inside/$each
    done
    exec chroot {place}/inside sh -c 'cd /app && exec "$@"' sh "$@"
"""
STORING = """\
    from django.core.files.base import ContentFile
    from offences.models import Document
    row = Document(kind="return", title="answer.txt", sha256="a" * 64)
    row.file.save("answer.txt", ContentFile(b"68 offences"))
"""


@pytest.fixture
def compose(tmp_path):
    """A machine with our image, the volumes of its containers and the settings in .env."""
    for name in ("root", "app", "data", "backups", "bin", "copied"):
        (tmp_path / name).mkdir()
    copy_as_the_image_does(tmp_path / "app")
    (tmp_path / "app" / "var").mkdir(exist_ok=True)
    for name, text in (("bin/podman", PODMAN), ("enter", ENTER)):
        given = {"place": tmp_path, "apart": APART}
        (tmp_path / name).write_text(textwrap.dedent(text).format(**given))
    (tmp_path / "bin" / "podman").chmod(0o700)
    with postgresql() as primary:
        ask(primary.address, "CREATE ROLE offences SUPERUSER LOGIN")
        ask(primary.address, "CREATE DATABASE offences OWNER offences")
        host = re.search(r"host=([^&]+)", primary.address)[1]
        of_server = Path(primary.postgres.__file__).parent / "pginstall" / "bin"
        programs = (tmp_path / "bin", Path(sys.executable).parent, of_server)
        environment = {
            "PATH": ":".join(map(str, (*programs, "/usr/sbin:/usr/bin:/sbin:/bin"))),
            "PGHOST": host.replace("%2F", "/"),
            "DATABASE_URL": f"postgresql://offences@/offences?host={host}",
            "SECRET_KEY": TOKEN,
            "ALLOWED_HOSTS": "localhost",
            "MEDIA_ROOT": "/data/media",
            "BACKUP_DIRECTORY": "/backups",
            "DJANGO_SUPERUSER_PASSWORD": "a long password of nobody's",
        }

        def run(lines, **more):
            how = {"cwd": tmp_path / "copied", "env": environment | more.pop("also", {})}
            done = run_to_its_end("sh", "-ec", lines, **how, capture_output=True, text=True, **more)
            assert done.returncode == 0, f"{lines}: {done.stderr}"
            return done.stdout

        yield SimpleNamespace(run=run, place=tmp_path, address=primary.address)


def in_web(*words):
    return f"podman compose run --rm --no-deps web {' '.join(words)}"


def account(name):
    given = f"--noinput --username {name} --email {name}@example.org"
    return in_web("python manage.py createsuperuser", given)


def test_what_the_containers_lost_comes_back_by_the_lines_of_the_page(compose):
    if subprocess.run([*APART.split(), "true"], capture_output=True).returncode:
        pytest.skip("no place like that of a container can be made")
    public, secret = new_keys()
    compose.run(in_web("python manage.py migrate --verbosity 0"))
    compose.run(account("first"))
    compose.run(in_web("python manage.py shell --verbosity 0"), input=textwrap.dedent(STORING))
    backup = in_web("python manage.py backup")
    compose.run(f"{backup} /backups/plain.backup")
    compose.run(f"{backup} /backups/sealed.backup", also={"BACKUP_KEY": public})
    compose.run(COPYING)
    assert {each.name for each in (compose.place / "copied").iterdir()} == {
        "plain.backup",
        "sealed.backup",
    }
    here = compose.place / "data" / "media"

    def accounts():
        named = "psql -U offences -At -c 'SELECT username FROM auth_user' offences"
        return compose.run(f"podman compose exec -T database {named}").split()

    def documents(folder):
        return [each.read_text() for each in sorted(folder.rglob("*")) if each.is_file()]

    compose.run(account("second"))
    assert accounts() == ["first", "second"]
    compose.run(RESTORING.replace("FILE", "plain.backup"))
    assert accounts() == ["first"] and documents(here) == ["68 offences"]
    (moved,) = (compose.place / "data").glob("media-2*")
    assert documents(moved) == ["68 offences"]

    # An encrypted one: the key is typed in a shell of the container, and no line has it.
    assert all(f"`{each}`" in " ".join(PAGE.split()) for each in IN_A_SHELL)
    compose.run(account("second"))
    written = "python manage.py restore /backups/FILE"
    assert written in RESTORING
    reading, *rest = IN_A_SHELL
    typed = "\n".join((reading, secret, *rest)).replace("FILE", "sealed.backup")
    compose.run(RESTORING.replace(written, "bash"), input=typed)
    assert accounts() == ["first"] and documents(here) == ["68 offences"]
    assert secret not in (compose.place / "asked").read_text()
