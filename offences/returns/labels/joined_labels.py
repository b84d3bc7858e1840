"""Labels that name several dimensions at once: “Female 0-12”, “13-17 male”, “Kik - girls”."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered
from offences.returns.labels.label_words import (
    clean_label,
    content_role,
    heading_role,
    is_generic,
    is_total,
    is_unknown,
)

type Named = tuple[tuple[str, str], ...]  # role, text

_JOINED = ("sex", "age", "platform")
_BETWEEN = re.compile(
    r"(?: ?[-,/:;&+(]| and\b| (?:in|on|via|using)\b)*(?: |(?<=[/:;]))", re.IGNORECASE
)
_LONGEST = 80  # characters: longer ones are sentences
_AT_EDGES = " -,/:;&()"
_YEARS = re.compile(r"\d+[ -]years?", re.IGNORECASE)  # “3 year total” is of no age
_TOTAL_WORDS = re.compile(r"\b(?:(?:sub|grand)[ -]?)?totals?\b|^all\b", re.IGNORECASE)


_NO_AGE = re.compile(  # the number of a model, or before a label: “1) Snapchat”
    r"play ?station [345]$|\d{1,2}[.)] ?[^\W\d]{2}", re.IGNORECASE
)


@remembered
def joined_parts(text: str) -> Named:
    """The labels of two or more kinds that a text has side by side; none where it has one kind."""
    phrase = clean_label(plain_text(text))
    if (
        len(phrase) > _LONGEST
        or content_role(phrase) in ("offence", "force")
        or _NO_AGE.match(phrase)
    ):
        return ()  # “Rape of a female under 16” is the name of one offence
    for found in _BETWEEN.finditer(phrase):
        first, last = phrase[: found.start()].strip(_AT_EDGES), phrase[found.end() :]
        if not (one := _named(first)):
            continue
        rest = joined_parts(last) or _named(last.strip(_AT_EDGES))
        kinds = [kind for kind, _ in (*one, *rest)]
        if rest and len({*kinds}) == len(kinds):
            return (*one, *rest)
    return ()


def _named(text: str) -> Named:
    """The one label that a text is, if it is of a kind that is joined with others."""
    role = content_role(text)
    if role not in _JOINED or (role == "age" and not any(map(str.isdigit, text))):
        return ()
    return ((role, text),)


@remembered
def axes_named(corner: str) -> tuple[str, ...]:
    """The kinds of label that a heading names in turn, as “Platform / sex of victim” does."""
    for between in ("/", "-", ",", "&", "+", " and ", " by "):
        kinds = tuple(heading_role(each.strip()) for each in corner.split(between))
        if len(kinds) == 2 and len({*kinds}) == 2 and {*kinds} <= {*_JOINED}:
            return kinds
    return ()


def unrecorded_parts(text: str, kinds: tuple[str, ...]) -> Named:
    """The labels of “Not recorded / Female”, where those beside it are of these kinds in turn."""
    phrase = clean_label(plain_text(text))
    for found in _BETWEEN.finditer(phrase) if len(phrase) <= _LONGEST else ():
        parts = [phrase[: found.start()].strip(_AT_EDGES), phrase[found.end() :].strip(_AT_EDGES)]
        named = zip(kinds, parts, strict=True)
        fits = all(is_unknown(part) or _named(part) == ((kind, part),) for kind, part in named)
        if (
            found[0].strip()
            and fits
            and (not all(map(is_unknown, parts)) or len({*map(str.casefold, parts)}) == 1)
        ):
            return tuple(zip(kinds, parts, strict=True))
    return ()


def is_letter_and_number(text: str) -> bool:
    """“M 10”: a boy of ten, where “F 10” is beside it, or else a month or a column of a form."""
    return bool(re.fullmatch(r"[mf] \d.*", plain_text(text), re.IGNORECASE))


@remembered
def named_of_total(text: str) -> Named:
    """What a total is of, where it says so: “Total female” is of girls."""
    phrase = clean_label(plain_text(text)).strip(" :")
    rest = _TOTAL_WORDS.sub("", phrase).strip(_AT_EDGES)
    if not is_total(phrase) or rest == phrase or _YEARS.fullmatch(rest):
        return ()
    return joined_parts(rest) or _named(rest)


_LED = re.compile(r"(?:for|of|in|from|on|via|by|the)\b ?", re.IGNORECASE)


@remembered
def without_total(text: str) -> str:
    """What a total is of, in its words: “Rape” of “Rape - total”; empty where it is of all."""
    phrase = clean_label(plain_text(text)).strip(" :")
    rest = _TOTAL_WORDS.sub("", phrase).strip(_AT_EDGES)
    while led := _LED.match(rest):
        rest = rest[led.end() :]
    of_all = is_total(rest) or is_total(f"all {rest}") or is_generic(rest)
    said = len(rest) > 1 and "total" in phrase.casefold() and not _YEARS.fullmatch(rest)
    return rest if said and not of_all else ""
