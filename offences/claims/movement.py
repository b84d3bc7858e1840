"""The newest figure beside the one before it, in the words its claims allow."""

from offences.claims.claim import Claim, Claims
from offences.claims.wording import number
from offences.statistics.cells import Cell, State
from offences.statistics.notation import published


def spoken(cell: Cell) -> str:
    """A figure as the page's one large figure: “68”, “1 to 4”, “at least 1”."""
    if cell.state is State.SUPPRESSED and cell.high is None:
        return f"at least {number(cell.low or 0)}"
    return published(cell)


def change_from_before(may: Claims) -> str:
    """The change on the nearest earlier year, in the middle of a sentence; empty if none may be
    said: “up from 48 in 2017/18”, “similar to the 48 of 2017/18”."""
    pair = "latest_vs_previous"
    for kind, words in (
        ("rise", "up from {old} in {year}"),
        ("fall", "down from {old} in {year}"),
        ("little_changed", "little changed from {old} in {year}"),
        ("unchanged", "the same as in {year}"),
        ("from_none", "up from none in {year}"),
    ):
        claim = may.get((kind, pair))
        if claim is None:
            continue
        if claim.figures.get("chance") == "within" and kind in {"rise", "fall"}:
            words = "similar to the {old} of {year}"
        old = claim.figures.get("old")
        if old is None:
            words = words.split(" {old}")[0].removesuffix(" the") + " {year}"
            words = words.replace("from {year}", "on {year}").replace("to {year}", "to {year}")
        return words.format(old=number(old or 0), year=claim.figures["old_year"])
    return ""


def moved(may: Claims) -> Claim | None:
    """The rise or fall on the nearest earlier year."""
    pair = "latest_vs_previous"
    return may.get(("rise", pair)) or may.get(("fall", pair))


def percent(may: Claims) -> str:
    """“That is 42% more.” Never of a change that chance alone can make."""
    claim, pair = may.get(("percent_change", "latest_vs_previous")), moved(may)
    if claim is None or pair is None or pair.figures.get("chance") == "within":
        return ""
    return (
        f"That is {number(claim.figures['percent'])}% {'more' if pair.id == 'rise' else 'fewer'}."
    )


def percent_or_why_not(may: Claims) -> list[str]:
    """The change in per cent, or that none is given and why; with the caution of small numbers."""
    pair, said = moved(may), []
    if pair is None:
        return []
    given, old = percent(may), pair.figures.get("old")
    if given:
        said.append(given)
    if pair.figures.get("chance") in {"within", "near"}:
        said.append("Numbers this small can move this much by chance.")
        return said if given else [*said, "We give no percentage."]
    if not given and old is not None and old < 50:
        return [f"We give no percentage, because {number(old)} is too small to start from."]
    return said or ["We give no percentage."]
