"""A tool with a place of its own in .tools: locked, and installed only when it is asked for."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Apart:
    """What the lock file tools/NAME.txt holds, installed in .tools/NAME."""

    name: str
    what: str  # as the line that announces the installing says it

    @property
    def lock(self) -> Path:
        return ROOT / "tools" / f"{self.name}.txt"

    @property
    def place(self) -> Path:
        return ROOT / ".tools" / self.name

    @property
    def packages(self) -> Path:
        python = f"python{sys.version_info.major}.{sys.version_info.minor}"
        return self.place / "lib" / python / "site-packages"

    def version_of(self, package: str) -> str:
        """As the lock has it."""
        lines = self.lock.read_text().splitlines()
        pin = next(line.split()[0] for line in lines if line.startswith(f"{package}=="))
        return pin.split("==")[1]

    def install(self) -> None:
        """Nothing to do if it was done for this lock file, this Python and this directory."""
        stamp = self.place / "installed"
        state = f"{ROOT}\n{sys.version}\n{self.lock.read_text()}"
        if stamp.exists() and stamp.read_text() == state:
            return
        print(f"Installing {self.what} into .tools/{self.name}", flush=True)
        shutil.rmtree(self.place, ignore_errors=True)
        uv = ROOT / ".tools" / "bin" / "uv"
        ours = {k: v for k, v in os.environ.items() if k not in {"VIRTUAL_ENV", "PYTHONPATH"}}
        ours["UV_PYTHON_DOWNLOADS"] = "never"
        place, python = str(self.place), ["--quiet", "--python"]
        for options in (
            ["venv", *python, sys.executable, place],
            ["pip", "sync", *python, place, "--require-hashes", self.lock],
        ):
            subprocess.run([uv, *options], cwd=ROOT, env=ours, check=True)
        stamp.write_text(state)


BENCH = Apart("bench", "gunicorn and Datasette")
MUTANTS = Apart("mutants", "mutmut")
