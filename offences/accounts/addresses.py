"""Which addresses are the staff's: everything below admin/, logging in included."""

from django.http import HttpRequest

STAFF = "admin/"
LOG_IN = f"{STAFF}log-in/"
LOG_OUT = f"{STAFF}logout/"


def is_staff_address(request: HttpRequest) -> bool:
    return request.path_info.startswith(f"/{STAFF}")


def is_log_in_address(request: HttpRequest) -> bool:
    """Whether an address belongs to logging in or out, which nobody needs a second factor for."""
    return request.path_info.startswith((f"/{LOG_IN}", f"/{LOG_OUT}"))
