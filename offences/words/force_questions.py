"""What a force is asked about its own file, in words for the force: `force_questions.txt`."""

import re

from offences.words import text_table
from offences.words.places import places_in_words

_TEXTS = text_table("force_questions")
_FOR_STAFF = re.compile(
    r"(?:^| )(?:Answer|Choose|Correct|Enter|Give|Look|Save|Say|Switch|Tick|Type|They are not taken)"
    r"\b[^.]*(?:\.(?!\s|$)[^.]*)*\.(?=\s|$)"
)
_ASK = re.compile(r",? or ask the force\b")
_TWO = re.compile(r"\btotal\b|\bagain in\b|\badd up\b|\bmore than\b|\bless than\b", re.IGNORECASE)


def force_question(kind: str, **values: str) -> str:
    return places_in_words(_TEXTS[kind].format(**values))


def question_about(
    place: tuple[str, str], message: str, *, text: str = "", marker: str = ""
) -> str:
    """The question about a sheet and cell, from what is in it or else from what was found wrong.

    What `message` tells an officer to do is left out of it.
    """
    sheet, cell = place
    if marker in _TEXTS:
        return force_question(marker, cell=cell, text=text)
    fact = " ".join(_FOR_STAFF.sub(" ", _ASK.sub("", message)).split()) or message
    if "the same as" in fact:
        return question_about_change(cell, fact)
    if _TWO.search(fact):
        return force_question("both", fact=_with_cell(fact, cell))
    kind = "cell" if cell else "sheet" if sheet else "file"
    return force_question(kind, cell=cell, fact=fact)


def question_about_change(cell: str, message: str) -> str:
    return force_question("change", fact=_with_cell(message, cell))


def _with_cell(fact: str, cell: str) -> str:
    return f"Cell {cell}: {fact}" if cell and cell not in fact else fact
