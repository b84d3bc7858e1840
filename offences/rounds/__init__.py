"""A round, from its plan to its last reply: what is sent to forces, and what comes back.

A `new` round is made from an earlier one; its `plan` counts back from an event. `running` says
which round is on, its `board` the state of each request, `due_calendar` how a due date was counted;
a newer `holiday_file` changes due dates.

`letters` are worded in templates; those that are sent by the round are filled in by `merging` and
leave by `sending` (without a mail server, as `eml_files`). The return `form` has its `sheets`, with
`earlier_figures`. Messages that come in are in the `inbox` until their `filing`; `shared_steps`
records one step for several requests.
"""

from offences.rounds.form import file_name, workbook_for, workbooks_of
