"""What a sentence claims that no figure of ours answers is listed as not checked."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.marking import mark
from offences.tracing.unchecked import _patterns

NORTH = {
    "place": "Northshire",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "series": {"2016/17": 150, "2017/18": 200, "2018/19": 310},
}


def not_checked(text: str) -> tuple[str, ...]:
    return mark(text, read_facts(NORTH)).not_checked


@pytest.mark.parametrize(
    "claim",
    [
        # how much
        "Nearly all of these crimes begin on a handful of apps.",
        "The true scale of grooming is far greater.",
        "Most victims never tell the police.",
        # since when, and which way
        "Offending has grown in every year of the decade.",
        "The victims are getting younger.",
        "Fewer child sex offences recorded in Northshire",
        # why
        "The abuse is driven by private messaging.",
        "More offences came to light because of better training.",
        # to whom, and what comes of it
        "Girls in foster care are the most at risk.",
        "Few abusers are ever caught.",
        # where
        "Police in Northshire have caught up with their colleagues, and the gap is closing.",
        "Online abuse in Northshire mirrors that of its neighbours.",
    ],
)
def test_a_claim_without_a_figure_is_listed(claim):
    assert not_checked(f"There were 310 offences.\n\n{claim}") == (claim,)


@pytest.mark.parametrize(
    "words",
    [
        "The Government must do more to protect children.",
        "More information for parents is on the charity's website.",
        "One child can be the victim of several offences; not every offence is reported.",
        "Forces record differently and cannot be compared.",
        "The figures do not show how much of a rise is due to better recording.",
        "If you are worried about a child, it is never too late to call.",
        "Talk to your child often about the apps they use most.",
        "The survey was sent to every force, and Northshire Police replied in May.",
        "It rained more than usual at the vigil.",
    ],
)
def test_wishes_warnings_and_advice_are_no_claims(words):
    assert not_checked(f"There were 310 offences.\n\n{words}") == ()


def test_a_clause_beside_a_figure_is_listed_by_itself():
    text = "Northshire recorded 310 offences, and most of the victims were groomed by strangers."
    assert not_checked(text) == ("and most of the victims were groomed by strangers.",)


def test_a_sentence_that_goes_on_about_the_offences_is_listed_too():
    assert not_checked("Police look into such crimes. It gets worse every year.") == (
        "It gets worse every year.",
    )
    assert not_checked("The fete was a success. It gets better every year.") == ()


def test_a_headline_in_capitals_is_no_name():
    assert not_checked("Most Victims Are Girls") == ("Most Victims Are Girls",)


def test_a_warning_frees_its_own_clause_alone():
    claim = "Police cannot say why it rose, and most victims were groomed by strangers."
    assert not_checked(claim) == (claim,)


def test_a_word_in_a_name_claims_nothing():
    assert not_checked("The Safer Futures Trust gathered the figures from the police.") == ()


def test_the_words_of_each_claim_are_those_below_its_name_from_one_semicolon_to_the_next():
    found = _patterns("A note; no words\n[rise] up\ngone up; rose;\n[fall] down\nfell\n")
    texts = ("it has gone up", "it Rose", "it fell", "no words", "rosewood", "gone")
    said = {name: [text for text in texts if each.search(text)] for name, each in found.items()}
    assert said == {"rise": ["it has gone up", "it Rose"], "fall": ["it fell"]}


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Most victims never tell the police, and there were 310 offences.", 0),
        ("There were 310 offences, and most victims never tell the police.", 1),
        ("There were 310 offences, and the police replied in May.", None),
    ],
)
def test_a_clause_before_or_after_one_with_a_figure_is_listed(text, clause):
    said = [] if clause is None else [text.rstrip(".").split(", ")[clause].removeprefix("and ")]
    assert [each.removeprefix("and ").rstrip(".") for each in not_checked(text)] == said


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("It has grown in every year of the decade.", []),
        ("It rained. It has grown in every year of the decade.", []),
        ("Police look into such crimes. The fete gets better every year.", []),
        ("Northshire logged 310. It gets worse every year.", ["It gets worse every year."]),
        ("Offences have grown to 310 in every year of the decade.", []),
        ("There were 310 offences, on average.", []),
        (
            "Police, who answered in May, sent a file. There were 310 offences, and most victims"
            " never tell the police.",
            ["and most victims never tell the police."],
        ),
        (
            "Most victims never tell the police, and there were 310 offences. Police, it is said,"
            " answered in May.",
            ["Most victims never tell the police"],
        ),
    ],
)
def test_a_clause_is_of_its_own_sentence_and_of_offences_that_were_named(text, listed):
    assert [*not_checked(text)] == listed
