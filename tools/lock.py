"""The lock files: exact versions and hashes of everything declared, and no addresses.

make lock writes them; --check says, without a network, whether they still fit what is declared.
A newer version somewhere is no fault: only a declaration that the lock does not answer is one.
"""

import hashlib
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = "3.12"
GROUPS = {
    "requirements-dev.txt": "dev",
    "tools/uv.txt": "uv",
    "tools/node.txt": "node",
    "tools/bench.txt": "bench",
    "tools/mutants.txt": "mutants",
}
LOCKS = ["requirements.txt", *GROUPS]
# What runs in one process with another lock has the same version of what both hold.
SAME_AS = {"requirements-dev.txt": "requirements.txt", "tools/mutants.txt": "requirements-dev.txt"}


def declared(lock: str) -> list[str]:
    """The requirements of pyproject.toml that this lock file answers."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    runtime = project["project"]["dependencies"]
    if lock == "requirements.txt":
        return sorted(runtime)
    group = project["dependency-groups"][GROUPS[lock]]
    return sorted([*runtime, *group] if lock == "requirements-dev.txt" else group)


def heading(lock: str) -> str:
    digest = hashlib.sha256("\n".join(declared(lock)).encode()).hexdigest()
    return f"# Written by make lock, for these declarations: {digest}"


def pins(lock: str) -> dict[str, tuple[str, bool]]:
    """Package → its version, and whether hashes follow."""
    text = (ROOT / lock).read_text().replace("\\\n", " ")
    found: dict[str, tuple[str, bool]] = {}
    for line in text.splitlines():
        if "==" in line and not line.startswith("#"):
            name, rest = line.split("==", 1)
            hashed = "--hash=sha256:" in rest
            found[canonicalize_name(name.split("[")[0])] = (rest.split()[0], hashed)
    return found


def python_problems(lock: str) -> list[str]:
    path = ROOT / lock
    if not path.exists():
        return [f"{lock} is missing."]
    problems = []
    text = path.read_text()
    if text.splitlines()[0] != heading(lock):
        problems.append(f"{lock} was made for other dependencies than pyproject.toml declares.")
    if "://" in text or "--index-url" in text or "--find-links" in text:
        problems.append(f"{lock} holds an address.")
    pinned = pins(lock)
    for requirement in map(Requirement, declared(lock)):
        version, _ = pinned.get(canonicalize_name(requirement.name), ("", False))
        if not version:
            problems.append(f"{lock} lacks {requirement.name}.")
        elif not requirement.specifier.contains(version, prereleases=True):
            problems.append(f"{lock} has {requirement.name} {version}, declared is {requirement}.")
    problems += [f"{lock}: {name} has no hash." for name, (_, ok) in pinned.items() if not ok]
    return problems


def npm_problems() -> list[str]:
    package = json.loads((ROOT / "package.json").read_text())
    lock = json.loads((ROOT / "package-lock.json").read_text())
    problems = []
    for kind in ("dependencies", "devDependencies"):
        if package.get(kind, {}) != lock["packages"][""].get(kind, {}):
            problems.append(f"package-lock.json has other {kind} than package.json declares.")
    for name, entry in lock["packages"].items():
        if "resolved" in entry:
            problems.append(f"package-lock.json holds an address, for {name}.")
        if name and "integrity" not in entry:
            problems.append(f"package-lock.json: {name} has no hash.")
    return problems


def problems() -> list[str]:
    found = [problem for lock in LOCKS for problem in python_problems(lock)]
    for lock, other in SAME_AS.items():
        here, there = pins(lock), pins(other)
        differing = [name for name in here.keys() & there.keys() if here[name] != there[name]]
        found += [f"{name} is not the same in {other} and {lock}." for name in sorted(differing)]
    missing = pins("requirements.txt").keys() - pins("requirements-dev.txt").keys()
    found += [f"requirements-dev.txt lacks {name}." for name in sorted(missing)]
    return found + npm_problems()


def write(lock: str, options: list[str]) -> None:
    print(f"  {lock}", flush=True)
    path = ROOT / lock
    command = [str(ROOT / ".tools/bin/uv"), "pip", "compile", "--quiet", "--universal"]
    command += ["--python-version", OLDEST_PYTHON, "--python", sys.executable]
    command += ["--generate-hashes", "--no-header", "--no-annotate"]
    command += ["--no-emit-index-url", "--no-emit-find-links"]
    if lock in SAME_AS:
        command += ["--constraint", SAME_AS[lock]]
    command += ["--output-file", lock, *options, "-"]
    # A machine's own sources of packages stay out of what everyone installs.
    environment = {k: v for k, v in os.environ.items() if not k.endswith("FIND_LINKS")}
    subprocess.run(
        command, input="\n".join(declared(lock)), text=True, cwd=ROOT, env=environment, check=True
    )
    path.write_text(f"{heading(lock)}\n{path.read_text()}")


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        found = problems()
        for problem in found:
            print(problem)
        if found:
            print("Run make lock and commit what it changes.")
        return 1 if found else 0
    print("Locking")
    for lock in LOCKS:
        write(lock, arguments)
    print("  package-lock.json", flush=True)
    verb = "update" if "--upgrade" in arguments else "install"
    subprocess.run([ROOT / ".tools/bin/npm", verb, "--package-lock-only"], cwd=ROOT, check=True)
    return main(["--check"])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as error:
        sys.exit(f"lock: {Path(error.cmd[0]).name} failed; the lines above say why.")
