"""Checks for contradictions, and for data that nobody should see by accident.

Counts against each other: `totals` (with `limits_of_counts`), `other_totals`, `totals_of_some`,
`totals_elsewhere`, `totals_with_adults`, `unmarked_shares`, `parts_by_sex`, `words_for_adults`,
`same_counts`, `lists_of_crimes`, `ages_that_overlap`, `conflicts`. Words against counts:
`scope_notes` (any line that may change what counts are, by `scope_rules`), `notes_on_figures`,
`across_sheets`, `legends`, `numbers_as_marks`, `marked_cells`, `numbers_behind_labels` and
`rest_of_cells`, `refusals_in_words`. Time: `part_year_notes`, `year_parts`, `quarter_sheets`,
`plain_quarters`, `quarters_or_questions`, `lone_ends`, `lengths_of_time`, `years_in_parts`,
`zeros_at_ends`, `other_years`, `years_of_lists`, `years_out_of_line`, `undated_tables` (with
`captions_below`). What a table counts: `counted_units`, `other_counts`, `other_versions`,
`tables_of_accused`, `crime_stages`, `online_or_all`, `online_years`, `yes_or_no`, `named_forces`,
`rows_of_axes`, `parts_of_one_row`, `cut_labels`. Words over one of its columns: `column_words`;
over some of its rows: `lines_between_rows`. Numbers that may be of no column: `lone_numbers`.
Numbers that nobody was shown yet: `numbers_left`. The form of a file: `ragged_rows`,
`unreadable_tables`. What holds a file back: `personal_data`.
"""
