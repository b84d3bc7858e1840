"""Which small counts are hidden, and what an attacker could still work out."""
