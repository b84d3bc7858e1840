"""The charity's own spreadsheets: counts (`offences/intake/workbook/`) and lists."""
