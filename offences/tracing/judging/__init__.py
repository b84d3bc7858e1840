"""Judges statements: the facts of the same slots first, their values last.

Each kind of figure has its judge: `counts`, `differences`, `shares`, `rates`, `trends`, `forces`,
`years`, `ages` (`JUDGES` of `judge`). They look for facts in `slots`, among `changes`,
`revisions`, `wholes`, `parts_of_all`, `sums_of_years`, `sets_of_forces`, `nations_of_forces`,
`forces_replied` and `forces_changed`, and ask `directions` (up or down), `modifiers` ("nearly") and
`slips`; `forces_in_role` has what so many forces did, `forces_before` those that other words
counted before, `forces_without` those that have no figure for a year, `forces_of_a_year` those that
have one, with their total. A number or a change in a row may be of a year that no word says
(`rows_of_years`, `rows_of_changes`, over several sentences `totals_in_turn`). A verdict is a
`judgement`; where the first reading is not right, `other_readings` are tried. Years in turn may be
beyond a number (`run_limits`), or so many of some years (`some_years`); they may have a place among
all (`year_places`; ages, `age_places`), be so many in all (`years_of_series`), have the highest or
lowest number (`extreme_years`) or an average (`averages_of_years`).

Of all that is judged (`judged_text`) five look at each again: `body_before` (is it another
body's?), `paragraphs` (are all numbers of one?), `spans_of_changes` (did it take so long?),
`same_period` (is a change of other years than that beside it?) and `wholes_before` (is a part of
none of the numbers before it?). Then come `leftovers` (what did nobody read, up to `clause_ends`?
it asks `what_changed`, `parts_of_years` and `whose_details`), `turning_points` (was the peak in
that year? it asks `years_of_extremes`; was another beyond it, by `year_directions`? was 300
`first_passed` in it?) and `other_things` (is it about these data?), which asks `bare_numbers` (what
is a number without a noun of?). A number that is no figure may yet be one of `small_numbers` ("six
involved nine-year-olds"), and a bare one an age, by the number beside it (`ages_by_number`), or a
share like those before it (`shares_before`); a change may be that of the sentence before
(`changes_pointed_at`).
"""
