"""Checklists for challenging a refusal, and what the request for a review says of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from offences.foi_clock import ACT_OF_2000, SECTIONS_WITHOUT_EXTENSION, law_of, section_number
from offences.words import text_table

_TEXTS = text_table("challenges")
NO_DUE_DATE = "the date that the law sets"  # in a letter to a force whose law we do not know


@dataclass(frozen=True)
class ChecklistItem:
    """One thing to look at in a refusal, and where it comes from."""

    text: str
    source: str


def is_under_act(nation: str) -> bool:
    """Whether the sections of a force's answer are those of the Act of 2000."""
    return law_of(nation) is ACT_OF_2000


def is_qualified(section: str) -> bool:
    """Whether a section asks for the public interest to be weighed; the others are absolute."""
    return section_number(section) not in SECTIONS_WITHOUT_EXTENSION


def checklist_of(section: str) -> list[ChecklistItem]:
    """What to look at where this section is claimed."""
    number = section_number(section)
    items = list(_items(str(number)))
    if is_qualified(section):
        items.append(_item(_TEXTS["test"].format(section=number)))
    return items


def checklist_of_all() -> list[ChecklistItem]:
    """What to look at in every refusal."""
    return list(_items("all"))


def _items(key: str) -> Iterator[ChecklistItem]:
    n = 1
    while text := _TEXTS.get(f"{key}.{n}"):
        yield _item(text)
        n += 1


def _item(text: str) -> ChecklistItem:
    words, _, source = text.partition(" | ")
    return ChecklistItem(words, source)


def challenge_in_words(claims: Iterable[tuple[str, str]], *, under_act: bool = True) -> str:
    """The paragraphs of a letter about sections, each with the force's own words of it."""
    found = [_paragraph(*each, under_act) for each in dict(claims).items()]
    return "\n\n".join(found) or _TEXTS["none.letter" if under_act else "own.letter"]


def _paragraph(section: str, quote: str, under_act: bool) -> str:
    key = f"{section_number(section)}.letter" if under_act else "other.letter"
    asks = _TEXTS.get(key, _TEXTS["other.letter"])
    words = f"You wrote: “{quote.strip().rstrip('.')}”. " if quote.strip() else ""
    return f"Section {section}. {words}{asks}"
