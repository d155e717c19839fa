"""What is known of a compiled program besides its code; kept with it in the cache."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pcc.dialects.kernel import LaunchOp
from pcc.dialects.pd.base import PdOp
from pcc.passes.base import Note


@dataclass(frozen=True)
class Kernel:
    """One kernel: its kind (`loops`, or the routine's that computes it), the ops in it, the types of its results."""

    kind: str
    ops: tuple[str, ...]
    results: tuple[str, ...]

    @staticmethod
    def of(launch: LaunchOp) -> Kernel:
        ops = [op.name.removeprefix("pd.") for op in launch.body.block.ops if isinstance(op, PdOp)]
        return Kernel(launch.kind.data, tuple(ops), tuple(map(str, launch.outputs.types)))


@dataclass(frozen=True)
class ProgramFacts:
    """Bytes of arena that a call needs, the pipeline that made the program, its kernels in order, what was declined."""

    arena_bytes: int
    pipeline: str
    kernels: tuple[Kernel, ...]
    declined: tuple[Note, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @staticmethod
    def from_json(value: Mapping[str, Any]) -> ProgramFacts:
        """Raises KeyError, TypeError for another value."""
        kernels = [Kernel(k["kind"], tuple(k["ops"]), tuple(k["results"])) for k in value["kernels"]]
        declined = tuple(Note(**note) for note in value["declined"])
        return ProgramFacts(int(value["arena_bytes"]), str(value["pipeline"]), tuple(kernels), declined)
