"""An officer's remarks on each count, in words for the checker."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from offences.counts import CellKey
from offences.intake.returns.answers import Path, ReadingAnswers, count_key
from offences.intake.returns.cells import Address, CountCell
from offences.intake.returns.figures import FileFigure
from offences.intake.returns.named_places import NamedPlaces
from offences.intake.returns.places import in_words, place_key
from offences.intake.returns.problems import ReadingProblem
from offences.intake.returns.typed import OUT
from offences.models import Reading
from offences.statistics.years import Year
from offences.words.places import places_in_words


def left_out_in_words(reading: Reading) -> list[str]:
    """The parts of a file that an officer left out: no stored count says so by itself."""
    answers, name = ReadingAnswers.of(reading), reading.name
    found = []
    for place, typed in answers.corrections.items():
        if typed.casefold() == OUT:
            why = _because(answers, ("corrections", place), answers.reasons.get(place, ""))
            found.append(f"{name}, {in_words(place)} is left out{why}")
    for key, label in answers.labels.items():
        if label.to == OUT:
            why = _because(answers, ("labels", key), "")
            found.append(f"{name}: what is under “{label.label}” is left out{why}")
    for number, table in answers.tables.items():
        if not table.on:
            why = _because(answers, ("tables", f"{number}.on"), "")
            found.append(f"{name}: table {number + 1} is switched off{why}")
    return found


def _because(answers: ReadingAnswers, path: Path, why: str) -> str:
    """An officer’s reason and who gave it when: “: an estimate (Ann Lee, 20 June 2019)”."""
    signed = answers.signature(path)
    who = f" ({signed[0]}, {signed[1].day} {signed[1]:%B %Y})" if signed else ""
    return f"{': ' if why else ''}{why}{who}"


class Explanations:
    """The officer's corrections, names and answers, by the counts that they are about."""

    def __init__(
        self,
        answers: ReadingAnswers,
        problems: Iterable[ReadingProblem],
        text_at: Callable[[str], str],
        places: NamedPlaces,
    ) -> None:
        self.answers, self.text_at, self.places = answers, text_at, places
        self._at: dict[Address, list[ReadingProblem]] = defaultdict(list)
        self._of: dict[CellKey, list[ReadingProblem]] = defaultdict(list)
        for each in problems:
            if each.explanation and each.count:
                for key in (each.count, *each.also):
                    self._of[key].append(each)
            elif each.explanation and each.cell:
                self._at[each.sheet, each.cell].append(each)

    def of(self, figure: FileFigure) -> str:
        """One line for each thing that an officer said of a count."""
        lines: list[str] = []
        answers, name = self.answers, count_key(figure.key)
        if typed := answers.counts.get(name):
            path, why = ("counts", name), answers.reasons.get(name, "")
            lines.append(f"{figure.cells}: entered as {typed}{_because(answers, path, why)}")
        for part in figure.parts:
            lines += self._of_cell(part)
        problems = [each for p in figure.parts for each in self._at.get(p.address, ())]
        for each in (*self._of.get(figure.key, ()), *problems):
            said = _because(answers, ("explanations", each.key), f"“{each.explanation}”")
            lines.append(f"{each.message.rstrip('.')}{said}")
        return places_in_words("\n".join(dict.fromkeys(lines)))

    def _of_cell(self, part: CountCell) -> Iterable[str]:
        answers, place = self.answers, place_key(*part.address)
        if typed := answers.corrections.get(place):
            was = f"“{self.text_at(place)}” " if self.text_at(place) else ""
            because = _because(answers, ("corrections", place), answers.reasons.get(place, ""))
            yield f"{part.cell}: {was}entered as {typed}{because}"
        if year := self.places.year_place(part.address):
            because = _because(answers, ("years", year), answers.reasons.get(year, ""))
            yield f"{in_words(year)}: taken as {Year(part.key[1])}{because}"
        category, named = self.places.category(part.address)
        if named is not None:
            because = _because(answers, ("categories", category), answers.reasons.get(category, ""))
            yield f"{in_words(category)}: taken as {named.name}{because}"
