"""Every public view asks about the one moment of its request: none looks at the clock."""

import ast
from pathlib import Path

from django.conf import settings

CLOCKS = {"now", "localdate", "today", "utcnow", "time", "monotonic"}
TAGS = ("{% now", "timesince", "timeuntil", "naturaltime", "naturalday")


def test_no_public_view_looks_at_the_clock():
    for file in (Path(settings.BASE_DIR) / "offences" / "views").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                assert name not in CLOCKS, f"{file.name}:{node.lineno}: ask moment(request)"


def test_no_public_template_looks_at_the_clock():
    templates = Path(settings.BASE_DIR) / "templates"
    for file in templates.rglob("*"):
        if file.is_file() and "admin" not in file.relative_to(templates).parts:
            text = file.read_text(encoding="utf-8")
            assert not any(tag in text for tag in TAGS), file
