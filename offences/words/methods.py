"""The headings of the methods page, each with the sentence before its definitions."""

FIGURES: dict[str, tuple[str, str]] = {
    "years": ("Years", "Every figure is for one year, and a year is not a calendar year."),
    "cells": (
        "Figures, ranges and part years",
        "What a force says of one year is stored as it was given. It may be a number, a range, a "
        "number for some months, or nothing.",
    ),
    "series": ("One force over the years", "A force is compared only with its own past."),
    "forces": (
        "Many forces together",
        "Not every force answers each year. So a total is given with the number of forces behind "
        "it, and two years are compared over the same forces.",
    ),
    "small-counts": (
        "Small counts",
        "Three offences against children of one age in one county could tell the neighbours who. "
        "So a count of one force by age, sex, offence or platform is hidden where it is small, and "
        "others with it, so that nobody can work it out.",
    ),
}

DEFINITIONS = {
    "year": "A year",
    "break": "A break",
    "cell": "A cell",
    "range": "A range",
    "printed": "How a cell is published",
    "missing": "A missing figure",
    "run": "A series",
    "since": "Where a run of years begins",
    "chance": "Chance",
    "forces-asked": "Coverage",
    "sum": "A total",
    "added": "A total of our own",
    "same-forces": "Like for like",
    "parts": "Parts of all forces together",
    "safe": "When a hidden count is safe",
}
"""The name of each definition of a figure, by its address on the page."""
