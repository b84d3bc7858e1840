"""Two lists of crimes in one file: further crimes, or the same ones once more?"""

from collections.abc import Iterator, Mapping, Sequence

from offences.returns.checks.same_counts import category_named
from offences.returns.sheet import Observation, Problem, ReadTable, is_list

type Listed = Mapping[str, Sequence[Observation]]  # what a list has of each year


def crimes_in_two_lists(tables: Sequence[ReadTable]) -> Iterator[Problem]:
    """Ask of each list that may have crimes of one before it: of one year, and of one kind.

    Girls in one and boys in the other, or other offences, are other crimes, and are not asked
    about. All lists are counted together, whatever the answer; one that is switched off is not.
    """
    before: list[tuple[ReadTable, Listed]] = []
    for table in tables:
        if not (table.observations and is_list(table)):
            continue
        own = _by_year(table)
        shared = (first for first, theirs in before if _may_share(theirs, own))
        if first := next(shared, None):
            of = f" of “{first.sheet}”" * (first.sheet != table.sheet)
            why = f"This list may have crimes of the list in {first.range}{of}: years and labels "
            why += "are the same. The two are counted together. If these are the same crimes, "
            why += "switch off one of the two tables. If not, how do you know?"
            yield Problem(table.sheet, table.range.partition(":")[0], why, stops=True)
        before.append((table, own))


def _by_year(table: ReadTable) -> Listed:
    years = {each.year for each in table.observations if each.year}
    return {year: [e for e in table.observations if e.year == year] for year in years}


def _may_share(first: Listed, later: Listed) -> bool:
    return any(_may_overlap(first[year], later[year]) for year in first.keys() & later.keys())


def _may_overlap(first: Sequence[Observation], later: Sequence[Observation]) -> bool:
    """Whether no kind of label is another in each row of the one than in any of the other."""
    kinds = set.intersection(*(set(each.labels) for each in (*first, *later)))
    return not any(_named(first, kind).isdisjoint(_named(later, kind)) for kind in kinds)


def _named(listed: Sequence[Observation], kind: str) -> set[str]:
    return {category_named(kind, each.labels[kind]) for each in listed}
