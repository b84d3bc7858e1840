"""What the log of a message says of it."""

ACCOUNT_ENDED = (
    "Not sent: the account of the person who was to send it has ended. Take it back, then somebody "
    "else can send it."
)
