"""The page of a force: beside Datasette with the same rows, and beside the same bytes by the same
server. Production settings, a real PostgreSQL, one worker.

Rounds take turns, so that what else the machine does falls on all alike.
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tools.apart import BENCH, ROOT
from tools.bench.client import (
    Target,
    fetch,
    first,
    median,
    read_for,
    read_together,
    slowest_of_twenty,
)
from tools.bench.serve import OPTIONS
from tools.bench.servers import datasette, gunicorn
from tools.test import postgresql

FORCE = "cambridgeshire"
PAGE = f"/forces/{FORCE}/"
ROUNDS = 6
SECONDS = 0.4  # of each round for each target, by one reader and then by several
READERS = 4
STARTS = 4
CHANGES = 10


def set_up(address: str, directory: Path, figures: str = "demo --add-to-this-database") -> None:
    """The settings of a server, and the demonstration's figures in a database of its own."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DEBUG": "0",
        "HTTPS_ONLY": "0",  # there is no proxy here that speaks it
        "SECRET_KEY": "benchmarks only",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DATABASE_URL": address,
        "MEDIA_ROOT": str(directory / "media"),
    }
    for command in (figures.split(), ["collectstatic", "--no-input"]):
        done = subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, capture_output=True, text=True
        )
        if done.returncode:
            raise RuntimeError(f"manage.py {command[0]} failed.\n{done.stderr[-3000:]}")
    import django

    django.setup()


def copy_figures(file: Path) -> int:
    """The public figures as one table of an SQLite file. Says how many are the force's."""
    from django.utils import timezone

    from offences.models import ReleasedFigure
    from offences.releases.public_state import read_public_state
    from offences.trends import figures_of

    figures = figures_of(read_public_state(timezone.now()).newest)
    names = [field.attname for field in ReleasedFigure._meta.concrete_fields]
    with sqlite3.connect(file) as connection:
        connection.execute(f"CREATE TABLE figures ({', '.join(names)}, PRIMARY KEY (id))")
        connection.execute("CREATE INDEX figures_body ON figures (body)")
        connection.executemany(
            f"INSERT INTO figures VALUES ({', '.join('?' * len(names))})",
            [[_plain(getattr(figure, name)) for name in names] for figure in figures],
        )
    connection.close()
    return sum(figure.body == FORCE for figure in figures)


def _plain(value: object) -> object:
    return value if isinstance(value, (int, str, float)) or value is None else str(value)


def change_something() -> None:
    """Another word somewhere in what is public: every page is another from now on."""
    from offences.models import Force

    essex = Force.objects.get(slug="essex")
    Force.objects.filter(pk=essex.pk).update(welsh_name=f"{essex.welsh_name}x"[-80:])


def note_answer(port: int, directory: Path) -> tuple[dict[str, str], str]:
    """Keeps the answer of the page for tools.bench.same_bytes; gives where, and its tag."""
    headers, body = fetch(port, PAGE)
    of_the_server = {"server", "date", "connection"}
    own = [header for header in headers if header[0].lower() not in of_the_server]
    answer = directory / "answer"
    answer.write_bytes(body)
    answer.with_suffix(".json").write_text(json.dumps(own))
    return {"BENCH_ANSWER": str(answer)}, dict(headers)["ETag"]


def measure(targets: list[Target]) -> None:
    for target in targets:
        read_for(SECONDS, target, [])  # warm
    for _ in range(ROUNDS):
        for target in random.sample(targets, len(targets)):
            read_for(SECONDS, target, target.alone)
        for target in random.sample(targets, len(targets)):
            read_together(READERS, SECONDS, target)


def measure_first(directory: Path, file: Path, table: str) -> list[Target]:
    """The first answers of new workers, and of Datasette anew."""
    ours = Target("a new worker’s first answer", 0, PAGE)
    theirs = Target("Datasette’s first answer", 0, table)
    for _ in range(STARTS):
        with gunicorn("config.wsgi:application", directory) as ours.port:
            ours.alone.append(first(ours))
        with datasette(file) as theirs.port:
            theirs.alone.append(first(theirs))
    return [ours, theirs]


def measure_changed(port: int) -> Target:
    changed = Target("the first answer after a change", port, PAGE)
    for _ in range(CHANGES):
        change_something()
        changed.alone.append(first(changed))
    return changed


def show(targets: list[Target], cold: list[Target]) -> None:
    print(f"  {'':42}{'one reader':^20}{f'{READERS} readers at once':>28}")
    print(f"  {'':42}{'median':>9} {'95 %':>9}  {'median':>9} {'95 %':>8} {'a second':>9}")
    for target in targets:
        alone, together = target.alone, target.together
        print(
            f"  {target.name:<42}{median(alone):6.1f} ms {slowest_of_twenty(alone):6.1f} ms"
            f"  {median(together):6.1f} ms {slowest_of_twenty(together):5.1f} ms"
            f" {len(together) / target.together_seconds:9,.0f}"
        )
    for target in cold:
        print(
            f"  {target.name:<42}{median(target.alone):6.1f} ms"
            f"   (the slowest of {len(target.alone)}: {max(target.alone) * 1000:.0f} ms)"
        )


def bench(directory: Path) -> bool:
    file = directory / "figures.db"
    rows = copy_figures(file)
    table = f"/figures/figures?body={FORCE}"
    with ExitStack() as stack:
        port = stack.enter_context(gunicorn("config.wsgi:application", directory))
        where, tag = note_answer(port, directory)
        same = "tools.bench.same_bytes:application"
        bare = stack.enter_context(gunicorn(same, directory, **where))
        other = stack.enter_context(datasette(file))
        targets = [
            Target("the same bytes, nothing asked or made", bare, PAGE),
            Target("304, the reader has the page", port, PAGE, {"If-None-Match": tag}, 304),
            ours := Target("the page, made for an earlier reader", port, PAGE),
            Target("the page, made anew each time", port, PAGE, always_another_address=True),
            theirs := Target(f"Datasette, its table of the {rows} rows", other, table),
        ]
        measure(targets)
        cold = [measure_changed(port)]
    cold += measure_first(directory, file, table)
    show(targets, cold)
    times = median(theirs.alone) / median(ours.alone)
    print(f"  {times:.1f} times as fast as Datasette (more than 1 is wanted)", flush=True)
    return times > 1


def stop(number: int, _: object) -> None:
    """Ends the servers on the way out; a second signal does not hinder that."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    sys.exit(128 + number)


def main() -> int:
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, stop)
    BENCH.install()
    os.environ.pop("DATABASE_URL", None)  # never into a database that somebody has
    with (
        tempfile.TemporaryDirectory(prefix="offences-bench-") as directory,
        postgresql() as (address, _),
    ):
        set_up(address, Path(directory))
        print(
            f"\n{PAGE} on PostgreSQL, DEBUG off; gunicorn {BENCH.version_of('gunicorn')}"
            f" ({OPTIONS['workers']} worker, {OPTIONS['worker_class']}, {OPTIONS['threads']}"
            f" threads), Datasette {BENCH.version_of('datasette')} (1 process, immutable SQLite"
            " file)",
            flush=True,
        )
        return 0 if bench(Path(directory)) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
        sys.exit(f"bench: {error}")
