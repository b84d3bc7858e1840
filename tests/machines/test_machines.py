"""Two webs, two workers, a primary and its replica, a Valkey and a bucket: each lost in turn.

Readers read and an officer uploads all the while, through whichever web answers.
"""

import datetime as dt
import hashlib
import itertools
import threading
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest

from tests.embargo.worlds import told
from tests.machines import servers
from tests.machines.made import opened
from tests.machines.servers import Running, ask, environment_of, fill, get, run, until

pytestmark = pytest.mark.drill

PAGES = [
    *("/", "/forces/northshire/", "/forces/southshire/", "/releases/", "/press/", "/help/"),
    *("/measures/online/", "/releases/online/1/figures.csv", "/about/methods/"),
]
TOKEN = "x" * 32


@dataclass
class Site:
    """All that runs, and what was seen of it."""

    webs: list[str]
    session: str
    submission: int
    minute: dt.datetime
    stored: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    read: int = 0
    ended: threading.Event = field(default_factory=threading.Event)

    def get(self, page: str, first: int = 0) -> tuple[int, str]:
        """As a proxy asks: the next web where one does not answer."""
        status, text = 0, ""
        for web in (*self.webs[first:], *self.webs[:first]):
            status, text = get(f"{web}{page}")
            if status:
                break
        return status, text

    def be_read(self, first: int) -> None:
        for number in itertools.count():
            if self.ended.is_set():
                return
            page = PAGES[number % len(PAGES)] if number % 4 else f"/forces/?q=north{number}"
            status, text = self.get(page, first)
            self.read += 1
            if status != 200:
                self.faults.append(f"{status} of {page} at {dt.datetime.now(dt.UTC):%T}")
            if dt.datetime.now(dt.UTC) < self.minute and (early := told(text)):
                self.faults.append(f"{page} is early: {early}")
            time.sleep(0.02)

    def upload(self, number: int, *, large: bool = False) -> None:
        """Upload one more file, of which nobody has the like; large ones are for a worker."""
        data = f"Year,Number\n2018,{number}\n".encode() + b"," * (300_000 if large else 0)
        status, text = self._post(number, data)
        name = hashlib.sha256(data).hexdigest()
        if status in {200, 302} and "errorlist" not in text:
            self.stored.append(name)
        else:
            self.refused.append(f"{status} {text}")

    def _post(self, number: int, data: bytes) -> tuple[int, str]:
        mark = "a-mark-between-the-parts"
        head = (
            f'--{mark}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{TOKEN}'
        )
        file = (
            f'\r\n--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{number}.csv"'
        )
        body = f"{head}{file}\r\nContent-Type: text/csv\r\n\r\n".encode() + data
        body += f"\r\n--{mark}--\r\n".encode()
        headers = {
            "Cookie": f"sessionid={self.session}; csrftoken={TOKEN}",
            "Content-Type": f"multipart/form-data; boundary={mark}",
        }
        for web in self.webs:
            address = f"{web}/admin/offences/foisubmission/{self.submission}/file/"
            asked = urllib.request.Request(address, data=body, headers=headers)
            try:
                with urllib.request.build_opener(Unfollowed).open(asked, timeout=60) as answer:
                    return answer.status, answer.read().decode(errors="replace")
            except urllib.error.HTTPError as other:
                return other.code, other.read().decode(errors="replace")
            except urllib.error.URLError:
                continue  # nobody is there: the next
            except OSError:
                return 0, ""  # it was ended in the middle
        return 0, ""


