"""What is recorded of changes and of people, in the database, in logs and in reports."""
