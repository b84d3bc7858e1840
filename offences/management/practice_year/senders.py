"""Who sends files and e-mails in a practice year: a force with its request and its numbers."""

from dataclasses import dataclass

from offences import models as db
from offences.management.practice_year import files
from offences.management.practice_year.files import Rows
from offences.management.practice_year.numbers import ForceNumbers
from offences.management.practice_year.past import PracticeOffice


@dataclass(frozen=True)
class Sender:
    """A force with its request and its own numbers."""

    office: PracticeOffice
    submission: db.FoiSubmission

    @property
    def force(self) -> db.Force:
        return self.submission.force

    @property
    def numbers(self) -> ForceNumbers:
        return self.office.numbers[self.force.slug]

    def table(self, split: str = "offence") -> Rows:
        return files.table(self.office, self.submission, split)
