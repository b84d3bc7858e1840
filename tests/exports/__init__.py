"""Files and the API: their formats, columns and addresses."""
