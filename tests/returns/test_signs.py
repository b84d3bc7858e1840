"""Signs that say something by themselves, in labels, lines and names of sheets."""

import pytest

from offences.models import folded_label
from offences.returns.labels.scope_words import may_change_counts, name_may_change_counts


@pytest.mark.parametrize("label", ["Rape ♂", "✗ Rape", "Rape ≠", "Rape ☐", "Rape £"])
def test_a_label_with_a_sign_is_another_label(label):
    assert folded_label(label) != folded_label("Rape")


@pytest.mark.parametrize("label", ["• Rape", "▪ Rape", "→ Rape", "“Rape”", "Rape –", "[Rape]"])
def test_a_bullet_or_a_quote_around_a_label_is_none(label):
    assert folded_label(label) == folded_label("Rape")


@pytest.mark.parametrize("line", ["✗ online", "≠ online", "♀", "Online ✗"])
def test_a_line_with_a_sign_may_change_the_counts(line):
    assert may_change_counts(line)
    assert name_may_change_counts(line)


@pytest.mark.parametrize("line", ["© Northshire Police", "• Online offences", "Offences →", "–––"])
def test_a_line_with_a_bullet_or_an_arrow_does_not(line):
    assert not may_change_counts(line)
