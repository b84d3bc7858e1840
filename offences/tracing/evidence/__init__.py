"""What the facts of one document allow a text to say, each with its slots."""
