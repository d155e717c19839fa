"""Memory for arrays, large ones in huge pages where the system has them on request.

A page of 2 MiB is touched for the first time at once, not 512 times, and takes one entry of the processor's table of
addresses, which strided access to many small pages overruns.
"""

from __future__ import annotations

import mmap
from contextlib import suppress

import numpy as np
from numpy.typing import NDArray

HUGE = 2 << 20
ADVICE = getattr(mmap, "MADV_HUGEPAGE", None)


def memory(size: int) -> NDArray[np.uint8]:
    """At least `size` bytes, uninitialised, aligned to a cache line."""
    if size < 2 * HUGE or ADVICE is None:
        whole = np.empty(size + 63, np.uint8)
        return whole[-whole.ctypes.data % 64 :]
    pages = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    with suppress(OSError):  # a system that has none
        pages.madvise(ADVICE)
    return np.frombuffer(pages, np.uint8)
