"""British press style for numbers, places and lists."""

import re
from collections.abc import Collection, Sequence
from typing import Protocol

_UK = ("England", "Wales", "Scotland", "Northern Ireland")
MADE_UP = "Halmerra"
"""The country of the practice year, which is on no map."""
REAL_PLACES = (*_UK, "Jersey", "Guernsey", "Isle of Man")
PLACES = (*REAL_PLACES, MADE_UP)
"""The places that have forces, in the order in which they are named."""
NATIONS = frozenset(PLACES)

_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_NOUNS = (
    "offence|crime|case|report|incident|image|victim|force|year|month|minute|cell|"
    "letter|e-mail|notice|newsroom|day|second|reminder|request|answer|question"
)
_DAY = re.compile(r"[0-9]{1,2} [A-Z]")
_PLURAL = re.compile(rf"\b({_NOUNS})s\b")


class Ends(Protocol):
    """The lowest and the highest number a figure can be; no highest where none is known."""

    @property
    def low(self) -> int: ...
    @property
    def high(self) -> int | None: ...


def number(n: int) -> str:
    """Digits, with a comma from 1,000."""
    return f"{n:,}"


def small_number(n: int) -> str:
    """A number in running text, by house style: up to ten in words."""
    return _SMALL[n] if 0 <= n < len(_SMALL) else number(n)


def quantity(figure: Ends) -> str:
    """A figure in words that hold for all it can be: "48", "between 1 and 4", "at least 1"."""
    if figure.high is None:
        return f"at least {number(figure.low)}"
    if figure.low == figure.high:
        return number(figure.low)
    if figure.low == 0:
        return f"fewer than {number(figure.high + 1)}"
    return f"between {number(figure.low)} and {number(figure.high)}"


def singular(noun: str) -> str:
    """The noun phrase for one: its first counted noun loses its s, "1 online sexual offence"."""
    return _PLURAL.sub(r"\1", noun, count=1)


def counted(n: int | Ends, noun: str) -> str:
    """A number with its noun, right with 0, 1 and many: "0 offences", "1 offence"."""
    if isinstance(n, int):
        return f"{number(n)} {singular(noun) if n == 1 else noun}"
    return f"{quantity(n)} {singular(noun) if is_one(n) else noun}"


def is_one(figure: Ends) -> bool:
    """The figure is given with a single 1, so its noun is singular: "at least 1 offence"."""
    return figure.low == 1 and figure.high in (1, None)


def and_list(items: Sequence[str], word: str = "and") -> str:
    """Joined by commas and "and", with no comma before it."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def area(nations: Collection[str]) -> str:
    """The places whose forces were asked: "the UK" only if all four nations were."""
    asked = set(nations)
    if unknown := sorted(asked - NATIONS):
        raise ValueError(f"“{unknown[0]}” is not one of {and_list(REAL_PLACES)}.")
    names = ["the UK"] if asked.issuperset(_UK) else [name for name in _UK if name in asked]
    if asked.issuperset(("Jersey", "Guernsey")):
        names.append("the Channel Islands")
    else:
        names += [name for name in ("Jersey", "Guernsey") if name in asked]
    if "Isle of Man" in asked:
        names.append("the Isle of Man")
    if MADE_UP in asked:
        names.append(MADE_UP)
    return and_list(names)


def not_asked(nations: Collection[str]) -> str:
    """The nations of the UK that are not among these, if any are, in a sentence."""
    is_of_uk = {*nations} - {MADE_UP}
    left = [nation for nation in _UK if nation not in nations] if is_of_uk else []
    return f"{and_list(left)} {'was' if len(left) == 1 else 'were'} not asked." if left else ""


def is_uk(place: str) -> bool:
    """A place that claims all four nations."""
    plain = place.casefold().replace(".", "").removeprefix("the ")
    return plain in ("uk", "united kingdom")


def in_area(place: str) -> str:
    """The place behind a noun: " in Wales", or nothing where no place can be named."""
    return f" in {place}" if place else ""


def without_victims(measure: str) -> str:
    """A measure without its "against under-18s", where the sentence names the victims itself."""
    return measure.split(" against ")[0]


def sentence(text: str) -> str:
    """With a capital at the start: "The Metropolitan Police recorded"."""
    return text[:1].upper() + text[1:]


def possessive(name: str) -> str:
    """A name as an owner’s: “Durham’s”, but “West Midlands’”."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def ended(text: str) -> str:
    """Words of another's hand at the end of a sentence: one full stop, or their own "?"."""
    plain = " ".join(text.split()).rstrip(". ")
    return plain if plain.endswith(("?", "!", "…")) else f"{plain}."


def on_or_in(when: str) -> str:
    """A date with its preposition: "on 25 June 2019", "in June 2019", "in 2019"."""
    return f"{'on' if _DAY.match(when) else 'in'} {when}"


def months(n: int) -> str:
    """A number of months in words: "six months", "one month"."""
    return f"{small_number(n)} month{'' if n == 1 else 's'}"


def by_or_in(place: str) -> str:
    """Where a crime was recorded: "in Cambridgeshire", but "by the Metropolitan Police"."""
    is_body = bool(re.search(r"\b(?:police|constabulary|psni)\b", place, re.IGNORECASE))
    return f"{'by' if is_body else 'in'} {place}"
