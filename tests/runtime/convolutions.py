"""Calls of the CPU library's convolutions from Python, and their definition in NumPy."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np

from pcc.runtime.cpu.conv import Conv
from pcc.runtime.cpu.library import Library, library
from tests.runtime.products import SUFFIX


@dataclass(frozen=True)
class Case:
    """A convolution's attributes; every sequence has one entry for each of the image's axes."""

    stride: Sequence[int]
    dilation: Sequence[int]
    pad: Sequence[int]
    groups: int = 1

    def out(self, image: Sequence[int], kernel: Sequence[int]) -> tuple[int, ...]:
        axes = zip(image, kernel, self.stride, self.dilation, self.pad, strict=True)
        return tuple((i + 2 * p - d * (k - 1) - 1) // s + 1 for i, k, s, d, p in axes)


def reference(x: np.ndarray, w: np.ndarray, case: Case) -> np.ndarray:
    """y[b, g f, p] in double precision, tap by tap."""
    image, kernel = x.shape[2:], w.shape[2:]
    out = case.out(image, kernel)
    padded = np.pad(x.astype(np.float64), [(0, 0), (0, 0), *((p, p) for p in case.pad)])
    wide = w.astype(np.float64).reshape(case.groups, -1, *w.shape[1:])
    y = np.zeros((x.shape[0], case.groups, wide.shape[1], *out))
    for tap in np.ndindex(*kernel):
        places = [
            slice(t * d, t * d + (o - 1) * s + 1, s)
            for t, d, o, s in zip(tap, case.dilation, out, case.stride, strict=True)
        ]
        seen = padded[(..., *places)].reshape(x.shape[0], case.groups, -1, *out)
        y += np.einsum("gfc,bgc...->bgf...", wide[(..., *tap)], seen)
    return y.reshape(x.shape[0], w.shape[0], *out)


def transposed(y: np.ndarray, w: np.ndarray, case: Case, image: Sequence[int]) -> np.ndarray:
    """x[b, g c, s], the transpose of `reference`, in double precision, tap by tap."""
    kernel, out = w.shape[2:], y.shape[2:]
    x = np.zeros((y.shape[0], case.groups, w.shape[1], *(i + 2 * p for i, p in zip(image, case.pad, strict=True))))
    wide = w.astype(np.float64).reshape(case.groups, -1, *w.shape[1:])
    given = y.astype(np.float64).reshape(y.shape[0], case.groups, -1, *out)
    for tap in np.ndindex(*kernel):
        axes = zip(tap, case.dilation, out, case.stride, strict=True)
        places = [slice(t * d, t * d + (o - 1) * s + 1, s) for t, d, o, s in axes]
        x[(..., *places)] += np.einsum("gfc,bgf...->bgc...", wide[(..., *tap)], given)
    inner = [slice(p, p + i) for i, p in zip(image, case.pad, strict=True)]
    return x[(..., *inner)].reshape(y.shape[0], -1, *image)


def filters_of(x: np.ndarray, y: np.ndarray, case: Case, kernel: Sequence[int]) -> np.ndarray:
    """w[g f, c, t], the transpose of `reference` by its filters, in double precision, tap by tap."""
    out = y.shape[2:]
    padded = np.pad(x.astype(np.float64), [(0, 0), (0, 0), *((p, p) for p in case.pad)])
    given = y.astype(np.float64).reshape(y.shape[0], case.groups, -1, prod(out))
    w = np.zeros((case.groups, given.shape[2], x.shape[1] // case.groups, *kernel))
    for tap in np.ndindex(*kernel):
        axes = zip(tap, case.dilation, out, case.stride, strict=True)
        places = [slice(t * d, t * d + (o - 1) * s + 1, s) for t, d, o, s in axes]
        seen = padded[(..., *places)].reshape(x.shape[0], case.groups, -1, prod(out))
        w[(..., *tap)] = np.einsum("bgfp,bgcp->gfc", given, seen)
    return w.reshape(-1, *w.shape[2:])


def block(x: np.ndarray, w: np.ndarray, y: np.ndarray, case: Case, **more: Any) -> Conv:
    """The parameters of y = conv(x, w); x in any layout, w and y's pixels contiguous."""
    lead = 3 - (x.ndim - 2)
    three = lambda values, fill: [fill] * lead + [int(v) for v in values]  # noqa: E731
    fields: dict[str, Any] = {}
    axes = [("in", x.shape[2:], 1), ("kernel", w.shape[2:], 1), ("out", y.shape[2:], 1), ("stride", case.stride, 1)]
    axes += [("dilation", case.dilation, 1), ("pad", case.pad, 0)]
    step = [s // x.itemsize for s in x.strides]
    leading = step[2] * x.shape[2]  # the stride of an axis of one element: what makes the image contiguous
    axes.append(("x", [leading] * lead + step[2:], 0))
    for name, values, fill in axes:
        full = list(values) if len(values) == 3 else three(values, fill)
        fields |= {f"{name}{axis}": int(v) for axis, v in enumerate(full)}
    return Conv(
        batch=x.shape[0], groups=case.groups, channels=w.shape[1], filters=w.shape[0] // case.groups,
        x=x.ctypes.data, x_batch=step[0], x_channel=step[1], w=w.ctypes.data,
        y=y.ctypes.data, y_batch=y.strides[0] // y.itemsize, y_channel=y.strides[1] // y.itemsize, **fields, **more,
    )  # fmt: skip


def run(parameters: Conv, dtype: np.dtype[Any], code: Library | None = None, name: str = "pcc_conv") -> None:
    (code or library()).function(f"{name}_{SUFFIX[np.dtype(dtype)]}", ctypes.POINTER(Conv))(parameters)
