"""Labels: what the words and numbers in single cells mean.

`label_words` says what a label is about, `joined_labels` where it is about several things.
`cell_counts` reads a count, or why there is none; `legends` says what a mark stands for,
`note_marks` which number is the mark of a note, `signs` which letters are words by themselves
("♀", "✗"); `numbers_in_words` gives “seventeen” in digits,
`counts_in_labels` a count within a label.

Time: `years`, `years_in_digits`, `plain_years`, `open_years`, `year_kinds`, `months`,
`numbered_times`, `part_year_words`, `other_times`, `making_dates`, `lengths_of_time`,
`years_cut_short`, `date_limits`, `lone_ends`.
What is counted, and which persons: `counted_units`, `no_counts`, `open_counts`, `rough_counts`,
`some_ages`, `age_spans`, `notes_on_counts`, `accused_words`, `crime_stages`, `force_names`,
`proper_names`, `names_of_codes`, `offence_classes`. What has no such meaning: which page a text is
on (`page_numbers`), a word for a year that is not said (`unread_years`), a number that counts
nothing (`harmless_numbers`).

Whether the words of a line may change what numbers are: `scope_words` asks `changing_words`,
`title_parts`, `file_names`, and clears `remarks`, `idle_lines`, `quoted_requests`,
`letter_heads`, `letter_sentences`, `reply_sentences`, `since_when`, `counting_rules`;
`fewer_words` says in few words what is said in many. The `addresses` of a letter are no
lines of it.
"""
