"""How a rule is written: a small function that allows a claim, or refuses it with a reason.

A rule is a function whose docstring is its definition. It returns what is `Allowed`, or stops at
the first `refuse(code, ...)`. It is registered under its id by the decorator of its family, in the
order the families are listed in `gate.py`. A new claim is one more function in its family
and one more entry in `offences/words/sentences.txt`; a new code is one more line in
`offences/words/refusals.txt`. A new family joins `FAMILIES` there and in `offences.words.methods`.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from offences.claims.claim import Claim
from offences.claims.facts import Cells, Facts


class ClaimRefused(Exception):
    """The claim may not be made, for the reason with this code."""

    def __init__(
        self, code: str, values: Mapping[str, Any], figures: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(code)
        self.code, self.values, self.figures = code, values, figures or {}


def refuse(code: str, /, **values: Any) -> NoReturn:
    raise ClaimRefused(code, values)


@dataclass(frozen=True)
class Allowed:
    """What a rule allows: the figures, the cells behind them, and values for the sentence."""

    figures: Mapping[str, Any] = field(default_factory=dict)
    cells: Cells = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    reason: str = "holds"


@dataclass(frozen=True)
class Rule:
    """One entry of the catalogue: an id, its definition in words, and the test itself."""

    id: str
    definition: str
    judge: Callable[[Facts], Iterator[Claim]]


def definition_of(rule: Any) -> str:
    return inspect.cleandoc(rule.__doc__ or "")


def judged(
    id: str, subject: str, facts: Facts, rule: Callable[..., Allowed], about: Mapping[str, Any]
) -> Claim:
    """The claim that a rule results in, judged on `about`."""
    try:
        found = rule(**about)
    except ClaimRefused as no:
        values = {**about, **no.values}
        return Claim(id, subject, False, facts, no.figures, reason=no.code, values=values)
    values = {**about, **found.values}
    return Claim(id, subject, True, facts, found.figures, found.cells, found.reason, values)


Subjects = Callable[[Facts], Iterable[tuple[str, dict[str, Any] | str]]]
"""What a family of rules is judged on: each subject with the arguments of the rule.

In place of arguments it gives the code of a reason where there is nothing to judge.
"""


def family(
    rules: list[Rule], subjects: Subjects
) -> Callable[..., Callable[[Callable[..., Allowed]], Callable[..., Allowed]]]:
    """The decorator that registers a rule under its id, judged on every subject of its family."""

    def named(id: str, definition: str = "") -> Any:
        def register(rule: Callable[..., Allowed]) -> Callable[..., Allowed]:
            def judge(facts: Facts) -> Iterator[Claim]:
                for subject, about in subjects(facts):
                    if isinstance(about, str):
                        yield Claim(id, subject, False, facts, reason=about)
                    else:
                        yield judged(id, subject, facts, rule, about)

            rules.append(Rule(id, definition or definition_of(rule), judge))
            return rule

        return register

    return named


def of_latest(facts: Facts) -> Iterator[tuple[str, dict[str, Any]]]:
    """The latest year alone."""
    yield "latest", {"facts": facts}
