"""One force's return in a round of three years, by three offences, and the people around it."""

from types import SimpleNamespace

import pytest

from tests import worlds


@pytest.fixture
def world(db) -> SimpleNamespace:
    w = SimpleNamespace()
    w.officer = worlds.person("Ann Lee", "Data officer")
    w.colleague = worlds.person("Bo Day", "Data officer")
    w.checker = worlds.person("Cy Moss", "Checker")
    w.press = worlds.person("Di Fox", "Press officer")
    w.approver = worlds.person("Ed Hay", "Approver")
    w.measure = worlds.measure()
    w.split = worlds.breakdown(w.measure)
    w.round = worlds.round_of(w.measure)
    w.force = worlds.force("Northshire", spellings=["N. Shire"])
    w.document = worlds.publication()
    w.submission = worlds.submission(w.force, w.round, w.document)
    w.cell = lambda year, category="total": worlds.cell(w.measure, year, category)
    return w
