"""Of which force each cell of a file is: a joint office answers for three, a table lists forty."""

from collections.abc import Iterator

from offences.intake.returns.answers import PLAIN, Answers, TableAnswer, word_key
from offences.intake.returns.placed import Observation
from offences.models import FoiSubmission, ForceSpelling
from offences.models.force import folded


class Whose:
    """Knows every spelling of every force’s name, and whose file this is taken for."""

    def __init__(self, submission: FoiSubmission, answers: Answers) -> None:
        self.own, self.answers = submission.force, answers
        self.forces = {
            spelling.folded: spelling.force_id for spelling in ForceSpelling.objects.all()
        }
        for name in (self.own.name, self.own.area, self.own.short_name):
            self.forces[folded(name)] = self.own.pk
        self._names: dict[str, bool] = {}

    @property
    def own_names(self) -> set[str]:
        return {name for name, force in self.forces.items() if force == self.own.pk}

    def part(
        self, seen: list[Observation], told: TableAnswer
    ) -> tuple[list[Observation], list[tuple[str, Observation]]]:
        """The cells of this force; and the others, each with the reason why it is left out.

        A line with a force’s name alone over a table says whose it is. Of a file about forty
        forces most cells are of others: each name is looked up once.
        """
        whose: dict[str, str] = {}  # a name in the file → why its cells are left out, if they are
        own, others = [], []
        turned = any(to == "force" for to in told.roles.values()) or "force" in told.roles
        for each in seen:
            labels = each["labels"]
            if turned:
                names = [text for role, text in labels_of(each, told) if role == "force"]
            else:
                names = [labels["force"]] if "force" in labels else []
            names += [text for text in labels.get("other", ()) if self.names_force(text)]
            for name in names:
                if name not in whose:
                    whose[name] = self._why_not_own(name)
            if why := next((whose[name] for name in names if whose[name]), ""):
                others.append((why, each))
            else:
                own.append(each)
        return own, others

    def names_force(self, text: str) -> bool:
        """Whether a line is the name of a force and nothing else."""
        if text not in self._names:
            self._names[text] = folded(text) in self.forces
        return self._names[text]

    def _why_not_own(self, force: str) -> str:
        if self.forces.get(folded(force)) == self.own.pk:
            return ""
        told = self.answers.words.get(word_key("force", force))
        if told is not None and told.to == PLAIN:
            return ""
        return f"of {force}, not of {self.own.name}"


def labels_of(seen: Observation, told: TableAnswer) -> Iterator[tuple[str, str]]:
    """The labels of a cell, along the axes that a person put right."""
    for role, text in seen["labels"].items():
        if role != "other":
            yield told.roles.get(role, role), str(text)
