"""docs/paths.md names what is there: each step is in its module, and an earlier one calls it."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "paths.md").read_text()
STEP = re.compile(r"^1\. `([\w.]+)` in `(offences/[\w/]+\.py)`: .+ → .+", re.M)
STRETCHES = {
    part.partition("\n")[0]: STEP.findall(part) for part in re.split(r"^### ", PAGE, flags=re.M)[1:]
}
STEPS = [step for steps in STRETCHES.values() for step in steps]


@cache
def names_in(path: Path) -> frozenset[str]:
    """What a module defines: its functions, its classes and their methods, its constants."""
    found = set()
    for node in ast.parse(path.read_text()).body:
        targets = [*getattr(node, "targets", ()), getattr(node, "target", None)]
        found |= {each.id for each in targets if isinstance(each, ast.Name)}
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            own = [each for each in node.body if isinstance(each, ast.FunctionDef)]
            found |= {f"{node.name}.{each.name}" for each in own}
    return frozenset(found)


def calls_in(path: Path) -> set[str]:
    """The names that a module calls, or hands on to be called."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    named = {each.id for each in nodes if isinstance(each, ast.Name)}
    return named | {each.attr for each in nodes if isinstance(each, ast.Attribute)}


def test_every_line_of_a_path_is_a_step_under_a_heading():
    assert len(STEPS) == len(re.findall(r"^1\. ", PAGE, re.M)) > 30
    assert all(STRETCHES.values())


@pytest.mark.parametrize("step", STEPS, ids=[f"{name}-{module}" for name, module in STEPS])
def test_each_step_is_in_the_module_that_it_names(step):
    name, module = step
    assert name in names_in(ROOT / module)


@pytest.mark.parametrize("heading", STRETCHES)
def test_each_step_is_called_by_one_before_it(heading):
    steps = STRETCHES[heading]
    for at, (name, _) in enumerate(steps[1:], 1):
        called = set().union(*(calls_in(ROOT / module) for _, module in steps[:at]))
        assert name.rpartition(".")[2] in called, f"nothing before {name} calls it"


def test_every_other_name_on_the_page_is_one_of_the_code():
    everything = frozenset().union(*map(names_in, (ROOT / "offences").rglob("*.py")))
    named = set(re.findall(r"`([A-Za-z_.]+)`", PAGE)) - {name for name, _ in STEPS}
    templates = {each.name for each in (ROOT / "templates").rglob("*.html")}
    assert named and not named - everything - templates
