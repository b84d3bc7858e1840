"""A small database of the present version, as a backup: `python -m tests.backups.stored FILE`.

Each release of the product leaves one in this folder, named by its version, which every later
version takes back (test_upgrades), and adds its migrations to migrations.txt, by `sha256sum`. Its
forces and figures are made up.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")


def fill() -> None:
    """Releases that are public, one of which revises a figure and says why, and one withdrawn.

    The world is made by what each version has, so it is the same in all of them.
    """
    from offences import counts, press, releases
    from tests import worlds
    from tests.worlds import LATER, NOW

    roles = {"officer": "Data officer", "checker": "Checker", "press": "Press officer"}
    roles |= {"approver": "Approver", "lead": "Data lead"}
    w = worlds.World(**{name: worlds.person(f"Ann {name}", role) for name, role in roles.items()})
    w.measure = worlds.measure()
    w.round = worlds.round_of(w.measure)

    def answered(submission, **texts: str) -> None:
        cells = {w.cell(int(year.strip("_"))): text for year, text in texts.items()}
        worlds.enter(submission, cells, w.officer)
        counts.mark_checked(submission, by=w.checker, now=NOW)

    def released(title: str):
        given = {"title": title, "year": 2018, "last_round": w.round}
        release = releases.prepare(w.measure, **given, by=w.press, now=NOW)
        worlds.approve(release, by=w.approver, now=NOW, public_at=LATER)
        return release

    for area, number in (("Northshire", "68"), ("Southshire", "<5")):
        document = worlds.publication(area)
        submission = worlds.submission(worlds.force(area), w.round, document)
        answered(submission, _2017="48", _2018=number)
        w.north = w.north if area == "Southshire" else submission
    texts = press.draft_event(worlds.event(released("New figures")), by=w.press, now=NOW)
    worlds.issue_all(texts, w.press, w.approver)
    answered(w.north, _2017="52")
    released("Revised figures")
    answered(w.north, _2017="57")
    mistaken = released("Mistaken figures")
    releases.withdraw(mistaken, by=w.approver, now=LATER, reason="A slip.")


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
