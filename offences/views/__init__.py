"""Pages and downloads. A view parses, makes one call and renders.

Figures: `home`, `forces` (the list, and the search for one), `pages` (a force's own page and those
of all forces), `areas`, `releases`, `responses`, with `tables` that several of them show, `charts`
at their `chart_addresses`, and forces' `remarks`. Texts: `press`, `check`. Files and programs:
`data`, `feeds`, `linked_data`. Beside the figures: `about`, `charity`, `faults`.

`moment` says which release a request is answered by; `limits` how often one address may ask.
"""
