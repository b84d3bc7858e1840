"""Why a message was not sent, as its log says it."""

ACCOUNT_ENDED = (
    "Not sent: the account of the person who was to send it has ended. Take it back, then somebody "
    "else can send it."
)
