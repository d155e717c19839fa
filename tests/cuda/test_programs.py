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
from tests.passes.test_lit_execution import random

pytestmark = pytest.mark.skipif(shutil.which("g++") is None, reason="the shim needs g++")


# Those of 16-bit floats, whose results the CPU rounds elsewhere, are in test_tensor_cores.py.
NAMES = [name for name in [*BODIES, *PRESSED] if "tensor cores" not in name]


@pytest.mark.parametrize("name", NAMES)
def test_numbers_are_the_cpus(name: str) -> None:
    cpu, shim = Compiled(signature(parse_module(text(name)), {})), Shim(program(name))
    generator = np.random.default_rng(0)
    arrays = [random(spec, generator) for spec in cpu.inputs]
    for order in ORDERS:
        np.testing.assert_allclose(shim(arrays, order)[0], cpu(*arrays), rtol=2e-5, atol=2e-5)
