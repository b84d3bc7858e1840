"""Whether the site in this container is ready: what deploy/compose.yaml asks."""

import os
from urllib.request import urlopen

PORT = os.environ["BIND"].rpartition(":")[2]
urlopen(f"http://127.0.0.1:{PORT}/readyz", timeout=20).close()
