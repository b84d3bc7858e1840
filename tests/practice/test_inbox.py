"""The inbox of a practice year: real files and e-mails, each of which says that it is practice."""

import email
import email.policy
import hashlib
import io
import zipfile
from pathlib import Path

from offences.management.practice_year.inbox import ATTACHMENTS
from offences.replies import read_message
from tests.practice.worlds import PracticeTest

SAYS = "is made up"
BROKEN = ("damaged.xlsx", "empty.xlsx")  # say it in their names alone


class TestInbox(PracticeTest):
    def test_it_has_every_kind_of_file_and_seven_e_mails(self):
        endings = {file.suffix for file in self.inbox.iterdir()}
        assert endings == {".xlsx", ".ods", ".csv", ".pdf", ".eml", ".msg", ".txt"}
        assert len([*self.inbox.glob("*.eml")]) == 7
        for kind in ATTACHMENTS:
            assert len([*self.inbox.glob(f"practice-*-{kind}")]) == 1, kind

    def test_every_file_says_in_its_name_and_inside_that_it_is_made_up_or_for_practice(self):
        for file in self.inbox.iterdir():
            assert file.name.startswith("practice-")
            if not file.name.endswith(BROKEN):
                text = words_of(file.read_bytes())
                assert SAYS in text or "for practice" in text, file.name

    def test_e_mails_are_whole_and_from_places_that_do_not_exist(self):
        for file in self.inbox.glob("*.eml"):
            message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            assert message["From"].addresses[0].domain.endswith(".example")
            assert message["Message-ID"] and message["Date"].datetime
            assert SAYS in message.get_body().get_content()
        (answer,) = self.inbox.glob("*-answer.eml")
        message = email.message_from_bytes(answer.read_bytes(), policy=email.policy.default)
        (attached,) = message.iter_attachments()
        assert attached.get_filename().endswith(".xlsx")
        assert zipfile.is_zipfile(io.BytesIO(attached.get_content()))

    def test_outlook_s_own_files_are_read(self):
        (message,) = self.inbox.glob("*-extension.msg")
        found = read_message(message.read_bytes(), message.name)
        assert found.sender.endswith(".example") and "section 31(1)" in found.text
        (wrapped,) = self.inbox.glob("*-answer-in-winmail-dat.eml")
        (file,) = read_message(wrapped.read_bytes(), wrapped.name).files
        assert file.name.startswith("practice-") and file.name.endswith(".xlsx")

    def test_the_list_names_what_is_there(self):
        listed = (self.inbox / "practice-READ-ME.txt").read_text(encoding="utf-8")
        for file in self.inbox.iterdir():
            assert file.name in listed or file.name == "practice-READ-ME.txt"


def words_of(data: bytes) -> str:
    """All text of a file; of an archive, that of its parts."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        archive = zipfile.ZipFile(io.BytesIO(data))
        data = b"".join(archive.read(name) for name in archive.namelist())
    return data.decode("utf-8", "replace") + data.decode("utf-16-le", "replace")  # Outlook's


def fingerprints(folder: Path) -> dict[str, str]:
    """Each file of a folder by its bytes."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}
