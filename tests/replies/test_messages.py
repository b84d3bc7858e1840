"""Messages of any kind are read whole, or a sentence says what is wrong; none is a crash."""

import os
from email.message import EmailMessage

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offences.management.practice_year import outlook_files
from offences.refused import Refused
from offences.replies import read_message
from offences.replies.eml import read_eml
from offences.replies.message import Message
from offences.replies.reading import PASTED, read_any
from tests.replies.messages import attach, email
from tests.samples import examples, is_drill

HEAD = "From: FOI Unit <foi@fenmouth.police.example>\nDate: Tue, 09 Jun 2026 08:40:00 +0100\n"


def read(data: bytes | EmailMessage, name: str = "reply.eml") -> Message:
    return read_any(data.as_bytes() if isinstance(data, EmailMessage) else data, name)


def names(message: Message) -> list[str]:
    return [each.name for each in message.files]


def test_the_heads_text_and_files_of_an_e_mail_are_read():
    made = attach(email("We attach our answer.\n"), b"a,b\n1,2\n", "answer.csv", "text/csv")
    found = read(made)
    assert (found.sender, found.sender_name) == ("foi@fenmouth.police.example", "FOI Unit")
    assert (found.subject, found.message_id) == ("RE: FOI request", "<1@fenmouth.police.example>")
    assert (found.text, names(found)) == ("We attach our answer.", ["answer.csv"])
    assert (found.notes, found.doubts) == ((), ())


def test_it_is_read_in_a_process_of_its_own_and_bytes_come_only_if_asked_for():
    made = attach(email(), b"\0\1\2", "answer.bin").as_bytes()
    (without,) = read_message(made, "reply.eml").files
    (with_bytes,) = read_message(made, "reply.eml", with_files=True).files
    assert (without.data, without.size) == (b"", 3)
    assert with_bytes.data == b"\0\1\2"
    assert without.sha256 == with_bytes.sha256 != ""


@pytest.mark.parametrize(
    ("charset", "encoded"),
    [
        ("utf-8", "Dydd da, Ynys Môn – £450".encode()),
        ("windows-1252", "Dydd da, Ynys Môn – £450".encode("cp1252")),
        ("utf-16", "Dydd da, Ynys Môn – £450".encode("utf-16")),
        ("x-unknown-alphabet", "Dydd da, Ynys Môn – £450".encode()),
        ("us-ascii", "Dydd da, Ynys Môn – £450".encode("cp1252")),
    ],
)
def test_a_text_is_read_whatever_its_alphabet_and_whatever_it_says_of_it(charset, encoded):
    head = f"{HEAD}MIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n"
    data = head.encode() + b"Content-Transfer-Encoding: base64\n\n" + _base64(encoded)
    text = read(data).text
    assert "Dydd da, Ynys M" in text and "450" in text
    if charset not in ("us-ascii",):
        assert text == "Dydd da, Ynys Môn – £450"


def _base64(data: bytes) -> bytes:
    import base64

    return base64.encodebytes(data)


def test_a_subject_in_any_encoding_is_words():
    data = f"{HEAD}Subject: =?iso-8859-1?Q?R=E9ponse_=A3450?=\n\nDear all\n".encode()
    assert read(data).subject == "Réponse £450"
    broken = f"{HEAD}Subject: =?nonsense?X?zz?= FOI 5127/26\n\nDear all\n".encode()
    assert "5127/26" in read(broken).subject


def test_a_page_is_read_as_words_with_the_cells_of_its_table_apart():
    made = email("See below in HTML")
    made.add_alternative(
        "<style>p{color:red}</style><p>Our figures, as you asked for them in May:</p><table>"
        "<tr><th>Year</th><th>Count</th></tr><tr><td><p>2024/25</p></td><td><p>68</p></td></tr>"
        "</table><div style='display:none'>secret</div>",
        subtype="html",
    )
    text = read(made).text
    assert "Year\tCount\n2024/25\t68" in text
    assert "secret" not in text and "color" not in text


