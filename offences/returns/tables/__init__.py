"""Tables: the cells of a sheet become tables, each with its headings, labels and counts."""
