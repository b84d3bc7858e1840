"""Run as a program: a reader that goes on and on."""

import os
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    sys.stdin.read()
    time.sleep(60)
    Path(os.environ["MARK"]).touch()