def test_text_after_an_attachment_is_kept():
    made = attach(email("Before"), b"x", "a.pdf", "application/pdf")
    last = EmailMessage()
    last.set_content("After")
    made.attach(last)
    assert read(made).text == "Before\n\nAfter"


def test_a_message_within_a_message_is_a_file_and_its_own_files_are_read():
    inner = attach(email("The answer is attached.", Subject="Our answer"), b"zz", "answer.xlsx")
    outer = email("Forwarded", sender="Ann Lee <ann@charity.example>", Subject="FW: Our answer")
    outer.add_attachment(inner)
    found = read(outer)
    assert names(found) == ["Our answer.eml", "answer.xlsx"]
    assert "The answer is attached." in found.text
    assert "foi@fenmouth.police.example" in found.text


def test_messages_within_messages_end_somewhere():
    made = email("deepest")
    for number in range(12):
        outer = email(f"level {number}", Subject=f"level {number}")
        outer.add_attachment(made)
        made = outer
    found = read(made)
    assert "level 11" in found.text and "level 8" in found.text
    assert "Messages nested this deep are not read." in found.notes


def test_a_picture_in_the_text_is_not_stored_unasked_and_an_attached_one_is():
    made = email()
    made.add_attachment(b"\x89PNG1", maintype="image", subtype="png", filename="photo.png")
    made.add_attachment(
        b"\x89PNG2", maintype="image", subtype="png", filename="crest.png",
        disposition="inline", cid="<crest@x>",
    )  # fmt: skip
    photo, crest = read(made).files
    assert not photo.is_incidental
    assert crest.is_incidental


def test_names_of_files_cannot_leave_their_folder_and_differ():
    made = attach(email(), b"1", "../../etc/passwd")
    attach(made, b"2", "C:\\temp\\answer.xlsx")
    attach(made, b"3", "answer.xlsx")
    attach(made, b"4", "...")
    assert names(read(made)) == ["passwd", "answer.xlsx", "answer (2).xlsx", "attachment 4"]


def test_the_same_file_twice_in_a_message_is_one():
    made = attach(attach(email(), b"same", "a.pdf"), b"same", "b.pdf")
    assert names(read(made)) == ["a.pdf"]


