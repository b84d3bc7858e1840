"""Files that come in: a force's own file, the charity's workbook of counts, and lists.

Each kind goes the same way: uploaded, read, matched to the rows it means, previewed (`preview`),
confirmed once (`pending`) and stored. A force's own file is in `returns/`, the workbook in
`workbook/` (docs/spreadsheet.md), lists in `lists` (docs/lists.md), and `papers/` shows a file as
it is. Original files are `documents`; `spreadsheets` reads what staff themselves fill in.
"""
