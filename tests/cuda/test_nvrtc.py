"""Kernels compile for Hopper with no GPU: no spills, and vectors of 16 bytes where memory is read in order."""

from __future__ import annotations

import pytest

from pcc.runtime.cuda.nvrtc import ARCHITECTURES, compile_text
from pcc.runtime.errors import CompileError
from tests.cuda.programs import BODIES, program

WIDE = {"elements": (2, 1), "columns": (5, 1), "long rows": (1, 1)}  # least loads and stores of four floats in PTX


@pytest.fixture(autouse=True)
def _nvrtc() -> None:
    try:
        compile_text("")
    except CompileError as error:
        if "not installed" not in str(error):
            raise
        pytest.skip(str(error))


@pytest.mark.parametrize("name", BODIES)
def test_nothing_is_spilled(name: str) -> None:
    made = compile_text(program(name).source)
    assert made.code.startswith(b"\x7fELF")
    assert {kernel: known.spilled for kernel, known in made.resources.items()} == dict.fromkeys(made.resources, 0)
    assert len(made.resources) == len(program(name).kernels)


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_architectures(architecture: str) -> None:
    assert compile_text(program("product").source, architecture).code


@pytest.mark.parametrize("name", WIDE)
def test_memory_is_read_by_vectors(name: str) -> None:
    text = compile_text(program(name).source, ptx=True).code.decode()
    found = text.count("ld.global.v4") + text.count("ld.global.nc.v4"), text.count("st.global.v4")
    assert all(a >= b for a, b in zip(found, WIDE[name], strict=True)), found


def test_what_nvrtc_refuses_is_said_in_a_line() -> None:
    with pytest.raises(CompileError, match=r"NVRTC refuses a kernel: kernels.cu\(1\): error: .*undefined") as told:
        compile_text('extern "C" __global__ void k_x(float* y) { *y = nothing; }')
    assert "\n" not in str(told.value)
