"""The whole practice year in order: its mark, the country, the past, the present."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from offences.clocks import working_days
from offences.management.demo import reference
from offences.management.logins import people
from offences.management.practice_year import country, inbox, past, running
from offences.management.practice_year.dates import PracticeDates
from offences.management.practice_year.numbers import ForceNumbers
from offences.models import PracticeYear


def make(
    seed: int, scale: float, today: dt.date, into: Path, report: Callable[[str], object]
) -> None:
    """Make it in an empty database; the caller does so in one transaction."""
    PracticeYear.objects.create(seed=seed, scale=scale, today=today)
    report(f"A country that is on no map, with {country.number_of_forces(scale)} forces …")
    reference.charity()
    reference.bank_holidays()
    dates, staff = PracticeDates(today, working_days()), people()
    made = country.make(seed, scale, dates)
    newest = dates.newest_year.start
    years = range(newest - past.ROUNDS - 3, newest + 1)
    numbers = {force.slug: ForceNumbers(seed, force.slug, years) for force in made.forces}
    office = past.PracticeOffice(made, dates, staff, numbers)
    report(f"{past.ROUNDS} past rounds, with their releases …")
    past.make(office, report)
    report("Events, and last year’s press releases …")
    past.events(office)
    report("A round in the middle …")
    round_, states = running.make(office)
    report(f"  {round_.name}: {round_.submissions.count()} requests")
    report(f"Files and e-mails, in {into} …")
    inbox.write(office, round_, states, into)
