"""Programs of each class of kernels give the CPU's numbers, in all orders of threads."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from pcc.dialects.text import parse_module
from pcc.runtime.artifact import signature
from pcc.runtime.compiled import Compiled
from pcc.testing.cuda.shim import ORDERS, Shim
from tests.cuda.programs import BODIES, PRESSED, program, text

pytestmark = pytest.mark.skipif(shutil.which("g++") is None, reason="the shim needs g++")


@pytest.mark.parametrize("name", [*BODIES, *PRESSED])
def test_numbers_are_the_cpus(name: str) -> None:
    cpu, shim = Compiled(signature(parse_module(text(name)), {})), Shim(program(name))
    generator = np.random.default_rng(0)
    arrays = [generator.uniform(-2, 2, spec.shape).astype(np.float32) for spec in cpu.inputs]
    for order in ORDERS:
        np.testing.assert_allclose(shim(arrays, order)[0], cpu(*arrays), rtol=2e-5, atol=2e-5)
