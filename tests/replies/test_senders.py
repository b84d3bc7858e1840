"""The request that a reply is about: certain by a reference or an address, else a question."""

import pytest

from offences.replies.message import AttachedFile, Message
from offences.replies.references import their_reference
from offences.replies.senders import RequestTraits, match_force


def asked(area: str, key: str, **more) -> RequestTraits:
    slug = area.lower().replace(" ", "-")
    given = {
        "force": slug,
        "name": area,
        "names": frozenset({area, f"{area} Police"}),
        "addresses": frozenset({f"foi@{slug}.police.example"}),
        "office": slug,
    }
    return RequestTraits(key=key, **(given | more))


FENMOUTH = asked("Fenmouth", "1", our_code="12ab34cd", their_reference="FEN/26/88")
OAKSHIRE = asked("Oakshire", "2", our_code="99ff00aa")
MOOR = asked("Moor", "3")
MOOR_VALLEY = asked("Moor Valley", "4")
ALL = (FENMOUTH, OAKSHIRE, MOOR, MOOR_VALLEY)


def match(asked=ALL, **message):
    return match_force(Message(**message), asked)


@pytest.mark.parametrize(
    "message",
    [
        {"subject": "RE: FOI request 12ab34cd"},
        {"subject": "RE: FOI REQUEST 12AB34CD."},
        {"text": "Your request (our ref: FEN/26/88) is refused."},
        {"sender": "foi@fenmouth.police.example", "text": "Dear all"},
        {"sender": "ann.lee@mail.fenmouth.police.example"},
        {"files": (AttachedFile("a.pdf", b"", words="Your reference: 12ab34cd"),)},
        {"subject": "RE: 12ab34cd", "sender": "foi@fenmouth.police.example"},
    ],
)
def test_a_reference_or_an_address_is_certain(message):
    found = match(**message)
    assert (found.key, found.is_certain, found.question) == ("1", True, "")


def test_the_sign_is_named():
    found = match(subject="RE: 12ab34cd", sender="foi@fenmouth.police.example")
    assert found.why == "Our reference and the sender’s address agree."
    assert found.quoted == ("12ab34cd", "foi@fenmouth.police.example")


def test_an_answer_to_our_own_letter_is_certain():
    force = asked("Fenmouth", "1", letters=frozenset({"<round@charity.example>"}))
    found = match((force, OAKSHIRE), answers_to=("<x@y>", "<round@charity.example>"))
    assert (found.key, found.is_certain) == ("1", True)


def test_a_name_in_the_words_is_a_guess():
    found = match(sender="ann@free.example", text="Disclosure unit, Fenmouth Police")
    assert (found.key, found.is_certain) == ("1", False)
    assert "neither its sender nor a reference" in found.why


def test_a_reference_of_one_force_from_the_address_of_another_is_a_question():
    found = match(subject="RE: 12ab34cd", sender="foi@oakshire.police.example")
    assert (found.key, found.is_certain) == ("", False)
    assert "12ab34cd" in found.question and "foi@oakshire.police.example" in found.question
    assert {*found.likely} == {"1", "2"}


def test_words_that_name_only_another_force_are_a_question():
    found = match(sender="foi@fenmouth.police.example", text="Oakshire Police holds no figures.")
    assert not found.is_certain and "Oakshire" in found.question
    both = match(sender="foi@fenmouth.police.example", text="Fenmouth Police: ask Oakshire.")
    assert both.is_certain


def test_nothing_at_all_is_a_question():
    found = match(sender="x@free.example", text="Dear all")
    assert (found.key, found.is_certain) == ("", False) and "Choose" in found.question


def test_several_names_are_a_choice():
    found = match(text="Fenmouth and Oakshire both answered.")
    assert found.key == "" and {*found.likely} == {"1", "2"}


def test_a_short_name_within_a_longer_one_is_not_named():
    found = match(text="Moor Valley Police")
    assert found.key == "4"
    assert {*match(text="Moor Valley Police and Moor Police").likely} == {"3", "4"}


