"""Settings that must hold before a test module imports Paddle."""

from __future__ import annotations

import os

# Side by side, test processes must not wait for each other's cores in OpenMP regions: Paddle takes one thread in each.
if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.setdefault("OMP_NUM_THREADS", "1")
