"""What one figure of a text is said of: a statement with its slots."""

from dataclasses import dataclass, field, replace

from offences.statistics.years import Year
from offences.tracing.binding.bodies import Body
from offences.tracing.binding.set_slot import ForcesNamed
from offences.tracing.binding.units import OFFENCES
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage

WHOLE, KNOWN, UNKNOWN = "whole", "known", "unknown"


@dataclass(frozen=True)
class Statement:
    """A figure and the slots that its text fills; what is empty or None was not said.

    `years` are those it may be of; `bases` those it may be compared with. `is_base`: it is itself
    what another figure is compared with. `role` is "whole" for a number that parts are taken of,
    "known" for one of which something is known, "unknown" for the rest, and `known_of` says what
    ("platform"). `is_of_each`: each of several bodies is said to have as many. `in_table`: its row
    and its column say all of it. `forces` is the set of them that a total is said of. `adds_up`:
    several categories are what they are together.
    """

    figure: Candidate
    passage: Passage
    bodies: tuple[Body, ...] = ()
    is_sum: bool = False
    years: frozenset[Year] | None = None
    bases: frozenset[Year] | None = None
    is_base: bool = False
    base_number: int | None = None
    way: str = ""
    categories: frozenset[NamedCategory] = frozenset()
    unit: str = OFFENCES
    subject: str = ""
    role: str = ""
    known_of: str = ""
    compares_bodies: bool = False
    is_of_each: bool = False
    in_table: bool = False
    forces: ForcesNamed | None = None
    adds_up: bool = True
    alternatives: tuple["Statement", ...] = field(default=(), compare=False)

    @property
    def evidence(self) -> list[Evidence]:
        """The facts of the bodies that the figure is said of."""
        return [body.evidence for body in self.bodies if body.evidence]

    def own_facts(self, documents: Documents) -> Evidence | None:
        """The facts of the one body that it is said of; of none named, of the text's own."""
        if self.bodies:
            return self.evidence[0] if len(self.evidence) == 1 else None
        return documents.local

    def as_count(self) -> "Statement":
        """The statement, and every other reading of it, as one of a plain number."""
        return replace(
            self,
            figure=replace(self.figure, kind="count"),
            alternatives=tuple(each.as_count() for each in self.alternatives),
        )
