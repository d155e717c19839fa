"""What the demo knows of one model, once measured; plain data, as it travels between processes and into the page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

PEERS = {"eager": "Paddle eager", "to_static": "Paddle to_static"}


@dataclass
class Kernel:
    """A kernel: its kind, the ops fused in it, the types of its results."""

    kind: str
    ops: list[str]
    results: list[str]


@dataclass
class Measurement:
    """One model.

    failure: one line, empty if all went well. error: largest difference from Paddle eager, relative to the largest
    number in the result. compile_s, and by step in `steps`. seconds: of one call, by `pcc`, `eager`, `to_static`; a
    peer that cannot run the model is missing there and its reason is in `absent`.
    """

    name: str
    title: str
    input: str = ""
    failure: str = ""
    ops: int = 0
    left: list[str] = field(default_factory=list[str])
    kernels: list[Kernel] = field(default_factory=list[Kernel])
    arena_bytes: int = 0
    compile_s: float = 0.0
    steps: dict[str, float] = field(default_factory=dict[str, float])
    error: float = math.nan
    seconds: dict[str, float] = field(default_factory=dict[str, float])
    absent: dict[str, str] = field(default_factory=dict[str, str])

    @staticmethod
    def read(plain: dict[str, Any]) -> Measurement:
        """From the dict that `dataclasses.asdict` makes of one."""
        found = Measurement(**plain)
        found.kernels = [Kernel(**kernel) for kernel in plain["kernels"]]
        return found

    def ratio(self, peer: str) -> float:
        """How many times faster pcc is than the peer; NaN where either did not run."""
        return self.seconds.get(peer, math.nan) / self.seconds.get("pcc", math.nan)

    def details(self) -> str:
        """`70 ops in 43 kernels`."""
        return f"{self.ops} ops in {len(self.kernels)} kernel{'s' * (len(self.kernels) != 1)}"


def geometric_mean(numbers: Iterable[float]) -> float:
    """Of the numbers that are positive; NaN if there are none."""
    logs = [math.log(number) for number in numbers if number > 0]
    return math.exp(sum(logs) / len(logs)) if logs else math.nan
