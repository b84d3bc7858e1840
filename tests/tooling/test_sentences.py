"""A sentence for readers has one home: `offences/words`, `offences/english.py` or a template.

Every string literal of four words or more in the rooms below is read. Words for staff are excepted:
staff/, admin/, models/, intake/, returns/, roles.py and management/ stay out of the list. So are
strings that no reader meets: docstrings, messages of exceptions, regular expressions, SQL,
log lines. Of the other rooms, statistics/notation, statistics/sums, disclosure/, counts/ and
releases/ word what only staff read: refusals, findings of the screening, notices of the grid.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import offences

ROOT = Path(offences.__file__).parent
ROOMS = (
    *("as_at.py", "charts", "claims", "exports", "middleware.py", "press", "rounds"),
    *("templatetags", "tracing", "trends", "views"),
)
FOR_STAFF = {
    "press/sending.py": "why a text is not sent",
    "press/drafting.py": "progress of a task; why an event may not rest on a release",
    "press/approved_words.py": "why words may not be approved",
    "press/examples.py": "examples on which an event’s own words are tried",
    "press/event_blocks.py": "why an event’s own words cannot be used",
    "press/texts.py": "why an event may not be changed",
    "press/issuing.py": "why a text may not be issued",
    "press/signing.py": "why a text may not be signed",
    "press/signers.py": "why a person may not sign yet",
    "press/withheld_numbers.py": "why a text may not be issued",
    "rounds/inbox.py": "why a message is held back, or not stored a second time",
    "trends/previous.py": "what a count in the grid is compared with",
}
"""Modules whose words only staff read, and what those words are."""
FEWEST_WORDS = 4
NO_READER = {
    "compile",
    "search",
    "match",
    "fullmatch",
    "sub",
    "refuse",
    "_checked",
    "execute",
    "RunSQL",
} | {*("debug", "info", "warning", "error", "exception")}
"""What a call is named whose text no reader meets."""
PATTERN = re.compile(r"\\[bsdw]|\(\?|^'User-agent:|^f'User-agent:")
"""What only a regular expression or `robots.txt` has."""
DEFINITIONS = {"multiples.py": {"definition"}}
"""Functions that make a definition for the methods page, as docstrings do elsewhere."""


def words_in(node: ast.expr) -> int:
    """How many words a literal has; of an f-string its own text, each value counting as one."""
    if isinstance(node, ast.Constant):
        return len(node.value.split()) if isinstance(node.value, str) else 0
    if isinstance(node, ast.JoinedStr):
        text = "".join(
            str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values
        )
        return len(text.split())
    return 0


def name_of(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def sentences_in(tree: ast.AST, definitions: set[str]) -> Iterator[tuple[int, str]]:
    """The line and the text of every long literal that a reader might meet."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # a docstring
        if isinstance(node, ast.Raise | ast.Assert):
            continue
        if isinstance(node, ast.Call) and name_of(node) in NO_READER:
            continue
        if isinstance(node, ast.FunctionDef) and node.name in definitions:
            continue
        if isinstance(node, ast.Constant | ast.JoinedStr):
            if words_in(node) >= FEWEST_WORDS and not PATTERN.search(ast.unparse(node)):
                yield node.lineno, ast.unparse(node)
            continue
        yield from sentences_in(node, definitions)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_no_sentence_of_its_own(room: str):
    path = ROOT / room
    found = [
        f"{file.relative_to(ROOT)}:{line} {text}"
        for file in ([path] if path.is_file() else sorted(path.rglob("*.py")))
        if str(file.relative_to(ROOT)) not in FOR_STAFF
        for line, text in sentences_in(
            ast.parse(file.read_text(encoding="utf-8")), DEFINITIONS.get(file.name, set())
        )
    ]
    assert not found, "Move these to offences/words or a template:\n" + "\n".join(found)


def test_a_sentence_is_found_wherever_it_is_written():
    code = 'def f(n):\n    """A docstring of many words."""\n    return f"There are {n} of them."\n'
    assert [line for line, _ in sentences_in(ast.parse(code), set())] == [3]
    quiet = 'import re\nre.compile("a b c d")\nraise ValueError("a b c d")\n'
    assert not list(sentences_in(ast.parse(quiet), set()))
