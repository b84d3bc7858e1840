"""Somebody who has all releases, knows which forces restated their answers, and has a solver."""

import highspy

from offences.models import Release
from offences.releases.parts import FigureKey

NONE = (0, 0)


def age(body, category, year=2018):
    return FigureKey("force" if body != "England" else "total", body, year, "age", category)


def ages_of(category):
    start, _, end = category.partition("-")
    return int(start), int(end or start)


def published(measure):
    """Release → figure → its number, or None where it is hidden."""
    return {
        release.number: {
            FigureKey.of(f): f.low if f.state == "value" else None
            for f in release.figures.filter(figure_kind__in=["count", "sum"]).exclude(
                state="missing"
            )
        }
        for release in Release.objects.filter(measure=measure, approved_at__isnull=False)
    }


class Reader:
    """Releases as one program in whole numbers, written apart from what it judges.

    It knows that a force’s parts add up to its total, and the forces to England. A part is one
    unknown in all releases that have the same edition of the force’s answer; an age band is the
    sum of its ages.
    """

    def __init__(self, releases, editions):
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.editions, self.unknowns, self.hidden = editions, {}, {}
        for number, figures in releases.items():
            self._read(number, figures)

    def _unknown(self, number, key):
        edition = self.editions[number].get(key.body, 0) if key.kind == "force" else -number
        if key.kind == "force" and key.category[:1].isdigit() and "-" in key.category:
            start, end = ages_of(key.category)
            ages = (key._replace(category=str(n)) for n in range(start, end + 1))
            return self.solver.qsum(self._unknown(number, each) for each in ages)
        if (key, edition) not in self.unknowns:
            self.unknowns[key, edition] = self.solver.addIntegral(lb=0, ub=10_000)
        return self.unknowns[key, edition]

    def _read(self, number, figures):
        sums = {}
        for key, shown in figures.items():
            unknown = self._unknown(number, key)
            if shown is not None:
                self.solver.addConstr(unknown == shown)
            elif key.breakdown:
                self.hidden[number, key] = unknown
            if key.kind == "force" and key.breakdown:
                sums.setdefault(FigureKey("force", key.body, key.year), []).append(unknown)
                sums.setdefault(age("England", key.category, key.year), []).append(unknown)
        for whole, parts in sums.items():
            self.solver.addConstr(self.solver.qsum(parts) == self._unknown(number, whole))

    def range(self, what):
        ends = []
        for ask in (self.solver.minimize, self.solver.maximize):
            ask(what)
            ends.append(round(self.solver.getObjectiveValue()))
        return tuple(ends)

    def number(self, number, key):
        return self.range(self.hidden[number, key])

    def change(self, before, after, key):
        return self.range(self.hidden[after, key] - self.hidden[before, key])

    def of_edition(self, key, edition):
        """What its releases tell of a number of this edition; None if of its parts they tell none.

        They may have had it as part of an age band only.
        """
        return self.range(self.unknowns[key, edition]) if (key, edition) in self.unknowns else None

    def numbers_and_changes(self):
        """Each hidden number of a force with its range, and each change of one that may have one.

        A number that is certainly what it was is not listed again.
        """
        for (number, key), unknown in self.hidden.items():
            before = [n for n, same in self.hidden if same == key and n < number]
            changes = {n: self.change(n, number, key) for n in before}
            if key.kind == "force":
                yield from (
                    ((n, number, key), found) for n, found in changes.items() if found != NONE
                )
                if NONE not in changes.values():
                    yield (number, key), self.range(unknown)
