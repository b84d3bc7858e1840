"""A round's letters and forms: what is sent to a force, and what it is asked to send back."""

from offences.rounds.form import file_name, workbook_for, workbooks_of
