"""Every sentence that readers see, made from data: claims, missing figures, drafts.

Plain Python over `offences.claims` and `offences.statistics`. Nothing is decided here: a rule has
decided, and a module of this room puts the result into words. Each sentence stands once.
"""

from pathlib import Path


def text_table(name: str) -> dict[str, str]:
    """The sentences of a text file beside this one: one a line, after its key and a colon."""
    lines = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))
