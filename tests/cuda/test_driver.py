"""pycuda's own host code, eager and as a graph, on a driver for machines that have no device."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pcc.testing.cuda.driver import make_driver

pytestmark = [
    pytest.mark.skipif(shutil.which("g++") is None, reason="the shim needs g++"),
    pytest.mark.skipif(importlib.util.find_spec("pycuda") is None, reason="pycuda is not installed: docs/cuda.md"),
]


def test_runtime(tmp_path: Path) -> None:
    make_driver(tmp_path)
    settings = {**os.environ, "LD_LIBRARY_PATH": str(tmp_path)}
    command = [sys.executable, "-m", "tests.cuda.on_driver", str(tmp_path)]
    done = subprocess.run(
        command, env=settings, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2]
    )
    assert done.stdout.splitlines()[-1:] == ["failed: none"], done.stdout + done.stderr
