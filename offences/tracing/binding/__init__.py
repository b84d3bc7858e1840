"""Binds each figure of a text to what it is said of: body, year, unit, subject, category.

`bind` does it. What a text names is found first, with its place (`mentions`): `bodies` by
their `body_names` (`seats` of power among them), `years`, `categories`, `units`; together they are
the `scene`. Then each slot of a `statement` is filled by a module of its own: `body_slot`,
`year_slot`, `category_slot`, `role_slot`, `set_slot`, in a table `cell_slot`. `ellipsis` fills what
a clause takes from the one before; `free`, in other readings, what no figure has yet, `repeated`
what goes on with a sentence before, and `on_record` those of which something is known or is not.

`body_slot` asks `of_all_forces` for a number of all the forces that its sentence counts, and
`owners` whose number it is.
`year_slot` asks `year_of_number` for the year of a number (`number_before`: one that the sentence
before has announced, none of `no_counts_of_force`), `year_of_whole` where the number is a part
of another, and `year_of_change` and `base_of_change` for those of a change; `rate_slot` has that of
a rate.
Changes in a row are in `change_rows`, numbers compared with in `base_numbers`.
Words of years are in `years`: `dated_years`, `years_one_by_one`, `time_words`, `landmarks`,
`earlier_ends`, `months`, `year_rows`, `rows_of_years_before`, `years_added_up`, `years_of_forces`,
`years_in_asides` and `unread_times`;
words of categories in `age_words`, `loose_ages`, `ages_by_place`, `labels`, `pointing`, `known`,
`remaining`, `breakdowns`; `added_parts` has sums of parts, `parts_before` parts named before a
number of theirs, `mode_numbers` those of the most common age, `crossed_parts` numbers of one part
said of another, `ages_of_another` ages at which something else peaks, `offenders` numbers of what
children did, `unheld` those of other times and people, `people_pointed_at` those of people where
an app is named, `denied_units` those that are not of the noun beside them, `people_before` those of
people named before them, `not_online` those of offences that are not.
"""
