"""Convolutions against their definition in NumPy, double precision: 1 to 3 axes, every attribute, both layouts."""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np
import pytest

from pcc.runtime.cpu import winograd
from pcc.runtime.cpu.conv import PANELS, PLAIN, WINOGRAD, filter_form, packed_filters_size
from pcc.runtime.cpu.library import library
from pcc.runtime.cpu.microkernel import tile_of
from tests.runtime.convolutions import Case, block, filters_of, reference, run, transposed
from tests.runtime.products import SUFFIX, TARGETS, aligned

EPSILON: dict[np.dtype[Any], float] = {np.dtype(np.float32): 2e-7, np.dtype(np.float64): 4e-16}


def expect(y: np.ndarray, x: np.ndarray, w: np.ndarray, case: Case, bias: np.ndarray | None = None) -> None:
    """|y - conv(x, w)| is at most a few roundings of the sum of magnitudes."""
    shift = 0.0 if bias is None else bias.astype(np.float64).reshape(1, -1, *[1] * (x.ndim - 2))
    scale = reference(np.abs(x), np.abs(w), case) + np.abs(shift) + 1
    error = np.abs(y - (reference(x, w, case) + shift)) / scale
    assert error.max() < EPSILON[y.dtype] * (4 + (w.size / w.shape[0]) ** 0.5), error.max()


def image(rng: np.random.Generator, shape: tuple[int, ...], dtype: Any) -> np.ndarray:
    """A random image; one of three has its channels innermost in memory."""
    if rng.integers(3):
        return rng.standard_normal(shape).astype(dtype)
    return np.moveaxis(rng.standard_normal((shape[0], *shape[2:], shape[1])).astype(dtype), -1, 1)


