"""E-mails as forces send them: receipts, questions, refusals, answers, awkward ones."""

from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from email.utils import format_datetime

from offences.management.practice_year import files, outlook_files
from offences.management.practice_year.dates import at
from offences.management.practice_year.senders import Sender
from offences.words.site import PRACTICE

READ_ME = "practice-READ-ME.txt"
TO = "foi-answers@charity.example"
RECEIVED = (
    "Thank you for your request under the Freedom of Information Act. We received it and will "
    "answer within 20 working days."
)
UNCLEAR = (
    "Before we can go on we need clarification under section 1(3): do you ask for offences by the "
    "date on which they were recorded, or on which they happened?"
)
TOO_LONG = (
    "We refuse your request under section 12(1) of the Act: to answer it would take more than 18 "
    "hours. You may ask for an internal review within 40 working days."
)


def all_of(senders: Sequence[Sender]) -> Iterator[tuple[str, EmailMessage]]:
    """Each e-mail with a name for its file; each comes from the next force in the row."""
    one, two, three, four, five, six, seven = (senders[i % len(senders)] for i in range(1, 8))
    yield "acknowledgement", _message(one, "acknowledgement of your request", RECEIVED)
    yield "question", _message(two, "clarification needed", UNCLEAR)
    yield "refusal", _message(three, "refusal notice", TOO_LONG)
    yield "answer", _with_a_workbook(four)
    odd = _message(five, "our answer in this e-mail", "", charset="windows-1252")
    yield "answer-in-the-text", odd
    yield "unknown-sender", _from_another_address(six)
    yield "answer-in-winmail-dat", _with_a_winmail(seven)


def _with_a_workbook(sender: Sender) -> EmailMessage:
    message = _message(sender, "our answer", "Please find our answer attached.")
    message.add_attachment(
        _workbook(sender, "offence"),
        maintype="application",
        subtype="vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        filename=f"practice-{sender.force.slug}.xlsx",
    )
    message.set_boundary(f"practice-{sender.force.slug}")
    return message


def _from_another_address(sender: Sender) -> EmailMessage:
    """An answer without our reference, from an address that no force has."""
    words = "Our figures are unchanged. Please use those of last year."
    message = _message(sender, "answer", words, reference=False)
    message.replace_header("From", f"someone@not-{sender.force.slug}.example")
    return message


def _with_a_winmail(sender: Sender) -> EmailMessage:
    """A workbook as Outlook sends it to other programs: inside winmail.dat."""
    message = _message(sender, "our answer from Outlook", "Our answer is attached.")
    book = f"practice-{sender.force.slug}.xlsx", _workbook(sender, "age")
    message.add_attachment(
        outlook_files.winmail([book]),
        maintype="application",
        subtype="ms-tnef",
        filename="winmail.dat",
    )
    message.set_boundary(f"practice-winmail-{sender.force.slug}")
    return message


def _workbook(sender: Sender, split: str) -> bytes:
    return files.workbook({"Return": sender.table(split)}, at(sender.office.dates.back(1), 11))


def saved_by_outlook(sender: Sender) -> bytes:
    """An extension as an Outlook message: more time under section 31."""
    until = sender.office.days.after(sender.office.dates.today, 15)
    words = (
        "We need more time to consider the public interest in section 31(1) and expect to answer "
        f"by {until.day} {until:%B %Y}."
    )
    made = _message(sender, "extension of the time limit", words)
    lines = (f"{name}: {value}" for name, value in made.items() if name != "MIME-Version")
    text = made.get_content().replace("\n", "\r\n")
    return outlook_files.saved_message("\r\n".join(lines), str(made["Subject"]), text)


def _message(
    sender: Sender, subject: str, words: str, *, reference: bool = True, charset: str = "utf-8"
) -> EmailMessage:
    """One e-mail of a force, of the last working day."""
    force, submission = sender.force, sender.submission
    about = f" {submission.reference}" if reference else ""
    if not words:  # the counts are in the text itself
        rows = sender.table("sex")[3:]
        words = "Our figures – as asked – are:\n\n" + "\n".join(
            "    ".join(str(cell) for cell in row) for row in rows
        )
    message = EmailMessage()
    message["From"] = f"{force.name} <{force.foi_email}>"
    message["To"] = TO
    message["Subject"] = f"Practice: {subject}{about}"
    message["Date"] = format_datetime(at(sender.office.dates.back(1), 9, 12))
    message["Message-ID"] = f"<{subject.replace(' ', '-')}@{force.slug}.example>"
    message["X-Practice"] = PRACTICE
    text = f"Dear charity\n\n{words}\n\nDisclosure unit, {force.name}\n\n{PRACTICE}\n"
    message.set_content(text, charset=charset)
    return message
