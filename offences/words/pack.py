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