def test_a_forged_sender_is_not_ticked_and_a_reference_still_is():
    doubts = ("The mail server could not confirm its sender: SPF failed.",)
    forged = match(sender="foi@fenmouth.police.example", doubts=doubts)
    assert (forged.key, forged.is_certain) == ("1", False) and "SPF" in forged.question
    quoted = match(sender="foi@fenmouth.police.example", subject="12ab34cd", doubts=doubts)
    assert quoted.is_certain and "SPF" in quoted.question


def test_an_address_that_anybody_can_have_shows_nothing():
    force = asked("Fenmouth", "1", addresses=frozenset({"fenmouth.foi@gmail.com"}))
    assert match((force,), sender="somebody@gmail.com").key == ""
    assert match((force,), sender="fenmouth.foi@gmail.com").is_certain


def test_a_look_alike_address_shows_nothing():
    assert match(sender="foi@fenmouth-police.example").key == ""
    assert match(sender="foi@notfenmouth.police.example").key == ""


def test_a_joint_office_is_asked_for_unless_a_name_says_which():
    east = asked("Eastmere", "8", addresses=frozenset({"foi@joint.example"}), office="joint")
    west = asked("Westmere", "9", addresses=frozenset({"foi@joint.example"}), office="joint")
    found = match((east, west), sender="foi@joint.example", text="Dear all")
    assert not found.is_certain and "Eastmere and Westmere" in found.question
    named = match((east, west), sender="foi@joint.example", text="Westmere Police recorded 5.")
    assert (named.key, named.is_certain) == ("9", True)


def test_of_two_requests_to_a_force_its_newest_unless_a_reference_says_which():
    second = asked("Fenmouth", "7", number=2, our_code="abcdef12")
    both = (FENMOUTH, second)
    assert match(both, sender="foi@fenmouth.police.example").key == "7"
    assert match(both, sender="foi@fenmouth.police.example", subject="12ab34cd").key == "1"


def test_a_reference_within_a_longer_one_is_not_it():
    assert match(text="Ref FEN/26/881").key == ""
    assert match(text="Ref XFEN/26/88").key == ""


# Their own reference


@pytest.mark.parametrize(
    ("subject", "text", "expected"),
    [
        ("RE: FOI request 12ab34cd [5127/26]", "", "5127/26"),
        ("Response", "Our ref: 5127/26\nYour ref: 12ab34cd", "5127/26"),
        ("FOI Ref 2026/00123 - response", "", "2026/00123"),
        ("", "Request reference number: FOI2026-0998. Telephone 01234 567890.", "FOI2026-0998"),
        ("Freedom of Information Request Reference No: 001234/26", "", "001234/26"),
        ("", "Our Reference IM-FOI-2026-0341 dated 14 April 2026", "IM-FOI-2026-0341"),
    ],
)
def test_a_labelled_reference_is_certain(subject, text, expected):
    found = their_reference(subject, text, ["12ab34cd"])
    assert found and (found.text, found.is_certain) == (expected, True)


@pytest.mark.parametrize(
    "text",
    [
        "In 2024/25 we recorded 68 offences.",
        "Your ref: 12ab34cd. Our offices are open from 9.00 to 17.00.",
        "Your reference: CHARITY-26-1",
        "Our reference is dated 09/06/2026.",
        "Call us on 01234567890.",
    ],
)
def test_what_is_no_reference_of_theirs_is_none(text):
    assert their_reference("", text, ["12ab34cd"]) is None


def test_a_reference_without_a_label_and_one_of_several_are_guesses():
    assert not their_reference("Acknowledgement FOI-26-777", "").is_certain
    assert not their_reference("", "Our ref: 111/26\nOur ref: 222/26").is_certain


def test_the_reference_that_is_stored_is_found_again():
    found = their_reference("RE: yours", "about FEN/26/88", known="FEN/26/88")
    assert (found.text, found.is_certain) == ("FEN/26/88", True)