def check(rng: np.random.Generator, shape: tuple[int, ...], filters: int, kernel: tuple[int, ...], case: Case,
          dtype: Any, target: str = "host", with_bias: bool = False) -> None:  # fmt: skip
    x = image(rng, shape, dtype)
    w = rng.standard_normal((filters, shape[1] // case.groups, *kernel)).astype(dtype)
    out = case.out(shape[2:], kernel)
    y = np.full((shape[0], filters + 1, *out), 7, dtype)[:, :filters]
    bias = rng.standard_normal(filters).astype(dtype)
    more = {"bias": bias.ctypes.data} if with_bias else {}
    run(block(x, w, y, case, **more), y.dtype, library(TARGETS[target]))
    expect(y, x, w, case, bias if with_bias else None)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("axes", [1, 2, 3])
def test_random_attributes(target: str, dtype: Any, axes: int) -> None:
    rng = np.random.default_rng(axes)
    done = 0
    while done < (25 if target == "host" else 8):
        draw = lambda values: tuple(int(v) for v in rng.choice(values, axes))  # noqa: E731
        size, kernel = draw([1, 2, 5, 7, 9, 16, 23, 35] if axes < 3 else [1, 3, 6, 9]), draw([1, 2, 3, 5])
        case = Case(draw([1, 1, 2, 3]), draw([1, 1, 2]), draw([0, 1, 2]), int(rng.choice([1, 1, 2, 3])))
        if min(case.out(size, kernel)) < 1:
            continue
        channels, filters = (case.groups * int(rng.choice([1, 2, 5, 17])) for _ in range(2))
        check(
            rng, (int(rng.integers(1, 3)), channels, *size), filters, kernel, case, dtype, target, bool(rng.integers(2))
        )
        done += 1


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("stride", [1, 2, 3])
@pytest.mark.parametrize("kernel", [(3, 3), (5, 5), (1, 7)])
@pytest.mark.parametrize("width", [4, 15, 33])
def test_depthwise(target: str, stride: int, kernel: tuple[int, int], width: int) -> None:
    rng = np.random.default_rng(8)
    case = Case((stride, stride), (1, 1 + width // 33), (kernel[0] // 2, kernel[1] // 2), 6)
    for dtype in (np.float32, np.float64):
        check(rng, (2, 6, 9, width), 6, kernel, case, dtype, target, with_bias=True)


@pytest.mark.parametrize(
    ("shape", "filters", "kernel", "stride"),
    [
        ((2, 64, 28, 28), 64, 3, 1),
        ((1, 3, 112, 112), 64, 7, 2),
        ((1, 300, 7, 7), 90, 3, 1),
        ((2, 64, 30, 30), 80, 1, 1),
    ],
)
def test_large_enough_for_threads(shape: tuple[int, ...], filters: int, kernel: int, stride: int) -> None:
    pad = (kernel // 2, kernel // 2)
    check(np.random.default_rng(9), shape, filters, (kernel, kernel), Case((stride, stride), (1, 1), pad), np.float32)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(("groups", "kernel"), [(1, 3), (3, 3), (2, 1)])
def test_packed_filters(target: str, groups: int, kernel: int) -> None:
    rng, code = np.random.default_rng(10), library(TARGETS[target])
    for dtype in (np.float32, np.float64):
        suffix = SUFFIX[np.dtype(dtype)]
        tile = tile_of(TARGETS[target], "float" if suffix == "f32" else "double")
        x = image(rng, (2, 6 * groups, 12, 17), dtype)
        w = rng.standard_normal((17 * groups, 6, kernel, kernel)).astype(dtype)
        size = packed_filters_size(tile, groups, 17, 6 * kernel**2)
        packed = aligned(size // tile.bytes, np.dtype(dtype))
        types = [ctypes.c_void_p, *[ctypes.c_int64] * 3, ctypes.c_void_p]
        pack = code.function(f"pcc_pack_filters_{suffix}", *types)
        pack(w.ctypes.data, groups, 17, 6 * kernel**2, packed.ctypes.data)
        case = Case((1, 1), (1, 1), (0, 0), groups)
        y = np.empty((2, 17 * groups, *case.out((12, 17), (kernel, kernel))), dtype)
        parameters = block(x, w, y, case, w_packed=1)
        parameters.w = packed.ctypes.data
        run(parameters, y.dtype, code)
        expect(y, x, w, case)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("size", [(1, 1), (4, 4), (7, 7), (9, 14), (13, 40), (70, 33)])
def test_winograd(target: str, size: tuple[int, int]) -> None:
    rng, code = np.random.default_rng(12), library(TARGETS[target])
    for dtype, pad, channels, filters in ((np.float32, 1, 40, 33), (np.float64, 1, 5, 3), (np.float32, 2, 3, 15)):
        x = image(rng, (2, channels, *size), dtype)
        w = rng.standard_normal((filters, channels, 3, 3)).astype(dtype)
        bias, suffix = rng.standard_normal(filters).astype(dtype), SUFFIX[np.dtype(dtype)]
        tile = tile_of(TARGETS[target], "float" if suffix == "f32" else "double")
        packed = aligned(winograd.packed_size(tile, filters, channels) // tile.bytes, np.dtype(dtype))
        types = [ctypes.c_void_p, ctypes.c_int64, ctypes.c_int64, ctypes.c_void_p]
        code.function(f"pcc_pack_winograd_{suffix}", *types)(w.ctypes.data, filters, channels, packed.ctypes.data)
        case = Case((1, 1), (1, 1), (pad, pad))
        y = np.full((2, filters + 1, *case.out(size, (3, 3))), 7, dtype)
        parameters = block(x, w, y[:, :filters], case, w_packed=WINOGRAD, bias=bias.ctypes.data)
        parameters.w = packed.ctypes.data
        seen = np.zeros((2, filters, y[0, 0].size), np.int32)

        def epilogue(_: int | None, b: int, m0: int, m1: int, n0: int, n1: int, seen: np.ndarray = seen) -> None:
            seen[b, m0:m1, n0:n1] += 1

        callback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, *[ctypes.c_int64] * 5)(epilogue)
        parameters.epilogue = ctypes.cast(callback, ctypes.c_void_p)
        run(parameters, y.dtype, code)
        expect(y[:, :filters], x, w, case, bias)
        assert (y[:, filters:] == 7).all()
        assert (seen == 1).all()


@pytest.mark.parametrize(("groups", "kernel"), [(1, 3), (2, 3), (6, 3), (1, 1)])
def test_epilogue_sees_every_element_once_when_final(groups: int, kernel: int) -> None:
    rng, case = np.random.default_rng(11), Case((1, 1), (1, 1), (kernel // 2, kernel // 2), groups)
    x = rng.standard_normal((2, 6, 20, 21)).astype(np.float32)
    w = rng.standard_normal((6, 6 // groups, kernel, kernel)).astype(np.float32)
    y = np.zeros((2, 6, 20, 21), np.float32)
    seen = np.zeros((2 * groups, 6 // groups, 420), np.int32)
    flat = y.reshape(seen.shape)

    def epilogue(_: int | None, batch: int, m0: int, m1: int, n0: int, n1: int) -> None:
        seen[batch, m0:m1, n0:n1] += 1
        flat[batch, m0:m1, n0:n1] *= 2

    callback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, *[ctypes.c_int64] * 5)(epilogue)
    run(block(x, w, y, case, epilogue=ctypes.cast(callback, ctypes.c_void_p)), y.dtype)
    assert (seen == 1).all()
    expect((y / 2).astype(np.float32), x, w, case)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("axes", [1, 2, 3])
def test_transpose(target: str, dtype: Any, axes: int) -> None:
    rng, done = np.random.default_rng(20 + axes), 0
    while done < (25 if target == "host" else 8):
        draw = lambda values: tuple(int(v) for v in rng.choice(values, axes))  # noqa: E731
        size, kernel = draw([1, 5, 9, 23, 40] if axes < 3 else [3, 6, 9]), draw([1, 2, 3, 5])
        case = Case(draw([1, 2, 3]), draw([1, 1, 2]), draw([0, 1, 2]), int(rng.choice([1, 2])))
        out = case.out(size, kernel)
        if min(out) < 1:
            continue
        channels, filters = (int(rng.choice([1, 3, 17])) for _ in range(2))
        x = image(rng, (2, case.groups * channels, *size), dtype)
        y = rng.standard_normal((2, case.groups * filters, *out)).astype(dtype)
        w = rng.standard_normal((case.groups * filters, channels, *kernel)).astype(dtype)
        bias = rng.standard_normal(case.groups * channels).astype(dtype)
        run(block(x, w, y, case, bias=bias.ctypes.data), x.dtype, library(TARGETS[target]), "pcc_conv_transpose")
        shift = bias.astype(np.float64).reshape(1, -1, *[1] * axes)
        scale = transposed(np.abs(y), np.abs(w), case, size) + np.abs(shift) + 1
        error = np.abs(x - transposed(y, w, case, size) - shift) / scale
        assert error.max() < EPSILON[x.dtype] * (4 + (w.size / w.shape[1]) ** 0.5), error.max()
        done += 1


def check_filters(rng: np.random.Generator, x_shape: tuple[int, ...], made: int, kernel: tuple[int, ...], case: Case,
                  dtype: Any, target: str = "host") -> None:  # fmt: skip
    """The filters from an image of any layout and the pixels of a result with a channel more in memory."""
    x = image(rng, x_shape, dtype)
    y = rng.standard_normal((x_shape[0], made + 1, *case.out(x_shape[2:], kernel))).astype(dtype)[:, :made]
    w = np.full((made, x_shape[1] // case.groups, *kernel), 7, dtype)
    run(block(x, w, y, case), w.dtype, library(TARGETS[target]), "pcc_conv_filter")
    scale = filters_of(np.abs(x), np.abs(y), case, kernel) + 1
    error = np.abs(w - filters_of(x, y, case, kernel)) / scale
    assert error.max() < EPSILON[w.dtype] * (4 + (y.size / made) ** 0.5), error.max()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("axes", [1, 2, 3])
def test_filters(target: str, dtype: Any, axes: int) -> None:
    rng, done = np.random.default_rng(30 + axes), 0
    while done < (25 if target == "host" else 8):
        draw = lambda values: tuple(int(v) for v in rng.choice(values, axes))  # noqa: E731
        size, kernel = draw([1, 5, 9, 23, 40] if axes < 3 else [3, 6, 9]), draw([1, 1, 2, 3, 5])
        case = Case(draw([1, 2, 3]), draw([1, 1, 2]), draw([0, 1, 2]), int(rng.choice([1, 2, 3])))
        if min(case.out(size, kernel)) < 1:
            continue
        channels, made = (case.groups * int(rng.choice([1, 3, 17])) for _ in range(2))
        check_filters(rng, (2, channels, *size), made, kernel, case, dtype, target)
        done += 1


@pytest.mark.parametrize(
    ("shape", "made", "kernel", "stride", "groups"),
    [
        ((2, 64, 28, 28), 64, 3, 1, 1),  # cut into columns
        ((2, 3, 112, 112), 64, 7, 2, 1),  # into shares of the pixels
        ((1, 300, 7, 7), 190, 3, 1, 1),  # into rows
        ((2, 64, 30, 30), 80, 1, 1, 1),  # in place
        ((2, 64, 30, 30), 64, 3, 1, 16),
        ((2, 128, 28, 28), 128, 3, 2, 128),  # depthwise
    ],
)
def test_filters_by_threads(shape: tuple[int, ...], made: int, kernel: int, stride: int, groups: int) -> None:
    case = Case((stride, stride), (1, 1), (kernel // 2, kernel // 2), groups)
    for dtype in (np.float32, np.float64):
        check_filters(np.random.default_rng(9), shape, made, (kernel, kernel), case, dtype)


@pytest.mark.parametrize(
    ("kernel", "stride", "channels", "groups", "pixels", "form"),
    [
        ((3, 3), (1, 1), 64, 1, 3136, WINOGRAD),
        ((3, 3), (1, 1), 512, 1, 49, PANELS),
        ((3, 3), (2, 2), 64, 1, 3136, PANELS),
        ((3, 3), (1, 1), 64, 2, 3136, PANELS),
        ((5, 5), (1, 1), 64, 1, 3136, PANELS),
        ((3, 3), (1, 1), 1, 64, 3136, PLAIN),
    ],
)
def test_filter_form(
    kernel: tuple[int, ...], stride: tuple[int, ...], channels: int, groups: int, pixels: int, form: int
) -> None:
    assert filter_form(kernel, stride, (1, 1), channels, 64, groups, pixels) == form
