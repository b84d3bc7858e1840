"""Matching a file to its force: by its name, an address in it, or names in its cells."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from offences.intake.returns.answers import ALL, PLAIN, ReadingAnswers, TableAnswer, label_key
from offences.models import FoiSubmission, Force, ForceSpelling, folded, folded_label
from offences.returns import ReadFile
from offences.returns.labels.force_names import forces_in, without_names
from offences.returns.sheet import Observation

CERTAIN = 3  # points; fewer are never certain: words in a text alone may name any force
LEAD = 2  # points that the first match needs over the next force


@dataclass(frozen=True)
class MatchGuess:
    """One submission that a file may be for, with points and the reason in words."""

    submission: FoiSubmission
    points: int
    why: str


def match_submissions(
    name: str, read: ReadFile, submissions: Iterable[FoiSubmission]
) -> list[MatchGuess]:
    """The submissions that a file may be for, the likeliest first.

    The submissions come with their forces and those forces' spellings.
    """
    file = f" {folded_label(Path(name).stem)} "
    text = _text_of(read)
    words = f" {folded_label(text)} "
    domains = {_domain(each) for each in re.findall(r"@[\w.-]+\.police\.uk", text.lower())}
    labels = {folded_label(force) for force in forces_named(read)}
    form = (read.form.force, read.form.request, read.form.round) if read.form else None
    found = []
    for submission in submissions:
        force, why, points = submission.force, list[str](), 0
        names = {folded_label(each.spelling) for each in force.spellings.all()}
        names |= {folded_label(force.name), folded_label(force.area)}
        names = {each for each in names if len(each) > 3}
        if any(f" {each} " in file or f" {each.replace(' ', '')}" in file for each in names):
            points, why = points + 4, [*why, "the file’s name"]
        if force.foi_email and _domain(force.foi_email) in domains:
            points, why = points + 4, [*why, "an address in it"]
        if labels & names:
            points, why = points + 3, [*why, "its column of forces"]
        elif any(f" {each} " in words for each in names):
            points, why = points + 2, [*why, "its words"]
        if submission.reference and f" {folded_label(submission.reference)} " in words:
            points, why = points + 4, [*why, "the reference in it"]
        if form == (force.slug, submission.number, submission.round.slug):
            points, why = points + 9, ["the cover of our own form"]
        if points:
            found.append(MatchGuess(submission, points, " and ".join(why)))
    return sorted(found, key=lambda g: (-g.points, g.submission.force_id, -g.submission.number))


def certain_match(found: list[MatchGuess]) -> MatchGuess | None:
    """The first match, if it clearly leads those of other forces; of one force's, the newest."""
    if not found or found[0].points < CERTAIN:
        return None
    first = found[0]
    others = [each for each in found if each.submission.force_id != first.submission.force_id]
    return None if others and first.points - others[0].points < LEAD else first


def _domain(address: str) -> str:
    host = address.rpartition("@")[2].lower()
    return re.sub(r"(?:\.pnn)?\.police\.uk$", "", host).rpartition(".")[2]


def _text_of(read: ReadFile) -> str:
    """The first words of every sheet: a title, a letterhead, a contact."""
    texts: list[str] = []
    for sheet in read.sheets:
        texts.append(sheet.name)
        for _, cells in sheet.rows[:40]:
            texts += [cell for cell in cells if cell and not cell[:1].isdigit()][:12]
    texts += [title for table in read.tables for title in table.titles]
    return " | ".join(texts)[:20_000]


def forces_named(read: ReadFile) -> Iterator[str]:
    """The names in the file’s own column of forces, each once."""
    labels = (each.labels.get("force") for table in read.tables for each in table.observations)
    return (name for name in dict.fromkeys(labels) if name)


def names_of(force: Force) -> set[str]:
    """Every name of a force, folded, with its spellings."""
    names = {folded(force.name), folded(force.area), folded(force.short_name)}
    return names | {spelling.folded for spelling in force.spellings.all()}


