"""Whether the cells that are parts of a count are all of it, and each once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from offences.intake.returns.cells import CellLabel, CountCell
from offences.intake.returns.contents import what
from offences.models import OffenceLevel


def not_whole(parts: list[CountCell]) -> str:
    """Why these cells cannot be added up to their count; nothing where they can."""
    return next(filter(None, (*_ages(parts), *_classes(parts))), "")


def _ages(parts: list[CountCell]) -> Iterator[str]:
    """Single ages make a band only where every age of it is there, once."""
    groups: dict[object, list[tuple[CountCell, CellLabel]]] = defaultdict(list)
    for part in parts:
        for label in part.labels:
            if label.ages is not None and label.category is not None:
                rest = part.identity - {label.name}
                groups[label.category.pk, rest].append((part, label))
    for found in groups.values():
        yield _of_band(found)
    banded = {id(part) for found in groups.values() for part, _ in found}
    if banded and (others := [part for part in parts if id(part) not in banded]):
        yield (
            f"{what(parts[0])} is made of single ages and of {others[0].cell} "
            f"(“{others[0].said}”), whose ages are not known. Mend it, or ask the force."
        )


def _of_band(found: list[tuple[CountCell, CellLabel]]) -> str:
    part, label = found[0]
    band = label.category
    assert band is not None and band.age_from is not None and band.age_to is not None
    there = [age for _, each in found for age in _range(each)]
    if twice := sorted({age for age in there if there.count(age) > 1}):
        return (
            f"{what(part)} is made of ages of which {_listed(twice)} stands in more than one cell: "
            "it would be counted twice. Mend it, or ask the force."
        )
    missing = sorted(set(range(band.age_from, band.age_to + 1)) - set(there))
    if not missing:
        return ""
    return (
        f"{what(part)} is made of single ages, and there is no cell for {_listed(missing)}: an age "
        "that is not there is not nought. Mend it, or ask the force."
    )


def _range(label: CellLabel) -> range:
    assert label.ages is not None
    return range(label.ages[0], label.ages[1] + 1)


def _listed(ages: Iterable[int]) -> str:
    return ", ".join(map(str, ages))


def _classes(parts: list[CountCell]) -> Iterator[str]:
    """An official class and one of its own offences: the offence would be counted twice."""
    labels = [(part, label) for part in parts for label in part.labels if label.offence]
    for part, label in labels:
        assert label.offence is not None
        if label.offence.level != OffenceLevel.CLASS:
            continue
        for other, inner in labels:
            if (
                inner.offence is not None
                and inner.offence.pk != label.offence.pk
                and inner.offence.class_code == label.offence.code
                and other.identity - {inner.name} == part.identity - {label.name}
            ):
                yield (
                    f"{what(part)}: {part.cell} is of the class {label.offence.code}, and "
                    f"{other.cell} of an offence of that class, which would be counted twice. Type "
                    "“out” for the one that is not meant, or ask the force."
                )
