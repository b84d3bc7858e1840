"""Files of a practice year are read in the test's own process."""

import pytest


@pytest.fixture(autouse=True)
def reads(read_here: None) -> None:
    """Read without a process of its own."""
