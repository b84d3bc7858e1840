"""What a reply does, read from its words and quoted; what may come is not what is."""

import datetime as dt

import pytest

from offences.replies.dates import dates_in, moment_of
from offences.replies.message import AttachedFile, Message
from offences.replies.recognised_step import ReplyKind, as_rows, recognise_step
from offences.replies.sections import sections_in

REPLIES = {
    "acknowledged": [
        "Thank you for your request. We received it and will answer within 20 working days.",
        "I acknowledge receipt of your request for information. Some requests may be refused "
        "under section 12 if the cost exceeds the appropriate limit. If we need clarification we "
        "will contact you. You should receive a response by 12 July 2026.",
        "Your request has been received and logged. A response will be sent no later than 14 May "
        "2026. We may need to extend the deadline to consider the public interest test.",
        "I acknowledge receipt of your request. I note you seek access to the following "
        "information:\n\nPlease tell us how many offences you refused to record.\n\nYou will "
        "receive a response within the statutory timescale of 20 working days.",
        "This is an automatic acknowledgement of your e-mail to the disclosure unit.",
    ],
    "clarification_asked": [
        "We need clarification under section 1(3): do you ask for offences by the date on which "
        "they were recorded, or on which they happened?",
        "Thank you for your request. Please could you confirm whether you require calendar or "
        "financial years? The clock stops until we hear from you.",
        "Before we can process your request, can you clarify what you mean by online?",
        "Do you want figures for each year separately?",
        "To meet your request could you please provide further information: which Home Office "
        "codes should be included? You will then receive it within 20 working days, subject to it "
        "not being exempt.",
    ],
    "refused": [
        "We refuse your request under section 12(1) of the Act: to answer it would take more than "
        "18 hours. You may ask for an internal review within 40 working days.",
        "Section 12 of the Freedom of Information Act allows us to refuse a request where the cost "
        "of compliance would exceed the appropriate limit.",
        "This is a refusal notice under Section 17 of the Act. The information is exempt by virtue "
        "of Sections 40(2) and 30(1)(a).",
        "In answer to your request, our decision is:\n\nIt is estimated that the cost would exceed "
        "the appropriate costs limit under Section 12(1) of the Act.",
        "The information is reasonably accessible to you by other means and so exempt under "
        "Section 21. It is available on our website.",
        "Unfortunately we are unable to comply, as it is estimated that the cost of doing so would "
        "exceed the appropriate limit.",
        "The force can neither confirm nor deny that it holds this information by virtue of s.23(5)"
        " and s.24(2).",
    ],
    "extension_claimed": [
        "We need more time to consider the public interest in section 31 and expect to answer by "
        "12 July 2026.",
        "We are not able to meet the deadline and expect to respond by 20 June 2026.",
        "The exemption at section 24 is engaged. The Act allows the time limit to be extended and "
        "we are extending the deadline by a further 20 working days, until 3 August 2026.",
    ],
    "answered": [
        "Please find our answer attached.",
        "In response to your request, the information is provided below:\n\n2024/25: 45",
        "The information is available on our website. No exemptions have been applied.",
        "Fenmouth Police does not hold the information that you asked for.",
        "Our figures are:\n\nSex    2023/24    2024/25\nGirls    10    12\nBoys    3    4\n"
        "Total    13    16",
    ],
    "part_answered": [
        "Please find attached our response. Small numbers have been withheld under section 40(2)."
    ],
    "other": ["Please call me. Sam", "I am out of the office until 3 June.", ""],
}


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in REPLIES.items() for text in texts]
)
def test_the_step_of_a_reply_is_recognised(kind, text):
    subject = "RE: Freedom of Information request 12ab34cd: online sexual offences"
    found = recognise_step(Message(subject=subject, text=text))
    assert found.kind == kind
    if found.quoted:
        assert " ".join(found.quoted.split()) in " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("refused under section 12(1)", ["12(1)"]),
        ("Sections 40(2) and 40(3A)(a)", ["40(2)", "40(3A)(a)"]),
        ("s.12, S31(1) and Section 40 (2)", ["12", "31(1)", "40(2)"]),
        ("sections 23, 24 and 30(1)(a)(i)", ["23", "24", "30(1)(a)(i)"]),
        ("section 1(1), section 10, Section 17 and section 16", []),
        ("12 offences; 40% of sections; section 99", []),
    ],
)
def test_sections_are_those_under_which_a_request_is_refused(text, sections):
    assert sections_in(text) == sections


def test_a_refusal_has_its_sections_its_words_its_offer_and_its_review():
    text = (
        "To find them we would have to open 2,140 records. Section 12 of the Act allows us to "
        "refuse a request where the cost would exceed the appropriate limit.\n\nWe could answer "
        "within the limit for 2024/25 only.\n\nYou may ask for an internal review within 40 "
        "working days."
    )
    found = recognise_step(Message(text=text))
    assert (found.kind, found.sections) == (ReplyKind.REFUSED, ("12",))
    assert found.quoted.startswith("Section 12 of the Act allows")
    assert found.offer == "We could answer within the limit for 2024/25 only."
    assert "internal review within 40 working days" in found.review


