"""Which addresses are the staff's: everything below admin/, logging in included."""

from django.http import HttpRequest

STAFF = "admin/"


def is_staff_address(request: HttpRequest) -> bool:
    return request.path_info.startswith(f"/{STAFF}")
