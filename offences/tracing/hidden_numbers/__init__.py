"""Whether a text gives away a number that a release hides, in whatever words.

`disclosures` asks it of a text, which is read in four steps, each a class on the one before: its
quantities (`QuantifiedText`), what explains them (`ExplainedText`), which are released totals
(`TotalsText`), and which may be of a hidden part or year (`GatedText`).
"""
