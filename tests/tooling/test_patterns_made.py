"""Patterns that another process has made find what they would if they were made here."""

import pytest

from offences.tracing.finding import vocabulary
from offences.tracing.finding.vocabulary import _LazyPattern
from tests.patterns_made import LOOKED_UP, dump, load

TEXT = "In 2018/19 there were 68 offences, up 42 per cent; in 2017/18 it was 48.\nNone was known."
SOURCES = [
    *(r"(?P<n>\d+)\s+(?P<what>offences|crimes)", r"\bup\b(?=\s)", r"(?<!\d)48\.$", r"known\.\Z"),
    *(r"[a-z–“”]+ne\b", r"(\w)\1", r"(?:19|20)\d\d[/–-]\d\d"),
]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("flags", [vocabulary.IGNORE_CASE, 0])
def test_a_pattern_made_elsewhere_is_the_same(source, flags):
    here, there, other = (_LazyPattern(source, flags) for _ in range(3))
    load([other], dump([there]))
    assert "_made" in vars(other)
    here.make()
    assert all(set(vars(here)[name]) == set(vars(other)[name]) for name in LOOKED_UP)
    assert here._made == other._made  # its source, its flags and what Python made of it
    for text in (TEXT, TEXT * 9):
        found, again = ([*each.finditer(text)] for each in (here, other))
        assert [(m.span(), m.groupdict(), m.lastgroup) for m in found] == [
            (m.span(), m.groupdict(), m.lastgroup) for m in again
        ]


def test_each_pattern_of_the_tracer_is_left_once_and_one_made_here_stays():
    made, fresh = _LazyPattern("a", 0), _LazyPattern("a", 0)
    made.make()
    was = made._made
    load([made], dump([fresh]))
    assert made._made is was
    assert dump([made, fresh]) == dump([])


def test_one_of_another_source_or_flag_is_not_taken():
    left = dump([_LazyPattern("a", 0)])
    for other in (_LazyPattern("b", 0), _LazyPattern("a", vocabulary.IGNORE_CASE)):
        load([other], left)
        assert "_made" not in vars(other)
