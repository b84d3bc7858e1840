"""Pages of the press desk: claims, drafts, signatures, corrections, what is sent.

`claims` is what may be said, and the check of any text. An event has its approved `words`, its
`blocks` and its `texts`, all on one page, the `matrix`. One text is edited (`editing`, `forms`,
`changes` between two versions, `word_files`) and signed (`signatures`, `sign_cells`, by `links`
without an account). `issued_events` and `sending` follow.
"""
