"""Every sentence that readers see, made from data: claims, missing figures, drafts.

Plain Python over `offences.claims` and `offences.statistics`. Nothing is decided here: a rule has
decided, and a module of this room puts the result into words. Each sentence stands once.

A force's page: `page`, `change` (its opening sentence), `chart`, `card`, `cells`, `breakdowns`,
`reasons` (why a figure is missing), `revisions`, `other_figures`, `total_copy`, `national`,
`remarks`, `answers`. Many forces: `panels`, `areas`, `regions`. The site: `site`, `charity`,
`finder`, `preview`, `api`, `downloads`, `methods`.

Claims: `claims` and `sentences`, with `phrases` that they share, `refusals`, `quoting` and `years`
of the charity's own. Texts: `press`, `notes`, `angles`, `pack`, `guidance` (what may be said), and
`verdicts` on a text that somebody typed.

Staff: `round`, `challenges` and `legal_mistakes` of requests; `places` in a file and the
`force_questions` about it; `return_form`, `sign_off`, `mail`.
"""

from pathlib import Path


def text_table(name: str) -> dict[str, str]:
    """The sentences of a text file beside this one: one a line, after its key and a colon."""
    lines = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))
