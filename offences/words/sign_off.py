"""Words of signing: what stands in the way of a signature, and what was found in a text."""

from collections.abc import Sequence
from typing import Protocol

from offences.english import and_list
from offences.words.angles import Angle, base_of

ANGLE_GROUPS = (
    ("year", "On the year"),
    ("first", "Since the first year"),
    ("count", "This year alone"),
)
"""What an officer may choose for all texts; a text without such an angle has its strongest."""


def angle_label(angle: Angle) -> str:
    """The name of an angle on its button: “On the year”, “By a fraction since 2016/17”."""
    kind = {"multiple": "Multiple", "fraction": "By a fraction"}.get(angle.id.rpartition("_")[2])
    if angle.claim is None:
        return "This year"
    if angle.is_longer:
        since = f"since {base_of(angle.claim)}"
        return f"{kind} {since}" if kind else since.capitalize()
    return kind or "On the year"


class Found(Protocol):
    """What a check found in a text."""

    @property
    def wrong(self) -> list[list[str]]: ...
    @property
    def untraced(self) -> list[str]: ...
    @property
    def lacks(self) -> list[str]: ...


def altered(words: str) -> str:
    return (
        f"All texts share “{words}”, and this one differs from what is approved. Draft it again, "
        "or put in what is approved."
    )


def signs_last(others: Sequence[str]) -> str:
    return f"The head of media signs last: not signed yet for {and_list(others)}."


def not_signed(roles: Sequence[str]) -> str:
    return f"It is not signed for {and_list(roles)}."


def reason_needed(check: Found) -> str:
    return f"{findings(check)} Have it corrected, or write down why it may go out all the same."


def findings(check: Found) -> str:
    """What stands in the way, as sentences: “241 is wrong: 214.”"""
    said = [f"“{was}” is wrong{f': it is {now}' if now else ''}." for was, now in check.wrong]
    said += [f"“{each}” has no source." for each in check.untraced]
    said += [f"A caveat is missing: “{each}”" for each in check.lacks]
    return " ".join(said)


def short_findings(check: Found) -> str:
    """What a check found, for a row of a table: “2 wrong, 1 without a source”."""
    numbers = (
        (len(check.wrong), "wrong"),
        (len(check.untraced), "without a source"),
        (len(check.lacks), "caveat missing"),
    )
    return ", ".join(f"{n} {what}" for n, what in numbers if n)
