"""Tables: the cells of a sheet become tables, each with its headings, labels and counts.

A sheet of `contents_lists` has none. `blocks` cuts any other into tables, by its `heading_rows`,
`side_tables`, `blank_rows` (with `blank_categories`) and `keys`. Pages without ruled lines
become sheets in `page_tables`: `page_lines`, `page_columns`, `page_headings`, `page_rows`,
`page_sides`, `page_lists`, `between_columns`. Where labels stand behind counts,
`labels_behind` begins a table beside the first, or asks; a label over the first of those is read by
`line_of_all`. Which columns are labels and which counts is said by `columns` and `codes_of_labels`,
of doubtful ones by `ages_or_counts` and `changed_bands`; what one cell is, by `cell_kinds`, of one
such as “41 (12)” by `two_numbers`.

What a count is of comes from the headings over it (`meanings`, `column_years`, `whole_years` of its
total, `split_headings` for two that are one, `periods` for two days that are, `centred_headings`
for those in the middle of their columns, `group_totals` for totals beside a group) and the labels
of its row (`row_meanings`, `unlabelled`, `centred_labels` for those between two of their rows),
each a `label_levels`; from the words around its table (`titles`, `lines_above`, `line_years`,
`years_below`, `corners`, `questions_before`, `question_numbers`, `numbered_notes`); `doubtful_axes`
asks where its year or sex is not clear.
`sums` are lines that add up others, `whole_rows` those that do so by their numbers alone,
`parts_of_lines` those that are a part of one before them (“of which girls”), and `passing_words`
reads those that were left out for a word in their names.
`listings` counts the rows of a list of crimes, by its `listing_axes` and `listing_dates`;
`listing_columns`, `listing_cells` and `listing_lines` ask which rows may be none, or several;
`rows_of_crimes` says of which columns each row is one crime. Numbers that are in no table are
reported: `not_taken`, `open_numbers`, `prose_numbers`.
"""
