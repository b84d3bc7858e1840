"""The record of every change: the triggers that write it, and the person behind the change.

The database itself writes a row of `RowChange` for each row that is added, changed or removed, so
that no form, import, command, task, bulk statement or program goes past it. Who it was, through
which page or command, and the reason they typed are known here and told to the database.

`triggers` write the rows. `requests` and `tasks` say who the `writer` is; `erasing` is the one
change that the record takes.
"""
