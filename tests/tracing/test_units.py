"""What a number counts by the words that follow it, where no figure here counts such things."""

import pytest

from offences.tracing.binding.units import other_noun, other_thing, unit_of

NOUNS = {
    # The noun may have other words before it.
    " swimmers": "swimmers",
    " keen swimmers": "swimmers",
    " of the swimmers": "swimmers",
    # One more of them is one of them.
    " more swimmers": "swimmers",
    " fewer buses ran": "buses",
    " extra gifts": "gifts",
    # No noun follows, or one that figures count, or another kind of crime.
    " more than": "",
    " were": "",
    " the swimmers": "",
    " offences": "",
    " more offences": "",
    " new officers": "",
    " extra burglaries": "",
    # A verb has its object.
    " shows a rise": "",
}


def test_the_noun_of_a_number_follows_it_directly_or_behind_words_for_more():
    assert {after: other_noun(after) for after in NOUNS} == NOUNS


@pytest.mark.parametrize(
    ("before", "unit"),
    [
        # A word for an outcome before "that" and a clause of its own is a verb.
        ("The trust cautions that the platform was known in only ", "offences"),
        ("The force charges that no age is recorded in ", "offences"),
        ("Officers cautioned that the sex of victims was noted in just ", "offences"),
        ("It cautions that apps were named in some ", "offences"),
        ("There were cautions in only ", "charges"),
        ("Cautions that were given in ", "charges"),
        ("Police gave cautions that officers had signed in ", "charges"),
        ("There were charges in just ", "charges"),
        # Who says how much something rose by has not risen.
        ("Action for Children said 9 forces logged 2,489 offences, up ", "offences"),
        ("Safe Children says 2,489 offences were recorded, which is up ", "offences"),
        ("Victims told the forum that crimes had risen by ", "offences"),
        ("Parents argued that offences had increased by ", "offences"),
        ("Children were harmed more often, and were up ", "children"),
        ("Victims said to be under ten rose by ", "victims"),
        ("Safe Homes said children targeted were up ", "children"),
        ("The number of children rose by ", "children"),
    ],
)
def test_what_is_counted_is_no_verb_and_nobody_who_speaks(before, unit):
    after = "%." if before.endswith(("up ", "by ")) else " cases."
    assert unit_of(before, after, "online sexual offences") == unit


def test_a_noun_for_what_the_data_are_of_is_no_other_thing():
    nouns = (" swimmers", " visitors", " tragedies", " dreadful attacks")
    assert [other_thing(noun) for noun in nouns] == [True, True, False, False]
