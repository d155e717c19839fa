"""Random inputs of samples, and tensors as NumPy arrays."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any
from zlib import crc32

import numpy as np
from xdsl.dialects.builtin import BFloat16Type
from xdsl.ir import Attribute

from pcc.dialects.pd.base import Spec
from pcc.frontends.paddle.dtypes import dtype_name
from pcc.frontends.paddle.private import paddle

SPECIAL = (np.nan, np.inf, -np.inf, 0.0, -0.0, 1.0, -1.0)
Array = np.ndarray[Any, np.dtype[Any]]


def draw(specs: Sequence[Spec], seed: str) -> list[Any]:
    """One Paddle tensor per spec; the same for the same seed, on every machine."""
    generator = np.random.default_rng(crc32(seed.encode()))
    return [paddle.cast(paddle.to_tensor(_numbers(spec, generator)), getattr(paddle, spec.dtype)) for spec in specs]


def _numbers(spec: Spec, generator: np.random.Generator) -> Array:
    if "int" in spec.dtype or spec.dtype == "bool":
        return _integers(spec, generator)
    if spec.unique:
        steps = np.linspace(spec.low, spec.high, prod(spec.shape))
        return generator.permutation(steps).reshape(spec.shape)
    drawn = np.asarray(generator.uniform(spec.low, spec.high, spec.shape))
    if spec.special:
        count = min(drawn.size, len(SPECIAL))
        drawn.reshape(-1)[:count] = SPECIAL[:count]
    return drawn


def _integers(spec: Spec, generator: np.random.Generator) -> Array:
    least = 0 if spec.dtype in ("bool", "uint8") else int(spec.low)
    low, high = max(int(spec.low), least), 1 if spec.dtype == "bool" else int(spec.high)
    if not spec.unique:
        return np.asarray(generator.integers(low, high, spec.shape, endpoint=True))
    return low + generator.choice(high - low + 1, prod(spec.shape), replace=False).reshape(spec.shape)


def storage(dtype: Attribute) -> np.dtype[Any]:
    """The NumPy dtype that holds an element type; bfloat16 as uint16, as Paddle gives it."""
    return np.dtype("uint16" if isinstance(dtype, BFloat16Type) else dtype_name(dtype))


def numbers(stored: Array, dtype: Attribute) -> Array:
    """Stored elements as numbers: floats as float64, others as they are."""
    if isinstance(dtype, BFloat16Type):
        stored = (stored.astype(np.uint32) << 16).view(np.float32)
    return stored.astype(np.float64) if stored.dtype.kind == "f" else stored
