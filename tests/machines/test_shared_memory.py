"""The memory that machines share: nothing in it is run, and without it each goes on alone."""

import pickle

import pytest
from django.core.cache import caches

from offences.shared_memory import PlainValues, SharedMemory

NOBODY = "redis://127.0.0.1:1/0"


@pytest.fixture
def memory(monkeypatch):
    monkeypatch.setattr(SharedMemory, "rests_until", 0.0)
    caches["results"].clear()
    return SharedMemory(NOBODY, {"OPTIONS": {"here": "results"}})


def test_while_it_is_gone_each_process_remembers_alone(memory):
    assert memory.add("visits", 0) and not memory.add("visits", 0)
    assert (memory.incr("visits"), memory.get("visits")) == (1, 1)
    memory.set("progress", ["Reading", 1, 4], 60)
    assert memory.get("progress") == ["Reading", 1, 4]
    assert SharedMemory.rests_until > 0  # it is not asked each time
    assert caches["results"].get("visits") == 1


def test_values_are_plain_and_what_somebody_else_wrote_is_none():
    values = PlainValues()
    for value in (5, "text", ["Reading", 1, 4], {"hidden": []}, None):
        stored = values.dumps(value)
        assert values.loads(stored if isinstance(stored, bytes) else str(stored).encode()) == value
    assert values.loads(pickle.dumps(print)) is None
