"""What a number counts by the words that follow it, where no figure here counts such things."""

from offences.tracing.binding.units import other_noun

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
