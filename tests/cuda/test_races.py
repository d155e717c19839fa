"""Faults planted in kernels are found without a device, and kernels without one give no report."""

from __future__ import annotations

import shutil
from dataclasses import replace

import numpy as np
import pytest

from pcc.testing.cuda.races import find_races
from pcc.testing.cuda.shim import Shim
from tests.cuda.faults import faults
from tests.cuda.programs import BODIES, program

pytestmark = pytest.mark.skipif(shutil.which("g++") is None, reason="the shim needs g++")


def test_there_are_enough() -> None:
    assert sum(len(list(faults(program(name), 1))) for name in BODIES) >= 40


@pytest.mark.parametrize("name", BODIES)
def test_kernels_give_no_report(name: str) -> None:
    assert find_races(program(name), (-1, 7)) == []
    assert find_races(program(name), (0,), across_blocks=True) == []


@pytest.mark.parametrize("name", BODIES)
def test_faults_are_found(name: str, request: pytest.FixtureRequest) -> None:
    """One of each kind, or all of them with --exhaustive; each with the line that shows it."""
    clean = program(name)
    for fault in faults(clean, 100 if request.config.getoption("--exhaustive") else 1):
        told = find_races(fault.planted(clean), (0,), across_blocks=fault.kind.startswith("blocks"))
        assert any("line" in line for line in told), (fault, told)


def test_a_wrong_distance_between_threads_shows_in_results() -> None:
    clean, x = program("scan of rows"), np.random.default_rng(0).uniform(-1, 1, (2, 9000)).astype(np.float32)
    assert "larger(place - 4, 0)" in clean.source
    wrong = replace(clean, source=clean.source.replace("larger(place - 4, 0)", "larger(place - 3, 0)"))
    wanted = np.cumsum(x[:, ::-1].astype(np.float64), axis=1)[:, ::-1]
    np.testing.assert_allclose(Shim(clean)([x])[0], wanted, atol=1e-4)
    assert np.abs(Shim(wrong)([x])[0] - wanted).max() > 0.1
