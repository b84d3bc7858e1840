"""Of which force a file is: by its name, by an address in it, or by the names in its cells."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from offences.intake.returns.answers import PLAIN, ReadingAnswers, TableAnswer, word_key
from offences.intake.returns.cells import Observation, labels_of
from offences.models import FoiSubmission, ForceSpelling, folded_label
from offences.models.force import folded

SURE = 3  # points, without which nothing is sure: words in a text alone may name any force
LEADS = 2  # points by which the surest is before the next


@dataclass(frozen=True)
class MatchGuess:
    """One submission that a file may be for, how strongly, and why, in words."""

    submission: FoiSubmission
    points: int
    why: str


def match_submissions(
    name: str, found: Mapping[str, Any], submissions: Iterable[FoiSubmission]
) -> list[MatchGuess]:
    """The submissions that a file may be for, the likeliest first; none where nothing points.

    The submissions come with their forces and the forces’ spellings.
    """
    file = f" {folded_label(Path(name).stem)} "
    words = f" {folded_label(_words_of(found))} "
    addresses = re.findall(r"@[\w.-]+\.police\.uk", _words_of(found).lower())
    domains = {_domain(address) for address in addresses}
    labels, form = _forces_of(found), found.get("form") or {}
    made = []
    for submission in submissions:
        force, why, points = submission.force, list[str](), 0
        names = {folded_label(each.spelling) for each in force.spellings.all()}
        names |= {folded_label(force.name), folded_label(force.area)}
        names = {each for each in names if len(each) > 3}
        if any(f" {each} " in file or f" {each.replace(' ', '')}" in file for each in names):
            points, why = points + 4, [*why, "the file’s name"]
        if force.foi_email and _domain(force.foi_email) in domains:
            points, why = points + 4, [*why, "an address in it"]
        if labels and any(label in names for label in labels):
            points, why = points + 3, [*why, "its column of forces"]
        elif any(f" {each} " in words for each in names):
            points, why = points + 2, [*why, "its words"]
        if submission.reference and f" {folded_label(submission.reference)} " in words:
            points, why = points + 4, [*why, "the reference in it"]
        if (form.get("force"), form.get("request"), form.get("round")) == (
            force.slug,
            submission.number,
            submission.round.slug,
        ):
            points, why = points + 9, ["the cover of our own form"]
        if points:
            made.append(MatchGuess(submission, points, " and ".join(why)))
    return sorted(made, key=lambda g: (-g.points, g.submission.force_id, -g.submission.number))


def certain_match(found: list[MatchGuess]) -> MatchGuess | None:
    """The one that leads, where it leads those of other forces clearly; of several requests to one
    force the newest."""
    if not found or found[0].points < SURE:
        return None
    first = found[0]
    others = [each for each in found if each.submission.force_id != first.submission.force_id]
    return None if others and first.points - others[0].points < LEADS else first


def _domain(address: str) -> str:
    host = address.rpartition("@")[2].lower()
    return re.sub(r"(?:\.pnn)?\.police\.uk$", "", host).rpartition(".")[2]


def _words_of(found: Mapping[str, Any]) -> str:
    """The first words of every sheet: a title, a letterhead, a contact."""
    texts: list[str] = []
    for sheet in found.get("sheets", ()):
        texts.append(sheet["name"])
        for _, cells in sheet["rows"][:40]:
            texts += [cell for cell in cells if cell and not cell[:1].isdigit()][:12]
    texts += [text for table in found.get("tables", ()) for text in table.get("over", ())]
    return " | ".join(texts)[:20_000]


def _forces_of(found: Mapping[str, Any]) -> set[str]:
    seen = Counter(
        folded_label(str(each["labels"]["force"]))
        for table in found.get("tables", ())
        for each in table["observations"]
        if each["labels"].get("force")
    )
    return set(seen)


class CellOwners:
    """Knows every spelling of every force’s name, and whose file this is taken for."""

    def __init__(self, submission: FoiSubmission, answers: ReadingAnswers) -> None:
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
