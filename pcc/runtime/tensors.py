"""Tensors at the border of a compiled program: name, shape, dtype, and the NumPy array that holds one."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pcc.runtime.errors import ArgumentError

Array = NDArray[Any]

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,127}")  # also a file name without folders
STORAGE = {
    "float64": np.float64, "float32": np.float32, "float16": np.float16, "bfloat16": np.uint16, "bool": np.bool_,
    "int8": np.int8, "int16": np.int16, "int32": np.int32, "int64": np.int64, "uint8": np.uint8,
}  # fmt: skip


@dataclass(frozen=True)
class TensorSpec:
    """Name, shape and dtype (Paddle's name) of an argument or result. bfloat16 is held as the bits in uint16."""

    name: str
    shape: tuple[int, ...]
    dtype: str

    @property
    def storage(self) -> np.dtype[Any]:
        return np.dtype(STORAGE[self.dtype])

    @property
    def nbytes(self) -> int:
        return math.prod(self.shape) * self.storage.itemsize

    def empty(self) -> Array:
        return np.empty(self.shape, self.storage)

    def check(self, value: Any) -> Array:
        """The value as a C-contiguous array of exactly this shape and dtype. Raises ArgumentError."""
        array = np.asarray(value)
        if array.dtype.name == "bfloat16" == self.dtype:
            array = array.view(np.uint16)
        if array.dtype != self.storage:
            held = " (its bits, as uint16)" if self.dtype == "bfloat16" else ""
            raise ArgumentError(f"'{self.name}' is of {array.dtype}, the program takes {self.dtype}{held}: convert it")
        if array.shape != self.shape:
            raise ArgumentError(f"'{self.name}' has shape {array.shape}, the program was compiled for {self.shape}")
        return np.require(array, requirements=["C", "A"])

    def __str__(self) -> str:
        return f"{self.name}: {self.dtype}{list(self.shape)}"


def plain_name(text: str, number: int) -> str:
    """A name that NAME takes, from any text."""
    name = re.sub(r"[^A-Za-z0-9_.-]", "_", text)[:100]
    return name if NAME.fullmatch(name) else f"t{number}_{name}"


def unique_names(names: list[str]) -> list[str]:
    """The names, with a number after those that were there before."""
    made: list[str] = []
    for number, name in enumerate(names):
        plain = plain_name(name, number)
        made.append(plain if plain not in made else f"{plain}.{number}")
    return made
