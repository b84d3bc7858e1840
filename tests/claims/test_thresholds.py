import pytest

from offences.claims.thresholds import MEANINGS, Thresholds


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"pct_min_base": -1}, "pct_min_base is a whole number from 0, not -1."),
        ({"pct_min_base": 3.5}, "pct_min_base is a whole number from 0, not 3.5."),
        ({"flat_pct": "2"}, "flat_pct is a whole number from 0, not '2'."),
        ({"flat_pct": True}, "flat_pct is a whole number from 0, not True."),
        ({"rate_mode": "ceiling"}, "rate_mode is “floor” or “round”, not 'ceiling'."),
        ({"vivid": 1}, "vivid is true or false, not 1."),
        ({"zeal": 1, "ardour": 2}, "There is no setting called “ardour”."),
    ],
)
def test_a_setting_that_cannot_be_is_refused_by_its_name(settings, words):
    with pytest.raises(ValueError) as error:
        Thresholds.from_settings(settings)
    assert str(error.value) == words


def test_what_is_not_set_is_the_house_rule():
    assert Thresholds.from_settings({}) == Thresholds()
    found = Thresholds.from_settings({"flat_pct": 0, "rate_mode": "round", "vivid": True})
    assert (found.flat_pct, found.rate_mode, found.vivid) == (0, "round", True)
    assert found.pct_min_base == 50


def test_a_percentage_never_rests_on_fewer_than_twenty():
    bases = [Thresholds(pct_min_base=n).percent_base for n in (0, 19, 20, 21, 50)]
    assert bases == [20, 20, 20, 21, 50]


def test_every_setting_says_what_it_is_for():
    assert list(MEANINGS) == list(Thresholds.__dataclass_fields__)
    assert all(words.endswith(".") for words in MEANINGS.values())
