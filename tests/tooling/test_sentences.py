"""A sentence for readers has one home: `offences/words`, `offences/english.py` or a template.

Every string of four words or more is read, also one that is put together of shorter ones, in every
room but those of STAFF. Strings that no reader meets are passed over: docstrings, messages of
exceptions, regular expressions, SQL, log lines, lists of words.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import offences

ROOT = Path(offences.__file__).parent
WORDED = {"words", "english.py"}
STAFF = {
    **dict.fromkeys(("staff", "admin", "models"), "pages of staff"),
    **dict.fromkeys(("intake", "returns", "resources"), "files that staff upload"),
    **dict.fromkeys(("accounts", "roles.py", "sending_back.py"), "who may do what"),
    **dict.fromkeys(("replies", "counts"), "letters that came in; the grid"),
    **dict.fromkeys(("disclosure", "tasks.py"), "what a release would give away; progress"),
    **dict.fromkeys(
        (
            "management",
            "backups",
            "history",
            "health.py",
            "workers.py",
            "personal_data.py",
            "request_metrics.py",
        ),
        "who runs it",
    ),
    **{"migrations": "the database", "apps.py": "the name of the site"},
}
"""Rooms whose words only staff read, and what those words are."""
ROOMS = sorted(
    path.name
    for path in ROOT.iterdir()
    if path.name not in WORDED | STAFF.keys() and path.name != "__pycache__"
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
    "press/hidden_numbers.py": "why a text may not be issued",
    "foi_clock/laws.py": "names of the Acts",
    "releases/deciding.py": "why a release is not decided yet",
    "releases/disputes.py": "why a dispute may not be decided",
    "releases/force_checks.py": "what came of a force’s check of its figures",
    "deploy_checks.py": "what the check before a deployment finds",
    "releases/one_figure.py": "why one figure may not be corrected",
    "releases/parts.py": "why a year is not added up",
    "releases/revisions.py": "why a release waits for reasons",
    "releases/prerelease_access.py": "why a release has no preview",
    "releases/screening/figures.py": "findings of the screening",
    "releases/screening/part_years.py": "findings of the screening",
    "releases/screening/returns.py": "findings of the screening",
    "releases/screening/contradictions.py": "findings of the screening",
    "releases/screening_steps.py": "why a release may not be approved",
    "releases/snapshot.py": "which of two counts a release uses",
    "releases/steps.py": "who may take a step of a release",
    "releases/unchanged_figures.py": "a number in an earlier release",
    "rounds/inbox.py": "why a message is held back, or not stored a second time",
    "statistics/notation.py": "why a cell of the grid cannot be read",
    "statistics/sums.py": "how rows of the grid compare with their total",
    "trends/previous.py": "what a count in the grid is compared with",
}
"""Modules whose words only staff read, and what those words are."""
FEWEST_WORDS = 4
WRITTEN_OUT = 2
"""How many of those are letters in the code, not values that are put in."""
OF_LOGS = {"debug", "info", "warning", "error", "exception"}
OF_PATTERNS = {"compile", "search", "match", "fullmatch", "sub"}
NO_READER = {"refuse", "_checked", "execute", "RunSQL", "_words"}
"""What a call is named whose text no reader meets."""
PATTERN = re.compile(r"\\[bsdw]|\(\?|^'User-agent:|^f'User-agent:")
"""What only a regular expression or `robots.txt` has."""
DEFINITIONS = {"multiples.py": {"definition"}}
"""Functions that make a definition for the methods page, as docstrings do elsewhere."""


def text_of(node: ast.AST) -> str | None:
    """The text that an expression makes, each value a 0; None if it is none to be seen here."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.Constant(value=bytes() as raw):
            return raw.decode("utf-8", "replace")
        case ast.JoinedStr():
            return "".join(map(part_of, node.values))
        case ast.FormattedValue():
            return text_of(node.value)
        case ast.BinOp(op=ast.Add()):
            parts = [text_of(node.left), text_of(node.right)]
            return None if parts == [None, None] else "".join(part or "0" for part in parts)
        case ast.BinOp(op=ast.Mod()):
            return text_of(node.left)
        case ast.IfExp():
            return max(text_of(node.body), text_of(node.orelse), key=lambda text: len(text or ""))
        case ast.Call(func=ast.Attribute(attr="join"), args=[ast.List() | ast.Tuple() as joined]):
            between = text_of(node.func.value)
            return None if between is None else between.join(map(part_of, joined.elts))
        case ast.Call(func=ast.Attribute(attr="format" | "format_map" | "replace" | "strip")):
            return text_of(node.func.value)
    return None


