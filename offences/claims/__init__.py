"""What may be said of the figures, and why the rest may not.

Plain Python over `offences.statistics`: facts go in, and every claim of the catalogue comes out
allowed or refused, each with its figures, the cells behind it and the code of the reason. The
words are in `offences.words`.

`gate` asks every one of the `rules`, which are in a module for each family: `latest`, `coverage`,
`records`, `changes`, `multiples`, `ages`, `recorded`. Each makes a `claim` of `facts` (from JSON:
`documents`), by the `thresholds`; `pairs` are the two years of a change, `totals` sums of many
forces.
"""
