"""A press release in an e-mail and in Word: the same words."""