class CellOwners:
    """The force of each cell: a joint office answers for three, a table lists forty."""

    def __init__(self, submission: FoiSubmission, answers: ReadingAnswers) -> None:
        self.own, self.answers = submission.force, answers
        self.forces = dict(ForceSpelling.objects.values_list("folded", "force_id"))
        for name in (self.own.name, self.own.area, self.own.short_name):
            self.forces[folded(name)] = self.own.pk
        self._is_force: dict[str, bool] = {}
        self.of_known_forces: set[str] = set()  # reasons that name a force that we know

    @property
    def own_names(self) -> set[str]:
        return {name for name, force in self.forces.items() if force == self.own.pk}

    def split(
        self, observations: Iterable[Observation], answer: TableAnswer
    ) -> tuple[list[Observation], list[tuple[str, Observation]]]:
        """The cells of this force; and the others, each with the reason why it is ignored.

        A line with only a force’s name over a table says whose it is. In a file about forty
        forces most cells are of others: each name is looked up once.
        """
        if answer.force == ALL:
            return [*observations], []
        reasons: dict[str, str] = {}  # a name in the file → why its cells are ignored, if they are
        if answer.force:
            reasons[answer.force] = ""
        own, others = [], []
        for each in observations:
            names = [text for role, text in labels_of(each, answer) if role == "force"]
            names += [text for text in each.other if self.names_force(text)]
            reasons |= {name: self._why_not_own(name) for name in names if name not in reasons}
            if why := next(filter(None, map(reasons.get, names)), ""):
                others.append((why, each))
            else:
                own.append(each)
        return own, others

    def names_force(self, text: str) -> bool:
        """Whether a line is the name of a force and nothing else."""
        if text not in self._is_force:
            self._is_force[text] = folded(text) in self.forces
        return self._is_force[text]

    def _why_not_own(self, force: str) -> str:
        answer = self.answers.labels.get(label_key("force", force))
        is_own = self.forces.get(folded(force)) == self.own.pk or (answer and answer.to == PLAIN)
        reason = "" if is_own else f"of {force}, not of {self.own.name}"
        if reason and folded(force) in self.forces:
            self.of_known_forces.add(reason)
        return reason


def labels_of(observation: Observation, answer: TableAnswer) -> Iterator[tuple[str, str]]:
    """The labels of a cell, along the axes as a person has corrected them."""
    for role, text in observation.labels.items():
        yield answer.roles.get(role, role), text


# Lines above a table that may narrow all of its counts: an age, a sex, another force

_AGE = re.compile(
    r"\b(?:under|over|aged?|below|above)(?: (?:of|under|over|between))?[ -]?(\d{1,2})\b"
    r"|\b(\d{1,2})s? (?:and|or) (?:under|over|below|above)\b",
    re.IGNORECASE,
)
_SEX = re.compile(r"\b(?:fe)?males?\b|\b(?:boys?|girls?|men|women)\b", re.IGNORECASE)
_SOME = re.compile(
    r"\b(?:charged?|summons(?:ed)?|cautions?|cautioned|outcomes?|arrest\w*|convict\w*|detect(?:ed|ions?)"
    r"|prosecut\w*|suspects?|offenders?|perpetrators?|non-?recent|historic\w*|attempt\w*|excluding"
    r"|except|only)\b",
    re.IGNORECASE,
)
_ALL_AGES = re.compile(
    r"\b(?:age[ds]? )?(?:between )?(?:0|birth)(?: years?)? ?(?:-|–|to|and) ?17\b", re.IGNORECASE
)  # said of all children
ALL_CHILDREN = "18"  # every measure here is of under-18s


def narrowing(text: str, own: Collection[str], kinds: Collection[str]) -> Iterator[str]:
    """The words of a line that may mean that the counts below it are not all of the measure.

    `own` are the force's names, in lower case; `kinds` the kinds of labels that the cells have.
    """
    if "age" not in kinds:
        text = _ALL_AGES.sub(" ", text)
        ages = [age for found in _AGE.finditer(text) for age in found.groups() if age]
        yield from (f"aged {age}" for age in ages if age != ALL_CHILDREN)
    if "sex" not in kinds and len(set(map(str.casefold, _SEX.findall(text)))) == 1:
        yield _SEX.findall(text)[0]
    yield from _SOME.findall(text)
    yield from forces_in(without_names(text, own))
