"""Paths and names in docs/changes.md and the README: each is there, none is missing."""

import re
import tomllib
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    tuple(line.strip("| ").split(" | "))
    for line in (ROOT / "docs" / "changes.md").read_text().splitlines()
    if line.startswith("| ") and not line.startswith(("| change |", "|---"))
]
ROW_IDS = [row[0][:60] for row in ROWS]


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


PLACES = [
    place.relative_to(ROOT).as_posix()
    for top in ("config", "docs", "offences", "templates", "tests")
    for place in (ROOT / top).rglob("*")
    if "__pycache__" not in place.parts
]
READ = {".py", ".txt", ".csv", ".html", ".md"}


@cache
def text_of(place: str) -> str:
    return (ROOT / place).read_text()


def is_path(name: str) -> bool:
    return " " not in name and ("/" in name or Path(name).suffix in READ)


@cache
def places_of(row: tuple[str, ...]) -> list[str]:
    """The files and folders that a row names; of a short name all that end in it."""
    found: list[str] = []
    for name in filter(is_path, quoted(" | ".join(row))):
        pattern = re.sub(r"<\w+>", "*", name).strip("/")
        matches = [each for each in PLACES if fnmatch(f"/{each}", f"*/{pattern}")]
        assert matches or (ROOT / name).exists(), f"{name} is not there"
        found += matches
    return found


@pytest.mark.parametrize("row", ROWS, ids=ROW_IDS)
def test_each_file_that_a_row_names_is_there(row):
    assert len(row) == 3
    assert places_of(row)


@pytest.mark.parametrize("row", ROWS, ids=ROW_IDS)
def test_each_name_in_a_row_occurs_in_a_file_that_it_names(row):
    places = places_of(row)
    named = [each for each in PLACES if any(f"{each}/".startswith(f"{one}/") for one in places)]
    texts = [text_of(each) for each in named if Path(each).suffix in READ]
    for name in quoted(row[1]):
        word = re.fullmatch(r"@?([A-Za-z_]+)(?:\.[A-Za-z_]+)*", name)
        if word and not is_path(name):
            assert any(word[1] in text for text in texts), f"{name} is in none of them"


def rooms_of_the_map() -> list[str]:
    """The rooms of the README's map of the code, in its order."""
    text = (ROOT / "README.md").read_text()
    of_map = text[text.index("offences/        from the ground up") : text.index("templates/  ")]
    lines = [line.strip() for line in of_map.splitlines()[1:] if re.match("  [a-z]", line)]
    heads = [re.split("   +", line)[0] if "  " in line else line for line in lines]
    return [name.strip("/") for head in heads for name in head.split()]


def test_the_map_of_the_code_has_every_room_in_the_order_of_the_imports():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    layers = contracts["contracts"][0]["layers"]
    level = {
        name: number
        for number, layer in enumerate(reversed(layers))
        for name in re.findall(r"\w+", layer)
    }
    rooms = [name.removesuffix(".py") for name in rooms_of_the_map() if name != "reference"]
    assert sorted(rooms) == sorted(level)
    levels = [level[room] for room in rooms]
    assert levels == sorted(levels)


def test_the_readme_names_every_command():
    commands = {each.stem for each in (ROOT / "offences/management/commands").glob("[a-z]*.py")}
    text = re.sub(r"```.*?```", "", (ROOT / "README.md").read_text(), flags=re.DOTALL)
    assert commands <= {*quoted(text)}


def test_every_room_and_every_folder_of_tests_says_what_is_in_it():
    rooms = {*(ROOT / "offences").rglob("__init__.py"), *(ROOT / "tests").glob("*/__init__.py")}
    silent = {each.parent.name for each in rooms if not each.read_text()}
    assert silent == {"migrations", "commands"}  # Django's own


MAPS = [
    *("returns/formats", "returns/tables", "returns/labels", "returns/checks"),
    *("intake/returns", "disclosure", "releases", "press"),
    *("claims", "foi_clock", "rounds", "words", "views", "staff/press", "staff/rounds"),
    *("replies", "history", "resources"),
    *("tracing", "tracing/finding", "tracing/binding", "tracing/judging", "tracing/hidden_numbers"),
]


@pytest.mark.parametrize("room", MAPS)
def test_the_map_of_a_room_has_every_module_and_no_other(room):
    modules = {each.stem for each in (ROOT / "offences" / room).glob("[a-z]*.py")}
    text = (ROOT / "offences" / room / "__init__.py").read_text().split('"""')[1]
    assert {name for name in quoted(text) if re.fullmatch("[a-z_]+", name)} == modules
