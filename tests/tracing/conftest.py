"""Which of many cases of one kind make test tries: a sample by their order.

Each case is a world, made up, with a hundred sentences or more that are all read by the same rules.
make test takes every second, third or fourth, from the first on: of the sentences that may give a
hidden number away those of a third of the worlds, by turns the telling and the ordinary ones; of
words in any order those of a fourth; of the noted answers one world for what a figure is said of,
and the next for what should stand there; of every other long table an eighth of its sentences. make
drill tries all; so does pytest by itself, and SENTENCES=1.
"""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from offences.tracing import trace
from offences.tracing.trace import Figure
from tests.samples import is_drill, leave_most_to_a_drill

ONE_OF = {
    "test_a_sentence_gives_away_what_is_noted_beside_it": (3, 0),
    "test_the_gate_answers_words_in_any_order": (4, 0),
    "test_the_checker_answers_words_in_any_order": (4, 2),
    "test_every_figure_of_a_sentence_has_its_fact_and_what_should_stand_there": (2, 0),
    "test_every_figure_of_a_sentence_is_said_of_what_its_words_name": (2, 1),
}
"""Of the cases of a test one of so many, and which of those."""
WORKED_EXAMPLES = frozenset({"test_vectors.py", "test_bindings.py"})
"""What was agreed on with others: each run tries all of it."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if is_drill() or not config.getoption("part") or "SENTENCES" in os.environ:
        return
    seen = Counter[str]()
    for item in items:
        name = item.originalname if isinstance(item, pytest.Function) else ""
        if name in ONE_OF:
            step, first = ONE_OF[name]
            if seen[name] % step != first:
                item.add_marker("drill")
            seen[name] += 1
    leave_most_to_a_drill(config, items, Path(__file__).parent, but=WORKED_EXAMPLES)


def _whole(*parts: Any) -> Figure:
    """A figure whose words leave nothing out: right, it has its fact; exact, nothing instead."""
    figure = Figure(*parts)
    assert "None" not in f"{figure.fact} {figure.suggestion}", figure
    assert figure.fact or figure.verdict not in ("traced", "rounded", "loose"), figure
    assert not (figure.suggestion and figure.verdict == "traced"), figure
    return figure


@pytest.fixture(scope="session", autouse=True)
def every_verdict_is_whole() -> Iterator[None]:
    """Each figure of every text that a test has traced."""
    with patch.object(trace, "Figure", _whole):
        yield
