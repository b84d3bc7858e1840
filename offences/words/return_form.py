"""The fixed words of the return form that forces fill in."""

TITLE = "Return form: Freedom of Information request"
NO_REFERENCE = "as in your acknowledgement"
COVER = (
    ("Who asks", "{}. This form saves you making a table."),
    ("Send it back", "Reply to the message that it came with, with this file attached."),
    (
        "Privacy",
        "Counts only. No names, dates of birth, addresses or notes on a case, and nothing "
        "hidden: no other sheets, no pivot tables. A file with more is put aside unread.",
    ),
)
THE_SENDER = "The charity that sent you the request"
FIGURES_WE_HAVE = "Those that we already have from you: is any of them wrong?"
PRACTICE = "{} short questions on how you record."
PRACTICE_WHY = (
    "How you record decides what the figures can be compared with. Short answers are enough."
)
PAST_FIGURES = (
    "Figures that we hold of your force",
    "We have these from earlier answers or from publications. Is each one right?",
)
RULES = (
    ("Years", "By the date on which the offence was recorded, 1 April to 31 March."),
    ("Totals", "Give the total that your system states, even if the rows do not add up."),
    ("A range", "Write 1 to 9, not 1-9: spreadsheets make a date of 1-9."),
    ("Anything else", "Say it on the sheet “Recording practice”. Add no rows or sheets."),
    ("Protection", "The sheets have no password. Remove the protection if you have to."),
)
WHAT_TO_WRITE = (
    ("68", "The number of offences recorded in that year: whole numbers only."),
    ("0", "Only where you have looked and there were none."),
    ("<5", "A number under five that you do not state. For other limits write 1 to 9."),
    ("*", "A number that you do not state, with no limit."),
    ("not held", "You do not hold the information."),
    ("not available", "You hold it, but cannot give it now."),
    ("refused s.12", "You refuse it: “refused” and the section of the Act."),
    ("19 (Apr-Sep)", "A number for part of the year only: the number and its months."),
    ("(empty)", "Not answered. We never read an empty cell as 0."),
)
HOW = (
    "Fill in the pale cells: a whole number, or one of the words on the sheet “How to fill in”.",
    "Write 0 only for a true zero. A cell left empty is read as not answered, never as 0.",
)
COUNT_PROMPT = (
    "A whole number; <5 or 1 to 9; *; not held; not available; refused s.12; "
    "19 (Apr-Sep). 0 only for a true zero."
)
COUNT_ERROR = (
    "Write a whole number, or <5, 1 to 9, *, not held, not available, refused with its "
    "section, or a number with its months: 19 (Apr-Sep)."
)
CHOOSE = "Choose one of the answers in the list."
HOW_TO_FILL_IN = "How to fill in"
CHOOSE_TITLE = "Choose from the list"
PAGE_NUMBER = "Page &P of &N"
YEARS_ASKED = "{}, 1 April to 31 March each"
TABLE_TITLE = "Table {}: {}. {}"


def part_year(value: int | None, months: int | None) -> str:
    """A figure that covers part of a year, as the form shows it."""
    return f"{value}, for {months} month{'s' if months != 1 else ''} of the year"
