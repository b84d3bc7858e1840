"""python -m tests.backups.stored FILE: a small database of the present version, as a backup.

Each release of the product leaves one in this folder, named by its version, which every later
version takes back (test_upgrades), and adds its migrations to migrations.txt, by `sha256sum`. Its
forces and figures are made up.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")


def fill() -> None:
    """A return that was checked, a withheld number, a release that is public, and a text of it."""
    from offences import counts, press, releases
    from tests import worlds
    from tests.worlds import LATER, NOW

    w = worlds.World(**worlds.team("officer", "checker", "press", "approver"))
    w.measure = worlds.measure()
    w.round = worlds.round_of(w.measure)
    for area, number in (("Northshire", "68"), ("Southshire", "<5")):
        submission = worlds.submission(worlds.force(area), w.round, worlds.publication(area))
        worlds.enter(submission, {w.cell(2017): "48", w.cell(2018): number}, w.officer)
        counts.mark_checked(submission, by=w.checker, now=NOW)
    release = releases.prepare(
        w.measure, title="New figures", year=2018, last_round=w.round, by=w.press, now=NOW
    )
    worlds.approve(release, by=w.approver, now=NOW, public_at=LATER)
    press.draft_event(worlds.event(release), by=w.press, now=NOW)


def main(file: Path) -> None:
    import django
    from django.test.utils import setup_databases

    django.setup()
    from offences import backups
    from tests.worlds import NOW

    setup_databases(verbosity=0, interactive=False)
    fill()
    print(backups.back_up(file, "", NOW))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
