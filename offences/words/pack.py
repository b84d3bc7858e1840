"""Words of a send pack: what a newsroom gets beside a text."""

FIGURES = "Figures by year"
COLUMNS = ("Year", "Offences recorded", "Published", "Note")
CHART = "Chart"
FILES = {
    "txt": "Plain text",
    "docx": "Word, with the table and the chart",
    "csv": "Figures by year, CSV",
    "png": "Chart, PNG",
    "zip": "All of them, ZIP",
}

MARK = "text "
"""Before the address of a text, in the keywords of its Word file: by it an edited one is known."""

BY_NOTICE = "By e-mail to {}."
"""How the newsrooms of a text were told that it was corrected."""

NOTICE_IS_OVER = (
    "This release no longer contradicts the text, or its newsrooms were informed already. "
    "Take the notice back."
)
NOTICE_HAS_CHANGED = (
    "What it has to say has changed since. Take the notice back and send a new one."
)
"""Why a notice that was reserved does not leave."""
