"""E-mails of made-up forces, as bytes."""

from email.message import EmailMessage

FENMOUTH = "FOI Unit <foi@fenmouth.police.example>"


def email(text: str = "Dear all", sender: str = FENMOUTH, **heads: str) -> EmailMessage:
    """An e-mail with usual heads; `Message_ID` in a keyword is Message-ID in the head."""
    message = EmailMessage()
    usual = {
        "From": sender,
        "To": "foi@charity.example",
        "Date": "Tue, 09 Jun 2026 08:40:00 +0100",
        "Subject": "RE: FOI request",
        "Message_ID": "<1@fenmouth.police.example>",
    }
    for name, value in (usual | heads).items():
        if value:
            message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def attach(message: EmailMessage, data: bytes, name: str, kind: str = "application/octet-stream"):
    main, sub = kind.split("/")
    message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message
