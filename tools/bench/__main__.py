"""make bench: how fast it is, measured here and now, in databases of its own.

Each subject is measured in a process of its own: an import of counts, a page of the site, the
minute of an embargo under load, the claims of a force with the trace of its draft, the round trip
of the gate and the tracer, what is to be hidden of a release and of five in a row, what releases
in a row lose, and how soon a slow phone shows a page. `growth` measures the lists of the admin, the
board, a force's file, the charity's spreadsheet, drafts and the trace of one, downloads, a public
page and *Today* in the practice year and with ten and a hundred times what a year adds.

ARGS names some of them, by a part of the name, and may ask for the short form, which only shows
that each runs to its end:

    make bench ARGS=pages            make bench ARGS="embargo disclosure --short"

What the subjects print is also on one page, var/bench.md (of the short form var/bench-short.md):
whether each kept its budget, the peer that it is measured beside, and its figures.

How long each takes, about, where nothing else runs on two cores: imports 2 minutes, pages 4 and
growth 8 for each database, embargo 1, claims and disclosure less, releases 2, losses 3, paint 3,
round_trip 15.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tools.bench.short import NAME
from tools.bench.site import COLLECTED, manage, settings_of

ROOT = Path(__file__).resolve().parents[2]
SUBJECTS = (
    *("imports", "pages sqlite", "pages postgresql", "embargo"),
    *(f"growth {kind}" for kind in ("sqlite", "postgresql")),
    *("claims", "disclosure", "releases", "losses", "paint", "round_trip"),
)
OF_PAGES = ("pages", "embargo", "growth", "paint")
_PLAIN = "openpyxl for a file's cells, a plain loop for the download; else none"
PEERS = {
    "imports": "a stock ModelResource, into our table and into a bare one",
    "pages sqlite": "Datasette, and the same bytes from memory",
    "pages postgresql": "Datasette, and the same bytes from memory",
    **{each: _PLAIN for each in SUBJECTS if each.startswith("growth")},
}
"""What a subject is measured beside; the others have a budget alone."""


def chosen(words: list[str]) -> list[str]:
    """The subjects that have one of these words in their names; all, if there are no words."""
    found = [each for each in SUBJECTS if not words or any(word in each for word in words)]
    unknown = [word for word in words if not any(word in each for each in SUBJECTS)]
    if unknown:
        raise SystemExit(f"bench: {', '.join(unknown)}: choose of {', '.join(SUBJECTS)}.")
    return found


def run(subject: str) -> tuple[int, list[str]]:
    """The code with which a subject ends, and the lines that it printed, which are shown at once.

    However this ends, the measuring is told and has ended its servers before we go.
    """
    measuring = subprocess.Popen(
        [sys.executable, "-m", *f"tools.bench.{subject}".split()],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    lines = []
    try:
        assert measuring.stdout is not None
        for line in measuring.stdout:
            print(line, end="", flush=True)
            lines.append(line.rstrip())
        return measuring.wait(), lines
    except BaseException:
        measuring.terminate()
        measuring.wait()
        raise


def main() -> int:
    """0 only if each subject was as fast as is wanted."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if "--short" in sys.argv:
        os.environ[NAME] = "1"
    subjects = chosen([word for word in sys.argv[1:] if word != "--short"])
    if any(subject.startswith(OF_PAGES) for subject in subjects):
        manage("collectstatic", "--no-input", **settings_of("sqlite:///:memory:", ROOT / "var"))
        os.environ[COLLECTED] = "1"
    page = ROOT / "var" / ("bench-short.md" if NAME in os.environ else "bench.md")
    page.parent.mkdir(exist_ok=True)
    found: dict[str, tuple[int, list[str]]] = {}
    for subject in subjects:
        found[subject] = run(subject)
        page.write_text(page_of(found))  # what was measured outlasts a run that is broken off
    return 1 if any(code for code, _ in found.values()) else 0


def page_of(found: dict[str, tuple[int, list[str]]]) -> str:
    """One page: a table of the subjects, then the figures of each."""
    short = ", in the short form, whose figures say nothing" if NAME in os.environ else ""
    rows = [
        f"| {subject} | {PEERS.get(subject, 'none')} | {'no' if code else 'yes'} |"
        for subject, (code, _) in found.items()
    ]
    table = ["| Subject | Peer | Budget kept |", "| --- | --- | --- |", *rows]
    parts = [
        "\n".join([f"## {subject}", "", "```text", *lines, "```"])
        for subject, (_, lines) in found.items()
    ]
    return "\n\n".join([f"# How fast it is{short}", "\n".join(table), *parts]) + "\n"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
