"""Of which force a file is: by its name, by an address in it, or by the names in its cells."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from offences.models import FoiSubmission, folded_label

SURE = 3  # points, without which nothing is sure: words in a text alone may name any force
LEADS = 2  # points by which the surest is before the next


@dataclass(frozen=True)
class Guess:
    """One submission that a file may be for, how strongly, and why, in words."""

    submission: FoiSubmission
    points: int
    why: str


def guesses(
    name: str, found: Mapping[str, Any], submissions: Iterable[FoiSubmission]
) -> list[Guess]:
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
            made.append(Guess(submission, points, " and ".join(why)))
    return sorted(made, key=lambda g: (-g.points, g.submission.force_id, -g.submission.number))


def sure(found: list[Guess]) -> Guess | None:
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
