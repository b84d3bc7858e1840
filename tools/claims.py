"""docs/claims.md, written from the rules themselves: python -m tools.claims (--check: in step?)."""

import sys
from dataclasses import fields
from pathlib import Path

from offences.claims.pairs import Pair
from offences.claims.rules import definition_of
from offences.claims.thresholds import MEANINGS, Thresholds
from offences.words.methods import FAMILIES, rule_name

PAGE = Path(__file__).resolve().parent.parent / "docs" / "claims.md"

HEAD = """# What may be said

Every claim that can be made of a figure, with the rule it has to pass. A claim is allowed only if
it holds at both ends of every range behind it. This page is written from the rules in
`offences/claims/`: change a rule's docstring, then run `make docs`. Readers find the same
definitions on `/about/methods/`. What a claim says is in `offences/words/sentences.txt`, and why it
is refused in `offences/words/refusals.txt`.
"""


def document() -> str:
    parts = [HEAD, "## The thresholds\n", "| setting | default | what it is |", "|---|---|---|"]
    for each in fields(Thresholds):
        value: object = each.default
        if isinstance(value, bool):
            value = "yes" if value else "no"
        parts.append(f"| `{each.name}` | {value} | {MEANINGS[each.name]} |")
    for family in FAMILIES:
        parts.append(f"\n## {family.title}\n\n{family.lead}")
        for rule in family.rules:
            parts.append(f"\n### {rule_name(rule)}\n\n`{rule.id}`\n\n{rule.definition}")
        if family.id == "changes":
            parts.append(f"\n### Chance\n\n{definition_of(Pair.chance)}")
    return "\n".join(parts) + "\n"


def main(arguments: list[str]) -> int:
    if "--check" not in arguments:
        PAGE.write_text(document(), encoding="utf-8")
        print(f"Written: {PAGE.name}")
    elif PAGE.read_text(encoding="utf-8") != document():
        print("docs/claims.md is not what the rules say. Run: make docs")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
