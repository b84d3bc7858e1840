"""Finds every figure in a text typed by a person and says whether the facts bear it out.

`trace` does it, room by room: finding/, binding/, judging/, against evidence/. `wordings` adds
words that no text may use: `comparisons` between forces, false `ranks` and `only_ones` of them,
false `part_orders`, `change_orders`, `change_ranks`, `year_ranks`, `compared_years`, `runs` of
rises and falls and `plain_changes` without a number, `replies_of_forces` that were not so many and
`modes_of_both` a force and all, `first_changes` that were not the first for so long; `marking`
prepares the answer for a page, with what `unchecked` finds.
hidden_numbers/ asks another question of the same words.
"""
