"""What a force is asked about its own file, in outward words: `force_questions.txt`."""

import re

from offences.words import text_table

_TEXTS = text_table("force_questions")
_FOR_STAFF = re.compile(
    r"(?:^| )(?:Answer|Choose|Correct|Enter|Give|Look|Say|Switch|Tick|Type|They are not taken)\b"
    r"[^.]*(?:\.(?!\s|$)[^.]*)*\.(?=\s|$)"
)
_ASK = re.compile(r",? or ask the force\b")
_TWO = re.compile(r"\btotal\b|\bagain in\b|\badd up\b|\bmore than\b|\bless than\b", re.IGNORECASE)


def force_question(kind: str, **values: str) -> str:
    return _TEXTS[kind].format(**values)


def question_about(cell: str, message: str, *, text: str = "", marker: str = "") -> str:
    """The question about a cell, from its marker or else from what was found to be wrong.

    What `message` tells an officer to do is left out of it.
    """
    if marker in _TEXTS:
        return force_question(marker, cell=cell, text=text)
    fact = " ".join(_FOR_STAFF.sub(" ", _ASK.sub("", message)).split()) or message
    if _TWO.search(fact):
        return force_question("both", fact=_with_cell(fact, cell))
    return force_question("cell" if cell else "file", cell=cell, fact=fact)


def question_about_change(cell: str, message: str) -> str:
    return force_question("change", fact=_with_cell(message, cell))


def _with_cell(fact: str, cell: str) -> str:
    return f"Cell {cell}: {fact}" if cell and cell not in fact else fact
