"""Somebody who has all releases, knows which forces restated, and has a solver."""

import highspy

from offences.models import Release
from offences.releases.parts import FigureKey


class Reader:
    """All public figures as one program in whole numbers.

    A force’s part is one unknown in all releases that have the same `edition` of its answer.
    Written apart from what it judges: it knows ages of complete breakdowns, and England.
    """

    def __init__(self, measure, editions):
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.editions, self.cells, self.hidden = editions, {}, {}
        for release in Release.objects.filter(measure=measure, approved_at__isnull=False):
            self._read(release)

    def cell(self, number, key):
        edition = self.editions[number].get(key.body, 0) if key.kind == "force" else ("r", number)
        if (key, edition) not in self.cells:
            self.cells[key, edition] = self.solver.addIntegral(lb=0, ub=10_000)
        return self.cells[key, edition]

    def _read(self, release):
        figures = [
            f for f in release.figures.filter(claim__in=["count", "sum"]) if f.low is not None
        ]
        columns, rows = {}, {}
        for figure in figures:
            key = FigureKey.of(figure)
            variable = self.cell(release.number, key)
            if figure.state == "value":
                self.solver.addConstr(variable == figure.low)
            elif key.breakdown:
                self.hidden[release.number, key] = variable
            if key.kind == "force" and key.breakdown:
                rows.setdefault((key.body, key.year, key.breakdown), []).append(variable)
                columns.setdefault((key.year, key.breakdown, key.category), []).append(variable)
        for (body, year, _), variables in rows.items():
            whole = self.cell(release.number, FigureKey("force", body, year))
            self.solver.addConstr(self.solver.qsum(variables) == whole)
        for (year, *part), variables in columns.items():
            wholes = [FigureKey.of(f) for f in figures if f.body_kind == "total"]
            for key in wholes:
                if (key.year, key.breakdown, key.category) == (year, *part):
                    whole = self.cell(release.number, key)
                    self.solver.addConstr(self.solver.qsum(variables) == whole)

    def range(self, what):
        ends = []
        for ask in (self.solver.minimize, self.solver.maximize):
            ask(what)
            ends.append(round(self.solver.getObjectiveValue()))
        return tuple(ends)

    def number(self, number, body, age, year=2018):
        return self.range(self.hidden[number, FigureKey("force", body, year, "age", age)])

    def change(self, before, after, body, age, year=2018):
        key = FigureKey("force", body, year, "age", age)
        return self.range(self.hidden[after, key] - self.hidden[before, key])

    def too_narrow(self, threshold=5):
        """Every hidden number, and every change of one, that is known more closely than allowed.

        A number that is capped by a public total may be narrow, and no change is no news.
        """
        found = {}
        for (number, key), variable in self.hidden.items():
            low, high = self.range(variable)
            if low > 0 or high - low < threshold - 1:
                found[number, key] = (low, high)
            for (earlier, same), old in self.hidden.items():
                if same == key and earlier < number and old is not variable:
                    low, high = self.range(variable - old)
                    if (low, high) != (0, 0) and (
                        not low <= 0 <= high or high - low < threshold - 1
                    ):
                        found[earlier, number, key] = (low, high)
        return found
