"""Faults planted in kernels are found without a device, and kernels without one give no report."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from pcc.runtime.cuda.program import Program
from pcc.testing.cuda.races import find_races
from pcc.testing.cuda.shim import Shim, storage
from tests.cuda.faults import WITHOUT_RACE, faults
from tests.cuda.programs import BODIES, PRESSED, program

pytestmark = pytest.mark.skipif(shutil.which("g++") is None, reason="the shim needs g++")


def test_there_are_enough() -> None:
    assert sum(len(list(faults(program(name), 1))) for name in BODIES) >= 40


@pytest.mark.parametrize("name", [*BODIES, *PRESSED])
def test_kernels_give_no_report(name: str) -> None:
    assert find_races(program(name), (-1, 7)) == []
    assert find_races(program(name), (0,), across_blocks=True) == []


@pytest.mark.parametrize("name", BODIES)
def test_faults_are_found(name: str, request: pytest.FixtureRequest) -> None:
    """One of each kind, or all of them with --exhaustive; each with the line that shows it, or by wrong results."""
    clean = program(name)
    for fault in faults(clean, 100 if request.config.getoption("--exhaustive") else 1):
        told = find_races(fault.planted(clean), (0,), across_blocks=fault.kind.startswith("blocks"))
        found = any("line" in line for line in told)
        assert found or (fault.kind in WITHOUT_RACE and _differ(clean, fault.planted(clean))), (fault, told)


def _differ(a: Program, b: Program) -> bool:
    """Whether the results of two programs do."""
    rng = np.random.default_rng(0)
    arrays = [rng.uniform(-2, 2, spec.shape).astype(storage(spec)) for spec in a.inputs]
    return any(x.tobytes() != y.tobytes() for x, y in zip(Shim(a)(arrays), Shim(b)(arrays), strict=True))
