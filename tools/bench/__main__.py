"""make bench: how fast it is, measured here and now, in databases of its own.

Each subject is measured in a process of its own: an import of counts, a page of the site, the
minute of an embargo under load, the claims of a force with the trace of its draft, the round
trip of the gate and the tracer, what is to be withheld of a release and of five in a row, and how
soon a slow phone shows a page. ARGS names some of them, by a part of the name, and may ask for the
short form, which only shows that each runs to its end:

    make bench ARGS=pages            make bench ARGS="embargo disclosure --short"

How long each takes, about, where nothing else runs on two cores: imports 2 minutes, pages 4 for
each database, embargo 1, claims and disclosure less, releases 2, paint 3, round_trip 15.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tools.bench.short import NAME

ROOT = Path(__file__).resolve().parents[2]
SUBJECTS = (
    *("imports", "pages sqlite", "pages postgresql", "embargo"),
    *("claims", "round_trip", "disclosure", "releases", "paint"),
)


def chosen(words: list[str]) -> list[str]:
    """The subjects that have one of these words in their names; all, if there are no words."""
    found = [each for each in SUBJECTS if not words or any(word in each for word in words)]
    unknown = [word for word in words if not any(word in each for each in SUBJECTS)]
    if unknown:
        raise SystemExit(f"bench: {', '.join(unknown)}: choose of {', '.join(SUBJECTS)}.")
    return found


def run(subject: str) -> int:
    """However this ends, the measuring is told and has ended its servers before we go."""
    measuring = subprocess.Popen(
        [sys.executable, "-m", *f"tools.bench.{subject}".split()], cwd=ROOT
    )
    try:
        return measuring.wait()
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
    codes = [run(subject) for subject in subjects]
    return 1 if any(codes) else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
