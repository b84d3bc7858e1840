"""make check: everything that can be said about the code without running a test."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

# In CI nothing reads what mypy would keep, and to write it costs seconds.
NOT_KEPT = ["--cache-dir=/dev/null"] if os.environ.get("CI") == "true" else []

STEPS: list[tuple[str, list[str]]] = [
    ("format", ["ruff", "format", "--check", "."]),
    ("lint", ["ruff", "check", "."]),
    ("types", ["mypy", *NOT_KEPT]),
    ("import contracts", ["lint-imports", "--no-logo"]),
    ("templates", ["djlint", "--lint", "templates"]),
    ("migrations", ["python", "manage.py", "makemigrations", "--check", "--dry-run"]),
    ("docs/claims.md", ["python", "-m", "tools.claims", "--check"]),
    ("lock files in step", ["python", "-m", "tools.lock", "--check"]),
]
# Settings as on a server, with values that open nothing.
SETTINGS = {
    "DEBUG": "0",
    "SECRET_KEY": "for checks alone: it signs nothing that anybody reads",
    "ALLOWED_HOSTS": "localhost",
}
SETTINGS["DATABASE_URL"] = "sqlite:///:memory:"


def passes(name: str, command: list[str]) -> bool:
    print(f"  {name:<20}", end="", flush=True)
    begun = time.monotonic()
    result = subprocess.run(
        [BIN / command[0], *command[1:]],
        cwd=ROOT,
        env=os.environ | SETTINGS,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    ok = result.returncode == 0
    print(f"{'ok' if ok else 'FAILED'}  {time.monotonic() - begun:.1f} s", flush=True)
    if not ok:
        print(f"\n$ {' '.join(command)}\n{result.stdout.strip()}\n", flush=True)
    return ok


def check() -> bool:
    return all([passes(name, command) for name, command in STEPS])


if __name__ == "__main__":
    print("Checks", flush=True)
    sys.exit(0 if check() else 1)
