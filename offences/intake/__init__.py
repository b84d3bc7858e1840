"""Files that come in: a force's own file, the charity's workbook of counts, and lists.

Each kind goes the same way: uploaded, read, matched to the rows it means, previewed (`preview`),
confirmed once (`pending`) and stored. Original files are `documents`; `papers/` shows one as it is;
`spreadsheets` reads what staff themselves fill in, `lists` stores it. `recording_practice` has one
writer for answers from any of them. `unfinished` marks files whose transaction has not ended.
"""