def test_an_extension_has_its_section_and_its_end():
    (first, _, second) = (
        recognise_step(Message(text=text)) for text in REPLIES["extension_claimed"]
    )
    assert (first.sections, first.until) == (("31",), dt.date(2026, 7, 12))
    assert (second.sections, second.until) == (("24",), dt.date(2026, 8, 3))


def test_a_refusal_in_an_attached_letter_is_recognised():
    letter = AttachedFile("notice.pdf", b"", words="We refuse your request under section 14(1).")
    found = recognise_step(Message(text="Please see the letter.", files=(letter,)))
    assert (found.kind, found.sections) == (ReplyKind.REFUSED, ("14(1)",))


def test_what_is_quoted_of_our_own_letter_says_nothing():
    ours = "If you refuse under section 12, please say so. We attach our form."
    for quote in (
        f"On 14 April 2026 Ann Lee wrote:\n> {ours}",
        f"-----Original Message-----\nFrom: Ann Lee\n\n{ours}",
        f"From: Ann Lee <ann@charity.example>\nSent: 14 April 2026\n\n{ours}",
        f"From: Ann Lee\nSent: 14 April 2026\nTo: Disclosure\n\n{ours}",
        f"> {ours}",
    ):
        text = f"We acknowledge receipt of your request.\n\n{quote}"
        assert recognise_step(Message(text=text)).kind == ReplyKind.ACKNOWLEDGED


def test_a_message_that_a_colleague_forwards_is_read_below_its_heads():
    text = "FYI\n\nFrom: FOI <foi@fenmouth.police.example>\nSent: 9 June\n\nWe refuse: section 12."
    found = recognise_step(Message(subject="FW: request", text=text))
    assert (found.kind, found.sections) == (ReplyKind.REFUSED, ("12",))


def test_an_answer_to_a_review_is_one_only_if_we_asked_for_it():
    text = "The outcome of your internal review: we uphold the original decision, section 12."
    message = Message(text=text)
    assert recognise_step(message, is_in_review=True).kind == ReplyKind.REVIEW_ANSWERED
    assert recognise_step(message).kind != ReplyKind.REVIEW_ANSWERED


def test_a_letter_that_came_back_says_that_it_did_not_arrive():
    for message in (
        Message(subject="Undeliverable: FOI request 12ab34cd", text="No such mailbox."),
        Message(sender="mailer-daemon@mx.example", subject="Mail", text="Refused by the server."),
    ):
        found = recognise_step(message)
        assert found.kind == ReplyKind.OTHER and "did not arrive" in found.why


def test_a_spreadsheet_alone_is_an_answer():
    found = recognise_step(Message(files=(AttachedFile("fenmouth.xlsx", b""),)))
    assert found.kind == ReplyKind.ANSWERED


def test_rows_in_a_text_get_tabs():
    text = "Sex    2023/24    2024/25\nGirls  10 |  12\nNot known  1  2"
    assert as_rows(text) == "Sex\t2023/24\t2024/25\nGirls\t10\t12\nNot known\t1\t2"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by 12 July 2026", dt.date(2026, 7, 12)),
        ("on 3rd of August, 2026", dt.date(2026, 8, 3)),
        ("July 12, 2026", dt.date(2026, 7, 12)),
        ("09/06/2026", dt.date(2026, 6, 9)),
        ("2026-06-09", dt.date(2026, 6, 9)),
    ],
)
def test_days_are_read_as_british_letters_write_them(text, day):
    assert dates_in(text) == [day]


@pytest.mark.parametrize(
    ("head", "day", "time"),
    [
        ("Tue, 09 Jun 2026 08:40:00 +0100", dt.date(2026, 6, 9), "08:40"),
        ("Tue, 09 Jun 2026 23:40:00 +0000", dt.date(2026, 6, 10), "00:40"),
        ("Tuesday, 9 June 2026 08:40", dt.date(2026, 6, 9), "08:40"),
        ("09/06/2026 08:40", dt.date(2026, 6, 9), "08:40"),
        ("31 February 2026", None, ""),
        ("yesterday", None, ""),
        ("", None, ""),
        ("Tue, 09 Jun 99999 08:40:00 +0100", None, ""),
    ],
)
def test_the_day_of_a_message_is_that_of_london(head, day, time):
    assert moment_of(head) == (day, time)


def test_the_name_of_a_file_says_nothing_of_what_a_force_does():
    listed = Message(text="What arrived:\n\nnorth-withheld.xlsx\nsouth-refusal-s12.pdf\n")
    assert recognise_step(listed).kind is ReplyKind.OTHER
    words = "We refuse your request under section 12(1): see extension.pdf."
    step = recognise_step(Message(text=words))
    assert (step.kind, step.quoted) == (ReplyKind.REFUSED, words)
