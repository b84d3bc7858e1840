"""The lists of all records: their columns, their filters, and the groups that they are shown in."""
