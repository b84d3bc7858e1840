"""Whether a text gives away a number that a release hides, in whatever words.

`disclosures` asks it of the text `shortened`, and lists what clears a number. The text is read in
five steps, each a class on the one before: its quantities (`quantified`), what explains them
(`explained`, by what is `computable`), which are released totals (`totals`), which others near make
(`worked_out`), and which may be of a hidden part or year (`gated`, `hidden_years`,
`spanned_years`). What a release hides is in `hidden`; `published` knows what it says of that.

`references`, `names_in_other_words`, `ages_in_words`, `age_rows`, `paired_lists`, `ages_alone`,
`age_limits`, `ages_by_steps`, `persons_harmed`, `pointed_at` and `inherited` find parts that a text
names without their name; what looks like one and is none is in `not_parts`. `counting` says what a
number counts, by its own noun (`counted_nouns`), `nouns` and `things`, `not_counts`, `of_figures`,
`times_of_day`, `ages_of_groups`, `own_life`, `own_children`, `people_asked`, `visitors` (`roles`),
`norms`, `reasons`, `charges`, `harm`, `scenes`, `things_before`, `other_objects`, `other_wholes`,
`those_named`, `speakers_and_schools`, `shown_numbers`, `lists_of_forces`, `only_body` and `bounds`,
and where nothing does, `bare_numbers`; `quantities` and `phrases` have the words around it,
`declined` those by which a number is not given, `those_with_a_sex` those for the recorded ones, and
`rounded_shares`, `bare_shares`, `shares_compared` and `same_as_nation` compare shares,
`rates_of_totals` and `intervals_of_parts` rates.
`rows` judges the cells of `text_tables`. Words without a number are in `existing`,
`amounts_in_words`, `shares_in_words`, `orders`, `every_part`, `sexes_of_all`, `plain_sentences`,
`persons_behind`, `persons_alone`, `persons_of_force`, `one_of_two`, `times_elsewhere` and
`remainder`, or in the `following_sentences`, of which `next_sentences` knows those that tell
nothing;
`compared_with_shown` and `clauses_elsewhere` clear England's numbers, `totals_compared` multiples
of totals; what no other finds is in `last_look`, by `data_words` and without `topics` and `advice`,
and of a part that other sentences name (`sentences_naming`) the `small_amounts` in
`earlier_sentences`.
"""
