"""What loops are made for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cpu:
    """The width in bits of a CPU's vectors, and of how many bytes on that a kernel reads and writes its results are
    written past the caches, where they would not stay.
    """

    vector_bits: int = 512
    cached_bytes: int = 40 << 20
