"""Why a file must be held back: hidden or embedded data, or columns about single persons.

A force may send a child's data by accident: in a hidden column, behind a pivot table, in the cache
of a link. Such a file is held back until the data lead has seen it, and the force is informed.
"""

from offences.returns.checks.personal_data import PersonalColumn
from offences.returns.sheet import Sheet


def quarantine_reasons(
    sheets: list[Sheet], hidden: list[str], embedded: list[str], personal: list[PersonalColumn]
) -> list[str]:
    """Why a file must be held back, one sentence for each reason; none where it may be opened."""
    places = [(f"{s.name}!{place}", place) for s in sheets for place in s.hidden]
    rows = [name for name, place in places if place.isdigit()]
    columns = [name for name, place in places if not place.isdigit()]
    own = {name for name, _ in places}
    found = []
    for kind, names in (
        ("sheet", [name for name in hidden if name not in own]),
        ("column", columns),
        ("row", rows),
    ):
        if names:
            found.append(f"Hidden {kind}{'s' * (len(names) > 1)}: {_list_some(names)}.")
    found += embedded
    for each in personal:
        heading = f", headed “{each.heading[:40]}”," if each.heading else ""
        found.append(f"Column {each.column}{heading} looks like {each.kind}.")
    return found


def _list_some(names: list[str]) -> str:
    more = f" and {len(names) - 8} more" if len(names) > 8 else ""
    return ", ".join(names[:8]) + more