def test_a_message_that_is_cut_off_says_so_and_keeps_what_is_there():
    whole = attach(email("Dear all"), os.urandom(3000), "answer.xlsx").as_bytes()
    found = read(whole[: len(whole) // 2])
    assert found.text == "Dear all" and names(found) == ["answer.xlsx"]
    assert any("end of this message is missing" in note for note in found.notes)


def test_what_is_no_message_is_a_sentence():
    with pytest.raises(Refused, match="empty"):
        read(b"")
    with pytest.raises(Refused, match="not an e-mail"):
        read(b"\x89PNG\r\n\x1a\n" + bytes(200), "reply.eml")
    with pytest.raises(Refused, match="damaged"):
        read(b"nothing of Outlook", "reply.msg")
    with pytest.raises(Refused, match="larger than 40 MB"):
        read(bytes(40 * 1024 * 1024 + 1))


def test_a_message_without_text_and_files_says_so():
    assert any("neither" in note for note in read(email("")).notes)


def test_a_large_message_is_read():
    data = os.urandom((24 if is_drill() else 6) * 1024 * 1024)
    made = attach(email("Large"), data, "large.bin").as_bytes()
    (file,) = read_message(made, "large.eml").files
    assert file.size == len(data)


def test_an_encrypted_message_says_so():
    data = f"{HEAD}MIME-Version: 1.0\nContent-Type: application/pkcs7-mime; name=smime.p7m\n"
    found = read((data + "Content-Transfer-Encoding: base64\n\nAAAA\n").encode())
    assert any("encrypted" in note for note in found.notes)


@pytest.mark.parametrize(
    ("heads", "words"),
    [
        ({"sender": '"foi@fenmouth.police.example" <x@free.example>'}, "shown as"),
        ({"Authentication_Results": "mx.example; spf=pass; dmarc=fail"}, "DMARC failed"),
        ({"Reply_To": "other@free.example"}, "Answers to it would go"),
    ],
)
def test_a_sender_that_may_be_forged_is_in_doubt(heads, words):
    assert any(words in doubt for doubt in read(email(**heads)).doubts)


def test_a_lone_file_is_a_message_of_that_file():
    found = read(b"a,b\n1,2\n", "fenmouth.csv")
    assert (found.subject, found.text, names(found)) == ("", "", ["fenmouth.csv"])


# Outlook


def test_a_message_saved_by_outlook_is_read_with_its_files():
    files = [("Refusal – notice.pdf", os.urandom(9000)), ("note.txt", b"Section 12 applies.")]
    data = outlook_files.saved_message(
        f"{HEAD}Message-ID: <7@x>\n", "RE: FOI – request", "Dear all\r\n\r\nSee attached.", files
    )
    found = read_message(data, "reply.msg", with_files=True)
    assert (found.sender, found.subject) == ("foi@fenmouth.police.example", "RE: FOI – request")
    assert (found.text, found.message_id) == ("Dear all\n\nSee attached.", "<7@x>")
    assert [(each.name, each.data) for each in found.files] == files


def test_the_page_of_an_outlook_message_is_read_where_it_has_no_other_text():
    data = outlook_files.saved_message(HEAD, "Answer", "", page="<p>We recorded 68.</p>")
    assert read(data, "reply.msg").text == "We recorded 68."


def test_a_winmail_dat_is_opened_by_itself_and_in_an_e_mail():
    files = [("answer.xlsx", b"PK1"), ("réponse.pdf", b"%PDF-1.4 x")]
    data = outlook_files.winmail(files, "Our answer")
    assert names(read(data, "winmail.dat")) == ["answer.xlsx", "réponse.pdf"]
    found = read(attach(email("Dear all"), data, "winmail.dat", "application/ms-tnef"))
    assert names(found) == ["answer.xlsx", "réponse.pdf"]
    assert "Dear all" in found.text and "Our answer" in found.text


def test_a_broken_winmail_dat_stays_as_it_is_with_a_sentence():
    data = outlook_files.winmail([("answer.xlsx", b"PK1")])[:20]
    found = read(attach(email(), data, "winmail.dat", "application/ms-tnef"))
    assert names(found) == ["winmail.dat"]
    assert any("ordinary attachments" in note for note in found.notes)


MADE = {
    "reply.eml": attach(email("Dear all"), b"a,b\n1,2", "answer.csv").as_bytes(),
    "reply.msg": outlook_files.saved_message(HEAD, "s", "text", [("a.txt", b"hello")]),
    "winmail.dat": outlook_files.winmail([("a.txt", b"hello")], "words"),
}


@settings(max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(MADE)), st.data())
def test_whatever_happens_to_the_bytes_it_is_read_or_refused_with_a_sentence(name, data):
    damaged = bytearray(MADE[name])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
        if not damaged:
            break
    damaged = damaged[: data.draw(st.integers(1, max(1, len(damaged))))]
    try:
        found = read_any(bytes(damaged), name)
    except Refused as refusal:
        assert str(refusal).endswith(".")
    else:
        assert "\0" not in found.text + found.subject + "".join(map(str, found.notes))


@settings(max_examples=examples(20), deadline=None)
@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_below_a_head_are_a_message(body):
    head = f"{HEAD}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
    assert read_eml(head.encode() + body).sender == "foi@fenmouth.police.example"


# Pasted texts


def test_the_heads_of_a_pasted_text_are_read():
    text = (
        "From: FOI Unit <foi@fenmouth.police.example>\r\nSent: 09 June 2026 08:40\r\n"
        "To: Ann Lee\r\nSubject: RE: FOI request 5127/26\r\n\r\nDear Ann\r\n\r\nRefused: no."
    )
    found = read(text.encode(), PASTED)
    assert (found.sender, found.date) == ("foi@fenmouth.police.example", "09 June 2026 08:40")
    assert found.subject == "RE: FOI request 5127/26"
    assert found.text == "Dear Ann\n\nRefused: no."


def test_a_pasted_text_without_heads_is_all_words():
    text = "Subject: to approval we attach the answer.\nDear Ann"
    assert read(text.encode(), PASTED).text == text
