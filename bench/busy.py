"""Cores that other processes use."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

START_S = 0.15  # until the loops run
LOOP = "import os\nos.sched_setaffinity(0, [{core}])\nwhile True: pass"


@contextmanager
def busy(cores: Iterable[int]) -> Iterator[None]:
    """Meanwhile each core has an endless loop of its own to run."""
    loops = [subprocess.Popen([sys.executable, "-S", "-E", "-c", LOOP.format(core=core)]) for core in cores]
    try:
        time.sleep(START_S)
        yield
    finally:
        for loop in loops:
            loop.kill()
        for loop in loops:
            loop.wait()