def part_of(node: ast.AST) -> str:
    return text_of(node) or "0"


def is_sentence(text: str) -> bool:
    words = text.split()
    written = [word for word in words if re.search("[^\\W\\d]{2}", word)]
    return len(words) >= FEWEST_WORDS and len(written) >= WRITTEN_OUT


def has_no_reader(call: ast.Call) -> bool:
    """Whether the text of a call is for a log or a database, a pattern or a list of words."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    of = getattr(function, "value", None)
    owner = of.id if isinstance(of, ast.Name) else ""
    return (
        name in NO_READER
        or (name in OF_LOGS and owner == "logger")
        or (name in OF_PATTERNS and owner == "re")
    )


def sentences_in(tree: ast.AST, definitions: set[str]) -> Iterator[tuple[int, str]]:
    """The line and the text of everything long enough that a reader might meet."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # a docstring
        if isinstance(node, ast.Raise | ast.Assert):
            continue
        if isinstance(node, ast.Call) and has_no_reader(node):
            continue
        if isinstance(node, ast.FunctionDef) and node.name in definitions:
            continue
        if is_sentence(text_of(node) or ""):
            if not PATTERN.search(ast.unparse(node)):
                yield node.lineno, ast.unparse(node)
            continue
        yield from sentences_in(node, definitions)


def sentences_of(file: Path) -> list[tuple[int, str]]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return list(sentences_in(tree, DEFINITIONS.get(file.name, set())))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_no_sentence_of_its_own(room: str):
    path = ROOT / room
    found = [
        f"{file.relative_to(ROOT)}:{line} {text}"
        for file in ([path] if path.is_file() else sorted(path.rglob("*.py")))
        if str(file.relative_to(ROOT)) not in FOR_STAFF
        for line, text in sentences_of(file)
    ]
    assert not found, "Move these to offences/words or a template:\n" + "\n".join(found)


@pytest.mark.parametrize("module", FOR_STAFF)
def test_a_module_is_excepted_only_for_words_that_it_has(module: str):
    assert sentences_of(ROOT / module)


@pytest.mark.parametrize(
    "code",
    [
        'f"There are {n} of them."',
        '"There are " + str(n) + " of them."',
        "f\"{'There are none of them' if n else x}\"",
        '"".join(["There ", "are ", "none ", "of them"])',
        '" ".join(("There are", n, "of them"))',
        '"There are %s of them" % n',
        '"There are {} of them".format(n)',
        'b"There are none of them"',
        'messages.warning(request, "There are none of them")',
        'NUMBER.sub("there are none of them", text)',
        '"There are" " none " "of them"',
        '"There are none" if n else "of them all, " + n',
    ],
)
def test_a_sentence_is_found_however_it_is_put_together(code: str):
    assert [line for line, _ in sentences_in(ast.parse(f"x = 1\ny = {code}"), set())] == [2]


@pytest.mark.parametrize(
    "code",
    [
        'def f(n):\n    """A docstring of many words."""',
        're.compile("a b c d")',
        'raise ValueError("There are none of them")',
        'logger.warning("There are none of them")',
        'COMPASS = _words("north south east west")',
        'key = f"{a} {b} {c} {d}"',
    ],
)
def test_what_no_reader_meets_is_passed_over(code: str):
    assert not list(sentences_in(ast.parse(code), set()))
