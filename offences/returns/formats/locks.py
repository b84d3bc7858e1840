"""Files locked with a password, which is used once, to read them, and stored nowhere."""

import zipfile
from io import BytesIO

from offences.refused import Refused

LOCKED = "This file is locked with a password. Save it without one."
WRONG_PASSWORD = "This password does not open the file. Ask the force for it again."
CANNOT_UNLOCK = (
    "An OpenDocument file with a password cannot be opened here. Save it without one, or as an "
    "Excel file."
)

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_locked_package(data: bytes) -> bool:
    """An xlsx or docx that is locked: a compound file around it."""
    return data.startswith(COMPOUND) and "EncryptedPackage".encode("utf-16-le") in data


def check_ods(data: bytes, password: str) -> None:
    """Refuse an OpenDocument file with a password, which no library here opens."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if "META-INF/manifest.xml" not in archive.namelist():
            return
        if b":encryption-data" in archive.read("META-INF/manifest.xml")[:1_000_000]:
            raise Refused(CANNOT_UNLOCK if password else LOCKED)


def unlock(data: bytes, password: str) -> bytes:
    """An Office file without its password; any other file as it is."""
    if not password or not data.startswith(COMPOUND):
        return data
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError

    try:
        locked = msoffcrypto.OfficeFile(BytesIO(data))
        if not locked.is_encrypted():
            return data
        locked.load_key(password=password, verify_password=True)
        out = BytesIO()
        locked.decrypt(out)
    except (InvalidKeyError, DecryptionError):
        raise Refused(WRONG_PASSWORD) from None
    except FileFormatError:
        return data
    return out.getvalue()
