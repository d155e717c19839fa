"""Kernels compile for Hopper with no GPU: no spills, and vectors of 16 bytes where memory is read in order."""

from __future__ import annotations

import pytest

from pcc.dialects.text import parse_module
from pcc.frontends.paddle.explain import _listed
from pcc.runtime.cuda.build import build_for_device
from pcc.runtime.cuda.compilation import compile_for_device
from pcc.runtime.cuda.nvrtc import ARCHITECTURES, compile_text
from pcc.runtime.errors import CompileError
from pcc.runtime.report.page import page
from tests.cuda.programs import BODIES, PRESSED, program, text

pytestmark = pytest.mark.usefixtures("nvrtc")
WIDE = {"elements": (2, 1), "columns": (5, 1), "long rows": (1, 1)}  # least loads and stores of four floats in PTX


@pytest.mark.parametrize("name", [*BODIES, *PRESSED])
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
    with pytest.raises(CompileError, match=r"NVRTC refuses kernel k_x: identifier .* is undefined") as told:
        compile_text('extern "C" __global__ void k_x(float* y) { *y = nothing; }')
    assert "\n" not in str(told.value)
    with pytest.raises(CompileError, match=r"NVRTC refuses the text of all kernels: identifier .* is undefined"):
        compile_text("__device__ float x = nothing;")
    with pytest.raises(CompileError, match="NVRTC knows no 'sm_12'"):
        compile_text("", "sm_12")


TWO = """func.func @main(%x: tensor<40x300xf32>) -> (tensor<40xf32>, tensor<40x300xf32>) {
  %0 = pd.sum %x {axis = array<i64: 1>, keepdim = 0 : i64} : (tensor<40x300xf32>) -> tensor<40xf32> loc("net.py":5:1)
  %1 = pd.tanh %x : (tensor<40x300xf32>) -> tensor<40x300xf32> loc("net.py":7:1)
  %2 = pd.exp %1 : (tensor<40x300xf32>) -> tensor<40x300xf32> loc("net.py":8:1)
  func.return %0, %2 : tensor<40xf32>, tensor<40x300xf32>
}"""
LARGE = "__shared__ volatile float s[1000000]; s[threadIdx.x] = 1;"


@pytest.mark.parametrize(
    ("number", "statement", "said"),
    [
        (0, "nothing = 1;", r"NVRTC refuses kernel k_kernel_sum_\w+ \(net.py:5:1: sum\): identifier"),
        (1, "nothing = 1;", r"kernel k_kernel_tanh_exp_\w+ \(net.py:7:1: tanh and 1 more\): identifier"),
        (1, LARGE, r"kernel k_kernel_tanh_exp_\w+ \(net.py:7:1: .*uses too much shared data"),
    ],
)
def test_a_complaint_names_the_kernel_and_the_users_line(number: int, statement: str, said: str) -> None:
    lines = compile_for_device(parse_module(TWO)).source.splitlines()
    heads = [n for n, line in enumerate(lines) if 'extern "C" __global__' in line]
    lines.insert(heads[number] + 1, statement)
    with pytest.raises(CompileError, match=said) as told:
        compile_text("\n".join(lines))
    assert "\n" not in str(told.value)


def test_what_a_kernel_takes_is_told() -> None:
    build = build_for_device(parse_module(text("rows")), keep_text=True)
    (used,) = build.resources.values()
    assert used.registers > 16
    assert (used.spilled, used.shared) == (0, build.executable.resources["k_" + build.kernels[0].symbol].shared)
    shown = page("title", [build])
    assert f"<td>{used}</td>" in shown
    assert "<h3>CUDA C++</h3>" in shown
    assert _listed(build.kernels, build.resources) == [
        f"    1 x loops: max subtract exp sum reciprocal multiply ({used})"
    ]
