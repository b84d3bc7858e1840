"""Young people who are no victims where they are named: mentors, prefects, directors."""

ROLE = (
    r"(?:advis[eo]rs|ambassadors|mentors|prefects|volunteers|cadets|councillors|governors|trustees|members|champions"
    r"|reps|representatives|monitors|librarians|helpers|listeners|captains|leaders|trainers|editors|reporters"
    r"|directors|actors|authors|designers|organisers|presenters|winners|singers|dancers|players|founders|makers)"
)
"""What young people may be, in the plural."""
