"""Finds every figure of a text: where it stands, its number and its kind.

`find` does it. `clauses` has the text with its sentences, `numbers`, `lists` and `table_cells`;
`spans` says which stretches of it overlap. A reader for each kind of figure looks at a number in
its `context`, by the words of `vocabulary`: `counts`, `differences`, `forces` with those
`forces_pointed_at` and the `numbers_of_forces` behind what they did, `shares`, `times` (rates,
spans, years) with `between_years`, `data_years` and `intervals`, `ages`, `tied_ages`,
`records`, `trends` (doubled, a third). `exempt` knows the numbers that are no
figures, such as the ages of `persons`; `recording`, words for a new way of counting; `ordinals`,
words of order; `questions`, claims that are asked about and denied. Each finds a `Candidate`
(`candidates`). A pattern is tried only where the text has
its `pattern_words`.
"""
