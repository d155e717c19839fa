"""Calls of the CPU library's GEMM from Python, for tests and benchmarks."""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np

from pcc.codegen_cpu.target import Target, host
from pcc.runtime.cpu.gemm import Gemm
from pcc.runtime.cpu.library import Library, library

TARGETS = {"host": host(), "avx2": Target("haswell", "", 256), "sse2": Target("x86-64", "", 128)}
SUFFIX: dict[np.dtype[Any], str] = {np.dtype(np.float32): "f32", np.dtype(np.float64): "f64"}


def strides(array: np.ndarray) -> list[int]:
    """Strides in elements; of a dimension of one element, zero."""
    return [s // array.itemsize if n > 1 else 0 for s, n in zip(array.strides, array.shape, strict=True)]


def block(a: np.ndarray, b: np.ndarray, c: np.ndarray, **more: Any) -> Gemm:
    """The parameters of c = a @ b for arrays [x, y, rows, columns] with any strides (c's columns contiguous)."""
    sa, sb, sc = strides(a), strides(b), strides(c)
    return Gemm(
        m=a.shape[2], n=b.shape[3], k=a.shape[3], batch0=c.shape[0], batch1=c.shape[1],
        a=a.ctypes.data, a_batch0=sa[0], a_batch1=sa[1], a_row=sa[2], a_column=sa[3],
        b=b.ctypes.data, b_batch0=sb[0], b_batch1=sb[1], b_row=sb[2], b_column=sb[3],
        c=c.ctypes.data, c_batch0=sc[0], c_batch1=sc[1], c_row=sc[2], **more,
    )  # fmt: skip


def run(parameters: Gemm, dtype: np.dtype[Any], code: Library | None = None, routine: str = "pcc_gemm") -> None:
    (code or library()).function(f"{routine}_{SUFFIX[np.dtype(dtype)]}", ctypes.POINTER(Gemm))(parameters)


def aligned(size: int, dtype: np.dtype[Any]) -> np.ndarray:
    """Zeros that start on a cache line."""
    raw = np.zeros(size * np.dtype(dtype).itemsize + 64, np.uint8)
    return raw[-raw.ctypes.data % 64 :][: size * np.dtype(dtype).itemsize].view(dtype)
