"""What forces of the practice year write to a round, awkward letters among it."""

import datetime as dt
import io
import random
from email.message import EmailMessage
from itertools import count

from openpyxl import Workbook

from offences.management.practice_year.outlook_files import winmail
from offences.models import AnnualCount, FoiSubmission
from offences.returns.own_form import form_code
from offences.statistics.years import Year
from tests.replies.messages import attach, email

REFUSES_A_PART = (
    "Please find attached our response. The ages of the victims have been withheld: we refuse this "
    "part of your request under section 40(2)."
)
ASKS = (
    "Before we can go on we need clarification under section 1(3): do you ask for the date on "
    "which an offence was recorded, or on which it happened?"
)
RECEIPT = "Thank you for your request. We received it and will answer within 20 working days."
ANSWER = "Please find attached our response – the figures you asked for."
_numbers = count(1)
LARGE = 24_000_000  # bytes as an attachment, a third more as they travel


def answer_of(asked: FoiSubmission, hidden: bool = False, too_many: int = 0) -> bytes:
    """A workbook by offence in the force's own layout, its counts those that it gave before."""
    years = range(asked.round.first_year, asked.round.last_year + 1)
    split = asked.round.tables_asked.get(kind="offence")
    rows: list[list] = [["Offence", *(Year(year).label for year in years)]]
    for category in split.categories.filter(is_total=False).order_by("position"):
        rows.append([category.name, *(_before(asked, category, year) for year in years)])
    columns = zip(*(row[1:] for row in rows[1:]), strict=True)
    rows.append(["Total", *(sum(column) + too_many for column in columns)])
    book = Workbook()
    sheet = book.active
    sheet.title = "Return"
    for row in [[f"{asked.force.name}, answer to a request"], [], *rows]:
        sheet.append(row)
    if hidden:
        crimes = book.create_sheet("Crimes")
        crimes.append(["Crime number", "made up"])
        crimes.sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _before(asked: FoiSubmission, category, year: int) -> int:
    given = AnnualCount.objects.current().filter(
        submission__force=asked.force, category=category, year__lte=year, value__isnull=False
    )
    newest = given.order_by("-year", "-submission__round__number").first()
    return newest.value + year - newest.year if newest else year - 2000 + category.position


def letter_of(asked: FoiSubmission, text: str, on: dt.date, **heads: str) -> EmailMessage:
    """An e-mail of a force with our reference in its subject."""
    force, code = asked.force, form_code(asked.round.slug, asked.force.slug, asked.number)
    usual = {
        "sender": f"{force.name} FOI – Unité <{force.foi_email}>",
        "Date": f"{on:%a, %d %b %Y} 08:40:00 +0100",
        "Subject": f"RE: FOI request {code} – answer",
        "Message_ID": f"<{next(_numbers)}@{force.slug}.example>",
    }
    return email(f"Dear charity\n\n{text}\n\nDisclosure unit, {force.name}", **(usual | heads))


def with_answer(message: EmailMessage, asked: FoiSubmission, **how) -> EmailMessage:
    return attach(message, answer_of(asked, **how), f"{asked.force.slug} – réponse.xlsx")


def in_winmail(message: EmailMessage, asked: FoiSubmission, **how) -> EmailMessage:
    data = winmail([(f"{asked.force.slug}.xlsx", answer_of(asked, **how))])
    return attach(message, data, "winmail.dat", "application/ms-tnef")


def in_two_encodings(message: EmailMessage, text: str, asked: FoiSubmission) -> bytes:
    """An answer that says UTF-8 and has the dash of Windows, as old mail programs send it."""
    message.set_content(text, cte="8bit")
    return with_answer(message, asked).as_bytes().replace("–".encode(), b"\x96")


def large(message: EmailMessage) -> EmailMessage:
    """A message with a scan of 24 MB, 32 MB as it travels."""
    return attach(message, random.Random(1).randbytes(LARGE), "scan.tif", "image/tiff")
