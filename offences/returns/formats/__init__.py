"""Formats: the bytes of a file become its visible sheets, whatever program made it.

`files` does it, once `file_kinds` says what a file is. Workbooks: `workbooks`, with
`workbook_records` of what is hidden in them, `xlsx_records`, the looks of cells (`cell_looks`,
`xls_looks`, `ods_looks`, `rich_texts`, `xls_rich_texts`, `colours`), their rules
(`conditional_formats`, `ods_rules`) and what they show outside cells (`outer_lines`).

Letters: `word_letters` with their `word_runs` and `tabbed_lines`; `pdf_letters` with `pdf_pages`,
`ruled_tables`, `struck_words`, `page_notes`, `close_words`, `pdf_raised`, `pdf_unseen` and
`pdf_pictures`, whose tables are joined over pages (`joined_pages`), each with the words around it
(`lines_of_pages`, `outer_words`).
Text and csv: `texts`, and `spaced_tables` of columns set out by spaces. Of
any file: `pictures`, `embedded_data`, `document_properties`.
"""
