"""The routine of Fourier transforms against NumPy: lengths, layouts of the lines, tails of vectors."""

from __future__ import annotations

import ctypes
import struct
from typing import Any

import numpy as np
import pytest

from pcc.dialects.pd.fourier_lines import factors
from pcc.runtime.cpu.fourier import Dft
from pcc.runtime.cpu.library import library

TYPES = {"f32": np.float32, "f64": np.float64}


def transform(
    real: Any, imag: Any, axis: int, inverse: bool, suffix: str, n: int = 0, count: int = 0, parts: int = 2
) -> Any:
    """Along axis 1 or 2 of three, of parts with any strides; the result's parts are its last axis."""
    bytes_of = real.itemsize
    group, first, second = (stride // bytes_of for stride in real.strides)
    groups, n, given = real.shape[0], n or real.shape[axis], real.shape[axis]
    across, along = (first, second) if axis == 2 else (second, first)
    shape = [count or e if d == axis else e for d, e in enumerate(real.shape)]
    out = np.empty((*shape, parts), real.dtype)
    steps = [stride // bytes_of for stride in out.strides]
    angle = 2 * np.pi * np.arange(n) / n
    cosine, sine = (np.ascontiguousarray(function(angle).astype(real.dtype)) for function in (np.cos, np.sin))
    block = Dft(
        n=n, given=given, count=count or n, parts=parts, groups=groups, width=real.shape[3 - axis],
        plan=sum(r << 4 * i for i, r in enumerate(factors(n))),
        inverse=int(inverse), scale=struct.unpack("q", struct.pack("d", 0.5))[0],
        in_group=group, in_across=across, in_along=along,
        out_group=steps[0], out_across=steps[3 - axis], out_along=steps[axis],
        real=real.ctypes.data, imag=None if imag is None else imag.ctypes.data,
        cosine=cosine.ctypes.data, sine=sine.ctypes.data, out=out.ctypes.data,
    )  # fmt: skip
    library().function(f"pcc_dft_{suffix}", ctypes.c_void_p)(ctypes.addressof(block))
    return out[..., 0].astype("float64") + (1j * out[..., 1] if parts == 2 else 0)


def wanted(x: Any, axis: int, inverse: bool, scale: float) -> Any:
    x = x.astype("complex128")
    return scale * (np.fft.ifft(x, axis=axis) * x.shape[axis] if inverse else np.fft.fft(x, axis=axis))


def check(real: Any, imag: Any, axis: int, inverse: bool, suffix: str) -> None:
    x = real + (0 if imag is None else 1j * imag)
    want = wanted(x, axis, inverse, 0.5)
    got = transform(real, imag, axis, inverse, suffix)
    size = np.sqrt((np.abs(want) ** 2).mean())
    limit = 4 * (1 + np.log2(x.shape[axis])) * np.finfo(TYPES[suffix]).eps * size
    np.testing.assert_allclose(got, want, 0, limit)


LENGTHS = (2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 15, 16, 21, 24, 32, 35, 48, 64, 77, 100, 121, 128, 169, 243, 1000, 1024)


@pytest.mark.parametrize("suffix", TYPES)
@pytest.mark.parametrize("inverse", [False, True])
@pytest.mark.parametrize("n", LENGTHS)
def test_lengths(n: int, inverse: bool, suffix: str) -> None:
    x = np.random.default_rng(n).standard_normal((2, 2, 19, n)).astype(TYPES[suffix])
    check(x[0], x[1], 2, inverse, suffix)
    turned = np.ascontiguousarray(x.swapaxes(2, 3))
    check(turned[0], turned[1], 1, inverse, suffix)


@pytest.mark.parametrize("suffix", TYPES)
@pytest.mark.parametrize("lines", [1, 2, 7, 8, 9, 15, 16, 17, 40])
@pytest.mark.parametrize("axis", [1, 2])
def test_neighbours_and_tails(axis: int, lines: int, suffix: str) -> None:
    shape = (3, lines, 12, 2) if axis == 2 else (3, 12, lines, 2)
    x = np.random.default_rng(lines).standard_normal(shape).astype(TYPES[suffix])
    check(x[..., 0], x[..., 1], axis, False, suffix)
    check(x[..., 0], x[..., 1], axis, True, suffix)
    check(x[..., 1], None, axis, False, suffix)


@pytest.mark.parametrize("suffix", TYPES)
def test_any_strides(suffix: str) -> None:
    x = np.random.default_rng(0).standard_normal((2, 4, 30, 36)).astype(TYPES[suffix])[:, ::2, ::3, ::3]
    for axis in (1, 2):
        check(x[0], x[1], axis, False, suffix)
        check(x[1], None, axis, True, suffix)


@pytest.mark.parametrize("suffix", TYPES)
@pytest.mark.parametrize("axis", [1, 2])
@pytest.mark.parametrize("inverse", [False, True])
def test_some_of_the_places_and_parts(inverse: bool, axis: int, suffix: str) -> None:
    shape = (3, 19, 9, 2) if axis == 2 else (3, 9, 19, 2)
    x = np.random.default_rng(axis).standard_normal(shape).astype(TYPES[suffix])
    padded = np.pad(x[..., 0] + 1j * x[..., 1], [(0, 0), *((0, 7 * (d == axis)) for d in (1, 2))])
    want: Any = np.take(wanted(padded, axis, inverse, 0.5), range(11), axis)
    for real, imag in ((x[..., 0], x[..., 1]), tuple(np.ascontiguousarray(np.moveaxis(x, 3, 0)))):
        got = transform(real, imag, axis, inverse, suffix, 16, 11)
        np.testing.assert_allclose(got, want, 0, 50 * np.finfo(TYPES[suffix]).eps)
        got = transform(real, imag, axis, inverse, suffix, 16, 11, 1)
        np.testing.assert_allclose(got, want.real, 0, 50 * np.finfo(TYPES[suffix]).eps)


def test_lengths_with_large_prime_factors_are_not_for_it() -> None:
    assert [factors(n) for n in (17, 34, 257, 1)] == [[], [], [], []]
    assert factors(1024) == [8, 8, 4, 4]
    assert factors(48) == [4, 4, 3]
