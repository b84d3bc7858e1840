"""make mutants: which changes of the figures' code no test notices.

mutmut makes each small change that a slip of the hand could make (< for <=, 1 for 2, a condition
turned round), one at a time, and runs the tests that reach it. What is left is a gap in the tests,
a message whose wording nothing turns on, or a change that changes nothing: a person looks at each.
What runs only while its module is imported, as a rule that registers itself does, is shown as left
unless a test registers one of its own. It is a tool for those who work on that code and no part of
make test; all of it takes an hour or more (a quarter of a second a change, and the time of all its
tests for one that is left), so it is asked about some modules, or about a part of each that a seed
draws:

    make mutants ARGS="offences.statistics.sums.*"
    make mutants ARGS="--sample 25 --seed 7 offences.claims.*"

Only what is drawn is written and noted, so a small sample of many modules is soon at its tests.
Each result is written as it is known. A run that was stopped goes on with --resume.

The tracer, which reads a text, has tests of its own and is asked about by itself:

    make mutants ARGS="offences.tracing.judging.judgement.*"
    make mutants ARGS="--sample 10 --seed 13 offences.tracing.*"

Only the modules that are named are changed, so one alone takes two minutes.

A change that makes a loop without an end is noticed too: tools/mutant_limits.py says when it is
taken for one. Each is named with its test, and with what that test needs without the change.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections import Counter

from tools.apart import MUTANTS, ROOT

# In the tests' own environment; only mutmut, and what it alone needs, comes after it.
ASK = "import sys; sys.path.append(sys.argv.pop(1)); from tools.mutant_runs import ask; ask()"
RUN = "import sys; sys.path.append(sys.argv.pop(1)); from tools.mutant_runs import run; run()"
ENDED = ROOT / "mutants" / "ended.txt"
CAUGHT = {"killed", "timeout"}


def mutmut(*arguments: str, start: str = ASK, read: bool = True) -> str:
    """What mutmut says to this; nothing where it is not read, but shown."""
    command = [sys.executable, "-c", start, str(MUTANTS.packages), *arguments]
    # The changed code imports mutmut also in the processes that tests start.
    found = os.environ | {"PYTHONPATH": str(MUTANTS.packages)}
    said = subprocess.run(command, cwd=ROOT, check=True, text=True, capture_output=read, env=found)
    return said.stdout or ""


def results() -> dict[str, str]:
    """Each change that was tried, and what became of it."""
    lines = mutmut("results", "--all", "true").splitlines()
    outcomes = dict(line.strip().rsplit(": ", 1) for line in lines if ": " in line)
    return {mutant: what for mutant, what in outcomes.items() if what != "not checked"}


def asked_for(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog='make mutants ARGS="…"', description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("modules", nargs="+", help="for example offences.statistics.*")
    percent = "so many per cent of each module’s changes"
    parser.add_argument("--sample", type=int, default=100, metavar="PERCENT", help=percent)
    fewest = "of a sample: no fewer than so many of a module (10)"
    parser.add_argument("--fewest", type=int, default=10, metavar="NUMBER", help=fewest)
    parser.add_argument("--seed", type=int, default=1, help="another seed, another sample")
    resume = "go on with a run that was stopped, of the same sample: the code must be the same"
    parser.add_argument("--resume", action="store_true", help=resume)
    parser.add_argument("--max-children", type=int, default=1, help="how many at a time")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> None:
    asked = asked_for(arguments)
    if all(module.startswith("offences.tracing") for module in asked.modules):
        os.environ["MUTANTS"] = "tracer"
    MUTANTS.install()
    if not asked.resume:  # anew: what is kept from before was found by other tests
        shutil.rmtree(ROOT / "mutants", ignore_errors=True)
    numbers = map(str, (asked.sample, asked.fewest, asked.seed, asked.max_children))
    mutmut(*numbers, *asked.modules, start=RUN, read=False)
    found = results()
    unnoticed = [mutant for mutant, outcome in found.items() if outcome not in CAUGHT]
    for mutant in unnoticed:
        print(f"\n{mutmut('show', mutant).strip()}")
    if ENDED.exists():
        print("\nChanges that count as noticed as a test came to the limit of its processor time")
        print(ENDED.read_text())
    tried, left = (Counter(each.rpartition(".")[0] for each in some) for some in (found, unnoticed))
    print("\nChanges that no test notices")
    for module, number in sorted(tried.items()):
        print(f"  {module:<36}{left[module]:>5} of {number:>5}{left[module] / number:>8.1%}")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except subprocess.CalledProcessError:
        sys.exit("mutants: stopped; the lines above say why.")
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
