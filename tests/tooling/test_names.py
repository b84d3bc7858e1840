"""One name for one thing: classes, modules and functions of the application."""

import ast
import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
MODULES = [
    path
    for path in sorted((ROOT / "offences").rglob("*.py"))
    if "migrations" not in path.parts and path.name != "__init__.py"
]
DICTATED = {"Command", "Meta", "Media"}
"""Names that Django looks for, so that many classes have them."""

GESTURES = {
    *("told", "tell", "tells", "said", "held", "kept", "known", "standing", "ground", "grounds"),
    *("story", "together", "looking", "opened", "far", "again", "over", "moved", "nought"),
    *("noughts", "whoever", "bring", "brought", "mend", "mended", "others", "alike", "anew"),
    *("apart", "beside", "came", "come", "goes", "gone", "meant", "stands", "twice", "wanted"),
}
"""Words that a reader has to have explained each time; `name` says none of them."""

OF_THE_FIELD = {"held_back", "not_held"}
"""Words of the law and of files, which mean one thing."""

PLAIN_HERE = {"known", "is_known"}
"""How many ages are known, and whether anything is known of a series: as the methods page says."""


class Definition(NamedTuple):
    name: str
    is_class: bool
    first_line: str


@cache
def definitions(path: Path) -> list[Definition]:
    """The module itself and its classes and functions, with the first line of each docstring."""
    return [
        Definition(
            getattr(node, "name", path.stem),
            isinstance(node, ast.ClassDef),
            (ast.get_docstring(node) or "").partition("\n")[0],
        )
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
    ]


def words_of(name: str) -> set[str]:
    """The words of a name: `CellRefused` is cell and refused, `cells_of` is cells and of."""
    spaced = "".join(f"_{c.lower()}" if c.isupper() else c for c in name)
    for known in OF_THE_FIELD:
        spaced = spaced.replace(known, "")
    return set(spaced.split("_"))


def place(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_public_class_name_is_used_twice():
    found: dict[str, list[str]] = defaultdict(list)
    for path in (*MODULES, *(ROOT / "offences").rglob("__init__.py")):
        for node in definitions(path):
            if node.is_class and not node.name.startswith("_"):
                found[node.name].append(place(path))
    twice = {name: places for name, places in found.items() if len(places) > 1}
    assert {name: places for name, places in twice.items() if name not in DICTATED} == {}


def test_a_refusal_is_imported_from_its_own_module():
    for path in [*(ROOT / "offences").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "Refused" in text else ():
            if isinstance(node, ast.ImportFrom) and "Refused" in {each.name for each in node.names}:
                assert node.module == "offences.refused", place(path)
            assert not (isinstance(node, ast.Attribute) and node.attr == "Refused"), place(path)


def faults(of: Callable[[Path], object]) -> dict[str, object]:
    """By its module, what is wrong with it."""
    return {place(path): found for path in MODULES if (found := of(path))}


def test_names_need_no_explanation():
    def gestures(path: Path) -> list[str]:
        names = {node.name for node in definitions(path)}
        return sorted(name for name in names - PLAIN_HERE if words_of(name) & GESTURES)

    assert faults(gestures) == {}


def names_bound(path: Path) -> list[tuple[str, bool]]:
    """The names that a module itself binds, one by one, and whether a decorator has them."""
    found: list[tuple[str, bool]] = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.append((node.name, bool(node.decorator_list)))
        if isinstance(node, ast.Assign):
            names = (each for target in node.targets for each in ast.walk(target))
            found += [(each.id, False) for each in names if isinstance(each, ast.Name)]
    return found


def test_a_module_binds_a_name_once():
    """The second of two takes the place of the first, which nobody then calls."""

    def bound_again(path: Path) -> list[str]:
        names = [name for name, _ in names_bound(path) if name != "_"]
        return sorted({name for name in names if names.count(name) > 1})

    assert faults(bound_again) == {}


def test_a_private_name_is_used_in_its_module():
    def unused(path: Path) -> list[str]:
        words = re.findall(r"\w+", path.read_text(encoding="utf-8"))
        private = [
            name
            for name, is_registered in names_bound(path)
            if name.startswith("_") and name != "_" and not is_registered
        ]
        return [name for name in private if words.count(name) == 1]

    assert faults(unused) == {}


def test_a_docstring_opens_with_one_short_line():
    def long(path: Path) -> list[str]:
        return [node.first_line for node in definitions(path) if len(node.first_line) > 90]

    assert faults(long) == {}


def test_a_file_has_at_most_400_lines():
    def too_many(path: Path) -> int:
        number = len(path.read_text(encoding="utf-8").splitlines())
        return number if number > 400 else 0

    assert faults(too_many) == {}


def test_the_admin_keeps_lists_of_records_and_little_else():
    modules = sorted((ROOT / "offences" / "admin").glob("*.py"))
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in modules)
    assert lines < 1500
    bases = {
        node.name: len(node.bases)
        for path in modules
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert {name: number for name, number in bases.items() if number > 2} == {}
