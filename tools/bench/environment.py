"""What the benchmark measures with: gunicorn and Datasette, locked, in a place of their own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "tools" / "bench.txt"
PLACE = ROOT / ".tools" / "bench"
PACKAGES = (
    PLACE / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
)
DATASETTE = PLACE / "bin" / "datasette"
STAMP = PLACE / "installed"


def version_of(package: str) -> str:
    """As the lock has it."""
    lines = LOCK.read_text().splitlines()
    return next(line.split()[0] for line in lines if line.startswith(f"{package}==")).split("==")[1]


def install() -> None:
    """Nothing to do if it was done for this lock file, this Python and this directory."""
    state = f"{ROOT}\n{sys.version}\n{LOCK.read_text()}"
    if STAMP.exists() and STAMP.read_text() == state:
        return
    print("Installing gunicorn and Datasette into .tools/bench", flush=True)
    shutil.rmtree(PLACE, ignore_errors=True)
    uv = ROOT / ".tools" / "bin" / "uv"
    environment = {k: v for k, v in os.environ.items() if k not in {"VIRTUAL_ENV", "PYTHONPATH"}}
    environment["UV_PYTHON_DOWNLOADS"] = "never"
    for command in (
        [uv, "venv", "--quiet", "--python", sys.executable, PLACE],
        [uv, "pip", "sync", "--quiet", "--python", PLACE, "--require-hashes", LOCK],
    ):
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
    STAMP.write_text(state)