class Unfollowed(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


def watch_over(running: list[Running], ended: threading.Event) -> None:
    """As systemd does: what ended begins again, unless the test ended it."""
    while not ended.wait(0.5):
        for each in running:
            if not each.is_lost and each.process.poll() is not None:
                each.begin()


def test_each_part_is_lost_under_load_and_nothing_is_wrong_early_or_lost(tmp_path):
    far = dt.datetime.now(dt.UTC) + dt.timedelta(days=30)
    with ExitStack() as stack:
        enter = stack.enter_context
        primary = enter(servers.postgresql())
        fill(primary, tmp_path, far.isoformat())
        replica, address = primary.replica()
        bucket, bucket_address, folder = enter(servers.bucket(tmp_path))
        valkey, cache = enter(servers.valkey(tmp_path))
        more = {"DATABASE_REPLICA_URL": address, "STORAGE_URL": bucket_address, "CACHE_URL": cache}
        environment = environment_of(primary.address, tmp_path, CDN_SECONDS="5", **more)
        workers = [enter(servers.worker(environment, tmp_path / f"worker{n}.log")) for n in "ab"]
        webs = [enter(servers.web(environment, tmp_path / f"web{n}.log")) for n in "ab"]
        site = Site(
            [address for _, address in webs],
            run(environment, "-m", "tests.machines.officer").split()[-1],
            ask(primary.address, "SELECT max(id) FROM offences_foisubmission"),
            far,
        )
        for web in site.webs:  # each has read what is public
            assert until(lambda web=web: get(f"{web}/")[0] == 200, "the first page")
        of_the_world = ask(primary.address, "SELECT coalesce(max(id), 0) FROM offences_document")
        numbers = itertools.count(1)
        site.upload(next(numbers))
        assert len(site.stored) == 1, site.refused
        threads = [threading.Thread(target=site.be_read, args=(n,)) for n in (0, 1)]
        all_running = [*workers, *(web for web, _ in webs)]
        threads += [threading.Thread(target=watch_over, args=(all_running, site.ended))]
        for thread in threads:
            thread.start()
        stack.callback(site.ended.set)

        def uploads(count: int = 3, *, large: bool = False) -> tuple[int, int]:
            """How many of so many uploads were stored, and how many refused."""
            before = len(site.stored), len(site.refused)
            for _ in range(count):
                site.upload(next(numbers), large=large)
            return len(site.stored) - before[0], len(site.refused) - before[1]

        # The shared memory: each process goes on alone.
        valkey.terminate()
        assert uploads() == (3, 0), site.refused
        valkey.start(timeout=30)
        # The replica: the primary is asked.
        primary.stop(replica)
        assert uploads() == (3, 0), site.refused
        primary.start(replica)
        # The bucket: staff read that nothing was stored.
        bucket.kill()
        assert uploads() == (0, 3)
        assert all("cannot reach the files" in each for each in site.refused[-3:])
        bucket.begin()
        until(lambda: uploads(1) == (1, 0), "an upload after the bucket is back")
        # A worker: the other does what waits.
        lost(workers[0])
        assert uploads(2, large=True) == (2, 0)
        done = "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = 'SUCCESSFUL'"
        until(lambda: ask(primary.address, done) >= 2, "the work of the other worker")
        back(workers[0])
        # A web: the other answers.
        lost(webs[0][0])
        assert uploads(4)[0] >= 3, site.refused  # one may have been under way
        back(webs[0][0])
        until(lambda: get(f"{site.webs[0]}/")[0] == 200, "the web that is back")
        # The primary: readers read on, staff read that nothing was stored.
        primary.stop(primary.server)
        time.sleep(1)
        assert uploads() == (0, 3)
        assert all("cannot reach its database" in each for each in site.refused[-3:])
        primary.start(primary.server)
        until(lambda: uploads(1) == (1, 0), "an upload after the primary is back")
        # A minute, known a few seconds before, with everything back.
        site.minute = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=5)
        with servers.psycopg.connect(primary.address) as connection:
            connection.execute(opened(site.minute))
        until(lambda: dt.datetime.now(dt.UTC) > site.minute, "the minute")
        for web in site.webs:
            assert told(get(f"{web}/forces/northshire/")[1]), web
        site.ended.set()
        for thread in threads:
            thread.join()
        until(lambda: get(f"{site.webs[1]}/readyz")[0] == 200, "all is ready")

        assert site.faults == []
        assert site.read > 300
        # Every file that was said to be stored is, whole; and no row is without its file.
        stored = "SELECT json_agg(sha256) FROM offences_document WHERE id > "
        rows = {*ask(primary.address, f"{stored}{of_the_world}")}
        files = [each.read_bytes() for each in folder.rglob("*") if each.is_file()]
        in_bucket = {hashlib.sha256(data).hexdigest() for data in files}
        assert {*site.stored} <= rows <= in_bucket
        failed = "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = 'FAILED'"
        assert ask(primary.address, failed) == 0


def lost(running: Running) -> None:
    running.is_lost = True
    running.kill()


def back(running: Running) -> None:
    running.begin()
    running.is_lost = False
