"""make bench: how fast it is, measured here and now, in databases of its own.

Each subject is measured in a process of its own: an import of counts, a page of the site, the
minute of an embargo under load, the claims of a force with the trace of its draft, the round
trip of the gate and the tracer, what is to be withheld of a release and of five in a row, and how
soon a slow phone shows a page.
"""

import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SUBJECTS = (
    *("imports", "pages sqlite", "pages postgresql", "embargo"),
    *("claims", "round_trip", "disclosure", "releases", "paint"),
)


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
    codes = [run(subject) for subject in sys.argv[1:] or SUBJECTS]
    return 1 if any(codes) else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
